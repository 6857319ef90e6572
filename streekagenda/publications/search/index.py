"""The index that a browser searches: files in the form in which Pagefind writes and reads them.

Pagefind itself takes 23 kB of memory for each page, four times as much while it writes, and a second for a thousand; and
it makes all of it anew. So it only tells in which forms words are found, and the index is written here, section by
section. A test holds it against what Pagefind makes of the same entries. What the files hold decides how they are called.
"""

from __future__ import annotations

import gzip
from base64 import b32encode
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from itertools import accumulate, count, pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple, Self

from cbor2 import dumps
from msgspec import msgpack

from streekagenda.formats.json_text import json_bytes
from streekagenda.publications.search.forms import MAGIC
from streekagenda.publications.search.pagefind import stemmed_as
from streekagenda.publications.search.postings import Former, Stretch, Words, words_of
from streekagenda.recurrence.columns import numbers, packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.publications.search.entry import Entry
    from streekagenda.publications.search.postings import File, Postings, Stretches, Word

VERSION = "1.5.2"
"""Of Pagefind, the form of whose files this is; its script says so where they are of another one."""
FIRST = "pagefind-entry.json"
"""Of the files that which says where the others are."""
FIELDS = ("dates", "title", "when", "where")
"""Of what a result shows, what it can be found by too, in the order of their names."""
_INCLUDED = "_‿⁀⁔︳︴﹍﹎﹏＿"
"""Signs that are letters to Pagefind, unless it is told others."""
_LEVEL = 5
"""Of compression: at 6 it takes twice as long, for files of words that are a fiftieth smaller."""
_LETTERS = 10
"""Of a digest in a name, of five bits each: each reader gets the list of all pages, which is mostly names. With so many, one
region of 20,000 events in five million has two files that begin alike, and only there a name is not decided by content alone."""
_DIGEST = 20
"""Bytes of a digest: more letters than any name needs to be the only one."""

_NOTHING = Former({}, ())

Filters = dict[str, dict[str, list[int]]]


class Section(NamedTuple):
    """What an index holds of some entries that follow one another, wherever among its pages they stand."""

    pages: list[str]
    """Of each the digest of its file."""
    lengths: list[int]
    """How many words each has."""
    filters: Filters
    """For each value of each filter the pages that it is of."""
    stretches: Stretches

    @classmethod
    def of(cls, entries: Sequence[Entry], fragments: Sequence[bytes], postings: Postings) -> Self:
        """Return the section of entries, and of what the file of each holds; ``postings`` take their words."""
        pages, lengths = [], []
        filters: Filters = {}
        for page, (entry, content) in enumerate(zip(entries, fragments, strict=True)):
            words = words_of(entry.content)
            postings.add(page, words, [entry.found_by.get(field, "") for field in FIELDS])
            pages.append(_digest(content))
            lengths.append(len(words))
            for name, values in entry.filters.items():
                for value in values:
                    filters.setdefault(name, {}).setdefault(value, []).append(page)
        return cls(pages, lengths, filters, postings.taken())

    @classmethod
    def joined(cls, sections: Iterable[Self]) -> Self:
        """Return sections that follow one another as one."""
        pages: list[str] = []
        lengths: list[int] = []
        filters: Filters = {}
        words = Words()
        for one in sections:
            _add(filters, len(pages), one.filters)
            words.add(len(pages), one.stretches)
            pages += one.pages
            lengths += one.lengths
        return cls(pages, lengths, filters, words.stretches())

    def packed(self) -> bytes:
        """Return it as it is kept: not compressed, which would take longer than to read it."""
        # in no word is the end of a line
        texts = ["\n".join([word[place] for word in self.stretches]) for place in (0, 1)]
        *columns, contents = zip(*self.stretches.values(), strict=True) if self.stretches else ((),) * 5
        kept = texts, [*map(packed, columns), packed(accumulate(map(len, contents)))], b"".join(contents)
        return msgpack.encode([self.pages, self.lengths, self.filters, kept])

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """Return what was packed."""
        pages, lengths, filters, (texts, columns, contents) = msgpack.decode(content)
        words = zip(*[text.split("\n") for text in texts], strict=True) if columns[0] else ()
        return cls(pages, lengths, filters, _Kept(words, list(map(numbers, columns)), contents))


