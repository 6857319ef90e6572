"""The colours of the pages, by the names that NL Design System gives its basis tokens; docs/theme.md lists them all.

A house style changes some of them. Whether every text can still be read is a matter of pairs: what stands on what.
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from streekagenda.formats.colours import BLACK, WHITE, contrast, lighter, mixed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Tokens = dict[str, str]
"""Colours by the names of their tokens, without ``--basis-``."""

PAPER, CARD = "color-default-bg-document", "color-default-bg-subtle"
INK, SOFT, LINE = "color-default-color-document", "color-default-color-subtle", "color-default-border-subtle"
ACTION, ACTION_TINT = "color-action-1-color-default", "color-action-1-bg-default"
FILL, ON_FILL = "color-action-1-inverse-bg-default", "color-action-1-inverse-color-default"
ACCENT, ACCENT_TINT = "color-accent-1-color-default", "color-accent-1-bg-default"
STOP, STOP_TINT = "color-negative-color-default", "color-negative-bg-default"
CHANGE, CHANGE_TINT = "color-warning-color-default", "color-warning-bg-default"
GOOD, GOOD_TINT = "color-positive-color-default", "color-positive-bg-default"
FOCUS = "focus-outline-color"

LIGHT: Mapping[str, str] = MappingProxyType({
    PAPER: "#faf6ef", CARD: "#fffefb", INK: "#1e2521", SOFT: "#4b544e", LINE: "#d9d1c3",
    ACTION: "#1b5e4b", ACTION_TINT: "#e4ebe6", FILL: "#1b5e4b", ON_FILL: "#ffffff",
    ACCENT: "#1b5e4b", ACCENT_TINT: "#e4ebe6",
    STOP: "#8f2d12", STOP_TINT: "#fbe7de", CHANGE: "#6b4700", CHANGE_TINT: "#fdf0cf",
    GOOD: "#1d5c2e", GOOD_TINT: "#e3f1e3", FOCUS: "#1e2521",
})  # fmt: skip
"""Those of ``layouts/static/site.css``."""
DARK: Mapping[str, str] = MappingProxyType({
    PAPER: "#161a18", CARD: "#1f2522", INK: "#f2eee6", SOFT: "#c3cac4", LINE: "#3d4741",
    ACTION: "#82d0ba", ACTION_TINT: "#334740", FILL: "#82d0ba", ON_FILL: "#101814",
    ACCENT: "#82d0ba", ACCENT_TINT: "#334740",
    STOP: "#ffb69d", STOP_TINT: "#47251a", CHANGE: "#f4d182", CHANGE_TINT: "#3a2f14",
    GOOD: "#a5dba8", GOOD_TINT: "#1f3a24", FOCUS: "#f2eee6",
})  # fmt: skip
"""The same for readers whose screen is dark."""

TEXT, SIGN = 4.5, 3.0
"""The least contrast of text (WCAG 2.2, success criterion 1.4.3, level AA), and of what is no text (1.4.11)."""
_PAPERS = (PAPER, CARD)
_NEUTRAL = (*((ink, paper, TEXT) for ink in (INK, SOFT, STOP) for paper in _PAPERS),)
_OF_ACTION = (
    *((ACTION, paper, TEXT) for paper in (*_PAPERS, ACTION_TINT)),
    *((ink, ACTION_TINT, TEXT) for ink in (INK, SOFT)),
    (ON_FILL, FILL, TEXT),
    *((FILL, paper, SIGN) for paper in _PAPERS),
)
_OF_ACCENT = (
    *((ACCENT, paper, TEXT) for paper in (*_PAPERS, ACCENT_TINT)),
    *((ink, ACCENT_TINT, TEXT) for ink in (INK, SOFT)),
)
PAIRS = (
    *_NEUTRAL,
    *_OF_ACTION,
    *_OF_ACCENT,
    *((STOP, STOP_TINT, TEXT), (CHANGE, CHANGE_TINT, TEXT), (GOOD, GOOD_TINT, TEXT)),
    *((FOCUS, paper, SIGN) for paper in (*_PAPERS, ACTION_TINT, ACCENT_TINT)),
)
"""What stands on what: a token, the token of its background, and the least contrast between them."""

_EASY_ON_DARK, _EASY_ON_TINT = 8.0, 5.5
"""Of a colour made lighter for the dark: more than it needs."""
_STEPS = 255


def unreadable(tokens: Mapping[str, str], pairs: tuple[tuple[str, str, float], ...] = PAIRS) -> Iterator[str]:
    """Yield the tokens that cannot be read on a background on which they stand."""
    for one, background, least in pairs:
        if contrast(tokens[one], tokens[background]) < least:
            yield one


def with_background(tokens: Mapping[str, str], colour: str) -> Tokens:
    """Return the light tokens on paper of a colour."""
    return {**tokens, PAPER: colour, CARD: mixed(colour, WHITE, 0.8), LINE: mixed(colour, tokens[INK], 0.16)}


def with_action(tokens: Mapping[str, str], colour: str, *, tint: float = 0.12) -> Tokens:
    """Return tokens with a colour of its own for links, buttons and drawings, and for what has no other accent."""
    on_fill = WHITE if contrast(colour, WHITE) >= contrast(colour, DARK[ON_FILL]) else DARK[ON_FILL]
    tinted = mixed(tokens[CARD], colour, tint)
    own = {ACTION: colour, ACTION_TINT: tinted, FILL: colour, ON_FILL: on_fill}
    return {**tokens, **own, ACCENT: colour, ACCENT_TINT: tinted}


def with_accent(tokens: Mapping[str, str], colour: str, *, tint: float = 0.12) -> Tokens:
    """Return tokens with the colour of a campaign."""
    return {**tokens, ACCENT: colour, ACCENT_TINT: mixed(tokens[CARD], colour, tint)}


def for_the_dark(colour: str) -> str:
    """Return a colour, or the nearest lighter one that is easy to read on dark paper and on a dark tint of itself."""
    return _first(
        lambda share: lighter(colour, share),
        lambda one: contrast(one, DARK[CARD]) >= _EASY_ON_DARK and contrast(one, _dark_tint(one)) >= _EASY_ON_TINT,
    )


def dark_with(colour: str | None, accent: str | None = None) -> Tokens:
    """Return the dark tokens for a region's colour and that of a campaign."""
    tokens = dict(DARK) if colour is None else with_action(DARK, for_the_dark(colour), tint=0.2)
    return tokens if accent is None else with_accent(tokens, for_the_dark(accent), tint=0.2)


