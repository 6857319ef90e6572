"""What a build is asked for, and what it did."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from streekagenda.diagnostics import Severity
from streekagenda.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from streekagenda.diagnostics import Diagnostic
    from streekagenda.output import Published

DEFAULT_ZONE = "Europe/Amsterdam"


class Settings(Struct, frozen=True, kw_only=True):
    """What a build depends on, beside the files in its folders and the git history."""

    content: Path
    layouts: Path
    output: Path
    now: datetime
    """The moment of the build; without a zone it is in that of the region."""
    base_url: str | None = None
    """Another address than the region's own, with a trailing slash."""
    jobs: int = 1
    """Processes to work with; the result is the same for any number."""
    strict: bool = False
    drafts: bool = False
    store: Store = field(default_factory=Store)
    """What was found before, in this run and in former ones; the result is the same without."""


class Built(Struct, frozen=True, kw_only=True):
    """What a build did; ``published`` is ``None`` when it wrote nothing."""

    diagnostics: tuple[Diagnostic, ...]
    published: Published | None

    @property
    def errors(self) -> int:
        """How many mistakes were found."""
        return sum(one.severity is Severity.ERROR for one in self.diagnostics)


def local(moment: datetime, zone: str) -> datetime:
    """Return a moment as naive wall-clock time in a zone."""
    return moment if moment.tzinfo is None else moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def months_later(day: date, months: int) -> date:
    """Return the same day of another month, or the last day that it has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for length in range(day.day, 27, -1):
        try:
            return date(year, month + 1, length)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def from_epoch(seconds: int) -> datetime:
    """Return the moment that SOURCE_DATE_EPOCH names (reproducible-builds.org)."""
    return datetime.fromtimestamp(seconds, UTC)


@contextmanager
def all_to_stay() -> Iterator[None]:
    """Have nobody look for rubbish while many things are made that stay to the end, nor among them until pages are made."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # else all of them are looked through as soon as the next thing is made
        if collecting:
            gc.enable()
