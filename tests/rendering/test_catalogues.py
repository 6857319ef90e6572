"""The catalogues and templates that come with the program: whole, consistent, and without a hole for content."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

import streekagenda
from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import load
from streekagenda.rendering.words import Words

PACKAGE = Path(streekagenda.__file__).parent
TEMPLATES = sorted((packaged() / "templates").rglob("*.*"))
CATALOGUES = sorted((packaged() / "translations").glob("*/*.po"))
LANGUAGES = ("nl",)
"""Every language but English, whose words are the messages themselves."""

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
GETTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
ENVIRONMENT = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)

Message = tuple[str | None, tuple[str, ...]]
"""Context, and the message: one text, or singular and plural."""


@cache
def messages_used() -> dict[Message, str]:
    """Every message of code and templates, with a place where it is used."""
    used: dict[Message, str] = {}
    sources = [("python", path) for path in sorted(PACKAGE.rglob("*.py"))]
    templates = [("jinja2.ext:babel_extract", path) for path in TEMPLATES]
    for method, path in [*sources, *templates]:
        options = {"trimmed": "true", "silent": "false"} if path in TEMPLATES else {}
        for line, found, _, context in extract_from_file(method, path, keywords=DEFAULT_KEYWORDS, options=options):
            message = (found,) if isinstance(found, str) else tuple(found)
            used.setdefault((context, message), f"{path.name}:{line}")
    return used


def test_messages_are_found_in_code_and_in_templates() -> None:
    places = set(messages_used().values())
    assert any(place.startswith("dates.py:") for place in places)
    assert any(".html:" in place for place in places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_its_translation(language: str) -> None:
    catalogue = load(packaged()).catalogues[language]
    known = set(catalogue._catalog)  # type: ignore[attr-defined]
    missing = [
        f"{place}: {context}: {message}" if context else f"{place}: {message}"
        for (context, message), place in messages_used().items()
        if not {_key(context, message[0]), (_key(context, message[0]), 0)} & known
    ]
    assert "\n".join(missing) == ""


def _key(context: str | None, message: str) -> str:
    return f"{context}\x04{message}" if context else message


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_catalogue_keeps_the_placeholders_and_has_no_gaps(path: Path) -> None:
    wrong = []
    with path.open("rb") as file:
        for message in read_po(file, locale=path.parent.name, abort_invalid=True):
            if not message.id:
                continue
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
            allowed = set(PLACEHOLDER.findall(" ".join(ids)))
            for string in strings:
                found = set(PLACEHOLDER.findall(string))
                if not string or message.fuzzy:
                    wrong.append(f"{ids[0]}: not translated")
                elif message.context != "diagnostic" and not (found <= allowed and (len(ids) > 1 or found == allowed)):
                    wrong.append(f"{ids[0]}: {sorted(found ^ allowed)}")
                # What `%` cannot fill is a broken page, or a mistake that is not explained.
                elif found and PLACEHOLDER.sub("", string).replace("%%", "").count("%"):
                    wrong.append(f"{ids[0]}: a bare % in {string!r}")
    assert wrong == []


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_two_catalogues_never_say_the_same_message_otherwise(language: str) -> None:
    said: dict[tuple[str | None, str], tuple[str, object]] = {}
    wrong = []
    for path in CATALOGUES:
        if path.parent.name != language:
            continue
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if not message.id:
                    continue
                key = (message.context, message.id if isinstance(message.id, str) else message.id[0])
                other, string = said.setdefault(key, (path.name, message.string))
                if string != message.string:
                    wrong.append(f"{key}: {string!r} in {other}, {message.string!r} in {path.name}")
    assert wrong == []


def test_both_languages_explain_the_same_mistakes() -> None:
    codes = {
        language: {
            key.partition("\x04")[2]
            for key in load(packaged()).catalogues[language]._catalog  # type: ignore[attr-defined]
            if isinstance(key, str) and key.startswith("diagnostic\x04")
        }
        for language in ("en", *LANGUAGES)
    }
    assert all(found == codes["en"] for found in codes.values())


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
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
    assert marked <= {"filters.py", "prose.py", "cards.py", "frames.py"}, "each is read by hand: what it marks is safe"
