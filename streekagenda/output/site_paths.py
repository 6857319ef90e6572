"""Which paths can stand side by side in one site, on any disk that it may be copied to."""

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence

from streekagenda.output.destination import MARKER
from streekagenda.output.traces import folders_above

# Control characters, the other system's separator, and halves of characters, which have no UTF-8.
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\\\\\ud800-\udfff]")


class SitePaths:
    """The paths of one site, as they come in.

    A path that is unclean or in the way of another is our own bug: a ``ValueError``. Two paths are in each other's way
    where a disk that does not see case, or that normalises accents, would make them one (macOS, Windows).
    """

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def add(self, path: str) -> str:
        """Take one path in, and say how this machine spells it: as UTF-8, whatever its locale is."""
        refuse_unclean(path)
        key = _fold(path)
        if key in self._files:
            one, other = sorted((path, self._files[key]))
            raise ValueError(f"two outputs in one place: {one!r} and {other!r}")
        if key in self._folders:
            raise ValueError(f"{path!r} is both a file and a folder")
        self._files[key] = path
        self._add_folders_above(path, key)
        return spelled(path)

    def _add_folders_above(self, path: str, key: str) -> None:
        while folder := path.rpartition("/")[0]:
            # one text for both: a site may have 70,000 folders
            key = folder if key is path else key.rpartition("/")[0]
            known = self._folders.get(key)
            if known == folder:
                return  # and so are those above it
            if known is not None:
                one, other = sorted((folder, known))
                raise ValueError(f"two spellings of one folder: {one!r} and {other!r}")
            if key in self._files:
                raise ValueError(f"{self._files[key]!r} is both a file and a folder")
            self._folders[key] = path = folder


def refuse_in_the_way(paths: Sequence[str]) -> None:
    """Raise ValueError where of the paths of one site two are in each other's way."""
    if are_plain(paths):  # each path is its own key
        files = frozenset(paths)
        if len(files) == len(paths) and files.isdisjoint(folders_above(paths)):
            return
    taken = SitePaths()
    for path in paths:
        taken.add(path)


def are_plain(paths: Iterable[str]) -> bool:
    """Whether paths have ASCII characters alone, and no capitals: then two of them are the same on any disk, or on none."""
    together = "\0".join(paths)
    return together.isascii() and together == together.lower()


def spelled(path: str) -> str:
    """Say how this machine spells a path of ours: as UTF-8, whatever its locale is."""
    return path if path.isascii() else os.fsdecode(path.encode())


def as_utf8(name: str) -> str:
    """Return the path of ours that this machine spells so."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "replace")


def refuse_unclean(path: str) -> None:
    """Raise ValueError for a path that may lead elsewhere, or that not every disk can hold."""
    if _FORBIDDEN.search(path):
        raise ValueError(f"an output's path holds a character that it may not: {path!r}")
    around = f"/{path}/"
    if "//" in around or "/./" in around or "/../" in around:
        raise ValueError(f"an output's path is not plain and relative: {path!r}")
    if path.startswith(MARKER):
        raise ValueError(f"an output takes a name that the program keeps for itself: {path!r}")


def _fold(path: str) -> str:
    if path.isascii():
        return path if path.islower() else path.lower()  # one text for both: a site may have 150,000 paths
    # Folding case can undo normalisation: The Unicode Standard, section 3.13, definition D145.
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", path).casefold())
