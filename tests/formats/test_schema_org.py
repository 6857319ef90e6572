"""What search engines read: against the properties of schema.org, and what Google asks of an event."""

from __future__ import annotations

import json
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from streekagenda.formats import schema_org
from streekagenda.formats.schema_org import Setting
from streekagenda.formats.schema_org.offers import offer
from streekagenda.formats.schema_org.schedules import schedule
from streekagenda.model.details import Booking, BookingState, Price, Status
from streekagenda.model.event import Event
from streekagenda.model.holidays import Feast
from streekagenda.model.media import Image
from streekagenda.model.occurrence import Circumstances, Moved, Occurrence
from streekagenda.model.place import Online
from streekagenda.model.schedule import Hours, Moment, NamedHoliday, PublicHolidays, Schedule, moment_on
from streekagenda.urls import Addresses
from tests.examples import (
    area,
    campaign,
    closure,
    date_range,
    event,
    moment,
    organisation,
    place,
    rule,
    series,
    single,
    term,
    text,
)

SETTING = Setting(
    addresses=Addresses(url="https://agenda.example.nl/", languages=("nl", "en")),
    language="nl",
    zone="Europe/Amsterdam",
    country="NL",
)
PAGE = "https://agenda.example.nl/activiteiten/de-kern/koffie/"
ORGANISER = {
    "@type": "Organization",
    "@id": "https://agenda.example.nl/organisaties/de-kern/",
    "name": "De kern",
    "url": "https://agenda.example.nl/organisaties/de-kern/",
}
LOCATION = {
    "@type": "Place",
    "@id": "https://agenda.example.nl/plekken/huis-van-de-wijk/",
    "name": "Huis van de wijk",
    "url": "https://agenda.example.nl/plekken/huis-van-de-wijk/",
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "Dorpsplein 1",
        "postalCode": "7411 AA",
        "addressLocality": "Deventer",
        "addressCountry": "NL",
    },
}


def occurrence(happening: Event, when: Moment, **more: Any) -> Occurrence:
    """A date of an event as it is by default."""
    defaults: dict[str, Any] = {
        "entry": happening.schedule.entries[0],
        "title": happening.title,
        "place": happening.place,
        "price": happening.price,
        "status": happening.status,
        "booking": happening.booking,
    }
    when_else = {name: more.pop(name) for name in ("planned", "moved_to") if name in more}
    usual = Circumstances(event=happening, **{**defaults, **more})
    if when_else:
        return Moved(moment=when, circumstances=usual, **{"planned": when, **when_else})
    return Occurrence(moment=when, circumstances=usual)


def said(*given: Any, **more: Any) -> dict[str, Any]:
    """The structured data of an event, read as a program would."""
    found = schema_org.event(*given, **more)
    assert found is not None
    read: dict[str, Any] = json.loads(found)
    return read


def once(happening: Event, when: Moment | None = None, description: str = "", **more: Any) -> dict[str, Any]:
    """The structured data of an event that happens once."""
    date = occurrence(happening, when or moment("2026-10-01", "19:30-21:00"), **more)
    return said(SETTING, happening, [date], description=description)


def test_an_event_that_happens_once_is_written_so() -> None:
    happening = event(
        price=Price(amount=Decimal(5)),
        booking=Booking(url="https://aanmelden.example.nl/", until=date(2026, 9, 28), capacity=20),
        image=Image(file="koffie.jpg", alt=text("Een kop koffie")),
        audiences=(term("ouderen"),),
        campaigns=(campaign(first=date(2026, 9, 28), last=date(2026, 10, 4)),),
        languages=("nl", "ar"),
    )
    assert once(happening, description="Kom erbij.\r\nIedereen is welkom.") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": PAGE,
        "url": PAGE,
        "name": "Koffie",
        "description": "Kom erbij.\nIedereen is welkom.",
        "image": ["https://agenda.example.nl/media/koffie.jpg"],
        "startDate": "2026-10-01T19:30:00+02:00",
        "endDate": "2026-10-01T21:00:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": LOCATION,
        "organizer": [ORGANISER],
        "superEvent": [
            {
                "@id": "https://agenda.example.nl/campagnes/week-tegen-eenzaamheid/",
                "name": "Week tegen eenzaamheid",
                "url": "https://agenda.example.nl/campagnes/week-tegen-eenzaamheid/",
                "startDate": "2026-09-28",
                "endDate": "2026-10-04",
            }
        ],
        "offers": {
            "@type": "Offer",
            "url": "https://aanmelden.example.nl/",
            "availability": "https://schema.org/InStock",
            "price": "5.00",
            "priceCurrency": "EUR",
            "availabilityEnds": "2026-09-28",
        },
        "isAccessibleForFree": False,
        "maximumAttendeeCapacity": 20,
        "inLanguage": ["nl", "ar"],
        "keywords": ["Ontmoeten"],
        "audience": [{"@type": "Audience", "audienceType": "Ouderen"}],
    }


