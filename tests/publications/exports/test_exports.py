from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from streekagenda.model.details import Booking, BookingState, Price
from streekagenda.model.media import Image
from streekagenda.model.organisation import Contact
from streekagenda.model.place import Online
from streekagenda.publications import exports
from streekagenda.publications.exports.descriptions import FILES
from tests.examples import (
    area,
    calendar,
    campaign,
    change,
    event,
    history,
    moment,
    municipality,
    organisation,
    place,
    region,
    rule,
    series,
    single,
    term,
    text,
)
from tests.publications.exports.json_schema import complaints, resolve
from tests.publications.feeds.sites import site

FULL = event(
    series(
        rule("WEEKLY", "2026-09-20", "SU", count=3),
        also=[moment("2026-10-11")],
        changes=[
            change("2026-09-27", status="cancelled", note="De beheerder is ziek."),
            change("2026-10-04", moved_to="2026-10-05", price=5),
        ],
    ),
    title=text("Zondagkoffie", en="Sunday coffee"),
    summary="Kom erbij.",
    audiences=(term("ouderen"),),
    campaigns=(campaign(first=date(2026, 9, 28), last=date(2026, 10, 4)),),
    price=Price(amount=Decimal("2.5")),
    booking=Booking(
        url="https://aanmelden.example.nl/",
        phone="0570 00 00 11",
        email="aan@example.org",
        until=date(2026, 9, 15),
        capacity=20,
        state=BookingState.FULL,
        note=text("Bel eerst."),
    ),
    facilities=(term("rolstoel"),),
    languages=("nl", "ar"),
    contact=Contact(name="Gastvrouw", phone="0570 00 00 10", email="koffie@example.org"),
    image=Image(file="koffie.jpg", alt=text("Een kop koffie"), width=10, height=10),
    history=history(datetime(2026, 2, 1, tzinfo=UTC), sequence=7),
)
EVENTS = (
    FULL,
    event(
        single("2026-10-01", "19:30"),
        id="los",
        place=place(None, "Zaaltje", geo=(52.25, 6.16)),
        price=Price(text=text("Wat je wilt")),
    ),
    event(single("2026-10-02"), id="bellen", place=Online(url="https://bellen.example.nl/x"), area=area()),
    event(
        single("2026-10-03"),
        id="straat",
        place=None,
        area=area("rivierenwijk"),
        organisers=(organisation(None, "Zonder pagina"),),
    ),
    event(single("2026-08-31"), id="voorbij"),
    event(single("2027-09-02"), id="ver-weg"),
)


def exported(*events: Any, **more: Any) -> dict[str, Any]:
    """The documents of the API by the names of their files."""
    whole = calendar(*events, **more)
    return {
        output.path.removeprefix("api/v1/").removesuffix(".json"): json.loads(output.content)
        for output in exports.outputs(site(whole=whole))
    }


@pytest.fixture(scope="module")
def api() -> dict[str, Any]:
    return exported(
        *EVENTS,
        region=region(
            languages=("nl", "en"),
            areas=(municipality("deventer", "zandweerd", "rivierenwijk", code="GM0150", code_year=2026),),
            topics=(term("ontmoeten", text("Ontmoeten", en="Meeting"), "kop"), term("bewegen")),
        ),
        organisations=(organisation(website="https://dekern.example.nl", email="a@example.org", area=area()),),
        places=(
            place(
                geo=(52.25, 6.16),
                organisation=organisation(),
                facilities=(term("rolstoel"),),
                directions=text("Naast de kerk.\r\nAchterom."),
                website="https://huis.example.nl/",
                phone="0570 00 00 12",
            ),
            place("plein", street=None, postcode=None, city=None),
        ),
    )


def test_there_is_one_file_for_each_kind_of_thing(api: dict[str, Any]) -> None:
    assert sorted(api) == sorted([*FILES, "region", "schema", "openapi"])


@pytest.mark.parametrize("name", [*FILES, "region"])
def test_every_file_is_as_its_schemas_say(name: str, api: dict[str, Any]) -> None:
    described = api["openapi"]
    answer = described["paths"][f"/{name}.json"]["get"]["responses"]["200"]
    assert complaints(api[name], answer["content"]["application/json"]["schema"], described) == []
    if name != "region":
        assert api[name][name]
        one = resolve(f"#/$defs/{FILES[name][0]}", api["schema"])
        assert [complaint for thing in api[name][name] for complaint in complaints(thing, one, api["schema"])] == []


def test_the_judge_complains() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["b"]}
    assert complaints({"a": "1", "c": 2}, schema, {}) == ["$.a: '1' is no integer", "$: what is c?", "$: no b"]


def test_an_event_is_written_so(api: dict[str, Any]) -> None:
    assert api["events"]["events"][1] == {
        "id": "de-kern/koffie",
        "uid": "de-kern/koffie@agenda.example.nl",
        "title": {"nl": "Zondagkoffie", "en": "Sunday coffee"},
        "summary": {"nl": "Kom erbij."},
        "organisers": ["de-kern"],
        "place": "huis-van-de-wijk",
        "area": "zandweerd",
        "topics": ["ontmoeten"],
        "audiences": ["ouderen"],
        "campaigns": ["week-tegen-eenzaamheid"],
        "status": "scheduled",
        "price": {"amount": "2.50", "currency": "EUR"},
        "booking": {
            "required": True,
            "state": "full",
            "url": "https://aanmelden.example.nl/",
            "phone": "0570 00 00 11",
            "email": "aan@example.org",
            "until": "2026-09-15",
            "capacity": 20,
            "note": {"nl": "Bel eerst."},
        },
        "facilities": ["rolstoel"],
        "languages": ["nl", "ar"],
        "contact": {"name": "Gastvrouw", "phone": "0570 00 00 10", "email": "koffie@example.org"},
        "image": {"url": "https://agenda.example.nl/media/koffie.jpg", "alt": {"nl": "Een kop koffie"}},
        "created": "2026-01-05T09:00:00Z",
        "modified": "2026-02-01T00:00:00Z",
        "sequence": 7,
        "url": "https://agenda.example.nl/activiteiten/de-kern/koffie/",
        "ics": "https://agenda.example.nl/feeds/event/de-kern/koffie.ics",
    }


