"""Tokens of a house style as NL Design System publishes them: custom properties in a style sheet.

What stands in a block such as ``@media (prefers-color-scheme: dark)`` holds at times only, and is left.
Only what docs/theme.md lists is taken from it, and only values that can do no harm: a colour, a length, names of fonts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tinycss2  # type: ignore[import-untyped]  # it has no types of its own

from streekagenda.formats.colours import is_colour
from streekagenda.formats.design_tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_REFERENCE = re.compile(r"var\(\s*--([\w-]+)\s*(?:,[^()]*)?\)")
_DEEPEST = 20
"""A token may refer to another, which refers to another; further than this it goes round in a circle.
Brackets do not stand in brackets as deep as that either."""
_BRACKET = re.compile(r"[\[\](){}]")
_LENGTH = re.compile(r"(?:0|\d*\.?\d+(?:px|rem|em))")
_FONTS = re.compile(r"""[\w\s,'"-]+""")
OTHERS: Mapping[str, re.Pattern[str]] = {
    "focus-outline-width": _LENGTH,
    "focus-outline-offset": _LENGTH,
    "border-radius-md": _LENGTH,
    "page-max-inline-size": _LENGTH,
    "pointer-target-min-block-size": _LENGTH,
    "text-font-family-default": _FONTS,
    "heading-font-family": _FONTS,
}
"""The tokens that are no colours, and what their values look like."""


def read_tokens(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the tokens of a style sheet that pages use, and those among them whose values are not understood.

    Names are without ``--basis-``. Of a token that is given twice, the last counts, as in CSS.
    """
    if _depth(css) > _DEEPEST:
        return {}, {}
    written = dict(_properties(css))
    understood: dict[str, str] = {}
    strange: dict[str, str] = {}
    for name in (*LIGHT, *OTHERS):
        value = written.get(f"basis-{name}")
        if value is None:
            continue
        value = _resolved(value, written)
        fits = bool(OTHERS[name].fullmatch(value)) if name in OTHERS else is_colour(value)
        (understood if fits else strange)[name] = value
    return understood, strange


def _depth(css: str) -> int:
    """Return how deep brackets stand in brackets; the reader goes down as deep, and dies of a thousand."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(css):
        depth = depth + 1 if bracket in "([{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _properties(css: str) -> Iterator[tuple[str, str]]:
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            for one in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                if one.type == "declaration":
                    yield one.name.removeprefix("--"), tinycss2.serialize(one.value).strip()


def _resolved(value: str, written: Mapping[str, str]) -> str:
    for _ in range(_DEEPEST):
        found = _REFERENCE.fullmatch(value)
        if found is None or found[1] not in written:
            break
        value = written[found[1]]
    return value