def nearest_background(colour: str) -> str:
    """Return a colour for paper, or the nearest lighter one on which every text can be read."""
    return _first(_towards(colour, WHITE), lambda one: not any(unreadable(with_background(LIGHT, one), _NEUTRAL)))


def nearest_action(tokens: Mapping[str, str], colour: str) -> str:
    """Return a colour for links and buttons, or the nearest darker one that can be read wherever it stands."""
    return _first(_towards(colour, BLACK), lambda one: not any(unreadable(with_action(tokens, one), _OF_ACTION)))


def nearest_accent(tokens: Mapping[str, str], colour: str) -> str:
    """Return a colour for a campaign, or the nearest darker one that can be read wherever it stands."""
    return _first(_towards(colour, BLACK), lambda one: not any(unreadable(with_accent(tokens, one), _OF_ACCENT)))


def mended(tokens: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield each token that cannot be read, a background on which it cannot, and the nearest colour that can."""
    for name in dict.fromkeys(unreadable(tokens)):
        background = next(
            ground for one, ground, least in PAIRS if one == name and contrast(tokens[one], tokens[ground]) < least
        )
        end = max((BLACK, WHITE), key=lambda one: contrast(one, tokens[background]))
        fits = partial(_fits, tokens, name)
        yield name, background, _first(_towards(tokens[name], end), fits)


def _fits(tokens: Mapping[str, str], name: str, colour: str) -> bool:
    return name not in unreadable({**tokens, name: colour})


def _dark_tint(colour: str) -> str:
    return mixed(DARK[CARD], colour, 0.2)


def _towards(colour: str, end: str) -> Callable[[float], str]:
    return lambda share: mixed(colour, end, share)


def _first(way: Callable[[float], str], fits: Callable[[str], bool]) -> str:
    """Return the first colour that fits on a way from 0 to 1, in the steps that a screen can show; else the last."""
    return next((one for step in range(_STEPS + 1) if fits(one := way(step / _STEPS))), way(1))
