"""What a voice says: read back by a grammar of its own, and in languages that are only a catalogue."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings

from streekagenda.model.schedule import Hours, Schedule
from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import load
from streekagenda.rendering.voice import FIRST_YEAR, Voice
from streekagenda.rendering.words import Words
from tests.examples import rule, series, single
from tests.rendering.clock_reader import times_in
from tests.rendering.languages import EN, NL, TRANSLATIONS
from tests.rendering.schedules import HOURS, SCHEDULES, TODAYS

LANGUAGES = ("nl", "en")
WORDS = {"nl": NL, "en": EN}
VOICES = {language: Voice(language=language, translations=TRANSLATIONS) for language in LANGUAGES}
MINUTES = [time(hour, minute) for hour in range(24) for minute in range(60)]
FIGURES = {"nl": re.compile(r"\b(\d{1,2})\.(\d\d)\b"), "en": re.compile(r"\b(\d\d):(\d\d)\b")}


@pytest.mark.parametrize(
    ("clock", "nl", "en"),
    [
        ("00:00", "middernacht", "midnight"),
        ("00:15", "kwart over twaalf 's nachts", "a quarter past twelve at night"),
        ("01:01", "één minuut over één 's nachts", "one minute past one in the morning"),
        ("05:30", "half zes 's ochtends", "half past five in the morning"),
        ("07:20", "tien voor half acht 's ochtends", "twenty past seven in the morning"),
        ("07:35", "vijf over half acht 's ochtends", "twenty-five to eight in the morning"),
        ("11:45", "kwart voor twaalf 's ochtends", "a quarter to twelve in the morning"),
        ("12:00", "twaalf uur 's middags", "noon"),
        ("14:30", "half drie 's middags", "half past two in the afternoon"),
        ("19:15", "kwart over zeven 's avonds", "a quarter past seven in the evening"),
        ("23:59", "één minuut voor twaalf 's avonds", "one minute to twelve at night"),
    ],
)
def test_a_time_is_said_with_its_part_of_the_day(clock: str, nl: str, en: str) -> None:
    said = time.fromisoformat(clock)
    assert (VOICES["nl"].clock(said), VOICES["en"].clock(said)) == (nl, en)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_minute_of_a_day_is_heard_as_itself(language: str) -> None:
    heard = [list(times_in(VOICES[language].clock(clock), language)) for clock in MINUTES]
    assert heard == [[clock] for clock in MINUTES]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=200)
@given(hours=HOURS)
def test_hours_are_heard_as_they_are(language: str, hours: Hours) -> None:
    told = [hours.start, *([hours.end] if hours.end else []), *([hours.doors] if hours.doors else [])]
    assert list(times_in(VOICES[language].at_hours(hours), language)) == told


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("14:00-16:00", "van twee uur 's middags tot vier uur"),
        ("10:00-12:30", "van tien uur 's ochtends tot half één 's middags"),
        ("20:00-00:00", "van acht uur 's avonds tot middernacht"),
        ("22:00-21:00", "van tien uur 's avonds tot negen uur 's avonds de volgende dag"),
        ("14:00-14:00", "van twee uur 's middags tot twee uur 's middags de volgende dag"),
        ("00:00-04:00", "van middernacht tot vier uur 's nachts"),
    ],
)
def test_the_part_of_the_day_is_said_once_where_it_is_the_same(at: str, said: str) -> None:
    start, end = (time.fromisoformat(clock) for clock in at.split("-"))
    assert VOICES["nl"].at_hours(Hours(start=start, end=end)) == said


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=100)
@given(schedule=SCHEDULES, today=TODAYS)
def test_a_schedule_is_heard_without_figures_and_with_the_times_that_are_read(
    language: str, schedule: Schedule, today: date | None
) -> None:
    said = WORDS[language].schedule_spoken(schedule, today=today)
    assert not re.search(r"\d|[–—()]", said)
    assert "%" not in said
    read = FIGURES[language].findall(WORDS[language].schedule_full(schedule, today=today))
    assert list(times_in(said, language)) == [time(int(hour), int(minute)) for hour, minute in read]


@pytest.mark.parametrize(
    ("number", "nl", "en"),
    [
        (0, "nul", "zero"),
        (21, "eenentwintig", "twenty-one"),
        (100, "honderd", "one hundred"),
        (105, "honderdvijf", "one hundred and five"),
        (1000, "duizend", "one thousand"),
        (1105, "duizend honderdvijf", "one thousand one hundred and five"),
        (2050, "tweeduizend vijftig", "two thousand fifty"),
        (10_000, "10000", "10000"),
    ],
)
def test_numbers_are_words(number: int, nl: str, en: str) -> None:
    assert (VOICES["nl"].number(number), VOICES["en"].number(number)) == (nl, en)


def test_a_day_has_its_year_where_that_is_not_clear() -> None:
    voice = Voice(language="nl", translations=TRANSLATIONS, today=date(2026, 11, 22))
    days = [date(2026, 9, 6), date(2027, 1, 3), date(2027, 6, 27), date(2026, 12, 20), date(2050, 2, 1)]
    assert [voice.date(day) for day in days] == [
        "zes september",
        "drie januari",
        "zevenentwintig juni tweeduizend zevenentwintig",
        "twintig december",
        "één februari tweeduizend vijftig",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_of_a_language_are_whole(language: str) -> None:
    path = packaged() / "translations" / language / "spoken.po"
    with path.open("rb") as file:
        lists = {str(one.id): str(one.string).split(",") for one in read_po(file, locale=language) if one.id}
    lengths = {
        "numbers from 0": 100,
        "hundreds from 100": 9,
        "thousands from 1000": 9,
        "ordinals from 1": 53,
        "days of the month from 1": 31,
        f"years from {FIRST_YEAR}": 30,
        "minutes from 0": 60,
        "hours from 0": 24,
        "parts of the day from hour 0": 24,
    }
    assert {name: len(lists[name]) for name in lengths} == lengths
    assert all(word.strip() for words in lists.values() for word in words)


def test_every_form_to_be_heard_is_there_in_every_language_that_speaks() -> None:
    """A form that a language misses would be heard in English."""
    ids = {}
    for language in LANGUAGES:
        with (packaged() / "translations" / language / "spoken.po").open("rb") as file:
            ids[language] = {str(one.id) for one in read_po(file, locale=language) if one.id}
    assert ids["en"] <= ids["nl"]


# ------------------------------------------------------------------------------------------- languages by a catalogue

TURKISH = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgctxt "spoken"
msgid "code of the language (BCP 47)"
msgstr "tr"

msgctxt "spoken"
msgid "days of the month from 1"
msgstr "bir, iki, üç, dört, beş, altı"

msgctxt "spoken"
msgid "%(day)s of %(month)s"
msgstr "%(day)s %(month)s"

msgctxt "spoken"
msgid "years from 2020"
msgstr ""
"iki bin yirmi, iki bin yirmi bir, iki bin yirmi iki, iki bin yirmi üç, iki bin yirmi dört, iki bin yirmi beş, "
"iki bin yirmi altı"

msgctxt "spoken"
msgid "minutes from 0"
msgstr "{hour}"

msgctxt "spoken"
msgid "hours from 0"
msgstr ", , , , , , , , , , , , , , on dört, on beş, on altı, on yedi"

msgctxt "spoken"
msgid "parts of the day from hour 0"
msgstr ","

msgctxt "spoken"
msgid "from %(start)s to %(end)s"
msgstr "saat %(start)s ile %(end)s arasında"
"""
UKRAINIAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgctxt "spoken"
msgid "code of the language (BCP 47)"
msgstr "uk"

