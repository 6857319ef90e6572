"""What is remembered of phrases: the same as is read anew, on any day."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from streekagenda.content.phrases import Phrases
from streekagenda.diagnostics import Diagnostic, Location
from streekagenda.model.schedule import DateRange
from streekagenda.recurrence import phrases
from streekagenda.store import Store
from tests.content_files import GOOD, codes, validated

NOWHERE = Location(path="")
TODAY, OTHER_DAY = date(2026, 11, 22), date(2031, 3, 1)
FIRST = date(2026, 9, 1)
CLOSURES = ("zomerstop", "verbouwing")


def _column(file: str, name: str) -> list[str]:
    with (Path("tests/recurrence/phrases") / file).open(encoding="utf-8", newline="") as stream:
        return [row[name] for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]


PHRASES = sorted({*_column("answers.tsv", "phrase"), *_column("expressions-dev.tsv", "expression")})


@pytest.mark.parametrize("part", range(4))
def test_store_gives_back_what_a_phrase_was_read_as(part: int) -> None:
    listed = PHRASES[part::4]
    learning = Phrases(Store(b""))
    read = {text: learning.reading(text, today=TODAY, start=FIRST, closures=CLOSURES) for text in listed}
    after = Phrases(Store(learning.store.lines()))
    for text in listed:
        assert after.reading(text, today=TODAY, start=FIRST, closures=CLOSURES) == read[text]
    assert after.store.learnt is False
    understood = [text for text in listed if not read[text].problems]
    assert len(understood) > 40
    assert all(after.store.values[_asked(text, read[text])] == (read[text],) for text in understood)


def _asked(text: str, reading: phrases.Reading) -> tuple[object, ...]:
    return (
        ("reading", text, True, False, CLOSURES)
        if reading.anywhere
        else ("reading", text, FIRST, None, False, CLOSURES)
    )


@pytest.mark.parametrize("recurring", [False, True])
def test_what_says_the_same_anywhere_is_read_once_for_all_days_beside_it(recurring: bool) -> None:
    """The days beside it are no part of what is remembered then: no day beside it may change the answer."""
    anywhere = 0
    for text in PHRASES:
        here = phrases.read(text, NOWHERE, today=TODAY, start=FIRST, recurring=recurring)
        if not here.anywhere:
            continue
        anywhere += 1
        for later, until in ((1, None), (45, 46), (700, 1500)):
            begin = FIRST + timedelta(days=later)
            end = until and FIRST + timedelta(days=until)
            there = phrases.read(text, NOWHERE, today=OTHER_DAY, start=begin, until=end or None, recurring=recurring)
            assert there == here, (text, begin, end)
    assert anywhere > 40


def test_one_reading_serves_files_with_other_days() -> None:
    reader = Phrases()
    days = [FIRST + timedelta(days=number) for number in range(3)]
    often = [reader.reading("elke dinsdag 14-16 uur", today=TODAY, start=day) for day in days]
    assert often[0] is often[1] is often[2]
    steps = [reader.reading("elke 2 weken op dinsdag 14-16 uur", today=TODAY, start=day) for day in days]
    assert [bool(one.problems) for one in steps] == [False, True, True]


@pytest.mark.parametrize("part", range(4))
def test_what_is_understood_does_not_depend_on_the_day(part: int) -> None:
    """The day is no part of what is remembered: it may change a question, and never an answer."""
    for text in PHRASES[part::4]:
        one, other = (phrases.read(text, NOWHERE, today=day, start=FIRST) for day in (TODAY, OTHER_DAY))
        assert bool(one.problems) == bool(other.problems), text
        assert one.problems or one == other, text


VALUES = [
    *("2026-10-01", "1-10-2026", "do 1 okt 2026", "1 oktober", "31-2-2026", "2026-10-03..2026-10-05"),
    *("3, 5 en 7 oktober 2026", "19:30-21:00", "'s middags van 2 tot 5 uur", "hele dag", "25:00", "anderhalf uur"),
    *("90 minutes", "PT2H30M", "feestdagen", "kerstvakantie", "zomerstop", "tweede kerstdag", "flauwekul", "", " "),
]


@pytest.mark.parametrize("text", VALUES)
def test_values_of_keys_are_remembered_as_they_are_read(text: str) -> None:
    learning = Phrases(Store(b""))

    def all_of(asked: Phrases, today: date) -> list[object]:
        return [
            asked.day(text, today=today),
            asked.days(text, today=today),
            asked.hours(text),
            asked.duration(text),
            asked.exceptions(text, today=today, closures=CLOSURES),
            asked.names_hours(text),
        ]

    def anew(today: date) -> list[object]:
        return [
            phrases.read_date(text, NOWHERE, today=today),
            phrases.read_days(text, NOWHERE, today=today),
            phrases.read_hours(text, NOWHERE),
            phrases.read_duration(text, NOWHERE),
            phrases.read_exceptions(text, NOWHERE, today=today, closures=CLOSURES),
            phrases.names_hours(text),
        ]

    assert all_of(learning, TODAY) == anew(TODAY)
    after = Phrases(Store(learning.store.lines()))
    assert all_of(after, OTHER_DAY) == anew(OTHER_DAY)
    assert after.store.learnt is False


def test_date_as_programs_write_it_is_not_remembered() -> None:
    asked = Phrases(Store(b""))
    days = [asked.day(text) for text in ("2026-10-01", "2026-10-01")]
    assert days[0] is days[1]
    assert asked.days("2026-10-01", today=TODAY) == (DateRange(first=date(2026, 10, 1), last=date(2026, 10, 1)),)
    assert not asked.names_hours("2026-10-01")
    assert asked.store.learnt is False


def test_question_is_asked_anew_with_the_day_on_which_it_is_asked() -> None:
    store = Store(b"")
    asked = [Phrases(store).day("1 oktober", today=day) for day in (TODAY, OTHER_DAY)]
    assert [one.suggestion for one in asked if isinstance(one, Diagnostic)] == ["1 oktober 2027", "1 oktober 2031"]


def test_question_has_the_place_of_each_file_that_it_is_about(tmp_path: Path) -> None:
    event = "---\ntitel: Koffie\n{}wanneer: elke dinsdag\nplek: de-linde\nonderwerpen: [ontmoeten]\n---\n"
    files = {"events/de-kern/a.md": event.format(""), "events/de-kern/b.md": event.format("prijs: gratis\n")}
    found = codes(validated(tmp_path, {**GOOD, **files}))
    assert found == [("events/de-kern/a.md", 3, "when-no-time"), ("events/de-kern/b.md", 4, "when-no-time")]


def test_store_that_holds_something_else_is_not_believed() -> None:
    asked = Phrases(Store(b""))
    asked.store.learn("day", repr(("2026-10-01",)), ["DateRange", 1])
    asked.store.learn("hours", repr(("19:30",)), "19:30")
    assert asked.day("2026-10-01") == date(2026, 10, 1)
    assert asked.hours("19:30") == phrases.read_hours("19:30", NOWHERE)
