"""What feeds mean: as our own pages say, and as every judge of ``streekagenda.conformance`` sees it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from streekagenda import conformance
from streekagenda.conformance import Date
from streekagenda.model.details import Status
from streekagenda.publications.site import Site
from streekagenda.recurrence.clock_changes import existing_time
from streekagenda.recurrence.expansion import expand

if TYPE_CHECKING:
    from streekagenda.conformance.judges.judge import Judge

ZONE = ZoneInfo("Europe/Amsterdam")
PREFIXES = {Status.CANCELLED: "AFGELAST: ", Status.POSTPONED: "UITGESTELD: ", Status.ONLINE: "ONLINE: "}
ALL, LACKING = conformance.judges()
"""What is not installed judges nothing here; in CI a test fails for it (``tests/conformance``)."""
PARSERS = tuple(judge for judge in ALL if judge.complaints)
JUDGES = tuple(judge for judge in ALL if judge.dates)
IN_THIS_PROCESS = tuple(judge for judge in JUDGES if "ical.js" not in judge.name)


def ours(site: Site, first: date, last: date) -> list[Date]:
    """The dates that the pages show: those that begin on one of these days."""
    return sorted(
        Date(
            existing_time(one.moment.start, str(ZONE)),
            existing_time(one.moment.end, str(ZONE)),
            PREFIXES.get(one.status, "") + one.title.first,
        )
        for event in site.calendar.events
        for one in expand(event, first, last)
        if one.moved_to is None and first <= one.moment.first <= last
    )


def seen(judge: Judge, feed: bytes, first: date, last: date) -> list[Date]:
    """The dates that a judge sees in a feed."""
    assert judge.dates is not None
    return judge.dates([feed], first, last, ZONE)


def complaints(feed: bytes) -> dict[str, list[str]]:
    """What the judges in this process find wrong in a feed."""
    return {
        judge.name: said
        for judge in PARSERS
        if judge.complaints and "ical.js" not in judge.name and (said := judge.complaints([feed])[0])
    }
