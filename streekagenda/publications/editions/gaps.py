"""What is rendered once and filled in many times: a text with gaps for what differs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streekagenda.model.schedule import Hours
    from streekagenda.rendering.words import Words

_EDGE = "\x01"
"""A control character, which no text of a partner may hold."""
_GAP = re.compile(f"{_EDGE}([a-z_]+){_EDGE}")


def gap(name: str) -> str:
    """Return what a template is given for something that is not known yet."""
    return f"{_EDGE}{name}{_EDGE}"


def beginning_with_a_day(words: Words, hours: Hours | None) -> str:
    """Return a day and these hours in words that begin a sentence, with a gap: ``capital`` where the day begins it, else ``said``."""
    day = gap("said")
    said = words.with_hours(day, hours)
    return said.replace(day, gap("capital"), 1) if said.startswith(day) else words.capital(said)


def pattern(rendered: str) -> str:
    """Return a text as the left side of ``%``: a mapping by the names of its gaps fills them."""
    return _GAP.sub(r"%(\1)s", rendered.replace("%", "%%"))
