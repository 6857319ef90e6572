"""The code that another site takes in to show a list.

Each is a template with names in braces. ``layouts/static/builder.js`` fills the same templates, so that what a page says
without script is what it says with one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SANDBOX = (
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox "
    "allow-top-navigation-by-user-activation"
)
"""What the frame may: run its own scripts, and follow a link that its reader pressed (HTML, the sandbox attribute)."""

HEIGHT = 600
"""Pixels of a frame that has no script to fit it."""

# As a block it stands in the middle of a column that centres its blocks, as those of WordPress do, and leaves no gap below.
# It is as wide as its column; the attribute, which may hold pixels only, is for a CMS that takes the style away.
FRAME = (
    '<iframe src="{src}" title="{title}" width="600" height="{height}" style="border:0;display:block;width:100%" '
    f'loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="{SANDBOX}"></iframe>'
)
ELEMENT = (
    '<streek-agenda src="{src}" title="{title}" style="display:block"><a href="{page}">{title}</a></streek-agenda>'
)
NEWEST_SCRIPT = '<script src="{script}" async></script>'
CHECKED_SCRIPT = '<script src="{script}" integrity="{integrity}" crossorigin="anonymous" async></script>'

TEMPLATES: Mapping[str, str] = {
    "frame": FRAME,
    "element": ELEMENT,
    "newest": NEWEST_SCRIPT,
    "checked": CHECKED_SCRIPT,
}
"""By their names in ``builder.js``."""


def filled(template: str, **values: str | int) -> str:
    """Return a template with its values, each as it may stand in an attribute and between elements (HTML, section 13.3)."""
    return template.format(**{name: _escaped(str(value)) for name, value in values.items()})


def frame(src: str, title: str, *, height: int = HEIGHT) -> str:
    """Return the frame of an embed: its absolute address, and what screen readers call it."""
    return filled(FRAME, src=src, title=title, height=height)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
