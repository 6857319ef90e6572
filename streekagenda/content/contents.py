"""What a content file says; of files that were read by an earlier build it is unpacked when somebody asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from streekagenda.content.yaml_text import Spot, Value


class Contents(Struct, frozen=True, kw_only=True):
    """What a content file says, parsed."""

    document: Mapping[str, Value]
    body: str
    body_line: int
    yaml: str
    yaml_line: int
    start: Spot = (1, 1)
    """Where its first key stands."""

    def taken(self) -> Contents:
        """Return itself: it is there."""
        return self


class Shelf:
    """The contents of many files, which nobody may ask for: who takes one down unpacks them all."""

    def __init__(self, unpack: Callable[[], Sequence[Contents]]) -> None:
        """Take what unpacks them."""
        self._unpack = unpack

    @cached_property
    def contents(self) -> Sequence[Contents]:
        """All of them, in their order."""
        return self._unpack()


class Shelved(Struct, frozen=True, eq=False):  # noqa: PLW1641 -- as what holds a document, it has no hash
    """The contents of one file, where they are kept."""

    shelf: Shelf
    place: int

    def taken(self) -> Contents:
        """Return them."""
        return self.shelf.contents[self.place]

    def __eq__(self, other: object) -> bool:
        """Whether they are the same, kept or at hand."""
        return self.taken() == other.taken() if isinstance(other, (Contents, Shelved)) else NotImplemented
