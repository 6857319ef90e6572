"""A site on which activities became different, from what they were to what they are."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from streekagenda.recurrence.differences import Days
from streekagenda.recurrence.turns import Known, Recent, State, in_order, turns_of
from tests.publications import html_sites

if TYPE_CHECKING:
    from streekagenda.model.event import Event
    from streekagenda.publications.site import Site

NOW = datetime(2026, 11, 22, 12)
"""A Sunday, at noon."""


def site(*changed: tuple[Event | None, Event | None, str], now: datetime = NOW, **more: Any) -> Site:
    """A site with events as they were, as they are, and the day on which they came to be so."""
    whole = html_sites.site(*(after for _, after, _ in changed if after), now=now, **more)
    days = Days(region=whole.region, now=datetime.combine(now.date(), datetime.min.time()), last=date(2027, 11, 22))
    turns = [
        turn
        for before, after, day in changed
        for turn in turns_of([State(since=None, day=None, event=before), state(day, after)], days)
    ]
    return replace(whole, recent=Recent(known=Known.ALL, since=date(2026, 11, 15), turns=in_order(turns)))


def state(day: str, event: Event | None) -> State:
    on = date.fromisoformat(day)
    return State(since=datetime(on.year, on.month, on.day, 9, tzinfo=UTC), day=on, event=event)
