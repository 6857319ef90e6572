"""Sentences about one date of a rule: another time, another day, called off, a title, a reason; and extra dates."""

import pytest

from streekagenda.diagnostics import Location
from streekagenda.recurrence.phrases import read
from tests.recurrence.phrases.telling import HERE, TODAY, told, understood

SUNDAYS = "Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027."
TOLD = "WEEKLY SU 14:00-16:00 from=2026-09-06 until=2027-06-27"

BEHIND = [
    ("Op 20 december tot 18.00 uur (Kerstdiner).", "but=2026-12-20/14:00-18:00(Kerstdiner)"),
    ("Op zondag 20 december van 15.00 tot 17.00 uur.", "but=2026-12-20/15:00-17:00"),
    ("Op 20 december om 15.00 uur.", "but=2026-12-20/15:00"),
    ("Op 20 december: 15.00-17.00 uur.", "but=2026-12-20/15:00-17:00"),
    ("Op 20 december (om 15.00 uur).", "but=2026-12-20/15:00"),
    ("Op 20 december 's avonds van 7 tot 9 uur.", "but=2026-12-20/19:00-21:00"),
    (
        "Op 20 december van 15.00 tot 17.00 uur (inloop vanaf 14.30 uur) (Concert): Neem een jas mee.",
        "but=2026-12-20/15:00-17:00 doors=14:30(Concert):Neem een jas mee",
    ),
    ("Op 20 december (Concert) om 15.00 uur.", "but=2026-12-20/15:00(Concert)"),
    ("Op 3 januari gaat het niet door.", "but=2027-01-03/cancelled"),
    ("Op 3 januari 2027 is het afgelast: om 15.00 uur is de zaal bezet.",
     "but=2027-01-03/cancelled:om 15.00 uur is de zaal bezet"),
    ("Op 3 en 10 januari gaat het niet door: griep.", "but=2027-01-03/cancelled:griep but=2027-01-10/cancelled:griep"),
    ("Op 3 januari is het uitgesteld.", "but=2027-01-03/postponed"),
    ("Op 3 januari (Nieuwjaarsborrel): Er zijn oliebollen.", "but=2027-01-03(Nieuwjaarsborrel):Er zijn oliebollen"),
    ("Op 3 januari (“2e Kerstdag, vanaf 15.00 uur”).", "but=2027-01-03(2e Kerstdag, vanaf 15.00 uur)"),
    ('Op 3 januari: "Kom. Neem een stoel mee; het is koud".', "but=2027-01-03:Kom. Neem een stoel mee; het is koud"),
    ("Op 3 januari: “Zij zei: “kom””.", "but=2027-01-03:Zij zei: “kom”"),
    ("Niet op 13 december, maar op 14 december.", "but=2026-12-13>2026-12-14"),
    ("Niet op zondag 13 december maar op maandag 14 december van 10 tot 12 uur (Brunch).",
     "but=2026-12-13>2026-12-14/10:00-12:00(Brunch)"),
    ("Niet op 27 juni, maar op 4 juli 2027: het is dan feest.", "but=2027-06-27>2027-07-04:het is dan feest"),
    ("Ook op 26 december van 14.00 tot 17.00 uur.", "also=2026-12-26/14:00-17:00"),
    ("Ook op 26 december en 2 januari.", "also=2026-12-26/14:00-16:00 also=2027-01-02/14:00-16:00"),
    ("Ook op 26 december. Op 26 december tot 17.00 uur.", "also=2026-12-26/14:00-16:00 but=2026-12-26/14:00-17:00"),
    ("Ook van 1 tot en met 3 februari.", "also=2027-02-01..2027-02-03/all-day"),
    ("Niet op 15 en 22 november, van 1 tot en met 14 februari en op feestdagen.",
     "not=2026-11-15,2026-11-22,2027-02-01..2027-02-14,holidays"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), BEHIND)
def test_sentence_behind_a_rule_is_understood(sentence: str, expected: str) -> None:
    """A day without a year is the one that lies within the first and the last day of the rule."""
    assert told(understood(f"{SUNDAYS} {sentence}")) == [f"{TOLD} {expected}"]


ENGLISH = [
    ("On 20 December until 18:00 (Christmas dinner).", "but=2026-12-20/14:00-18:00(Christmas dinner)"),
    ("On 3 January it does not take place: the host is ill.", "but=2027-01-03/cancelled:the host is ill"),
    ("On 3 January it does not take place: De beheerder is ziek.", "but=2027-01-03/cancelled:De beheerder is ziek"),
    ("Not on 13 December, but on 14 December from 10:00 to 12:00.", "but=2026-12-13>2026-12-14/10:00-12:00"),
    ("Also on 26 December.", "also=2026-12-26/14:00-16:00"),
]


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH)
def test_english_sentence_behind_a_rule_is_understood(sentence: str, expected: str) -> None:
    rule = "Every Sunday from 14:00 to 16:00, from 6 September 2026 to 27 June 2027."
    assert told(understood(f"{rule} {sentence}")) == [f"{TOLD} {expected}"]


