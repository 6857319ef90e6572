"""QR codes (ISO/IEC 18004) as drawings for a page; the door to segno."""

from __future__ import annotations

from functools import lru_cache
from html import escape

QUIET_ZONE = 4
"""Modules of white around a code (ISO/IEC 18004): without them a phone may not see where it begins."""
MASK = 3
"""Readers undo any of the eight masks; to weigh them all for each code takes three quarters of the time."""


def qr_code(address: str, title: str) -> str:
    """Return an ``<svg class="qr">`` that a phone reads an address from; ``title`` is its name for who cannot see it.

    Black on white in every colour scheme, with error correction M, so that a crease does no harm. It has no size of its
    own: the style sheet gives it one, of at least 2 cm on paper.
    """
    return _drawing(address).replace(">", f"><title>{escape(title, quote=False)}</title>", 1)


@lru_cache(maxsize=1_000)
def _drawing(address: str) -> str:
    """The code without a title: that of a feed stands on pages in every language."""
    import segno  # noqa: PLC0415 -- brings urllib and ssl with it, and only pages that are made anew need it

    code = segno.make(address, error="m", micro=False, boost_error=False, mask=MASK)
    drawing = code.svg_inline(
        border=QUIET_ZONE, dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=True
    )
    return drawing.replace("<svg ", '<svg role="img" ', 1)
