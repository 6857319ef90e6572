"""The sections of a site in groups, of which it is remembered what the index holds of all their entries together.

So of what stays little is read, and little is joined; the sections of a group are read where one of them is another one.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec import MsgspecError, Struct, msgpack

from streekagenda.publications.search.compounds import parts_of
from streekagenda.publications.search.index import Section
from streekagenda.publications.search.sections import MOST_ENTRIES, USUAL, Fragments, Kept, kept, key_of, own_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from streekagenda.publications.search.compounds import Parts
    from streekagenda.publications.search.entry import Entry, Source
    from streekagenda.publications.search.postings import Postings
    from streekagenda.store.blobs import Blobs

Remembered = TypeVar("Remembered")

MOST = 16
"""Sections in a group: of fewer one is made sooner, of more all are joined sooner."""
_ENDS, _ENDS_OF_GROUPS = ((0x10000 // entries).to_bytes(2, "big") for entries in (USUAL, USUAL * 3 * MOST))
"""Below these a digest says that a section, or a group, ends: wherever some come or go, the next ones soon are as before."""
_GROUPS, _SECTIONS = "groups of entries", "sections of entries"


class LaidGroup(NamedTuple):
    """What the files of a site hold of a group."""

    section: Section
    """All its sections in one."""
    counts: dict[str, int]
    """Its words, and in how many of its entries each stands."""
    fragments: Sequence[Fragments]
    """Of each of its sections."""


class _Cut(NamedTuple):
    """A group as it is now."""

    name: str
    """Of its last entry."""
    key: bytes
    """A digest of its entries and of what they are made of; nothing where that is not known of all."""
    sections: Sequence[tuple[bytes, Sequence[Source]]]


class _Group(Struct, frozen=True, kw_only=True, array_like=True):
    """A group as it is remembered, without its sections."""

    name: str
    numbers: list[int]
    """How many entries each section has."""
    texts: str
    """All that stands between spaces in the content of its entries."""
    parts: dict[str, str]
    """The parts of these texts by which its entries are found too."""
    counts: dict[str, int]
    laid: bytes


class Groups:
    """The groups of a site in one language, of this build and of the last one."""

    def __init__(self, sources: Iterable[Source], blobs: Blobs, asked: bytes) -> None:
        """Take the entries in their order; ``asked`` says of which site and language they are."""
        self._blobs, self._asked = blobs, asked
        self._before = _read(blobs.recall(_GROUPS, asked), dict[bytes, _Group])
        self._now = list(_cut(sources))
        new = [number for number, one in enumerate(self._now) if one.key not in self._before]
        gone = self._before.keys() - {one.key for one in self._now}
        before = {key: one for group in gone for key, one in self._remembered(self._before[group].name).items()}
        entries = _entries(before, {key for number in new for key, _ in self._now[number].sections})
        self._open = {
            number: [before.get(key) or kept(some, entries) for key, some in self._now[number].sections]
            for number in new
        }
        """The sections of groups that are other ones than before, by their numbers."""

    def laid(self, postings_of: Callable[[Collection[str]], Postings]) -> Iterator[LaidGroup]:
        """Yield what the files of the site hold of each group, and remember all of them at the end.

        ``postings_of`` gives the postings of pages on which these words stand; it is asked once, for what is not known.
        """
        texts = [self._texts(number) for number in range(len(self._now))]
        parts = parts_of(set().union(*texts))
        for number, one in enumerate(self._now):  # with other parts than before a group is another one
            if number not in self._open and own_parts(parts, texts[number]) != self._before[one.key].parts:
                self._open[number] = self._opened(one)
        for sections in self._open.values():
            for section in sections:
                section.take(parts)
        new = [one for sections in self._open.values() for one in sections if not one.laid]
        postings = postings_of({text for one in new for text in one.searched()})
        groups: dict[bytes, _Group] = {}
        for number, one in enumerate(self._now):
            if number in self._open:
                laid, numbers = _joined(self._open[number], postings)
                if one.key:
                    self._remember(one, self._open.pop(number))
                    groups[one.key] = _Group(
                        name=one.name,
                        numbers=numbers,
                        texts=" ".join(sorted(texts[number])),
                        parts=own_parts(parts, texts[number]),
                        counts=laid.counts,
                        laid=laid.section.packed(),
                    )
                yield laid
            else:
                groups[one.key] = self._before[one.key]
                yield self._known(one, parts)
        if groups != self._before:
            self._blobs.learn(_GROUPS, self._asked, msgpack.encode(groups))

    def _texts(self, number: int) -> set[str]:
        if number in self._open:
            return {text for one in self._open[number] for text in one.texts.split()}
        return set(self._before[self._now[number].key].texts.split())

    def _known(self, one: _Cut, parts: Parts) -> LaidGroup:
        """Return what is remembered of a group; of its sections nothing is read until one of their files is needed."""
        group, opened = self._before[one.key], list[Kept]()

        def fragments(number: int) -> Sequence[bytes]:
            if not opened:
                opened.extend(self._opened(one))
            opened[number].take(parts)
            return opened[number].fragments()

        numbers = enumerate(group.numbers)
        of_each = [Fragments(many, partial(fragments, at)) for at, many in numbers]
        return LaidGroup(Section.unpacked(group.laid), group.counts, of_each)

    def _opened(self, one: _Cut) -> list[Kept]:
        """Return the sections of a group that is as it was."""
        before = self._remembered(one.name)
        return [before.get(key) or kept(some, {}) for key, some in one.sections]

    def _remembered(self, name: str) -> dict[bytes, Kept]:
        return _read(self._blobs.recall(_SECTIONS, self._of(name)), dict[bytes, Kept])

    def _remember(self, one: _Cut, sections: Iterable[Kept]) -> None:
        found = {key: section for (key, _), section in zip(one.sections, sections, strict=True)}
        self._blobs.learn(_SECTIONS, self._of(one.name), msgpack.encode(found))

    def _of(self, name: str) -> bytes:
        return b"%s\0%s" % (self._asked, name.encode())


def _joined(sections: Sequence[Kept], postings: Postings) -> tuple[LaidGroup, list[int]]:
    """Return what the files of a site hold of some sections, and how many entries each of these has."""
    laid = [one.known() if one.laid else one.lay(postings) for one in sections]
    counts = Counter[str]()
    for one in laid:
        counts.update(one.counts)
    section = Section.joined([one.section for one in laid])
    fragments = [one.fragments for one in laid]
    return LaidGroup(section, dict(counts), fragments), list(map(len, fragments))


def _entries(sections: Mapping[bytes, Kept], without: Collection[bytes]) -> dict[bytes, Entry]:
    """Return the entries of sections, but of some, by the digest of what each is made of."""
    gone = (one for key, one in sections.items() if key not in without)
    return {digest: entry for one in gone for digest, entry in one.by_digest().items()}


def _cut(sources: Iterable[Source]) -> Iterator[_Cut]:
    """Yield entries in groups of sections; the name of an entry says whether it is the last one of these."""
    sections: list[tuple[bytes, Sequence[Source]]] = []
    some: list[Source] = []
    for one in sources:
        some.append(one)
        place = blake2b(one.name.encode(), digest_size=2).digest()
        if len(some) == MOST_ENTRIES or place < _ENDS:
            sections.append((key_of(some), some))
            some = []
            if len(sections) == MOST or place < _ENDS_OF_GROUPS:
                yield _group(sections)
                sections = []
    if some:
        sections.append((key_of(some), some))
    if sections:
        yield _group(sections)


def _group(sections: Sequence[tuple[bytes, Sequence[Source]]]) -> _Cut:
    keys = [key for key, _ in sections]
    key = blake2b(b"".join(keys), digest_size=16).digest() if all(keys) else b""
    return _Cut(sections[-1][1][-1].name, key, sections)


def _read(remembered: bytes | None, kind: type[dict[bytes, Remembered]]) -> dict[bytes, Remembered]:
    try:
        return msgpack.decode(remembered, type=kind) if remembered else {}
    except (MsgspecError, ValueError):
        return {}
