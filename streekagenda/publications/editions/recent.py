"""What became of activities lately, in words: the same on the page, in its embed and in the feeds."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.model.details import Status
from streekagenda.model.organisation import Contact
from streekagenda.model.place import Place
from streekagenda.model.schedule import Series
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import NEAR, between, over, until
from streekagenda.publications.editions.once import once, told_wordless
from streekagenda.publications.editions.recent_words import advice, further_dates, is_of_one_day, label, places
from streekagenda.publications.editions.told import Body, DateTold, DayTold, Told
from streekagenda.recurrence.turns import Known, TurnKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.text import Text
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.turns import Turn, TurnedDate
    from streekagenda.rendering.words import Words

MOST_DATES = 4
"""Dates of one activity that are named one by one; of more the first three, and how many follow."""
MOST_NEW = 10
"""New activities of one day that are named one by one: somebody who brings 200 at once has no news for anybody."""
MOST = 60
"""Other things of one day that are named one by one."""

_OFF = {TurnKind.CANCELLED: Status.CANCELLED, TurnKind.POSTPONED: Status.POSTPONED}
_MAY_HAVE_MOVED = {*_OFF, TurnKind.ONLINE, TurnKind.ON_AGAIN}
"""Of these dates it is said too when they were, where they moved as well."""
_AT_A_PLACE = {TurnKind.ELSEWHERE, TurnKind.ADDRESS}
_WITHOUT_PLACE = {*_AT_A_PLACE, TurnKind.WITHDRAWN, TurnKind.GONE}
"""Of these no place is named beside the message: it is the message, or there is nothing to go to."""


def days_told(site: Site, words: Words) -> tuple[DayTold, ...]:
    """Return what became of activities, the newest day first, without what lies behind at the moment of the build."""
    now = site.timeline.now
    ahead = (replace(one, dates=dates) for one in site.recent.turns if (dates := _ahead(one, now)))
    found = []
    for day, group in groupby(ahead, key=attrgetter("day")):
        turns = list(group)
        new = sorted((one for one in turns if one.kind is TurnKind.NEW), key=_first)
        told = _all_told(site, words, [one for one in turns if one.kind is not TurnKind.NEW])
        found.append(
            DayTold(
                day=day,
                told=told[:MOST],
                new=tuple(_told(site, words, one) for one in new[:MOST_NEW]),
                more_new=len(new[MOST_NEW:]),
                more=len(told[MOST:]),
            )
        )
    return tuple(found)


def _all_told(site: Site, words: Words, turns: Sequence[Turn]) -> tuple[Told, ...]:
    """Return what is told of each turn; of a place with another address once, however many activities it has."""
    found: dict[str, Told] = {}
    for turn in turns:
        place = turn.dates[0].after.place if turn.kind is TurnKind.ADDRESS and turn.dates[0].after else None
        told = _told(site, words, turn)
        if isinstance(place, Place) and place.id is not None:
            told = _of_place(site, words, told, place)
        same = found.get(told.name)
        found[told.name] = replace(same, until=max(same.until, told.until)) if same else told
    return tuple(found.values())


def _of_place(site: Site, words: Words, told: Told, place: Place) -> Told:
    """Return what is told of an activity as what is told of its place."""
    organisation = place.organisation
    phones = (place.phone, organisation.phone if organisation else None)
    return replace(
        told,
        name=f"place/{place.id}/{told.turn.day.isoformat()}/{told.turn.kind.value}",
        title=place.name,
        path=site.addresses.page("place", words.language, place.id or ""),
        who=(organisation,) if organisation else (),
        of_place=place,
        body=replace(told.body, dates=(), more=""),
        notes=(),
        ask=next((Contact(phone=phone) for phone in phones if phone), None),
    )


def _ahead(turn: Turn, now: datetime) -> tuple[TurnedDate, ...]:
    return tuple(one for one in turn.dates if _until(one) > now)


def _until(date: TurnedDate) -> datetime:
    """Return when a date is over: of one that moved the later one, for who would come on the former day."""
    return max(until(moment) for moment in date.moments)


def _first(turn: Turn) -> tuple[datetime, str]:
    return turn.dates[0].moments[0].start, turn.event.id


def _told(site: Site, words: Words, turn: Turn) -> Told:
    event = turn.event
    occurrence = next(one for date in turn.dates for one in (date.after, date.before) if one is not None)
    body = _body(site, words, turn)
    notes = tuple(dict.fromkeys(one.note for one in body.dates))
    if len(notes) == 1:
        body = replace(body, dates=tuple(replace(one, note=None) for one in body.dates))
    return Told(
        turn=turn,
        label=label(turn, words),
        name=f"{event.id}/{turn.day.isoformat()}/{turn.kind.value}",
        title=_title(turn, occurrence),
        path=_path(site, words, turn, occurrence),
        who=event.organisers,
        body=body,
        advice=advice(turn, occurrence, words),
        place=None if turn.kind in _WITHOUT_PLACE or occurrence.status is Status.ONLINE else occurrence.place,
        notes=tuple(one for one in notes if one) if len(notes) == 1 else (),
        ask=_ask(turn, occurrence),
        until=max(map(_until, turn.dates)),
    )


def _body(site: Site, words: Words, turn: Turn) -> Body:
    """Return what is said of the dates: one by one where they are few, else of the schedule, or of the first of them."""
    event, former, today = turn.event, turn.former, site.today
    many = len(turn.dates) > MOST_DATES
    if turn.kind is TurnKind.NEW:
        return Body(said=words.schedule_sentence(event.schedule, today=today))
    if turn.kind is TurnKind.WITHDRAWN and many:
        return Body(was=words.schedule_sentence(event.schedule, today=today))
    if turn.kind in {TurnKind.MOVED, TurnKind.RESCHEDULED} and many and former is not None:
        was, now = (words.schedule_sentence(one.schedule, today=today) for one in (former, event))
        if was != now:
            return Body(was=was, now=now)
    dates = tuple(_dates(words, turn))
    found = Body(dates=dates[: MOST_DATES - 1] if many else dates)
    if turn.kind in _AT_A_PLACE:
        of_dates = {places(turn, one, words) for one in turn.dates}
        was, now = of_dates.pop() if len(of_dates) == 1 else ("", "")
        found = replace(found, was=was, now=now)
    if len(dates) > 1 and _all_off(event, _OFF.get(turn.kind)):
        return replace(found, more=words.gettext("This is about all dates of this activity."))
    return replace(found, more=further_dates(turn, len(dates) - len(found.dates), words)) if many else found


def _title(turn: Turn, occurrence: Occurrence) -> Text:
    """Return the title of the one date that it is about, or that of the activity."""
    return occurrence.title if len(turn.dates) == 1 and turn.kind is not TurnKind.NEW else turn.event.title


def _path(site: Site, words: Words, turn: Turn, occurrence: Occurrence) -> str | None:
    if turn.kind is TurnKind.WITHDRAWN:
        return None
    if len(turn.dates) == 1 and turn.dates[0].after is not None and turn.kind is not TurnKind.NEW:
        return site.addresses.occurrence(occurrence, words.language)
    return site.addresses.page("event", words.language, turn.event.id)


def _all_off(event: Event, status: Status | None) -> bool:
    """Whether a whole event is off in the same way, without a date that says otherwise for itself."""
    entries = event.schedule.entries
    changes = (one for entry in entries if isinstance(entry, Series) for one in entry.changes)
    return event.status is status and all(one.details.status in {None, status} for one in (*entries, *changes))


def _dates(words: Words, turn: Turn) -> Iterator[DateTold]:
    for one in turn.dates:
        after, (was, *_, now) = one.after, [words.moment(moment) for moment in (*one.moments, one.moments[-1])]
        told = DateTold(said=words.capital(now), note=after.note if after else None, until=_until(one))
        if turn.kind is TurnKind.RESCHEDULED:
            told = replace(told, said="", was="" if after else now, now=now if after else "")
        elif turn.kind is TurnKind.MOVED and is_of_one_day(one):
            was, now = (words.hours(moment) for moment in one.moments)
            told = replace(told, said=words.capital(words.day(one.moments[-1].first)), was=was, now=now)
        elif turn.kind is TurnKind.MOVED:
            told = replace(told, said="", was=was, now=now)
        elif turn.kind in _MAY_HAVE_MOVED and was != now:
            told = replace(told, was=was)
        yield told


def _ask(turn: Turn, occurrence: Occurrence) -> Contact | None:
    """Return whom to call or write to: where one can sign up that first, then who is asked, then the organisation."""
    event, booking = turn.event, occurrence.booking
    if turn.kind is TurnKind.ROOM and booking is not None and (booking.phone or booking.email):
        return Contact(phone=booking.phone, email=booking.email)
    if event.contact is not None and (event.contact.phone or event.contact.email):
        return event.contact
    known = (one for one in event.organisers if one.phone or one.email)
    return next((Contact(phone=one.phone, email=one.email) for one in known), None)


def recent_contents(edition: Edition, page: str) -> dict[str, object]:
    """Return what the page and the embed show: the days, and where git tells nothing what the content says itself."""
    site = edition.site
    known = site.recent.known is not Known.NOTHING
    return {
        "recent": site.recent,
        "recent_days": days_told(site, edition.words),
        "not_as_usual": () if known else edition.cards.days(not_as_usual(site), page, first=site.today),
    }


def not_as_usual(site: Site) -> Sequence[Occurrence]:
    """Return the dates of the near future that do not take place, are at another time than planned, or online instead."""
    _told_of_unusual(site)
    with site.index.asked.during():  # of these dates all counts, of others that they are not among them
        found = _unusual(site)
    for one in found:
        site.index.of(one.event)
    return found


@told_wordless
def _told_of_unusual(site: Site) -> tuple[tuple[str, str, str], ...]:
    return tuple((one.event.id, one.moment.start.isoformat(), one.planned.start.isoformat()) for one in _unusual(site))


@once
def _unusual(site: Site) -> Sequence[Occurrence]:
    return [
        one
        for one in between(site, Selection(), site.today, site.today + NEAR)
        if (not one.takes_place or one.moved or one.status is Status.ONLINE) and not over(one.moment, site.timeline.now)
    ]