@pytest.mark.parametrize(
    ("more", "status", "mode"),
    [
        ({}, "EventScheduled", "Offline"),
        ({"status": Status.CANCELLED}, "EventCancelled", "Offline"),
        ({"status": Status.POSTPONED}, "EventPostponed", "Offline"),
        ({"status": Status.ONLINE}, "EventMovedOnline", "Online"),
        ({"planned": moment("2026-09-30", "19:30-21:00")}, "EventRescheduled", "Offline"),
        ({"planned": moment("2026-10-01", "19:30-22:00")}, "EventScheduled", "Offline"),  # only shorter
        ({"planned": moment("2026-09-30", "19:30-21:00"), "status": Status.CANCELLED}, "EventCancelled", "Offline"),
        ({"place": Online(url="https://bellen.example.nl/x")}, "EventScheduled", "Online"),
    ],
)
def test_the_status_is_one_that_schema_org_knows(more: dict[str, Any], status: str, mode: str) -> None:
    found = once(event(), **more)
    assert found["eventStatus"] == f"https://schema.org/{status}"
    assert found["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert found.get("previousStartDate") == (
        "2026-09-30T19:30:00+02:00"
        if "Rescheduled" in status or ("Cancelled" in status and "planned" in more)
        else None
    )


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (moment("2026-10-03", last="2026-10-05"), {"startDate": "2026-10-03", "endDate": "2026-10-05"}),
        (moment("2026-12-03", "19:30"), {"startDate": "2026-12-03T19:30:00+01:00"}),
        (
            moment("2026-12-03", Hours(start=time(19, 30), end=time(21), doors=time(19))),
            {
                "startDate": "2026-12-03T19:30:00+01:00",
                "endDate": "2026-12-03T21:00:00+01:00",
                "doorTime": "2026-12-03T19:00:00+01:00",
            },
        ),
    ],
)
def test_times_have_the_offset_of_their_day(when: Moment, said: dict[str, str]) -> None:
    found = once(event(), when)
    assert {key: found[key] for key in ("startDate", "endDate", "doorTime") if key in found} == said


@pytest.mark.parametrize(
    ("more", "location"),
    [
        ({"place": Online(url="https://x.example.nl/")}, {"@type": "VirtualLocation", "url": "https://x.example.nl/"}),
        (
            {"place": place(None, "Plein", street=None, postcode=None, city=None, geo=(52.25, 6.16))},
            {
                "@type": "Place",
                "name": "Plein",
                "address": {"@type": "PostalAddress", "addressLocality": "Zandweerd", "addressCountry": "NL"},
                "geo": {"@type": "GeoCoordinates", "latitude": 52.25, "longitude": 6.16},
            },
        ),
        (
            {"place": None},
            {
                "@type": "Place",
                "name": "Rivierenwijk",
                "address": {"@type": "PostalAddress", "addressLocality": "Rivierenwijk", "addressCountry": "NL"},
            },
        ),
    ],
)
def test_every_event_has_a_location_with_an_address(more: dict[str, Any], location: dict[str, Any]) -> None:
    assert once(event(place=None, area=area("rivierenwijk")), **more)["location"] == location


@pytest.mark.parametrize(
    ("price", "booking", "said"),
    [
        (None, None, None),
        (Price(amount=Decimal(0)), None, {"availability": "InStock", "price": "0.00", "priceCurrency": "EUR"}),
        (Price(text=text("Wat je\nwilt")), None, {"availability": "InStock", "description": "Wat je wilt"}),
        (None, Booking(state=BookingState.FULL), {"availability": "SoldOut"}),
        (None, Booking(state=BookingState.CLOSED), {"availability": "SoldOut"}),
    ],
)
def test_an_offer_says_the_price_and_whether_there_is_room(
    price: Price | None, booking: Booking | None, said: dict[str, Any] | None
) -> None:
    expected = said and {
        "@type": "Offer", "url": PAGE, **said, "availability": f"https://schema.org/{said['availability']}"
    }  # fmt: skip
    assert offer(SETTING, price, booking, PAGE) == expected


