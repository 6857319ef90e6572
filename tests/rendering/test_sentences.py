from __future__ import annotations

from time import process_time

import pytest

from streekagenda.model.details import Booking, BookingState
from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.model.place import Online
from streekagenda.model.schedule import Entry, NamedHoliday, PublicHolidays, Schedule, SchoolHolidays
from tests.examples import change, closure, day, hours, moment, place, rule, series, single, text
from tests.rendering.languages import EN, NL

SUNDAYS = rule("WEEKLY", "2026-09-06", "SU", until="2027-06-27")
HOLIDAYS = (PublicHolidays(country="NL"), SchoolHolidays(region="noord"))
DINNER = change("2026-12-20", at="14:00-18:00", title="Kerstdiner", price=5)

SCHEDULES: dict[str, tuple[tuple[Entry, ...], str, str]] = {
    "a series with holidays and a change": (
        (series(SUNDAYS, exclusions=HOLIDAYS, changes=[DINNER]),),
        (
            "Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. "
            "Niet op feestdagen en in de schoolvakanties. Op 20 december tot 18.00 uur (Kerstdiner)."
        ),
        (
            "Every Sunday from 14:00 to 16:00, from 6 September 2026 to 27 June 2027. "
            "Not on public holidays or in the school holidays. On 20 December until 18:00 (Kerstdiner)."
        ),
    ),
    "an open end": (
        (series(),),
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026.",
        "Every Sunday from 14:00 to 16:00, from 6 September 2026.",
    ),
    "a number of times": (
        (series(rule("WEEKLY", "2026-09-02", "WE", interval=3, count=10)),),
        "Elke 3 weken op woensdag van 14.00 tot 16.00 uur, vanaf 2 september 2026, 10 keer.",
        "Every 3 weeks on Wednesday from 14:00 to 16:00, from 2 September 2026, 10 times.",
    ),
    "whole days": (
        (series(rule("DAILY", "2026-09-06", interval=3), None),),
        "Elke 3 dagen, de hele dag, vanaf 6 september 2026.",
        "Every 3 days, all day, from 6 September 2026.",
    ),
    "a start without an end": (
        (series(rule("MONTHLY", "2026-09-01", "1TU"), "10:00"),),
        "Elke eerste dinsdag van de maand om 10.00 uur, vanaf 1 september 2026.",
        "Every first Tuesday of the month at 10:00, from 1 September 2026.",
    ),
    "a season": (
        (series(rule("WEEKLY", "2026-09-06", "SU", months=[1, 2, 3, 4, 5, 9, 10, 11, 12])),),
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. Alleen van september tot en met mei.",
        "Every Sunday from 14:00 to 16:00, from 6 September 2026. Only from September to May.",
    ),
    "a pause, days and ranges": (
        (
            series(
                rule("WEEKLY", "2026-09-06", "SU", months=[1, 2, 3, 4, 5, 6, 9, 10, 11, 12]),
                exclusions=["2026-11-15", "2026-11-22", "2027-02-01..2027-02-14", closure("Zomerstop", "2027-06-20")],
            ),
        ),
        (
            "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. Niet in juli en augustus, "
            "van 1 tot en met 14 februari 2027, tijdens Zomerstop en op 15 en 22 november 2026."
        ),
        (
            "Every Sunday from 14:00 to 16:00, from 6 September 2026. Not in July and August, "
            "from 1 to 14 February 2027, during Zomerstop or on 15 and 22 November 2026."
        ),
    ),
    "holidays by their name": (
        (
            series(
                SUNDAYS,
                exclusions=[
                    NamedHoliday(feast=Feast.CHRISTMAS_DAY),
                    SchoolHolidays(region="noord", name=SchoolBreak.SUMMER),
                    NamedHoliday(feast=Feast.EASTER),
                    "2026-11-15",
                ],
            ),
        ),
        (
            "Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. "
            "Niet in de zomervakantie, op 15 november, op Eerste Kerstdag en met Pasen."
        ),
        (
            "Every Sunday from 14:00 to 16:00, from 6 September 2026 to 27 June 2027. "
            "Not in the summer holidays, on 15 November, on Christmas Day or at Easter."
        ),
    ),
    "extra dates": (
        (
            series(
                also=[
                    moment("2026-12-26", "14:00-17:00"),
                    moment("2026-12-30", "14:00-16:00"),
                    moment("2027-01-02", "14:00-16:00"),
                    moment("2027-02-01", last="2027-02-03"),
                ]
            ),
        ),
        (
            "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. Ook op 26 december 2026 van 14.00 tot 17.00 uur. "
            "Ook op 30 december 2026 en op 2 januari 2027. Ook van 1 tot en met 3 februari 2027, de hele dag."
        ),
        (
            "Every Sunday from 14:00 to 16:00, from 6 September 2026. Also on 26 December 2026 from 14:00 to 17:00. "
            "Also on 30 December 2026 and on 2 January 2027. Also from 1 to 3 February 2027, all day."
        ),
    ),
    "dates that differ": (
        (
            series(
                changes=[
                    change("2026-11-01", title="Concert"),
                    change("2026-11-08", price=5),
                    change("2026-11-15", place=place("x", "De Kern"), title="Uitje"),
                    change("2026-11-22", note="Neem een jas mee."),
                    change("2026-11-29", booking=Booking(state=BookingState.FULL)),
                    change("2026-12-06", status="postponed"),
                    change("2026-12-13", place=Online(url="https://video.example"), status="online"),
                    change("2026-12-20", at="15:00-17:00"),
                    change("2026-12-27", at="15:00"),
                ]
            ),
        ),
        (
            "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. Op 1 november 2026 (Concert). "
            "Op 15 november 2026 (Uitje), plek: De Kern. Op 22 november 2026: Neem een jas mee. Op 29 november 2026 is het vol. "
            "Op 6 december 2026 is het uitgesteld. Op 13 december 2026, plek: online. "
            "Op 20 december 2026 van 15.00 tot 17.00 uur. Op 27 december 2026 om 15.00 uur."
        ),
        (
            "Every Sunday from 14:00 to 16:00, from 6 September 2026. On 1 November 2026 (Concert). "
            "On 15 November 2026 (Uitje), place: De Kern. On 22 November 2026: Neem een jas mee. On 29 November 2026 it is full. "
            "On 6 December 2026 it is postponed. On 13 December 2026, place: online. "
            "On 20 December 2026 from 15:00 to 17:00. On 27 December 2026 at 15:00."
        ),
    ),
    "dates that are off or elsewhere": (
        (
            series(
                SUNDAYS,
                changes=[
                    change("2026-12-13", moved_to="2026-12-14"),
                    change("2026-12-20", moved_to="2026-12-21", at="10:00-12:00", title="Brunch"),
                    change("2027-01-03", status="cancelled", note="De beheerder is ziek."),
                    change("2027-01-10", status="cancelled"),
                ],
            ),
        ),
        (
            "Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. "
            "Niet op 13 december, maar op 14 december. "
            "Niet op 20 december, maar op 21 december van 10.00 tot 12.00 uur (Brunch). "
            "Op 3 januari gaat het niet door: De beheerder is ziek. Op 10 januari gaat het niet door."
        ),
        (
            "Every Sunday from 14:00 to 16:00, from 6 September 2026 to 27 June 2027. "
            "Not on 13 December, but on 14 December. Not on 20 December, but on 21 December from 10:00 to 12:00 (Brunch). "
            "On 3 January it does not take place: De beheerder is ziek. On 10 January it does not take place."
        ),
    ),
    "two rules": (
        (
            series(rule("WEEKLY", "2026-09-07", "MO"), "19:00-20:00", title="Beginners", place=place("x", "De Kern")),
            series(rule("WEEKLY", "2026-09-08", "TU"), "09:30-11:00"),
        ),
        (
            "Elke maandag van 19.00 tot 20.00 uur, vanaf 7 september 2026: De Kern (Beginners). "
            "Elke dinsdag van 9.30 tot 11.00 uur, vanaf 8 september 2026."
        ),
        (
            "Every Monday from 19:00 to 20:00, from 7 September 2026: De Kern (Beginners). "
            "Every Tuesday from 09:30 to 11:00, from 8 September 2026."
        ),
    ),
    "one moment": (
        (single(),),
        "Donderdag 1 oktober 2026 van 19.30 tot 21.00 uur.",
        "Thursday 1 October 2026 from 19:30 to 21:00.",
    ),
    "one moment with doors": (
        (single("2026-10-03", hours("14:30-16:00", doors="14:15")),),
        "Zaterdag 3 oktober 2026 van 14.30 tot 16.00 uur (inloop vanaf 14.15 uur).",
        "Saturday 3 October 2026 from 14:30 to 16:00 (doors open at 14:15).",
    ),
    "one whole day and a run of days": (
        (single("2026-10-01", None), single("2026-10-03", None, last="2026-10-05")),
        "Donderdag 1 oktober 2026, de hele dag. Van 3 tot en met 5 oktober 2026.",
        "Thursday 1 October 2026, all day. From 3 to 5 October 2026.",
    ),
    "days with the same hours": (
        (single("2026-10-01"), single("2026-10-08"), single("2027-01-03")),
        "Donderdag 1 en donderdag 8 oktober 2026 en zondag 3 januari 2027 van 19.30 tot 21.00 uur.",
        "Thursday 1 and Thursday 8 October 2026 and Sunday 3 January 2027 from 19:30 to 21:00.",
    ),
    "a tour": (
        (
            single("2026-09-28", "10:00-12:00", place=place("z", "Zandweerd"), note="bij de supermarkt"),
            single("2026-09-29", "13:30-16:00", place=place("r", "Rivierenwijk"), status="cancelled"),
        ),
        (
            "Maandag 28 september 2026 van 10.00 tot 12.00 uur: Zandweerd (bij de supermarkt). "
            "Dinsdag 29 september 2026 van 13.30 tot 16.00 uur: Rivierenwijk (afgelast)."
        ),
        (
            "Monday 28 September 2026 from 10:00 to 12:00: Zandweerd (bij de supermarkt). "
            "Tuesday 29 September 2026 from 13:30 to 16:00: Rivierenwijk (cancelled)."
        ),
    ),
}


