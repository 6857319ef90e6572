"""Where each word stands: the files of an index in which the browser looks a word up, as Pagefind writes them.

A file holds some words in the order of their letters, and of each the pages on which it stands, as CBOR (RFC 8949):
``[[[word, pages, [[with accents, pages], …]], …]]``, of which ``pages`` are ``[[page, places, places in fields], …]``.
Numbers of pages and places stand as steps from the one before; a number below zero among places says the weight, or the
field, of those that follow. Nothing of it is kept but its bytes: it is written while pages come in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter, sub
from typing import TYPE_CHECKING, NamedTuple

from cbor2 import dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from streekagenda.publications.search.forms import Forms

    Keys = Mapping[str, tuple[int, ...]]
    Word = tuple[str, str]
    """A stem, and the form with its accents where that is another one."""
    Stretches = Mapping[Word, "Stretch"]
    """Of some pages that follow one another what is written of each word."""

LARGEST = 20_000
"""Places in a file, which ends with the word that reaches them: Pagefind's own measure."""
_SHIFT, _WEIGHT = 8, 255
"""A form is kept as its number, and in the last bits its weight."""
_EMPTY_ARRAY, _ARRAY_OF_TWO, _ARRAY_OF_THREE = b"\x80", b"\x82", b"\x83"


class Stretch(NamedTuple):
    """The pages of some that follow one another on which one form of a word stands, as they are written."""

    number: int
    places: int
    first: int
    """The number of the first of these pages among them all."""
    last: int
    content: bytes
    """After the step to the first page."""


class File(NamedTuple):
    """A file of words, as it was published."""

    first: str
    last: str
    digest: str


class Former(NamedTuple):
    """What is known of an index of the same pages, but for some words."""

    files: Mapping[str, File]
    """Of words, each by its first one."""
    changed: Sequence[str]
    """The stems of which anything else is said now, in order."""


class Postings:
    """The words of pages that follow one another, which come in by their numbers."""

    def __init__(self, forms: Forms) -> None:
        """Take the forms of each word that stands on a page."""
        stems = {(form.stem, form.accents): 0 for found in forms.values() for form in found}
        numbers = {word: number for number, word in enumerate(sorted(stems))}
        self._stems = list(numbers)
        self._pages: dict[int, _Pages] = defaultdict(_Pages)
        self._keys = {
            word: tuple(numbers[form.stem, form.accents] << _SHIFT | form.weight for form in found)
            for word, found in forms.items()
        }
        # not a method: all of it would wait for the collector of circles
        self._in_field = lru_cache(maxsize=1_000)(partial(_places_in_field, self._keys))

    def add(self, page: int, content: Iterable[str], fields: Sequence[str]) -> None:
        """Take a page with the words that it is found by, and the text of its fields."""
        keys = self._keys
        found: dict[int, list[int]] = defaultdict(list)
        for place, word in enumerate(content):
            for key in keys[word]:
                found[key].append(place)
        in_content: dict[int, tuple[int, ...]] = {}
        for key in sorted(found):
            number, places, weight = key >> _SHIFT, found[key], -1 - (key & _WEIGHT)
            steps = (weight, places[0]) if len(places) == 1 else (weight, *_steps(places))
            in_content[number] = in_content[number] + steps if number in in_content else steps
        in_fields: dict[int, tuple[int, ...]] = {}
        for field, text in enumerate(fields):
            for number, steps in self._in_field(field, text):
                in_fields[number] = in_fields[number] + steps if number in in_fields else steps
        pages = self._pages
        for number, steps in in_content.items():
            pages[number].add(page, steps, in_fields.pop(number, ()))
        for number, steps in in_fields.items():
            pages[number].add(page, (), steps)

    def taken(self) -> dict[Word, Stretch]:
        """Return what came in, and begin again."""
        pages, self._pages = self._pages, defaultdict(_Pages)
        return {
            self._stems[number]: Stretch(one.number, one.places, one.first, one.last, bytes(one.written))
            for number, one in sorted(pages.items())
        }


