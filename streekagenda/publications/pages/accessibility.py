"""A draft of the accessibility statement; which status a site has is for its owner to say, after research."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions.heads import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the statement."""
    head = Head(title=edition.words.gettext("Accessibility"), where=partial(edition.addresses.page, "accessibility"))
    yield edition.page("accessibility.html", head)
