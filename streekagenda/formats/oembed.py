"""oEmbed 1.0 (oembed.com): what a CMS asks for when somebody pastes an address into a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from streekagenda.formats.json_text import JsonObject

MEDIA_TYPE = "application/json+oembed"
"""Of the link by which a page says where its answer is (section 4)."""
A_DAY = 24 * 60 * 60


class Rich(Struct, frozen=True, kw_only=True):
    """An answer of the type ``rich`` (section 2.3.4.4)."""

    title: str
    html: str
    """What stands in the page of the host."""
    width: int
    """CSS pixels, as is the height: the type asks for numbers. A file cannot heed the ``maxwidth`` of who asks."""
    height: int
    provider_name: str
    provider_url: str


def oembed(answer: Rich) -> JsonObject:
    """Return an answer as the object that a consumer reads; it is good for a day."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": answer.title,
        "provider_name": answer.provider_name,
        "provider_url": answer.provider_url,
        "cache_age": A_DAY,
        "width": answer.width,
        "height": answer.height,
        "html": answer.html,
    }
