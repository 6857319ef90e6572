"""The questions behind the files of a site, as they are kept: looked up by what they ask, and not gone through.

A large region has eighty thousand, behind a hundred thousand sets, and one change touches some tens of them. So what was
written when all was stands in parts, of which each is read when it is asked for.
"""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from functools import cached_property
from itertools import accumulate, chain, count
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Raw, Struct, field
from msgspec.json import Decoder, encode

from streekagenda.recurrence.asked import HELD, IN_FEED, OF, REMARKED, TOLD
from streekagenda.recurrence.questions import question_of
from streekagenda.store.zipped import unzipped, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from streekagenda.recurrence.asked import Question
    from streekagenda.recurrence.questions import Row

Value = TypeVar("Value")

Set = tuple[str | int, ...]
"""The name of what files were listed for, and the numbers of their questions in order."""
Entry = list[Any]
"""The number of a question; of :data:`HELD` its days too, and of :data:`REMARKED` its text."""

RESTING = "resting"
"""As a kind: the answers that rest on a question, by the number of that."""
_ENTRIES = Decoder(list[Entry]).decode
_ROW = Decoder(tuple[Any, ...]).decode
_READ: Mapping[str, Callable[[bytes], Any]] = {
    "files": Decoder(list[str]).decode,
    "things": Decoder(list[str]).decode,
    "prints": Decoder(dict[str, str]).decode,
    "facets": Decoder(list[str]).decode,
    "dates": Decoder(dict[str, Raw]).decode,
    "kinds": Decoder(list[str]).decode,
}
"""How parts are read that are no numbers and no places."""
_PLACES = Decoder(dict[str, Raw]).decode
_LOOKED_UP = frozenset({OF, HELD, IN_FEED, REMARKED})
_AT_ONCE = 5_000
"""Questions that are written at once."""
_SHIFT = 32


_NOTHING: Mapping[str, bytes] = {
    **dict.fromkeys(("files", "things", "facets", "kinds"), b"[]"),
    **dict.fromkeys(("prints", "dates"), b"{}"),
    **dict.fromkeys(("of files", "asked", "asked ends", "behind", "behind ends", "rows", "rows ends"), b""),
}
"""The parts of a whole in which nothing stands."""


