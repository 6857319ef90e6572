"""All judges about all feeds of a site, and the dates that they see beside those that the pages show."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.conformance.rules import judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from streekagenda.conformance.dates import Date
    from streekagenda.conformance.judges.judge import Judge
    from streekagenda.conformance.rules import Sheet
    from streekagenda.output import Output


class Fault(Struct, frozen=True, kw_only=True):
    """Something that a feed does wrong."""

    code: str
    """``feed-rule-1`` to ``feed-rule-10``, ``feed-unread``, ``feed-date-missing`` or ``feed-date-unknown``."""
    feed: str
    """Its path; ``feeds/`` for what is not told of one feed."""
    judge: str = ""
    found: str
    """A content line, a message of the judge, or a title and its first date that is wrong."""


class Verdict(Struct, frozen=True, kw_only=True):
    """What the judges say."""

    feeds: int
    """How many were made."""
    faults: tuple[Fault, ...]
    dates: int
    """How many dates were compared; none when a feed could not be read."""


class Shown(Struct, frozen=True, kw_only=True):
    """The dates that the pages show from the first day to the last, in the wall-clock time of a zone."""

    dates: tuple[Date, ...]
    first: date
    last: date
    zone: ZoneInfo


def judge(outputs: Iterable[Output], shown: Shown, judges: Sequence[Judge]) -> Verdict:
    """Hold the calendars among some outputs against the ten rules, and ask the judges to read them.

    Their dates are compared when nobody had a complaint: what cannot be read says nothing of dates.
    """
    made = judged(outputs)
    rules = [Fault(code=f"feed-rule-{one.broken.rule}", feed=one.path, found=one.broken.found) for one in made.broken]
    unread = [fault for one in judges for fault in _unread(one, made.sheets)]
    compared = not rules and not unread
    wrong = [fault for one in judges for fault in _wrong_dates(one, made.sheets, shown)] if compared else []
    return Verdict(feeds=len(made.sheets), faults=(*rules, *unread, *wrong), dates=len(shown.dates) if compared else 0)


def _unread(one: Judge, sheets: Sequence[Sheet]) -> Iterator[Fault]:
    if one.complaints is None:
        return
    complaints = one.complaints([sheet.content for sheet in sheets])
    for sheet, messages in zip(sheets, complaints, strict=True):
        for message in messages:
            yield Fault(code="feed-unread", feed=sheet.path, judge=one.name, found=message)


def _wrong_dates(one: Judge, sheets: Sequence[Sheet], shown: Shown) -> Iterator[Fault]:
    """Yield what the pages show and the judge does not see, and the other way round; of each title the first date."""
    if one.dates is None:
        return
    feeds = [sheet.content for sheet in sheets if b"BEGIN:VEVENT\r\n" in sheet.content]
    seen = Counter(one.dates(feeds, shown.first, shown.last, shown.zone))
    expected = Counter(shown.dates)
    for code, wrong in (("feed-date-missing", expected - seen), ("feed-date-unknown", seen - expected)):
        firsts = {date.title: date for date in sorted(wrong, reverse=True)}
        for date in sorted(firsts.values()):
            found = f"{date.title} ({date.begin:%Y-%m-%d %H:%M} – {date.end:%Y-%m-%d %H:%M})"
            yield Fault(code=code, feed="feeds/", judge=one.name, found=found)
