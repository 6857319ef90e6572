"""English: numbers."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import counted, named, numbered, said

NUMBERS = (
    counted(
        Kind.NUMBER,
        "zero | one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen |"
        "fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty | twenty-one | twenty-two |"
        "twenty-three | twenty-four | twenty-five | twenty-six | twenty-seven | twenty-eight | twenty-nine | thirty |"
        "thirty-one",
        first=0,
    )
    | numbered(Kind.NUMBER, {40: "forty", 45: "forty-five", 50: "fifty", 60: "sixty", 90: "ninety", 1: "an | a"})
    | counted(
        Kind.ORDINAL,
        "first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth |"
        "thirteenth | fourteenth | fifteenth | sixteenth | seventeenth | eighteenth | nineteenth | twentieth |"
        "twenty-first | twenty-second | twenty-third | twenty-fourth | twenty-fifth | twenty-sixth | twenty-seventh |"
        "twenty-eighth | twenty-ninth | thirtieth | thirty-first",
    )
    | numbered(Kind.ORDINAL, {-1: "last", -2: "second last | second to last | last but one | penultimate"})
    | said(Kind.ONE_AND_A_HALF, "one and a half | an hour and a half | 1 and a half")
    | named(Kind.HALF, {"past": "half | half an"})
    | said(Kind.QUARTER, "quarter | a quarter")
)
