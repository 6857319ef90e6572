"""A region's colour, made readable on light and on dark paper (WCAG 2.2, success criterion 1.4.3)."""

from __future__ import annotations

LIGHT_PAPER, LIGHT_CARD, DARK_CARD = "#faf6ef", "#fffefb", "#1f2522"
"""Backgrounds of ``layouts/static/site.css``: of light ones the darkest, of dark ones the lightest is the test."""
READABLE_ON_LIGHT, READABLE_ON_DARK = 5.5, 8.0
"""Contrast of a link with its background: more than the 4.5 of level AA, so that it holds on tints too."""
_STEPS = 40

Colour = tuple[float, float, float]


def theme_css(primary: str) -> str:
    """Return the style sheet that gives a site its own colour, as custom properties."""
    light = _readable(_parsed(primary), _parsed(LIGHT_PAPER), READABLE_ON_LIGHT, towards=(0, 0, 0))
    dark = _readable(_parsed(primary), _parsed(DARK_CARD), READABLE_ON_DARK, towards=(255, 255, 255))
    return (
        f":root {{ {_properties(light, _parsed(LIGHT_CARD), tint=0.12)} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {_properties(dark, _parsed(DARK_CARD), tint=0.2)} }} }}\n"
        "@media print { :root { --accent: #000; --accent-tint: #fff; } }\n"
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours such as ``#1b5e4b``: from 1 to 21."""
    return _contrast(_parsed(one), _parsed(other))


def _properties(accent: Colour, card: Colour, *, tint: float) -> str:
    white, black = (255.0, 255.0, 255.0), (16.0, 24.0, 20.0)
    on_accent = white if _contrast(accent, white) >= _contrast(accent, black) else black
    return (
        f"--accent: {_written(accent)}; --on-accent: {_written(on_accent)}; "
        f"--accent-tint: {_written(_mixed(card, accent, tint))};"
    )


def _readable(colour: Colour, paper: Colour, wanted: float, *, towards: Colour) -> Colour:
    """Return the colour, or the nearest one on the way to black or white that can be read on the paper."""
    for step in range(_STEPS + 1):
        mixed = _mixed(colour, towards, step / _STEPS)
        if _contrast(mixed, paper) >= wanted:
            return mixed
    return towards


def _contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def _parsed(colour: str) -> Colour:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[start : start + 2], 16) for start in (0, 2, 4))
    return red, green, blue


def _written(colour: Colour) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour)
