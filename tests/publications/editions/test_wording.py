from __future__ import annotations

from datetime import date

import icalendar
import pytest

from streekagenda.model.details import Booking, BookingState
from streekagenda.model.event import Event, Welcome
from streekagenda.model.media import Image
from streekagenda.model.organisation import Contact
from streekagenda.model.place import Online
from streekagenda.model.schedule import Change
from tests.examples import area, change, details, event, hours, organisation, place, series, single, term, text
from tests.publications.feeds.sites import published


def written(happening: Event) -> icalendar.Event:
    """The first VEVENT of the feed of an event."""
    return icalendar.Calendar.from_ical(published(happening)[f"feeds/event/{happening.id}.ics"]).events[0]


def test_a_subscriber_reads_the_whole_story() -> None:
    happening = event(
        series(changes=[change("2026-12-20", title="Kerstdiner")]),
        summary="Koffie en een praatje.",
        price=details(price=2.5).price,
        booking=Booking(
            phone="0570 00 00 11", url="https://aanmelden.example.nl/", note=text("Bel na 10 uur."), capacity=20
        ),
        welcome=Welcome(
            who=text("Ans staat bij de deur."), way_in=text("Ingang aan het plein."), included=text("Met taart.")
        ),
        place=place(directions=text("Naast de kerk."), facilities=(term("rolstoel", "Rolstoel"),)),
        facilities=(term("ringleiding", "Ringleiding"), term("rolstoel", "Rolstoel")),
        contact=Contact(name="Gastvrouw", phone="0570 00 00 10", email="koffie@example.org"),
        organisers=(organisation(name="De Kern"), organisation("raster", "Raster")),
    )
    assert written(happening)["DESCRIPTION"].replace("\N{NO-BREAK SPACE}", " ") == (
        "Koffie en een praatje.\n"
        "\n"
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. Op 20 december 2026 (Kerstdiner).\n"
        "\n"
        "Waar: Huis van de wijk, Dorpsplein 1, Deventer\n"
        "Naast de kerk.\n"
        "Ingang aan het plein.\n"
        "Ans staat bij de deur.\n"
        "Met taart.\n"
        "Toegankelijk: Rolstoel en Ringleiding\n"
        "\n"
        "Prijs: € 2,50\n"
        "Meld je eerst aan. Er is plek voor 20 mensen.\n"
        "Aanmelden: 0570 00 00 11, https://aanmelden.example.nl/\n"
        "Bel na 10 uur.\n"
        "\n"
        "Door De Kern en Raster\n"
        "Vragen: Gastvrouw, 0570 00 00 10, koffie@example.org\n"
        "\n"
        "https://agenda.example.nl/activiteiten/de-kern/koffie/"
    )


def test_a_plain_activity_is_told_in_few_words() -> None:
    assert written(event())["DESCRIPTION"] == (
        "Waar: Huis van de wijk, Dorpsplein 1, Deventer\n"
        "\n"
        "Loop gewoon binnen. Je hoeft je niet aan te melden.\n"
        "\n"
        "Door De kern\n"
        "\n"
        "https://agenda.example.nl/activiteiten/de-kern/koffie/"
    )


@pytest.mark.parametrize(
    ("status", "title", "first"),
    [
        ("cancelled", "AFGELAST: Koffie", "Afgelast. De zaal is dicht."),
        ("postponed", "UITGESTELD: Koffie", "Uitgesteld. De zaal is dicht."),
        ("online", "ONLINE: Koffie", "Online. De zaal is dicht."),
        ("scheduled", "Koffie", "De zaal is dicht."),
    ],
)
def test_what_is_not_as_planned_comes_first(status: str, title: str, first: str) -> None:
    found = written(event(single("2026-10-01", note="De zaal is dicht."), status=status))
    assert found["SUMMARY"] == title
    assert found["DESCRIPTION"].split("\n")[0] == first


@pytest.mark.parametrize(
    ("more", "location"),
    [
        ({}, "Huis van de wijk, Dorpsplein 1, Deventer"),
        ({"place": place("plein", street=None, city=None)}, "Plein, Zandweerd"),
        ({"place": place("deventer", city="Deventer", street=None)}, "Deventer"),
        ({"place": Online(url="https://bellen.example.nl/x")}, "https://bellen.example.nl/x"),
        ({"place": None, "area": area("rivierenwijk")}, "Rivierenwijk"),
        ({"status": "online"}, "Online"),  # nobody should go to the place
    ],
)
def test_the_location_is_one_line(more: dict[str, object], location: str) -> None:
    assert written(event(**more))["LOCATION"] == location


def test_a_date_online_can_be_joined_from_the_calendar() -> None:
    found = written(event(place=Online(url="https://bellen.example.nl/x")))["CONFERENCE"]
    assert (str(found), found.params["LABEL"]) == ("https://bellen.example.nl/x", "Doe online mee")


def test_the_place_stands_on_the_map_and_the_picture_has_an_address() -> None:
    there = place(name='Huis "de Wijk"; zaal 2', geo=(52.25, 6.16))
    picture = Image(file="de-kern/koffie.jpg", alt=text("Kopjes"))
    feed = (
        published(event(place=there, image=picture))["feeds/event/de-kern/koffie.ics"].replace(b"\r\n ", b"").decode()
    )
    for line in (
        "GEO:52.25;6.16",
        "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"Huis ^'de Wijk^'; zaal 2\":geo:52.25,6.16",
        "IMAGE;VALUE=URI;FMTTYPE=image/jpeg:https://agenda.example.nl/media/de-kern/koffie.jpg",
    ):
        assert f"\r\n{line}\r\n" in feed
    online = written(event(place=there, status="online"))
    assert {"GEO", "X-APPLE-STRUCTURED-LOCATION"}.isdisjoint(online)  # nobody should go there


@pytest.mark.parametrize(
    ("changed", "first"),
    [
        (
            change("2026-09-06", moved_to="2026-09-07"),
            "Verplaatst. Eerst stond het op een andere dag: zondag 6 september",
        ),
        (change("2026-09-06", at="15:00-16:00"), "Andere tijd. Eerst was het van 14.00 tot 16.00 uur."),
        (change("2026-09-06", at="14:00-18:00"), "Waar: "),
    ],
)
def test_a_date_at_another_time_says_when_it_was_planned(changed: Change, first: str) -> None:
    feed = published(event(series(changes=[changed])))["feeds/event/de-kern/koffie.ics"]
    described = icalendar.Calendar.from_ical(feed).events[1]["DESCRIPTION"]
    assert described.startswith(first)


def test_when_the_doors_open_is_said_in_words() -> None:
    happening = event(single("2026-10-01", hours("19:30-21:00", doors="19:00")))
    assert written(happening)["DESCRIPTION"].split("\n")[0] == (
        "Donderdag 1 oktober 2026 van 19.30 tot 21.00 uur (inloop vanaf 19.00 uur)."
    )


def test_a_full_booking_is_said() -> None:
    happening = event(booking=Booking(state=BookingState.FULL, until=date(2026, 9, 1)))
    assert "Vol. Je kunt je niet meer aanmelden." in written(happening)["DESCRIPTION"].split("\n")
