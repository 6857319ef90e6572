"""What stands in the site's folder now."""

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.output.destination import Destination, UnsafeOutput

FILE_MODE = 0o644
FOLDER_MODE = 0o755

_BLOCK = 1 << 20  # bytes read at once: a feed of all events is some 15 MB


class OldSite(Struct, frozen=True, kw_only=True):
    """Paths below the site's folder, as the machine spells them."""

    files: Mapping[str, int]
    """With their inodes: two trees of one disk that name the same inode hold the same file."""
    strays: frozenset[str]
    """Links, sockets and the like, which we never make."""
    tidy: bool
    """No folder is empty, and each has the mode that we give it."""


def read_old_site(destination: Destination) -> OldSite:
    """List the site; one that is not there has nothing in it.

    Raises:
        UnsafeOutput: when another file system is mounted in it, whose files would be taken for ours.
        OSError: from the machine.
    """
    try:
        top = destination.site.stat()
    except FileNotFoundError:
        return OldSite(files={}, strays=frozenset(), tidy=True)
    found = read_tree(destination.site, given=destination.given, is_apart=destination.is_apart)
    tidy = found.tidy and (destination.mounted or stat.S_IMODE(top.st_mode) == FOLDER_MODE)
    return replace(found, tidy=tidy)


def read_tree(tree: Path, *, given: Path, is_apart: Callable[[str], bool] = lambda _: False) -> OldSite:
    """List a tree, but for names at its top that are apart from it, and whatever the mode of its top is.

    Raises:
        UnsafeOutput: when another file system is mounted in it.
        OSError: from the machine.
    """
    files: dict[str, int] = {}
    strays: set[str] = set()
    tidy, site, top = True, str(tree), tree.stat()
    folders = [""]
    while folders:
        above = folders.pop()
        empty = bool(above)
        with os.scandir(f"{site}/{above}") as scan:
            entries = list(scan)
        for entry in entries:
            if not above and is_apart(entry.name):
                continue
            empty = False
            name = above + entry.name
            if entry.is_dir(follow_symlinks=False):
                status = entry.stat(follow_symlinks=False)
                if status.st_dev != top.st_dev:
                    raise UnsafeOutput(given, "holds another file system at “%(name)s”", name=name)
                tidy = tidy and stat.S_IMODE(status.st_mode) == FOLDER_MODE
                folders.append(f"{name}/")
            elif entry.is_file(follow_symlinks=False):
                files[name] = entry.inode()
            else:
                strays.add(name)
        tidy = tidy and not empty
    return OldSite(files=files, strays=frozenset(strays), tidy=tidy)


def is_unchanged(path: str, content: bytes) -> bool:
    """Whether a published file is as we would write it now: its mode, its size, its bytes."""
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except PermissionError:
        return False
    try:
        status = os.fstat(opened)
        if status.st_size != len(content) or stat.S_IMODE(status.st_mode) != FILE_MODE:
            return False
        at = 0
        while at < len(content):
            block = os.read(opened, _BLOCK)
            if not block or block != content[at : at + len(block)]:
                return False
            at += len(block)
        return True
    finally:
        os.close(opened)
