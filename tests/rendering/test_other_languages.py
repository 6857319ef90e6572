"""Schedules in the languages of sites beside Dutch and English.

The exact words stand in ``lengths/<language>.txt``, to be read by people: ``python -m tests.rendering.test_other_languages``
writes these files anew, and what changed in them is read before it is committed.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from streekagenda.model.details import Booking, Price
from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.model.schedule import Entry, Frequency, NamedHoliday, Rule, Schedule, SchoolHolidays
from streekagenda.rendering.rules import days_of, season_of
from streekagenda.rendering.words import Words
from tests.examples import rule, series, single
from tests.recurrence.day_by_day import by_definition
from tests.recurrence.rules import rules
from tests.rendering.catalogues import LANGUAGES_OF_SITES
from tests.rendering.languages import TRANSLATIONS
from tests.rendering.schedules import SCHEDULES, TODAYS
from tests.rendering.test_lengths import CASES, TODAY

FOLDER = Path(__file__).with_name("lengths")
LANGUAGES = tuple(language for language in LANGUAGES_OF_SITES if language != "nl")
WORDS = {language: Words(language=language, translations=TRANSLATIONS) for language in LANGUAGES}

MORE: dict[str, tuple[Entry, ...]] = {
    "a step of one and twenty": (series(rule("DAILY", "2026-09-07", interval=21)),),
    "five weeks": (series(rule("WEEKLY", "2026-09-07", "MO,TH", interval=5), "10:00-12:00"),),
    "odd weeks": (series(rule("WEEKLY", "2026-09-02", "WE", week_parity="odd")),),
    "first and last": (series(rule("MONTHLY", "2026-09-01", "1MO,-1FR")),),
    "fourth Wednesday": (series(rule("MONTHLY", "2026-09-23", "4WE")),),
    "first and fifteenth": (series(rule("MONTHLY", "2026-09-01", month_days=[1, 15])),),
    "last day of the month": (series(rule("MONTHLY", "2026-09-30", month_days=[-1])),),
    "last Thursday of September": (series(rule("YEARLY", "2026-09-24", "-1TH", months=[9])),),
    "only some months": (series(rule("WEEKLY", "2026-09-06", "SU", months=[3, 6, 9])),),
    "named holidays": (
        series(
            exclusions=[
                SchoolHolidays(region="noord", name=SchoolBreak.CHRISTMAS),
                NamedHoliday(feast=Feast.EASTER),
                NamedHoliday(feast=Feast.KINGS_DAY),
                "2026-11-15",
            ]
        ),
    ),
    "until the next day": (single("2026-10-03", "22:00-07:00"),),
}


def said(words: Words) -> str:
    """Return the words for each schedule, as its file has them."""
    parts = []
    for name, entries in {**CASES, **MORE}.items():
        schedule = Schedule(entries=entries)
        parts.append(
            f"## {name}\n\n"
            f"badge: {words.schedule_badge(schedule, today=TODAY)}\n"
            f"line: {words.schedule_line(schedule, today=TODAY)}\n"
            f"sentence: {words.schedule_sentence(schedule, today=TODAY)}\n"
            f"full: {words.schedule_full(schedule)}\n"
        )
    return "\n".join([*parts, *_facts(words)])


def _facts(words: Words) -> list[str]:
    booking = Booking(required=True, until=date(2026, 10, 1), capacity=12)
    return [
        "## facts\n",
        *(
            words.price(price)
            for price in (Price(amount=Decimal(0)), Price(amount=Decimal(5)), Price(amount=Decimal("1212.50")))
        ),
        *(words.booking(one) for one in (None, booking)),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_schedule_has_its_words(language: str) -> None:
    assert said(WORDS[language]) == (FOLDER / f"{language}.txt").read_text(encoding="utf-8")


@settings(max_examples=60)
@given(schedule=SCHEDULES, today=TODAYS)
def test_any_schedule_has_every_length(schedule: Schedule, today: date | None) -> None:
    """In each language: to make up a schedule takes longer than to say it."""
    for language, words in WORDS.items():
        badge = words.schedule_badge(schedule, today=today)
        assert 0 < len(badge) <= 40, language
        assert words.schedule_line(schedule, today=today), language
        assert words.schedule_sentence(schedule, today=today).endswith("."), language
        assert "%(" not in words.schedule_full(schedule), language


@settings(max_examples=100, deadline=None)
@given(
    rules(parity=True),
    rules(parity=True),
    st.sampled_from(["interval", "weekdays", "month_days", "months", "positions", "week_parity"]),
)
def test_rules_that_give_other_days_get_other_words(one: Rule, source: Rule, part: str) -> None:
    one = replace(one, count=None, until=None)
    other = replace(one, **{part: getattr(source, part)})
    assume(one != other)
    assume(one.frequency is not Frequency.WEEKLY or not other.month_days)
    assume(one.frequency in {Frequency.MONTHLY, Frequency.YEARLY} or all(day.nth == 0 for day in other.weekdays))
    same = [
        language
        for language, words in WORDS.items()
        if (days_of(one, words), season_of(one, words)) == (days_of(other, words), season_of(other, words))
    ]
    if same:
        last = date(one.start.year + 4, 12, 31)
        assert list(by_definition(one, one.start, last)) == list(by_definition(other, one.start, last)), same


if __name__ == "__main__":
    for each in LANGUAGES:
        (FOLDER / f"{each}.txt").write_text(said(WORDS[each]), encoding="utf-8", newline="\n")


def test_a_turkish_i_keeps_its_dot_where_a_sentence_begins() -> None:
    said = {language: WORDS[language].capital("iki haftada bir") for language in ("tr", "pl")}
    assert said == {"tr": "İki haftada bir", "pl": "Iki haftada bir"}
