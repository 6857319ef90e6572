"""The page on which one searches, and beside it the index that the browser of the reader searches in.

It needs a script; without one the page offers the ways in. The index is made of what the model says, not of pages, so
that it is made beside them.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from streekagenda.output import Output, ready
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.search.compounds import with_parts
from streekagenda.publications.search.entries import entries
from streekagenda.publications.search.index import index, program
from streekagenda.publications.search.same_bytes import in_order
from streekagenda.publications.search.spelling import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.area import Area
    from streekagenda.publications.site import Site

FOLDER, WORDS = "pagefind/", "words.txt"
"""Below the page."""


def possible() -> bool:
    """Whether an index can be made on this machine."""
    return program() is not None


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield the page in one language, and its index."""
    in_language = edition(site, language)
    head = Head(
        title=in_language.words.gettext("Search"),
        where=partial(site.addresses.page, "search"),
        description=in_language.words.gettext("Search in all activities, places and organisations."),
        section="search",
        sources=(("script-src", "'wasm-unsafe-eval'"),),
    )
    yield in_language.page("search.html", head, possible=possible(), within=_within(site))
    if (pagefind := program()) is None:
        return
    found = with_parts(list(entries(site, in_language.words)))
    folder = in_language.path("search")
    for name, content in in_order(index(pagefind, found, language)).items():
        yield ready(f"{folder}{FOLDER}{name}", content)
    yield ready(folder + WORDS, "".join(f"{word}\n" for word in words(found)).encode("utf-8"))


def _within(site: Site) -> dict[str, Area]:
    """Return, for each area whose name another one has too, the area that it lies in."""
    areas = {one.id: one for one in site.region.all_areas()}
    times = Counter(one.name.first for one in areas.values())
    return {one.id: areas[one.above[-1]] for one in areas.values() if one.above and times[one.name.first] > 1}
