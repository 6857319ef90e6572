"""English: times of the day, and how long it lasts."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import named, numbered, said, short

HOURS = (
    said(Kind.BEGINS, "starts | start | begins | start time | starts at | begins at")
    | said(Kind.ENDS, "ends | end | end time | finishes | closes | ends at | finish")
    | said(
        Kind.DOORS,
        "doors | doors open | door opens | doors open at | doors at | walk-in | welcome | doors opening | open | opens |"
        "coffee",
    )
    | said(Kind.LASTS, "lasts | lasting | duration | for")
    | said(Kind.LONG, "long")
    | said(Kind.HOURS, "o'clock")
    | said(Kind.HOUR_LENGTH, "hours | hour")
    | short(said(Kind.HOUR_LENGTH, "hrs | hr | h"))
    | said(Kind.MINUTES, "minutes | minute")
    | short(said(Kind.MINUTES, "mins | min"))
    | numbered(Kind.NOON, {12: "noon | midday | 12 noon", 24: "midnight | 12 midnight"})
    | short(named(Kind.MERIDIEM, {"am": "am | a.m", "pm": "pm | p.m"}))
    | said(Kind.ALL_DAY, "all day | whole day | entire day | all-day")
    | said(Kind.NEXT_DAY, "the next day | the following day")
)
