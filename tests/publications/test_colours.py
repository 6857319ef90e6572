"""Whatever colour a region chooses, its links can be read on light and on dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.publications.colours import DARK_CARD, LIGHT_CARD, LIGHT_PAPER, contrast, theme_css

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
AA = 4.5


def properties(css: str) -> list[dict[str, str]]:
    """Those of light and those of dark."""
    return [dict(re.findall(r"--([\w-]+): (#\w+);", line)) for line in css.splitlines()[:2]]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#abc", "#abc", 1)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert round(contrast(one, other), 2) == expected


@given(COLOURS)
def test_every_colour_becomes_readable(primary: str) -> None:
    light, dark = properties(theme_css(primary))
    for accent, papers in ((light, [LIGHT_PAPER, LIGHT_CARD]), (dark, [DARK_CARD])):
        assert min(contrast(accent["accent"], paper) for paper in papers) >= AA
        assert contrast(accent["accent"], accent["accent-tint"]) >= AA
        assert contrast(accent["accent"], accent["on-accent"]) >= AA


def test_colour_that_can_be_read_stays_as_it_is() -> None:
    light, _ = properties(theme_css("#1b5e4b"))
    assert light["accent"] == "#1b5e4b"


def test_backgrounds_are_those_of_the_style_sheet() -> None:
    css = Path("layouts/static/site.css").read_text(encoding="utf-8")
    light, dark = css.split("@media (prefers-color-scheme: dark)")[:2]
    assert f"--paper: {LIGHT_PAPER};" in light
    assert f"--card: {LIGHT_CARD};" in light
    assert f"--card: {DARK_CARD};" in dark
