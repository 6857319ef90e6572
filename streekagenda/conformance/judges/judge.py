"""The shape of a judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from streekagenda.conformance.dates import Date


class Judge(Struct, frozen=True, kw_only=True):
    """A program that reads feeds, written by others."""

    name: str
    """Its name, and that of its engine of recurrences where that is another."""
    complaints: Callable[[Sequence[bytes]], list[list[str]]] | None = None
    """What it finds wrong in each of some feeds; an empty list when it takes every line and every VEVENT."""
    dates: Callable[[Sequence[bytes], date, date, ZoneInfo], list[Date]] | None = None
    """The dates that it sees in some feeds that it can read, which begin on a day from the first to the last, sorted."""
