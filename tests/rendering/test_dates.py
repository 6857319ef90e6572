from __future__ import annotations

import pytest

from streekagenda.model.schedule import Moment
from streekagenda.rendering.words import Words
from tests.examples import day, hours, moment
from tests.rendering.languages import EN, NL, TRANSLATIONS

SUNDAY = day("2026-09-06")


def test_days_are_said_in_each_form() -> None:
    assert [NL.day(SUNDAY), NL.day_month(SUNDAY), NL.day_short(SUNDAY), NL.date(SUNDAY)] == [
        "zondag 6 september 2026",
        "zondag 6 september",
        "zo 6 sep",
        "6 september 2026",
    ]
    assert [EN.day(SUNDAY), EN.day_month(SUNDAY), EN.day_short(SUNDAY), EN.date(SUNDAY)] == [
        "Sunday 6 September 2026",
        "Sunday 6 September",
        "Sun 6 Sept",
        "6 September 2026",
    ]
    assert [NL.month(SUNDAY), NL.month_of(SUNDAY), NL.weekday(SUNDAY)] == ["september 2026", "september", "zondag"]


@pytest.mark.parametrize(
    ("iso", "nl", "en"),
    [
        ("2026-09-06", "week 36 van 2026", "week 36 of 2026"),
        ("2027-01-03", "week 53 van 2026", "week 53 of 2026"),
        ("2027-01-04", "week 1 van 2027", "week 1 of 2027"),
    ],
)
def test_weeks_are_those_of_iso_8601(iso: str, nl: str, en: str) -> None:
    assert (NL.week(day(iso)), EN.week(day(iso))) == (nl, en)


@pytest.mark.parametrize(
    ("first", "last", "nl", "en"),
    [
        ("2026-10-03", "2026-10-03", "3 oktober 2026", "3 October 2026"),
        ("2026-10-03", "2026-10-05", "van 3 tot en met 5 oktober 2026", "from 3 to 5 October 2026"),
        (
            "2026-09-28",
            "2026-10-03",
            "van 28 september tot en met 3 oktober 2026",
            "from 28 September to 3 October 2026",
        ),
        (
            "2026-12-28",
            "2027-01-03",
            "van 28 december 2026 tot en met 3 januari 2027",
            "from 28 December 2026 to 3 January 2027",
        ),
        # The same month of another year is not the same month.
        (
            "2026-10-03",
            "2027-10-05",
            "van 3 oktober 2026 tot en met 5 oktober 2027",
            "from 3 October 2026 to 5 October 2027",
        ),
    ],
)
def test_stretches_of_days_say_month_and_year_once(first: str, last: str, nl: str, en: str) -> None:
    assert (NL.days(day(first), day(last)), EN.days(day(first), day(last))) == (nl, en)


def test_stretches_of_days_can_leave_the_year_out() -> None:
    assert NL.days(day("2026-10-03"), day("2026-10-05"), year=False) == "van 3 tot en met 5 oktober"
    assert NL.days(day("2026-12-28"), day("2027-01-03"), year=False) == "van 28 december tot en met 3 januari"


def test_lists_of_days_say_year_and_month_once() -> None:
    days = [day(iso) for iso in ("2027-01-03", "2026-11-22", "2026-11-15")]
    assert NL.dates(days) == ["15 en 22 november 2026", "3 januari 2027"]
    assert NL.dates([*days, day("2026-12-06")]) == ["15 november, 22 november en 6 december 2026", "3 januari 2027"]
    assert NL.dates(days, weekdays=True) == ["zondag 15 en zondag 22 november 2026", "zondag 3 januari 2027"]
    assert NL.dates(days, year=False) == ["15 en 22 november", "3 januari"]


def test_today_and_tomorrow_have_a_word() -> None:
    said = [NL.relative_day(day(iso), SUNDAY) for iso in ("2026-09-05", "2026-09-06", "2026-09-07", "2026-09-08")]
    assert said == ["", "vandaag", "morgen", ""]
    assert EN.relative_day(SUNDAY, SUNDAY) == "today"


