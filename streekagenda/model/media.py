"""Files and links that content refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from streekagenda.model.text import Text


class Image(Struct, frozen=True, kw_only=True, gc=False):
    """A picture by its path below ``content/media/``, with the text for who cannot see it."""

    file: str
    alt: Text
    width: int | None = None
    """Pixels, read from the file."""
    height: int | None = None


class Sizes(Struct, frozen=True, kw_only=True, gc=False):
    """In which sizes a picture is published."""

    width: int
    """Pixels of the picture under its own name."""
    height: int
    webp: tuple[int, ...]
    """Widths, in pixels, of its copies in WebP; the smallest first."""


class Copies(Struct, frozen=True, kw_only=True, gc=False):
    """A picture as it is published; ``width`` and ``height`` are those of the one under its own name, in pixels."""

    width: int
    height: int
    own: bytes
    """Under its own name and in its own format."""
    webp: tuple[tuple[int, bytes], ...]
    """Copies by their width, the smallest first; none of what moves."""


class Attachment(Struct, frozen=True, kw_only=True, gc=False):
    """A flyer by its path below ``content/media/``."""

    file: str
    title: Text


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """An address elsewhere."""

    url: str
    title: Text
