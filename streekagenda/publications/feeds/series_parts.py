"""The parts of a series, each a rule that a calendar can keep, and the dates of it that it cannot."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.schedule import ONE_DAY
from streekagenda.publications.feeds.apart import apart
from streekagenda.publications.feeds.rule_parts import rule_parts
from streekagenda.recurrence.days import LAST_DAY, days
from streekagenda.recurrence.planned import planned_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.schedule import Rule, Series


class Window(Struct, frozen=True, kw_only=True):
    """The years for which endless series are written out where they must be."""

    year: int
    """The year of the build: in the next one the window reaches a year further."""
    last: date

    @classmethod
    def around(cls, today: date, horizon_months: int) -> Window:
        """Return a window of three years and at least a year beyond the horizon, which changes once a year."""
        return cls(year=today.year, last=date(today.year + max(3, 1 + -(-horizon_months // 12)), 12, 31))

    def seen_from(self, first: date) -> Window:
        """Return the window of a series that begins on a day: what begins after the window is looked at from there."""
        last = date(first.year + 1, 12, 31)
        return self if last <= self.last else replace(self, last=last)


class Part(Struct, frozen=True, kw_only=True):
    """A part of a series: a rule that begins on its first date, and which of the days that it gives are its own."""

    key: str
    rule: Rule
    last: date
    """Its last date; ``LAST_DAY`` where it has no end."""
    own: tuple[date, ...] | None
    """Its dates, of a rule without an end those of the window; ``None``: all that the rule gives."""
    excluded: tuple[date, ...] = ()
    apart: tuple[date, ...] = ()
    """Its dates that stand by themselves, and are excluded, since no calendar could keep them in the series."""

    def gives(self, day: date) -> bool:
        """Whether a day is a date of this part, and not apart from it."""
        given = any(days(self.rule, day, day)) if self.own is None else day in self.own
        return given and day not in self.apart


def parts(entry: Series, first: date, window: Window) -> Iterator[Part]:
    """Yield the parts of a series that have dates; a date belongs to the first part that gives it."""
    found = rule_parts(entry.rule, window.last)
    whole = len(found) == 1 and not entry.exclusions and found[0].rule.months == entry.rule.months
    if whole and not _ends(found[0].rule, window):
        yield Part(key="", rule=_from(found[0].rule, first), own=None, last=LAST_DAY)
        return
    left = set(planned_days(entry, entry.rule.start, _end(entry.rule, window)))
    goes_on = any(True for _ in planned_days(entry, window.last + ONE_DAY, LAST_DAY))
    for part in found:
        given = list(days(part.rule, part.rule.start, _end(part.rule, window)))
        own = [day for day in given if day in left]
        if own:
            excluded = tuple(day for day in given if day > own[0] and day not in left)
            left.difference_update(own)
            last = LAST_DAY if goes_on and not _ends(part.rule, window) else own[-1]
            yield Part(key=part.key, rule=_from(part.rule, own[0]), last=last, own=tuple(own), excluded=excluded)


def in_series(entry: Series, part: Part, zone: str, window: Window) -> Part | None:
    """Return a part with the dates apart that do not fit in a series of any calendar; ``None`` where those are all."""
    end = window.last if part.last == LAST_DAY else part.last
    alone = tuple(day for day in apart(entry, part.rule, zone, end) if part.own is None or day in part.own)
    if not alone:
        return part
    own = part.own if part.own is not None else days(part.rule, part.rule.start, end)
    left = [day for day in own if day not in alone]
    if not left:
        return None
    return replace(
        part,
        rule=_from(part.rule, left[0]),
        last=part.last if part.last == LAST_DAY else left[-1],
        excluded=tuple(sorted(day for day in (*part.excluded, *alone) if day > left[0])),
        apart=alone,
    )


def grew(entry: Series, part: Part, first: date, window: Window) -> int | None:
    """Return the year in which the newest of the days that a part names came into sight, if there is one.

    In that year's builds the window reached so far for the first time, and so it does in all builds after it.
    """
    if part.rule.count is not None:
        return None
    changed = {change.on for change in entry.changes}
    if part.own is None:
        named = [day for day in part.excluded if day not in changed]  # its changes are there from the beginning
    else:
        named = [*part.excluded, *changed.intersection(part.own)]
    ahead = window.last.year - window.year
    return max((day.year - ahead for day in named if day.year > first.year + 1), default=None)


def _end(rule: Rule, window: Window) -> date:
    return LAST_DAY if rule.count else min(rule.until or window.last, window.last)


def _ends(rule: Rule, window: Window) -> bool:
    return rule.count is not None or (rule.until is not None and rule.until <= window.last)


def _from(rule: Rule, first: date) -> Rule:
    """Return a rule that begins on one of its own days, so that DTSTART is the first instance and not excluded."""
    if rule.start == first:
        return rule
    if rule.count is None:
        return replace(rule, start=first)
    skipped = sum(1 for day in days(rule, rule.start, first) if day < first)
    return replace(rule, start=first, count=rule.count - skipped)
