"""The shapes of the data: what each thing looks like as JSON.

A text is an object of languages to words, since programs choose their language themselves; an id refers to a thing
in another file. What is not known is left out. The schema of each shape is in ``schemas``, and a test holds the two
together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats import iso8601
from streekagenda.formats.json_text import json_text
from streekagenda.formats.plain_text import lines
from streekagenda.model.place import Online, Place
from streekagenda.model.selection import Selection
from streekagenda.publications.exports.lengths import lengths
from streekagenda.urls import of_day

if TYPE_CHECKING:
    from streekagenda.formats.json_text import Json, JsonObject
    from streekagenda.model.area import Area
    from streekagenda.model.details import Booking, Price
    from streekagenda.model.event import Campaign, Event
    from streekagenda.model.media import Image
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.organisation import Contact, Organisation
    from streekagenda.model.text import Text
    from streekagenda.model.vocabulary import Term
    from streekagenda.publications.site import Site


class Shapes:
    """Makes the data of one site; addresses are those of its default language."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._language = site.region.language
        self._zone = site.region.timezone
        self._likenesses: dict[int, tuple[str, str]] = {}

    def region(self) -> JsonObject:
        """Return the whole: languages, and the vocabularies that events refer to."""
        region = self._site.region
        return {
            "title": _text(region.title),
            "url": region.url,
            "timezone": region.timezone,
            "languages": list(region.languages),
            "topics": [_term(one) for one in region.topics],
            "audiences": [_term(one) for one in region.audiences],
            "facilities": [_term(one) for one in region.facilities],
        }

    def area(self, area: Area) -> JsonObject:
        """Return a municipality, neighbourhood or village."""
        return _known(
            id=area.id,
            name=_text(area.name),
            above=list(area.above),
            code=area.code,
            code_year=area.code_year,
            also_known_as=list(area.also_known_as),
            **self._addresses("area", area.id),
        )

    def organisation(self, partner: Organisation) -> JsonObject:
        """Return a partner with a page."""
        return _known(
            id=partner.id,
            name=_text(partner.name),
            kind=str(partner.kind),
            area=partner.area.id if partner.area else None,
            website=partner.website,
            email=partner.email,
            phone=partner.phone,
            **self._addresses("organisation", partner.id or ""),
        )

    def place(self, place: Place) -> JsonObject:
        """Return a place with a page."""
        return _known(
            id=place.id,
            **_location(place),
            organisation=place.organisation.id if place.organisation else None,
            facilities=[term.id for term in place.facilities],
            directions=_text(place.directions),
            website=place.website,
            phone=place.phone,
            **self._addresses("place", place.id or ""),
        )

    def campaign(self, campaign: Campaign) -> JsonObject:
        """Return a campaign; ``last`` is inclusive."""
        return _known(
            id=campaign.id,
            title=_text(campaign.title),
            first=campaign.first.isoformat() if campaign.first else None,
            last=campaign.last.isoformat() if campaign.last else None,
            organisers=[one.id for one in campaign.organisers if one.id],
            **self._addresses("campaign", campaign.id),
        )

    def event(self, event: Event) -> JsonObject:
        """Return an activity; its dates are occurrences."""
        return _known(
            id=event.id,
            uid=event.uid,
            title=_text(event.title),
            summary=_text(event.summary),
            when=lengths(self._site, event.schedule),
            organisers=[one.id for one in event.organisers if one.id],
            **self._where(event.place),
            area=self._area(event.place, event.area),
            topics=[term.id for term in event.topics],
            audiences=[term.id for term in event.audiences],
            campaigns=[one.id for one in event.campaigns],
            status=str(event.status),
            price=_price(event.price),
            booking=_booking(event.booking),
            facilities=[term.id for term in event.facilities],
            languages=list(event.languages),
            contact=_contact(event.contact),
            image=self._image(event.image),
            created=iso8601.utc(event.history.created),
            modified=iso8601.utc(event.history.modified),
            sequence=event.history.sequence,
            confirmed=event.history.confirmed.isoformat() if event.history.confirmed else None,
            aliases=list(event.aliases),
            url=self._page("event", event.id),
            ics=self._site.addresses.absolute(self._site.addresses.event_feed(event.id)),
        )

    def occurrence(self, one: Occurrence) -> str:
        """Return one date of an activity, with all that holds for it, as JSON."""
        moment = one.moment
        before, after = self._said(one)
        start, end = iso8601.start_and_end(moment, self._zone)
        return "".join(
            (
                f'{before},"start":"{start}"',
                "" if end is None else f',"end":"{end}"',
                ',"all_day":true' if moment.hours is None else ',"all_day":false',
                f',"planned":"{iso8601.start(one.planned, self._zone)}"' if one.moved else "",
                f'{after}{of_day(moment.first)}"}}',
            )
        )

    def _said(self, one: Occurrence) -> tuple[str, str]:
        """Return what a date has in common with most others of its event, what stands before its times and what behind them.

        It ends in the address of the event's page, to which the day is added.
        """
        likeness = id(one.circumstances)  # which the dates of a series share, and the timeline keeps alive
        found = self._likenesses.get(likeness)
        if found is None:
            said = _known(
                title=_text(one.title),
                status=str(one.status),
                note=_text(one.note),
                **self._where(one.place),
                area=self._area(one.place, one.event.area),
                price=_price(one.price),
                booking=str(one.booking.state) if one.booking else None,
                url=self._page("event", one.event.id),
            )
            found = json_text({"event": one.event.id})[:-1], "," + json_text(said)[1:-2]
            self._likenesses[likeness] = found
        return found

    def _addresses(self, kind: str, thing_id: str) -> dict[str, Json]:
        feed = self._site.addresses.feed(Selection(**{kind: thing_id}))
        return {"url": self._page(kind, thing_id), "ics": self._site.addresses.absolute(feed)}

    def _page(self, kind: str, thing_id: str) -> str:
        return self._site.addresses.absolute(self._site.addresses.page(kind, self._language, thing_id))

    def _image(self, image: Image | None) -> Json:
        if image is None:
            return None
        url = self._site.addresses.absolute(self._site.addresses.media(image.file))
        return {"url": url, "alt": _text(image.alt)}

    def _where(self, place: Place | Online | None) -> dict[str, Json]:
        """Return a place by its id, or written out where it has no page; or an address on the internet."""
        if isinstance(place, Online):
            return {"online": place.url}
        if place is None:
            return {}
        return {"place": place.id} if place.id else {"location": _known(**_location(place))}

    def _area(self, place: Place | Online | None, otherwise: Area | None) -> Json:
        area = place.area if isinstance(place, Place) and place.area else otherwise
        return area.id if area else None


