"""English: what is said of one date that differs."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import named, said

ONE_DATE = named(
    Kind.STATUS,
    {
        "cancelled": "it does not take place | it doesn't take place | does not take place | it is cancelled |"
        "is cancelled | cancelled | canceled | it is off",
        "postponed": "it is postponed | is postponed | postponed",
        "online": "it is online | is online | online",
    },
) | said(Kind.INSTEAD, "but on | but instead on")
