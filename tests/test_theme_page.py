"""docs/theme.md, the style sheets and the code speak of the same tokens, and only of names that NL Design System has."""

from __future__ import annotations

import re
from pathlib import Path

from streekagenda.formats.design_tokens import DARK, LIGHT
from streekagenda.formats.token_files import OTHERS

PAGE = Path("docs/theme.md").read_text(encoding="utf-8")
STYLE_SHEETS = sorted(Path("layouts/static").rglob("*.css"))
SITE = Path("layouts/static/site.css").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `--basis-([\w-]+)` \|([^|]*)\|([^|]*)\|", re.MULTILINE)


def test_page_lists_the_tokens_that_are_used() -> None:
    listed = [name for name, _, _ in ROW.findall(PAGE)]
    used = {
        name for file in STYLE_SHEETS for name in re.findall(r"var\(--basis-([\w-]+)", file.read_text(encoding="utf-8"))
    }
    declared = set(re.findall(r"--basis-([\w-]+):", SITE))
    assert len(listed) == len(set(listed)) == 25
    assert set(listed) == used == declared == {*LIGHT, *OTHERS}


def test_page_has_the_colours_of_the_code() -> None:
    colours = {name: (light.strip(" `"), dark.strip(" `")) for name, light, dark in ROW.findall(PAGE) if name in LIGHT}
    assert colours == {name: (LIGHT[name], DARK[name]) for name in LIGHT}


def test_names_are_made_as_those_of_nl_design_system() -> None:
    """The scheme of the basis tokens: a group, its kind of colour, and its state."""
    groups = r"default|action-1|accent-1|negative|warning|positive"
    scheme = re.compile(
        rf"color-(?:{groups})-(?:inverse-)?(?:bg|border|color)-(?:default|document|subtle)|focus-outline-color"
    )
    assert [name for name in LIGHT if not scheme.fullmatch(name)] == []


def test_no_style_sheet_has_a_colour_of_its_own() -> None:
    """But for the first lines of site.css, and black and white on paper."""
    for file in STYLE_SHEETS:
        text = file.read_text(encoding="utf-8")
        rules = text[text.index("/* What belongs to a campaign") :] if file.name == "site.css" else text
        screen = rules.split("@media print")[0]
        assert re.findall(r"(?<![\w-])#[0-9a-fA-F]{3,6}\b(?=[^{]*;)", screen) == [], file


def test_style_sheets_know_no_left_and_no_right() -> None:
    physical = re.compile(
        r"(?<![\w-])(?:margin|padding|border|inset)?-?(?:left|right)\s*:|text-align:\s*(?:left|right)|float:"
    )
    assert [str(file) for file in STYLE_SHEETS if physical.search(file.read_text(encoding="utf-8"))] == []
