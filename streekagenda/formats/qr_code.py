"""QR codes (ISO/IEC 18004) as drawings for a page; the door to segno."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET_ZONE = 4
"""Modules of white around a code (ISO/IEC 18004): without them a phone may not see where it begins."""
MASK = 3
"""Readers undo any of the eight masks; to weigh them all for each code takes three quarters of the time."""

_DARK = re.compile(b"\x01+")


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
    side = code.symbol_size(border=QUIET_ZONE)[0]
    return (
        f'<svg role="img" viewBox="0 0 {side} {side}" class="qr"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
        f'<path stroke="#000" d="M{QUIET_ZONE} {QUIET_ZONE}.5{_lines(code.matrix)}"/></svg>'
    )


def _lines(matrix: Sequence[bytearray]) -> str:
    """Return the dark modules (1) as lines through their middle: each from where the last one ended, row below row."""
    steps, x, y = [], 0, 0
    for row, modules in enumerate(matrix):
        for dark in _DARK.finditer(modules):
            steps.append(f"m{dark.start() - x} {row - y}h{dark.end() - dark.start()}")
            x, y = dark.end(), row
    return "".join(steps).removeprefix("m0 0")
