"""What one publication knows of a site, for the next one: then nobody lists it, or looks at a file twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.output.old_site import OldSite
from streekagenda.output.traces import folders_above, look, look_again, with_folders

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from streekagenda.output.traces import Look


class Aside(Struct, frozen=True, kw_only=True):
    """What a publication knew of the site that it set aside, by what it knew of the new one."""

    folders: str
    """How its folders stand, as :attr:`~streekagenda.output.traces.Look.as_folders` says."""
    other: Sequence[str]
    """The names of its files that are other ones in the new site, or are not there."""
    new: Sequence[str]
    """The names of files that are in the new site alone."""

    def above(self, paths: Sequence[str], files: int) -> Sequence[str]:
        """Return its folders, where the new site has these paths: so many files, and then the folders above them."""
        folders, fresh, other = paths[files:], folders_above(self.new), folders_above(self.other)
        if set(fresh) <= set(other) <= set(folders):
            return folders
        return folders_above(frozenset(paths[:files]).difference(self.new).union(self.other))


class Stood(Struct, frozen=True, kw_only=True):
    """A site that stands as the last publication left it."""

    look: Look
    """At all of it, just now."""
    aside: Aside | None = None
    """What is known of the site before it."""
    former: Look | None = None
    """At the folders of that one, just now, where somebody had the time."""

    def old_site(self) -> OldSite:
        """Return it as it was made: what it would be found to hold by listing it, but for the inodes."""
        return OldSite(files=dict.fromkeys(self.look.held.paths, 0), strays=frozenset(), tidy=True)

    def set_aside(self, written: Collection[str], removed: Collection[str]) -> Aside:
        """Return what is known of it when another one takes its place, by the names of files that this one has or lacks."""
        held = frozenset(self.look.held.paths)
        other = [*(name for name in written if name in held), *removed]
        return Aside(folders=self.look.as_folders, other=other, new=[name for name in written if name not in held])


class Left(Struct, frozen=True, kw_only=True):
    """The site as a publication leaves it."""

    site: Path
    files: Sequence[str]
    """The names of all that it holds."""
    aside: Aside | None = None
    """What is known of the site before it."""
    stood: Stood | None = None
    """How it stood before, of which all is true of files that were not made."""
    folders: Look | None = None
    """How the folders that took its place stood before; ``None`` where it stands as it did."""
    made: Collection[str] = ()
    """Names of files that are other ones, or were linked again."""
    gone: Collection[str] = ()
    """Names of files that were in it, or in the folders that took its place, and are not there now."""

    def look(self) -> Look:
        """Look at all that is not known; raises OSError from the machine."""
        if self.stood is None:
            return look(self.site, with_folders(self.files), len(self.files))
        if self.folders is None:
            return self.stood.look
        return look_again(self.site, self.stood.look.held, self.folders, self.made, self.gone)