def test_nobody_has_to_pay_for_what_is_free() -> None:
    assert once(event(price=Price(amount=Decimal(0))))["isAccessibleForFree"] is True
    assert "isAccessibleForFree" not in once(event())
    full = once(event(booking=Booking(capacity=10, state=BookingState.FULL)))
    assert (full["maximumAttendeeCapacity"], full["remainingAttendeeCapacity"]) == (10, 0)


def test_a_recurring_activity_is_a_series_with_its_schedule_and_next_dates() -> None:
    happening = event(
        series(rule("WEEKLY", "2026-09-06", "SU", until="2027-06-27")),
        title=text("Koffie", en="Coffee"),
    )
    dates = [
        occurrence(happening, moment("2026-09-06", "14:00-16:00")),
        occurrence(happening, moment("2026-09-13", "14:00-16:00"), moved_to=moment("2026-09-14", "14:00-16:00")),
        occurrence(happening, moment("2026-11-15", "14:00-16:00"), status=Status.CANCELLED),
    ]
    excluded = {"": [date(2026, 12, 27), date(2026, 12, 20)]}
    english = replace(SETTING, language="en")
    found = said(english, happening, dates, description="Kom!", excluded=excluded)
    assert {key: found[key] for key in ("@type", "name", "startDate", "endDate", "eventStatus")} == {
        "@type": "EventSeries",
        "name": "Coffee",
        "startDate": "2026-09-06",
        "endDate": "2027-06-27",
        "eventStatus": "https://schema.org/EventScheduled",
    }
    assert found["eventSchedule"] == [
        {
            "@type": "Schedule",
            "startDate": "2026-09-06",
            "endDate": "2027-06-27",
            "repeatFrequency": "P1W",
            "byDay": ["https://schema.org/Sunday"],
            "startTime": "14:00:00",
            "endTime": "16:00:00",
            "exceptDate": ["2026-12-20", "2026-12-27"],
            "scheduleTimezone": "Europe/Amsterdam",
        }
    ]
    first, second = found["subEvent"]
    assert first["url"] == "https://agenda.example.nl/en/events/de-kern/koffie/#2026-09-06"
    assert (first["name"], first["startDate"], first["description"]) == ("Coffee", "2026-09-06T14:00:00+02:00", "Kom!")
    assert (second["startDate"], second["eventStatus"]) == (
        "2026-11-15T14:00:00+01:00",
        "https://schema.org/EventCancelled",
    )


def test_dates_refer_to_who_organises_the_series_and_say_where_they_are() -> None:
    library = place("bibliotheek", "Bibliotheek")
    happening = event(series(), organisers=(organisation(), replace(organisation(name="Buurvrouw Jo"), id=None)))
    dates = [
        occurrence(happening, moment(f"2026-09-0{day}", "14:00-16:00"), place=there)
        for day, there in enumerate([happening.place, happening.place, library], start=1)
    ]
    found = said(SETTING, happening, dates)
    jo = {"@type": "Organization", "name": "Buurvrouw Jo"}
    assert (found["organizer"], found["location"]) == ([ORGANISER, jo], LOCATION)
    subs = found["subEvent"]
    assert [one["organizer"] for one in subs] == [[{"@id": ORGANISER["@id"]}, jo]] * 3
    at_library = "https://agenda.example.nl/plekken/bibliotheek/"
    assert [one["location"] for one in subs[:2]] == [LOCATION] * 2
    assert subs[2]["location"] == LOCATION | {"@id": at_library, "name": "Bibliotheek", "url": at_library}