@pytest.mark.parametrize(("entries", "nl", "en"), SCHEDULES.values(), ids=SCHEDULES)
def test_a_schedule_in_sentences(entries: tuple[Entry, ...], nl: str, en: str) -> None:
    schedule = Schedule(entries=entries)
    assert (NL.schedule_full(schedule), EN.schedule_full(schedule)) == (nl, en)


@pytest.mark.parametrize(
    ("entries", "short"),
    [
        ((series(),), "elke zondag 14.00–16.00"),
        ((series(at=None),), "elke zondag"),
        ((single(),), "do 1 okt 19.30–21.00"),
        ((single(at=None),), "do 1 okt hele dag"),
        ((single("2026-10-03", None, last="2026-10-05"),), "za 3 okt – ma 5 okt"),
        ((single("2026-10-01"), single("2026-10-02")), "2 keer"),
        ((series(), single()), "elke zondag 14.00–16.00; do 1 okt 19.30–21.00"),
    ],
)
def test_a_schedule_on_one_line(entries: tuple[Entry, ...], short: str) -> None:
    assert NL.schedule_line(Schedule(entries=entries)) == short


def test_what_lies_behind_is_left_out() -> None:
    schedule = Schedule(
        entries=(
            single("2026-10-01"),
            single("2027-02-04"),
            series(
                SUNDAYS,
                exclusions=["2026-11-15", "2027-03-07", closure("Herfststop", "2026-10-11..2026-10-18")],
                also=[moment("2026-12-26", "14:00-17:00")],
                changes=[DINNER, change("2027-02-07", title="Carnaval")],
            ),
            series(rule("WEEKLY", "2026-09-08", "TU", until="2026-12-22")),
        )
    )
    assert NL.schedule_full(schedule, today=day("2027-01-10")) == (
        "Donderdag 4 februari 2027 van 19.30 tot 21.00 uur. Elke zondag van 14.00 tot 16.00 uur, tot en met 27 juni 2027. "
        "Niet op 7 maart. Op 7 februari (“Carnaval”)."
    )


