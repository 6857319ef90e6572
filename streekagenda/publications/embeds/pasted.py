"""What a CMS asks of a list when somebody pastes its address into a page: the frame, as oEmbed 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.json_text import json_file
from streekagenda.formats.oembed import Rich, oembed
from streekagenda.output import Output
from streekagenda.publications.editions import snippets
from streekagenda.publications.editions.embedded import embedded, is_over, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site

WIDTH = 600
"""CSS pixels; the frame takes the width that there is."""

LINK = '<blockquote><a href="{page}">{title}</a></blockquote>'
"""What WordPress shows where the frame cannot be.

It takes the height that a frame tells, and follows the links of its reader, only where this comes before the frame."""


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield an answer for each list of which the frame says anything."""
    for listing in embedded(site):
        if not is_over(site, listing):
            path = site.addresses.oembed(listing.path(site.addresses, language), language)
            yield Output(path=path, content=json_file(oembed(_answer(site, language, listing))))


def _answer(site: Site, language: str, listing: Listing) -> Rich:
    addresses, words = site.addresses, site.words[language]
    path, name = listing.path(addresses, language), title(site, listing, words)
    link = snippets.filled(LINK, page=addresses.absolute(path), title=name)
    frame = snippets.frame(addresses.absolute(addresses.embed(path, language)), name)
    return Rich(
        title=name,
        # of a frame WordPress keeps its address, title and measures, and takes its style, but for these older ways to say it
        html=link
        + frame.replace("<iframe ", '<iframe frameborder="0" ', 1).replace(' width="600"', ' width="100%"', 1),
        width=WIDTH,
        height=snippets.HEIGHT,
        provider_name=words.text(site.region.title).text,
        provider_url=addresses.absolute(addresses.home(language)),
    )
