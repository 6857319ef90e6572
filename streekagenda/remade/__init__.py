"""What a build need not make again when only events changed: the files behind which no question has another answer.

After a build it is remembered what was asked while each file was made (:mod:`streekagenda.recurrence.asked`), where the
dates of each event are found, and how the site stands. The next build compares. Where anything but files of events
changed, or the moment is another one, everything is made again. The guard is ``tests/test_remade.py``, which makes random
changes and compares with clean builds, byte for byte.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from streekagenda import unchanged
from streekagenda.output import Aside, Stood, spelled
from streekagenda.publications import feeds
from streekagenda.publications.editions.once import still_told
from streekagenda.publications.former import Former
from streekagenda.publications.noted import Made, Staying
from streekagenda.recurrence.asked import IN_FEED, LISTED, REMARKED, TOLD
from streekagenda.recurrence.footprints import Touched, footprint
from streekagenda.remade.kept import Events, Footprints, Known, behind_of, recall, remember

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from streekagenda.builds import Settings
    from streekagenda.content.calendar import Validated
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.asked import Question
    from streekagenda.unchanged import Seen

__all__ = [
    "Events",
    "Footprints",
    "Known",
    "OtherSite",
    "events_of",
    "known_of",
    "listings",
    "looking",
    "prints_of",
    "recall",
    "remember",
    "staying",
    "with_former",
]


class OtherSite(Exception):
    """The site is not as the last build left it."""


def prints_of(site: Site, validated: Validated, seen: Seen) -> dict[str, str]:
    """Return a digest of what each event of a site was made of, by its id."""
    built = validated.built.by_path.values() if validated.built else ()
    made_of = {id(one.event): one.paths for one in built}
    found = {}
    for event in site.calendar.events:
        traces = [(path, seen.events.get(path)) for path in made_of[id(event)]]
        found[event.id] = blake2b(repr((traces, event.history)).encode(), digest_size=12).hexdigest()
    return found


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

    def read(path: str) -> bytes:
        with suppress(OSError):
            return (settings.output / spelled(path)).read_bytes()
        return b""

    former = Former(
        paths=before.made.files,
        changed=changed,
        touched=Touched(changed, places),
        remarks={str(one[1]): str(one[2]) for one in before.made.questions if one[0] == REMARKED},
        read=read,
    )
    return replace(site, former=former)


def staying(site: Site, before: Known) -> Staying:
    """Return which files would be made as they were: all that was asked for them has the same answer."""
    found, feeds_touched = before.made, feeds.calendars.that_may_differ(site)
    other: set[Question] = set()
    for one in found.questions:  # those behind an answer come first
        if one[1] in feeds_touched if one[0] == IN_FEED else _differs(site, one, other):
            other.add(one)
    numbers = {found.questions[one] for one in other}
    needed, same = frozenset(found.files.values()), set[int]()
    things, others = set[str](), {""}
    for asked, number in found.sets.items():
        if numbers.isdisjoint(asked):
            same.add(number)
        if number in needed:
            (things if number in same else others).add(cast("str", asked[0]))
    paths = frozenset(path for path, asked in found.files.items() if asked in same)
    return Staying(paths, frozenset(things - others))


def listings(before: Known) -> frozenset[Question]:
    """Return what the files that list others listed: only when these are made it is known whether it is the same now."""
    return frozenset(one for one in before.made.questions if one[0] == LISTED)


@contextmanager
def looking(settings: Settings, before: Known) -> Iterator[Callable[[], Stood]]:
    """Begin to look at the site, while nobody else can write it; what it gives raises OtherSite where it is not as it was left."""
    with unchanged.looking(settings, before.site, before.aside) as found:

        def stood() -> Stood:
            there = found()
            if there is None:
                raise OtherSite
            own = {path: path for path in before.made.files}  # of 145,000 paths each is there once
            return replace(there, look=replace(there.look, paths=[own.get(path, path) for path in there.look.paths]))

        yield stood


def known_of(
    made: Made,
    events: Events,
    last: Known | None,
    kept: Staying,
    site: str,
    until: datetime,
    aside: Aside | None = None,
) -> Known:
    """Return what is known after a build that made some files of a site and kept others."""
    needed = made.needed()
    goes_on = last if last and kept.paths and needed is made else None
    return Known(
        site=site,
        aside=aside,
        until=min(until, last.until) if last and kept.paths else until,
        events=events,
        made=needed,
        facets=goes_on.facets if goes_on else {},
        whole=goes_on.whole if goes_on else None,
    )


def _differs(site: Site, question: Question, other: AbstractSet[Question]) -> bool:
    """Whether a question may have another answer, as ``other`` ones may that were asked for its own."""
    kind = question[0]
    if kind in {LISTED, REMARKED}:  # as :func:`listings` says; and a remark asks nothing
        return False
    if kind == TOLD:
        return not other.isdisjoint(behind_of(question)) and not still_told(site, question)
    return site.former is None or question in site.former.touched
