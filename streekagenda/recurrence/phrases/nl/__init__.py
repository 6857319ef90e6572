"""The Dutch lexicon: words by subject, each in a module of that name; and how a suggestion is said in Dutch.

A spelling that stands in two tables has the meaning of the later one.
"""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Lexicon, Names
from streekagenda.recurrence.phrases.nl.changes import ONE_DATE
from streekagenda.recurrence.phrases.nl.days import DAYS, MONTHS, WEEKDAYS
from streekagenda.recurrence.phrases.nl.doubts import ELSEWHERE, UNCERTAIN
from streekagenda.recurrence.phrases.nl.holidays import FEASTS, HOLIDAYS
from streekagenda.recurrence.phrases.nl.hours import HOURS
from streekagenda.recurrence.phrases.nl.links import LINKS
from streekagenda.recurrence.phrases.nl.numbers import NUMBERS
from streekagenda.recurrence.phrases.nl.steps import STEPS
from streekagenda.recurrence.phrases.readings import PartOfDay
from streekagenda.recurrence.phrases.words import feast_names, spellings

DUTCH = Lexicon(
    "nl",
    DAYS | NUMBERS | HOLIDAYS | STEPS | LINKS | HOURS | ELSEWHERE | ONE_DATE | UNCERTAIN,
    Names(
        weekdays=tuple(spellings(WEEKDAYS)),
        months=tuple(spellings(MONTHS)),
        parts={
            PartOfDay.MORNING: "ochtend",
            PartOfDay.AFTERNOON: "middag",
            PartOfDay.EVENING: "avond",
            PartOfDay.NIGHT: "nacht",
        },
        ordinals=tuple(f"{number}e" for number in range(1, 32)),
        date="{day} {month} {year}",
        clock="{hour:02}.{minute:02}",
        through="t/m",
        joined="en",
        also="ook op",
        also_each="ook",
        not_on="niet op {date}",
        every="elke {day}",
        daily="dagelijks",
        nth_weekday="elke {nth} {day} van de maand",
        of_month="van de maand",
        nth_weekday_in="elke {nth} {day} van {months}",
        other_week="om de week op {day}",
        weeks="elke {number} weken op {day}",
        month_day="elke {nth} van de maand",
        hours="van {start} tot {end} uur",
        all_day="hele dag",
        feasts=feast_names(FEASTS),
        since="vanaf {date}",
        example_hours={
            PartOfDay.MORNING: "van 10.00 tot 12.00 uur",
            PartOfDay.AFTERNOON: "van 14.00 tot 16.00 uur",
            PartOfDay.EVENING: "van 19.30 tot 21.30 uur",
            PartOfDay.NIGHT: "van 22.00 tot 02.00 uur",
        },
        example_start="om 10.00 uur",
    ),
)
