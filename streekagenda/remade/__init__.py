"""What a build need not make again when only events changed: the files behind which no question has another answer.

After a build it is remembered what was asked while each file was made (:mod:`streekagenda.recurrence.asked`), where the
dates of each event are found, and how the site stands. The next build compares. Where anything but files of events
changed, or the moment is another one, everything is made again. The guard is ``tests/test_remade.py``, which makes random
changes and compares with clean builds, byte for byte.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from streekagenda import unchanged
from streekagenda.output import Stood, spelled
from streekagenda.publications import feeds
from streekagenda.publications.editions.once import still_told
from streekagenda.publications.former import Former
from streekagenda.publications.noted import NOTHING_STAYS, Staying
from streekagenda.recurrence.asked import HELD, IN_FEED, LISTED, OF, REMARKED, TOLD
from streekagenda.recurrence.footprints import Touched, footprint
from streekagenda.remade.kept import Events, Footprints, Known, recall, remember

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streekagenda.builds import Settings
    from streekagenda.content.calendar import Validated
    from streekagenda.model.event import Event, History
    from streekagenda.preparing import Before
    from streekagenda.publications.noted import Made
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.asked import Question
    from streekagenda.recurrence.questions import Row
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

    def digest_of(event: Event) -> str:
        paths = made_of[id(event)]
        history = said.get(event.history) or said.setdefault(event.history, repr(event.history))
        of = f"{paths}{[*map(seen.events.get, paths)]}{history}"
        return blake2b(of.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()

    return {event.id: known[event.id] if id(event) in kept else digest_of(event) for event in site.calendar.events}


def events_of(site: Site, prints: Mapping[str, str], last: Known | None) -> Events:
    """Return the events of a site; of those that are as they were what was known of them."""
    was = last.events if last else Events(prints={}, footprints=Footprints({}))
    changed = dict(prints.items() - was.prints.items())
    found = {event.id: footprint(site.index, event) for event in site.calendar.events if event.id in changed}
    return Events(prints=prints, footprints=was.footprints.after(found, prints))


def with_former(site: Site, settings: Settings, before: Known, now: Events) -> Site:
    """Return a site that knows the one that it takes the place of."""
    was = before.events
    changed = {event for event, _ in was.prints.items() ^ now.prints.items()}
    places = [one for event in changed for one in (was.footprints.get(event), now.footprints.get(event)) if one]

    output = settings.output

    def read(path: str) -> bytes:
        # some hundreds are read, and a Path takes as long as reading what it leads to
        with suppress(OSError), open(f"{output}/{spelled(path)}", "rb", buffering=0) as file:  # noqa: PTH123
            return file.read()
        return b""

    former = Former(
        paths=before.made.files,
        changed=changed,
        touched=Touched(changed, places),
        remarks={one[1]: one[2] for one in before.made.behind_files(REMARKED)},
        read=read,
    )
    return replace(site, former=former)


def staying(site: Site, before: Known) -> Staying:
    """Return which files would be made as they were: all that was asked for them has the same answer."""
    if site.former is None:
        return NOTHING_STAYS
    files, sets = before.made.files, before.made.sets
    same = _other_answers(site, site.former.touched, before.made.questions).isdisjoint
    needed = set(files.values())
    again = {number for number in needed if not same(sets[number])}
    others = {"", *(sets[number][0] for number in again)}
    things = {cast("str", sets[number][0]) for number in needed} - others
    return Staying(frozenset([path for path, number in files.items() if number not in again]), things, again)


def _other_answers(site: Site, touched: Touched, questions: Sequence[Row]) -> set[int]:
    """Return the numbers of the questions that may have another answer; an answer that was told is asked again."""
    events, feeds_touched, other = touched.events, feeds.calendars.that_may_differ(site), set[int]()
    for number, one in enumerate(questions):  # those behind an answer come first
        kind = one[0]
        if kind == OF:
            differs = one[1] in events
        elif kind == HELD:
            differs = touched.holds(one[1], one[2], one[3])
        elif kind == TOLD:
            differs = not other.isdisjoint(one[4]) and not still_told(site, one)
        elif kind == IN_FEED:
            differs = one[1] in feeds_touched
        else:  # as :func:`listings` says; and a remark asks nothing
            differs = kind not in {LISTED, REMARKED}
        if differs:
            other.add(number)
    return other


def listings(before: Known) -> frozenset[Question]:
    """Return what the files that list others listed: only when these are made it is known whether it is the same now."""
    return frozenset(before.made.behind_files(LISTED))


def stood(settings: Settings, seen: Seen, before: Known, looking: Looking | None) -> Stood:
    """Return the site, while nobody else can write it; raises OtherSite where it, or what is read, is not as it was left."""
    there = unchanged.stood(settings, seen, before.site, looking)
    if there is None:
        raise OtherSite
    own = {path: path for path in before.made.files}  # of 145,000 paths each is there once
    return replace(there, look=replace(there.look, paths=[own.get(path, path) for path in there.look.paths]))


def known_of(
    made: Made,
    events: Events,
    last: Known | None,
    kept: Staying,
    site: str,
    until: datetime,
) -> Known:
    """Return what is known after a build that made some files of a site and kept others."""
    needed = made.needed()
    goes_on = last if last and kept.paths and needed is made else None
    return Known(
        site=site,
        until=min(until, last.until) if last and kept.paths else until,
        events=events,
        made=needed.written(),
        whole=goes_on.whole if goes_on else None,
    )
