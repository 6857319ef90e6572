"""Tokens of a house style as NL Design System publishes them: custom properties in a style sheet.

Only what docs/theme.md lists is taken from it, and only values that can do no harm: a colour, a length, names of fonts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.formats.colours import is_colour
from streekagenda.formats.design_tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PROPERTY = re.compile(r"--([\w-]+)\s*:\s*([^;{}]+)")
_REFERENCE = re.compile(r"var\(\s*--([\w-]+)\s*(?:,[^()]*)?\)")
_DEEPEST = 20
"""A token may refer to another, which refers to another; further than this it goes round in a circle."""
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
    written = {name: value.strip() for name, value in _PROPERTY.findall(_COMMENT.sub("", css))}
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


def _resolved(value: str, written: Mapping[str, str]) -> str:
    for _ in range(_DEEPEST):
        found = _REFERENCE.fullmatch(value)
        if found is None or found[1] not in written:
            break
        value = written[found[1]]
    return value