@pytest.mark.parametrize(
    ("at", "doors", "nl", "en", "short"),
    [
        ("14:00-16:00", None, "van 14.00 tot 16.00 uur", "from 14:00 to 16:00", "14.00–16.00"),
        ("09:30-11:00", None, "van 9.30 tot 11.00 uur", "from 09:30 to 11:00", "9.30–11.00"),
        ("14:00", None, "14.00 uur", "14:00", "14.00"),
        (None, None, "hele dag", "all day", "hele dag"),
        ("20:00-01:00", None, "van 20.00 tot 01.00 uur", "from 20:00 to 01:00", "20.00–01.00"),
        ("20:00-00:00", None, "van 20.00 tot 00.00 uur", "from 20:00 to 00:00", "20.00–00.00"),
        (
            "22:00-07:00",
            None,
            "van 22.00 tot 7.00 uur de volgende dag",
            "from 22:00 to 07:00 the next day",
            "22.00–7.00",
        ),
        (
            "14:30-16:00",
            "14:15",
            "van 14.30 tot 16.00 uur (inloop vanaf 14.15 uur)",
            "from 14:30 to 16:00 (doors open at 14:15)",
            "14.30–16.00",
        ),
    ],
)
def test_hours_are_said_with_a_dot_in_dutch(at: str | None, doors: str | None, nl: str, en: str, short: str) -> None:
    said = hours(at, doors=doors)
    assert (NL.hours(said), EN.hours(said), NL.hours_short(said)) == (nl, en, short)
    assert NL.hours(moment(SUNDAY, said)) == nl


@pytest.mark.parametrize(
    ("when", "nl", "en"),
    [
        (
            moment("2026-09-06", "14:00-16:00"),
            "zondag 6 september 2026 van 14.00 tot 16.00 uur",
            "Sunday 6 September 2026 from 14:00 to 16:00",
        ),
        (moment("2026-09-06", "14:00"), "zondag 6 september 2026 om 14.00 uur", "Sunday 6 September 2026 at 14:00"),
        (moment("2026-09-06"), "zondag 6 september 2026, de hele dag", "Sunday 6 September 2026, all day"),
        (moment("2026-10-03", last="2026-10-05"), "van 3 tot en met 5 oktober 2026", "from 3 to 5 October 2026"),
    ],
)
def test_a_moment_is_a_part_of_a_sentence(when: Moment, nl: str, en: str) -> None:
    assert (NL.moment(when), EN.moment(when)) == (nl, en)


def test_things_are_joined_as_in_a_sentence() -> None:
    assert [NL.join([]), NL.join(["a"]), NL.join(["a", "b"]), NL.join(["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]
    assert (EN.join(["a", "b", "c"]), NL.join(["a", "b", "c"], "or")) == ("a, b and c", "a, b of c")


@pytest.mark.parametrize(
    ("language", "said", "direction"),
    [
        ("de", "Sonntag 6 September 2026", "ltr"),
        ("bg", "неделя 6 септември 2026", "ltr"),
        ("he", "יום ראשון 6 ספטמבר 2026", "rtl"),
        ("xx-unknown", "Sunday 6 September 2026", "ltr"),
    ],
)
def test_a_language_without_a_catalogue_has_its_names_already(language: str, said: str, direction: str) -> None:
    words = Words(language=language, translations=TRANSLATIONS)
    assert (words.day(SUNDAY), words.direction) == (said, direction)


@pytest.mark.parametrize(
    ("language", "said", "short", "at", "direction"),
    [
        ("tr", "6 Eylül 2026 Pazar", "6 Eyl Paz", "14:00–16:00", "ltr"),
        ("ar", "الأحد 6 سبتمبر 2026", "الأحد 6 سبتمبر", "من 14:00 إلى 16:00", "rtl"),
        ("uk", "неділя, 6 вересня 2026 року", "нд, 6 вер.", "14:00–16:00", "ltr"),
        ("pl", "niedziela, 6 września 2026", "niedz., 6 wrz", "14:00–16:00", "ltr"),
    ],
)
def test_a_catalogue_orders_day_month_and_hours(language: str, said: str, short: str, at: str, direction: str) -> None:
    words = Words(language=language, translations=TRANSLATIONS)
    assert [words.day(SUNDAY), words.day_short(SUNDAY), words.hours_short(hours("14:00-16:00")), words.direction] == [
        said,
        short,
        at,
        direction,
    ]
