from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from streekagenda.diagnostics import Diagnostic, Location, problem
from streekagenda.rendering import catalogues, layouts, translations
from streekagenda.rendering.layouts import BrokenLayout
from streekagenda.rendering.translations import languages, load

if TYPE_CHECKING:
    from pathlib import Path

HERE = Location(path="events/de-kern/koffie.md", line=3)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The layouts of the program, still empty."""
    folder = tmp_path / "program"
    folder.mkdir()
    monkeypatch.setattr(layouts, "packaged", lambda: folder)
    return folder


def catalogue(folder: Path, name: str, *messages: str) -> None:
    """Write a PO file; each message is ``id = string``, with ``context|`` before it, or ``one / many = one / many``."""
    path = folder / "translations" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n']
    for message in messages:
        left, right = message.split(" = ")
        context, _, ids = left.rpartition("|")
        entry = f'msgctxt "{context}"\n' if context else ""
        if " / " in ids:
            one, many = ids.split(" / ")
            entry += f'msgid "{one}"\nmsgid_plural "{many}"\n'
            entry += "".join(f'msgstr[{number}] "{said}"\n' for number, said in enumerate(right.split(" / ")))
        else:
            entry += f'msgid "{ids}"\nmsgstr "{right}"\n'
        entries.append(entry)
    path.write_text("\n".join(entries), encoding="utf-8", newline="\n")


def test_all_catalogues_of_a_language_are_one(program: Path) -> None:
    catalogue(program, "nl/a.po", "today = vandaag", "status|Free = Vrij")
    catalogue(program, "nl/b.po", "Free = Gratis", "%(n)s time / %(n)s times = %(n)s keer / %(n)s keren")
    dutch = load(program).for_language("nl")
    assert [dutch.gettext("today"), dutch.gettext("Free"), dutch.pgettext("status", "Free")] == [
        "vandaag",
        "Gratis",
        "Vrij",
    ]
    assert [dutch.ngettext("%(n)s time", "%(n)s times", n) for n in (1, 2)] == ["%(n)s keer", "%(n)s keren"]


@pytest.fixture
def compiled(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages that have to be compiled, where the program can keep what it compiled."""
    asked: list[str] = []
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(translations, "packaged", lambda: program)
    monkeypatch.setattr(translations, "HERE", tmp_path / "code")
    (tmp_path / "code").mkdir()
    once = catalogues.compiled
    monkeypatch.setattr(
        catalogues, "compiled", lambda language, sources: (asked.append(language), once(language, sources))[1]
    )
    return asked


def test_catalogues_of_the_program_are_compiled_once(program: Path, tmp_path: Path, compiled: list[str]) -> None:
    catalogue(program, "nl/a.po", "today = vandaag")
    assert [load(program).for_language("nl").gettext("today") for _ in range(2)] == ["vandaag"] * 2
    assert compiled == ["en", "nl"]
    kept = sorted((tmp_path / "code/__pycache__").iterdir())
    assert [file.name for file in kept] == [
        f"catalogue-{one}.{sys.implementation.cache_tag}.pyc" for one in ("en", "nl")
    ]
    kept[1].write_bytes(kept[1].read_bytes()[:-9])  # damaged
    assert load(program).for_language("nl").gettext("today") == "vandaag"
    catalogue(program, "nl/a.po", "today = heden")
    assert load(program).for_language("nl").gettext("today") == "heden"
    assert compiled == ["en", "nl", "nl", "nl"]


def test_catalogue_that_a_region_added_to_is_not_kept_with_the_program(
    program: Path, tmp_path: Path, compiled: list[str]
) -> None:
    catalogue(program, "nl/a.po", "today = vandaag")
    catalogue(tmp_path / "region", "nl/a.po", "today = van de dag")
    for _ in range(2):
        assert load(tmp_path / "region").for_language("nl").gettext("today") == "van de dag"
    assert compiled == ["en", "nl", "nl"]
    assert [file.name[:12] for file in (tmp_path / "code/__pycache__").iterdir()] == ["catalogue-en"]
    assert load(program).for_language("nl").gettext("today") == "vandaag"


def test_words_of_languages_that_nobody_speaks_are_not_read(program: Path) -> None:
    for name in ("nl/a.po", "tr/a.po", "en/a.po"):
        catalogue(program, name, f"today = {name}")
    assert sorted(load(program).catalogues) == ["en", "nl", "tr"]
    found = load(program, only=("tr", "uk"))
    assert sorted(found.catalogues) == ["en", "tr"]
    assert [found.for_language(language).gettext("today") for language in ("tr", "nl")] == ["tr/a.po", "en/a.po"]


