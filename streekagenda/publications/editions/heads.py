"""What a page says of itself, before it has a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from streekagenda.formats.json_text import JsonObject, Written

MENU = ("agenda", "area", "topic", "audience", "place", "map", "subscribe", "search")
"""The sections of the menu that stands on every page (``layouts/templates/menu.html``)."""


class Head(Struct, frozen=True, kw_only=True):
    """What a page says of itself."""

    title: str
    """Without the name of the site."""
    language: str = ""
    """BCP 47: that of the title, where a partner wrote it; nothing where it is in that of the page."""
    warning: str = ""
    """What comes before the title in a browser's tab, a search result or a shared link: that it does not go ahead."""
    where: Callable[[str], str]
    """Its path in a language: in its own, and in the others that the reader can switch to."""
    description: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    """Names and paths between the home page and this one."""
    section: str = ""
    """The entry of the menu that it belongs to."""
    feed: str | None = None
    """Path of the iCalendar feed with the same contents."""
    atom: str | None = None
    """Path of the Atom feed with the same contents."""
    image: str | None = None
    """Path of a picture."""
    data: tuple[JsonObject | Written, ...] = ()
    """What it says in terms of schema.org."""
    sources: tuple[tuple[str, str], ...] = ()
    """What this page alone may do beside what every page may: directives and sources (CSP Level 3 section 2.3)."""
