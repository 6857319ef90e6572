"""English: small words: from, until, and, except."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import named, said

LINKS = (
    said(Kind.SINCE, "from | since | starting | starting on | starting from | as of | from the")
    | said(
        Kind.FIRST_TIME,
        "started on | started | starts on | begins on | first time | first time on | first time is |"
        "next date | next date is | next date on | next session | next session is | next session on | next meeting |"
        "next meeting is | next one | next one is | next: | first session | first session on | first date |"
        "first meeting | first meeting on | first meeting is on | next time is | next time | beginning on",
    )
    | said(Kind.OF, "of")
    | said(Kind.THROUGH, "through | thru | up to and including | to and including | until and including | t/m")
    | said(Kind.UNTIL, "until | till | 'til | til | up to")
    | said(Kind.TO, "to")
    | said(Kind.BETWEEN, "between")
    | said(Kind.AND, "and | as well as | and on | and from")
    | said(Kind.OR, "or | and/or")
    | said(Kind.ALSO, "also | also on | and also | and also on | plus | extra")
    | said(Kind.LISTED, "following dates | on the following dates | dates | namely | dates are")
    | said(
        Kind.EXCEPT,
        "except | except on | except in | except during | except for | except at | excluding | but not | but not in |"
        "but not on | but not during | not | not on | not in | not during | not at | without | no meeting on |"
        "no meeting in | no meetings on | no meetings in | no session on | no session in | no sessions on | no sessions in |"
        "no class on | no class in | no classes on | no classes in | no lesson on | no lessons on | outside | closed | closed on | closed in | closed during | excluded | apart from",
    )
    | said(Kind.AT, "at | @")
    | said(Kind.IN, "in | during")
    | said(Kind.ON, "on")
    | said(Kind.ARTICLE, "the")
    | said(Kind.THAT, "that")
    | said(Kind.PAST, "past | after")
    | said(Kind.BEFORE, "before")
    | named(Kind.FILLER, {"only": "only"})
    | said(
        Kind.FILLER,
        "onwards | onward | time: | times: | lunch | dinner | supper | breakfast | session | class | workshop |"
        "always | is | are | we | it | date | when | programme | film | concert | meal | meeting | walk",
    )
)
