"""The English lexicon: words by subject, each in a module of that name; and how a suggestion is said in English.

A spelling that stands in two tables has the meaning of the later one.
"""

from __future__ import annotations

from streekagenda.recurrence.phrases.en.changes import ONE_DATE
from streekagenda.recurrence.phrases.en.days import DAYS, MONTHS, WEEKDAYS
from streekagenda.recurrence.phrases.en.doubts import ELSEWHERE, UNCERTAIN
from streekagenda.recurrence.phrases.en.holidays import FEASTS, HOLIDAYS
from streekagenda.recurrence.phrases.en.hours import HOURS
from streekagenda.recurrence.phrases.en.links import LINKS
from streekagenda.recurrence.phrases.en.numbers import NUMBERS
from streekagenda.recurrence.phrases.en.steps import STEPS
from streekagenda.recurrence.phrases.lexicon import Lexicon, Names
from streekagenda.recurrence.phrases.readings import PartOfDay
from streekagenda.recurrence.phrases.words import feast_names, spellings

ENGLISH = Lexicon(
    "en",
    DAYS | NUMBERS | HOLIDAYS | STEPS | LINKS | HOURS | ELSEWHERE | ONE_DATE | UNCERTAIN,
    Names(
        weekdays=tuple(spellings(WEEKDAYS)),
        months=tuple(spellings(MONTHS)),
        parts={
            PartOfDay.MORNING: " morning",
            PartOfDay.AFTERNOON: " afternoon",
            PartOfDay.EVENING: " evening",
            PartOfDay.NIGHT: " night",
        },
        ordinals=tuple(
            f"{number}{'th' if 10 < number < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
            for number in range(1, 32)
        ),
        date="{day} {month} {year}",
        clock="{hour:02}:{minute:02}",
        through="through",
        joined="and",
        also="also on",
        also_each="also",
        not_on="not on {date}",
        every="every {day}",
        daily="daily",
        nth_weekday="every {nth} {day} of the month",
        of_month="of the month",
        nth_weekday_in="every {nth} {day} of {months}",
        other_week="every other week on {day}",
        weeks="every {number} weeks on {day}",
        month_day="the {nth} of every month",
        hours="from {start} to {end}",
        all_day="all day",
        feasts=feast_names(FEASTS),
        since="from {date}",
        example_hours={
            PartOfDay.MORNING: "10:00-12:00",
            PartOfDay.AFTERNOON: "14:00-16:00",
            PartOfDay.EVENING: "19:30-21:30",
            PartOfDay.NIGHT: "22:00-02:00",
        },
        example_start="at 10:00",
    ),
)
