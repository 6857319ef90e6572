"""Dutch: times of the day, and how long it lasts."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import numbered, said, short

HOURS = (
    said(Kind.BEGINS, "begint | begin | aanvang | start | vertrek | vertrekt | aanvangstijd | starttijd | begintijd")
    | said(Kind.ENDS, "einde | eindigt | afgelopen | eindtijd | klaar | sluit | sluiting")
    | said(
        Kind.DOORS,
        "inloop | ontvangst | welkom | open | zaal open | zaal is open | is de zaal open | zaal gaat open |"
        "gaat de zaal open | deur open | deuren open | deur is open | is de deur open | deur gaat open |"
        "gaat de deur open | deuren gaan open | gaan de deuren open | zijn de deuren open | is de inloop |"
        "is er inloop | inloop met koffie | ontvangst met koffie | inloop is",
    )
    | said(Kind.LASTS, "duurt | duur | tijdsduur")
    | said(Kind.LONG, "lang")
    | said(Kind.HOURS, "uur")
    | numbered(Kind.NOON, {24: "middernacht"})
    | short(said(Kind.HOURS, "u | h | hr | hrs"))
    | said(Kind.HOUR_LENGTH, "uren")
    | said(Kind.MINUTES, "minuten | minuut")
    | short(said(Kind.MINUTES, "min"))
    | said(Kind.QUARTERS, "kwartier")
    | said(Kind.ALL_DAY, "hele dag | gehele dag | heel de dag | hele dagen")
    | said(Kind.NEXT_DAY, "de volgende dag | van de volgende dag")
)
