"""DayOfWeek (schema.org/DayOfWeek)."""

from __future__ import annotations

from streekagenda.model.schedule import Weekday

_NAMES = {
    Weekday.MO: "Monday",
    Weekday.TU: "Tuesday",
    Weekday.WE: "Wednesday",
    Weekday.TH: "Thursday",
    Weekday.FR: "Friday",
    Weekday.SA: "Saturday",
    Weekday.SU: "Sunday",
}


def day_of_week(weekday: Weekday) -> str:
    """Return ``https://schema.org/Sunday``."""
    return f"https://schema.org/{_NAMES[weekday]}"
