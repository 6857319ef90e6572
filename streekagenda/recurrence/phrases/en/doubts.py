"""English: words that nobody can act on, or that belong elsewhere."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import named, said, short

ELSEWHERE = named(
    Kind.ELSEWHERE,
    {
        "when-cancelled": "cancelled | canceled | is cancelled | is canceled | called off | is called off | postponed |"
        "is postponed | does not take place",
        "when-full": "full | is full | fully booked | is fully booked | sold out | is sold out",
        "when-booking": "register | register by | registration | sign up | sign up by | book | book by | booking | rsvp | rsvp by",
    },
) | named(
    Kind.TWO_MEANINGS,
    {
        "when-biweekly": "biweekly | bi-weekly",
        "when-bimonthly": "bimonthly | bi-monthly",
        "when-twice-monthly": "semi-monthly | semimonthly | twice monthly",
    },
)

UNCERTAIN = (
    said(Kind.ABOUT, "around | about | approximately | roughly | round")
    | short(said(Kind.ABOUT, "approx | ca"))
    | said(
        Kind.VAGUE,
        "in principle | usually | sometimes | occasionally | regularly | if possible | possibly | probably | perhaps |"
        "maybe | early | mid | late | beginning of | end of | to be announced | to be confirmed | varying | varies |"
        "by appointment | until further notice | several | some | a few | various | normally | mostly | often |"
        "weather permitting",
    )
    | short(said(Kind.VAGUE, "tba | tbc | tbd"))
    | said(
        Kind.RELATIVE,
        "next | next week | last week | this week | this weekend | next weekend | today | tomorrow | yesterday |"
        "tonight | this evening | this afternoon | this morning | a week later | later | the week after | this month |"
        "next month | last month | this year | next year | last year | soon | coming | upcoming | in two weeks |"
        "the coming period | the coming weeks | previous | following | this summer | this autumn | the day after |"
        "the past | ago",
    )
    | said(Kind.WHICH_DAYS, "all week | whole week | all month | all summer | all year | week against loneliness")
)
