"""Which program this is: an answer of another one is not believed."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def running() -> bytes:
    """Return the version of the program as this process found it; raises OSError as :func:`version` does."""
    return version()


def version(package: Path = PACKAGE) -> bytes:
    """Return hexadecimal digits that change with each file of the program, with Python, and with what is installed.

    Raises OSError where the program cannot be read, as from an archive.
    """
    digest = blake2b(sys.version.encode(), digest_size=16)
    top = os.fspath(package)
    for file in sorted(_files(top)):
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 -- 500 files: each step of pathlib counts
            content = stream.read()
        digest.update(b"\0%s\0%d\0" % (os.fsencode(file[len(top) :]), len(content)))
        digest.update(content)
    for folder in sys.path:
        # the name of what is installed holds its version (PEP 376)
        for installed in sorted(Path(folder).glob("*.dist-info")):
            digest.update(b"\0" + os.fsencode(installed.name))
    return digest.hexdigest().encode("ascii")


def _files(folder: str) -> Iterator[str]:
    """Yield the paths of all files below a folder, but for what Python compiled."""
    with os.scandir(folder) as scan:
        for entry in scan:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.is_file() and not entry.name.endswith(".pyc"):
                yield entry.path