SEVERAL = [
    (
        "Elke maandag 10-12 uur. Elke dinsdag 14-16 uur. Op 21 december 2026 tot 13.00 uur.",
        ["WEEKLY MO 10:00-12:00 but=2026-12-21/10:00-13:00", "WEEKLY TU 14:00-16:00"],
    ),
    (
        "Elke maandag 10-12 uur. Op 21 december 2026 (Kerstbingo). Elke maandag 14-16 uur. Op 21 december 2026 (Bingo).",
        ["WEEKLY MO 10:00-12:00 but=2026-12-21(Kerstbingo)", "WEEKLY MO 14:00-16:00 but=2026-12-21(Bingo)"],
    ),
    (
        "Elke maandag 10-12 en 14-16 uur. Op 21 december 2026 gaat het niet door.",
        ["WEEKLY MO 10:00-12:00 but=2026-12-21/cancelled", "WEEKLY MO 14:00-16:00 but=2026-12-21/cancelled"],
    ),
    (
        "Elke maandag 10-12 uur. Elke dinsdag 14-16 uur, niet in juli.",
        ["WEEKLY MO 10:00-12:00", "WEEKLY TU months=1,2,3,4,5,6,8,9,10,11,12 14:00-16:00"],
    ),
    ("Zondag 4 oktober 2026 14-16 uur. Op 11 oktober 2026 15-17 uur.", ["2026-10-04 14:00-16:00", "2026-10-11 15:00-17:00"]),
    ("Zondag 14-16 uur. Op 20 december 2026 gaat het niet door.", ["WEEKLY SU 14:00-16:00 but=2026-12-20/cancelled"]),
    ("elke zondag 14-16 uur, niet op 20 december 2026, maar op 21 december 2026", ["WEEKLY SU 14:00-16:00 but=2026-12-20>2026-12-21"]),
    ("elke zondag 14-16 uur; op 20 december 2026 gaat het niet door", ["WEEKLY SU 14:00-16:00 but=2026-12-20/cancelled"]),
    ("zondag 4 oktober 2026 van 20.00 tot 10.00 uur de volgende dag", ["2026-10-04 20:00-10:00"]),
    ("elke zondag van 22.00 tot 22.00 uur de volgende dag", ["WEEKLY SU 22:00-22:00"]),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "expected"), SEVERAL)
def test_sentence_is_given_to_the_rule_that_it_is_about(phrase: str, expected: list[str]) -> None:
    assert told(understood(phrase)) == expected


ASKED = [
    ("Op 20 december 2026 is het uitgesteld.", ["when-change-of-what"]),
    ("zondag 4 oktober 2026 14-16 uur. Op 4 oktober 2026 (Diner).", ["when-change-of-what"]),
    ("elke zondag 14-16 uur. Op 20 december tot 18.00 uur.", ["when-no-year"]),
    ("elke zondag 14-16 uur. Op zaterdag 26 december 2026 van 14 tot 17 uur.", ["when-rule-or-dates"]),
    ("elke zondag 14-16 uur. Op zaterdag 20 december 2026 tot 17 uur.", ["when-wrong-weekday"]),
    ("elke zondag 14-16 uur. Op 20 december 2026 de hele dag.", ["change-all-day"]),
    (
        "elke zondag 14-16 uur. Op 20 december 2026 (vanaf 15.00 uur met koffie).",
        ["when-instead-or-also", "when-not-understood"],
    ),
    ("elke zondag 14-16 uur. Op 20 december 2026 van 14 tot 15 en van 16 tot 17 uur.", ["when-instead-or-also"]),
    ("elke zondag 10-12 en 14-16 uur. Op 20 december 2026 tot 18.00 uur.", ["when-which-time"]),
    ("elke zondag 14-16 uur, op 20 december 2026 tot 18.00 uur.", ["when-rule-or-dates", "when-no-begin"]),
    ("elke zondag. Op 20 december 2026 tot 18.00 uur.", ["when-no-begin"]),
    ("zondag 4 oktober 2026 van 10.00 tot 12.00 uur de volgende dag", ["when-several-days"]),
    ("elke zondag 14-16 uur (Koffie).", ["when-not-understood"]),
    ("elke zondag 14-16 uur: neem een jas mee.", ["when-not-understood", "when-not-understood"]),
]


@pytest.mark.parametrize(("phrase", "expected"), ASKED)
def test_sentence_that_leaves_a_doubt_is_asked_about(phrase: str, expected: list[str]) -> None:
    assert told(understood(phrase)) == [f"? {code}" for code in expected]


def test_date_that_comes_on_top_can_be_copied() -> None:
    (asked,) = understood("Elke zondag 14-16 uur. Op zaterdag 26 december 2026 van 14 tot 17 uur.").problems
    first = str(dict(asked.values)["first"])
    assert first == "Elke zondag 14-16 uur. Ook op zaterdag 26 december 2026 van 14 tot 17 uur."
    assert told(understood(first)) == ["WEEKLY SU 14:00-16:00 also=2026-12-26/14:00-17:00"]


def test_first_day_from_elsewhere_says_the_year_too() -> None:
    phrase = "elke zondag 14-16 uur, t/m 27 juni 2027. Op 20 december tot 18.00 uur."
    reading = read(phrase, Location(path=HERE.path), today=TODAY, start=TODAY)
    assert told(reading) == ["WEEKLY SU 14:00-16:00 until=2027-06-27 but=2026-12-20/14:00-18:00"]
