"""The page on which one searches, and beside it the index that the browser of the reader searches in.

It needs a script; without one the page offers the ways in. The index is made of what the model says, not of pages, so
that it is made beside them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from streekagenda.output import Output, ready
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.search.compounds import with_parts
from streekagenda.publications.search.entries import entries
from streekagenda.publications.search.index import Indexing, program
from streekagenda.publications.search.same_bytes import in_order
from streekagenda.publications.search.spelling import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.area import Area
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.asked import Question

FOLDER, WORDS = "pagefind/", "words.txt"
"""Below the page."""


def possible() -> bool:
    """Whether an index can be made on this machine."""
    return program() is not None


class Search:
    """The page in one language, and its index, which a program makes meanwhile for who begins in time."""

    def __init__(self, site: Site, language: str) -> None:
        """Take the site; nothing is asked of it yet."""
        self._site, self._language = site, language
        self._begun: _Begun | None = None

    def begin(self) -> None:
        """Have the index made."""
        if (pagefind := program()) is None:
            return
        with self._site.index.asked.during() as asked:
            found = with_parts(list(entries(self._site, self._site.words[self._language])))
        listed = "".join(f"{word}\n" for word in words(found)).encode("utf-8")
        self._begun = _Begun(indexing=Indexing(pagefind, found, self._language), words=listed, asked=asked)

    def outputs(self) -> Iterator[Output]:
        """Yield the page and its index; waits for what was begun, which is given once."""
        in_language = edition(self._site, self._language)
        head = Head(
            title=in_language.words.gettext("Search"),
            where=partial(self._site.addresses.page, "search"),
            description=in_language.words.gettext("Search in all activities, places and organisations."),
            section="search",
            sources=(("script-src", "'wasm-unsafe-eval'"),),
        )
        yield in_language.page("search.html", head, possible=possible(), within=_within(self._site))
        if self._begun is None:
            self.begin()
        begun, self._begun = self._begun, None
        if begun is None:
            return
        self._site.index.asked.note_all(begun.asked)
        folder = in_language.path("search")
        for name, content in in_order(begun.indexing.files()).items():
            yield ready(f"{folder}{FOLDER}{name}", content)
        yield ready(folder + WORDS, begun.words)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Begun:
    """An index that is being made, the words it is made of, and what was asked for them."""

    indexing: Indexing
    words: bytes
    asked: set[Question]


def _within(site: Site) -> dict[str, Area]:
    """Return, for each area whose name another one has too, the area that it lies in."""
    areas = {one.id: one for one in site.region.all_areas()}
    times = Counter(one.name.first for one in areas.values())
    return {one.id: areas[one.above[-1]] for one in areas.values() if one.above and times[one.name.first] > 1}
