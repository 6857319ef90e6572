"""A schedule on one line, for a list: ``elke zondag 14.00–16.00``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.schedule import Series, Single
from streekagenda.rendering.remaining import taking_place
from streekagenda.rendering.rules import days_of, season_in_short

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.schedule import Schedule
    from streekagenda.rendering.dates import Dates


def schedule_on_a_line(schedule: Schedule, say: Dates, *, today: date | None = None) -> str:
    """Say days and hours: ``elke zondag 14.00–16.00``, ``zo 6 sep 14.00–16.00``, ``3 keer``.

    What lies behind ``today`` is left out, and what is off, unless nothing else remains.
    """
    entries = taking_place(schedule, today)
    singles = [entry.moment for entry in entries if isinstance(entry, Single)]
    said = [_series(entry, say) for entry in entries if isinstance(entry, Series)]
    match singles:
        case []:
            pass
        case [moment] if moment.first != moment.last:
            said.append(f"{say.day_short(moment.first)} – {say.day_short(moment.last)}")
        case [moment]:
            said.append(f"{say.day_short(moment.first)} {say.hours_short(moment)}")
        case _:
            said.append(say.times(len(singles)))
    return "; ".join(said)


def _series(series: Series, say: Dates) -> str:
    days = days_of(series.rule, say)
    said = f"{days} {say.hours_short(series.hours)}" if series.hours else days
    season = season_in_short(series.rule, say)
    return f"{said}, {season}" if season else said
