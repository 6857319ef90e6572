"""The full description of a schedule, read as a phrase, gives the same schedule: in Dutch and in English.

So a partner may copy a sentence of the site into ``when:``. It is read by content's own reader. Not held, for a phrase
cannot say it: places, prices, how one signs up; what an entry says of itself (a title, a note, that it is off); the hours
or the other day of a date that is off. Keys are made anew, and the order of exceptions, extra moments and changes says
nothing. A closing full stop of a note is that of its sentence.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from streekagenda.content.contents import Contents
from streekagenda.content.findings import Findings
from streekagenda.content.records import Record
from streekagenda.content.references import References
from streekagenda.content.schedules import ScheduleReader
from streekagenda.content.texts import Languages
from streekagenda.model.schedule import Entry, Rule, Schedule, Series, Single
from streekagenda.recurrence.days import days
from streekagenda.recurrence.phrases import LONGEST
from tests.examples import place, region, rule, series, single
from tests.recurrence.rules import rules
from tests.rendering.languages import EN, NL
from tests.sayable import CLOSURES, SCHEDULES

RECORD = Record(
    kind="event",
    id="koffie",
    path="events/koffie.md",
    contents=Contents(document={}, body="", body_line=1, yaml="", yaml_line=1),
)
REGION = region(languages=("nl", "en"), closures=CLOSURES)


def read_back(phrase: str) -> tuple[Entry, ...] | list[str]:
    """The entries of ``when: phrase``; or the codes of what is asked."""
    findings = Findings(RECORD)
    languages = Languages(languages=REGION.languages)
    reader = ScheduleReader(region=REGION, references=References(), languages=languages, today=date(2026, 9, 1))
    entries = reader.entries((phrase,), findings, ("when",), REGION.areas[0])
    return [found.code for found in findings.diagnostics] or entries


def told(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries without what no sentence tells: their keys, and the order of what has no order."""
    singles = [replace(one, key="") for one in entries if isinstance(one, Single)]
    series = [
        replace(
            one,
            key="",
            exclusions=tuple(sorted(one.exclusions, key=repr)),
            also=tuple(sorted(one.also, key=repr)),
            changes=tuple(sorted(one.changes, key=repr)),
        )
        for one in entries
        if isinstance(one, Series)
    ]
    return (*sorted(singles, key=repr), *series)


# ------------------------------------------------------------------------------------------------------- any schedule


@given(SCHEDULES)
@settings(max_examples=300, deadline=None)
def test_full_description_is_read_back_as_the_same_schedule(schedule: Schedule) -> None:
    for words in (NL, EN):
        sentence = words.schedule_full(schedule)
        if len(sentence) <= LONGEST:
            entries = read_back(sentence)
            assert isinstance(entries, tuple), (entries, sentence)
            assert told(entries) == told(schedule.entries), sentence


@given(rules(parity=True))
@settings(max_examples=300, deadline=None)
def test_any_rule_is_read_back_with_the_same_days_or_asked_about(any_rule: Rule) -> None:
    """What RFC 5545 allows and no phrase says is asked: never is it read as other days."""
    last = date(any_rule.start.year + 4, 12, 31)
    expected = set(days(any_rule, any_rule.start, last))
    for words in (NL, EN):
        sentence = words.schedule_full(Schedule(entries=(series(any_rule),)))
        found = [one.rule for one in read_back(sentence) if isinstance(one, Series)]
        if found:
            assert {day for one in found for day in days(one, one.start, last)} == expected, sentence


# ------------------------------------------------------------------------------------------------- exact sentences

