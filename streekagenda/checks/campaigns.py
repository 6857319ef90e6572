"""Whether campaigns and their events agree."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding
from streekagenda.model.schedule import Series
from streekagenda.recurrence.expansion import expand_entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.checks.checked import Checked
    from streekagenda.model.event import Campaign, Event

A_YEAR = timedelta(days=366)


def without_events(checked: Checked) -> Iterator[Finding]:
    """A campaign that is not over, and that no event names."""
    if not checked.campaigns:
        return
    used = {one.id for event in checked.calendar.events for one in event.campaigns}
    for campaign in checked.campaigns:
        if campaign.id not in used and (campaign.last is None or campaign.last >= checked.today):
            yield Finding(path=campaign.source.path, key=("title",), values={"id": campaign.id})


def events_outside(checked: Checked) -> Iterator[Finding]:
    """An event of which no date lies within the days of a campaign that it names; who asks about either is told."""
    for event in checked.calendar.events:
        for index, campaign in enumerate(event.campaigns):
            asked = checked.asked(event.source.path) or checked.asked(campaign.source.path)
            if asked and checked.runs(event) and _is_outside(event, campaign, checked.last):
                days = {"first": str(campaign.first or "…"), "last": str(campaign.last or "…")}
                yield Finding(
                    path=event.source.path,
                    key=("campaign", index),
                    values={"campaign": campaign.title.first, **days},
                    others=(campaign.source.path,),
                )


def _is_outside(event: Event, campaign: Campaign, horizon: date) -> bool:
    if campaign.first is None and campaign.last is None:
        return False
    for entry in event.schedule.entries:
        begins = entry.rule.start if isinstance(entry, Series) else entry.moment.first
        first = campaign.first or begins
        last = campaign.last or max(first, begins, horizon) + A_YEAR
        if any(one.moved_to is None for one in expand_entry(event, entry, first, last)):
            return False
    return True
