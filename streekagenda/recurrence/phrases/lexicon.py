"""What words can mean, and how a language's lexicon finds them among raw tokens.

A lexicon maps spellings, of one word or several, to meanings. The spellings go through the same scanner as the
phrases, so that ``t/m``, ``a.s.`` and ``met uitzondering van`` are found as they are written.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.holidays import Feast
from streekagenda.model.schedule import Weekday
from streekagenda.recurrence.phrases.normalising import normalise
from streekagenda.recurrence.phrases.scanning import scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from streekagenda.recurrence.phrases.readings import PartOfDay

_LETTERS = re.compile("[a-z]+(?: [a-z]+)*")


class Kind(Enum):
    """What a token is, to the grammar."""

    __hash__ = object.__hash__  # the grammar looks kinds up at each token, and that of Enum hashes the name each time

    NUMBER = "a number"
    YEAR = "a year: four figures, or '26"
    ORDINAL = "1e, eerste; negative counts from the end: laatste is -1"
    DATE = "a whole date in figures"
    SHORT_DATE = "a date in figures with a year of two"
    DAY_MONTH = "a date in figures without a year, as what stands around it says"
    CLOCK = "19:30"
    DECIMAL = "1,5"
    WEEKDAY = "zondag, zondagmiddag, 's zondags"
    WORKDAYS = "werkdagen"
    WEEKEND = "weekend"
    MONTH = "oktober"
    SEASON = "zomer: nobody knows from when to when"
    PART = "a part of the day"
    FEAST = "tweede kerstdag"
    HOLIDAYS = "a set of days off, named holidays or school-holidays"
    SCHOOL_BREAK = "herfstvakantie: one of the school holidays"
    PAUSE = "zomerstop: when it is not, but from when to when?"
    CLOSURE = "a set of days off that the region names itself"
    EVERY = "elke"
    OTHER = "andere, in elke andere week"
    ALTERNATE = "om de"
    FREQUENCY = "dagelijks, maandelijks"
    PARITY = "even, oneven"
    UNIT = "dag, week, maand, jaar, kwartaal"
    TIMES = "keer"
    ONCE = "eens"
    PER = "per"
    SINCE = "vanaf"
    FIRST_TIME = "gestart op: the very first day"
    LAST_TIME = "laatste keer op: the very last day"
    FROM = "van"
    OF = "van, in 'van de maand'"
    THROUGH = "t/m"
    UNTIL = "tot"
    TO = "to: up to and including, between days"
    BETWEEN = "tussen"
    AND = "en"
    OR = "of"
    ALSO = "ook"
    LISTED = "volgende data, te weten"
    EXCEPT = "behalve"
    AT = "om"
    IN = "in"
    ON = "op"
    ARTICLE = "de"
    THAT = "die"
    FILLER = "a word that adds nothing"
    BEGINS = "begint, aanvang"
    ENDS = "einde, afgelopen"
    DOORS = "inloop, zaal open"
    LASTS = "duurt"
    LONG = "lang, after a duration"
    HOURS = "uur, after a time or a duration"
    HOUR_LENGTH = "hours, after a duration only"
    MINUTES = "minuten"
    QUARTERS = "kwartier"
    HALF = "half"
    QUARTER = "kwart"
    PAST = "over, in kwart over"
    BEFORE = "voor, in kwart voor"
    NOON = "noon, midnight"
    MERIDIEM = "am, pm"
    ONE_AND_A_HALF = "anderhalf"
    ALL_DAY = "hele dag"
    NEXT_DAY = "de volgende dag, behind an end"
    STATUS = "gaat het niet door: said of one date, with the name of its status"
    INSTEAD = "maar op: another day in its place"
    TEXT = "words taken as they stand: a title, a reason"
    ABOUT = "rond: nobody can act on it"
    VAGUE = "in principe, begin oktober"
    RELATIVE = "volgende week: from which day?"
    WHICH_DAYS = "hele week: which days?"
    ELSEWHERE = "afgelast, vol, aanmelden: another key of the file says it"
    TWO_MEANINGS = "biweekly"
    COMMA = ","
    SEMICOLON = ";"
    PERIOD = "."
    COLON = ":"
    DASH = "-"
    SLASH = "/"
    DOTS = ".."
    OPEN = "("
    CLOSE = ")"
    EQUALS = "="
    PLUS = "+"
    UNKNOWN = "a word of no meaning here"
    END = "nothing more"


class Meaning(Struct, frozen=True, kw_only=True):
    """What a spelling means; which of the fields say more depends on the kind."""

    kind: Kind
    number: int = 0
    weekday: Weekday = Weekday.MO
    part: PartOfDay | None = None
    feast: Feast = Feast.CHRISTMAS
    name: str = ""
    habitual: bool = False
    """Said of a weekday in the plural or as a habit: ``zondagen``, ``'s zondags``."""
    spoken: bool = False
    """A number in words."""
    short: bool = False
    """An abbreviation, which may end in a full stop."""


