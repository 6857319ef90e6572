"""Phrases that leave something open, what is asked, and the words that a volunteer reads."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from streekagenda.recurrence.phrases import missing_time
from streekagenda.rendering.translations import Translations, load
from tests.recurrence.phrases.telling import codes, told, understood

LAYOUTS = Path(__file__).parents[3] / "layouts"

ASKED = [
    # no year
    ("do 1 okt 19:30 u", ["when-no-year"]),
    ("Maandag 6 november", ["when-no-year-weekday"]),
    ("Zo 30 augustus 10 uur", ["when-no-year-past"]),
    ("Tweede Paasdag (5 april) 14 uur", ["when-which-year"]),
    ("11 juli van 15.00 uur tot 17.00 uur", ["when-no-year"]),
    ("2e Kerstdag", ["when-no-year"]),
    ("van 30 september t/m 7 oktober", ["when-no-year"]),
    ("22 december en 5 januari 2027 10 uur", ["when-no-year"]),
    ("vanaf 25 januari elke laatste woensdag van de maand van 10 tot 12 uur", ["when-no-year"]),
    ("do 1-10 19:30", ["when-no-year"]),
    ("1/10 om 19:30", ["when-no-year"]),
    ("elke zondag 14-16 uur vanaf september", ["when-which-year"]),
    ("elke zondag 14-16 uur t/m juni", ["when-which-year"]),
    ("Saturday 28th of January from 11 am till 12.30 pm", ["when-no-year-weekday"]),
    ("1-10-26 10:00", ["when-short-year"]),
    ("1 oktober 1926 10:00", ["when-year-range"]),
    ("1 oktober 2126 10:00", ["when-year-range"]),
    # no day of that name
    ("vrijdag 1 oktober 2026 19:30", ["when-wrong-weekday"]),
    ("donderdag: 1, 8 en 16 oktober 2026 10 uur", ["when-wrong-weekday"]),
    ("zaterdag 3 en 11 oktober 2026 10 uur", ["when-wrong-weekday"]),
    ("Tweede Paasdag (5 april 2026) 14 uur", ["when-wrong-feast"]),
    ("30 februari 2026 10-12 uur", ["when-unknown-date"]),
    ("29 februari 2027 10 uur", ["when-unknown-date"]),
    ("31-4-2026 10:00", ["when-unknown-date"]),
    ("0 mei 2026 10 uur", ["when-unknown-date"]),
    ("10-13-2026 10:00", ["when-month-day"]),
    ("2026-10-45 10:00", ["when-unknown-date"]),
    ("45-45-2026 10:00", ["when-no-such-month"]),
    ("5 t/m 3 oktober 2026", ["when-order"]),
    ("elke zondag 14 uur van 27 juni 2027 t/m 6 september 2026", ["when-order"]),
    # no day at all
    ("van 12-14 uur", ["when-no-date"]),
    ("okt 2018", ["when-which-day-of-month"]),
    ("donderdag oktober 2026 10 uur", ["when-which-day-of-month"]),
    ("eens per maand", ["when-which-day-of-step"]),
    ("één keer in de vier weken", ["when-which-day-of-step"]),
    ("in de even weken", ["when-which-day-of-step"]),
    ("zes keer per jaar", ["when-how-often"]),
    ("vier middagen per week", ["when-how-often"]),
    ("twee keer per week op maandag", ["when-how-often"]),
    ("eens per maand op dinsdag 10-12 uur", ["when-which-weekday-of-month"]),
    ("elk jaar op de laatste donderdag", ["when-which-month"]),
    ("Hele week", ["when-which-days"]),
    ("In de Week tegen Eenzaamheid", ["when-which-days"]),
    ("elk jaar in de eerste week van oktober", ["when-which-days"]),
    ("elk weekend 10 uur", ["when-weekend"]),
    ("op feestdagen 10 uur", ["when-which-holidays"]),
    ("behalve in de schoolvakanties", ["when-only-exception"]),
    # once, or each week?
    ("zondag 14.00-16.00 uur", ["when-once-or-weekly"]),
    ("op zaterdag om 10 uur", ["when-once-or-weekly"]),
    # a step needs its first date
    ("om de week op woensdag 10 uur", ["when-no-start"]),
    ("elke 3 weken op di 10 uur", ["when-no-start"]),
    ("elke 3 weken op di 10 uur vanaf september 2026", ["when-which-first-day"]),
    ("om de week op woensdag 10 uur september 2026 t/m mei 2027", ["when-which-first-day"]),
    ("10000-10-01 10:00", ["when-year-range"]),
    ("1-10-10000 10:00", ["when-year-range"]),
    ("1 oktober 10000 10 uur", ["when-year-range"]),
    ("elke dinsdag 10 uur vanaf oktober 10000", ["when-year-range"]),
    ("om de week op woensdag 10-12 uur vanaf 6 oktober 2026", ["when-first-day"]),
    ("elke donderdag 10 uur (gestart op 9 april 2025)", ["when-first-day"]),
    # two readings
    ("elke tweede zaterdag 10-12 uur", ["when-nth-of-what"]),
    ("elke 3e dinsdag 10 uur", ["when-nth-of-what"]),
    ("één keer in de twee weken op donderdagen", ["when-weeks-or-month"]),
    ("op zaterdag en zondagmiddag", ["when-ellipsis"]),
    ("op vrijdag- of zaterdagavond", ["when-either"]),
    ("28 of 29 september 2026 10 uur", ["when-either"]),
    ("van 24 tot 29 september 2026", ["when-until-open"]),
    ("Elke zondag 14-16 uur tot 27 juni 2027", ["when-until-open"]),
    ("van oktober tot april elke zondag 14-16 uur", ["when-until-open"]),
    ("maandag tot vrijdag 9-17 uur", ["when-until-open"]),
    ("tussen 1 juli en 31 augustus 2026", ["when-until-open"]),
    ("van oktober 2026 tot april 2027 elke zondag 14 uur", ["when-until-open"]),
    ("elke zondag 14 uur tot juni 2027", ["when-until-open"]),
    ("zo 10-12", ["when-date-or-hours"]),
    ("dinsdag 6 oktober t/m dinsdag 15 december 2026 van 10 tot 12 uur", ["when-each-day-or-week"]),
    ("10/11 oktober 2026", ["when-either"]),
    ("1x per 2 weken op vrijdag 10-12 uur", ["when-weeks-or-month"]),
    ("elke dinsdag 6 oktober 2026 10 uur", ["when-since-or-once"]),
    ("ma 10-12 uur; di 13-15 uur, niet in juli", ["when-for-which"]),
    ("elke zondag 14-16 uur, 26 december 2026 14-17 uur", ["when-rule-or-dates"]),
    ("elke zondag 14-16 uur 27 juni 2027", ["when-rule-or-dates"]),
    (
        "elke eerste donderdag van de maand 19 uur; 2 februari, 2 maart, 6 april, 11 mei en 1 juni (2023)",
        ["when-list-off-rule"],
    ),
    # times
    ("elke dinsdag van 2 tot 5 uur", ["when-which-half"]),
    ("elke dinsdag om half tien", ["when-which-half"]),
    ("elke dinsdag om acht uur", ["when-which-half"]),
    ("elke dinsdag 4.30 uur", ["when-which-half"]),
    ("elke dinsdag van 10 tot 2 uur", ["when-which-half"]),
    ("elke zondagmiddag om 10 uur", ["when-part-of-day"]),
    ("elke dinsdagochtend van 19.30 tot 21.00 uur", ["when-part-of-day"]),
    ("elke dinsdag 25.00 uur", ["when-unknown-time"]),
    ("elke dinsdag 10.75 uur", ["when-unknown-time"]),
    ("elke dinsdag 10-10 uur", ["when-same-time"]),
    ("elke dinsdag 16.00-14.00 uur", ["when-ends-before"]),
    ("elke dinsdag om 16.0 uur", ["when-loose-end"]),
    ("dinsdag -12 uur en donderdag 13-17 uur", ["when-loose-end"]),
    ("elke dinsdag 10:00-", ["when-loose-end"]),
    ("dinsdag 1 december 2026 10.00 uur - ", ["when-loose-end"]),
    ("10-12 uur dinsdag 1 december 2026 –", ["when-loose-end"]),
    ("10-12 zondags 14-16 uur", ["when-loose-end"]),
    ("ma 10-12 uur; 13-15 uur; niet in juli", ["when-loose-end"]),
    ("elke dinsdag tot 16 uur", ["when-no-begin"]),
    ("elke dinsdag inloop vanaf 10 uur", ["when-only-doors"]),
    ("elke dinsdag 10 uur, inloop 10.30 uur", ["when-doors"]),
    ("elke dinsdag 10-12 uur, duurt 3 uur", ["when-duration"]),
    ("elke dinsdag 10 uur, duurt 30 uur", ["when-duration"]),
    ("inloop 25 uur, elke dinsdag 10 uur", ["when-unknown-time"]),
    ("elke dinsdag 10-12 en 11-13 uur", ["when-two-times"]),
    ("elke dinsdag 10-12 uur 13-14 uur", ["when-loose-end"]),
    ("elke dinsdag om 10 uur, om 14 uur", ["when-two-times"]),
    ("elke dinsdag hele dag 10-12 uur", ["when-two-times"]),
    ("vrijdag 2 oktober 2026 19.00 uur tot zondag 4 oktober 2026 16.00 uur", ["when-day-and-night"]),
    ("2026-10-08 19:30 - 2026-10-10 02:00", ["when-day-and-night"]),
    ("2026-10-08 10:00 - 2026-10-09 10:01", ["when-over-days"]),
    ("2026-10-08 19:30 - 2026-10-08 17:00", ["when-ends-before"]),
    ("2026-10-09 19:30 - 2026-10-08 02:00", ["when-order"]),
    ("donderdag 8 oktober 2026 19.30 uur tot zaterdag 9 oktober 2026 02.00 uur", ["when-wrong-weekday"]),
    ("8 oktober 19.30 uur tot 9 oktober 02.00 uur", ["when-no-year"]),
    ("elke dinsdag 2026-10-08 19:30 - 2026-10-09 02:00", ["when-loose-end"]),
    ("1 en 8 oktober 2026 19.30 uur - 9 oktober 2026 02.00 uur", ["when-several-days"]),
    ("zaterdag 10 oktober 2026 10.00 uur - zondag 11 oktober 2026 17.00 uur", ["when-over-days"]),
    ("1 januari 2026 t/m 31 december 2027 10 uur", ["when-long-run"]),
    ("elke dinsdag 10.00, 14.00 uur", ["when-two-times"]),
    ("elke dinsdag van 10 uur 's ochtends tot 3 uur 's avonds", ["when-part-of-day"]),
    # words that nobody can act on
    ("elke dinsdag rond 10 uur", ["when-about"]),
    ("elke dinsdag van 10 tot ongeveer 12 uur", ["when-about"]),
    ("in principe elke dinsdag 10 uur", ["when-vague"]),
    ("tot nader order", ["when-vague"]),
    ("van begin oktober tot begin april", ["when-part-of-month", "when-part-of-month"]),
    ("half oktober 2026", ["when-part-of-month"]),
    ("volgende week dinsdag 10 uur", ["when-relative"]),
    ("Vorige week", ["when-relative"]),
    ("een week later", ["when-relative"]),
    ("zondag 4 oktober 2026 a.s. 10 uur", ["when-relative-date"]),
    ("morgen 10 uur", ["when-relative"]),
    ("elke dinsdag 10 uur behalve in de zomer", ["when-which-period"]),
    ("elke dinsdag 10 uur, niet in de zomerstop", ["when-which-period"]),
    ("elke vrijdag 10 uur, behalve 25 december", ["when-year-or-every-year"]),
    ("elke vrijdag 10 uur, behalve 25 december en 8 januari", ["when-no-year"]),
    ("elke vrijdag 10 uur, behalve vrijdag 25 december", ["when-no-year"]),
    ("elke dinsdag 10 uur, behalve 6 oktober", ["when-no-year"]),
    ("elke dinsdag 10 uur tot de zomervakantie", ["when-which-period"]),
    ("elke dinsdag 10 uur t/m de herfstvakantie", ["when-which-period"]),
    ("elke dinsdag 10 uur vanaf de kerstvakantie", ["when-which-period"]),
    ("in de herfstvakantie 10 uur", ["when-which-period"]),
    # what does not fit, or is no when
    ("elke dinsdag 10-12 uur, niet op 7 oktober 2026", ["when-except-no-day"]),
    ("in juli elke dinsdag 10 uur, niet in juli", ["when-nothing-left"]),
    ("zondags 10 uur behalve zondag", ["when-nothing-left"]),
    ("elke dag 10 uur zondag", ["when-two-rhythms"]),
    ("om de week de eerste dinsdag van de maand 10 uur", ["when-two-rhythms"]),
    ("wekelijks op de 15e 10 uur", ["when-two-rhythms"]),
    ("om de 2 weken op maandag in de even weken 10 uur vanaf 7 september 2026", ["when-two-rhythms"]),
    ("elke 1e maandag van de maand in de even weken 10 uur", ["when-two-rhythms"]),
    ("elk jaar op dinsdag 10 uur", ["when-two-rhythms"]),
    ("van 10 tot 12 uur op maandag en van 14 tot 16 uur op dinsdag en elke 1e zondag", ["when-two-rhythms"]),
    ("van 10 tot 12 uur elke maandag en van 14 tot 16 uur elke dinsdag; 3 oktober 2026", ["when-loose-end"]),
    ("elke zesde zaterdag van de maand 10 uur", ["when-nth-too-high"]),
    ("10-10 om 20.00 uur", ["when-no-year"]),
    ("elke 45e van de maand 10 uur", ["when-loose-end"]),
    ("elke -1e maandag van de maand 10-12 uur vanaf 4 januari 2027", ["when-loose-end"]),
    ("elke vrijdag 10-12 uur vanaf 1 januari 2027, niet op 2027-01-15..", ["when-loose-end"]),
    ("elk jaar op 5 december 2026 10 uur", ["when-loose-end"]),
    ("elke zondag 14 uur vanaf 1 september 2026 vanaf 1 oktober 2026", ["when-loose-end"]),
    ("elke zondag 14 uur t/m 27 juni 2027 t/m 30 juni 2027", ["when-loose-end"]),
    ("elke zondag 14 uur, 2000 keer", ["when-loose-end"]),
    ("elke dinsdag 10 uur behalve van oktober tot april", ["when-loose-end"]),
    ("elke dinsdag 10 uur, september t/m mei, niet in juli", ["when-loose-end"]),
    ("elke 1e dinsdag van de maand 10 uur behalve zondag", ["when-loose-end"]),
    ("dagelijks 10 uur, niet op zaterdagmiddag", ["when-loose-end"]),
    ("om de weken 10 uur", ["when-loose-end"]),
    ("elke zondag op zaterdag 10 uur", ["when-loose-end"]),
    ("elke dinsdag 10 uur april", ["when-loose-end"]),
    ("ma t/m vr april, 9-17 uur", ["when-loose-end"]),
    ("elke eerste dinsdag van de maand 10 uur, niet in en augustus", ["when-loose-end"]),
    ("elke donderdag, de laatste donderdag van de maand, 10 uur", ["when-two-rhythms"]),
    ("elke donderdag 10 uur, ook in juli", ["when-loose-end"]),
    ("om de week op donderdag vanaf 1 oktober 2026, behalve de laatste donderdag, 10 uur", ["when-loose-end"]),
    ("elke donderdag, behalve de laatste vrijdag van de maand, 10 uur", ["when-loose-end"]),
    ("vanaf 6 oktober 2026 wekelijks van 10 tot 12 uur", ["when-which-day-of-step"]),
    ("iedere maandag 19.30 uur, kosten 3 euro", ["when-not-understood"]),
    ("3 oktober 2026 10 uur, niet in juli", ["when-loose-end"]),
    ("Alleen bij zeer slecht weer wordt er niet gewandeld", ["when-not-understood", "when-not-understood"]),
    ("Men kan zich opgeven tot en met 24 september 2026", ["when-booking"]),
    ("Zaterdg 3 oktober 2026 10 uur", ["when-typo"]),
    ("2e Pinkstedag 2026 10 uur", ["when-typo"]),
    ("elke zondag 14 uur vanaf 6 septmber 2026", ["when-typo"]),
    ("every zondag 10:00", ["when-other-language"]),
    ("", ["when-empty"]),
    (" \u00a0", ["when-empty"]),
    ("elke dinsdag " * 250, ["when-too-long"]),
    # English
    ("Sunday 14:00-16:00", ["when-once-or-weekly"]),
    ("every second Saturday 10:00", ["when-nth-of-what"]),
    ("every Tuesday 9 to 5", ["when-which-end"]),
    ("every Tuesday 14 pm", ["when-loose-end"]),
    ("every Sunday or Monday 10:00", ["when-either"]),
    ("every Tuesday 10:00 until 27 June 2027", ["when-until-open"]),
    ("every Tuesdy 10:00", ["when-typo"]),
    ("next week", ["when-relative"]),
    ("twice a week", ["when-how-often"]),
    ("usually every Tuesday at 10:00", ["when-vague"]),
    ("every other Wednesday 10:00", ["when-no-start"]),
    # no time
    ("iedere zondagmiddag", ["when-no-time"]),
    ("elke dag", ["when-no-time"]),
    ("11-10-2018", ["when-no-time"]),
    ("every Sunday", ["when-no-time"]),
]


@pytest.mark.parametrize(("phrase", "expected"), ASKED)
def test_phrase_is_asked_about(phrase: str, expected: list[str]) -> None:
    """Exactly these questions; a phrase with a question gives no dates and no rules."""
    reading = understood(phrase)
    assert codes(reading) == expected
    assert not reading.problems or (reading.moments, reading.rules) == ((), ())


READINGS = [
    (
        "elke dinsdag 6 oktober 2026 10 uur",
        "elke dinsdag vanaf 6 oktober 2026 10 uur",
        "6 oktober 2026 10 uur",
    ),
    ("van 24 tot 29 september 2026", "van 24 t/m 29 september 2026", "van 24 t/m 28 september 2026"),
    ("20/9/2026 tot 20/10/2026", "20/9/2026 t/m 20/10/2026", "20/9/2026 t/m 19-10-2026"),
    ("tussen 1 juli en 31 augustus 2026", "1 juli t/m 31 augustus 2026", "1 juli t/m 30 augustus 2026"),
    ("maandag tot vrijdag 9-17 uur", "maandag t/m vrijdag 9-17 uur", "maandag t/m donderdag 9-17 uur"),
    (
        "elke dinsdag 10-12 uur, eindigt op 1 juni 2027",
        "elke dinsdag 10-12 uur, t/m 1 juni 2027",
        "elke dinsdag 10-12 uur, t/m 31 mei 2027",
    ),
    (
        "elke zaterdag 10 uur einde 18 december 2026",
        "elke zaterdag 10 uur t/m 18 december 2026",
        "elke zaterdag 10 uur t/m 17 december 2026",
    ),
    (
        "van oktober tot april elke zondag 14-16 uur",
        "van oktober t/m april elke zondag 14-16 uur",
        "van oktober t/m maart elke zondag 14-16 uur",
    ),
    (
        "elke zondag 14 uur tot zondag 27 juni 2027",
        "elke zondag 14 uur t/m zondag 27 juni 2027",
        "elke zondag 14 uur t/m zaterdag 26 juni 2027",
    ),
    ("vrijdag 1 oktober 2026 19:30", "donderdag 1 oktober 2026 19:30", "vrijdag 2 oktober 2026 19:30"),
    ("vrijdagavond 1-10-2026 19:30", "donderdagavond 1-10-2026 19:30", "vrijdagavond 2-10-2026 19:30"),
    ("elke dinsdag van 2 tot 5 uur", "elke dinsdag van 02.00 tot 05.00 uur", "elke dinsdag van 14.00 tot 17.00 uur"),
    ("elke dinsdag om half tien", "elke dinsdag om 09.30", "elke dinsdag om 21.30"),
    (
        "elke tweede zaterdagmiddag 14 uur",
        "elke 2e zaterdagmiddag van de maand 14 uur",
        "om de week op zaterdagmiddag 14 uur",
    ),
    ("elke 3e dinsdag 10 uur", "elke 3e dinsdag van de maand 10 uur", "elke 3 weken op dinsdag 10 uur"),
    (
        "één keer in de twee weken op donderdagen 10 uur",
        "om de week op donderdag 10 uur",
        "elke 1e en 3e donderdag van de maand 10 uur",
    ),
    (
        "Op zondag 14.00-16.00 uur",
        "elke zondag 14.00-16.00 uur",
        "Op zondag 6 september 2026 14.00-16.00 uur",
    ),
    (
        "elke vrijdag 10 uur, behalve 25 december",
        "elke vrijdag 10 uur, behalve 25 december 2026",
        "elke vrijdag 10 uur, behalve Eerste Kerstdag",
    ),
    (
        "dagelijks 10 uur, niet op 25 en 26 december",
        "dagelijks 10 uur, niet op 25 en 26 december 2026",
        "dagelijks 10 uur, niet op Eerste Kerstdag en Tweede Kerstdag",
    ),
    (
        "dagelijks 10 uur, niet 25 t/m 26 december",
        "dagelijks 10 uur, niet 25 t/m 26 december 2026",
        "dagelijks 10 uur, niet Kerst",
    ),
    (
        "every day 10:00, except April 27 and May 5",
        "every day 10:00, except April 27 and May 5 2027",
        "every day 10:00, except King's Day and Liberation Day",
    ),
    (
        "dagelijks 10 uur, behalve Koningsdag en 11 mei 2027",
        "dagelijks 10 uur, behalve Koningsdag 2027 en 11 mei 2027",
        "dagelijks 10 uur, behalve 11 mei 2027 en Koningsdag",
    ),
    (
        "dagelijks 10 uur, behalve Kerst, Koningsdag en Hemelvaartsdag 2027",
        "dagelijks 10 uur, behalve Kerst, Koningsdag 2027 en Hemelvaartsdag 2027",
        "dagelijks 10 uur, behalve Hemelvaartsdag 2027, Kerst en Koningsdag",
    ),
    ("zo 10-12", "donderdag 10-12-2026", "zo 10.00-12.00"),
    ("Maandag 6 november 10 uur", "vrijdag 6 november 2026 10 uur", "Maandag 9 november 2026 10 uur"),
    ("zo 29 februari 10 uur", "dinsdag 29 februari 2028 10 uur", "zo 27 februari 2028 10 uur"),
    ("maandag 1-10 10 uur", "donderdag 1-10-2026 10 uur", "maandag 28-9-2026 10 uur"),
    (
        "zaterdag 15 en zondag 16 januari 10 uur",
        "vrijdag 15 en zaterdag 16 januari 2027 10 uur",
        "zaterdag 16 januari 2027 en zondag 17 januari 2027 10 uur",
    ),
    (
        "dinsdag 6 oktober t/m dinsdag 15 december 2026 van 10 tot 12 uur",
        "elke dinsdag 6 oktober t/m dinsdag 15 december 2026 van 10 tot 12 uur",
        "dagelijks dinsdag 6 oktober t/m dinsdag 15 december 2026 van 10 tot 12 uur",
    ),
    (
        "ma 10-12 uur; di 13-15 uur, niet in juli",
        "ma 10-12 uur, niet in juli; di 13-15 uur, niet in juli",
        "di 13-15 uur, niet in juli; ma 10-12 uur",
    ),
    (
        "elke zondag 14-16 uur, 26 december 2026 14-17 uur",
        "elke zondag 14-16 uur, ook op 26 december 2026 14-17 uur",
        "26 december 2026 14-17 uur",
    ),
    (
        "elke eerste donderdag van de maand van 19 tot 21 uur; 6 april en 11 mei 2023",
        "elke eerste donderdag van de maand van 19 tot 21 uur; 6 april en 4 mei 2023",
        "van 19 tot 21 uur; 6 april en 11 mei 2023",
    ),
    (
        "zaterdag 10 oktober 2026 10.00 uur - zondag 11 oktober 2026 17.00 uur",
        "zaterdag 10 oktober 2026 t/m zondag 11 oktober 2026 van 10.00 tot 17.00 uur",
        "zaterdag 10 oktober 2026 t/m zondag 11 oktober 2026, hele dag",
    ),
    (
        "2026-10-08 10:00 until 2026-10-15 17:00",
        "8 October 2026 through 15 October 2026 from 10:00 to 17:00",
        "8 October 2026 through 15 October 2026, all day",
    ),
    ("every second Saturday 10:00", "every 2nd Saturday of the month 10:00", "every other week on Saturday 10:00"),
]


@pytest.mark.parametrize(("phrase", "first", "second"), READINGS)
def test_two_readings_are_written_out_ready_to_copy(phrase: str, first: str, second: str) -> None:
    """Both readings are whole phrases, of which this question need not be asked again."""
    (asked,) = understood(phrase).problems
    values = dict(asked.values)
    assert (values["first"], values["second"]) == (first, second)
    for reading in (first, second):
        again = [problem.code for problem in understood(reading).problems]
        assert set(again) <= {"when-no-start", "when-once-or-weekly"}
        assert asked.code not in again


SUGGESTIONS = [
    ("do 1 okt 19:30 u", "do 1 okt 2026 19:30 u"),
    (
        "elke dinsdag 10 uur van ma 12 oktober t/m wo 30 juni",
        "elke dinsdag 10 uur van ma 12 oktober 2026 t/m wo 30 juni 2027",
    ),
    ("zo 29 augustus 10 uur", "zo 29 augustus 2027 10 uur"),
    ("vr 1 oktober 10 uur", "vr 1 oktober 2027 10 uur"),
    ("11 juli van 15.00 uur tot 17.00 uur", "11 juli 2027 van 15.00 uur tot 17.00 uur"),
    ("do 1-10 19:30", "do 1-10-2026 19:30"),
    ("2e Kerstdag 10 uur", "2e Kerstdag 2026 10 uur"),
    ("22 december t/m 2 januari", "22 december 2026 t/m 2 januari 2027"),
    ("22 december en 5 januari 2027 10 uur", "22 december 2026 en 5 januari 2027 10 uur"),
    ("16 en 30 januari; 13 en 27 februari 10 uur", "16 en 30 januari; 13 en 27 februari 2027 10 uur"),
    ("29 februari 10 uur", "29 februari 2028 10 uur"),
    (
        "zaterdag 13 maart van 11-12 uur en maandag 26 april van 19-20 uur",
        "zaterdag 13 maart 2027 van 11-12 uur en maandag 26 april 2027 van 19-20 uur",
    ),
    (
        "Zaterdag 3 oktober van 11.00 – 12.30 uur; Zaterdg 10 oktober van 11.00 – 12.30 uur",
        "Zaterdag 3 oktober 2026 van 11.00 – 12.30 uur; Zaterdag 10 oktober 2026 van 11.00 – 12.30 uur",
    ),
    ("1-10-26 10:00", "1-10-2026 10:00"),
    ("10-13-2026 10:00", "13-10-2026 10:00"),
    ("elke dinsdag 10 uur behalve feesdagen", "elke dinsdag 10 uur behalve feestdagen"),
]


@pytest.mark.parametrize(("phrase", "suggestion"), SUGGESTIONS)
def test_suggestion_is_the_phrase_put_right(phrase: str, suggestion: str) -> None:
    """It can be copied in the place of the phrase, and is then understood."""
    problems = understood(phrase).problems
    assert {problem.suggestion for problem in problems} == {suggestion}
    assert understood(suggestion).problems == ()


def test_year_is_guessed_from_the_day_that_is_given_and_never_from_the_clock() -> None:
    """Without a day to reckon from there is no answer ready."""
    (asked,) = understood("1 oktober 10 uur", today=date(2031, 11, 1)).problems
    assert asked.suggestion == "1 oktober 2032 10 uur"
    (asked,) = understood("1 oktober 10 uur", today=None).problems
    assert (asked.code, asked.suggestion) == ("when-which-year", None)


JUST_BEEN = [
    (
        "za 21 november 10.00 uur",
        {
            "past": "za 21 november 2026 10.00 uur",
            "first": "zondag 21 november 2027 10.00 uur",
            "second": "za 20 november 2027 10.00 uur",
        },
    ),
    (
        "za 21 en zo 22 november 10 uur",
        {
            "past": "za 21 en zo 22 november 2026 10 uur",
            "first": "zondag 21 en maandag 22 november 2027 10 uur",
            "second": "za 20 november 2027 en zo 21 november 2027 10 uur",
        },
    ),
    (
        "donderdag: 1, 8 en 15 oktober 10 uur",
        {
            "past": "donderdag: 1, 8 en 15 oktober 2026 10 uur",
            "first": "donderdag: vrijdag 1, vrijdag 8 en vrijdag 15 oktober 2027 10 uur",
            "second": "donderdag: 30 september 2027, 7 oktober 2027 en 14 oktober 2027 10 uur",
        },
    ),
]


@pytest.mark.parametrize(("phrase", "readings"), JUST_BEEN)
def test_weekday_that_fits_only_the_date_that_has_just_been_is_asked(phrase: str, readings: dict[str, str]) -> None:
    """That date, or the coming year with the one or the other put right; never a year far away."""
    (asked,) = understood(phrase, today=date(2026, 11, 22)).problems
    values = dict(asked.values)
    assert asked.code == "when-no-year-past"
    assert {name: values[name] for name in readings} == readings
    assert all(understood(reading).problems == () for reading in readings.values())


@pytest.mark.parametrize("today", [date(2026, month, 1) for month in range(1, 13)])
@pytest.mark.parametrize(
    "day", [f"{weekday} {one}" for weekday in ("ma", "wo", "za") for one in ("5 mei", "29-2", "2 jan")]
)
def test_answer_to_a_missing_year_is_near_and_is_understood(day: str, today: date) -> None:
    """Every reading that is offered can be written as it stands: at most fourteen months ahead, or the next leap day."""
    (asked,) = understood(f"{day} 10 uur", today=today).problems
    readings = [text for name, text in asked.values if name in {"first", "second", "past"}] or [asked.suggestion or ""]
    found = [understood(reading) for reading in readings]
    assert [reading.problems for reading in found] == [()] * len(readings)
    farthest = date(2028, 3, 5) if "29-2" in day else today + timedelta(days=430)
    assert all(today - timedelta(days=190) < one.moments[0].first <= farthest for one in found)


EXAMPLES = [
    ("om de week op woensdag 10 uur", date(2026, 9, 2), "vanaf woensdag 2 september 2026"),
    ("om de week op woensdag 10 uur", date(2026, 9, 3), "vanaf woensdag 9 september 2026"),
    ("om de week op woensdag 10 uur", None, "vanaf woensdag 7 oktober 2026"),
    ("elke 3 weken op zondag 10 uur", None, "vanaf zondag 4 oktober 2026"),
    ("om de 2 maanden op de 1e dinsdag van de maand 10 uur", date(2026, 9, 2), "vanaf dinsdag 6 oktober 2026"),
    ("every other Wednesday 10:00", date(2026, 9, 3), "from Wednesday 9 September 2026"),
    ("om de week op woensdag 10 uur vanaf oktober 2026", date(2026, 9, 3), "vanaf woensdag 7 oktober 2026"),
]


@pytest.mark.parametrize(("phrase", "today", "example"), EXAMPLES)
def test_example_of_a_first_date_is_a_day_of_the_rule(phrase: str, today: date | None, example: str) -> None:
    """The next one from today on; with the month that was said, in that month."""
    (asked,) = understood(phrase, today=today).problems
    assert dict(asked.values)["example"] == example
    answered = phrase.replace(" vanaf oktober 2026", "")
    assert understood(f"{answered} {example}", today=today).problems == ()


WORDS = [
    (
        "vrijdag 1 oktober 2026 19:30",
        (
            "1 oktober 2026 is een donderdag, geen vrijdag. Klopt de datum? Schrijf dan: “donderdag 1 oktober 2026 19:30”. "
            "Klopt de dag? Schrijf dan: “vrijdag 2 oktober 2026 19:30”."
        ),
    ),
    (
        "do 1 okt 19:30 u",
        "Welk jaar is het? Bij “do 1 okt” staat geen jaar. Klopt de datum hieronder? Neem die dan over.",
    ),
    (
        "iedere zondagmiddag",
        (
            "Hoe laat is het? Bij “iedere zondagmiddag” staat geen tijd. Schrijf de tijd erbij, zoals: "
            "“iedere zondagmiddag van 14.00 tot 16.00 uur”. Duurt het de hele dag? Schrijf dan: hele dag."
        ),
    ),
    (
        "om de week op woensdag 10 uur",
        (
            "Wat is de eerste keer? Bij “om de week” kunnen lezers dat niet zelf uitrekenen. Zet die datum erachter, met "
            "het jaar. Zoals: vanaf woensdag 2 september 2026."
        ),
    ),
    (
        "van 24 tot 29 september 2026",
        (
            "Hoort 29 september 2026 erbij? Schrijf dan: “van 24 t/m 29 september 2026”. Is het dan al voorbij? "
            "Schrijf dan: “van 24 t/m 28 september 2026”."
        ),
    ),
    (
        "elke dinsdag van 2 tot 5 uur",
        (
            "Welke tijd bedoel je met “van 2 tot 5 uur”? Schrijf: “elke dinsdag van 02.00 tot 05.00 uur”. "
            "Of schrijf: “elke dinsdag van 14.00 tot 17.00 uur”."
        ),
    ),
    (
        "op zaterdag en zondagmiddag",
        (
            "Is het op zaterdag ook in de middag? Schrijf dan: “op zaterdagmiddag en zondagmiddag”. "
            "Zo niet, schrijf dan elke dag met zijn eigen tijd op."
        ),
    ),
    (
        "zes keer per jaar",
        (
            "“zes keer per jaar” zegt hoe vaak, maar niet wanneer. Schrijf de dagen op, zoals “elke 1e dinsdag van "
            "januari, maart, mei, juli, september en november”, of de datums."
        ),
    ),
    (
        "volgende week dinsdag 10 uur",
        "“volgende week” klopt straks niet meer. Haal het weg, en schrijf de datum met het jaar, zoals zondag 4 oktober 2026.",
    ),
    (
        "elke dinsdag rond 10 uur",
        "“rond 10 uur” is te vaag: lezers willen weten wanneer het precies is. Schrijf het zonder “rond”.",
    ),
    ("Zaterdg 3 oktober 2026 10 uur", "“Zaterdg” ken ik niet. Bedoel je “Zaterdag”?"),
    (
        "Men kan zich opgeven tot en met 24 september 2026",
        (
            "“Men kan zich opgeven tot en met 24 september 2026” gaat over aanmelden. Zet dat bij “aanmelden”, met de "
            "laatste dag achter “tot en met”. Schrijf hier alleen wanneer het is."
        ),
    ),
]


@pytest.fixture(scope="module")
def translations() -> Translations:
    """The words of the layouts."""
    return load(LAYOUTS)


@pytest.mark.parametrize(("phrase", "words"), WORDS)
def test_question_is_asked_in_these_words(translations: Translations, phrase: str, words: str) -> None:
    """A volunteer who never saw a manual must know what to write next."""
    reading = understood(phrase)
    (asked,) = reading.problems or missing_time(reading)
    assert translations.say(asked, "nl") == words


@pytest.mark.parametrize(("phrase", "expected"), ASKED)
def test_question_has_words_in_both_languages(translations: Translations, phrase: str, expected: list[str]) -> None:
    """No code is left without its sentence, and no sentence without its values."""
    reading = understood(phrase)
    for asked in (*reading.problems, *missing_time(reading)):
        for language in ("nl", "en"):
            said = translations.say(asked, language)
            assert asked.code not in said
            assert "%(" not in said


def test_location_is_handed_on() -> None:
    """Every question stands where its phrase stands."""
    reading = understood("vrijdag 1 oktober 2026 19:30")
    assert {problem.location for problem in reading.problems} == {reading.location}
    assert told(reading) == ["? when-wrong-weekday"]