class Whole:
    """What was written when all was."""

    def __init__(self, parts: Mapping[str, bytes] | None = None, digest: str = "") -> None:
        """Take its parts by their names, each compressed; raises KeyError where one is not there."""
        self.digest = digest
        self._parts = parts if parts is not None else {name: zipped((empty,)) for name, empty in _NOTHING.items()}
        self._found: dict[str, Any] = {}
        if not self._parts.keys() >= _NOTHING.keys():
            raise KeyError

    def part(self, name: str) -> Any:  # noqa: ANN401 -- each part is of a type of its own
        """Return a part: a list or a mapping of JSON."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = _READ.get(name, _PLACES)(self._bytes(name))
        return found

    def numbers(self, name: str) -> array[int]:
        """Return a part that is numbers."""
        found: array[int] | None = self._found.get(name)
        if found is None:
            found = self._found[name] = _numbers(self._bytes(name))
        return found

    def some(self, name: str, number: int) -> array[int]:
        """Return the numbers of one of a list of such."""
        return self.numbers(name)[slice(*self._span(name, number))]

    def row(self, number: int) -> Row:
        """Return a question by its number."""
        begin, end = self._span("rows", number)
        row: Row = _ROW(self._rows[begin:end])
        if row[0] != REMARKED:
            return row
        return (*row, next(text for one, text in self.entries(REMARKED, row[1]) if one == number))

    def kinds(self) -> Sequence[str]:
        """Return the kinds of questions that there are."""
        found: Sequence[str] = self.part("kinds")
        return found

    def chosen(self, kind: str) -> Iterable[str]:
        """Return by what there are questions of a kind."""
        return self.part(f"by {kind}") if kind in self.kinds() else ()

    def entries(self, kind: str, by: str) -> Sequence[Entry]:
        """Return where questions stand."""
        raw = self.part(f"by {kind}").get(by) if kind in self.kinds() else None
        return _ENTRIES(raw) if raw is not None else ()

    def __len__(self) -> int:
        """How many questions."""
        return len(self.numbers("rows ends"))

    @cached_property
    def _rows(self) -> bytes:
        return self._bytes("rows")

    def _bytes(self, name: str) -> bytes:
        return unzipped(self._parts[name])

    def _span(self, name: str, number: int) -> tuple[int, int]:
        ends = self.numbers(f"{name} ends")
        return ends[number - 1] if number else 0, ends[number]


NOTHING = Whole()


class Written(Struct, frozen=True, dict=True):
    """The questions behind the files of a site, as they are kept.

    There are fewer sets of questions than files, and fewer questions than sets: each has a number. After some builds of what
    changed alone one may stand there twice, or be behind no file any more.
    """

    other: Mapping[str, int | None] = field(default_factory=dict)
    """The number of the set of questions behind a file, by its path, where that is another one than in the whole; ``None`` of one that went."""
    sets: Sequence[Set] = ()
    """Those after the ones of the whole."""
    questions: Sequence[Row] = ()
    """Those after the ones of the whole; those behind an answer come before the question that was answered so."""
    whole: Whole = NOTHING

    @cached_property
    def files(self) -> dict[str, int]:
        """The number of the set of questions behind each file, by its path."""
        found = dict(zip(self.whole.part("files"), self.whole.numbers("of files"), strict=True))
        return with_others(found, self.other)

    @cached_property
    def many(self) -> tuple[int, int]:
        """How many sets, and how many questions."""
        return len(self.things), len(self.whole) + len(self.questions)

    @cached_property
    def things(self) -> Sequence[str]:
        """Of each set the name of what its files were listed for."""
        return [*self.whole.part("things"), *(str(one[0]) for one in self.sets)]

    @cached_property
    def used(self) -> frozenset[int]:
        """The numbers of the sets that are behind files; others, of files that went, may no longer be true."""
        return frozenset(self.files.values())

    def set_of(self, number: int) -> Set:
        """Return one of the sets."""
        before = len(self.whole.part("things"))
        if number >= before:
            return self.sets[number - before]
        return self.things[number], *self.whole.some("asked", number)

    def row(self, number: int) -> Row:
        """Return one of the questions, as it is kept."""
        before = len(self.whole)
        return self.questions[number - before] if number >= before else self.whole.row(number)

    def question(self, number: int) -> Question:
        """Return one of the questions."""
        return question_of(self.row(number), self.question)

    def kinds(self) -> set[str]:
        """Return the kinds of questions that there are."""
        return {*self.whole.kinds(), *self._later} - {RESTING}

    def chosen(self, kind: str) -> set[str]:
        """Return by what there are questions of a kind: events, calendars, or what is chosen by."""
        return {*self.whole.chosen(kind), *self._later.get(kind, ())}

    def entries(self, kind: str, by: str = "") -> list[Entry]:
        """Return where questions stand, those that were written first."""
        return [*self.whole.entries(kind, by), *self._later.get(kind, {}).get(by, ())]

    def newest(self, kind: str) -> Iterator[tuple[str, Entry]]:
        """Yield by what there are questions of a kind that are behind files, and where the one stands that was written last."""
        later = self._later.get(kind, {})
        written: Mapping[str, Raw] = self.whole.part(f"by {kind}") if kind in self.whole.kinds() else {}
        for by in written.keys() | later.keys() if later else written:
            found = self.entries(kind, by) if by in later else _ENTRIES(written[by])
            if one := next(filter(self._is_behind, reversed(found)), None):
                yield by, one

    def _is_behind(self, one: Entry) -> bool:
        """Whether a question is behind any file."""
        number: int = one[0]
        whole = self.whole.some("behind", number) if number < len(self.whole) else ()
        return not (self.used.isdisjoint(whole) and self.used.isdisjoint(self._behind.get(number, ())))

    def resting(self, number: int) -> Iterator[int]:
        """Yield the numbers of the answers that rest on a question."""
        return (one[0] for one in self.entries(RESTING, str(number)))

    def behind(self, number: int) -> frozenset[int]:
        """Return the numbers of the sets behind files that a question is in."""
        whole = self.whole.some("behind", number) if number < len(self.whole) else ()
        return self.used.intersection(whole).union(self.used.intersection(self._behind.get(number, ())))

    @cached_property
    def _later(self) -> Mapping[str, Mapping[str, list[Entry]]]:
        return places(enumerate(self.questions, len(self.whole)))

    @cached_property
    def _behind(self) -> Mapping[int, list[int]]:
        found = defaultdict(list)
        for number, (_, *asked) in enumerate(self.sets, len(self.whole.part("things"))):
            for one in asked:
                found[int(one)].append(number)
        return found


def with_others(before: dict[str, Value], other: Mapping[str, Value | None]) -> dict[str, Value]:
    """Put in what differs, where ``None`` stands for what is no longer there, and return it."""
    for key, value in other.items():
        if value is None:
            before.pop(key, None)
        else:
            before[key] = value
    return before


def places(rows: Iterable[tuple[int, Row]]) -> dict[str, dict[str, list[Entry]]]:
    """Return where questions stand that are given with their numbers."""
    found: defaultdict[str, defaultdict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for number, (kind, *said) in rows:
        if kind in _LOOKED_UP:
            by, *rest = said
            found[kind][by].append([number, *rest])
        else:
            found[kind][""].append([number])
        if kind == TOLD:
            for one in said[-1]:
                found[RESTING][str(one)].append([number])
    return {kind: dict(by) for kind, by in found.items()}


def parts_of(
    files: Mapping[str, int], sets: Sequence[Set], questions: Sequence[Row]
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield the parts of a whole in which all stands that was asked, each in pieces; what is known of events is not among them."""
    yield "files", (encode(list(files)),)
    yield "of files", (_packed(files.values()),)
    yield "things", (encode([one[0] for one in sets]),)
    yield from _some("asked", [one[1:] for one in sets])
    pairs = sorted([int(one) << _SHIFT | at for at, (_, *asked) in enumerate(sets) for one in asked])
    yield "behind", (_packed(one & (1 << _SHIFT) - 1 for one in pairs),)
    times = array("I", bytes(4 * len(questions)))
    for one in pairs:
        times[one >> _SHIFT] += 1
    yield "behind ends", (_packed(accumulate(times)),)
    lengths = array("I")

    def rows() -> Iterator[bytes]:
        for begin in range(0, len(questions), _AT_ONCE):
            some = [encode(one[:2] if one[0] == REMARKED else one) for one in questions[begin : begin + _AT_ONCE]]
            lengths.extend(map(len, some))
            yield b"".join(some)

    yield "rows", rows()
    yield "rows ends", (_packed(accumulate(lengths)),)
    found = places(zip(count(), questions))
    yield "kinds", (encode(list(found)),)
    for kind, by in found.items():
        yield f"by {kind}", (encode(by),)


def _some(name: str, lists: Sequence[Sequence[Any]]) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield name, (_packed(chain.from_iterable(lists)),)
    yield f"{name} ends", (_packed(accumulate(map(len, lists))),)


def _packed(numbers: Iterable[int]) -> bytes:
    found = array("I", numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def _numbers(content: bytes) -> array[int]:
    found = array("I", content)
    if sys.byteorder == "big":
        found.byteswap()
    return found
