"""Which feeds there are, and which entries each of them holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cache, cached_property
from itertools import chain, product
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.selection import Selection
from streekagenda.publications.editions.listings import subjects
from streekagenda.publications.editions.once import once
from streekagenda.publications.feeds.entries import Entries
from streekagenda.publications.feeds.facets import KINDS, PAIRS
from streekagenda.publications.feeds.parts import in_parts
from streekagenda.recurrence.questions import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from streekagenda.publications.feeds.entries import FeedEntry
    from streekagenda.publications.feeds.facets import Facets
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words


class Feed(Struct, frozen=True, kw_only=True):
    """One feed of a selection. There are thousands, of which few are made again: what they are called is said when it is asked."""

    site: Site
    facets: Facets

    @property
    def name(self) -> str:
        """What no other feed of its form is called."""
        return " ".join([f"{kind} {one}" for kind, one in self.facets])

    @property
    def selection(self) -> Selection:
        """What it holds."""
        return Selection(**dict(self.facets))

    @property
    def title(self) -> str:
        """For people."""
        title = self._words.text(self.site.region.title).text
        names = _names(self.site) if self.facets else {}
        return f"{', '.join(names[facet] for facet in self.facets)} – {title}" if self.facets else title

    @property
    def page(self) -> str:
        """Path of the page for people."""
        addresses, language = self.site.addresses, self._words.language
        return (
            addresses.page(self.facets[0][0], language, self.facets[0][1]) if self.facets else addresses.home(language)
        )

    @property
    def _words(self) -> Words:
        return self.site.words[self.site.region.language]


def feeds_of(site: Site) -> Iterator[Feed]:
    """Yield the feeds that are there whatever they hold: that of everything, those of one thing."""
    yield Feed(site=site, facets=())
    for facet in _names(site):
        yield Feed(site=site, facets=(facet,))


def _of_pairs(site: Site, held: Held) -> Iterator[Feed]:
    """Yield the feeds of two things together that hold anything."""
    changed = may_hold_others(site)
    for first, second in PAIRS:
        for facets in product(*([facet for facet in _names(site) if facet[0] == kind] for kind in (first, second))):
            is_there = (
                held.of(facets)
                if site.former is None or facets in changed
                else site.addresses.feed_of(facets) in site.former.paths
            )
            if is_there:
                yield Feed(site=site, facets=facets)


@once
def _names(site: Site) -> Mapping[tuple[str, str], str]:
    """Return what each thing is called by which a feed can select."""
    words = site.words[site.region.language]
    return {
        (kind, one.subject.id): one.title(words)
        for kind in KINDS
        for one in subjects(site, kind)
        if one.subject is not None and one.subject.id is not None
    }


class Held:
    """What each feed holds, without what faded from the lists; who asks notes so himself."""

    def __init__(self, site: Site) -> None:
        self._site = site
        # of few that changed what was written before processes divided is at hand; of all it would stay in memory
        self.entries = _of_changed(site) if site.former else _entries(site)
        self._found: dict[frozenset[Facets], Mapping[Facets, Sequence[FeedEntry]]] = {}
        self._parts: dict[Facets, tuple[tuple[FeedEntry, ...], ...]] = {}

    @cached_property
    def feeds(self) -> tuple[Feed, ...]:
        """All feeds: those that are there whatever they hold, and of two things together those that hold anything."""
        return (*feeds_of(self._site), *_of_pairs(self._site, self))

    def of(self, facets: Facets) -> Sequence[FeedEntry]:
        """Return what a feed holds."""
        if self._site.former is None:
            return self._all.get(facets, ())
        changed = may_hold_others(self._site)
        wanted = changed if facets in changed else frozenset({facets})
        found = self._found.get(wanted)
        if found is None:
            found = self._found[wanted] = self._of_some(wanted)
        return found.get(facets, ())

    def parts(self, facets: Facets) -> tuple[tuple[FeedEntry, ...], ...]:
        """Return what a feed holds as its parts: at least one; more where one calendar would be too large."""
        found = self._parts.get(facets)
        if found is None:
            found = self._parts[facets] = in_parts(self.of(facets), self._site.today)
        return found

    def parts_before(self, facets: Facets) -> tuple[tuple[FeedEntry, ...], ...]:
        """Return the parts of a feed as they were in the former site; none where that takes a look at all of it."""
        former, place = self._site.former, self.entries.place
        if former is None or not place.keys() >= former.changed:  # nobody knows where one stood that went
            return ()
        held = list(self.of(facets))
        for event in former.changed:
            first, end = (
                find(held, place[event], key=lambda one: place[one.event]) for find in (bisect_left, bisect_right)
            )
            held[first:end] = [one for one in self.entries.remarked(event) if facets in one.facets()]
        return in_parts(held, self._site.today)

    @cached_property
    def _all(self) -> Mapping[Facets, Sequence[FeedEntry]]:
        """What each feed holds."""
        found: defaultdict[Facets, list[FeedEntry]] = defaultdict(list)
        for entry in self.entries:
            for facets in entry.facets():
                found[facets].append(entry)
        return found

    def _of_some(self, wanted: frozenset[Facets]) -> Mapping[Facets, Sequence[FeedEntry]]:
        """Return what some feeds hold."""
        words = {facets: frozenset(as_text(facets).splitlines()) for facets in wanted}
        of_any = frozenset(chain.from_iterable(words.values()))
        found: dict[Facets, list[FeedEntry]] = {facets: [] for facets in wanted}

        @cache
        def holding(chosen: frozenset[str]) -> list[Facets]:
            return [facets for facets, own in words.items() if chosen >= own]

        for entry in self.entries:
            each = [holding(of_any.intersection(one.splitlines())) for one in entry.chosen]
            for facets in each[0] if len(each) == 1 else set().union(*each):
                found[facets].append(entry)
        return found


def _entries(site: Site) -> Entries:
    """Return the entries of each event; who asks notes so himself."""
    with site.index.asked.during():
        return Entries(site)


_of_changed = once(_entries)
"""The same, which the site keeps."""


@once
def may_hold_others(site: Site) -> frozenset[Facets]:
    """Return what the feeds select by that may hold others than in the former site; who asks notes so himself."""
    if site.former is None:
        return frozenset()
    entries = _of_changed(site)
    return frozenset(
        facets
        for event in site.former.changed
        for entry in (*entries.remarked(event), *entries.of(event))
        for facets in entry.facets()
    )
