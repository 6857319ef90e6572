"""What a change does to one event: which of its dates come, go, move or are called off, and what else differs."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.calendar import Calendar
from streekagenda.model.details import Status
from streekagenda.model.place import Online, Place
from streekagenda.model.schedule import Single
from streekagenda.recurrence.expansion import timeline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.region import Region


class Kind(StrEnum):
    """What becomes of an event, the gravest first."""

    REMOVED = "removed"
    CANCELLED = "cancelled"
    MOVED = "moved"
    CHANGED = "changed"
    NEW = "new"


class DateKind(StrEnum):
    """What becomes of a date."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    ONLINE = "online"
    ON_AGAIN = "on again"
    MOVED = "moved"
    """To another day or other hours."""
    ELSEWHERE = "elsewhere"
    ADDRESS = "address"
    """At the same place, of which another address is said."""
    RETITLED = "retitled"
    GONE = "gone"
    """Without a word: nobody is told."""
    ADDED = "added"


class Days(Struct, frozen=True, kw_only=True):
    """The window in which dates are compared, and the moment from which they are to come."""

    region: Region
    now: datetime
    """Naive, in the wall-clock time of the region."""
    last: date
    """The horizon of what repeats without an end."""

    def coming(self, event: Event) -> tuple[Occurrence, ...]:
        """Return the dates of an event that are to come, in order of time; of a moved date where it is now."""
        alone = Calendar(region=self.region, events=(event,))
        found = timeline(alone, self.now, self.now.date(), self.last).occurrences
        return tuple(one for one in found if one.moved_to is None and one.moment.end >= self.now)


class DateChange(Struct, frozen=True, kw_only=True):
    """One date that is not what it was."""

    kind: DateKind
    before: Occurrence | None
    after: Occurrence | None

    @property
    def day(self) -> date:
        """Where it stands in the order of time."""
        return (self.before or self.after).moment.first  # type: ignore[union-attr] # one of them is there


class EventChange(Struct, frozen=True, kw_only=True):
    """An event before and after; one of the two may be missing."""

    path: str
    """Of its file: the present one, or else the former."""
    before: Event | None
    after: Event | None
    dates: tuple[DateChange, ...]
    """To come, in order of time; of a new or removed event all of them."""
    was_coming: tuple[Occurrence, ...]
    """The dates to come, as they were."""
    becomes_coming: tuple[Occurrence, ...]
    """The dates to come, as they are now."""

    @property
    def coming(self) -> tuple[Occurrence, ...]:
        """The dates to come, as they are now; of a removed event as they were."""
        return self.was_coming if self.after is None else self.becomes_coming

    def dates_that(self, kind: DateKind) -> int:
        """Return how many dates this becomes of."""
        return sum(one.kind is kind for one in self.dates)

    @property
    def disappears(self) -> bool:
        """Whether a date to come that was to take place is gone, without a word to who follows the calendar."""
        gone = (one.before for one in self.dates if one.kind is DateKind.GONE)
        return any(one is not None and one.status is not Status.CANCELLED for one in gone)

    @property
    def event(self) -> Event:
        """As it is, or else as it was."""
        return self.after or self.before  # type: ignore[return-value] # one of them is there

    @property
    def kind(self) -> Kind:
        """What becomes of it."""
        if self.after is None:
            return Kind.REMOVED
        if self.before is None:
            return Kind.NEW
        kinds = {one.kind for one in self.dates}
        if DateKind.CANCELLED in kinds:
            return Kind.CANCELLED
        return Kind.MOVED if DateKind.MOVED in kinds else Kind.CHANGED


def event_change(path: str, before: Event | None, after: Event | None, days: Days) -> EventChange:
    """Compare an event with what it was, for who looks on the day of ``days``.

    What was a draft was not there; what becomes one goes; a new one is shown for what it will be.
    """
    old = None if before is None or before.draft else before
    new = None if after is None or (after.draft and old is not None) else after
    was, becomes = dates_by_name(old, days), dates_by_name(new, days)
    return EventChange(
        path=path,
        before=old,
        after=new,
        dates=tuple(sorted(_dates(was, becomes), key=lambda one: (one.day, one.kind))),
        was_coming=tuple(was.values()),
        becomes_coming=tuple(becomes.values()),
    )


DateName = tuple[str, "date | None", int]
"""The key of an entry, the planned day of a date of a series, and its number among those of that day."""


def dates_by_name(event: Event | None, days: Days) -> Mapping[DateName, Occurrence]:
    """Return the dates to come by what names them for ever: the entry, and of a series the planned day."""
    found: dict[DateName, Occurrence] = {}
    seen: Counter[tuple[str, date | None]] = Counter()
    for one in days.coming(event) if event is not None else ():
        name = (one.entry.key, None if isinstance(one.entry, Single) else one.planned.first)
        found[*name, seen[name]] = one
        seen[name] += 1
    return found


def _dates(was: Mapping[DateName, Occurrence], becomes: Mapping[DateName, Occurrence]) -> list[DateChange]:
    found = []
    for key in {**was, **becomes}:
        before, after = was.get(key), becomes.get(key)
        kind = date_kind(before, after)
        if kind is not None:
            found.append(DateChange(kind=kind, before=before, after=after))
    return found


def date_kind(before: Occurrence | None, after: Occurrence | None) -> DateKind | None:
    """Return what becomes of a date, the most important first; ``None`` where who follows it sees no difference."""
    if after is None:
        return DateKind.GONE
    if before is None:
        return DateKind.ADDED
    if before.status is not after.status:
        return {
            Status.CANCELLED: DateKind.CANCELLED,
            Status.POSTPONED: DateKind.POSTPONED,
            Status.ONLINE: DateKind.ONLINE,
            Status.SCHEDULED: DateKind.ON_AGAIN,
        }[after.status]
    if before.moment != after.moment:
        return DateKind.MOVED
    return place_kind(before, after) or (DateKind.RETITLED if before.title != after.title else None)


def place_kind(before: Occurrence, after: Occurrence) -> DateKind | None:
    """Return what becomes of the place of a date; ``None`` where it is the same."""
    if _where(before.place) == _where(after.place):
        return None
    return DateKind.ADDRESS if _by_name(before.place) == _by_name(after.place) != () else DateKind.ELSEWHERE


def _where(place: Place | Online | None) -> tuple[object, ...]:
    """Return what tells one place from another; that it has a new telephone moves nobody."""
    match place:
        case Place():
            return place.id, place.name, place.street, place.city
        case Online():
            return (place.url,)
        case None:
            return ()


def _by_name(place: Place | Online | None) -> tuple[object, ...]:
    return (place.id, place.name) if isinstance(place, Place) else ()


def reads_alike(before: Event, after: Event) -> bool:
    """Whether two versions of an event tell the same, whenever they were written and wherever they stand."""
    return replace(before, source=after.source, history=after.history) == after
