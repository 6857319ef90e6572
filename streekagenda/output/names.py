"""Large sets of names, told by what differs from another one: a site holds 145,000, of which a build of little changes 100."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from itertools import filterfalse


class Names(Set[str]):
    """The names of another collection, but for some of these, and new ones."""

    def __init__(self, before: Collection[str], but: Set[str] = frozenset(), new: Set[str] = frozenset()) -> None:
        """Take names, those of them that are left out, and others; what is left out may be among these."""
        self._before, self._but, self._new = before, but, new

    def __contains__(self, name: object) -> bool:
        return name in self._new or (name in self._before and name not in self._but)

    def __iter__(self) -> Iterator[str]:
        yield from filterfalse(self._but.__contains__, self._before)
        yield from self._new

    def __len__(self) -> int:
        return len(self._before) - len(self._but) + len(self._new)

    def __xor__(self, other: Iterable[str]) -> Set[str]:  # type: ignore[override]
        """Return the names that are in one of both alone; where the other is what this one differs from, that is known."""
        if other is self._before:
            return {one for one in self._new if one not in self._before} | (self._but - self._new)
        return frozenset(self) ^ frozenset(other)