def _known(**fields: Json) -> JsonObject:
    """Return the fields that are known; an empty list is left out too, but a number, false or a text never is."""
    return {name: value for name, value in fields.items() if value is not None and value != []}


def _text(text: Text | None) -> Json:
    return {said.language: lines(said.text) for said in text.versions} if text else None


def _term(term: Term) -> Json:
    return _known(id=term.id, name=_text(term.name), icon=term.icon)


def _location(place: Place) -> dict[str, Json]:
    return {
        "name": _text(place.name),
        "street": place.street,
        "postcode": place.postcode,
        "city": place.city,
        "area": place.area.id if place.area else None,
        "latitude": place.geo[0] if place.geo else None,
        "longitude": place.geo[1] if place.geo else None,
    }


def _price(price: Price | None) -> Json:
    """Return an amount as a text with two decimals, which loses no cents, or what is said of it."""
    if price is None:
        return None
    if price.amount is not None:
        return {"amount": f"{price.amount:.2f}", "currency": "EUR"}
    return _known(text=_text(price.text))


def _booking(booking: Booking | None) -> Json:
    if booking is None:
        return None
    return _known(
        required=booking.required,
        state=str(booking.state),
        url=booking.url,
        phone=booking.phone,
        email=booking.email,
        until=booking.until.isoformat() if booking.until else None,
        capacity=booking.capacity,
        note=_text(booking.note),
    )


def _contact(contact: Contact | None) -> Json:
    return _known(name=contact.name, phone=contact.phone, email=contact.email) if contact else None