msgctxt "spoken"
msgid "minutes from 0"
msgstr "{hour}"

msgctxt "spoken"
msgid "hours from 0"
msgstr ", , , , , , , , , , , , , , чотирнадцятої, п’ятнадцятої, шістнадцятої, сімнадцятої"

msgctxt "spoken"
msgid "hours from 0 after the word at"
msgstr ", , , , , , , , , , , , , , чотирнадцятій, п’ятнадцятій, шістнадцятій, сімнадцятій"

msgctxt "spoken"
msgid "parts of the day from hour 0"
msgstr ", , , , , , , , , , , , , , дня, дня, дня, дня"

msgctxt "spoken"
msgid "at %(start)s"
msgstr "о %(start)s"

msgctxt "spoken"
msgid "from %(start)s to %(end)s"
msgstr "з %(start)s до %(end)s"
"""


def voice_of(tmp_path: Path, language: str, catalogue: str) -> Voice:
    path = tmp_path / "translations" / language / "spoken.po"
    path.parent.mkdir(parents=True)
    path.write_text(catalogue, encoding="utf-8")
    return Voice(language=language, translations=load(tmp_path))


def test_a_language_speaks_by_its_catalogue_alone(tmp_path: Path) -> None:
    voice = voice_of(tmp_path, "tr", TURKISH)
    assert voice.speaks
    assert voice.day(date(2026, 9, 6)) == "Pazar altı Eylül iki bin yirmi altı"
    assert voice.at_hours(Hours(start=time(14), end=time(16))) == "saat on dört ile on altı arasında"


def test_what_a_list_does_not_have_is_in_figures(tmp_path: Path) -> None:
    voice = voice_of(tmp_path, "tr", TURKISH)
    assert voice.day_month(date(2026, 9, 7)) == "Pazartesi 7 Eylül"
    assert voice.clock(time(9, 30)) == "09:30"


def test_an_hour_may_have_another_form_after_the_word_at(tmp_path: Path) -> None:
    voice = voice_of(tmp_path, "uk", UKRAINIAN)
    assert voice.at_hours(Hours(start=time(14))) == "о чотирнадцятій дня"
    assert voice.at_hours(Hours(start=time(14), end=time(16))) == "з чотирнадцятої дня до шістнадцятої"


def test_a_language_that_does_not_speak_has_the_sentences_that_one_reads() -> None:
    polish = Words(language="pl", translations=TRANSLATIONS)
    schedule = Schedule(entries=(single(), series(rule("WEEKLY", "2026-09-06", "SU"))))
    assert polish.schedule_spoken(schedule) == polish.schedule_full(schedule)
