"""English: weekdays, months and parts of the day."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.readings import PartOfDay
from streekagenda.recurrence.phrases.words import counted, numbered, parts_of_day, said, short, weekdays

WEEKDAYS = "Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday"

MONTHS = "January | February | March | April | May | June | July | August | September | October | November | December"

DAYS = (
    weekdays(
        WEEKDAYS,
        parts={
            PartOfDay.MORNING: "{} morning",
            PartOfDay.AFTERNOON: "{} afternoon",
            PartOfDay.EVENING: "{} evening",
            PartOfDay.NIGHT: "{} night",
        },
        habits="{}s",
    )
    | short(weekdays("mon | tue | wed | thu | fri | sat | sun"))
    | short(weekdays("mons | tues | weds | thur | fris | sats | suns"))
    | short(weekdays("mo | tu | we | thurs | fr | sa | su"))
    | said(Kind.WORKDAYS, "weekday | weekdays | working day | working days | workday | workdays")
    | said(Kind.WEEKEND, "weekend | weekends")
    | short(counted(Kind.MONTH, "jan | feb | mar | apr"))  # May is no abbreviation: a full stop behind it is one
    | short(counted(Kind.MONTH, "jun | jul | aug | sep | oct | nov | dec", first=6))
    | short(numbered(Kind.MONTH, {9: "sept"}))
    | counted(Kind.MONTH, MONTHS)
    | said(Kind.SEASON, "spring | summer | autumn | winter | season | summer months | winter months | school year")
    | said(Kind.SEASON, "term time | term-time")
    | parts_of_day(
        {
            PartOfDay.MORNING: "morning | mornings | in the morning | in the mornings",
            PartOfDay.AFTERNOON: "afternoon | afternoons | in the afternoon | in the afternoons",
            PartOfDay.EVENING: "evening | evenings | in the evening | in the evenings",
            PartOfDay.NIGHT: "night | nights | at night",
        }
    )
)
