"""What checks look at: all that is valid, and the files that somebody asks about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from streekagenda.checks.passages import DESCRIPTION, FileTexts, of_body, of_event, of_place
from streekagenda.checks.together import Slot, slots
from streekagenda.checks.whereabouts import Whereabouts
from streekagenda.model.details import Status
from streekagenda.model.schedule import PublicHolidays, Series
from streekagenda.recurrence.expansion import expand
from streekagenda.recurrence.holiday_sets import excluded_days
from streekagenda.recurrence.instances import last_touched
from streekagenda.recurrence.planned import last_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.model.calendar import Calendar, FreePage
    from streekagenda.model.event import Campaign, Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.place import Place
    from streekagenda.model.schedule import Entry
    from streekagenda.model.text import Text


class Known(Struct, frozen=True, kw_only=True):
    """What checks of one event know of a whole calendar."""

    whereabouts: Whereabouts
    proper_names: frozenset[str]
    holidays: tuple[date, ...]


class Checked(Struct, frozen=True, kw_only=True, dict=True):
    """A calendar on a day. Checks say what they find in the files asked about, compared with the whole calendar."""

    calendar: Calendar
    today: date
    last: date
    """The horizon: the last day of what repeats without an end."""
    focus: frozenset[str] | None = None
    """Paths below the content folder of the files asked about; ``None``: all."""
    known: Known | None = None
    """What is known of all places and names, where the calendar holds only some of them."""
    _dates: dict[str, tuple[Occurrence, ...]] = field(default_factory=dict)

    def asked(self, path: str) -> bool:
        """Whether somebody asks about a file."""
        return self.focus is None or path in self.focus

    def asked_about(self, event: Event) -> bool:
        """Whether somebody asks about the file of an event."""
        return self.asked(event.source.path)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events asked about."""
        return tuple(one for one in self.calendar.events if self.asked(one.source.path))

    @cached_property
    def running(self) -> tuple[Event, ...]:
        """The events asked about that are not cancelled and still have something to come."""
        return tuple(one for one in self.events if self.runs(one))

    def runs(self, event: Event) -> bool:
        """Whether an event is not cancelled and still has something to come."""
        return event.status is not Status.CANCELLED and _to_come(event, self.today)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places with a file, asked about."""
        return tuple(one for one in self.calendar.places if self.asked(one.source.path))

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations asked about."""
        return tuple(one for one in self.calendar.organisations if self.asked(one.source.path))

    @cached_property
    def campaigns(self) -> tuple[Campaign, ...]:
        """The campaigns asked about."""
        return tuple(one for one in self.calendar.campaigns if self.asked(one.source.path))

    @cached_property
    def pages(self) -> tuple[FreePage, ...]:
        """The free pages asked about."""
        return tuple(one for one in self.calendar.pages if self.asked(one.source.path))

    @cached_property
    def texts(self) -> tuple[FileTexts, ...]:
        """The texts of the files asked about, without the names of partners, places and campaigns."""
        return (
            *(of_event(one) for one in self.events),
            *(of_place(one) for one in self.places),
            *(of_body(one.source.path, (DESCRIPTION, one.body)) for one in self.organisations),
            *(of_body(one.source.path, (DESCRIPTION, one.body)) for one in self.campaigns),
            *(of_body(one.source.path, (("title",), one.title), (DESCRIPTION, one.body)) for one in self.pages),
        )

    def coming(self, event: Event) -> tuple[Occurrence, ...]:
        """Return the dates of an event from today to the horizon, in order of time; each event is expanded once."""
        found = self._dates.get(event.id)
        if found is None:
            found = self._dates[event.id] = tuple(expand(event, self.today, self.last))
        return found

    @cached_property
    def slots(self) -> tuple[tuple[Event, tuple[Slot, ...]], ...]:
        """The weekdays and hours of all events that are no drafts, also of those not asked about."""
        return tuple((one, slots(one, self.today)) for one in self.calendar.events if not one.draft)

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """All places, to know which are the same."""
        return self.known.whereabouts if self.known else Whereabouts(self.calendar.places)

    @cached_property
    def holidays(self) -> tuple[date, ...]:
        """The public holidays from today to the horizon."""
        if self.known:
            return self.known.holidays
        country = PublicHolidays(country=self.calendar.region.country)
        return tuple(sorted(excluded_days((country,), self.today, self.last)))

    @cached_property
    def proper_names(self) -> frozenset[str]:
        """What people, houses and weeks are called here, in every language: no check of words minds them."""
        if self.known:
            return self.known.proper_names
        calendar = self.calendar
        named: tuple[Text, ...] = (
            calendar.region.title,
            *(one.name for one in calendar.region.all_areas()),
            *(one.name for one in calendar.organisations),
            *(one.name for one in calendar.places),
            *(one.title for one in calendar.campaigns),
        )
        return frozenset(said.text for name in named for said in name.versions)


def _to_come(event: Event, today: date) -> bool:
    """Whether an event has a date from today on, without expanding it."""
    return any(last is None or last >= today for entry in event.schedule.entries for last in last_days(entry))


def last_days(entry: Entry) -> Iterator[date | None]:
    """Yield days of which the latest is the last of an entry; ``None``: it goes on."""
    if not isinstance(entry, Series):
        yield last_touched(entry.moment)
        return
    yield last_day(entry) if entry.rule.count is not None else entry.rule.until
    yield from (moment.last for moment in entry.also)
    yield from (change.moved_to for change in entry.changes if change.moved_to)