def test_many_stops_are_counted_only_where_their_list_stands_beside_the_sentence() -> None:
    tour = Schedule(entries=tuple(single(f"2026-09-{number}", place=place(f"p{number}")) for number in range(10, 25)))
    assert NL.schedule_full(tour, today=day("2026-09-01")) == "15 keer, van 10 tot en met 24 september 2026."
    assert NL.schedule_full(tour).count(". ") == 14


def test_a_rule_beside_another_says_its_exceptions_in_its_own_sentence() -> None:
    rules = (
        series(rule("WEEKLY", "2026-09-07", "MO", months=[9, 10]), "19:00-20:00"),
        series(rule("WEEKLY", "2026-09-08", "MO,TU"), "09:30-11:00", exclusions=HOLIDAYS, title="Beginners"),
    )
    assert NL.schedule_full(Schedule(entries=rules)) == (
        "Elke maandag van 19.00 tot 20.00 uur, vanaf 7 september 2026, alleen in september en oktober. "
        "Ook elke maandag en dinsdag van 9.30 tot 11.00 uur, vanaf 8 september 2026, behalve op feestdagen en in de "
        "schoolvakanties (Beginners)."
    )


def test_a_title_and_a_note_have_quotes_where_they_would_be_read_as_something_else() -> None:
    dates = [
        change("2026-11-01", title="Open dag 2026", note="Kom ook. Neem een jas mee."),
        change("2026-11-08", status="cancelled", note="Om 15.00 uur is de zaal bezet."),
        change("2026-11-15", at="15:00-17:00", title="Geen koffie", status="online"),
        change("2026-11-22", moved_to="2026-11-23", status="postponed", note="Zie de site"),
    ]
    assert NL.schedule_full(Schedule(entries=(series(changes=dates),))) == (
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. "
        "Op 1 november 2026 (“Open dag 2026”): “Kom ook. Neem een jas mee”. "
        "Op 8 november 2026 gaat het niet door: Om 15.00 uur is de zaal bezet. "
        "Op 15 november 2026 van 15.00 tot 17.00 uur, online (“Geen koffie”). "
        "Niet op 22 november 2026, maar op 23 november 2026, uitgesteld: Zie de site."
    )


