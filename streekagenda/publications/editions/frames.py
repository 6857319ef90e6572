"""What stands around every page, made once for all pages that lie equally deep in one section of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from streekagenda.urls import relative

if TYPE_CHECKING:
    from streekagenda.publications.editions.heads import Head
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """The menu above a page and the footer below it."""

    menu: Markup
    footer: Markup


class Frames:
    """Makes the frames of one language."""

    def __init__(self, site: Site, words: Words) -> None:
        self._site = site
        self._words = words
        self._made: dict[tuple[str, bool, str], Frame] = {}

    def around(self, head: Head, path: str, base_path: object) -> Frame:
        """Return the frame of the page at a path; its links start from ``base_path`` where that is given."""
        root = relative("", path) if base_path is None else str(base_path)
        language = self._words.language
        is_index = bool(head.section) and path == self._site.addresses.page(head.section, language)
        key = (head.section, is_index, root)
        if key not in self._made:
            self._made[key] = Frame(menu=self._render("menu.html", *key), footer=self._render("footer.html", *key))
        return self._made[key]

    def _render(self, template: str, section: str, is_index: bool, root: str) -> Markup:
        text = self._site.renderer.render(
            template,
            self._words,
            section=section,
            is_index=is_index,
            root=root,
            addresses=self._site.addresses,
            site=self._site,
            region=self._site.region,
        )
        return Markup(text)  # noqa: S704 -- from a template
