"""Which program this is: an answer of another one is not believed."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

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
    for file in sorted(package.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            content = file.read_bytes()
            digest.update(b"\0%s\0%d\0" % (os.fsencode(file.relative_to(package)), len(content)))
            digest.update(content)
    for folder in sys.path:
        # the name of what is installed holds its version (PEP 376)
        for installed in sorted(Path(folder).glob("*.dist-info")):
            digest.update(b"\0" + os.fsencode(installed.name))
    return digest.hexdigest().encode("ascii")
