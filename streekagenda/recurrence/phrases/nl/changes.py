"""Dutch: what is said of one date that differs."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import named, said

ONE_DATE = named(
    Kind.STATUS,
    {
        "cancelled": "gaat het niet door | gaat deze niet door | gaat niet door | is het afgelast | is afgelast |"
        "wordt afgelast | afgelast | is het geannuleerd | is geannuleerd | geannuleerd",
        "postponed": "is het uitgesteld | is uitgesteld | uitgesteld",
        "online": "is het online | is online | online",
    },
) | said(Kind.INSTEAD, "maar op")
