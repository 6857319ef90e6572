"""The coming dates of an event as a result shows them, so that it stays true for days after the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.json_text import json_in_html
from streekagenda.model.details import BookingState
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import between, over, until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.formats.json_text import Json
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

MOST = 6
"""So many dates of an event go into its result; a site is built daily, so that a weekly activity lasts for weeks."""


def by_event(site: Site) -> list[list[Occurrence]]:
    """Return what is to come by event, the nearest first; an event that lies behind is not there."""
    found: dict[str, list[Occurrence]] = {}
    now = site.timeline.now
    for one in between(site, Selection(), site.today):
        if one.moved_to is None and not over(one.moment, now):
            found.setdefault(one.event.id, []).append(one)
    return list(found.values())


def dates_text(words: Words, occurrences: Sequence[Occurrence]) -> str:
    """Return the first dates as JSON: ``[[until, when, what differs, 1 where one cannot go], …]``.

    Where more follow, a text comes last: until when the last of them is coming.

    ``until`` is a moment on the region's wall clock (ISO 8601, to the minute), as in the attributes of pages.
    """
    told: list[Json] = [_told(words, one) for one in occurrences[:MOST]]
    if len(occurrences) > MOST:
        told.append(until(occurrences[-1].moment).isoformat(timespec="minutes"))
    return json_in_html(told)


def _told(words: Words, occurrence: Occurrence) -> list[Json]:
    told: list[Json] = [until(occurrence.moment).isoformat(timespec="minutes"), words.moment(occurrence.moment)]
    status = words.status(occurrence)
    booking = occurrence.booking
    if not status and booking is not None and booking.state is BookingState.FULL:
        status = words.gettext("Full")
    if status:
        told.append(status)
    if not occurrence.takes_place:
        told.append(1)
    return told
