"""The only function that opens content: nothing outside the folder, no link, no device, at most 1 MB of UTF-8.

A folder is one on disk, or a :class:`~streekagenda.content.snapshots.Snapshot` of what it was at a revision.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.content.faults import Fault
from streekagenda.content.snapshots import Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

Root = Path | Snapshot
"""A content folder: on disk, or at a revision."""

LARGEST = 1_000_000
"""Bytes of a file of content."""
LARGEST_MEDIA = 10_000_000
"""Bytes of an image or a flyer."""
LONGEST_NAME = 200
"""Bytes of one part of a file's name."""
LONGEST_PATH = 400
"""Bytes of a path below the content folder: pages have longer ones, and must fit on any disk."""

_NAME = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for itself: partners clone there too."""


class Found(Struct, frozen=True, kw_only=True):
    """A file below the content folder, by its posix path, or why it may not be opened."""

    path: str
    fault: Fault | None = None


def walk(root: Root, folder: str = "") -> Iterator[Found]:
    """Yield every file below ``root/folder`` in the order of their names, hidden and temporary ones left out."""
    if isinstance(root, Snapshot):
        yield from _walk_snapshot(root, folder)
        return
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    except PermissionError as error:
        yield Found(path=folder, fault=Fault(code="file-unreadable", values={"reason": error.strerror or ""}))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if passed_over(entry.name):
            continue
        if fault := _path_fault(path):
            yield Found(path=path, fault=fault)
        elif entry.is_symlink():
            yield Found(path=path, fault=Fault(code="file-is-link"))
        elif entry.is_dir(follow_symlinks=False):
            yield from walk(root, path)
        elif entry.is_file(follow_symlinks=False):
            yield Found(path=path)
        else:
            yield Found(path=path, fault=Fault(code="file-not-regular"))


def look(root: Path, path: str) -> Found | None:
    """Return what :func:`walk` says of one file below folders that it walks; ``None`` where it says nothing."""
    if any(map(passed_over, path.split("/"))):
        return None
    try:
        mode = (root / path).lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    if fault := _path_fault(path):
        return Found(path=path, fault=fault)
    if stat.S_ISLNK(mode):
        return Found(path=path, fault=Fault(code="file-is-link"))
    return Found(path=path, fault=None if stat.S_ISREG(mode) else Fault(code="file-not-regular"))


def top(root: Root) -> tuple[str, ...]:
    """Return the names of what stands in the folder itself, in their order; links, hidden and temporary ones left out."""
    if isinstance(root, Snapshot):
        names = {path.partition("/")[0] for path, blob in root.blobs.items() if not blob.is_link}
    else:
        try:
            with os.scandir(root) as entries:
                names = {entry.name for entry in entries if not entry.is_symlink()}
        except OSError:
            return ()
    return tuple(sorted(name for name in names if not passed_over(name)))


def _walk_snapshot(snapshot: Snapshot, folder: str) -> Iterator[Found]:
    for path, blob in snapshot.blobs.items():
        below = path.removeprefix(f"{folder}/") if folder else path
        if (below != path or not folder) and not any(map(passed_over, below.split("/"))):
            yield Found(path=path, fault=Fault(code="file-is-link") if blob.is_link else _path_fault(path))


def _path_fault(path: str) -> Fault | None:
    """Say of a path that it is too long; what stands in such a folder is not looked at."""
    too_long = len(os.fsencode(path)) > LONGEST_PATH
    return Fault(code="path-too-long", values={"limit": LONGEST_PATH}) if too_long else None


def passed_over(name: str) -> bool:
    """Whether a file or folder is hidden or temporary, by its name."""
    return name.startswith((".", "~", "#")) or name.endswith("~")


def is_link(root: Root, path: str) -> bool:
    """Whether a file or folder is a symbolic link."""
    if isinstance(root, Snapshot):
        return path in root.blobs and root.blobs[path].is_link
    return (root / path).is_symlink()


def open_content(root: Root, path: str, *, largest: int = LARGEST) -> bytes | Fault:
    """Return the bytes of one file, or why it may not be read.

    Raises OSError only when the machine fails; a file that disappeared is a fault.
    """
    if isinstance(root, Snapshot):
        return _of_snapshot(root, path, largest)
    try:
        descriptor = os.open(f"{root}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return Fault(code="file-gone")
    except OSError as error:
        if is_link(root, path):
            return Fault(code="file-is-link")
        return Fault(code="file-unreadable", values={"reason": error.strerror or ""})
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return Fault(code="file-not-regular")
        if status.st_size > largest:
            return Fault(code="file-too-large", values={"size": status.st_size, "limit": largest})
        content = b""  # a stream would cost more than the reading
        while len(content) <= largest and (piece := os.read(descriptor, status.st_size + 1)):
            content += piece
        return content
    finally:
        os.close(descriptor)


def _of_snapshot(snapshot: Snapshot, path: str, largest: int) -> bytes | Fault:
    if path in snapshot.kept:
        return open_content(snapshot.folder, path, largest=largest)
    blob = snapshot.blobs.get(path)
    if blob is None:
        return Fault(code="file-gone")
    if blob.is_link:
        return Fault(code="file-is-link")
    if blob.size > largest:
        return Fault(code="file-too-large", values={"size": blob.size, "limit": largest})
    return snapshot.contents[path]


def decode(content: bytes) -> str | Fault:
    """Return the text of a file, its line ends as LF and without a byte order mark, or where it is not UTF-8."""
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        return Fault(code="file-not-utf8", line=line, column=column)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def name_fault(content_id: str) -> Fault | None:
    """Return what is wrong with an id: parts of a-z, 0-9 and single dashes, at most 200 bytes, no name of Windows."""
    for part in content_id.split("/"):
        if len(os.fsencode(part)) > LONGEST_NAME:
            return Fault(code="name-too-long", values={"limit": LONGEST_NAME})
        if not _NAME.fullmatch(part):
            return Fault(code="bad-name", values={"name": part, "proposal": proposal(part)})
        if _WINDOWS.fullmatch(part):
            return Fault(code="reserved-name", values={"name": part})
    return None


def proposal(name: str) -> str:
    """Return an id that looks like ``name``."""
    plain = name.casefold().translate(str.maketrans("àáâäãåèéêëìíîïòóôöõùúûüýÿçñ", "aaaaaaeeeeiiiiooooouuuuyycn"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "naam"
