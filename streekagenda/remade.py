"""What a build need not make again when only events changed: the files behind which no question has another answer.

After a build it is remembered what was asked while each file was made (:mod:`streekagenda.recurrence.asked`), where the
dates of each event are found, and how the site stands. The next build compares. Where anything but files of events
changed, or the moment is another one, everything is made again. The guard is ``tests/test_remade.py``, which makes random
changes and compares with clean builds, byte for byte.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Any, TypeVar

from streekagenda import unchanged
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.once import still_told
from streekagenda.recurrence.asked import HELD, LISTED, TOLD
from streekagenda.recurrence.footprints import Touched, footprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from streekagenda.builds import Settings
    from streekagenda.content.calendar import Validated
    from streekagenda.output import Making, Place, Placed
    from streekagenda.publications.noted import Made, Questions
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.asked import Question
    from streekagenda.recurrence.footprints import Footprint
    from streekagenda.store.store import Json
    from streekagenda.unchanged import Seen

One = TypeVar("One")

_FUNCTION = "remade"


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
    until: datetime
    """Until when what stands there holds."""
    events: Events
    questions: Mapping[str, Questions]
    """What was asked while each file was made, by its path."""


def recall(settings: Settings, seen: Seen) -> Known | None:
    """Return what is known of the site, where nothing but events can have changed since; else ``None``."""
    answer = settings.store.blobs.recall(_FUNCTION, unchanged.asked_for(settings)) if seen.certain else None
    try:
        last = json.loads(zlib.decompress(answer)) if answer else {}
        if last.get("beside") != seen.beside or not unchanged.lasts(last, settings.now):
            return None
        return _read(last)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, zlib.error):
        return None


def remember(settings: Settings, seen: Seen, site: Site, known: Known) -> None:
    """Keep what is known of a site."""
    facets: dict[frozenset[tuple[str, str]], int] = {}
    questions: dict[Question, int] = {}
    sets: dict[Questions, int] = {}
    answer = {
        "beside": seen.beside,
        **unchanged.lasting(settings.now, site.region.timezone, known.until),
        "site": known.site,
        "prints": known.events.prints,
        "dates": {
            event: [[_number(facets, one), *_written_days(days)] for one, days in found]
            for event, found in known.events.footprints.items()
        },
        "facets": [],
        "files": {path: _number(sets, asked) for path, asked in known.questions.items()},
        "sets": [[_number(questions, one) for one in asked] for asked in sets],
        "questions": [_written(one) for one in questions],
    }
    answer["facets"] = [sorted(one) for one in facets]
    content = zlib.compress(json.dumps(answer, separators=(",", ":")).encode("ascii"), 1)
    settings.store.blobs.learn(_FUNCTION, unchanged.asked_for(settings), content)


def events_of(site: Site, validated: Validated, seen: Seen, last: Known | None) -> Events:
    """Return the events of a site; of those that are as they were what was known of them."""
    built = validated.built.by_path.values() if validated.built else ()
    made_of = {id(one.event): (one.record, *one.translations) for one in built}
    prints: dict[str, str] = {}
    footprints: dict[str, Footprint] = {}
    for event in site.calendar.events:
        traces = [(one.path, seen.events.get(one.path)) for one in made_of[id(event)]]
        prints[event.id] = own = blake2b(repr((traces, event.history)).encode(), digest_size=12).hexdigest()
        if last and last.events.prints.get(event.id) == own:
            footprints[event.id] = last.events.footprints[event.id]
        else:
            footprints[event.id] = footprint(site.index, event)
    return Events(prints=prints, footprints=footprints)


def staying(site: Site, before: Known, now: Events) -> frozenset[str]:
    """Return the paths of files that would be made as they were: all that was asked for them has the same answer."""
    was, found = before.events, before.questions
    changed = {event for event, _ in was.prints.items() ^ now.prints.items()}
    places = [one for event in changed for one in (was.footprints.get(event), now.footprints.get(event)) if one]
    touched = Touched(changed, places)
    other = {one for one in frozenset().union(*set(found.values())) if _differs(site, one, touched)}
    same = {questions for questions in set(found.values()) if other.isdisjoint(questions)}
    return frozenset(path for path, questions in found.items() if questions in same)


def listings(before: Known) -> frozenset[Question]:
    """Return what the files that list others listed: only when these are made it is known whether it is the same now."""
    return frozenset(one for one in frozenset().union(*set(before.questions.values())) if one[0] == LISTED)


def sure(making: Making, before: Known, settings: Settings) -> Making:
    """Look at the site before anything is made, while nobody else can write it.

    What is returned raises OtherSite where the site is not as it was left.
    """

    def made(place: Place) -> Iterator[Placed]:
        if not unchanged.stands(settings, before.site):
            raise OtherSite
        return making(place)

    return made


def known_of(made: Made, events: Events, last: Known | None, kept: frozenset[str], site: str, until: datetime) -> Known:
    """Return what is known after a build that made some files of a site and kept others."""
    stayed = {path: questions for path, questions in last.questions.items() if path in kept} if last else {}
    return Known(
        site=site,
        until=min(until, last.until) if last and kept else until,
        events=events,
        questions=stayed | made.questions,
    )


def _differs(site: Site, question: Question, touched: Touched) -> bool:
    if question[0] == LISTED:  # as :func:`listings` says
        return False
    return not still_told(site, question) if question[0] == TOLD else question in touched


# ── as JSON ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _number(known: dict[One, int], one: One) -> int:
    """Return the number of a thing, a new one where it was not met before."""
    return known.setdefault(one, len(known))


def _written(question: Question) -> Json:
    if question[0] != HELD:
        return list(question)  # type: ignore[arg-type]
    _, selection, *days = question
    chosen = {kind: value for kind in Selection.__slots__ if (value := getattr(selection, kind)) is not None}
    return [HELD, chosen, *(one.isoformat() if isinstance(one, date) else None for one in days)]


def _question(written: list[object]) -> Question:
    if written[0] != HELD:
        return tuple(written)
    _, chosen, *days = written
    if not isinstance(chosen, dict):
        raise TypeError
    return (HELD, Selection(**chosen), *(date.fromisoformat(one) if isinstance(one, str) else None for one in days))


def _written_days(days: tuple[tuple[int, int], ...]) -> Iterator[Json]:
    """Yield the first day, the steps to the following ones, and how long each lasts where one does so."""
    begins = [first for first, _ in days]
    yield begins[0]
    yield [other - one for one, other in pairwise(begins)]
    lengths = [last - first for first, last in days]
    if any(lengths):
        yield lengths


def _days(first: int, steps: list[int], lengths: list[int] | None = None) -> tuple[tuple[int, int], ...]:
    begins = [first]
    for step in steps:
        begins.append(begins[-1] + step)
    return tuple((begin, begin + length) for begin, length in zip(begins, lengths or repeat(0), strict=False))


def _read(last: Mapping[str, Any]) -> Known:
    facets = [frozenset((kind, value) for kind, value in one) for one in last["facets"]]
    questions = [_question(one) for one in last["questions"]]
    sets = [frozenset(questions[number] for number in one) for one in last["sets"]]
    return Known(
        site=last["site"],
        until=datetime.fromisoformat(last["until"]),
        events=Events(
            prints=last["prints"],
            footprints={
                event: tuple((facets[number], _days(*days)) for number, *days in found)
                for event, found in last["dates"].items()
            },
        ),
        questions={path: sets[number] for path, number in last["files"].items()},
    )
