"""How much is going on: counts for the ways in, and the campaigns of now."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import NEAR, between
from streekagenda.publications.editions.once import told_wordless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streekagenda.model.event import Campaign
    from streekagenda.publications.site import Site


def activities(site: Site, ahead: timedelta = NEAR) -> Mapping[tuple[str, str], int]:
    """Return how many activities take place in the days ahead, by kind and id: ``("area", "zandweerd")``.

    What is not in it has none.
    """
    counts: defaultdict[tuple[str, str], int] = defaultdict(int)
    counts.update({(kind, one): many for kind, one, many in _counts(site, ahead.days)})
    return counts


@told_wordless
def _counts(site: Site, days: int) -> tuple[tuple[str, str, int], ...]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    there: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    dates = between(site, Selection(), site.today, site.today + timedelta(days=days))
    for one in {id(one.circumstances): one.circumstances for one in dates if one.takes_place}.values():
        event = one.event
        if (where := one.area) is not None:
            there[where.line].add(event.id)  # many share it
        for topic in event.topics:
            found["topic", topic.id].add(event.id)
        for audience in event.audiences:
            found["audience", audience.id].add(event.id)
    for line, events in there.items():
        for area in line:
            found["area", area] |= events
    return tuple(sorted((*facet, len(events)) for facet, events in found.items()))


def running_campaigns(site: Site) -> list[Campaign]:
    """Return the campaigns that are not over, the nearest first; one without dates while it has something to come."""
    today = site.today
    open_ended = {
        campaign.id
        for campaign in site.calendar.campaigns
        if campaign.last is None and site.index.select(Selection(campaign=campaign.id), today)
    }
    running = [
        campaign
        for campaign in site.calendar.campaigns
        if campaign.id in open_ended or (campaign.last is not None and campaign.last >= today)
    ]
    return sorted(running, key=lambda campaign: (campaign.first or today, campaign.id))
