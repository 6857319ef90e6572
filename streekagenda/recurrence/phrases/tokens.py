"""Raw tokens to tokens with a meaning, in the words of one language; and the cursor that the grammar reads with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.recurrence.phrases.lexicon import SIGNS, Kind, Lexicon, Meaning
from streekagenda.recurrence.phrases.readings import PartOfDay
from streekagenda.recurrence.phrases.spelling import probable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from streekagenda.model.holidays import Feast
    from streekagenda.model.schedule import Weekday
    from streekagenda.recurrence.phrases.scanning import Raw

Found = TypeVar("Found")


class Token(Struct, frozen=True, kw_only=True):
    """A piece of a phrase with its meaning, and its place in the original text."""

    meaning: Meaning
    start: int
    end: int
    glued: bool = False
    """No space before it."""
    figures: tuple[int, ...] = ()
    """Year, month and day of a date; hour and minute of a clock; whole and hundredths of a decimal."""
    padded: bool = False
    """A clock or number with a zero in front: 24 hours are meant."""
    text: str = ""
    """As scanned."""

    @property
    def kind(self) -> Kind:
        """What it is to the grammar."""
        return self.meaning.kind

    @property
    def number(self) -> int:
        """The number that it stands for."""
        return self.meaning.number

    @property
    def weekday(self) -> Weekday:
        """The weekday that it names."""
        return self.meaning.weekday

    @property
    def part(self) -> PartOfDay | None:
        """The part of the day that it names."""
        return self.meaning.part

    @property
    def feast(self) -> Feast:
        """The feast that it names."""
        return self.meaning.feast

    @property
    def name(self) -> str:
        """What else it names."""
        return self.meaning.name


class Slip(Struct, frozen=True, kw_only=True):
    """A slip of the pen, with the word that was probably meant; the token goes by that one's meaning."""

    start: int
    end: int
    meant: str


class Tokens(Struct, frozen=True, kw_only=True):
    """A phrase in the words of one language."""

    tokens: tuple[Token, ...]
    """The last one marks the end."""
    slips: tuple[Slip, ...]


def strangers(raws: Sequence[Raw], lexicon: Lexicon) -> int:
    """Count the words that a language does not know."""
    return sum(raw.shape == "word" and raw.text not in lexicon.vocabulary for raw in raws)


def tokenise(raws: Sequence[Raw], lexicon: Lexicon, closures: Sequence[tuple[tuple[str, ...], str]] = ()) -> Tokens:
    """Give every piece of a phrase its meaning, the longest known spelling first.

    ``closures`` are further named sets of days off: their scanned spelling, and the name to give back.
    """
    end = raws[-1].end if raws else 0
    raws, slips = _corrected(raws, lexicon, {word for spelling, _ in closures for word in spelling})
    texts = [raw.text for raw in raws]
    tokens: list[Token] = []
    place = 0
    while place < len(raws):
        found = _closure(texts, place, closures) or lexicon.longest(texts, place)
        length = found[0] if found else 1
        token = _spanning(raws[place : place + length], found[1]) if found else _plain(raws[place])
        abbreviated = bool(tokens) and tokens[-1].meaning.short
        if token.kind is Kind.PERIOD and token.glued and abbreviated:
            tokens[-1] = replace(tokens[-1], end=token.end)
        else:
            tokens.append(token)
        place += length
    return Tokens(tokens=(*tokens, Token(meaning=Meaning(kind=Kind.END), start=end, end=end)), slips=tuple(slips))


def _corrected(raws: Sequence[Raw], lexicon: Lexicon, others: set[str]) -> tuple[list[Raw], list[Slip]]:
    slips: list[Slip] = []
    corrected = list(raws)
    for place, raw in enumerate(raws):
        meant: str | None = None
        if raw.shape == "word" and raw.text not in lexicon.vocabulary and raw.text not in others:
            meant = probable(raw.text, lexicon)
        elif _NEEDLESS_ZERO.search(raw.text):
            meant = _NEEDLESS_ZERO.sub("", raw.text)
        if meant is not None:
            slips.append(Slip(start=raw.start, end=raw.end, meant=meant))
            corrected[place] = replace(raw, text=meant)
    return corrected, slips


_NEEDLESS_ZERO = re.compile(r"(?<![0-9])(?![0-9]{4}(?![0-9]))0+(?=(?:[0-9]{2}|[1-9][0-9]{3})(?![0-9]))")
"""The first zero of ``02026`` and of ``010``; 07 and 0930 are written so."""


def _closure(
    texts: Sequence[str], place: int, closures: Sequence[tuple[tuple[str, ...], str]]
) -> tuple[int, Meaning] | None:
    for spelling, name in closures:
        if tuple(texts[place : place + len(spelling)]) == spelling:
            return len(spelling), Meaning(kind=Kind.CLOSURE, name=name)
    return None


def _spanning(raws: Sequence[Raw], meaning: Meaning) -> Token:
    text = " ".join(raw.text for raw in raws)
    return Token(meaning=meaning, start=raws[0].start, end=raws[-1].end, glued=raws[0].glued, text=text)


