"""Schedules in five lengths, in both languages: the exact words stand in ``lengths.txt``, to be read by people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.model.details import Status
from streekagenda.model.schedule import Entry, PublicHolidays, Schedule, SchoolHolidays
from streekagenda.recurrence.expansion import expand
from streekagenda.rendering.words import Words
from tests.examples import change, event, hours, moment, place, rule, series, single
from tests.rendering.languages import EN, NL
from tests.rendering.schedules import SCHEDULES, TODAYS

TODAY = date(2026, 8, 20)
"""The day on which the badge, the line, the sentence and the spoken text are said; the full description knows no day."""
SUNDAYS = rule("WEEKLY", "2026-09-06", "SU", until="2027-06-27")
SEPTEMBER_TO_MAY = [1, 2, 3, 4, 5, 9, 10, 11, 12]

CASES: dict[str, tuple[Entry, ...]] = {
    "every Sunday": (series(),),
    "holidays, and a dinner": (
        series(
            SUNDAYS,
            exclusions=(PublicHolidays(country="NL"), SchoolHolidays(region="noord")),
            changes=[change("2026-12-20", at="14:00-18:00", title="Kerstdiner")],
        ),
    ),
    "three weekdays": (series(rule("WEEKLY", "2026-09-07", "MO,WE,FR"), "09:30-11:45"),),
    "working days": (series(rule("WEEKLY", "2026-09-07", "MO,TU,WE,TH,FR"), "08:45-17:00"),),
    "every day": (series(rule("DAILY", "2026-09-07"), "00:00-12:00"),),
    "every other week": (series(rule("WEEKLY", "2026-09-02", "WE", interval=2), "19:00-20:30"),),
    "even weeks": (series(rule("WEEKLY", "2026-09-02", "WE", week_parity="even"), "13:07-14:52"),),
    "first Tuesday": (series(rule("MONTHLY", "2026-09-01", "1TU"), "10:00-12:00"),),
    "first and third Tuesday": (series(rule("MONTHLY", "2026-09-01", "1TU,3TU"), "10:00"),),
    "last Friday, past midnight": (series(rule("MONTHLY", "2026-09-25", "-1FR"), "20:00-01:30"),),
    "last working day": (series(rule("MONTHLY", "2026-09-30", "MO,TU,WE,TH,FR", positions=[-1]), "16:00-17:30"),),
    "fifteenth": (series(rule("MONTHLY", "2026-09-15"), "14:20-15:40"),),
    "every three months": (series(rule("MONTHLY", "2026-09-01", "1TU", interval=3), "10:00-12:00"),),
    "once a year": (series(rule("YEARLY", "2026-12-05"), "17:00-19:00"),),
    "Friday the thirteenth": (series(rule("MONTHLY", "2026-09-13", "FR", month_days=[13]), "20:00-23:30"),),
    "a season": (series(rule("WEEKLY", "2026-09-06", "SU", months=SEPTEMBER_TO_MAY)),),
    "a pause": (series(rule("WEEKLY", "2026-09-06", "SU", months=[*SEPTEMBER_TO_MAY, 6])),),
    "a number of times": (series(rule("WEEKLY", "2026-09-03", "TH", count=10), "19:30-21:00"),),
    "many exceptions": (
        series(
            SUNDAYS,
            exclusions=[
                *("2026-10-18..2026-10-25", "2026-11-15", "2026-12-20..2027-01-03"),
                *("2027-02-07", "2027-04-25", "2027-05-16"),
            ],
        ),
    ),
    "extra dates": (series(also=[moment("2026-12-26", "14:00-17:00")]),),
    "next one is off": (
        series(
            changes=[
                change("2026-09-06", status="cancelled", note="De beheerder is ziek."),
                change("2026-09-13", moved_to="2026-09-14"),
            ]
        ),
    ),
    "a later one is off": (series(changes=[change("2026-10-04", status="cancelled")]),),
    "off as a whole": (series(status="cancelled"),),
    "two rules": (
        series(rule("WEEKLY", "2026-09-07", "MO"), "19:00-20:00"),
        series(rule("WEEKLY", "2026-09-08", "TU"), "09:30-11:00"),
    ),
    "two unlike rules": (
        series(rule("MONTHLY", "2026-09-01", "1TU"), "10:00-12:00"),
        series(rule("MONTHLY", "2026-09-18", "3FR"), "14:00-16:00"),
    ),
    "one evening": (single("2026-10-06", "19:30-21:00"),),
    "with doors": (single("2026-10-03", hours("14:30-16:00", doors="14:15")),),
    "a whole day next year": (single("2027-10-06", None),),
    "a run of days": (single("2026-09-28", None, last="2026-10-02"),),
    "three dates alike": (single("2026-10-01"), single("2026-10-08"), single("2027-01-03")),
    "a tour": (
        single("2026-09-28", "10:00-12:00", place=place("z", "Zandweerd")),
        single("2026-09-29", "13:30-16:00", place=place("r", "Rivierenwijk"), status="cancelled"),
        single("2026-09-30", "09:15", place=place("c", "Colmschate")),
    ),
    "a long tour": tuple(
        single(f"2026-09-{number}", "10:00-12:00" if number % 2 else "13:00-15:00") for number in range(10, 25)
    ),
    "a rule and a date": (series(), single("2026-10-06", "10:00-12:00")),
}


def lengths(words: Words, schedule: Schedule) -> dict[str, str]:
    return {
        "badge": words.schedule_badge(schedule, today=TODAY),
        "line": words.schedule_line(schedule, today=TODAY),
        "sentence": words.schedule_sentence(schedule, today=TODAY),
        "full": words.schedule_full(schedule),
        "spoken": words.schedule_spoken(schedule, today=TODAY),
    }


def expected() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what ``lengths.txt`` says of each schedule: its words by language and length."""
    for part in Path(__file__).with_name("lengths.txt").read_text(encoding="utf-8").split("## ")[1:]:
        name, _, said = part.partition("\n")
        yield name, dict(line.split(": ", 1) for line in said.splitlines() if line)


