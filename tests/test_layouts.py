"""What holds for the files of ``layouts/``: small, safe, and every word of them in Dutch."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from jinja2.ext import babel_extract

from streekagenda.rendering.translations import load

LAYOUTS = Path("layouts")
TEMPLATES = sorted(LAYOUTS.glob("templates/*.html"))
CSS_LIMIT = 20_000


def test_style_sheet_is_small() -> None:
    assert (LAYOUTS / "static/site.css").stat().st_size < CSS_LIMIT


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_template_lets_nothing_through_unescaped(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe|autoescape|Markup|(?<![\w-])style=|\son\w+=", text)


def test_icons_that_templates_name_exist() -> None:
    drawn = set(re.findall(r'<symbol id="([a-z]+)"', (LAYOUTS / "static/icons.svg").read_text(encoding="utf-8")))
    named = {name for path in TEMPLATES for name in re.findall(r'icon\("([a-z]+)"', path.read_text(encoding="utf-8"))}
    assert named - drawn == set()


def test_what_folds_has_one_mark_beside_its_icon() -> None:
    folds = [
        (path.name, fold)
        for path in TEMPLATES
        for fold in re.findall(r"<summary[^>]*>\{\{ icon\(.*", path.read_text(encoding="utf-8"))
    ]
    assert len(folds) > 8
    assert [one for one in folds if not one[1].startswith('<summary class="fold">')] == []


def test_every_word_of_the_pages_is_in_the_dutch_catalogue() -> None:
    catalogue = load(LAYOUTS).catalogues["nl"]
    known: set[object] = set(catalogue._catalog)  # type: ignore[attr-defined]  # the only list of messages there is
    known |= {key[0] for key in known if isinstance(key, tuple)}
    assert {message for message in messages() if message not in known} == set()


def test_translations_fill_the_gaps_of_their_message() -> None:
    catalogue = load(LAYOUTS).catalogues["nl"]
    gaps = re.compile(r"%\((\w+)\)s")
    wrong = {
        message
        for message in messages()
        if set(gaps.findall(message)) != set(gaps.findall(catalogue.gettext(message))) and gaps.search(message)
    }
    assert {message for message in wrong if catalogue.gettext(message) != message} == set()


@cache
def messages() -> frozenset[str]:
    """The English messages of all templates and of the modules that make pages."""
    found = set()
    for template in TEMPLATES:
        with template.open("rb") as file:
            for _, _, message, _ in babel_extract(file, ["_", "gettext", "ngettext"], [], {"silent": "false"}):
                found.add(message if isinstance(message, str) else next(one for one in message if one is not None))
    for folder in ("pages", "editions"):
        for module in Path("streekagenda/publications", folder).glob("*.py"):
            found |= set(_of_module(ast.parse(module.read_text(encoding="utf-8"))))
    return frozenset(found)


def _of_module(tree: ast.AST) -> list[str]:
    calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and one.args]
    named = [one for one in calls if getattr(one.func, "attr", getattr(one.func, "id", "")) in {"_", "gettext"}]
    return [
        one.args[0].value
        for one in named
        if isinstance(one.args[0], ast.Constant) and isinstance(one.args[0].value, str)
    ]