def _plain(raw: Raw) -> Token:
    """Figures, a sign, or a word that the language does not know."""
    figures = _figures(raw)
    match raw.shape:
        case "iso" | "date":
            meaning = Meaning(kind=Kind.DATE)
        case "short":
            meaning = Meaning(kind=Kind.SHORT_DATE)
        case "clock":
            meaning = Meaning(kind=Kind.CLOCK)
        case "decimal":
            meaning = Meaning(kind=Kind.DECIMAL)
        case "ordinal":
            meaning = Meaning(kind=Kind.ORDINAL, number=figures[0])
        case "short_year":
            meaning = Meaning(kind=Kind.YEAR, number=2000 + figures[0])
        case "number":
            meaning = _number(raw.text)
        case _:
            meaning = SIGNS.get(raw.text, Meaning(kind=Kind.UNKNOWN))
    return Token(
        meaning=meaning,
        start=raw.start,
        end=raw.end,
        glued=raw.glued,
        figures=figures,
        padded=raw.text.startswith("0"),
        text=raw.text,
    )


_LONGEST_YEAR = 5
"""Digits: a year too far away is to be told so."""


def _number(text: str) -> Meaning:
    if len(text) > _LONGEST_YEAR:
        return Meaning(kind=Kind.UNKNOWN)
    return Meaning(kind=Kind.YEAR if len(text) >= 4 else Kind.NUMBER, number=int(text))


def _figures(raw: Raw) -> tuple[int, ...]:
    """The numbers in a raw token, a date in the order year, month, day."""
    if raw.shape in {"word", "sign_alone"}:
        return ()
    numbers = tuple(int(one) for one in re.findall("[0-9]+", raw.text) if len(one) <= _LONGEST_YEAR)
    return numbers[::-1] if raw.shape in {"date", "short"} else numbers


_AHEAD = 3


class Cursor:
    """A place in a row of tokens, with the ways to go on from it.

    A rule of the grammar is a function that takes a cursor and returns what it understood, or ``None``; through
    :meth:`attempt` a rule that finds nothing leaves the cursor where it was.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Start at the first token; the last one is the end, behind which there is nothing but ends."""
        self._tokens = [*tokens, *[tokens[-1]] * _AHEAD]
        self._kinds = [token.meaning.kind for token in self._tokens]
        self._known: dict[tuple[object, int], tuple[object, int]] = {}
        self.place = 0

    def peek(self, ahead: int = 0) -> Token:
        """Return the token at the cursor, or one up to three further on, without going on."""
        return self._tokens[self.place + ahead]

    def at(self, *kinds: Kind, ahead: int = 0) -> bool:
        """Whether the token here, or one up to three further on, is of one of these kinds."""
        return self._kinds[self.place + ahead] in kinds

    def has_ahead(self, kind: Kind) -> bool:
        """Whether a token of a kind stands here or anywhere behind."""
        return kind in self._kinds[self.place :]

    def take(self, *kinds: Kind) -> Token | None:
        """Return the token here and go on, if it is of one of these kinds; the end is never taken."""
        if self._kinds[self.place] not in kinds:
            return None
        self.place += 1
        return self._tokens[self.place - 1]

    def skip(self, *kinds: Kind) -> None:
        """Go past all tokens of these kinds."""
        while self.take(*kinds):
            pass

    def attempt(self, rule: Callable[[Cursor], Found]) -> Found:
        """Apply a rule; go back if it finds nothing, which is ``None``."""
        before = self.place
        found = rule(self)
        if found is None:
            self.place = before
        return found

    def once(self, rule: Callable[[Cursor], Found]) -> Found:
        """Apply a rule as :meth:`attempt` does, and remember what it finds here: for what many rules begin with."""
        key = (rule, self.place)
        if key not in self._known:
            found = self.attempt(rule)
            self._known[key] = (found, self.place)
        found, self.place = cast("tuple[Found, int]", self._known[key])
        return found

    def first_of(self, *rules: Callable[[Cursor], Found]) -> Found | None:
        """Return what the first of several rules finds."""
        before = self.place
        for rule in rules:
            if (found := rule(self)) is not None:
                return found
            self.place = before
        return None

    @property
    def begins_sentence(self) -> bool:
        """Whether a full stop or a semicolon stands before the token here."""
        return self.place > 0 and self._kinds[self.place - 1] in {Kind.PERIOD, Kind.SEMICOLON}

    @property
    def behind(self) -> int:
        """Where the last token that was taken ends in the original text."""
        return self._tokens[self.place - 1].end if self.place else 0

    @property
    def kind(self) -> Kind:
        """What the token here is."""
        return self._kinds[self.place]


class Choice(Generic[Found]):
    """A rule that returns what the first of several rules finds; each stands with the kinds that it can begin with."""

    def __init__(self, *rules: tuple[Callable[[Cursor], Found | None], Collection[Kind]]) -> None:
        """Take the rules in the order in which they are tried; at a token of another kind a rule finds nothing."""
        self.rules = rules
        self._at = {kind: tuple(rule for rule, kinds in rules if kind in kinds) for kind in Kind}

    def __call__(self, cursor: Cursor) -> Found | None:
        """Apply the rules that can begin here."""
        before = cursor.place
        for rule in self._at[cursor.kind]:
            if (found := rule(cursor)) is not None:
                return found
            cursor.place = before
        return None
