"""What a build need not make again when only events changed: the files behind which no question has another answer.

After a build it is remembered what was asked while each file was made (:mod:`streekagenda.recurrence.asked`), where the
dates of each event are found, and how the site stands. The next build compares. Where anything but files of events
changed, or the moment is another one, everything is made again. The guard is ``tests/test_remade.py``, which makes random
changes and compares with clean builds, byte for byte.
"""

from __future__ import annotations

from collections.abc import Collection, ItemsView, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from streekagenda import output, unchanged
from streekagenda.output import Stood, spelled
from streekagenda.publications import feeds
from streekagenda.publications.editions.once import WORDS, still_told
from streekagenda.publications.former import Former
from streekagenda.publications.noted import NOTHING_STAYS, Staying
from streekagenda.recurrence.asked import HELD, IN_FEED, LISTED, OF, REMARKED, TOLD, digest_of
from streekagenda.recurrence.footprints import Touched, footprint
from streekagenda.remade.kept import Events, Footprints, Known, recall, remember

if TYPE_CHECKING:
    from datetime import datetime

    from streekagenda.builds import Settings
    from streekagenda.content.calendar import Validated
    from streekagenda.model.event import Event, History
    from streekagenda.preparing import Before
    from streekagenda.publications.noted import Made
    from streekagenda.publications.site import Site
    from streekagenda.publications.written import Written
    from streekagenda.recurrence.asked import Question
    from streekagenda.unchanged import Looking, Seen

__all__ = [
    "Events",
    "Footprints",
    "Known",
    "OtherSite",
    "events_of",
    "known_of",
    "listings",
    "prints_of",
    "recall",
    "remember",
    "staying",
    "stood",
    "with_former",
    "wordless_before",
]


class OtherSite(Exception):
    """The site is not as the last build left it, or what it is made of not as it was seen."""


