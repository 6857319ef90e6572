"""What stands around every page, made once for all pages that lie equally deep in one section of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from streekagenda.urls import to_root

if TYPE_CHECKING:
    from streekagenda.publications.editions.heads import Head
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words


class Frame(Struct, frozen=True, kw_only=True):
    """What every page says of itself, what stands above it and below it."""

    made_on: Markup
    """Attributes of ``<html>``."""
    top: Markup
    """Notices, and the way to the home page."""
    menu: Markup
    footer: Markup


class Frames:
    """Makes the frames of one language, for pages or for embeds, which have notices and nothing else around them."""

    def __init__(self, site: Site, words: Words, *, embedded: bool) -> None:
        self._site = site
        self._words = words
        self._embedded = embedded
        self._made: dict[tuple[str, bool, str, str], Frame] = {}

    def around(self, head: Head, path: str, base_path: object) -> Frame:
        """Return the frame of the page at a path; its links start from ``base_path`` where that is given."""
        root = to_root(path) if base_path is None else str(base_path)
        here = path.rpartition("/")[2] if base_path is None else path
        language = self._words.language
        is_index = bool(head.section) and path == self._site.addresses.page(head.section, language)
        key = (head.section, is_index, root, here)
        frame = self._made.get(key)
        if frame is None:
            frame = self._made[key] = self._make(path, base_path, section=head.section, is_index=is_index, root=root)
        return frame

    def _make(self, path: str, base_path: object, **around: object) -> Frame:
        def part(template: str) -> Markup:
            text = site.renderer.render(
                template,
                self._words,
                path=path,
                base_path=base_path,
                addresses=site.addresses,
                site=site,
                region=site.region,
                today=site.today,
                embedded=self._embedded,
                **around,
            )
            return Markup(text)  # noqa: S704 -- from a template

        site = self._site
        if self._embedded:
            return Frame(made_on=part("made_on.html"), top=part("notices.html"), menu=Markup(), footer=Markup())
        return Frame(
            made_on=part("made_on.html"), top=part("top.html"), menu=part("menu.html"), footer=part("footer.html")
        )
