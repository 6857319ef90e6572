"""What came of the program's own files, kept in a ``__pycache__`` beside its compiled modules, as these are.

Whoever can write there can also write the program itself (``docs/decisions/0048-compiled-templates.md``); what came of files
of a region is not kept here. A file says of which text and by which program it was made, and holds a digest of itself: what
is of another one, or damaged, is believed by nobody.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path

from streekagenda.store.program import running


def file_in(folder: Path, *name: str) -> Path:
    """Return where something is kept, in the ``__pycache__`` of a folder; no module may be called so."""
    return Path(cache_from_source(str(folder / "-".join(name))))


def recall(file: Path, checksum: str) -> bytes | None:
    """Return what this program made of the text with this checksum; ``None`` where that is not known."""
    with suppress(OSError):
        header, _, made = file.read_bytes().partition(b"\n")
        if header == _header(checksum, made):
            return made
    return None


def keep(file: Path, checksum: str, made: bytes) -> None:
    """Keep what was made of a text, where Python keeps what it compiled; a failure of the machine is no matter."""
    if sys.dont_write_bytecode:
        return
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        temporary = file.with_name(f"{file.name}.{os.getpid()}")
        temporary.write_bytes(_header(checksum, made) + b"\n" + made)
        temporary.replace(file)


def _header(checksum: str, made: bytes) -> bytes:
    digest = blake2b(made, digest_size=16).hexdigest()
    return b"%s %s %s" % (running(), checksum.encode("ascii"), digest.encode("ascii"))
