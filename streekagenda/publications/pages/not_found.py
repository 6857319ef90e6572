"""The page for an address that does not exist; a host shows it at any depth, so its links name the base path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.editions.heads import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition


PATH = "404.html"


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the page, in the default language alone: a host has one."""
    if edition.language == edition.addresses.languages[0]:
        head = Head(title=edition.words.gettext("This page does not exist"), where=lambda _: PATH)
        yield edition.page("404.html", head, base_path=edition.addresses.base_path)