EXPECTED = dict(expected())


def test_every_schedule_has_its_words_and_the_other_way_round() -> None:
    assert list(EXPECTED) == list(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_schedule_has_five_lengths(name: str) -> None:
    schedule = Schedule(entries=CASES[name])
    said = {
        f"{words.language} {length}": text for words in (NL, EN) for length, text in lengths(words, schedule).items()
    }
    assert said == EXPECTED[name]


# ---------------------------------------------------------------------------------------------------- what lies behind


def test_what_lies_behind_is_left_out_of_every_length() -> None:
    schedule = Schedule(entries=(single("2026-08-01"), series(rule("WEEKLY", "2026-09-06", "SU"))))
    assert NL.schedule_badge(schedule, today=TODAY) == "elke zondag"
    assert NL.schedule_line(schedule, today=TODAY) == "elke zondag 14.00–16.00"
    assert NL.schedule_sentence(schedule, today=TODAY) == "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026."
    assert NL.schedule_spoken(schedule, today=TODAY) == (
        "Elke zondag van twee uur 's middags tot vier uur, vanaf zes september."
    )


def test_a_day_long_ago_has_its_year() -> None:
    schedule = Schedule(entries=(single("2025-10-06"),))
    assert NL.schedule_badge(schedule, today=TODAY) == "6 oktober 2025"
    assert NL.schedule_line(schedule, today=TODAY) == "ma 6 okt 2025 19.30–21.00"


def test_what_is_off_is_not_counted() -> None:
    schedule = Schedule(entries=(single("2026-10-06"), single("2026-10-13", status="cancelled")))
    assert NL.schedule_badge(schedule, today=TODAY) == "6 oktober"
    assert NL.schedule_line(schedule, today=TODAY) == "di 6 okt 19.30–21.00"


def test_a_date_that_is_off_is_told_by_its_hours_where_another_is_on_that_day() -> None:
    schedule = Schedule(
        entries=(
            series(
                rule("WEEKLY", "2026-09-07", "MO"), "19:00-20:00", changes=[change("2026-09-07", status="cancelled")]
            ),
            series(rule("WEEKLY", "2026-09-07", "MO"), "20:15-21:15"),
        )
    )
    assert NL.schedule_sentence(schedule, today=date(2026, 9, 7)) == (
        "Elke maandag van 19.00 tot 20.00 uur; elke maandag van 20.15 tot 21.15 uur; "
        "het gaat niet door op maandag 7 september 2026 van 19.00 tot 20.00 uur."
    )


def test_a_moved_date_that_is_off_after_all_is_said_until_its_new_day() -> None:
    moved = change("2026-09-07", moved_to="2026-09-08", status="cancelled")
    schedule = Schedule(entries=(series(rule("WEEKLY", "2026-09-01", "MO"), "14:00-16:00", changes=[moved]),))
    assert NL.schedule_sentence(schedule, today=date(2026, 9, 8)) == (
        "Elke maandag van 14.00 tot 16.00 uur; het gaat niet door op dinsdag 8 september."
    )


# --------------------------------------------------------------------------------------------------------- any schedule


@settings(max_examples=150)
@given(schedule=SCHEDULES, today=TODAYS)
def test_any_schedule_has_every_length(schedule: Schedule, today: date | None) -> None:
    for words in (NL, EN):
        badge = words.schedule_badge(schedule, today=today)
        assert 0 < len(badge) <= 30
        assert words.schedule_line(schedule, today=today)
        sentence = words.schedule_sentence(schedule, today=today)
        assert (sentence[-1], ". " in sentence.removesuffix(".")) == (".", False)


SOON = st.dates(date(2026, 9, 1), date(2026, 9, 30))
STATUSES = st.none() | st.sampled_from(Status)
UNCERTAIN = st.lists(
    st.builds(single, SOON, st.sampled_from(["10:00-12:00", "19:30"]), status=STATUSES)
    | st.builds(
        series,
        st.builds(rule, st.just("WEEKLY"), SOON, st.sampled_from(["SU", "MO,TU,WE", ""])),
        status=STATUSES,
        changes=st.lists(
            st.builds(change, SOON, moved_to=st.none() | SOON, status=STATUSES),
            max_size=8,
            unique_by=lambda one: one.on,
        ),
    ),
    min_size=1,
    max_size=3,
).map(lambda entries: Schedule(entries=tuple(entries)))


@settings(max_examples=300)
@given(schedule=UNCERTAIN, today=SOON)
def test_a_sentence_never_hides_that_the_next_date_is_off(schedule: Schedule, today: date) -> None:
    ahead = [one for one in expand(event(*schedule.entries), today, today + timedelta(60)) if one.moment.first >= today]
    if not ahead or ahead[0].takes_place:
        return
    day = ahead[0].moment.first
    for words in (NL, EN):
        said = words.schedule_sentence(schedule, today=today)
        named = f"{words.weekday(day)} {day.day}", words.date_month(day)
        off = words.pgettext("about one date", "cancelled"), words.pgettext("about one date", "postponed")
        assert any(word.lower() in said.lower() for word in (*named, *off))
