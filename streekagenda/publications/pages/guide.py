"""The guide for partners: a Markdown file of the layouts, ``layouts/templates/guide/<language>.md``."""

from __future__ import annotations

import re
from functools import partial
from textwrap import indent
from typing import TYPE_CHECKING

from streekagenda.model.text import Said
from streekagenda.publications.editions.heads import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition

_FROM_THE_FILE, _FROM_THE_SITE = "../../static/", "static/"
"""Where its pictures are, from the file itself, which can be read in the repository, and from the home of the site."""

_FALLBACK = "en"
"""The language of the guide where there is none in that of the page, as ``guide.md`` has it."""
_EXAMPLE = re.compile(r"^```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def pages(edition: Edition) -> Iterator[Output]:
    """Yield it."""
    yield edition.later(edition.path("guide"), _guide)


def _guide(edition: Edition) -> Output:
    words = edition.words
    head = Head(
        title=words.gettext("Guide for partners"),
        where=partial(edition.addresses.page, "guide"),
        description=words.gettext("In ten minutes from nothing to an activity in the calendar."),
        crumbs=((words.gettext("Submit an activity"), edition.path("submit")),),
    )
    renderer = edition.site.renderer
    written = renderer.render("guide.md", words, path=edition.path("guide")).replace(_FROM_THE_FILE, _FROM_THE_SITE)
    language = edition.language if renderer.has(f"guide/{edition.language}.md") else _FALLBACK
    return edition.page("guide.html", head, text=Said(text=_EXAMPLE.sub(_indented, written), language=language))


def _indented(example: re.Match[str]) -> str:
    """Return an example as Markdown first wrote it: partners' texts, which are read alike, know no fences."""
    return indent(example[1], "    ", lambda _: True)
