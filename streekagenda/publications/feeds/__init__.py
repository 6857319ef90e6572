"""Feeds: a selection of the calendar in one's own calendar, feed reader or program.

A feed is the same for every language: its texts are in the default language of the region.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.feeds import calendars, one_date, readers

__all__ = ["calendars", "one_date", "outputs", "readers"]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.site import Site


def outputs(site: Site) -> Iterator[Output]:
    """Yield every feed of the table of addresses, and the index of them all."""
    yield from calendars.outputs(site)
    yield from readers.outputs(site)
