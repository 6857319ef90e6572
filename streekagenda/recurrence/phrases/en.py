"""The English lexicon."""

from __future__ import annotations

from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.recurrence.phrases.lexicon import Kind, Lexicon, Names, PartOfDay
from streekagenda.recurrence.phrases.words import (
    counted,
    feast_names,
    feasts,
    named,
    numbered,
    parts_of_day,
    said,
    short,
    spellings,
    weekdays,
)

_WEEKDAYS = "Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday"
_MONTHS = "January | February | March | April | May | June | July | August | September | October | November | December"

_DAYS = (
    weekdays(
        _WEEKDAYS,
        parts={
            PartOfDay.MORNING: "{} morning",
            PartOfDay.AFTERNOON: "{} afternoon",
            PartOfDay.EVENING: "{} evening",
            PartOfDay.NIGHT: "{} night",
        },
        habits="{}s",
    )
    | short(weekdays("mon | tue | wed | thu | fri | sat | sun"))
    | short(weekdays("mons | tues | weds | thur | fris | sats | suns"))
    | short(weekdays("mo | tu | we | thurs | fr | sa | su"))
    | said(Kind.WORKDAYS, "weekday | weekdays | working day | working days | workday | workdays")
    | said(Kind.WEEKEND, "weekend | weekends")
    | short(counted(Kind.MONTH, "jan | feb | mar | apr"))  # May is no abbreviation: a full stop behind it is one
    | short(counted(Kind.MONTH, "jun | jul | aug | sep | oct | nov | dec", first=6))
    | short(numbered(Kind.MONTH, {9: "sept"}))
    | counted(Kind.MONTH, _MONTHS)
    | said(Kind.SEASON, "spring | summer | autumn | winter | season | summer months | winter months | school year")
    | said(Kind.SEASON, "term time | term-time")
    | parts_of_day(
        {
            PartOfDay.MORNING: "morning | mornings | in the morning | in the mornings",
            PartOfDay.AFTERNOON: "afternoon | afternoons | in the afternoon | in the afternoons",
            PartOfDay.EVENING: "evening | evenings | in the evening | in the evenings",
            PartOfDay.NIGHT: "night | nights | at night",
        }
    )
)

_NUMBERS = (
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

_FEASTS = {
    Feast.NEW_YEARS_DAY: "New Year's Day | new years day",
    Feast.EPIPHANY: "Epiphany",
    Feast.ASH_WEDNESDAY: "Ash Wednesday",
    Feast.PALM_SUNDAY: "Palm Sunday",
    Feast.MAUNDY_THURSDAY: "Maundy Thursday",
    Feast.GOOD_FRIDAY: "Good Friday",
    Feast.HOLY_SATURDAY: "Holy Saturday",
    Feast.EASTER: "Easter",
    Feast.EASTER_SUNDAY: "Easter Sunday | easter day",
    Feast.EASTER_MONDAY: "Easter Monday",
    Feast.KINGS_DAY: "King's Day | kings day",
    Feast.REMEMBRANCE_DAY: "Remembrance Day",
    Feast.LIBERATION_DAY: "Liberation Day",
    Feast.MOTHERS_DAY: "Mother's Day | mothers day",
    Feast.ASCENSION_DAY: "Ascension Day | ascension",
    Feast.WHITSUN: "Whitsun | pentecost",
    Feast.WHIT_SUNDAY: "Whit Sunday",
    Feast.WHIT_MONDAY: "Whit Monday",
    Feast.FATHERS_DAY: "Father's Day | fathers day",
    Feast.ALL_SAINTS: "All Saints' Day | all saints",
    Feast.ALL_SOULS: "All Souls' Day | all souls",
    Feast.CARERS_DAY: "Carers' Day | carers day",
    Feast.SAINT_NICHOLAS_EVE: "Saint Nicholas' Eve | st nicholas' eve",
    Feast.CHRISTMAS_EVE: "Christmas Eve",
    Feast.CHRISTMAS: "Christmas",
    Feast.CHRISTMAS_DAY: "Christmas Day",
    Feast.BOXING_DAY: "Boxing Day | second day of christmas",
    Feast.NEW_YEARS_EVE: "New Year's Eve | new years eve",
}

_HOLIDAYS = (
    feasts(_FEASTS)
    | named(
        Kind.HOLIDAYS,
        {
            "holidays": "holidays | holiday | public holidays | public holiday | bank holidays | national holidays",
            "school-holidays": "school-holidays | school holidays | school holiday | school vacations",
        },
    )
    | said(
        Kind.SCHOOL_BREAK,
        "vacation | vacations | summer break | christmas break | autumn break | half-term | half term | spring break |"
        "summer stop",
    )
    | named(
        Kind.SCHOOL_BREAK,
        {
            SchoolBreak.AUTUMN: "autumn holidays | autumn school holidays",
            SchoolBreak.CHRISTMAS: "christmas holidays | christmas school holidays",
            SchoolBreak.SPRING: "spring holidays | spring school holidays",
            SchoolBreak.MAY: "may holidays | may school holidays",
            SchoolBreak.SUMMER: "summer holidays | summer holiday | summer school holidays",
        },
    )
)

_STEPS = (
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

_LINKS = (
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
    | said(
        Kind.FILLER,
        "onwards | onward | time: | times: | lunch | dinner | supper | breakfast | session | class | workshop |"
        "always | is | are | we | it | only | date | when | programme | film | concert | meal | meeting | walk",
    )
)

_HOURS = (
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

_ONE_DATE = named(
    Kind.STATUS,
    {
        "cancelled": "it does not take place | it doesn't take place | does not take place | it is cancelled |"
        "is cancelled | cancelled | canceled | it is off",
        "postponed": "it is postponed | is postponed | postponed",
        "online": "it is online | is online | online",
    },
) | said(Kind.INSTEAD, "but on | but instead on")

_ELSEWHERE = named(
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

_UNCERTAIN = (
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

ENGLISH = Lexicon(
    "en",
    _DAYS | _NUMBERS | _HOLIDAYS | _STEPS | _LINKS | _HOURS | _ELSEWHERE | _ONE_DATE | _UNCERTAIN,
    Names(
        weekdays=tuple(spellings(_WEEKDAYS)),
        months=tuple(spellings(_MONTHS)),
        parts={
            PartOfDay.MORNING: " morning",
            PartOfDay.AFTERNOON: " afternoon",
            PartOfDay.EVENING: " evening",
            PartOfDay.NIGHT: " night",
        },
        ordinals=tuple(
            f"{number}{'th' if 10 < number < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
            for number in range(1, 32)
        ),
        date="{day} {month} {year}",
        clock="{hour:02}:{minute:02}",
        through="through",
        joined="and",
        also="also on",
        also_each="also",
        not_on="not on {date}",
        every="every {day}",
        daily="daily",
        nth_weekday="every {nth} {day} of the month",
        of_month="of the month",
        nth_weekday_in="every {nth} {day} of {months}",
        other_week="every other week on {day}",
        weeks="every {number} weeks on {day}",
        month_day="the {nth} of every month",
        hours="from {start} to {end}",
        all_day="all day",
        feasts=feast_names(_FEASTS),
        since="from {date}",
        example_hours={
            PartOfDay.MORNING: "10:00-12:00",
            PartOfDay.AFTERNOON: "14:00-16:00",
            PartOfDay.EVENING: "19:30-21:30",
            PartOfDay.NIGHT: "22:00-02:00",
        },
        example_start="at 10:00",
    ),
)
