"""What the events of files that were touched in the last days were on each of those days, from git.

Only what is told by the first-parent history counts, on the day on which it came into it; what is not committed yet does
not. Of files that nobody touched nothing is read again.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from streekagenda.content.calendar import validate
from streekagenda.content.changed_files import with_contents
from streekagenda.content.history import FileHistory
from streekagenda.content.records import identity, read
from streekagenda.content.snapshots import blobs_of
from streekagenda.model.place import Place
from streekagenda.model.schedule import MIDNIGHT, Closure, Series
from streekagenda.recurrence.turns import Known, State

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from streekagenda.content.calendar import Validated
    from streekagenda.content.history import Revision
    from streekagenda.content.phrases import Phrases
    from streekagenda.content.records import Records
    from streekagenda.content.snapshots import Blob
    from streekagenda.model.calendar import Calendar
    from streekagenda.model.event import Event

DAYS = timedelta(days=7)
"""How many whole days before today are looked back on."""
_REGION = "region.yaml"


class Lately(Struct, frozen=True, kw_only=True):
    """What events were at the start of the last days, on the days on which their files were touched, and what they are."""

    known: Known = Known.NOTHING
    since: date | None = None
    states: Mapping[str, tuple[State, ...]] = field(default_factory=dict)
    """By the present or else the last id of an event; at least two of each, in order of time."""


class Present(Struct, frozen=True, kw_only=True):
    """The content as it is."""

    folder: pathlib.Path
    records: Records
    validated: Validated
    history: FileHistory
    now: datetime
    """Naive, in the wall-clock time of the region."""
    phrases: Phrases


def lately(present: Present) -> Lately:
    """Return what became of the events of a content folder; nothing where git does not tell."""
    calendar, revisions = present.validated.calendar, present.history.revisions
    if calendar is None or not revisions:
        return Lately()
    zone, today = ZoneInfo(calendar.region.timezone), present.now.date()
    start = datetime.combine(today - DAYS, MIDNIGHT, zone).astimezone(UTC)
    # what came after the moment of the build is of its day: what the site shows is the content as it is
    days = {one.name: min(one.moment.astimezone(zone).date(), today) for one in revisions}
    week = [one for one in reversed(revisions) if one.moment >= start]
    base = next((one for one in revisions if one.moment < start), None)
    known, since = Known.ALL, today - DAYS
    if began := _began(week):
        known, since = Known.PART if present.history.shallow else Known.YOUNG, days[began.name]
        base = [one for one in week if days[one.name] == since][-1]
        week = [one for one in week if days[one.name] > since]
    if base is None:
        return Lately()
    if not week:
        return Lately(known=known, since=since)
    touched = _Touched(week, days, calendar)
    states = _States(present, touched, base, calendar).found()
    return Lately() if states is None else Lately(known=known, since=since, states=states)


def _began(week: Sequence[Revision]) -> Revision | None:
    """Return the commit with which the calendar begins, where it does so within these days."""
    of_region = ((one, touch) for one in week for touch in one.touches if touch.path == _REGION)
    first = next(of_region, None)
    return first[0] if first is not None and first[1].status == "A" else None


class _Touched:
    """Which events were touched on which days, in their own files or in one that they depend on."""

    def __init__(self, week: Sequence[Revision], days: Mapping[str, date], calendar: Calendar) -> None:
        self.paths = {path for one in week for touch in one.touches for path in (touch.path, touch.former) if path}
        self.last_of: dict[date, Revision] = {days[one.name]: one for one in week}
        """The last commit of each day."""
        self.by_event: defaultdict[str, dict[date, Revision]] = defaultdict(dict)
        """By the id of an event, the last commit of each day that touched it, in order of time."""
        self.renamed: list[tuple[str, str]] = []
        """Former and present ids, as git takes them for one."""
        affected = _affected(calendar)
        for one in week:
            for touch in one.touches:
                now = [*_events(touch.path), *affected.get(touch.path, ())]
                before = list(_events(touch.former or ""))
                for event_id in (*now, *before):
                    self.by_event[event_id][days[one.name]] = one
                self.renamed += [(old, new) for old in before for new in now if old != new]


class _States:
    """Reads what events were, each commit once and of it only the events that are asked for."""

    def __init__(self, present: Present, touched: _Touched, base: Revision, calendar: Calendar) -> None:
        self._present = present
        self._touched = touched
        self._base = base
        self._now = {event.id: event for event in calendar.events}

    def found(self) -> dict[str, tuple[State, ...]] | None:
        """Return the states of each event that was touched; ``None`` where git does not have what it was."""
        at_start = blobs_of(self._present.folder, self._base.name)
        if at_start is None:
            return None
        there = {identity(path)[1] for path in at_start if path.startswith("events/")}
        wanted: defaultdict[str, set[str]] = defaultdict(set, {self._base.name: set()})
        for event_id, days in self._touched.by_event.items():
            if event_id in there:
                wanted[self._base.name].add(event_id)
            for day in list(days)[:-1]:
                wanted[self._touched.last_of[day].name].add(event_id)
        were: dict[str, Mapping[str, Event]] = {}
        for name, ids in wanted.items():
            blobs = at_start if name == self._base.name else blobs_of(self._present.folder, name)
            events = self._events(blobs, ids) if blobs is not None and ids else {}
            if events is None and name == self._base.name:
                return None
            if events is not None:
                were[name] = events
        lines = {event_id: tuple(self._line(event_id, days, were)) for event_id, days in self._touched.by_event.items()}
        for old, new in self._same(lines):
            lines[new] = _joined(lines.pop(old), lines[new])
        broken = self._broken()
        return {event_id: line for event_id, line in lines.items() if event_id not in broken}

    def _line(
        self, event_id: str, days: Mapping[date, Revision], were: Mapping[str, Mapping[str, Event]]
    ) -> Iterator[State]:
        yield State(since=None, day=None, event=were[self._base.name].get(event_id))
        *before, (last_day, last) = days.items()
        for day, revision in before:
            known = were.get(self._touched.last_of[day].name)
            if known is not None:  # else the region had a mistake, and nothing was shown that day
                yield State(since=revision.moment, day=day, event=known.get(event_id))
        yield State(since=last.moment, day=last_day, event=self._now.get(event_id))

    def _same(self, lines: Mapping[str, Sequence[State]]) -> Iterator[tuple[str, str]]:
        """Yield former and present id of what is one activity: its file says so, or it was renamed and is called the same."""
        said = [(alias, event.id) for event in self._now.values() for alias in event.aliases]
        done: set[str] = set()
        for old, new in dict.fromkeys((*said, *self._touched.renamed)):
            if {old, new} <= lines.keys() - done and lines[old][-1].event is None:
                titles = [
                    next((one.event.title for one in reversed(lines[name]) if one.event), None) for name in (old, new)
                ]
                if (old, new) in said or titles[0] == titles[1]:
                    done.add(old)
                    yield old, new

    def _events(self, blobs: Mapping[str, Blob], ids: Collection[str]) -> Mapping[str, Event] | None:
        """Return events as they were at a commit; ``None`` where the region had a mistake, or git lacks something."""
        some = {
            path: blob for path, blob in blobs.items() if not path.startswith("events/") or identity(path)[1] in ids
        }
        # of what was not touched since the start the working tree has what every commit has
        snapshot = with_contents(self._present.folder, some, frozenset(some.keys() - self._touched.paths))
        if snapshot is None:
            return None
        records = read(snapshot, alike=self._present.records)
        today, phrases = self._present.now.date(), self._present.phrases
        calendar = validate(records, snapshot, history=FileHistory(), today=today, phrases=phrases).calendar
        return {event.id: event for event in calendar.events} if calendar else None

    def _broken(self) -> frozenset[str]:
        """Return the events that are there and cannot be shown: nobody meant them to go."""
        there = {one.id for one in self._present.records.records if one.kind == "event" and one.language is None}
        there |= {content_id for kind, content_id in self._present.records.broken if kind == "event"}
        built = self._present.validated.built
        drafts = {one.event.id for one in built.by_path.values() if one.event and one.event.draft} if built else set()
        return frozenset(there - self._now.keys() - drafts)


def _events(path: str) -> Iterator[str]:
    """Yield the id of the event whose own file stands at a path; a translation tells nothing of dates."""
    if path.startswith("events/"):
        kind, content_id, language = identity(path)
        if kind == "event" and language is None:
            yield content_id


def _affected(calendar: Calendar) -> Mapping[str, list[str]]:
    """Return the ids of the events whose dates or address stand in another file, by its path: the region's, a place's."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for event in calendar.events:
        for path in {*_closures(event), *_places(event)}:
            found[path].append(event.id)
    return found


def _closures(event: Event) -> Iterator[str]:
    for entry in event.schedule.entries:
        if isinstance(entry, Series) and any(isinstance(one, Closure) for one in entry.exclusions):
            yield _REGION


def _places(event: Event) -> Iterator[str]:
    entries = event.schedule.entries
    changes = (one for entry in entries if isinstance(entry, Series) for one in entry.changes)
    for place in (event.place, *(one.details.place for one in (*entries, *changes))):
        if isinstance(place, Place) and place.id:
            yield place.source.path


def _joined(old: Sequence[State], new: Sequence[State]) -> tuple[State, ...]:
    """Return the states of one event that had another id before."""
    by_day = {one.day: one for one in old}
    for one in new:
        if one.event is not None or one.day not in by_day:
            by_day[one.day] = one
    return tuple(by_day[day] for day in sorted(by_day, key=lambda day: day or date.min))
