"""A draft of the accessibility statement; which status a site has is for its owner to say, after research.

A region that has its own statement writes it as a free page, which takes the place of the draft.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions.heads import Head
from streekagenda.urls import ACCESSIBILITY_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the draft, unless the region has a statement of its own."""
    if any(page.id == ACCESSIBILITY_PAGE for page in edition.site.calendar.pages):
        return
    head = Head(title=edition.words.gettext("Accessibility"), where=partial(edition.addresses.page, "accessibility"))
    yield edition.page("accessibility.html", head)
