"""Stage 4: the checks are run on what is valid, what they see gets its place in a file, and what is told is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda import checks
from streekagenda.builds import local, months_later
from streekagenda.checks.checked import Checked
from streekagenda.checks.judging import Placed
from streekagenda.content.locating import Locator
from streekagenda.diagnostics import Severity, diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.builds import Settings
    from streekagenda.checks.checked import Known
    from streekagenda.checks.judging import Judged
    from streekagenda.checks.online import Ask
    from streekagenda.content.calendar import Validated
    from streekagenda.content.records import Records
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.calendar import Calendar


class Looked(Struct, frozen=True, kw_only=True):
    """What the checks saw, told or not."""

    checked: Checked
    seen: tuple[Placed, ...]
    told: tuple[Placed, ...]
    unneeded: tuple[Placed, ...]
    """Acceptances that nothing of it needed."""


def day_of(
    calendar: Calendar, settings: Settings, focus: frozenset[str] | None = None, known: Known | None = None
) -> Checked:
    """Return what checks look at: a calendar on the day of the settings."""
    today = local(settings.now, calendar.region.timezone).date()
    last = months_later(today, calendar.region.horizon_months)
    return Checked(calendar=calendar, today=today, last=last, focus=focus, known=known)


def look(checked: Checked, records: Records, validated: Validated, ask: Ask | None = None) -> Looked:
    """Run the checks; whether a file has a mistake makes no difference yet."""
    locator = Locator(records)
    seen = tuple(placed(checks.seen(checked, ask), locator))
    told, needed = checks.told(seen, validated.accepted)
    unneeded = checks.unneeded(checked, validated.accepted, needed, ask)
    return Looked(checked=checked, seen=seen, told=tuple(told), unneeded=tuple(placed(unneeded, locator)))


def to_tell(mistakes: Iterable[Diagnostic], found: Iterable[Placed]) -> Iterator[Diagnostic]:
    """Yield the mistakes, and what was found that can be told beside them."""
    mistakes = tuple(mistakes)
    whole = all(one.severity is not Severity.ERROR for one in mistakes)
    yield from mistakes
    for one in found:
        if whole or one.diagnostic.code not in checks.OF_A_WHOLE:
            yield one.diagnostic


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics in the order in which they are told, however they were found."""
    return tuple(sorted(found, key=_order))


def _order(one: Diagnostic) -> tuple[object, ...]:
    place = one.location
    return place.path, place.line, place.column, one.code, one.others, one.values


def placed(found: Iterable[Judged], locator: Locator) -> Iterator[Placed]:
    """Give each finding its place."""
    for one in sorted(found, key=lambda one: one.finding.path):  # the places of a file are found once, all together
        seen = one.finding
        path, key, text = seen.path, seen.key, seen.suggestion
        location = locator.find(path, key, excerpt=seen.excerpt, language=seen.language)
        correction = (
            locator.correction(path, key, text, excerpt=seen.excerpt, language=seen.language)
            if text is not None
            else None
        )
        told = diagnostic(
            one.code, location, seen.values, severity=one.severity, suggestion=text, correction=correction
        )
        yield Placed(path=path, diagnostic=replace(told, others=seen.others))
