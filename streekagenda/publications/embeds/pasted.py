"""What a CMS asks of a list when somebody pastes its address into a page: the frame, as oEmbed 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.json_text import json_file
from streekagenda.formats.oembed import Rich, oembed
from streekagenda.output import Output, ready
from streekagenda.publications.editions import snippets
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.editions.embedded import WAYS_IN, embedded, is_over, lasting, title
from streekagenda.publications.editions.indexes import kind_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.publications.site import Site

WIDTH = 600
"""CSS pixels; the frame takes the width that there is."""

LINK = '<blockquote><a href="{page}">{title}</a></blockquote>'
"""What WordPress shows where the frame cannot be.

It takes the height that a frame tells, and follows the links of its reader, only where this comes before the frame."""


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield an answer for home, for each list of which the frame says anything, and for each index page."""
    addresses, words = site.addresses, site.words[language]

    def answer(path: str, name: str) -> Output:
        return _answer(site, language, path, addresses.absolute(addresses.embed(path, language)), name)

    yield answer(addresses.home(language), words.text(site.region.title).text)
    for listing in site.index.asked.each(lambda: embedded(site), lambda one: f"{language} pasted {one.name}"):
        if not is_over(site, listing):
            path, src = listing.path(addresses, language), lasting(site, listing, language)
            yield _answer(site, language, path, src, title(site, listing, words))
    bare = edition(site, language, embedded=True)
    for kind in WAYS_IN:
        name = words.gettext("New and changed") if kind == "changes" else kind_title(bare, kind)
        yield answer(addresses.page(kind, language), words.gettext("Agenda: %(name)s") % {"name": name})


def _answer(site: Site, language: str, path: str, src: str, name: str) -> Output:
    addresses, words = site.addresses, site.words[language]
    link = snippets.filled(LINK, page=addresses.absolute(path), title=name)
    frame = snippets.frame(src, name)
    answer = Rich(
        title=name,
        # of a frame WordPress keeps its address, title and measures, and takes its style, but for these older ways to say it
        html=link
        + frame.replace("<iframe ", '<iframe frameborder="0" ', 1).replace(' width="600"', ' width="100%"', 1),
        width=WIDTH,
        height=snippets.HEIGHT,
        provider_name=words.text(site.region.title).text,
        provider_url=addresses.absolute(addresses.home(language)),
    )
    return ready(addresses.oembed(path, language), json_file(oembed(answer)))
