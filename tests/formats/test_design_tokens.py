"""Every colour that stands on another can be read, in the light and in the dark, whatever a region chooses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.formats import design_tokens, house_styles
from streekagenda.formats.colours import contrast, lighter, mixed
from streekagenda.formats.design_tokens import ACCENT, ACTION, DARK, LIGHT, PAIRS, TEXT, unreadable
from streekagenda.model.region import Theme
from tests import examples as ex

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
CSS = Path("layouts/static/site.css").read_text(encoding="utf-8")


def declared(css: str) -> dict[str, str]:
    """The colours of the first rule, by token."""
    return {
        name: value if len(value) == 7 else "#" + "".join(digit * 2 for digit in value[1:])
        for name, value in re.findall(r"--basis-([\w-]+): (#\w+);", css)
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#abc", "#aabbcc", 1), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    """As https://webaim.org/resources/contrastchecker/ reckons it."""
    assert round(contrast(one, other), 2) == expected
    assert contrast(one, other) == contrast(other, one)


def test_colours_are_mixed_and_made_lighter() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert lighter("#1b5e4b", 0) == "#215848"  # the same hue, a little calmer
    assert lighter("#1b5e4b", 1) == "#ffffff"


def test_tokens_are_those_of_the_style_sheet() -> None:
    light, dark = CSS.split("@media (prefers-color-scheme: dark)")[:2]
    assert declared(light) == LIGHT
    assert declared(dark.split("}\n}")[0]) == DARK


def contrasts(tokens: dict[str, str]) -> dict[str, float]:
    """The least contrast of each kind of text, rounded down to a tenth."""
    found: dict[str, float] = {}
    for one, ground, _ in PAIRS:
        found[one] = min(found.get(one, 21), int(contrast(tokens[one], tokens[ground]) * 10) / 10)
    return found


def test_contrast_of_every_pair() -> None:
    """Exact, so that whoever changes a colour sees what becomes of it."""
    assert contrasts(dict(LIGHT)) == {
        "color-default-color-document": 12.9,
        "color-default-color-subtle": 6.4,
        "color-negative-color-default": 6.8,
        "color-action-1-color-default": 6.3,
        "color-action-1-inverse-color-default": 7.6,
        "color-action-1-inverse-bg-default": 7.0,
        "color-accent-1-color-default": 6.3,
        "color-warning-color-default": 7.3,
        "color-positive-color-default": 6.8,
        "focus-outline-color": 12.9,
    }
    assert contrasts(dict(DARK)) == {
        "color-default-color-document": 8.5,
        "color-default-color-subtle": 5.9,
        "color-negative-color-default": 8.0,
        "color-action-1-color-default": 5.5,
        "color-action-1-inverse-color-default": 10.0,
        "color-action-1-inverse-bg-default": 8.6,
        "color-accent-1-color-default": 5.5,
        "color-warning-color-default": 8.9,
        "color-positive-color-default": 7.8,
        "focus-outline-color": 8.5,
    }


@pytest.mark.parametrize("colour", house_styles.ACCENTS)
def test_accents_of_the_design_can_be_read(colour: str) -> None:
    assert list(unreadable(design_tokens.with_accent(LIGHT, colour))) == []
    assert list(unreadable(house_styles.in_the_dark(colour))) == []


@pytest.mark.parametrize(
    ("colour", "nearest"),
    [("#1b5e4b", "#1b5e4b"), ("#f5a400", "#916100"), ("#ffffff", "#6b6b6b"), ("#e4007c", "#ca006e")],
)
def test_nearest_colour_for_links(colour: str, nearest: str) -> None:
    assert design_tokens.nearest_action(LIGHT, colour) == nearest


@pytest.mark.parametrize(
    ("colour", "nearest"),
    [("#faf6ef", "#faf6ef"), ("#ffffff", "#ffffff"), ("#ffd86b", "#ffd86b"), ("#102030", "#c1c5c9")],
)
def test_nearest_colour_for_paper(colour: str, nearest: str) -> None:
    assert design_tokens.nearest_background(colour) == nearest


@given(COLOURS, COLOURS, COLOURS)
def test_whatever_a_region_chooses_can_be_read(primary: str, background: str, accent: str) -> None:
    paper = design_tokens.nearest_background(background)
    base = house_styles.light(Theme(background=paper))
    theme = Theme(background=paper, primary=design_tokens.nearest_action(base, primary))
    assert list(unreadable(house_styles.light(theme))) == []
    assert list(unreadable(house_styles.in_the_light(theme, accent))) == []
    assert list(unreadable(house_styles.dark(theme))) == []
    assert list(unreadable(house_styles.in_the_dark(accent))) == []


@given(COLOURS)
def test_what_is_mended_can_be_read(colour: str) -> None:
    tokens = {**LIGHT, ACTION: colour}
    mended = {name: near for name, _, near in design_tokens.mended(tokens)}
    assert mended.keys() <= {ACTION}
    assert list(unreadable({**tokens, **mended})) == []


def test_colour_of_the_design_changes_nothing() -> None:
    theme = Theme(primary=LIGHT[ACTION])
    assert house_styles.light(theme) == LIGHT
    assert house_styles.dark(theme) == DARK


def test_campaign_keeps_its_accent() -> None:
    one, own = ex.campaign("week-van-de-buur"), ex.campaign("eigen", colour="#123456")
    assert house_styles.accent(one) == "#0b5f6b"
    assert house_styles.accent(own) == "#123456"
    assert contrast(house_styles.in_the_dark("#123456")[ACCENT], DARK[design_tokens.CARD]) >= TEXT
