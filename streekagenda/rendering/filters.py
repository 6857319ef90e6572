"""What templates can ask for: filters, and functions that know on which page they stand."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from markupsafe import Markup, escape

from streekagenda.formats.json_text import json_in_html
from streekagenda.model.text import Said, Text
from streekagenda.rendering import pictures, prose
from streekagenda.rendering.cldr import direction
from streekagenda.urls import relative, to_root

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.runtime import Context

    from streekagenda.formats.json_text import Json
    from streekagenda.model.details import Price
    from streekagenda.model.media import Image
    from streekagenda.rendering.words import Words

_OWN_DRAWING = re.compile('<use href="#([^"]+)"')


def links_from(
    page: str, addresses: Mapping[str, str], *, base: object = None, embedded: object = False
) -> dict[str, Callable[..., str]]:
    """Return ``link``, ``asset`` and ``icon`` of the page at a path, by their names; ``addresses`` are those of the static files.

    A page that a host shows at any depth (``404.html``) has a ``base`` path, from which all its links start. An embed holds
    the drawings that it uses: within the frame of a CMS a file of drawings is a stranger's.
    """
    link = _Links(page, base).__getitem__

    def asset(name: str) -> str:
        return link(addresses[name])

    file = "" if embedded else asset("icons.svg")

    return {"link": link, "asset": asset, "icon": partial(_icon, file)}


class _Links(dict[str, str]):
    """Links from one page to paths, each made once."""

    def __init__(self, page: str, base: object) -> None:
        self._page = page
        self._root = "../" * page.count("/") if base is None else str(base)
        # What else begins so may share more of the way than the root; nearly no path does.
        self._own = page[: page.find("/") + 1] if base is None else ()

    def __missing__(self, path: str) -> str:
        link = self[path] = relative(path, self._page) if path.startswith(self._own) else self._root + path
        return link


@lru_cache(maxsize=4_096)
def _icon(file: str, name: str, *, turns: bool = False) -> Markup:
    """Return a drawing of the file at an address, which is the same on all pages that lie equally deep."""
    kind = "icon icon-turns" if turns else "icon"
    return Markup(f'<svg class="{kind}" aria-hidden="true"><use href="{escape(file)}#{escape(name)}"/></svg>')  # noqa: S704 -- escaped


def page_functions(icons: Mapping[str, str]) -> dict[str, Callable[..., str]]:
    """Return ``picture`` and ``drawings``, of the icons, by their names."""

    @pass_context
    def picture(context: Context, image: Image | str, **how: Any) -> Markup:  # noqa: ANN401 -- as pictures.picture() says
        words, known, addresses = context["words"], context["site"].pictures, context["addresses"]
        file, said = (image, _said("", words)) if isinstance(image, str) else (image.file, _said(image.alt, words))
        alt = said.text if said.language == words.language else said
        return pictures.picture(addresses.media(file), alt, known=known, link=context["link"], **how)

    def drawings(html: str) -> Markup:
        used = sorted(set(_OWN_DRAWING.findall(html)) & icons.keys())
        return Markup("".join(icons[name] for name in used))  # noqa: S704 -- of the layouts

    return {"picture": picture, "drawings": drawings}


def filters_for(words: Words) -> dict[str, Callable[..., str]]:
    """Return the filters for pages in one language."""

    @pass_context
    def prose_(context: Context, body: Text | Said | str, *, heading_level: int = 2) -> Markup:
        said = _said(body, words)
        root = to_root(context["path"])
        html = prose.to_html(said.text, heading_level=heading_level, root=root)
        if "<img " in html and "site" in context:
            html = pictures.with_sizes(html, root=root, known=context["site"].pictures)
        return html if said.language == words.language else _in_language("div", said.language, words, html)

    def said(text: Text | Said | str) -> Markup:
        one = _said(text, words)
        escaped = escape(one.text)
        if one.language == words.language:
            return escaped
        # Where the direction differs, what stands around it must not be turned about.
        element = "span" if direction(one.language) == words.direction else "bdi"
        return _in_language(element, one.language, words, escaped)

    def in_language(text: str, language: str) -> Markup:
        return said(Said(text=text, language=language))

    def price_(price: Price | None) -> Markup:
        """As in Words; where the organiser wrote a text, it says its language."""
        own_words = price.text if price is not None and price.amount is None else None
        return said(own_words or words.price(price))

    def text(some: Text | Said | str) -> str:
        return _said(some, words).text

    return {
        "prose": prose_,
        "said": said,
        "text": text,
        "day": words.day,
        "clock": words.clock,
        "in_language": in_language,
        "price": price_,
        "json_ld": _json_ld,
    }


def _said(text: Text | Said | str, words: Words) -> Said:
    match text:
        case Text():
            return words.text(text)
        case Said():
            return text
        case _:
            return Said(text=text, language=words.language)


def _in_language(element: str, language: str, words: Words, content: Markup) -> Markup:
    tag = Markup(element)  # noqa: S704 -- one of three names above
    if direction(language) == words.direction:
        return Markup('<{0} lang="{1}">{2}</{0}>').format(tag, language, content)
    return Markup('<{0} lang="{1}" dir="{3}">{2}</{0}>').format(tag, language, content, direction(language))


def _json_ld(data: Json) -> Markup:
    return Markup(json_in_html(data))  # noqa: S704 -- nothing in it means anything to HTML
