"""What a build need not make again when only events changed: the files behind which no question has another answer.

After a build it is remembered what was asked while each file was made (:mod:`streekagenda.recurrence.asked`), where the
dates of each event are found, and how the site stands. The next build compares. Where anything but files of events
changed, or the moment is another one, everything is made again. The guard is ``tests/test_remade.py``, which makes random
changes and compares with clean builds, byte for byte.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from streekagenda import unchanged
from streekagenda.model.selection import Selection
from streekagenda.output import Aside, Stood, spelled
from streekagenda.publications import feeds
from streekagenda.publications.editions.once import still_told
from streekagenda.publications.former import Former
from streekagenda.publications.noted import Made
from streekagenda.recurrence.asked import HELD, IN_FEED, LISTED, REMARKED, TOLD
from streekagenda.recurrence.footprints import Touched, footprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from streekagenda.builds import Settings
    from streekagenda.content.calendar import Validated
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.asked import Question
    from streekagenda.recurrence.footprints import Footprint
    from streekagenda.recurrence.selections import Facet
    from streekagenda.store.store import Json
    from streekagenda.unchanged import Seen

_FUNCTION = "remade"
_AT_ONCE = 5_000
"""Questions that are written in one line."""


class OtherSite(Exception):
    """The site is not as the last build left it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Events:
    """The events of a site, as far as files can depend on them."""

    prints: Mapping[str, str]
    """A digest of what each event was made of, by its id."""
    footprints: Mapping[str, Footprint]
    """Where the dates of each event are found, by its id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is remembered of a site."""

    site: str
    """The trace of its files."""
    aside: Aside | None
    """What is known of the site before it."""
    until: datetime
    """Until when what stands there holds."""
    events: Events
    made: Made
    """What was asked while each of them was made."""


def recall(settings: Settings, seen: Seen) -> Known | None:
    """Return what is known of the site, where nothing but events can have changed since; else ``None``."""
    answer = settings.store.blobs.recall(_FUNCTION, unchanged.asked_for(settings)) if seen.certain else None
    try:
        last = _of_lines(zlib.decompress(answer)) if answer else {}
        if last.get("beside") != seen.beside or not unchanged.lasts(last, settings.now):
            return None
        return _read(last)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, zlib.error):
        return None


def remember(settings: Settings, seen: Seen, site: Site, known: Known) -> None:
    """Keep what is known of a site."""
    lasting = unchanged.lasting(settings.now, site.region.timezone, known.until)
    packing = zlib.compressobj(1)
    packed = [packing.compress(one) for one in _lines({"beside": seen.beside, **lasting}, known)]
    settings.store.blobs.learn(_FUNCTION, unchanged.asked_for(settings), b"".join((*packed, packing.flush())))


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
    was = last.events if last else Events(prints={}, footprints={})
    footprints = {
        event.id: was.footprints[event.id]
        if was.prints.get(event.id) == prints[event.id]
        else footprint(site.index, event)
        for event in site.calendar.events
    }
    return Events(prints=prints, footprints=footprints)


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


def staying(site: Site, before: Known) -> frozenset[str]:
    """Return the paths of files that would be made as they were: all that was asked for them has the same answer."""
    found = before.made
    other: set[Question] = set()
    for one in found.questions:  # those behind an answer come first
        if _differs(site, one, other):
            other.add(one)
    numbers = {found.questions[one] for one in other}
    same = {number for asked, number in found.sets.items() if numbers.isdisjoint(asked)}
    return frozenset(path for path, asked in found.files.items() if asked in same)


def listings(before: Known) -> frozenset[Question]:
    """Return what the files that list others listed: only when these are made it is known whether it is the same now."""
    return frozenset(one for one in before.made.questions if one[0] == LISTED)


def stood(settings: Settings, before: Known) -> Stood:
    """Look at the site, while nobody else can write it; raises OtherSite where it is not as it was left."""
    look = unchanged.stands(settings, before.site)
    if look is None:
        raise OtherSite
    return Stood(look=look, aside=before.aside)


def known_of(
    made: Made,
    events: Events,
    last: Known | None,
    kept: frozenset[str],
    site: str,
    until: datetime,
    aside: Aside | None = None,
) -> Known:
    """Return what is known after a build that made some files of a site and kept others."""
    made.keep(kept)
    return Known(
        site=site,
        aside=aside,
        until=min(until, last.until) if last and kept else until,
        events=events,
        made=made.needed(),
    )


