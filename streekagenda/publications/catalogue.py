"""Every file of a site, made when somebody asks for it: for who looks at one page, and not at all of them."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from streekagenda.output import Output


class Group(Struct, frozen=True, kw_only=True):
    """Files that are listed together, knowing nothing of others."""

    name: str
    """For who measures."""
    below: tuple[str, ...]
    """With what their paths begin."""
    outputs: Callable[[], Iterator[Output]]
    part: int | None = None
    """So many of them can be made apart from the others; ``None`` where saying which there are is most of the work."""
    find: Callable[[str], Output | None] | None = None
    """Gives the file at a path, where it may know that without listing others; of the same bytes as that in the list."""


class Listing(Struct, frozen=True, kw_only=True):
    """Files that list what others made."""

    below: tuple[str, ...]
    """With what their paths begin."""
    of: str
    """With what the paths begin that they want to know; those of later listings are never among them."""
    outputs: Callable[[AbstractSet[str]], Iterator[Output]]
    part: int | None = None
    """As that of a :class:`Group`."""


class Catalogue:
    """The files of one site; several threads may ask. What was made stays, for a page is asked for more than once."""

    def __init__(self, groups: Sequence[Group], listings: Sequence[Listing]) -> None:
        """Take what a site is made of; none of it is listed before it is needed."""
        self._groups, self._listings = [_Listed(one) for one in groups], list(listings)
        self._found: dict[str, Output] = {}
        self._made: dict[str, bytes] = {}
        self._lock = RLock()

    def __contains__(self, path: str) -> bool:
        """Whether there is such a file; it is not made."""
        with self._lock:
            return self._find(path) is not None

    def read(self, path: str) -> bytes | None:
        """Return a file, or ``None`` where there is none; raises what making it raises."""
        with self._lock:
            made = self._made.get(path)
            if made is None and (output := self._find(path)):
                made = self._made[path] = output.make()
            return made

    def _find(self, path: str) -> Output | None:
        while path not in self._found:
            if group := next((one for one in self._groups if path.startswith(one.below)), None):
                if output := group.find(path):
                    self._found[path] = output
                else:
                    self._take(group, up_to=path)
            elif listing := next((one for one in self._listings if path.startswith(one.below)), None):
                self._list(listing)
            else:
                return None
        return self._found[path]

    def _take(self, group: _Listed, *, up_to: str | None = None) -> None:
        """List the files of a group: all of them, or no more than it takes to come upon one."""
        try:
            for output in group.outputs:
                self._found[output.path] = output
                if output.path == up_to:
                    return
        except Exception:
            group.begin()  # one that raised is asked again
            raise
        self._groups.remove(group)

    def _list(self, listing: Listing) -> None:
        """Take a listing, after the former ones of which it wants to know: as a build does."""
        for former in self._listings[: self._listings.index(listing)]:
            if any(place.startswith(listing.of) for place in former.below):
                self._list(former)
        self._found.update((one.path, one) for one in listing.outputs(self._paths(listing.of)))
        self._listings.remove(listing)

    def _paths(self, below: str) -> frozenset[str]:
        """Return the paths of all files that begin so."""
        for group in [one for one in self._groups if any(place.startswith(below) for place in one.below)]:
            self._take(group)
        return frozenset(path for path in self._found if path.startswith(below))


class _Listed:
    """A group of which the first files were listed."""

    def __init__(self, group: Group) -> None:
        self.below = group.below
        self.find = group.find or (lambda _: None)
        self._group = group
        self.begin()

    def begin(self) -> None:
        """List the files from the first on; nothing is asked before it is needed."""
        self.outputs = (one for outputs in (self._group.outputs,) for one in outputs())
