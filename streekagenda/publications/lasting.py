"""How long what was published stays what a new build of the same would publish: until something is over."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from streekagenda.model.schedule import MIDNIGHT, ONE_DAY
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import until
from streekagenda.publications.editions.opening import open_today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from streekagenda.model.schedule import Moment
    from streekagenda.publications.site import Site


def lasts_until(site: Site) -> datetime:
    """Return the first moment after that of the site, on the wall clock of the region, at which it would be another one.

    That is when a date or the hours of an open door are over, at the latest at the next whole hour: screens say it.
    """
    now = site.timeline.now
    hour = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    midnight = now.combine(now.date() + ONE_DAY, MIDNIGHT)
    ends = (end for one in _moments(site) if (end := until(one)) > now)
    return min(chain((hour, midnight), ends))


def _moments(site: Site) -> Iterator[Moment]:
    for one in site.index.select(Selection(), site.today - ONE_DAY, site.today):
        yield one.moment
    for turn in site.recent.turns:
        for date in turn.dates:
            yield from (one.moment for one in (date.before, date.after) if one is not None)
    for place in open_today(site):
        yield from (window.moment for window in place.windows)
