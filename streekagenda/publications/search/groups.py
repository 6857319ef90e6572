"""The sections of a site in groups, of which it is remembered what the index holds of all their entries together.

So of what stays little is read, and little is joined; the sections of a group are read where one of them is another one.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec import MsgspecError, Struct, msgpack

from streekagenda.publications.search.compounds import parts_of
from streekagenda.publications.search.index import Section
from streekagenda.publications.search.postings import File, Former
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
_GROUPS, _LAID, _SECTIONS = "groups of entries", "laid groups of entries", "sections of entries"


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


class _Known(Struct, frozen=True, array_like=True):
    """What is remembered of an index, beside what stands in each of its groups and sections."""

    groups: dict[bytes, _Group] = {}
    """In their order."""
    files: tuple[File, ...] = ()
    """Of words, in their order."""


class Groups:
    """The groups of a site in one language, of this build and of the last one."""

    def __init__(self, sources: Iterable[Source], blobs: Blobs, asked: bytes) -> None:
        """Take the entries in their order; ``asked`` says of which site and language they are."""
        self._blobs, self._asked = blobs, asked
        self._known = _read(blobs.recall(_GROUPS, asked), _Known) or _Known()
        self._before = self._known.groups
        self._groups: dict[bytes, _Group] = {}
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
        self._stood = list(self._before)
        self._same_pages = len(self._stood) == len(self._now)
        self._other_words = set[str]()

    def laid(self, postings_of: Callable[[Collection[str]], Postings]) -> Iterator[LaidGroup]:
        """Yield what the files of the site hold of each group.

        ``postings_of`` gives the postings of pages on which these words stand; it is asked once, for what is not known.
        """
        known: dict[int, Section] = {}
        for number, one in enumerate(self._now):
            if number not in self._open:
                found = self._recalled(one.key)
                if found is None:
                    self._open[number] = self._opened(one)
                else:
                    known[number] = found
        texts = [self._texts(number) for number in range(len(self._now))]
        parts = parts_of(set().union(*texts))
        for number in known:  # with other parts than before a group is another one
            one = self._now[number]
            if own_parts(parts, texts[number]) != self._before[one.key].parts:
                self._open[number] = self._opened(one)
        for sections in self._open.values():
            for section in sections:
                section.take(parts)
        new = [one for sections in self._open.values() for one in sections if not one.laid]
        postings = postings_of({text for one in new for text in one.searched()})
        for number, one in enumerate(self._now):
            if number in self._open:
                laid, numbers = _joined(self._open[number], postings)
                self._compare(number, laid.section)
                if one.key:
                    own = own_parts(parts, texts[number])
                    self._remember(one, self._open.pop(number), laid.section, own)
                    self._groups[one.key] = _Group(
                        name=one.name,
                        numbers=numbers,
                        texts=" ".join(sorted(texts[number])),
                        parts=own,
                        counts=laid.counts,
                    )
                yield laid
            else:
                self._same_pages = self._same_pages and self._stood[number] == one.key
                self._groups[one.key] = self._before[one.key]
                yield self._standing(one, known.pop(number), parts)

    def former(self) -> Former:
        """Return what is known of the files of words, when all groups are laid: all that, where pages have other numbers, is new."""
        # the last one might have gone on
        files = {one.first: one for one in self._known.files[:-1]} if self._same_pages else {}
        return Former(files, sorted(self._other_words))

    def remember(self, files: Iterable[File]) -> None:
        """Remember what is known now, with the files of words."""
        now = _Known(self._groups, tuple(files))
        if now != self._known:
            self._blobs.learn(_GROUPS, self._asked, msgpack.encode(now))

    def _compare(self, number: int, section: Section) -> None:
        """Take note of the words of which this group says anything else than the one that stood there before."""
        before = self._recalled(self._stood[number]) if self._same_pages else None
        if before is None or len(before.pages) != len(section.pages):
            self._same_pages = False
            return
        old, new = before.stretches, section.stretches
        self._other_words |= {word[0] for word in old.keys() | new.keys() if old.get(word) != new.get(word)}

    def _texts(self, number: int) -> set[str]:
        if number in self._open:
            return {text for one in self._open[number] for text in one.texts.split()}
        return set(self._before[self._now[number].key].texts.split())

    def _standing(self, one: _Cut, section: Section, parts: Parts) -> LaidGroup:
        """Return what is remembered of a group; of its sections nothing is read until one of their files is needed."""
        group, opened = self._before[one.key], list[Kept]()

        def fragments(number: int) -> Sequence[bytes]:
            if not opened:
                opened.extend(self._opened(one))
            opened[number].take(parts)
            return opened[number].fragments()

        numbers = enumerate(group.numbers)
        of_each = [Fragments(many, partial(fragments, at)) for at, many in numbers]
        return LaidGroup(section, group.counts, of_each)

    def _opened(self, one: _Cut) -> list[Kept]:
        """Return the sections of a group that is as it was."""
        before = self._remembered(one.name)
        return [before.get(key) or kept(some, {}) for key, some in one.sections]

    def _remembered(self, name: str) -> dict[bytes, Kept]:
        return _read(self._blobs.recall(_SECTIONS, self._of(name)), dict[bytes, Kept]) or {}

    def _recalled(self, key: bytes) -> Section | None:
        """Return all sections of a former group in one, where that is remembered."""
        group = self._before[key]
        found, begin = self._blobs.recall(_LAID, self._of(group.name)) or b"", _made_of(key, group.parts)
        with suppress(MsgspecError, ValueError, TypeError):
            return Section.unpacked(found.removeprefix(begin)) if found.startswith(begin) else None
        return None

    def _remember(self, one: _Cut, sections: Iterable[Kept], laid: Section, parts: Parts) -> None:
        found = {key: section for (key, _), section in zip(one.sections, sections, strict=True)}
        self._blobs.learn(_SECTIONS, self._of(one.name), msgpack.encode(found))
        self._blobs.learn(_LAID, self._of(one.name), _made_of(one.key, parts) + laid.packed())

    def _of(self, name: str) -> bytes:
        return b"%s\0%s" % (self._asked, name.encode())


def _made_of(key: bytes, parts: Parts) -> bytes:
    """Return a digest of what is said of a group: another build may have laid it since with other parts."""
    return blake2b(key + msgpack.encode(parts), digest_size=16).digest()


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


def _read(remembered: bytes | None, kind: type[Remembered]) -> Remembered | None:
    try:
        return msgpack.decode(remembered, type=kind) if remembered else None
    except (MsgspecError, ValueError):
        return None
