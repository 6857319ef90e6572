"""A page for each event, at each of its old addresses the way to it, and the list of all that is running."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from streekagenda.formats import schema_org
from streekagenda.formats.openstreetmap import on_the_map
from streekagenda.model.details import BookingState, Status
from streekagenda.model.freshness import unconfirmed
from streekagenda.model.place import Online, Place
from streekagenda.publications.editions.a_to_z import a_to_z, off
from streekagenda.publications.editions.coming import over
from streekagenda.publications.editions.exceptions import exceptions
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.indexes import kind_title
from streekagenda.publications.editions.one_date import has_one_date, next_date
from streekagenda.publications.pages import mending
from streekagenda.publications.pages.adding import adding
from streekagenda.publications.pages.event_dates import DateLines
from streekagenda.publications.pages.invitations import invitation
from streekagenda.publications.pages.nearby import Nearby
from streekagenda.rendering.prose import first_paragraph
from streekagenda.urls import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.vocabulary import Term
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.rendering.words import Words

DATED_DATA = 10
"""So many dates in the structured data of an event."""
FIRST_DATES = 10
"""So many dates are in sight, with the rest of their month; later ones unfold."""
SOON = timedelta(days=14)
"""What does not take place within these days is said at the top of the page."""


def pages(edition: Edition) -> Iterator[Output]:
    """Yield a page for each event that has a date to show, and what leads to it."""
    nearby, lines, former = Nearby(edition.site), DateLines(edition), edition.site.former

    def name(event: Event) -> str:
        return f"{edition.language} page of {event.id}"

    for event in edition.site.index.asked.each(lambda: edition.site.calendar.events, name):
        if edition.site.index.of(event):
            page = edition.later if former and event.id in former.changed else edition.later_list
            yield page(edition.path("event", event.id), _event, event, nearby, lines)
            yield from _redirects(edition, event)
    yield from a_to_z(edition)


def page_at(edition: Edition, path: str) -> Output | None:
    """Return the page of an event that stands at a path; ``None`` where another kind of page does, or none."""
    event_id = path.removeprefix(edition.path("event")).removesuffix("/index.html")
    event = edition.site.index.event(event_id)
    where = edition.path("event", event_id)
    if event is None or file_of(where) != path:
        return None
    return edition.later(where, _event, event, Nearby(edition.site), DateLines(edition))


def _event(edition: Edition, event: Event, nearby: Nearby, lines: DateLines) -> Output:
    """Make the page with its dates from today on, or, of an event that is over, those that were.

    Then nothing is near it any more.
    """
    words, addresses, now = edition.words, edition.addresses, edition.site.timeline.now
    today, occurrences = edition.site.today, edition.site.index.of(event)
    coming = [one for one in occurrences if one.moment.last >= today or not over(one.moment, now)]
    past = all(over(one.moment, now) for one in coming)
    if not past:
        occurrences = coming
    following = next_date(occurrences, now)
    named = occurrences[:DATED_DATA]
    left_out = exceptions(event, named[0].moment.first, named[-1].moment.first)
    story = _story(words, event)
    description = story or words.schedule_sentence(event.schedule)
    none = off(occurrences)
    structured = schema_org.event(
        edition.setting, event, named, description=description, off=none.status if none else None, excluded=left_out
    )
    ahead = "" if past or none else words.schedule_sentence(event.schedule, today=today)
    head = Head(
        title=words.text(event.title).text,
        language=words.text(event.title).language,
        warning=_warning(words, none),
        where=partial(_at, edition, event.id),
        description=" ".join(one for one in (ahead, story) if one) or description,
        crumbs=((kind_title(edition, "event"), edition.path("event")),),
        feed=addresses.event_feed(event.id),
        image=addresses.media(event.image.file) if event.image else None,
        data=(structured,) if structured else (),
    )
    places = _places(occurrences)
    months = lines.by_month(occurrences, past=past, several_places=len(places) > 1)
    in_sight = len({one.moment.first.replace(day=1) for one in occurrences[:FIRST_DATES]})
    near = () if past else nearby.of(following or occurrences[0])
    return edition.page(
        "event.html",
        head,
        event=event,
        past=past,
        dates=occurrences,
        months=months[:in_sight],
        later=months[in_sight:],
        soon=[] if past else _soon(edition, event, occurrences),
        next=following,
        last=occurrences[-1],
        off=none is not None and not past,
        booked_up=following is not None
        and following.booking is not None
        and following.booking.state is BookingState.FULL,
        adding=adding(edition, following) if following else None,
        one_date=has_one_date(event),
        invitation=None if past or event.draft else invitation(edition, occurrences),
        nearby=edition.cards.days(near, edition.path("event", event.id), first=today),
        places=places,
        map=on_the_map(places[0]) if len(places) == 1 and isinstance(places[0], Place) else None,
        facilities=_facilities(event, places),
        unconfirmed=not past and unconfirmed(event, today),
        ways=() if past else mending.ways(edition, event),
    )


def _story(words: Words, event: Event) -> str:
    """Return what it is in a few words: its summary, else how its body begins."""
    if event.summary:
        return words.text(event.summary).text
    return first_paragraph(words.text(event.body).text) if event.body else ""


def _soon(edition: Edition, event: Event, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Return the dates of the coming days on which one would stand before a closed door."""
    if event.status is not Status.SCHEDULED:
        return []  # the page says it of all dates
    until = edition.site.today + SOON
    return [one for one in occurrences if not one.takes_place and one.moment.first <= until]


def _warning(words: Words, off: Occurrence | None) -> str:
    if off is None:
        return ""
    return words.gettext("Postponed") if off.status is Status.POSTPONED else words.gettext("Does not go ahead")


def _at(edition: Edition, event_id: str, language: str) -> str:
    return edition.addresses.page("event", language, event_id)


def _places(occurrences: Sequence[Occurrence]) -> list[Place | Online]:
    """Return where it is, each place once, in the order of the dates."""
    return list({id(one.place): one.place for one in occurrences if one.place and one.moved_to is None}.values())


def _facilities(event: Event, places: Sequence[Place | Online]) -> list[Term]:
    """Return what the event offers, and what its place does; of several places only the event's own."""
    own = list(event.facilities)
    if len(places) == 1 and not isinstance(places[0], Online):
        known = {term.id for term in own}
        own += [term for term in places[0].facilities if term.id not in known]
    return own


def _redirects(edition: Edition, event: Event) -> Iterator[Output]:
    for alias in event.aliases:
        head = Head(title=edition.words.text(event.title).text, where=partial(_at, edition, alias))
        yield edition.page("redirect.html", head, target=edition.path("event", event.id))
