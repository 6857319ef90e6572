"""A zip file from a stranger, unpacked within limits: what comes out is bounded before anything is (promise 27).

Every size is looked at in the directory of the archive, and :mod:`zipfile` gives no more bytes than stand there. Only the
two ways of packing are taken that office programs use; others cannot be stopped halfway.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_OUT = 20_000_000
"""Bytes, of all entries together."""
MOST_ENTRIES = 1_000
HIGHEST_RATIO = 200
"""Bytes out for a byte in, of an entry of more than :data:`SMALL`; a sheet of equal cells has some eighty."""
SMALL = 1_000_000

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_LONGEST_ENTRY = 400
"""Bytes of the directory for one entry, its name and times with it."""
_ENCRYPTED = 0x1


class UnsafeArchive(ValueError):
    """The archive is not unpacked; ``code`` is that of a diagnostic, which may name a limit."""

    def __init__(self, code: str, *, limit: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.limit = limit


class Archive:
    """Reads entries by their name."""

    def __init__(self, content: bytes) -> None:
        """Look at all sizes.

        Raises:
            UnsafeArchive: it is damaged, has too much in it, or is locked with a password.
        """
        _check_directory(content)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as error:
            raise UnsafeArchive("import-xlsx-damaged") from error
        if len(entries) > MOST_ENTRIES:
            raise UnsafeArchive("import-xlsx-entries", limit=MOST_ENTRIES)
        if sum(one.file_size for one in entries) > MOST_OUT:
            raise UnsafeArchive("import-xlsx-too-much", limit=MOST_OUT // 1_000_000)
        if any(one.file_size > max(SMALL, one.compress_size * HIGHEST_RATIO) for one in entries):
            raise UnsafeArchive("import-xlsx-too-much", limit=MOST_OUT // 1_000_000)
        if any(one.flag_bits & _ENCRYPTED for one in entries):
            raise UnsafeArchive("import-xlsx-password")
        self._entries: Mapping[str, zipfile.ZipInfo] = {one.filename: one for one in entries}
        if len(self._entries) != len(entries):
            raise UnsafeArchive("import-xlsx-damaged")  # which of two is meant, programs do not agree about

    def __contains__(self, name: object) -> bool:
        """Whether there is an entry of this name."""
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Return an entry, or nothing where there is none of that name.

        Raises:
            UnsafeArchive: it is packed in another way, or damaged.
        """
        entry = self._entries.get(name)
        if entry is None:
            return b""
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise UnsafeArchive("import-xlsx-damaged")
        try:
            with self._zip.open(entry) as packed:
                return packed.read(
                    entry.file_size + 1
                )  # a bare read() unpacks two gigabytes before it looks at the size
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            OSError,
        ) as error:
            raise UnsafeArchive("import-xlsx-damaged") from error


def _check_directory(content: bytes) -> None:
    """Look at the size of the directory before :mod:`zipfile` reads each entry of it (APPNOTE.TXT section 4.3.16)."""
    at = content.rfind(_END, max(0, len(content) - _END_SIZE - _LONGEST_COMMENT))
    if at < 0 or at + _END_SIZE > len(content):
        raise UnsafeArchive("import-xlsx-damaged")
    entries, size = struct.unpack_from("<HL", content, at + 10)
    if entries > MOST_ENTRIES or size > MOST_ENTRIES * _LONGEST_ENTRY:  # also what Zip64 puts in their place
        raise UnsafeArchive("import-xlsx-entries", limit=MOST_ENTRIES)
    if content[max(0, at - 20) : at].startswith(b"PK\x06\x07"):  # and Zip64 that says it all the same
        raise UnsafeArchive("import-xlsx-damaged")