def test_each_date_says_among_others_what_it_says_alone() -> None:
    happening = event(series(), title=text('100 % "koffie"'), price=Price(amount=Decimal(5)))
    hours, early = "14:00-16:00", Hours(start=time(14), end=time(16), doors=time(13, 30))
    days = (moment(f"2026-10-{day}", hours) for day in range(20, 32))
    first, *more = days
    dates = [
        occurrence(happening, first),
        occurrence(happening, more[0]),
        occurrence(happening, more[1], note=text("Nu 10 % korting")),
        occurrence(happening, more[2], price=Price(amount=Decimal(0))),
        occurrence(happening, more[3], status=Status.CANCELLED),
        occurrence(happening, more[4], title=text("Thee")),
        occurrence(happening, more[5], place=place("bibliotheek", "Bibliotheek")),
        occurrence(happening, more[6], booking=Booking(state=BookingState.FULL)),
        occurrence(happening, more[7], planned=more[8]),
        occurrence(happening, more[9], planned=more[8]),
        occurrence(happening, moment_on(date(2026, 11, 1), early)),
        occurrence(happening, moment("2026-11-02", "22:00-01:00")),
        occurrence(happening, moment("2026-11-03", "20:00")),
        occurrence(happening, moment("2026-11-04")),
    ]
    together = said(SETTING, happening, dates, description="Kom!")["subEvent"]
    assert together == [said(SETTING, happening, [one], description="Kom!")["subEvent"][0] for one in dates]
    assert len({json.dumps(one) for one in together}) == len(dates)


def test_a_series_of_which_no_date_takes_place_says_so_as_a_whole() -> None:
    happening = event(series())
    dates = [occurrence(happening, moment("2026-09-06", "14:00-16:00"), status=Status.POSTPONED)]
    whole = {off: said(SETTING, happening, dates, off=off) for off in (None, Status.POSTPONED, Status.CANCELLED)}
    assert {off: found["eventStatus"] for off, found in whole.items()} == {
        None: "https://schema.org/EventScheduled",
        Status.POSTPONED: "https://schema.org/EventPostponed",
        Status.CANCELLED: "https://schema.org/EventCancelled",
    }


def test_several_dates_are_a_series_without_a_schedule() -> None:
    tour = event(single("2026-09-28", key="a"), single("2026-09-29", key="b"))
    found = said(SETTING, tour, [occurrence(tour, moment("2026-09-28", "19:30-21:00"))])
    assert (found["@type"], found["startDate"], found["endDate"]) == ("EventSeries", "2026-09-28", "2026-09-29")
    assert "eventSchedule" not in found
    assert schema_org.event(SETTING, tour, []) is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (rule("MONTHLY", "2026-09-01", "1TU,-1FR"), {"repeatFrequency": "P1M", "byDay": ["-1FR", "1TU"]}),
        (rule("MONTHLY", "2026-09-15", month_days=[15], interval=2), {"repeatFrequency": "P2M", "byMonthDay": [15]}),
        (rule("DAILY", "2026-09-15", count=5), {"repeatFrequency": "P1D", "repeatCount": 5}),
        (rule("YEARLY", "2026-09-15", months=[9]), {"repeatFrequency": "P1Y", "byMonth": [9]}),
    ],
)
def test_a_schedule_says_how_it_recurs(given: Any, said: dict[str, Any]) -> None:
    found = schedule(series(given, None), "Europe/Amsterdam", ())
    common = {"@type": "Schedule", "startDate": given.start.isoformat(), "scheduleTimezone": "Europe/Amsterdam"}
    assert found == common | said


@pytest.mark.parametrize(
    "given",
    [rule("WEEKLY", "2026-09-01", "TU", week_parity="odd"), rule("MONTHLY", "2026-09-01", "MO,TU", positions=[-1])],
)
def test_what_schema_org_has_no_words_for_is_left_out(given: Any) -> None:
    assert schedule(series(given), "Europe/Amsterdam", ()) is None


def test_the_reason_of_a_change_comes_first_in_the_description_of_its_date() -> None:
    ill = once(event(), description="Kom erbij.", status=Status.CANCELLED, note=text("De beheerder is ziek."))
    assert ill["description"] == "De beheerder is ziek.\n\nKom erbij."
    assert once(event(), note=text("Neem een pen mee."))["description"] == "Neem een pen mee."


def test_what_moved_online_is_not_at_its_place() -> None:
    found = once(event(), status=Status.ONLINE)
    assert found["location"] == {"@type": "VirtualLocation", "url": f"{PAGE}#2026-10-01"}


