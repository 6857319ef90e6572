"""Colours as pages have them (``#1b5e4b``), and how well one can be read on another (WCAG 2.2)."""

from __future__ import annotations

import colorsys
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Colour = tuple[float, float, float]
"""Red, green and blue in sRGB, each from 0 to 255."""

WHITE, BLACK = "#ffffff", "#000000"
_CALM = 0.45
"""A more saturated colour glares on black."""
_WRITTEN = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def is_colour(text: str) -> bool:
    """Whether a text is a colour in three or six hexadecimals."""
    return bool(_WRITTEN.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definitions)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour that has ``share`` (0 to 1) of the other in it."""
    return _written(a + (b - a) * share for a, b in zip(_parsed(one), _parsed(other), strict=True))


def lighter(colour: str, share: float) -> str:
    """Return a colour of the same hue (HSL), never glaring, whose lightness is a ``share`` of the way to white."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parsed(colour)))
    return _written(
        part * 255 for part in colorsys.hls_to_rgb(hue, lightness + (1 - lightness) * share, min(saturation, _CALM))
    )


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in _parsed(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parsed(colour: str) -> Colour:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[start : start + 2], 16) for start in (0, 2, 4))
    return red, green, blue


def _written(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)
