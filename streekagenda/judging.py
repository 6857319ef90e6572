"""``check --feeds``: every feed is made, and every judge that is here reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct

from streekagenda import conformance
from streekagenda.builds import months_later
from streekagenda.conformance.compared import Shown
from streekagenda.conformance.dates import Date
from streekagenda.diagnostics import Diagnostic, Location, diagnostic
from streekagenda.formats.ical import line
from streekagenda.preparing import expand, site_of
from streekagenda.publications import feeds
from streekagenda.publications.editions.wording import title
from streekagenda.recurrence.clock_changes import existing_time

if TYPE_CHECKING:
    from streekagenda.builds import Settings
    from streekagenda.content.calendar import Validated
    from streekagenda.publications.site import Site


class CheckedFeeds(Struct, frozen=True, kw_only=True):
    """What became of ``check --feeds``."""

    diagnostics: tuple[Diagnostic, ...]
    feeds: int
    """How many calendars were made."""
    dates: int
    """How many dates of the pages were compared with what the judges see."""
    asked: tuple[str, ...]
    """The judges."""
    lacking: tuple[str, ...]
    """Those that are not installed."""


def check_feeds(validated: Validated, settings: Settings) -> CheckedFeeds:
    """Make every feed of what is valid, and ask every judge that is here; nothing is written, no network is used."""
    judges, lacking = conformance.judges()
    asked = tuple(one.name for one in judges)
    if validated.calendar is None:
        return CheckedFeeds(diagnostics=(), feeds=0, dates=0, asked=asked, lacking=lacking)
    site = site_of(expand(validated.calendar, settings.now), validated.media, settings)
    verdict = conformance.judge(feeds.calendars.outputs(site), shown(site), judges)
    location = Location(path="region.yaml")
    return CheckedFeeds(
        diagnostics=tuple(
            diagnostic(one.code, location, {"feed": one.feed, "judge": one.judge, "found": one.found})
            for one in verdict.faults
        ),
        feeds=verdict.feeds,
        dates=verdict.dates,
        asked=asked,
        lacking=lacking,
    )


def shown(site: Site) -> Shown:
    """Return the dates that the pages show from today to the horizon, as a calendar program should show them."""
    region = site.region
    words = site.words[region.language]
    last = months_later(site.today, region.horizon_months)
    return Shown(
        dates=tuple(
            Date(
                existing_time(one.moment.start, region.timezone),
                existing_time(one.moment.end, region.timezone),
                line(title(words, one.title, one.status)),
            )
            for one in site.timeline.occurrences
            if one.moved_to is None and site.today <= one.moment.first <= last
        ),
        first=site.today,
        last=last,
        zone=ZoneInfo(region.timezone),
    )