def test_what_has_no_picture_has_the_logo_of_its_organiser_or_of_the_region() -> None:
    setting = replace(SETTING, logo="https://agenda.example.nl/media/logo.svg")
    partner = organisation(logo=Image(file="de-kern.png", alt=text("De Kern")))
    for happening, picture in [
        (event(image=Image(file="koffie.jpg", alt=text("Koffie")), organisers=(partner,)), "koffie.jpg"),
        (event(organisers=(organisation("bieb"), partner)), "de-kern.png"),
        (event(), "logo.svg"),
    ]:
        found = said(setting, happening, [occurrence(happening, moment("2026-10-01"))])
        assert found["image"] == [f"https://agenda.example.nl/media/{picture}"]
    assert "image" not in once(event())


def test_a_place_has_its_address_hours_and_facilities() -> None:
    house = place(
        geo=(52.25, 6.16),
        phone="0570 00 00 12",
        website="https://huis.example.nl/",
        facilities=(term("rolstoel", "Rolstoel"),),
        open=Schedule(
            entries=(
                series(rule("WEEKLY", "2026-01-01", "MO,WE"), "09:00-17:00"),
                series(rule("DAILY", "2026-07-01", until="2026-08-31"), None),
                series(rule("MONTHLY", "2026-01-01", "1SA"), "10:00-12:00"),
                series(rule("WEEKLY", "2026-01-01", "TU"), "09:00"),
                single("2026-12-24", "09:00-12:00"),
            )
        ),
        closed=(
            date_range("2026-12-28..2026-12-31"),
            closure("Zomerstop", "2026-07-20..2026-08-16"),
            PublicHolidays(country="NL"),
            NamedHoliday(feast=Feast.CHRISTMAS),  # known by its name only
        ),
    )
    hours = {"@type": "OpeningHoursSpecification"}
    assert schema_org.place(SETTING, house) == {
        "@context": "https://schema.org",
        **LOCATION,
        "geo": {"@type": "GeoCoordinates", "latitude": 52.25, "longitude": 6.16},
        "telephone": "0570 00 00 12",
        "sameAs": "https://huis.example.nl/",
        "amenityFeature": [{"@type": "LocationFeatureSpecification", "name": "Rolstoel", "value": True}],
        "openingHoursSpecification": [
            hours
            | {"opens": "09:00", "closes": "17:00", "validFrom": "2026-01-01"}
            | {"dayOfWeek": ["https://schema.org/Monday", "https://schema.org/Wednesday"]},
            hours
            | {"opens": "00:00", "closes": "23:59", "validFrom": "2026-07-01", "validThrough": "2026-08-31"}
            | {
                "dayOfWeek": [
                    f"https://schema.org/{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
                ]
            },
        ],
        "specialOpeningHoursSpecification": [
            hours | {"opens": "09:00", "closes": "12:00", "validFrom": "2026-12-24", "validThrough": "2026-12-24"},
            hours | {"opens": "00:00", "closes": "00:00", "validFrom": "2026-12-28", "validThrough": "2026-12-31"},
            hours | {"opens": "00:00", "closes": "00:00", "validFrom": "2026-07-20", "validThrough": "2026-08-16"},
        ],
    }


def test_an_organisation_has_its_own_website_beside_its_page() -> None:
    partner = organisation(
        website="https://dekern.example.nl/",
        email="info@example.org",
        phone="0570 00 00 13",
        area=area(),
        logo=Image(file="logo.svg", alt=text("De Kern")),
    )
    assert schema_org.organisation(SETTING, partner) == {
        "@context": "https://schema.org",
        **ORGANISER,
        "sameAs": "https://dekern.example.nl/",
        "email": "info@example.org",
        "telephone": "0570 00 00 13",
        "logo": "https://agenda.example.nl/media/logo.svg",
        "areaServed": {"@type": "AdministrativeArea", "name": "Zandweerd"},
    }


def test_an_organisation_without_a_page_has_a_name() -> None:
    found = once(event(organisers=(organisation(None, "Buren\x00"),)))
    assert found["organizer"] == [{"@type": "Organization", "name": "Buren"}]


def test_breadcrumbs_lead_from_home_to_here() -> None:
    assert schema_org.breadcrumbs(SETTING, [("Home", ""), ("Wijken", "wijken/")]) == {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://agenda.example.nl/"},
            {"@type": "ListItem", "position": 2, "name": "Wijken", "item": "https://agenda.example.nl/wijken/"},
        ],
    }


def test_a_whole_day_is_a_date() -> None:
    assert once(event(), moment_on(date(2026, 10, 1), None))["startDate"] == "2026-10-01"
