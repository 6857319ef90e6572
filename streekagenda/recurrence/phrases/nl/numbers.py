"""Dutch: numbers."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import counted, numbered, said

NUMBERS = (
    counted(
        Kind.NUMBER,
        "nul | een | twee | drie | vier | vijf | zes | zeven | acht | negen | tien | elf | twaalf | dertien |"
        "veertien | vijftien | zestien | zeventien | achttien | negentien | twintig | eenentwintig | tweeentwintig |"
        "drieentwintig | vierentwintig | vijfentwintig | zesentwintig | zevenentwintig | achtentwintig |"
        "negenentwintig | dertig | eenendertig",
        first=0,
    )
    | numbered(Kind.NUMBER, {40: "veertig", 45: "vijfenveertig", 50: "vijftig", 60: "zestig", 90: "negentig"})
    | counted(
        Kind.ORDINAL,
        "eerste | tweede | derde | vierde | vijfde | zesde | zevende | achtste | negende | tiende | elfde | twaalfde |"
        "dertiende | veertiende | vijftiende | zestiende | zeventiende | achttiende | negentiende | twintigste |"
        "eenentwintigste | tweeentwintigste | drieentwintigste | vierentwintigste | vijfentwintigste |"
        "zesentwintigste | zevenentwintigste | achtentwintigste | negenentwintigste | dertigste | eenendertigste",
    )
    | numbered(Kind.ORDINAL, {-1: "laatste | allerlaatste", -2: "voorlaatste | een na laatste | op een na laatste"})
    | said(Kind.ONE_AND_A_HALF, "anderhalf | anderhalve")
    | said(Kind.HALF, "half | halve")
    | said(Kind.QUARTER, "kwart")
)
