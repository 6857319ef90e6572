"""Something that can be found on a site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable


class Entry(Struct, frozen=True, kw_only=True):
    """A page, or one thing that has a page."""

    path: str
    """Of the page, from the home of the site."""
    content: str
    """All words that it is found by."""
    meta: Mapping[str, str]
    """What a result shows."""
    found_by: Mapping[str, str] = field(default_factory=dict)
    """Of what it shows the words that it can be found by too, which weigh as the script says (``layouts/static/search.js``)."""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Source(Struct, frozen=True, kw_only=True):
    """An entry that is made where it is needed."""

    name: str
    """Which no other entry has, and which this one keeps."""
    made_of: str
    """As long as it is the same, the entry is; nothing where that is not known."""
    make: Callable[[], Entry]
