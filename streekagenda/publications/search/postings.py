"""Where each word stands: the files of an index in which the browser looks a word up, as Pagefind writes them.

A file holds some words in the order of their letters, and of each the pages on which it stands, as CBOR (RFC 8949):
``[[[word, pages, [[with accents, pages], …]], …]]``, of which ``pages`` are ``[[page, places, places in fields], …]``.
Numbers of pages and places stand as steps from the one before; a number below zero among places says the weight, or the
field, of those that follow. Nothing of it is kept but its bytes: it is written while pages come in.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache, partial
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

from cbor2 import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from streekagenda.publications.search.forms import Forms

    Keys = Mapping[str, tuple[int, ...]]

LARGEST = 20_000
"""Places in a file, which ends with the word that reaches them: Pagefind's own measure."""
_SHIFT, _WEIGHT = 8, 255
"""A form is kept as its number, and in the last bits its weight."""
_EMPTY_ARRAY, _ARRAY_OF_TWO, _ARRAY_OF_THREE = b"\x80", b"\x82", b"\x83"


class Stretch(NamedTuple):
    """The pages of some that follow one another on which one form of a word stands, as they are written."""

    stem: str
    accents: str
    number: int
    places: int
    first: int
    """The number of the first of these pages among them all."""
    last: int
    content: bytes
    """After the step to the first page."""


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

    def taken(self) -> list[Stretch]:
        """Return what came in, and begin again."""
        pages, self._pages = self._pages, defaultdict(_Pages)
        return [
            Stretch(*self._stems[number], one.number, one.places, one.first, one.last, bytes(one.written))
            for number, one in sorted(pages.items())
        ]


class Words:
    """The words of all pages, of which stretches come in one by one."""

    def __init__(self) -> None:
        """Begin."""
        self._pages: dict[tuple[str, str], _Joined] = defaultdict(_Joined)

    def add(self, start: int, stretches: Iterable[Stretch]) -> None:
        """Take the stretches of some pages, and the number of the first of these pages."""
        pages = self._pages
        for stem, accents, number, places, first, last, content in stretches:
            joined = pages[stem, accents]
            if not joined.number:
                joined.first = start + first
            joined.written += _ARRAY_OF_THREE + _NUMBERS[start + first - joined.last], content
            joined.number += number
            joined.places += places
            joined.last = start + last

    def stretches(self) -> list[Stretch]:
        """Return all that came in as stretches of one piece."""
        return [one.stretch(stem, accents) for (stem, accents), one in sorted(self._pages.items())]

    def files(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield files: the first and the last word of each, and its content."""
        words: list[tuple[str, bytes]] = []
        places = 0
        for stem, size, content in self._by_stem():
            words.append((stem, content))
            places += size
            if places >= LARGEST:
                yield _file(words)
                words, places = [], 0
        if words:
            yield _file(words)

    def _by_stem(self) -> Iterator[tuple[str, int, bytes]]:
        """Yield each word, how many places it has, and what a file says of it."""
        variants: dict[str, list[tuple[str, _Joined]]] = {}
        for (stem, accents), pages in sorted(self._pages.items()):
            variants.setdefault(stem, []).append((accents, pages))
        for stem, found in variants.items():
            plain = found.pop(0)[1] if not found[0][0] else _Joined()
            others = b"".join(_ARRAY_OF_TWO + dumps(accents) + pages.content for accents, pages in found)
            content = _ARRAY_OF_THREE + dumps(stem) + plain.content + _array(len(found)) + others
            yield stem, plain.places + sum(pages.places + 1 for _, pages in found), content


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


class _Joined:
    """The pages of all stretches of a word."""

    __slots__ = ("first", "last", "number", "places", "written")

    def __init__(self) -> None:
        self.number = self.places = self.first = self.last = 0
        self.written: list[bytes] = []
        """Of each stretch the step to its first page, and its content."""

    def stretch(self, stem: str, accents: str) -> Stretch:
        content = b"".join(self.written[1:])
        return Stretch(stem, accents, self.number, self.places, self.first, self.last, content)

    @property
    def content(self) -> bytes:
        return b"".join((_array(self.number), *self.written))


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


def _file(words: Sequence[tuple[str, bytes]]) -> tuple[str, str, bytes]:
    content = b"\x81" + _array(len(words)) + b"".join(content for _, content in words)
    return words[0][0], words[-1][0], content
