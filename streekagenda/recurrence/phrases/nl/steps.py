"""Dutch: how often."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import named, said, short

STEPS = (
    said(Kind.EVERY, "elke | elk | iedere | ieder | alle")
    | said(Kind.OTHER, "andere")
    | said(Kind.ALTERNATE, "om de | om het | om de andere")
    | named(
        Kind.FREQUENCY,
        {
            "day": "dagelijks | dagelijkse",
            "week": "wekelijks | wekelijkse",
            "month": "maandelijks | maandelijkse",
            "year": "jaarlijks | jaarlijkse",
        },
        number=1,
    )
    | named(
        Kind.FREQUENCY,
        {
            "week": "tweewekelijks | tweewekelijkse | twee-wekelijks | 2-wekelijks | veertiendaags | veertiendaagse |"
            "14-daags | 14-daagse | om de andere week",
            "month": "tweemaandelijks | tweemaandelijkse | twee-maandelijks | 2-maandelijks",
        },
        number=2,
    )
    | named(Kind.FREQUENCY, {"week": "vierwekelijks | vierwekelijkse | vier-wekelijks | 4-wekelijks"}, number=4)
    | named(Kind.FREQUENCY, {"week": "driewekelijks | driewekelijkse | drie-wekelijks | 3-wekelijks"}, number=3)
    | named(Kind.PARITY, {"even": "even", "odd": "oneven"})
    | named(
        Kind.UNIT,
        {"day": "dag", "week": "week | weeknummer", "month": "maand", "quarter": "kwartaal", "year": "jaar"},
        number=1,
    )
    | short(named(Kind.UNIT, {"week": "wk", "month": "mnd"}, number=1))
    | named(
        Kind.UNIT,
        {
            "day": "dagen",
            "week": "weken | weeknummers | kalenderweken",
            "month": "maanden",
            "quarter": "kwartalen",
            "year": "jaren",
        },
        number=2,
    )
    | said(Kind.TIMES, "keer | keren | maal | x | bijeenkomsten | lessen | avonden in totaal | sessies | workshops")
    | said(Kind.ONCE, "eens | eenmaal | een keer | een maal | 1 keer | 1 maal | 1x")
    | said(Kind.PER, "per")
    | named(
        Kind.FREQUENCY,
        {"week": "p/w | p.w | p.w. | p/wk | p/week", "month": "p/m | p.m | p.m. | p/mnd | p/maand"},
        number=1,
    )
)
