"""Days some months away, as people count them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_from(day: date, months: int) -> date:
    """Return the same day so many months away, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