SENTENCES = [
    (
        "Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. Niet op Eerste "
        "Kerstdag. Op 20 december tot 18.00 uur (Kerstdiner)."
    ),
    (
        "Every Sunday from 14:00 to 16:00, from 6 September 2026 to 27 June 2027. Not on Christmas Day. On 20 "
        "December until 18:00 (Kerstdiner)."
    ),
    "Donderdag 1 oktober 2026 van 19.30 tot 21.00 uur.",
    "Thursday 1 October 2026 from 19:30 to 21:00.",
    "Zaterdag 3 oktober 2026 van 14.30 tot 16.00 uur (inloop vanaf 14.15 uur).",
    "Zaterdag 3 oktober 2026 van 22.00 tot 02.00 uur.",
    "Zaterdag 3 oktober 2026 van 20.00 tot 9.30 uur de volgende dag.",
    "Saturday 3 October 2026 from 20:00 to 09:30 the next day.",
    "Donderdag 1 en donderdag 8 oktober 2026 en zondag 3 januari 2027 van 19.30 tot 21.00 uur.",
    "Donderdag 1 oktober 2026, de hele dag. Van 3 tot en met 5 oktober 2026.",
    "Van 3 tot en met 5 oktober 2026, de hele dag. Donderdag 8 oktober 2026 om 19.30 uur.",
    "Elke 3 weken op woensdag van 14.00 tot 16.00 uur, vanaf 2 september 2026, 10 keer.",
    "Elke woensdag en vrijdag in even weken om 10.00 uur, vanaf 2 september 2026.",
    "Maandag tot en met vrijdag, de hele dag, vanaf 7 september 2026. Alleen van september tot en met mei.",
    (
        "Elke eerste en laatste dinsdag van de maand van 10.00 tot 12.00 uur, vanaf 1 september 2026. Niet in "
        "juli en augustus."
    ),
    "Elke 2 maanden op de 1e en laatste dag van de maand om 10.00 uur, vanaf 1 september 2026.",
    "Elk jaar op 1 mei en 1 oktober, de hele dag, vanaf 1 oktober 2026.",
    "Every year on the last Thursday of September from 14:00 to 16:00, from 24 September 2026.",
    (
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. Niet op feestdagen, in de kerstvakantie, "
        "tijdens Zomerstop en op 15 en 22 november 2026."
    ),
    (
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. Ook op 26 december 2026 van 14.00 tot 17.00"
        " uur. Ook op 30 december 2026 en op 2 januari 2027. Ook van 1 tot en met 3 februari 2027, de hele dag."
    ),
    (
        "Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. Niet op 13 december, "
        "maar op 14 december van 10.00 tot 12.00 uur (Brunch). Op 3 januari gaat het niet door: De beheerder is "
        "ziek. Op 10 januari is het uitgesteld. Op 17 januari is het online."
    ),
    (
        "Every Sunday from 14:00 to 16:00, from 6 September 2026. Not on 13 December 2026, but on 14 December "
        "2026. On 3 January 2027 it does not take place: The host is ill. On 10 January 2027 from 15:00 to 17:00,"
        " postponed: See the site."
    ),
    (
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. Op 1 november 2026 (“Open dag 2026”): “Kom "
        "ook. Neem een jas mee”."
    ),
    (
        "Elke maandag van 19.00 tot 20.00 uur, vanaf 7 september 2026, behalve op feestdagen. Ook elke maandag en"
        " dinsdag van 9.30 tot 11.00 uur, vanaf 8 september 2026, alleen van september tot en met mei. Op 21 "
        "december 2026 gaat het niet door."
    ),
    "Donderdag 1 oktober 2026 van 19.30 tot 21.00 uur. Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026.",
    "Elke 4 jaar op de laatste dag van februari, de hele dag, vanaf 29 februari 2028.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence_is_written_again_as_it_was_read(sentence: str) -> None:
    entries = read_back(sentence)
    assert isinstance(entries, tuple)
    words = EN if {"from", "at"} & set(sentence.split()) else NL
    assert words.schedule_full(Schedule(entries=entries)) == sentence


SUNDAYS = "Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027."
CONTRADICTIONS = [
    (f"{SUNDAYS} Op 21 december (Kerstdiner).", ["change-no-occurrence"]),
    (f"{SUNDAYS} Op 21 december tot 18.00 uur.", ["change-no-occurrence"]),
    (f"{SUNDAYS} Niet op 21 december, maar op 20 december.", ["change-no-occurrence"]),
    (f"{SUNDAYS} Op 4 juli 2027 gaat het niet door.", ["change-no-occurrence"]),
    (f"{SUNDAYS} Niet op 20 december. Op 20 december (Kerstdiner).", ["change-on-exception"]),
    (f"{SUNDAYS} Op 20 december (Kerstdiner). Op 20 december gaat het niet door.", ["change-twice"]),
    (f"{SUNDAYS} Op zaterdag 20 december (Kerstdiner).", ["when-wrong-weekday"]),
    (f"{SUNDAYS} Op 4 juli gaat het niet door.", ["when-no-year"]),
    (f"{SUNDAYS} Niet op 21 december.", ["when-except-no-day"]),
    (f"{SUNDAYS} Op 20 december van 25.00 tot 26.00 uur.", ["when-unknown-time"]),
    (f"{SUNDAYS} Op 20 december ({'Kerstdiner ' * 12}).", ["too-long"]),
]


@pytest.mark.parametrize(("phrase", "codes"), CONTRADICTIONS)
def test_sentences_that_contradict_each_other_are_asked_about(phrase: str, codes: list[str]) -> None:
    assert read_back(phrase) == codes


# ----------------------------------------------------------------------------------------------- what no phrase says

UNSAYABLE = [
    (series(rule("DAILY", "2026-09-06", "SA", interval=2)), "days of a step that fall on a weekday"),
    (series(rule("WEEKLY", "2026-09-06", "MO,WE", positions=[1])), "BYSETPOS: the first of several weekdays"),
    (series(rule("MONTHLY", "2026-09-06", "MO,TU", positions=[1])), "the same in a month"),
    (series(rule("MONTHLY", "2026-09-06", "MO,TU,WE,TH,FR", positions=[-1])), "on a holiday a working day shifts"),
    (series(rule("MONTHLY", "2026-09-06", "FR", month_days=[13])), "a weekday on a day of the month"),
    (series(rule("MONTHLY", "2026-09-06", "MO", interval=2)), "each weekday of some months"),
    (series(rule("MONTHLY", "2026-09-06", month_days=[-2])), "days counted from the end, but for the last one"),
    (series(rule("YEARLY", "2026-09-06", "1MO")), "the n-th weekday of the year"),
    (series(rule("YEARLY", "2026-09-06", month_days=[1], interval=2)), "each month of some years"),
    (series(rule("WEEKLY", "2026-09-06", "SU", interval=2, week_parity="even")), "a step in even weeks"),
    (series(exclusions=["2026-11-16"]), "an exception on a day that the rule does not give"),
    (series(title="Beginners"), "the title of an entry"),
    (single(note="bij de supermarkt"), "the note of an entry"),
    (single(status="cancelled"), "an entry that is off"),
    (single(place=place("x", "De Kern")), "a place"),
]
"""Schedules that are asked about when their words are read, and why no phrase says them."""


@pytest.mark.parametrize(("entry", "why"), UNSAYABLE, ids=[why for _, why in UNSAYABLE])
def test_what_no_phrase_says_is_asked_about_rather_than_misread(entry: Entry, why: str) -> None:
    for words in (NL, EN):
        found = read_back(words.schedule_full(Schedule(entries=(entry,))))
        assert isinstance(found, list)
        assert found