def prints_of(site: Site, validated: Validated, seen: Seen, before: Before | None) -> dict[str, str]:
    """Return a digest of what each event of a site was made of, by its id; of those that stand there from ``before`` it is known."""
    was = before.prepared.validated.calendar if before and before.prints else None
    kept = set(map(id, was.events)) if was else set[int]()
    known = before.prints if before else {}
    built = validated.built.by_path.values() if validated.built else ()
    made_of = {id(one.event): one.paths for one in built if id(one.event) not in kept}
    said: dict[History, str] = {}  # of thousands the same

    def print_of(event: Event) -> str:
        paths = made_of[id(event)]
        history = said.get(event.history) or said.setdefault(event.history, repr(event.history))
        of = f"{paths}{[*map(seen.events.get, paths)]}{history}"
        return blake2b(of.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()

    return {event.id: known[event.id] if id(event) in kept else print_of(event) for event in site.calendar.events}


def wordless_before(before: Before, prints: Mapping[str, str]) -> dict[str, str]:
    """Return digests of the events from ``before`` that are other ones now, but for their words, by those of what they were made of."""
    was = before.prepared.validated.calendar
    other = dict(before.prints.items() - prints.items())
    return {other[event.id]: _wordless(event) for event in (was.events if was else ()) if event.id in other}


def _wordless(event: Event) -> str:
    return digest_of(replace(event, **WORDS))


def events_of(site: Site, prints: Mapping[str, str], last: Known | None) -> Events:
    """Return the events of a site; of those that are as they were what was known of them."""
    if last is None:
        return Events(
            prints=prints,
            footprints=Footprints({event.id: footprint(site.index, event) for event in site.calendar.events}),
        )
    was = last.events
    changed = dict(prints.items() - was.prints.items())
    others = [event for event in site.calendar.events if event.id in changed]
    found = {event.id: footprint(site.index, event) for event in others}
    wordless = {event: digest for event, digest in was.wordless.items() if event in prints}
    return Events(
        prints=prints,
        footprints=was.footprints.after(found, prints),
        wordless={**wordless, **{event.id: _wordless(event) for event in others}},
    )


def with_former(site: Site, settings: Settings, before: Known, now: Events, wordless: Mapping[str, str]) -> Site:
    """Return a site that knows the one that it takes the place of; ``wordless`` is what :func:`wordless_before` found."""
    was = before.events
    changed = {event for event, _ in was.prints.items() ^ now.prints.items()}

    def same_but_words(event: str) -> bool:
        then = was.wordless.get(event) or wordless.get(was.prints.get(event, ""))
        return then is not None and then == now.wordless.get(event)

    places = [one for event in changed for one in (was.footprints.get(event), now.footprints.get(event)) if one]

    output = settings.output

    def read(path: str) -> bytes:
        # some hundreds are read, and a Path takes as long as reading what it leads to
        with suppress(OSError), open(f"{output}/{spelled(path)}", "rb", buffering=0) as file:  # noqa: PTH123
            return file.read()
        return b""

    former = Former(
        paths=before.made.files.keys(),
        changed=changed,
        same_but_words=all(map(same_but_words, changed)),
        touched=Touched(changed, places),
        remarks=_Remarks(before.made),
        read=read,
    )
    return replace(site, former=former)


class _Stays(Collection[str]):
    """The files behind which no question has another answer."""

    def __init__(self, files: Mapping[str, int], again: Collection[int]) -> None:
        self._files, self._again = files, again

    def __contains__(self, path: object) -> bool:
        return path in self._files and self._files[cast("str", path)] not in self._again

    def __iter__(self) -> Iterator[str]:
        return (path for path, number in self._files.items() if number not in self._again)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(True for _ in self)


class _Remarks(Mapping[str, str]):
    """What was remarked of events, by their ids; of what is behind no file any more nothing."""

    def __init__(self, made: Written) -> None:
        self._made = made

    def __getitem__(self, event: str) -> str:
        for number, text in reversed(self._made.entries(REMARKED, event)):
            if self._made.behind(number):
                return cast("str", text)
        raise KeyError(event)

    def items(self) -> ItemsView[str, str]:
        """Return all, which takes a third of the time of asking for one after the other."""
        return {event: cast("str", text) for event, (_, text) in self._made.newest(REMARKED)}.items()

    def __iter__(self) -> Iterator[str]:
        return (event for event in self._made.chosen(REMARKED) if event in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def staying(site: Site, before: Known) -> Staying:
    """Return which files would be made as they were: all that was asked for them has the same answer."""
    if site.former is None:
        return NOTHING_STAYS
    made = before.made
    again = set[int]().union(*map(made.behind, _other_answers(site, site.former.touched, made)))
    things = set(map(made.things.__getitem__, made.used)) - {"", *map(made.things.__getitem__, again)}
    return Staying(_Stays(made.files, again), things, again)


def _other_answers(site: Site, touched: Touched, made: Written) -> set[int]:
    """Return the numbers of the questions that may have another answer; an answer that was told is asked again."""
    other = {number for event in touched.events for (number,) in made.entries(OF, event)}
    other.update(number for path in feeds.calendars.that_may_differ(site) for (number,) in made.entries(IN_FEED, path))
    for chosen in touched.among(made.chosen(HELD)):
        other.update(number for number, *days in made.entries(HELD, chosen) if touched.holds(chosen, *days))
    for kind in made.kinds() - {
        OF,
        IN_FEED,
        HELD,
        TOLD,
        LISTED,
        REMARKED,
    }:  # as :func:`listings` says; and a remark asks nothing
        other.update(number for (number,) in made.entries(kind))
    waiting = [told for number in other for told in made.resting(number)]
    heapify(waiting)
    while waiting:  # those behind an answer come first
        number = heappop(waiting)
        if number not in other and (not waiting or waiting[0] != number) and not still_told(site, made.row(number)):
            other.add(number)
            for told in made.resting(number):
                heappush(waiting, told)
    return other


def listings(before: Known) -> frozenset[Question]:
    """Return what the files that list others listed: only when these are made it is known whether it is the same now."""
    made = before.made
    return frozenset(made.row(number) for (number,) in made.entries(LISTED) if made.behind(number))


def stood(settings: Settings, seen: Seen, before: Known, looking: Looking | None) -> Stood:
    """Return the site, while nobody else can write it; raises OtherSite where it, or what is read, is not as it was left."""
    files = before.made.files
    there = files if "".join(files).isascii() else {spelled(path): number for path, number in files.items()}
    found = unchanged.stood(settings, seen, before.site, {**there, output.MARKER: 0}, looking)
    if found is None:
        raise OtherSite
    return found


def known_of(
    made: Made,
    events: Events,
    last: Known | None,
    kept: Staying,
    until: datetime,
) -> Known:
    """Return what is known after a build that made some files of a site and kept others."""
    needed = made.needed()
    return Known(
        until=min(until, last.until) if last and kept.paths else until,
        events=events,
        made=needed.written(),
    )
