"""A picture in a page: copies in WebP for whoever can show them, the picture under its own name for everybody else.

HTML Living Standard, section 4.8.4. Width and height keep the place free while it comes, so that nothing jumps.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markupsafe import Markup

from streekagenda.model.text import Said
from streekagenda.urls import copy_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from streekagenda.model.media import Sizes

COLUMN = "(min-width: 48em) 45em, 92vw"
"""How wide a picture in a text is shown: the width of lines, or nearly the screen."""

_IN_TEXT = re.compile(r'<img alt="([^"]*)" src="([^"]*)">')
"""A picture as :mod:`streekagenda.rendering.sanitiser` writes it."""


def picture(
    path: str,
    alt: str | Said,
    *,
    known: Mapping[str, Sizes],
    link: Callable[[str], str],
    sizes: str = COLUMN,
    look: str = "",
    first: bool = False,
) -> Markup:
    """Return the picture at a path of the site as HTML.

    ``alt`` says its language where that is not the one around it; ``known`` are the pictures of the site, by their
    paths; ``sizes`` says how wide it is shown, as the attribute of that name does; ``look`` is its class; with ``first`` it is wanted at once, and else when a reader comes near it.
    """
    attributes = {"src": link(path)}
    attributes |= {"alt": alt.text, "lang": alt.language} if isinstance(alt, Said) else {"alt": alt}
    shown = known.get(path)
    if shown:
        attributes |= {"width": str(shown.width), "height": str(shown.height)}
    if look:
        attributes["class"] = look
    attributes |= {"fetchpriority": "high"} if first else {"loading": "lazy"}
    image = _tag("img", attributes | {"decoding": "async"})
    if not shown or not shown.webp:
        return image
    copies = ", ".join(f"{link(copy_of(path, width))} {width}w" for width in shown.webp)
    source = _tag("source", {"type": "image/webp", "srcset": copies, "sizes": sizes})
    return Markup("<picture>{}{}</picture>").format(source, image)


def with_sizes(html: Markup, *, root: str, known: Mapping[str, Sizes]) -> Markup:
    """Return a text of which each picture has its sizes; ``root`` is the link to the home of the site."""

    def sized(found: re.Match[str]) -> str:
        alt, address = unescape(found[1]), unescape(found[2])
        path = unquote(address.removeprefix(root))
        return picture(path, alt, known=known, link=lambda path: root + path) if path in known else found[0]

    return Markup(_IN_TEXT.sub(sized, html))  # noqa: S704 -- what was sanitised, with what is escaped above


def _tag(name: str, attributes: Mapping[str, str]) -> Markup:
    said = (Markup(' {}="{}"').format(key, value) for key, value in attributes.items())
    return Markup("<{}{}>").format(Markup(name), Markup("").join(said))  # noqa: S704 -- one of two names above