def _differs(site: Site, question: Question, other: AbstractSet[Question]) -> bool:
    """Whether a question may have another answer, as ``other`` ones may that were asked for its own."""
    kind = question[0]
    if kind in {LISTED, REMARKED}:  # as :func:`listings` says; and a remark asks nothing
        return False
    if kind == IN_FEED:
        return question[1] in feeds.calendars.that_may_differ(site)
    if kind == TOLD:
        return not other.isdisjoint(_behind(question)) and not still_told(site, question)
    return site.former is None or question in site.former.touched


def _behind(question: Question) -> frozenset[Question]:
    """Return the questions behind what was told."""
    return cast("frozenset[Question]", question[-1])


# ── as JSON ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _lines(lasting: Mapping[str, str], known: Known) -> Iterator[bytes]:
    """Yield all that is kept, some in each line: the whole would be three times as large as what it tells of."""
    facets: dict[tuple[Facet, ...], int] = {}
    dates = {
        event: [[facets.setdefault(one, len(facets)), *dates] for one, dates in found]
        for event, found in known.events.footprints.items()
    }
    aside = [known.aside.folders, known.aside.other, known.aside.new] if known.aside else None
    kept: dict[str, Json] = {
        **lasting,
        "site": known.site,
        "aside": aside,
        "prints": known.events.prints,
        "files": known.made.files,
    }
    for key, value in {**kept, "dates": dates, "facets": list(facets), "sets": list(known.made.sets)}.items():
        yield _line(key, value)
    questions = _written(known.made.questions)
    while some := list(islice(questions, _AT_ONCE)):
        yield _line("questions", some)


def _line(key: str, value: Json) -> bytes:
    return json.dumps((key, value), separators=(",", ":")).encode("ascii") + b"\n"


def _of_lines(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = {"questions": []}
    for line in BytesIO(content):
        key, value = json.loads(line)
        if key == "questions":
            found[key] += value
        else:
            found[key] = value
    return found


def _written(questions: Mapping[Question, int]) -> Iterator[Json]:
    """Yield questions as JSON, in the order of their numbers; those behind an answer by these."""
    for one in questions:
        if one[0] == HELD:
            _, selection, *days = one
            chosen = {kind: value for kind in Selection.__slots__ if (value := getattr(selection, kind)) is not None}
            yield [HELD, chosen, *(day.isoformat() if isinstance(day, date) else None for day in days)]
        elif one[0] == TOLD:
            yield [*one[:-1], [questions[behind] for behind in _behind(one)]]  # type: ignore[list-item]
        else:
            yield list(one)  # type: ignore[arg-type]


def _questions(written: Iterable[list[Any]]) -> dict[Question, int]:
    found: list[Question] = []
    for kind, *given in written:
        if kind == HELD:
            chosen, *days = given
            found.append((HELD, Selection(**chosen), *(date.fromisoformat(one) if one else None for one in days)))
        elif kind == TOLD:
            name, asked, digest, behind = given
            found.append((TOLD, name, tuple(asked), digest, frozenset(found[number] for number in behind)))
        else:
            found.append((kind, *given))
    return {one: number for number, one in enumerate(found)}


def _read(last: Mapping[str, Any]) -> Known:
    facets = [tuple((kind, value) for kind, value in one) for one in last["facets"]]
    made = Made(
        files=last["files"],
        sets={tuple(one): number for number, one in enumerate(last["sets"])},
        questions=_questions(last["questions"]),
    )
    if not (
        {one for asked in made.sets for one in asked} <= set(made.questions.values())
        and set(made.files.values()) <= set(made.sets.values())
    ):
        raise ValueError
    return Known(
        site=last["site"],
        aside=Aside(folders=aside[0], other=aside[1], new=aside[2]) if (aside := last["aside"]) else None,
        until=datetime.fromisoformat(last["until"]),
        events=Events(
            prints=last["prints"],
            footprints={
                event: tuple((facets[number], tuple(dates)) for number, *dates in found)
                for event, found in last["dates"].items()
            },
        ),
        made=made,
    )
