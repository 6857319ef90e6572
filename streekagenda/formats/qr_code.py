"""QR codes (ISO/IEC 18004) as drawings for a page; the door to zxing-cpp."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

QUIET_ZONE = 4
"""Modules of white around a code (ISO/IEC 18004): without them a phone may not see where it begins."""
MASK = 3
"""Readers undo any of the eight masks; which one looks best is no matter of a version of a library."""

_DARK = re.compile(b"\x00+")


def qr_code(address: str, title: str) -> str:
    """Return an ``<svg class="qr">`` that a phone reads an address from; ``title`` is its name for who cannot see it.

    Black on white in every colour scheme, with error correction M, so that a crease does no harm. It has no size of its
    own: the style sheet gives it one, of at least 2 cm on paper.
    """
    return _drawing(address).replace(">", f"><title>{escape(title, quote=False)}</title>", 1)


@lru_cache(maxsize=1_000)
def _drawing(address: str) -> str:
    """The code without a title: that of a feed stands on pages in every language."""
    import zxingcpp  # noqa: PLC0415 -- only pages that are made anew need it

    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=MASK)
    image = code.to_image()
    # As numpy would read it: a byte for each module, the quiet zone with them.
    modules, side = memoryview(image.__array_interface__["data"]).tobytes(), image.shape[0]
    return (
        f'<svg role="img" viewBox="0 0 {side} {side}" class="qr"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
        f'<path stroke="#000" d="M{QUIET_ZONE} {QUIET_ZONE}.5{_lines(modules, side)}"/></svg>'
    )


def _lines(modules: bytes, side: int) -> str:
    """Return the dark modules (0) as lines through their middle: each from where the last one ended, row below row."""
    steps, x, y = [], QUIET_ZONE, QUIET_ZONE
    for dark in _DARK.finditer(modules):
        (row, begins), width = divmod(dark.start(), side), dark.end() - dark.start()
        steps.append(f"m{begins - x} {row - y}h{width}")
        x, y = begins + width, row
    return "".join(steps).removeprefix("m0 0")