def test_plural_forms_are_those_of_the_language(program: Path) -> None:
    catalogue(program, "ar/a.po", "day / days = نهار / نهار واحد / نهاران / أيام / يوم / يوماً")
    arabic = load(program).for_language("ar")
    assert [arabic.ngettext("day", "days", n) for n in (0, 1, 2, 3, 11, 100)] == [
        "نهار", "نهار واحد", "نهاران", "أيام", "يوماً", "يوم",
    ]  # fmt: skip


def test_what_is_not_translated_is_english(program: Path) -> None:
    catalogue(program, "en/a.po", "colour = Colour")
    catalogue(program, "nl/a.po", "today = vandaag")
    found = load(program)
    assert [found.for_language("nl").gettext(one) for one in ("today", "tomorrow", "colour")] == [
        "vandaag",
        "tomorrow",
        "Colour",
    ]
    assert found.for_language("tr").gettext("colour") == "Colour"


def test_a_region_overrides_one_message_and_adds_a_language(program: Path, tmp_path: Path) -> None:
    catalogue(program, "nl/a.po", "today = vandaag", "tomorrow = morgen")
    own = tmp_path / "own"
    catalogue(own, "nl/a.po", "today = heden")
    catalogue(own, "fy/a.po", "today = hjoed")
    found = load(own)
    assert [found.for_language("nl").gettext(one) for one in ("today", "tomorrow")] == ["heden", "morgen"]
    assert found.for_language("fy").gettext("today") == "hjoed"


def test_a_catalogue_that_is_no_catalogue_is_an_error(program: Path) -> None:
    catalogue(program, "nl/a.po", "today = vandaag")
    path = program / "translations/nl/a.po"
    path.write_text(path.read_text(encoding="utf-8") + "\nvandaag\n", encoding="utf-8")
    with pytest.raises(BrokenLayout, match="translations/"):
        load(program)


@pytest.mark.parametrize(
    ("diagnostic", "language", "said"),
    [
        (problem("no-such-place", HERE, place="de-kern"), "nl", "De plek de-kern is er niet."),
        (problem("no-such-place", HERE, place="de-kern", nearest="x"), "en", "There is no place de-kern."),
        (problem("no-such-place", HERE, place="100%"), "tr", "There is no place 100%."),
        # Nothing that a translator forgets may hide the mistake itself.
        (problem("no-such-place", HERE), "nl", "no-such-place"),
        (problem("broken", HERE, value=1), "nl", "broken (value: 1)"),
        (problem("unknown-code", HERE, a=1, b="x"), "nl", "unknown-code (a: 1, b: x)"),
        (problem("unknown-code", HERE), "en", "unknown-code"),
    ],
)
def test_a_diagnostic_is_said_in_words(program: Path, diagnostic: Diagnostic, language: str, said: str) -> None:
    catalogue(
        program,
        "nl/a.po",
        "diagnostic|no-such-place = De plek %(place)s is er niet.",
        "diagnostic|broken = 5% van %(value)d",
    )
    catalogue(program, "en/a.po", "diagnostic|no-such-place = There is no place %(place)s.")
    assert load(program).say(diagnostic, language) == said


def test_a_language_is_proofread_once_no_header_says_otherwise(program: Path) -> None:
    for name in ("tr/a.po", "tr/b.po", "nl/a.po"):
        catalogue(program, name, "today = bugün")
    assert load(program).not_proofread == frozenset()
    marked = program / "translations/tr/b.po"
    text = marked.read_text(encoding="utf-8")
    header, rest = text.split("\n\n", 1)
    marked.write_text(f'{header}\n"X-Proofread: no\\n"\n\n{rest}', encoding="utf-8")
    assert load(program).not_proofread == {"tr"}
    # What a message says is no header.
    marked.write_text(f'{text}\n# "X-Proofread: no\\n"\n', encoding="utf-8")
    assert load(program).not_proofread == frozenset()


def test_plural_forms_are_those_that_the_header_names(program: Path) -> None:
    """Babel knows one form for Turkish; CLDR has two."""
    catalogue(program, "tr/a.po", "day / %(n)s days = gün / %(n)s gün")
    path = program / "translations/tr/a.po"
    plural = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    path.write_text(path.read_text(encoding="utf-8").replace("\n\n", f"\n{plural}", 1), encoding="utf-8")
    turkish = load(program).for_language("tr")
    assert [turkish.ngettext("day", "%(n)s days", n) for n in (1, 2)] == ["gün", "%(n)s gün"]


def test_languages_are_those_with_a_catalogue(program: Path, tmp_path: Path) -> None:
    catalogue(program, "nl/interface.po", "Agenda = Agenda")
    catalogue(tmp_path / "own", "de/interface.po", "Agenda = Kalender")
    (tmp_path / "own/translations/fr").mkdir()
    assert languages(tmp_path / "own") == {"nl", "de"}