def test_dates_are_those_from_today_on(api: dict[str, Any]) -> None:
    dates = [(one["event"], one["start"], one.get("end")) for one in api["occurrences"]["occurrences"]]
    assert dates == [
        ("de-kern/koffie", "2026-09-20T14:00:00+02:00", "2026-09-20T16:00:00+02:00"),
        ("de-kern/koffie", "2026-09-27T14:00:00+02:00", "2026-09-27T16:00:00+02:00"),
        ("los", "2026-10-01T19:30:00+02:00", None),
        ("bellen", "2026-10-02T19:30:00+02:00", "2026-10-02T21:00:00+02:00"),
        ("straat", "2026-10-03T19:30:00+02:00", "2026-10-03T21:00:00+02:00"),
        ("de-kern/koffie", "2026-10-05T14:00:00+02:00", "2026-10-05T16:00:00+02:00"),
        ("de-kern/koffie", "2026-10-11", "2026-10-11"),
        ("ver-weg", "2027-09-02T19:30:00+02:00", "2027-09-02T21:00:00+02:00"),
    ]


def test_single_dates_and_series_that_end_go_on_beyond_the_horizon_and_what_begins_after_it_is_there_once() -> None:
    api = exported(
        event(single("2029-05-01", "19:30-21:00"), id="los"),
        event(series(rule("WEEKLY", "2028-09-03", "SU", count=2)), id="reeks"),
        event(series(rule("WEEKLY", "2029-01-01", "SU")), id="open"),
        event(series(rule("YEARLY", "2024-02-29")), id="schrikkeldag"),
    )
    assert [(one["event"], one["start"], one["url"]) for one in api["occurrences"]["occurrences"]] == [
        (event_id, start, f"https://agenda.example.nl/activiteiten/{event_id}/#{start[:10]}")
        for event_id, start in [
            ("schrikkeldag", "2028-02-29T14:00:00+01:00"),
            ("reeks", "2028-09-03T14:00:00+02:00"),
            ("reeks", "2028-09-10T14:00:00+02:00"),
            ("open", "2029-01-07T14:00:00+01:00"),
            ("los", "2029-05-01T19:30:00+02:00"),
        ]
    ]


def test_a_changed_date_says_what_changed(api: dict[str, Any]) -> None:
    _, cancelled, _, _, _, moved, extra, _ = api["occurrences"]["occurrences"]
    assert (cancelled["status"], cancelled["note"]) == ("cancelled", {"nl": "De beheerder is ziek."})
    assert (moved["planned"], moved["price"]) == (
        "2026-10-04T14:00:00+02:00",
        {"amount": "5.00", "currency": "EUR"},
    )
    assert moved["url"] == "https://agenda.example.nl/activiteiten/de-kern/koffie/#2026-10-05"
    assert extra == {
        "event": "de-kern/koffie",
        "title": {"nl": "Zondagkoffie", "en": "Sunday coffee"},
        "start": "2026-10-11",
        "end": "2026-10-11",
        "all_day": True,
        "status": "scheduled",
        "place": "huis-van-de-wijk",
        "area": "zandweerd",
        "price": {"amount": "2.50", "currency": "EUR"},
        "booking": "full",
        "url": "https://agenda.example.nl/activiteiten/de-kern/koffie/#2026-10-11",
    }


def test_where_is_an_id_or_written_out_or_an_address(api: dict[str, Any]) -> None:
    where = {
        one["event"]: {key: one[key] for key in ("place", "location", "online", "area") if key in one}
        for one in api["occurrences"]["occurrences"]
    }
    assert where == {
        "de-kern/koffie": {"place": "huis-van-de-wijk", "area": "zandweerd"},
        "los": {
            "location": {
                "name": {"nl": "Zaaltje"},
                "street": "Dorpsplein 1",
                "postcode": "7411 AA",
                "city": "Deventer",
                "area": "zandweerd",
                "latitude": 52.25,
                "longitude": 6.16,
            },
            "area": "zandweerd",
        },
        "bellen": {"online": "https://bellen.example.nl/x", "area": "zandweerd"},
        "straat": {"area": "rivierenwijk"},
        "ver-weg": {"place": "huis-van-de-wijk", "area": "zandweerd"},
    }


def test_the_descriptions_say_where_they_stand(api: dict[str, Any]) -> None:
    assert api["schema"]["$id"] == "https://agenda.example.nl/api/v1/schema.json"
    assert api["openapi"]["servers"] == [{"url": "https://agenda.example.nl/api/v1"}]
    assert sorted(api["openapi"]["paths"]) == sorted(f"/{name}.json" for name in [*FILES, "region"])


def test_an_empty_region_has_all_files() -> None:
    api = exported()
    assert api["events"] == {"events": []}
    assert api["occurrences"] == {"occurrences": []}
