"""A day that is not known yet, within a sentence that is made once for all days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.gaps import gap

if TYPE_CHECKING:
    from streekagenda.model.schedule import Hours
    from streekagenda.rendering.words import Words


def beginning_with_a_day(words: Words, hours: Hours | None) -> str:
    """Return a day and these hours in words that begin a sentence, with a gap: ``capital`` where the day begins it, else ``said``."""
    day = gap("said")
    said = words.with_hours(day, hours)
    return said.replace(day, gap("capital"), 1) if said.startswith(day) else words.capital(said)
