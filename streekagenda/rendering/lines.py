"""A schedule on one line, for a list: ``elke zondag 14.00–16.00``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.schedule import Series, Single
from streekagenda.rendering.changes import with_status
from streekagenda.rendering.dates import needs_year
from streekagenda.rendering.remaining import OFF, taking_place
from streekagenda.rendering.rules import days_of, season_in_short

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.schedule import Moment, Schedule
    from streekagenda.rendering.dates import Dates


def schedule_on_a_line(schedule: Schedule, say: Dates, *, today: date | None = None) -> str:
    """Say days and hours: ``elke zondag 14.00–16.00``, ``zo 6 sep 14.00–16.00``, ``3 keer``.

    What lies behind ``today`` is left out, and what is off, unless nothing else remains.
    """
    entries = taking_place(schedule, today)
    singles = [entry.moment for entry in entries if isinstance(entry, Single)]
    series = [entry for entry in entries if isinstance(entry, Series)]
    said = [_series(entry, say) for entry in series]
    match singles:
        case [moment]:
            said.append(_moment(moment, say, today))
        case moments if not said:
            said.append(say.times(len(moments)))
    together = say.side_by_side(said) if said else ""
    if entries and all(entry.details.status in OFF for entry in entries):
        return with_status(together, entries[0].details, say)
    if series and len(singles) > 1:
        return say.gettext("%(when)s; also on other days") % {"when": together}
    return together


def _moment(moment: Moment, say: Dates, today: date | None) -> str:
    last = say.day_year_short(moment.last) if today and needs_year(moment.last, today) else say.day_short(moment.last)
    return (
        f"{last} {say.hours_short(moment)}"
        if moment.first == moment.last
        else f"{say.day_short(moment.first)} – {last}"
    )


def _series(series: Series, say: Dates) -> str:
    days = days_of(series.rule, say)
    said = f"{days} {say.hours_short(series.hours)}" if series.hours else days
    season = season_in_short(series.rule, say)
    return say.gettext("%(when)s (%(what)s)") % {"when": said, "what": season} if season else said
