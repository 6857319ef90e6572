"""What a change does: the content as it was at a revision beside the content as it is now (``check --since``).

Only what the change touches is told, with all that it affects: a mistake in a file that nobody touched is told when it
was not there before, such as that of an event whose place was removed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.builds import local, months_later
from streekagenda.content.changed_files import ChangedFiles, changed_files, snapshot_of
from streekagenda.content.history import read_history
from streekagenda.content.records import read
from streekagenda.model.place import Place
from streekagenda.pipeline import with_findings
from streekagenda.preparing import believed_of
from streekagenda.recurrence.differences import Days, EventChange, event_change, reads_alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from streekagenda.builds import Settings
    from streekagenda.checks.online import Ask
    from streekagenda.content.calendar import Validated
    from streekagenda.content.records import Records
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.calendar import Calendar
    from streekagenda.model.event import Event
    from streekagenda.model.region import Region


class Broken(Struct, frozen=True, kw_only=True):
    """An event's file that has a mistake, so that the event is not in the calendar."""

    path: str
    title: str
    """As its file says, or as it was; empty where neither can be read."""
    before: Event | None
    """As it was, if it was right."""


class Comparison(Struct, frozen=True, kw_only=True):
    """All that a change does."""

    files: ChangedFiles
    validated: Validated
    """The content as it is; its diagnostics are those to tell."""
    days: Days | None
    """``None`` when the region itself has a mistake: then no dates can be shown."""
    events: tuple[EventChange, ...] = ()
    """Of the files that were touched, in the order of their paths."""
    affected: tuple[EventChange, ...] = ()
    """Of files that were not touched: their place, organiser or region was."""
    broken: tuple[Broken, ...] = ()
    former_region: Region | None = None
    """As it was; ``None`` when it had a mistake."""


def compare(settings: Settings, revision: str, ask: Ask | None = None) -> Comparison:
    """Compare the content with what it was at a revision; drafts are looked at too, and links with ``ask``.

    Raises:
        NoSuchRevision: there is no such revision to compare with.
    """
    settings = replace(settings, drafts=True)
    snapshot = snapshot_of(settings.content, revision)
    files = changed_files(snapshot)
    history = read_history(settings.content)
    records = read(settings.content, store=settings.store)
    after = believed_of(records, settings.content, settings, history)
    old_records = read(snapshot, alike=records, store=settings.store)
    before = believed_of(old_records, snapshot, settings, history, alike=after.built)
    change = _Change(files, before.calendar, after.calendar, records, old_records)
    focus = frozenset(change.focus())
    after = with_findings(after, records, settings, focus, ask)
    before = with_findings(before, old_records, settings, focus, ask)
    told = tuple(_told(files, before, after))
    validated = replace(after, diagnostics=told)
    calendar = after.calendar
    if calendar is None:
        return Comparison(files=files, validated=validated, days=None)
    here = local(settings.now, calendar.region.timezone)
    last = months_later(here.date(), calendar.region.horizon_months)
    days = Days(region=calendar.region, now=here, last=last)
    return Comparison(
        files=files,
        validated=validated,
        days=days,
        events=tuple(event_change(path, old, new, days) for path, old, new in change.touched()),
        affected=tuple(event_change(path, old, new, days) for path, old, new in change.affected()),
        broken=tuple(change.broken()),
        former_region=before.calendar.region if before.calendar else None,
    )


def _told(files: ChangedFiles, before: Validated, after: Validated) -> Iterator[Diagnostic]:
    known = {(one.code, one.location, one.others) for one in before.diagnostics}
    for one in after.diagnostics:
        if one.location.path in files.touched or (one.code, one.location, one.others) not in known:
            yield one


class _Change:
    """The events of two calendars by their files."""

    def __init__(
        self, files: ChangedFiles, before: Calendar | None, after: Calendar | None, records: Records, old: Records
    ) -> None:
        self._files = files
        self._before = _by_path(before)
        self._after = _by_path(after)
        self._former = {**{new: old for old, new in files.renamed}, **dict(_followed(self._before, self._after, files))}
        """Old path by new path."""
        self._there = {record.path for record in records.records} | {one.location.path for one in records.diagnostics}
        self._written = {record.path: record.document.get("title") for record in records.records}
        # A translation that was touched touches what it translates.
        self._touched = records.at_or_below(files.touched) | {
            path for path in old.at_or_below(files.gone) if path in self._there
        }

    def touched(self) -> Iterator[tuple[str, Event | None, Event | None]]:
        """Yield path, former and present event of each file that was touched, but for those that are broken now."""
        for path in sorted(self._touched):
            if path in self._after:
                yield path, self._before.get(self._former.get(path, path)), self._after[path]
        for path in sorted(self._files.deleted):
            if path in self._before and path not in self._former.values():
                yield path, self._before[path], None

    def affected(self) -> Iterator[tuple[str, Event | None, Event]]:
        """Yield path, former and present event of each file that was not touched and tells something else, or now comes.

        Where there was no calendar at all, because of the region, nothing is said of what was not touched.
        """
        for path, event in self._after.items() if self._before else ():
            former = self._before.get(path)
            # what was not touched has another UID by the address of the site alone, which is told of the region
            same = former is event or (former is not None and reads_alike(replace(former, uid=event.uid), event))
            if not same and path not in self._touched:
                yield path, former, event

    def broken(self) -> Iterator[Broken]:
        """Yield each event's file that is there and has no event: touched, or of an event that there was before."""
        touched = {path for path in self._files.touched if _is_event(path)}
        for path in sorted(touched | (self._before.keys() & self._there)):
            if path not in self._after:
                before = self._before.get(self._former.get(path, path))
                written = self._written.get(path, "")
                title = written if isinstance(written, str) and written else before.title.first if before else ""
                yield Broken(path=path, title=title, before=before)

    def focus(self) -> Iterator[str]:
        """Yield each file of which the checks may find something else than before."""
        yield from self._touched
        yield from (path for path, _, _ in self.affected())
        for _, before, after in self.touched():
            for event in (before, after):
                yield from _referred(event)


def _by_path(calendar: Calendar | None) -> Mapping[str, Event]:
    return {event.source.path: event for event in calendar.events} if calendar else {}


def _followed(
    before: Mapping[str, Event], after: Mapping[str, Event], files: ChangedFiles
) -> Iterator[tuple[str, str]]:
    """Yield new and old path of events that say themselves that they are the same: by their id, or an alias."""
    gone = {before[path].id: path for path in sorted(files.gone) if path in before}
    for path in sorted(files.added):
        if path in after:
            yield from ((path, gone[one]) for one in (after[path].id, *after[path].aliases) if one in gone)


def _is_event(path: str) -> bool:
    """Whether a path is that of an event, not of a translation."""
    return path.startswith("events/") and "." not in path.rpartition("/")[2].rpartition(".")[0]


def _referred(event: Event | None) -> Iterator[str]:
    """Yield the files of what an event refers to: that nobody uses a place depends on the events."""
    if event is None:
        return
    places = [event.place, *(entry.details.place for entry in event.schedule.entries)]
    yield from (place.source.path for place in places if isinstance(place, Place) and place.id)
    yield from (campaign.source.path for campaign in event.campaigns)
    yield from (organiser.source.path for organiser in event.organisers)
