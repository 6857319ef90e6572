"""Valid objects with defaults, so that a test states only what matters to it.

Texts are Dutch strings, days are ISO dates, hours are ``"14:00-16:00"`` (or ``"14:00"``, or ``None`` for whole days):

    event(series(rule("WEEKLY", "2026-09-06", "SU"), "14:00-16:00", changes=[change("2026-12-20", status="cancelled")]))

Every builder takes the other fields of its class by their own names. The same call gives an equal object, which no
test can change: all of them are frozen.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from streekagenda.diagnostics import Location
from streekagenda.model.area import Area
from streekagenda.model.calendar import Calendar
from streekagenda.model.details import Booking, Details, Price, Status
from streekagenda.model.event import Campaign, Event, History
from streekagenda.model.organisation import Organisation
from streekagenda.model.place import Online, Place
from streekagenda.model.region import Region, Theme
from streekagenda.model.schedule import (
    Change,
    Closure,
    DateRange,
    Entry,
    Exclusion,
    Frequency,
    Hours,
    Moment,
    NthWeekday,
    Rule,
    Schedule,
    Series,
    Single,
    Weekday,
    WeekParity,
)
from streekagenda.model.text import Said, Text
from streekagenda.model.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMITTED = datetime(2026, 1, 5, 9, tzinfo=UTC)
"""When the files of the examples were made."""


# ------------------------------------------------------------------------------------------------------- small values


def text(words: str | Text, **versions: str) -> Text:
    """``text("Koffie", en="Coffee")``; what is a text already stays as it is."""
    if isinstance(words, Text):
        return words
    others = tuple(Said(text=said, language=language) for language, said in versions.items())
    return Text(versions=(Said(text=words, language="nl"), *others))


def day(iso: str | date) -> date:
    return iso if isinstance(iso, date) else date.fromisoformat(iso)


def hours(notation: str | Hours | None, doors: str | None = None) -> Hours | None:
    """``"14:00-16:00"``, ``"14:00"`` or ``None``."""
    if notation is None or isinstance(notation, Hours):
        return notation
    start, _, end = notation.partition("-")
    return Hours(
        start=time.fromisoformat(start),
        end=time.fromisoformat(end) if end else None,
        doors=time.fromisoformat(doors) if doors else None,
    )


def moment(first: str | date, at: str | Hours | None = None, *, last: str | date | None = None) -> Moment:
    return Moment(first=day(first), last=day(last or first), hours=hours(at))


def term(term_id: str, name: str | Text | None = None, icon: str | None = None) -> Term:
    return Term(id=term_id, name=text(name or term_id.capitalize()), icon=icon)


def source(path: str) -> Location:
    return Location(path=path)


# -------------------------------------------------------------------------------------------------------------- when


def weekdays(notation: str) -> tuple[NthWeekday, ...]:
    """BYDAY as RFC 5545 writes it, parts by a comma: ``"MO,WE"``, ``"1TU,3TU"``, ``"-1FR"``."""
    parts = [part for part in notation.split(",") if part]
    return tuple(sorted(NthWeekday(nth=int(part[:-2] or 0), weekday=Weekday[part[-2:]]) for part in parts))


def rule(
    frequency: str | Frequency,
    start: str | date,
    on: str = "",
    *,
    interval: int = 1,
    month_days: Iterable[int] = (),
    months: Iterable[int] = (),
    positions: Iterable[int] = (),
    week_parity: str | WeekParity | None = None,
    until: str | date | None = None,
    count: int | None = None,
) -> Rule:
    """``rule("MONTHLY", "2026-09-01", "1TU")``; ``on`` is BYDAY."""
    return Rule(
        frequency=Frequency(frequency),
        start=day(start),
        interval=interval,
        weekdays=weekdays(on),
        month_days=tuple(month_days),
        months=tuple(months),
        positions=tuple(positions),
        week_parity=WeekParity(week_parity) if week_parity else None,
        until=day(until) if until else None,
        count=count,
    )


def details(
    *,
    title: str | Text | None = None,
    place: Place | Online | None = None,
    price: float | str | Price | None = None,
    status: str | Status | None = None,
    booking: Booking | None = None,
    note: str | Text | None = None,
) -> Details:
    """A number is a price in euro."""
    if isinstance(price, str):
        price = Price(text=text(price))
    elif isinstance(price, int | float):
        price = Price(amount=Decimal(str(price)))
    return Details(
        title=text(title) if title else None,
        place=place,
        price=price,
        status=Status(status) if status else None,
        booking=booking,
        note=text(note) if note else None,
    )


def single(
    first: str | date = "2026-10-01",
    at: str | Hours | None = "19:30-21:00",
    *,
    last: str | date | None = None,
    key: str = "",
    **said: Any,
) -> Single:
    """One moment, with the details of :func:`details`."""
    return Single(key=key, moment=moment(first, at, last=last), details=details(**said))


def series(
    repeated: Rule | None = None,
    at: str | Hours | None = "14:00-16:00",
    *,
    key: str = "",
    exclusions: Iterable[Exclusion | str] = (),
    also: Iterable[Moment] = (),
    changes: Iterable[Change] = (),
    **said: Any,
) -> Series:
    """Every Sunday from 6 September 2026; an exclusion may be an ISO date or a range ``2026-07-01..2026-08-31``."""
    return Series(
        key=key,
        rule=repeated or rule("WEEKLY", "2026-09-06", "SU"),
        hours=hours(at),
        exclusions=tuple(date_range(one) if isinstance(one, str) else one for one in exclusions),
        also=tuple(also),
        changes=tuple(changes),
        details=details(**said),
    )


def date_range(notation: str) -> DateRange:
    """``"2026-07-01..2026-08-31"`` or one date."""
    first, _, last = notation.partition("..")
    return DateRange(first=day(first), last=day(last or first))


def closure(name: str, *ranges: str) -> Closure:
    return Closure(id=_slug(name), name=text(name), ranges=tuple(date_range(one) for one in ranges))


def change(on: str | date, *, moved_to: str | date | None = None, at: str | Hours | None = None, **said: Any) -> Change:
    """One date that differs, with the details of :func:`details`."""
    return Change(on=day(on), moved_to=day(moved_to) if moved_to else None, hours=hours(at), details=details(**said))


# --------------------------------------------------------------------------------------------- who, where, and what


def area(area_id: str = "zandweerd", name: str | Text | None = None, **more: Any) -> Area:
    """A neighbourhood of Deventer; see :func:`municipality` for a tree."""
    more.setdefault("above", ("deventer",))
    return Area(id=area_id, name=text(name or area_id.capitalize()), **more)


def municipality(area_id: str = "deventer", *neighbourhoods: str, **more: Any) -> Area:
    """A municipality with neighbourhoods, by their ids."""
    more.setdefault("school_region", "noord")
    below = tuple(area(one, above=(area_id,), school_region=more["school_region"]) for one in neighbourhoods)
    return Area(id=area_id, name=text(area_id.capitalize()), areas=below, **more)


def organisation(organisation_id: str = "de-kern", name: str | Text | None = None, **more: Any) -> Organisation:
    more.setdefault("source", source(f"organisations/{organisation_id}.md"))
    return Organisation(id=organisation_id, name=text(name or _name(organisation_id)), **more)


def place(place_id: str | None = "huis-van-de-wijk", name: str | Text | None = None, **more: Any) -> Place:
    """A meeting place in Zandweerd with an address."""
    defaults = {"area": area(), "street": "Dorpsplein 1", "postcode": "7411 AA", "city": "Deventer"}
    more.setdefault("source", source(f"places/{place_id}.md"))
    return Place(id=place_id, name=text(name or _name(place_id or "een-plek")), **{**defaults, **more})


def campaign(campaign_id: str = "week-tegen-eenzaamheid", title: str | Text | None = None, **more: Any) -> Campaign:
    more.setdefault("source", source(f"campaigns/{campaign_id}.md"))
    return Campaign(id=campaign_id, title=text(title or _name(campaign_id)), **more)


def history(modified: datetime = COMMITTED, *, sequence: int = 0, confirmed: str | date | None = None) -> History:
    return History(
        created=COMMITTED, modified=modified, sequence=sequence, confirmed=day(confirmed) if confirmed else None
    )


def event(
    *entries: Entry,
    id: str = "de-kern/koffie",  # noqa: A002 -- the name of the field
    title: str | Text = "Koffie",
    status: str | Status = "scheduled",
    **more: Any,
) -> Event:
    """An event on Thursday evening 1 October 2026, in a meeting place; ``entries`` give it other dates."""
    defaults = {
        "organisers": (organisation(),),
        "place": place(),
        "topics": (term("ontmoeten"),),
        "uid": f"{id}@agenda.example.nl",
        "history": history(),
        "source": source(f"events/{id}.md"),
    }
    for field in ("summary", "body"):
        if isinstance(more.get(field), str):
            more[field] = text(more[field])
    return Event(
        id=id,
        title=text(title),
        status=Status(status),
        schedule=Schedule(entries=entries or (single(),)),
        **{**defaults, **more},
    )


# --------------------------------------------------------------------------------------------------------- the whole


def region(**more: Any) -> Region:
    """A region of one municipality with two neighbourhoods."""
    defaults: dict[str, Any] = {
        "title": text("Streekagenda"),
        "url": "https://agenda.example.nl/",
        "school_region": "noord",
        "areas": (municipality("deventer", "zandweerd", "rivierenwijk"),),
        "topics": (term("ontmoeten"), term("bewegen")),
        "audiences": (term("ouderen"), term("jongeren")),
        "facilities": (term("rolstoel"),),
        "theme": Theme(),
        "source": source("region.yaml"),
    }
    return Region(**{**defaults, **more})


def calendar(*events: Event, **more: Any) -> Calendar:
    """A calendar of events; the organisations, places and campaigns are those that the events name, by their ids."""
    defaults: dict[str, Any] = {
        "region": region(),
        "organisations": _by_id(one for happening in events for one in happening.organisers),
        "places": _by_id(one for happening in events for one in _places(happening)),
        "campaigns": _by_id(one for happening in events for one in happening.campaigns),
        "events": tuple(sorted(events, key=lambda happening: happening.id)),
    }
    return Calendar(**{**defaults, **more})


def _places(happening: Event) -> list[Place]:
    said = [happening.place, *(entry.details.place for entry in happening.schedule.entries)]
    return [one for one in said if isinstance(one, Place) and one.id is not None]


def _by_id(things: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(thing for _, thing in sorted({thing.id: thing for thing in things if thing.id is not None}.items()))


def _name(some_id: str) -> str:
    return some_id.replace("-", " ").capitalize()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
