"""The site as the last build left it, where nothing but events changed since: of it is taken what is as it was."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from streekagenda.recurrence.footprints import Touched


class Former(Struct, frozen=True, kw_only=True):
    """A site of which it is certain how it stands, for one of the same day, region and program."""

    paths: AbstractSet[str]
    """Of its files."""
    changed: AbstractSet[str]
    """The ids of the events that came, went or are other ones since."""
    same_but_words: bool = False
    """Whether of these only what is said of them is another thing (:data:`~streekagenda.publications.editions.once.WORDS`)."""
    touched: Touched
    """What may have another answer since."""
    remarks: Mapping[str, str]
    """What was remarked of events when they were published (:data:`~streekagenda.recurrence.asked.REMARKED`)."""
    read: Callable[[str], bytes]
    """Gives a file by its path; nothing where it cannot be read."""

    def parts(self, path: Callable[[int], str]) -> Iterator[str]:
        """Yield the paths of what goes on from file to file; ``path`` gives that of a part, of which the first is 1."""
        for number in count(1):
            one = path(number)
            if one not in self.paths:
                return
            yield one
