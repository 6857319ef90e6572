"""English: how often."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import named, numbered, said

STEPS = (
    said(Kind.EVERY, "every | each | all")
    | said(Kind.OTHER, "other | alternate")
    | named(
        Kind.FREQUENCY,
        {
            "day": "daily",
            "week": "weekly",
            "month": "monthly",
            "year": "yearly | annually",
            "quarter": "quarterly",
        },
        number=1,
    )
    | named(Kind.FREQUENCY, {"week": "fortnightly | every fortnight"}, number=2)
    | named(Kind.PARITY, {"even": "even | even-numbered", "odd": "odd | odd-numbered"})
    | named(Kind.UNIT, {"day": "day", "week": "week", "month": "month", "year": "year"}, number=1)
    | named(
        Kind.UNIT, {"day": "days", "week": "weeks", "month": "months", "quarter": "quarters", "year": "years"}, number=2
    )
    | said(Kind.TIMES, "times | time | x | sessions | meetings | lessons")
    | said(Kind.ONCE, "once | one time | 1 time")
    | numbered(Kind.TIMES, {2: "twice"})
    | said(Kind.PER, "per")
)
