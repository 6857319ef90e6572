"""What is known beside the phrase itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.recurrence.phrases.lexicon import Names


class Context(Struct, frozen=True, kw_only=True):
    """What helps to read a phrase, or to ask well."""

    names: Names
    phrase: str
    """The original text."""
    today: date | None = None
    """A day to reckon from in questions; it never decides what is understood."""
    start: date | None = None
    """The first possible day, said elsewhere."""
    until: date | None = None
    """The last possible day, said elsewhere."""
    recurring: bool = False
    """Whether the place of the phrase says that it recurs, such as the key ``every``."""
    beside: date | None = None
    """The last date that stands before what is read now."""
    several: bool = False
    """Whether the phrase tells of several days of the week, each with its time: then they recur."""
