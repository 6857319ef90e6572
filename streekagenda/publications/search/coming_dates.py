"""The coming dates of an event as a result shows them, so that it stays true for days after the build."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from streekagenda.formats.json_text import json_in_html
from streekagenda.model.details import BookingState
from streekagenda.model.occurrence import without_traces
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import faded_events, held_between, not_over, until
from streekagenda.recurrence.asked import HELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.formats.json_text import Json
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

MOST = 6
"""So many dates of an event go into its result; a site is built daily, so that a weekly activity lasts for weeks."""


def events_to_come(site: Site) -> list[tuple[Event, int]]:
    """Return each event of which anything is to come, the nearest first, and how many of its dates have begun.

    Whatever the hour, the same is left of an event on a day as long as the same has begun, and is not over.
    """
    asked, today, without = site.index.asked, site.today, faded_events(site)
    with asked.during():
        begun = without_traces(not_over(held_between(site, Selection(), today, today), site.timeline.now))
        nearest = [*begun, *without_traces(site.index.nearest(today))]
    asked.note((HELD, Selection(), today, None))
    many, events = Counter(one.event.id for one in begun), [one.circumstances.event for one in nearest]
    return [(one, many[one.id]) for one in {one.id: one for one in events}.values() if one.id not in without]


def dates_to_come(site: Site, event: Event) -> Sequence[Occurrence]:
    """Return what is to come of one of these events, the nearest first."""
    with site.index.asked.during():  # who asks for these has asked for all that is to come
        dates = site.index.of(event)
    since = site.today
    shown = [one for one in dates if one.moment.first >= since or one.moment.all_day]
    return without_traces(not_over(shown, site.timeline.now))


def dates_text(words: Words, occurrences: Sequence[Occurrence]) -> tuple[str, str]:
    """Return the first dates as a result shows them, and the words by which they are found.

    They are shown by JSON: ``[[until, when, what differs, 1 where one cannot go], …]``. Where more follow, a text comes
    last: until when the last of them is coming. ``until`` is a moment on the region's wall clock (ISO 8601, to the
    minute), as in the attributes of pages.
    """
    first = occurrences[:MOST]
    moments, differing = [words.moment(one.moment) for one in first], [_differing(words, one) for one in first]
    told: list[Json] = [
        [
            until(one.moment).isoformat(timespec="minutes"),
            moment,
            *([what] if what else ()),
            *(() if one.takes_place else (1,)),
        ]
        for one, moment, what in zip(first, moments, differing, strict=True)
    ]
    if len(occurrences) > MOST:
        told.append(until(occurrences[-1].moment).isoformat(timespec="minutes"))
    return json_in_html(told), " ".join((*_said_once(moments), *filter(None, dict.fromkeys(differing))))


def _said_once(moments: Iterable[str]) -> Iterator[str]:
    """Yield the words of the first moment, and of each other one those between what begins and ends both."""
    first, *others = (moment.split() for moment in moments)
    yield from first
    for other in others:
        begin = sum(1 for _ in takewhile(_equal, zip(first, other, strict=False)))
        end = sum(1 for _ in takewhile(_equal, zip(reversed(first), reversed(other[begin:]), strict=False)))
        yield from other[begin : len(other) - end]


def _equal(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _differing(words: Words, occurrence: Occurrence) -> str:
    status, booking = words.status(occurrence), occurrence.booking
    if not status and booking is not None and booking.state is BookingState.FULL:
        return words.gettext("Full")
    return status