class Names(Struct, frozen=True, kw_only=True):
    """How a language says what we write in a suggestion; it reads all of this itself."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    parts: Mapping[PartOfDay, str]
    """What follows the name of a weekday: ``middag``, `` afternoon``."""
    ordinals: tuple[str, ...]
    """1e, 2e … or 1st, 2nd … up to 31."""
    date: str
    """With ``day``, ``month`` and ``year``."""
    clock: str
    """With ``hour`` and ``minute``."""
    through: str
    """Up to and including."""
    joined: str
    """And."""
    also: str
    """On top of what was said before: before a date."""
    also_each: str
    """The same before days that recur."""
    not_on: str
    """With ``date``: not on that day."""
    every: str
    """With ``day``: each of a weekday."""
    daily: str
    """Every day."""
    nth_weekday: str
    """With ``nth`` and ``day``."""
    of_month: str
    """Behind an n-th weekday."""
    nth_weekday_in: str
    """With ``nth``, ``day`` and ``months``."""
    other_week: str
    """With ``day``: every two weeks."""
    weeks: str
    """With ``number`` and ``day``: every so many weeks."""
    month_day: str
    """With ``nth``."""
    hours: str
    """With ``start`` and ``end``: from one time to another."""
    all_day: str
    """The whole day."""
    since: str
    """With ``date``: from that day on."""
    feasts: Mapping[Feast, str]
    """``Eerste Kerstdag``."""
    example_hours: Mapping[PartOfDay, str]
    """A time of day as an example."""
    example_start: str
    """The same without an end."""

    def listed(self, words: Sequence[str]) -> str:
        """Write a list in words: ``1e``, ``1e en 3e``, ``1e, 2e en 3e``."""
        return f" {self.joined} ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]


def cut_of(spelling: str) -> tuple[str, ...]:
    """Cut a spelling as the scanner would cut it in a phrase; words of plain letters, as most are, stay as they are."""
    if _LETTERS.fullmatch(spelling):
        return tuple(spelling.split(" "))
    return tuple(raw.text for raw in scan(normalise(spelling)))


class Lexicon:
    """The words of one language."""

    def __init__(self, language: str, words: Mapping[str, Meaning], names: Names) -> None:
        """Take spellings and their meanings."""
        self.language = language
        self.names = names
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for spelling, meaning in words.items():
            cut = cut_of(spelling)
            self._by_first.setdefault(cut[0], []).append((cut, meaning))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.vocabulary = frozenset(word for cut, _ in self._spellings() for word in cut)
        """Every word of every spelling."""

    def _spellings(self) -> Iterable[tuple[tuple[str, ...], Meaning]]:
        return (entry for entries in self._by_first.values() for entry in entries)

    def longest(self, texts: Sequence[str], place: int) -> tuple[int, Meaning] | None:
        """Return how many raw tokens, here as texts, make up a known spelling from ``place`` on, and its meaning."""
        for cut, meaning in self._by_first.get(texts[place], ()):
            if tuple(texts[place : place + len(cut)]) == cut:
                return len(cut), meaning
        return None

    def words_of(self, *kinds: Kind) -> frozenset[str]:
        """Return the words in the spellings of some kinds."""
        return frozenset(word for cut, meaning in self._spellings() if meaning.kind in kinds for word in cut)


SIGNS: Mapping[str, Meaning] = {
    ",": Meaning(kind=Kind.COMMA),
    ";": Meaning(kind=Kind.SEMICOLON),
    ".": Meaning(kind=Kind.PERIOD),
    "!": Meaning(kind=Kind.PERIOD),
    ":": Meaning(kind=Kind.COLON),
    "-": Meaning(kind=Kind.DASH),
    "/": Meaning(kind=Kind.SLASH),
    "..": Meaning(kind=Kind.DOTS),
    "...": Meaning(kind=Kind.VAGUE),
    "(": Meaning(kind=Kind.OPEN),
    "[": Meaning(kind=Kind.OPEN),
    ")": Meaning(kind=Kind.CLOSE),
    "]": Meaning(kind=Kind.CLOSE),
    ">": Meaning(kind=Kind.DASH),
    "→": Meaning(kind=Kind.DASH),
    "=": Meaning(kind=Kind.EQUALS),
    "+": Meaning(kind=Kind.PLUS),
    "&": Meaning(kind=Kind.AND),
    "?": Meaning(kind=Kind.VAGUE),
    "+/-": Meaning(kind=Kind.ABOUT),
    "±": Meaning(kind=Kind.ABOUT),
    "~": Meaning(kind=Kind.ABOUT),
    "'": Meaning(kind=Kind.FILLER),
}
