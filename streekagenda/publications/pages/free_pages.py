"""The pages of plain text that a region writes itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions.heads import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition


def pages(edition: Edition) -> Iterator[Output]:
    """Yield each of them."""
    for page in edition.site.calendar.pages:
        title = edition.words.text(page.title)
        head = Head(title=title.text, language=title.language, where=partial(edition.addresses.free_page, page.id))
        yield edition.page("free_page.html", head, page=page)
