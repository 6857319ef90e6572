"""The catalogues and templates that come with the program: whole, consistent, and without a hole for content."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import DIAGNOSTIC, NOT_PROOFREAD, load
from streekagenda.rendering.words import Words
from tests.rendering.catalogues import (
    CATALOGUES,
    LANGUAGE_OF_THE_PROGRAM,
    LANGUAGES_OF_SITES,
    PACKAGE,
    TEMPLATES,
    VOICE,
    entries,
    key,
    messages_used,
    missing,
    not_needed,
    report,
    strings,
)

LANGUAGES = ("en", *LANGUAGES_OF_SITES)
TRANSLATED = tuple(language for language in LANGUAGES_OF_SITES if language != LANGUAGE_OF_THE_PROGRAM)
"""Languages in which only sites speak."""

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
WORD = re.compile(r"[^\W\d_]{2,}")
GETTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
ENVIRONMENT = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)

SETTINGS = ("date pattern", "how exceptions are joined", "weekdays of the second gender")
"""Contexts of what is a choice, not words."""
SAME_AS_ENGLISH = {("tr", "Online"), ("pl", "Online"), ("pl", "Menu")}
"""Words of more than one language."""


def names(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def test_messages_are_found_in_code_and_in_templates() -> None:
    places = {place for found in messages_used().values() for place in found}
    assert {"rendering/dates.py", "publications/pages/home.py", "templates/event.html"} <= places


@pytest.mark.parametrize("language", LANGUAGES_OF_SITES)
def test_every_message_has_its_translation(language: str) -> None:
    """What is missing is told as a translator needs it; ``docs/translating.md``."""
    assert [message for _, (message, *_) in missing(language)] == [], report(language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_of_a_site_has_nothing_that_no_site_says(language: str) -> None:
    assert [f"{names(path)}: {text}" for path, text in not_needed(language)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=names)
def test_a_catalogue_keeps_the_placeholders_and_has_no_gaps(path: Path) -> None:
    wrong = []
    with path.open("rb") as file:
        for message in read_po(file, locale=path.parent.name, abort_invalid=True):
            if not message.id:
                continue
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            allowed = placeholders(" ".join(ids))
            for string in strings(message):
                found = placeholders(string)
                if message.context == VOICE:
                    found = {name for name in found if f"%({name})" in string}  # braces are hours there
                if not string or message.fuzzy:
                    wrong.append(f"{ids[0]}: not translated")
                elif message.context != DIAGNOSTIC and not (found <= allowed and (len(ids) > 1 or found == allowed)):
                    wrong.append(f"{ids[0]}: {sorted(found ^ allowed)}")
                # What `%` cannot fill is a broken page, or a mistake that is not explained.
                elif found and re.sub(r"%\(\w+\)[sd]", "", string).replace("%%", "").count("%"):
                    wrong.append(f"{ids[0]}: a bare % in {string!r}")
    assert wrong == []


def placeholders(text: str) -> set[str]:
    return {filled or by_script for filled, by_script in PLACEHOLDER.findall(text)}


@pytest.mark.parametrize("path", CATALOGUES, ids=names)
def test_the_plural_forms_are_those_of_cldr_in_its_order(path: Path) -> None:
    """Zero, one, two, few, many, other: those that whole numbers have (UTS 35, part 3, section 5)."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parent.name)
    rule = Locale.parse(path.parent.name).plural_form
    numbers = range(1_001)
    order = [str(tag) for tag in ("zero", "one", "two", "few", "many", "other") if tag in {rule(n) for n in numbers}]
    form = gettext.c2py(catalogue.plural_expr)
    assert [form(n) for n in numbers] == [order.index(rule(n)) for n in numbers]
    assert {len(strings(one)) for one in catalogue if one.id and not isinstance(one.id, str)} <= {len(order)}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_form_for_many_names_its_number(language: str) -> None:
    """The last form is of numbers without end, and in the Slavic languages the first is also that of 21."""
    every_form = language in {"uk", "pl"}
    wrong = [
        f"{names(path)}: {said}"
        for path, entry in entries(language)
        if not isinstance(entry.id, str)
        for said in (strings(entry)[(0 if every_form else -1) :])
        if placeholders(said) != placeholders(" ".join(entry.id))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_the_english_text_left_standing(language: str) -> None:
    wrong = [
        f"{names(path)}: {text}"
        for path, entry in entries(language)
        for context, text in [key(entry)]
        if text in strings(entry)
        and len(WORD.findall(PLACEHOLDER.sub("", text))) > (1 if language in {"pl", "tr"} else 0)
        and not (context or "").startswith(SETTINGS)
        and (language, text) not in SAME_AS_ENGLISH
    ]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_that_no_native_reader_has_read_says_so_in_all_its_files(language: str) -> None:
    headers = [
        path.read_text(encoding="utf-8").partition("\n\n")[0] for path in CATALOGUES if path.parent.name == language
    ]
    marked = [NOT_PROOFREAD in header for header in headers]
    assert marked == [language in load(packaged()).not_proofread] * len(headers)
    assert [header.startswith("# NOT YET PROOFREAD") for header in headers] == marked


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_catalogues_never_say_the_same_message_otherwise(language: str) -> None:
    said: dict[tuple[str | None, str], tuple[str, list[str]]] = {}
    wrong = []
    for path, entry in entries(language):
        other, string = said.setdefault(key(entry), (path.name, strings(entry)))
        if string != strings(entry):
            wrong.append(f"{key(entry)}: {string!r} in {other}, {strings(entry)!r} in {path.name}")
    assert wrong == []


def test_both_languages_explain_the_same_mistakes() -> None:
    english, dutch = (
        {text for _, entry in entries(language) for context, text in [key(entry)] if context == DIAGNOSTIC}
        for language in ("en", "nl")
    )
    assert dutch == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_style_of_exceptions_is_one_that_lists_have(language: str) -> None:
    words = Words(language=language, translations=load(packaged()))
    assert words.pgettext("how exceptions are joined: standard (and) or or", "or") in {"standard", "or"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_leaves_no_hole_for_content(path: Path) -> None:
    """No ``|safe``, no ``xmlattr``, no escaping switched off; and only literal texts are translated.

    A translation is trusted as HTML, so ``_(event.title)`` would be a hole.
    """
    tree = ENVIRONMENT.parse(path.read_text(encoding="utf-8"))
    filters = {node.name for node in tree.find_all(nodes.Filter)}
    assert filters & {"safe", "xmlattr", "format", "forceescape", "tojson"} == set()
    assert list(tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier, nodes.MarkSafe))) == []
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in GETTEXT:
            literal = [isinstance(argument, nodes.Const) for argument in call.args]
            assert all(literal[:1] if call.node.name in {"_", "gettext"} else literal[:2]), path
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\bMarkup\b|autoescape|javascript:|\s(?:on[a-z]+|style)=[\"']", source)
    # An attribute without quotes ends at a space of what is put in.
    assert not re.search(r'<[^>"{%]*(?:"[^"]*"[^>"{%]*)*\s[\w-]+=\{\{', source)


def test_the_program_reads_no_template_from_anywhere_else() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    assert [path.name for path, source in sources.items() if ".from_string(" in source] == []
    marked = {path.name for path, source in sources.items() if "Markup(" in source}
    assert marked <= {
        "filters.py",
        "fragments.py",
        "prose.py",
        "pictures.py",
        "templates.py",
        "cards.py",
        "frames.py",
        "subscribe.py",
        "screens.py",
        "event_dates.py",
        "laid.py",
        "places.py",
        "a_to_z.py",
    }, "each is read by hand: what it marks is safe"
