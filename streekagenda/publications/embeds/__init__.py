"""What other sites show of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.embeds import bare, dates, fragments, pasted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.site import Site


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield all of it in one of the languages of a site."""
    for kind in site.index.asked.each(lambda: (bare, fragments, dates, pasted)):
        yield from kind.outputs(site, language)
