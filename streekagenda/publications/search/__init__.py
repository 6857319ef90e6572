"""The page on which one searches, and beside it the index that the browser of the reader searches in.

It needs a script; without one the page offers the ways in. The index is made of what the model says, not of pages, so
that it is made beside them.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING

from streekagenda.output import Output, ready
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.search.entries import sources
from streekagenda.publications.search.forms import forms_of
from streekagenda.publications.search.groups import Groups
from streekagenda.publications.search.index import FIRST, Index, published
from streekagenda.publications.search.pagefind import code, code_names, program
from streekagenda.publications.search.postings import Postings
from streekagenda.publications.search.spelling import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from streekagenda.model.area import Area
    from streekagenda.publications.search.sections import Fragments
    from streekagenda.publications.site import Site

FOLDER, WORDS = "pagefind/", "words.txt"
"""Below the page."""


def possible() -> bool:
    """Whether one can search: in what forms words are found is known to a program that may not run on this machine."""
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
    folder = in_language.path("search")
    yield from _index(site, language, pagefind, folder)
    for name in code_names(language):
        yield Output(path=f"{folder}{FOLDER}{name}", make=partial(code, pagefind, language, name))


def _index(site: Site, language: str, pagefind: Path, folder: str) -> Iterator[Output]:
    said, index, counts = site.words[language], Index(language), Counter[str]()
    asked = site.index.asked
    with asked.during() as questions:  # what searches is the same, whatever there is to find
        groups = Groups(sources(site, said), site.blobs, f"{site.addresses.url}\0{language}".encode())
    forms = partial(forms_of, language=language, program=pagefind, blobs=site.blobs, site=site.addresses.url)
    for laid in groups.laid(lambda words: Postings(forms(words))):
        counts.update(laid.counts)
        files = iter(index.add(laid.section))
        sections = [(list(islice(files, len(one))), one) for one in laid.fragments]
        # where the same names stand, the same files do
        for names, fragments in asked.each(partial(iter, sections), partial(_name, language)):
            for number, name in enumerate(names):
                make = partial(_fragment, name, fragments, number)
                yield Output(path=f"{folder}{FOLDER}{name}", make=make, named_by_content=True)
    with asked.during():
        asked.note_all(questions)
        yield ready(folder + WORDS, "".join(f"{word}\n" for word in words(counts)).encode("utf-8"))
        for name, content in index.files(groups.former()):
            path, make = f"{folder}{FOLDER}{name}", partial(_published, name, content)
            yield Output(path=path, make=make, named_by_content=name != FIRST)
        groups.remember(index.of_words)


def _name(language: str, section: tuple[Iterable[str], Fragments]) -> str:
    """Return the name of a section, whose files are named by what they hold."""
    files, _ = section
    return f"{language} search {blake2b(' '.join(files).encode(), digest_size=12).hexdigest()}"


def _fragment(name: str, fragments: Fragments, number: int) -> bytes:
    return published(name, fragments(number))


def _published(name: str, content: Callable[[], bytes]) -> bytes:
    return published(name, content())


def _within(site: Site) -> dict[str, Area]:
    """Return, for each area whose name another one has too, the area that it lies in."""
    areas = {one.id: one for one in site.region.all_areas()}
    times = Counter(one.name.first for one in areas.values())
    return {one.id: areas[one.above[-1]] for one in areas.values() if one.above and times[one.name.first] > 1}
