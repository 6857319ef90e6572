"""Every list page that a site has: what it selects, and where it stands. Its embed shows the same."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.event import Campaign
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.once import once, told_wordless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.model.area import Area
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.place import Place
    from streekagenda.model.text import Text
    from streekagenda.model.vocabulary import Term
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words
    from streekagenda.urls import Addresses

    Subject = Area | Term | Organisation | Place | Campaign


class Listing(Struct, frozen=True, kw_only=True, dict=True):
    """A list page before it has a language."""

    kind: str
    """``agenda``, ``month``, ``week``, or a kind of :data:`streekagenda.urls.KINDS`."""
    selection: Selection
    subject: Subject | None = None
    """What it is about; ``None`` for the agenda and its periods."""
    other: tuple[str, Term] | None = None
    """The kind and term of what it selects by as well, on the list of two things together."""
    ready: str = ""
    """What a list below the agenda selects by: one of :data:`streekagenda.urls.READY`, or the id of a facility."""
    first: date | None = None
    """The first day of a period; ``None`` for what is to come."""
    last: date | None = None
    part: int = 1
    """Of a period with more than a page holds: which of its pages."""

    @cached_property
    def name(self) -> str:
        """What no other list of the site is called; all parts of a period are called the same."""
        subject, other = (self.subject.id if self.subject else "", self.other[1].id if self.other else "")
        return f"{self.kind} {subject} {self.other and self.other[0]} {other} {self.ready} {self.first}"

    def path(self, addresses: Addresses, language: str) -> str:
        """Return where it stands."""
        if self.subject is not None and self.subject.id is not None:
            if self.other is not None:
                kind, term = self.other
                return addresses.two(language, self.kind, self.subject.id, kind, term.id)
            return addresses.page(self.kind, language, self.subject.id)
        if self.first is not None:
            of_period = addresses.month if self.kind == "month" else addresses.week
            return path_of_part(of_period(self.first, language), self.part)
        if self.ready:
            return addresses.ready(self.ready, language)
        return addresses.page("agenda", language)

    def title(self, words: Words) -> str:
        """Return what it is called."""
        if self.subject is not None:
            name = words.text(name_of(self.subject)).text
            if self.other is None:
                return name
            return words.gettext("%(what)s in %(area)s") % {"what": words.text(self.other[1].name).text, "area": name}
        return words.capital(self.period(words)) if self.first is not None else words.gettext("Agenda")

    def period(self, words: Words) -> str:
        """Return the month or week that it shows, as it stands in a sentence; of another list nothing."""
        if self.first is None:
            return ""
        return words.month(self.first) if self.kind == "month" else words.week(self.first)


def path_of_part(first: str, number: int) -> str:
    """Return where a part of a period stands, by the path of the first one."""
    return first if number == 1 else f"{first}{number}/"


def name_of(subject: Subject) -> Text:
    """Return the name of what a list is about."""
    return subject.title if isinstance(subject, Campaign) else subject.name


def agenda() -> Listing:
    """Return the list of all that is to come."""
    return Listing(kind="agenda", selection=Selection())


def subjects(site: Site, kind: str) -> Iterator[Listing]:
    """Yield the lists of one kind: one for each area, topic, audience, organisation, place or campaign with a page."""
    for subject in _subjects(site, kind):
        if subject.id is not None:
            yield Listing(kind=kind, selection=Selection(**{kind: subject.id}), subject=subject)


def _subjects(site: Site, kind: str) -> Iterable[Subject]:
    region, calendar = site.region, site.calendar
    found: dict[str, Iterable[Subject]] = {
        "area": region.all_areas(),
        "topic": region.topics,
        "audience": region.audiences,
        "organisation": calendar.organisations,
        "place": calendar.places,
        "campaign": calendar.campaigns,
    }
    return found[kind]


@once
def months(site: Site) -> tuple[Listing, ...]:
    """Return the months from the first to the last in which anything happens, with this month among them."""
    first, last = _reach(site)
    found = []
    day = first.replace(day=1)
    while day <= last:
        after = _next_month(day)
        found.append(Listing(kind="month", selection=Selection(), first=day, last=after - timedelta(days=1)))
        day = after
    return tuple(found)


@once
def weeks(site: Site) -> tuple[Listing, ...]:
    """Return the ISO 8601 weeks from the first to the last in which anything happens, with this week among them."""
    first, last = _reach(site)
    monday = first - timedelta(days=first.weekday())
    return tuple(
        Listing(kind="week", selection=Selection(), first=day, last=day + timedelta(days=6))
        for number in range((last - monday).days // 7 + 1)
        for day in (monday + timedelta(weeks=number),)
    )


@told_wordless
def _reach(site: Site) -> tuple[date, date]:
    """Return the first and the last day on which anything begins, no further than the archive and the horizon."""
    today, region, dates = site.today, site.region, site.timeline.occurrences
    begins = [one.moment.first for one in (*dates[:1], *dates[-1:])]  # in order of time
    oldest = _months_from(today, -region.archive_months)
    return max(min([today, *begins]), oldest), min(max([today, *begins]), furthest(site))


def furthest(site: Site) -> date:
    """Return the last day that a month or a week of its own is made for."""
    return _months_from(site.today, site.region.horizon_months)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _months_from(day: date, months: int) -> date:
    """Return the first day of the month that is so many months away."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