class Words:
    """The words of all pages, of which stretches come in one by one; they are joined where that is asked for."""

    def __init__(self) -> None:
        """Begin."""
        self._words: dict[Word, list[tuple[int, Stretches]]] = defaultdict(list)
        """Where each stands: the number of the first page, and what is written of these pages."""

    def add(self, start: int, stretches: Stretches) -> None:
        """Take the stretches of some pages, and the number of the first of these pages."""
        some = start, stretches
        for word in stretches:
            self._words[word].append(some)

    def stretches(self) -> dict[Word, Stretch]:
        """Return all that came in as stretches of one piece."""
        return {word: self._joined(word) for word in sorted(self._words)}

    def files(self, former: Former) -> Iterator[tuple[File, Callable[[], bytes]]]:
        """Yield files, and what gives the content of each; of one that is known that is only joined where it is asked for."""
        stems = [(stem, list(words)) for stem, words in groupby(sorted(self._words), key=itemgetter(0))]
        ends = {stem: at for at, (stem, _) in enumerate(stems, 1)}
        begin = 0
        while begin < len(stems):
            file = former.files.get(stems[begin][0])
            if file and bisect_left(former.changed, file.first) == bisect_right(former.changed, file.last):
                end = ends[file.last]
                yield file, partial(self._content, stems[begin:end])
            else:
                end, places, written = begin, 0, list[bytes]()
                while end < len(stems) and places < LARGEST:
                    size, content = self._said(*stems[end])
                    written.append(content)
                    places += size
                    end += 1
                yield File(stems[begin][0], stems[end - 1][0], ""), partial(_content_of, written)
            begin = end

    def _content(self, stems: Iterable[tuple[str, Sequence[Word]]]) -> bytes:
        return _content_of([self._said(stem, words)[1] for stem, words in stems])

    def _said(self, stem: str, words: Sequence[Word]) -> tuple[int, bytes]:
        """Return how many places a word has, and what a file says of it."""
        pages = [(accents, self._joined((stem, accents))) for _, accents in words]
        plain = pages.pop(0)[1] if not pages[0][0] else Stretch(0, 0, 0, 0, b"")
        others = b"".join(_ARRAY_OF_TWO + dumps(accents) + _pages_of(one) for accents, one in pages)
        content = _ARRAY_OF_THREE + dumps(stem) + _pages_of(plain) + _array(len(pages)) + others
        return plain.places + sum(one.places + 1 for _, one in pages), content

    def _joined(self, word: Word) -> Stretch:
        (start, some), *others = self._words[word]
        number, places, first, last, content = some[word]
        first, last, written = start + first, start + last, [content]
        for start, some in others:
            more, more_places, next_first, next_last, content = some[word]
            written += _ARRAY_OF_THREE + _NUMBERS[start + next_first - last], content
            number, places, last = number + more, places + more_places, start + next_last
        return Stretch(number, places, first, last, b"".join(written))


def _places_in_field(keys: Keys, field: int, text: str) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return where each form stands in a field; many pages have the same in a field."""
    found: dict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(words_of(text)):
        for key in keys[word]:
            found[key >> _SHIFT].append(place)
    return tuple((number, (-1 - field, *_steps(places))) for number, places in found.items())


class _Pages:
    """The pages of one stretch."""

    __slots__ = ("first", "last", "number", "places", "written")

    def __init__(self) -> None:
        self.number = self.places = self.first = self.last = 0
        self.written = bytearray()

    def add(self, page: int, places: tuple[int, ...], in_fields: tuple[int, ...]) -> None:
        written = self.written
        if self.number:
            written += _ARRAY_OF_THREE + _NUMBERS[page - self.last]
        else:
            self.first = page
        written += _numbers(places)
        written += _numbers(in_fields) if in_fields else _EMPTY_ARRAY
        self.last = page
        self.number += 1
        self.places += 1 + len(places) + len(in_fields)


def words_of(text: str) -> list[str]:
    """Return the words of a text, by which it is found, as they stand between spaces."""
    return text.replace("\u200b", "").split()


class _Numbers(dict[int, bytes]):
    """Numbers in CBOR, each written once."""

    def __missing__(self, number: int) -> bytes:
        self[number] = written = dumps(number)
        return written


_NUMBERS = _Numbers()


def _array(length: int) -> bytes:
    """Return the head of an array: that of a number, of another type."""
    first, *rest = _NUMBERS[length]
    return bytes((first | 0x80, *rest))


@lru_cache(maxsize=10_000)
def _numbers(numbers: tuple[int, ...]) -> bytes:
    """Return an array of numbers; most words stand once on a page, so that many are alike."""
    return _array(len(numbers)) + b"".join([_NUMBERS[one] for one in numbers])


def _steps(places: list[int]) -> list[int]:
    return [places[0], *map(sub, places[1:], places)]


def _pages_of(one: Stretch) -> bytes:
    """Return the pages of a word that begin with the first of all."""
    return _array(one.number) + (_ARRAY_OF_THREE + _NUMBERS[one.first] + one.content if one.number else b"")


def _content_of(words: Sequence[bytes]) -> bytes:
    return b"\x81" + _array(len(words)) + b"".join(words)
