"""The entries of a site in sections, each of which is remembered with what the index holds of it.

A section ends where the name of an entry says so, and does not know where it stands among the others. So one event that
comes, goes or changes makes another section of its own alone; of those that stay not even the entries are made.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, json

from streekagenda.publications.search.compounds import with_parts
from streekagenda.publications.search.entry import Entry
from streekagenda.publications.search.index import Section, fragment
from streekagenda.publications.search.postings import words_of
from streekagenda.publications.search.spelling import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from streekagenda.publications.search.compounds import Parts
    from streekagenda.publications.search.entry import Source
    from streekagenda.publications.search.postings import Postings

MOST_ENTRIES, USUAL = 48, 32
"""Entries in a section: of fewer one is made sooner, of more all are joined sooner."""
_DIGEST = 16
"""Bytes."""
_LEVEL = 1
"""Of compression."""


class Laid(NamedTuple):
    """What the files of a site hold of a section."""

    section: Section
    counts: dict[str, int]
    """Its words, and in how many of its entries each stands."""
    fragments: Fragments


class Fragments:
    """What the files of the entries of a section hold, made when one of them is needed."""

    def __init__(self, number: int, make: Callable[[], Sequence[bytes]]) -> None:
        """Take how many there are, and how they are made."""
        self._number, self._make = number, make

    def __len__(self) -> int:
        """Return how many there are."""
        return self._number

    def __call__(self, number: int) -> bytes:
        """Return what one of them holds."""
        return self._made[number]

    @cached_property
    def _made(self) -> Sequence[bytes]:
        return self._make()


class Kept(Struct, kw_only=True, array_like=True):
    """A section as it is remembered."""

    made_of: bytes
    """A digest of each of its entries and of what that is made of, one after the other."""
    entries: bytes
    texts: str
    """All that stands between spaces in the content of its entries."""
    in_fields: str
    """The same of what they are found by beside it."""
    parts: dict[str, str]
    """The parts of these texts by which its entries are found too."""
    laid: bytes = b""
    counts: dict[str, int] = {}
    """Its words, and in how many of its entries each stands, where it is laid."""

    def take(self, parts: Parts) -> None:
        """Take the parts of compounds of the site; with other ones than before it is laid anew."""
        own = own_parts(parts, self.texts.split())
        if own != self.parts:
            self.parts, self.laid = own, b""

    def searched(self) -> Iterator[str]:
        """Yield all words by which its entries are found."""
        return iter(" ".join((self.texts, self.in_fields, *self.parts.values())).split())

    def lay(self, postings: Postings) -> Laid:
        entries = self._unpacked()
        fragments = list(map(fragment, entries))
        section, counts = Section.of(entries, fragments, postings), counted(entries)
        self.laid, self.counts = section.packed(), counts
        return Laid(section, counts, Fragments(len(fragments), lambda: fragments))

    def known(self) -> Laid:
        section = Section.unpacked(self.laid)
        return Laid(section, self.counts, Fragments(len(section.pages), self.fragments))

    def fragments(self) -> list[bytes]:
        """Return what the files of its entries hold."""
        return list(map(fragment, self._unpacked()))

    def _unpacked(self) -> list[Entry]:
        return [with_parts(one, self.parts) for one in self._whole()]

    def _whole(self) -> list[Entry]:
        return json.decode(zlib.decompress(self.entries), type=list[Entry])

    def by_digest(self) -> dict[bytes, Entry]:
        """Return its entries, each by the digest of what it is made of."""
        digests = [self.made_of[at : at + _DIGEST] for at in range(0, len(self.made_of), _DIGEST)]
        with suppress(TypeError, ValueError, zlib.error):
            return dict(zip(digests, self._whole(), strict=True))
        return {}


def own_parts(parts: Parts, texts: Iterable[str]) -> dict[str, str]:
    """Return the parts of compounds that stand among texts."""
    return {text: parts[text] for text in sorted(parts.keys() & texts)}


def key_of(sources: Sequence[Source]) -> bytes:
    """Return a digest of entries and of what they are made of; nothing where that is not known of all."""
    if not all(one.made_of for one in sources):
        return b""
    made_of = "\0".join([f"{one.name}\0{one.made_of}" for one in sources])
    return blake2b(made_of.encode(), digest_size=16).digest()


def _digest(source: Source) -> bytes:
    return blake2b(f"{source.name}\0{source.made_of}".encode(), digest_size=_DIGEST).digest()


def kept(sources: Sequence[Source], known: Mapping[bytes, Entry]) -> Kept:
    """Make a section anew; of its entries those that are not known."""
    digests = [_digest(one) if one.made_of else b"" for one in sources]
    entries = [known.get(digest) or one.make() for digest, one in zip(digests, sources, strict=True)]
    return Kept(
        made_of=b"".join(digests),
        entries=zlib.compress(json.encode(entries, enc_hook=str), _LEVEL),
        texts=_texts(one.content for one in entries),
        in_fields=_texts(text for one in entries for text in one.found_by.values()),
        parts={},
    )


def _texts(texts: Iterable[str]) -> str:
    return " ".join(sorted({word for text in texts for word in words_of(text)}))
