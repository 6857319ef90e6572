"""The former site, kept beside the site: from it the next one is made by what differs, and not by linking every file.

It lies beside the site as ``.<name>.former``, in a folder that nobody else may enter; files that did not change are one
file in both. What differs is found by comparing the two, name by name and inode by inode. Where a publication wrote down
what it made differ (:class:`~streekagenda.output.known_site.Trace`), and all folders still stand as they were left, that is believed instead: a file of
both is seen to be as it was in the site, and one of which anybody took away or replaced the name, in its folder. While a
build works with it, it lies in its work folder, and goes with it where the build dies. Beside a first site lies a twin of
it, made as it is written: a link for each file costs a hundredth of a build of all, but a fifth of the next, of little.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.output.destination import Destination, UnsafeOutput
from streekagenda.output.known_site import Stood, Trace
from streekagenda.output.old_site import FOLDER_MODE, OldSite, read_old_site, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

_PRIVATE = 0o700


class FormerSite(Struct, frozen=True, kw_only=True):
    """A tree that was the site before the last publication."""

    tree: Path
    held: OldSite
    """Nothing where it stands as it was left."""
    site: Mapping[str, int]
    """The files of the site, with their inodes; none where it stands as it was left."""
    known: Trace | None = None
    """What is known of it, where it stands as it was left."""

    def differing(self, staying: Set[str]) -> set[str]:
        """Return of the files of the site that stay those that are other ones in it, or are not there."""
        if self.known:
            return {name for name in (*self.known.other, *self.known.new) if name in staying}
        own, site = self.held.files, self.site
        return {name for name in staying if own.get(name) != site[name]}

    def without(self, files: Set[str], removed: set[str]) -> set[str]:
        """Return the names of all that it holds but those of the new site; ``removed`` is what the site held more."""
        if self.known:
            held = {*removed}.difference(self.known.new).union(self.known.other)
        else:
            held = {*self.held.files, *self.held.strays}
        return {name for name in held if name not in files}

    def bring_up_to_date(self, fresh: Path, names: Iterable[str], gone: Iterable[str]) -> None:
        """Take over files from a fresh tree, which is gone then, by their names, and remove others."""
        for name in gone:
            os.unlink(f"{self.tree}/{name}")  # noqa: PTH108 -- names, not paths
        for folder in {name.rpartition("/")[0] for name in gone}:
            self._remove_empty(folder)
        folders = {""}
        for name in names:
            self._make(name.rpartition("/")[0], folders)
            os.replace(f"{fresh}/{name}", f"{self.tree}/{name}")  # noqa: PTH105 -- as above
        with suppress(OSError):  # nothing was new
            for folder in sorted(folders, reverse=True):
                os.rmdir(f"{fresh}/{folder}")  # noqa: PTH106 -- as above
        self.tree.chmod(FOLDER_MODE)

    def _remove_empty(self, folder: str) -> None:
        with suppress(OSError):  # not empty, or gone with one below
            while folder:
                os.rmdir(f"{self.tree}/{folder}")  # noqa: PTH106 -- as above
                folder = folder.rpartition("/")[0]

    def _make(self, folder: str, made: set[str]) -> None:
        if folder in made:
            return
        self._make(folder.rpartition("/")[0], made)
        made.add(folder)
        with suppress(FileExistsError):
            os.mkdir(f"{self.tree}/{folder}")  # noqa: PTH102 -- as above
            os.chmod(f"{self.tree}/{folder}", FOLDER_MODE)  # noqa: PTH101 -- as above


def take(destination: Destination, work: Path, site: OldSite, stood: Stood | None) -> FormerSite | None:
    """Take the former site into a work folder, where there is one that a new one can be made from.

    What is known of it is believed where the ``site`` ``stood`` as it was left, and this one too.
    """
    kept = destination.former
    try:
        status = kept.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            return None
        same_disk = status.st_dev == destination.site.stat().st_dev
        known = stood.trace if stood and stood.former else None
        if known and known.former and known.former.top.inode == status.st_ino:
            held, known_by = OldSite(files={}, strays=frozenset(), tidy=True), known
            there: Mapping[str, int] = {}
        else:
            held, known_by = read_tree(kept, given=destination.given), None
            there = read_old_site(destination).files if stood else site.files
        tree = work / "former"
        kept.rename(tree)
    except (OSError, UnsafeOutput):
        return None
    return FormerSite(tree=tree, held=held, site=there, known=known_by) if held.tidy and same_disk else None


def keep(tree: Path, destination: Destination) -> bool:
    """Keep a tree that was the site; return whether it is: where that cannot be, it goes with the work folder that it is in."""
    with suppress(OSError):
        tree.chmod(_PRIVATE)
        tree.rename(destination.former)
        return True
    return False


def keep_twin(twin: Path, destination: Destination) -> bool:
    """Keep a tree that holds the very files of the site; return whether there is such a tree.

    What was kept of a site that somebody removed goes with the work folder.
    """
    kept = destination.former
    with suppress(OSError):
        if kept.lstat().st_uid == os.geteuid():
            kept.rename(twin.with_name("former"))
    return keep(twin, destination)