class _Kept(Mapping["Word", "Stretch"]):
    """Stretches as they are kept: each is made where it is asked for."""

    def __init__(self, words: Iterable[Word], columns: Sequence[Sequence[int]], contents: bytes) -> None:
        self._places = {word: at for at, word in enumerate(words)}
        self._columns, self._contents = columns, contents

    def __getitem__(self, word: Word) -> Stretch:
        at = self._places[word]
        number, places, first, last, end = [one[at] for one in self._columns]
        return Stretch(number, places, first, last, self._contents[self._columns[-1][at - 1] if at else 0 : end])

    def __iter__(self) -> Iterator[Word]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Index:
    """The files of an index, whose sections come in one by one."""

    def __init__(self, language: str) -> None:
        """Begin."""
        self._language = stemmed_as(language)
        self._words = Words()
        self._pages: list[tuple[str, int]] = []
        self._names: set[str] = set()
        self._filters: Filters = {}
        self.of_words: list[File] = []
        """Its files of words, when these were asked for."""

    def add(self, section: Section) -> list[str]:
        """Take a section; return the names of the files of its entries."""
        start = len(self._pages)
        _add(self._filters, start, section.filters)
        self._words.add(start, section.stretches)
        names = [digest[:_LETTERS] for digest in section.pages]
        if self._names.isdisjoint(names) and len(set(names)) == len(names):
            self._names.update(names)
        else:
            names = list(map(self._named, section.pages))
        self._pages += zip(names, section.lengths, strict=True)
        return [f"fragment/{name}.pf_fragment" for name in names]

    def files(self, former: Former = _NOTHING) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Yield the names of the other files and what gives their contents, when all entries came in."""
        chunks, filters = [], []
        for file, make in self._words.files(former):
            known = file if file.digest else file._replace(digest=_digest(make()))
            self.of_words.append(known)
            chunks.append([known.first, known.last, digest := self._named(known.digest)])
            yield f"index/{digest}.pf_index", make
        for name, values in sorted(self._filters.items()):
            content = dumps([name, sorted(values.items())])
            filters.append([name, digest := self._named(_digest(content))])
            yield f"filter/{digest}.pf_filter", partial(bytes, content)
        content = dumps([VERSION, self._pages, _shortened(chunks), filters, [], FIELDS])
        digest = self._named(_digest(content))
        yield f"pagefind.{digest}.pf_meta", partial(bytes, content)
        spoken: JsonObject = {"hash": digest, "page_count": len(self._pages), "wasm": self._language}
        yield (
            FIRST,
            partial(
                json_bytes,
                {"include_characters": list(_INCLUDED), "languages": {self._language: spoken}, "version": VERSION},
            ),
        )

    def _named(self, digest: str) -> str:
        """Return a name that a digest decides, and which no other file has."""
        name = next(name for length in count(_LETTERS) if (name := digest[:length]) not in self._names)
        self._names.add(name)
        return name


def fragment(entry: Entry) -> bytes:
    """Return what the file of an entry holds, which is read for a result that is shown."""
    words = words_of(entry.content)
    return json_bytes(
        {
            "url": entry.path,
            "content": " ".join(words),
            "word_count": len(words),
            "filters": {name: values for name, values in sorted(entry.filters.items()) if values},
            "meta": dict(entry.meta),
            "anchors": (),
        }
    )


def published(name: str, content: bytes) -> bytes:
    """Return a file as it is published: compressed, which hosts seldom do with what they do not know, but for the first one."""
    return content if name == FIRST else gzip.compress(MAGIC + content, _LEVEL, mtime=0)


def _add(filters: Filters, start: int, section: Filters) -> None:
    """Take the filters of a section to those of what stands before it."""
    for name, values in section.items():
        found = filters.setdefault(name, {})
        for value, own in values.items():
            found.setdefault(value, []).extend([start + page for page in own])


def _digest(content: bytes) -> str:
    return b32encode(sha256(content).digest()[:_DIGEST]).decode("ascii").lower()


def _shortened(chunks: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the first and last word of each file with no more letters than tell it from its neighbours."""
    found = [list(one) for one in chunks]
    for one, other in pairwise(found):
        last, first = one[1], other[0]
        common = sum(1 for _ in takewhile(_alike, zip(last, first, strict=False)))
        if last[: common + 1] >= one[0]:
            one[1] = last[: common + 1]
        other[0] = first[: common + 1]
    return found


def _alike(letters: tuple[str, str]) -> bool:
    return letters[0] == letters[1]
