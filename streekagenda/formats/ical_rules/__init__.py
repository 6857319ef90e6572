"""The rules that every calendar program counts on, held against the bytes of a feed: a judge that knows no generator.

They are ten, as ``docs/decisions/0015-rules-of-feeds.md`` numbers them. :func:`broken_in_vevent` and
:func:`broken_in_head` are quick enough to look at everything that is written, so that a build which would break a rule
publishes nothing; :func:`broken_in_feed` looks at a whole feed, also at one that was made elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.ical_rules.feeds import (
    MOST_BYTES,
    MOST_EVENTS,
    broken_in_feed,
    broken_in_head,
    name_of,
    vevents_of,
)
from streekagenda.formats.ical_rules.lines import Broken
from streekagenda.formats.ical_rules.vevents import broken_in_vevent

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "MOST_BYTES",
    "MOST_EVENTS",
    "Broken",
    "BrokenFeed",
    "broken_in_feed",
    "broken_in_head",
    "broken_in_vevent",
    "name_of",
    "refuse",
    "vevents_of",
]


class BrokenFeed(Exception):
    """What we were about to publish would break a rule: a mistake of this program, not of who writes content."""

    def __init__(self, rule: int, found: str) -> None:
        """Take what :class:`Broken` holds, in a form that goes from one process to the other."""
        super().__init__(rule, found)
        self.broken = Broken(rule=rule, found=found)

    def __str__(self) -> str:
        return f"a feed would break rule {self.broken.rule}: {self.broken.found}"


def refuse(broken: Iterable[Broken]) -> None:
    """Raise BrokenFeed for the first rule that is broken, if any."""
    for one in broken:
        raise BrokenFeed(one.rule, one.found)