def test_days_outside_a_short_rule_have_their_year() -> None:
    one = series(
        SUNDAYS,
        exclusions=["2026-11-15", "2027-06-20..2027-07-04"],
        changes=[change("2027-06-13", moved_to="2027-07-05")],
    )
    assert NL.schedule_full(Schedule(entries=(one,))) == (
        "Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. "
        "Niet van 20 juni tot en met 4 juli 2027 en op 15 november 2026. "
        "Niet op 13 juni 2027, maar op 5 juli 2027."
    )


@pytest.mark.parametrize(
    ("at", "nl", "en"),
    [
        ("02:00-05:00", "van 02.00 tot 05.00 uur", "from 02:00 to 05:00"),
        ("10:00-05:00", "van 10.00 tot 05.00 uur de volgende dag", "from 10:00 to 05:00 the next day"),
        ("20:00-02:00", "van 20.00 tot 02.00 uur", "from 20:00 to 02:00"),
    ],
)
def test_the_small_hours_cannot_be_taken_for_the_afternoon(at: str, nl: str, en: str) -> None:
    schedule = Schedule(entries=(single("2026-10-01", at),))
    assert (NL.schedule_full(schedule), EN.schedule_full(schedule)) == (
        f"Donderdag 1 oktober 2026 {nl}.",
        f"Thursday 1 October 2026 {en}.",
    )


def test_a_step_is_counted_from_its_first_time() -> None:
    every_other = Schedule(entries=(series(rule("WEEKLY", "2026-09-01", "WE", interval=2)),))
    assert NL.schedule_full(every_other).endswith("vanaf 2 september 2026.")


def test_a_step_and_a_number_of_times_keep_their_first_day() -> None:
    every_other = Schedule(entries=(series(rule("WEEKLY", "2026-09-02", "WE", interval=2)),))
    ten = Schedule(entries=(series(rule("WEEKLY", "2026-09-06", "SU", count=10)),))
    assert NL.schedule_full(every_other, today=day("2027-01-01")) == (
        "Elke 2 weken op woensdag van 14.00 tot 16.00 uur, vanaf 2 september 2026."
    )
    assert NL.schedule_full(ten, today=day("2026-10-01")) == (
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026, 10 keer."
    )


def test_a_schedule_that_is_over_is_still_said() -> None:
    assert NL.schedule_full(Schedule(entries=(single(),)), today=day("2030-01-01")) == (
        "Donderdag 1 oktober 2026 van 19.30 tot 21.00 uur."
    )


def test_texts_within_a_sentence_are_in_its_language() -> None:
    schedule = Schedule(
        entries=(series(changes=[change("2026-12-20", title=text("Kerstdiner", en="Christmas dinner"))]),)
    )
    assert EN.schedule_full(schedule).endswith("On 20 December 2026 (Christmas dinner).")


def test_a_thousand_schedules_are_said_within_a_fifth_of_a_second() -> None:
    schedules = [Schedule(entries=entries) for entries, _, _ in SCHEDULES.values()]
    began = process_time()
    for number in range(1_000):
        NL.schedule_full(schedules[number % len(schedules)])
    # Twice the promise, for a machine that others use too.
    assert process_time() - began < 0.4


def test_what_is_kept_of_schedules_is_that_of_each_of_its_day_and_of_its_length() -> None:
    for year in range(2026, 2034):  # of each the one before is gone, so that it may stand at the same place in memory
        schedule = Schedule(entries=(series(rule("WEEKLY", f"{year}-09-06", "SU")),))
        for _ in range(2):
            assert NL.schedule_full(schedule) == f"Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september {year}."
            assert NL.schedule_full(schedule, today=day("2040-01-01")) == "Elke zondag van 14.00 tot 16.00 uur."
            assert NL.schedule_line(schedule) == "elke zondag 14.00–16.00"
            assert NL.schedule_badge(schedule) == "elke zondag"
