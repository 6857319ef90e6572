"""Partners' Markdown to safe HTML and to plain text: the door to markdown and nh3."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


def to_html(text: str, *, heading_level: int = 2, root: str = "") -> Markup:
    """Return Markdown as HTML that is safe to put into a page as it is.

    ``heading_level`` is the level of its highest heading; ``root`` is the link from the page to the site's home
    (``../../``), put before links and images that have no scheme. Pictures come from ``media/`` only.
    """
    raise NotImplementedError


def plain(text: str) -> str:
    """Return Markdown as plain text: blocks apart by an empty line, list items with ``- ``, links as ``text (address)``."""
    raise NotImplementedError


def first_paragraph(text: str, *, limit: int = 300) -> str:
    """Return the first paragraph as plain text on one line, cut at a word with ``…`` when it is longer than ``limit``."""
    raise NotImplementedError


def media_in(text: str) -> tuple[str, ...]:
    """Return the files that a text shows or links to, by their paths below ``content/media/``."""
    raise NotImplementedError
