"""The former site, kept beside the site: from it the next one is made by what differs, and not by linking every file.

It lies beside the site as ``.<name>.former``, in a folder that nobody else may enter; files that did not change are one
file in both. What differs is found by comparing the two, name by name and inode by inode. Where a publication wrote down
what it made differ (:class:`~streekagenda.output.known_site.Aside`), and all folders still stand as they were left, that is believed instead: a file of
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
from streekagenda.output.known_site import Aside, Stood
from streekagenda.output.old_site import FOLDER_MODE, OldSite, read_tree
from streekagenda.output.traces import Folders, folders_above, look

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from streekagenda.output.traces import Look

_PRIVATE = 0o700


class FormerSite(Struct, frozen=True, kw_only=True):
    """A tree that was the site before the last publication."""

    tree: Path
    held: OldSite
    """Nothing where it stands as it was left."""
    site: Mapping[str, int]
    """The files of the site, with their inodes; none where it stands as it was left."""
    aside: Aside | None = None
    """What is known of it, where it stands as it was left."""
    folders: Look | None = None
    """How they stand then."""

    def differing(self, unchanged: set[str]) -> set[str]:
        """Return of the files of the site that stay those that are other ones in it, or are not there."""
        if self.aside:
            return unchanged & {*self.aside.other, *self.aside.new}
        own, site = self.held.files, self.site
        return {name for name in unchanged if own.get(name) != site[name]}

    def without(self, written: set[str], unchanged: set[str], removed: set[str]) -> set[str]:
        """Return the names of all that it holds but what is written, or stays in the site; ``removed`` is what that held more."""
        if self.aside:
            held = {*removed}.difference(self.aside.new).union(self.aside.other)
        else:
            held = {*self.held.files, *self.held.strays}
        return held - unchanged - written

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


def folders_of(site: Path, paths: Sequence[str], files: int, aside: Aside) -> Folders:
    """Return the folders of the former site of one that has these paths, as far as it stands as it was left: so many files, and the folders."""
    destination = Destination(given=site, site=Path(os.path.realpath(site)), mounted=False)
    return Folders(_place(destination), aside.above(paths, files))


def take(destination: Destination, work: Path, site: OldSite, stood: Stood | None) -> FormerSite | None:
    """Take the former site into a work folder, where there is one that a new one can be made from.

    What is known of it is believed where the ``site`` ``stood`` as it was left.
    """
    kept = _place(destination)
    try:
        status = kept.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            return None
        same_disk = status.st_dev == destination.site.stat().st_dev
        folders = _as_left(kept, stood, stood.aside) if stood and stood.aside else None
        nothing = OldSite(files={}, strays=frozenset(), tidy=True)
        held = nothing if folders else read_tree(kept, given=destination.given)
        tree = work / "former"
        kept.rename(tree)
    except (OSError, UnsafeOutput):
        return None
    if not (held.tidy and same_disk):
        return None
    if folders and stood:
        return FormerSite(tree=tree, held=held, site={}, aside=stood.aside, folders=folders)
    return FormerSite(tree=tree, held=held, site=dict(stood.look.inodes()) if stood else site.files)


def _as_left(tree: Path, stood: Stood, aside: Aside) -> Look | None:
    """Return the folders of a tree where it stands as it was left."""
    with suppress(OSError):  # one is gone
        folders = stood.former
        if folders is None or folders.top.inode != tree.stat().st_ino:
            held = stood.look.held.paths
            folders = look(tree, aside.above([*held, *stood.look.folders.paths], len(held)), files=0)
        if folders.as_folders == aside.folders:
            return folders
    return None


def keep(tree: Path, destination: Destination) -> None:
    """Keep a tree that was the site; where that cannot be, it goes with the work folder that it is in."""
    with suppress(OSError):
        tree.chmod(_PRIVATE)
        tree.rename(_place(destination))


def keep_twin(twin: Path, files: Iterable[str], destination: Destination) -> Aside | None:
    """Keep a tree that holds the very files of the site, and return what is known of it; ``None`` where there is no such tree.

    What was kept of a site that somebody removed goes with the work folder.
    """
    kept = _place(destination)
    with suppress(OSError):
        if kept.lstat().st_uid == os.geteuid():
            kept.rename(twin.with_name("former"))
    with suppress(OSError):
        folders = look(twin, folders_above(files), files=0)
        twin.chmod(_PRIVATE)
        twin.rename(kept)
        return Aside(folders=folders.as_folders, other=(), new=())
    return None


def _place(destination: Destination) -> Path:
    return destination.workplace / f"{destination.prefix}.former"
