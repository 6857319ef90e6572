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
from streekagenda.publications.exports.examples import EXAMPLES
from streekagenda.publications.exports.lengths import lengths
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
from tests.publications.exports.judges import complaints, openapi_complaints
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


NAMES = sorted(file.name for file in FILES if not file.of_month)


def schema_of(name: str, api: dict[str, Any]) -> Any:
    """The published schema of a file."""
    (file,) = (one for one in FILES if one.name == name or (one.of_month and name.startswith("occurrences/")))
    return api[file.schema.removesuffix(".json")]


def occurrences(api: dict[str, Any]) -> list[Any]:
    """The dates of all months, in their order."""
    index = api["occurrences"]["months"]
    return [one for month in index for one in api[f"occurrences/{month['month']}"]["occurrences"]]


def test_there_is_one_file_for_each_kind_of_thing_and_each_month_and_a_schema_of_each(api: dict[str, Any]) -> None:
    months = [f"occurrences/{month}" for month in ("2026-08", "2026-09", "2026-10", "2027-09")]
    assert sorted(api) == sorted([*NAMES, *months, *(file.schema.removesuffix(".json") for file in FILES), "openapi"])


def test_every_file_is_as_its_schema_says(api: dict[str, Any]) -> None:
    described = [name for name in api if not name.startswith("schema/") and name != "openapi"]
    assert {name: complaints(api[name], schema_of(name, api)) for name in described} == {name: [] for name in described}


def test_every_example_is_as_its_schema_says(api: dict[str, Any]) -> None:
    shapes = api["openapi"]["components"]["schemas"]
    assert sorted(EXAMPLES) == sorted(shapes)
    for name, shape in shapes.items():
        whole = {"$ref": f"#/components/schemas/{name}", "components": api["openapi"]["components"]}
        assert shape["examples"] == [EXAMPLES[name]]
        assert complaints(EXAMPLES[name], whole) == []


def test_the_openapi_description_is_as_openapi_says(api: dict[str, Any]) -> None:
    assert openapi_complaints(api["openapi"]) == []
    assert openapi_complaints({**api["openapi"], "paths": []}) != []


def test_the_judge_complains() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}, "u": {"format": "uri"}}, "required": ["b"]}
    assert complaints({"a": "1", "c": 2, "u": "geen adres"}, schema) == [
        "$.a: '1' is not of type 'integer'",
        "$.u: 'geen adres' is not a 'uri'",
        "$: 'b' is a required property",
        "$: Additional properties are not allowed ('c' was unexpected)",
    ]


def test_an_event_is_written_so(api: dict[str, Any]) -> None:
    assert api["events"]["events"][1] == {
        "id": "de-kern/koffie",
        "uid": "de-kern/koffie@agenda.example.nl",
        "title": {"nl": "Zondagkoffie", "en": "Sunday coffee"},
        "summary": {"nl": "Kom erbij."},
        "when": {
            "badge": {"nl": "elke zondag", "en": "every Sunday"},
            "line": {"nl": "elke zondag 14.00–16.00", "en": "every Sunday 14:00–16:00"},
            "sentence": {
                "nl": (
                    "Elke zondag van 14.00 tot 16.00 uur, vanaf 20 september 2026, 3 keer, behalve op 27 september 2026; "
                    "ook op andere dagen; op sommige dagen anders."
                ),
                "en": (
                    "Every Sunday from 14:00 to 16:00, from 20 September 2026, 3 times, except on 27 September 2026; "
                    "also on other days; different on some dates."
                ),
            },
            "full": {
                "nl": (
                    "Elke zondag van 14.00 tot 16.00 uur, vanaf 20 september 2026, 3 keer. Ook op 11 oktober 2026, de hele "
                    "dag. Op 27 september 2026 gaat het niet door: De beheerder is ziek. "
                    "Niet op 4 oktober 2026, maar op 5 oktober 2026."
                ),
                "en": (
                    "Every Sunday from 14:00 to 16:00, from 20 September 2026, 3 times. Also on 11 October 2026, all day. "
                    "On 27 September 2026 it does not take place: De beheerder is ziek. "
                    "Not on 4 October 2026, but on 5 October 2026."
                ),
            },
            "spoken": {
                "nl": (
                    "Elke zondag van twee uur 's middags tot vier uur, vanaf twintig september, drie keer. "
                    "Ook op elf oktober, de hele dag. Op zevenentwintig september gaat het niet door: "
                    "De beheerder is ziek. Niet op vier oktober, maar op vijf oktober."
                ),
                "en": (
                    "Every Sunday from two o'clock in the afternoon to four o'clock, from the twentieth of September, three "
                    "times. Also on the eleventh of October, all day. On the twenty-seventh of September it does not take "
                    "place: De beheerder is ziek. Not on the fourth of October, but on the fifth of October."
                ),
            },
        },
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


def test_the_example_of_words_is_what_is_said_of_such_a_schedule() -> None:
    mondays = rule("WEEKLY", "2026-01-05", "MO", months=[1, 2, 3, 4, 5, 6, 9, 10, 11, 12])
    happening = event(series(mondays, "10:00-12:00", changes=[change("2026-10-12", moved_to="2026-10-13")]))
    built = site(happening, now=datetime(2026, 10, 12, 8), region=region(languages=("nl", "en")))
    assert lengths(built, happening.schedule) == EXAMPLES["When"]


def test_dates_stand_in_the_month_in_which_they_begin(api: dict[str, Any]) -> None:
    dates = [(one["event"], one["start"], one.get("end")) for one in occurrences(api)]
    assert dates == [
        ("voorbij", "2026-08-31T19:30:00+02:00", "2026-08-31T21:00:00+02:00"),
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
    assert [(one["event"], one["start"], one["url"]) for one in occurrences(api)] == [
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
    _, _, cancelled, _, _, _, moved, extra, _ = occurrences(api)
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
        for one in occurrences(api)
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
        "voorbij": {"place": "huis-van-de-wijk", "area": "zandweerd"},
        "ver-weg": {"place": "huis-van-de-wijk", "area": "zandweerd"},
    }


def test_the_small_file_has_the_next_dates_and_the_months(api: dict[str, Any]) -> None:
    index = api["occurrences"]
    assert index["from"] == "2026-09-01"
    assert index["coming"] == occurrences(api)[1:]
    assert index["months"] == [
        {"month": month, "occurrences": count, "url": f"https://agenda.example.nl/api/v1/occurrences/{month}.json"}
        for month, count in [("2026-08", 1), ("2026-09", 2), ("2026-10", 5), ("2027-09", 1)]
    ]


def test_the_small_file_stays_small() -> None:
    api = exported(*(event(series(rule("DAILY", "2026-01-01")), id=f"elke-dag-{number}") for number in range(9)))
    assert len(occurrences(api)) > 9 * 365
    assert len(api["occurrences"]["coming"]) == exports.FIRST_DATES
    assert api["occurrences"]["coming"][0]["start"] == "2026-09-01T14:00:00+02:00"


def test_each_date_is_in_one_month_only() -> None:
    api = exported(
        event(single("2026-10-31", "22:00-02:00"), id="nacht"),
        event(single("2026-08-20", None, last="2026-11-10"), id="tentoonstelling"),
        event(series(changes=[change("2026-09-27", moved_to="2026-10-02")]), id="verplaatst"),
    )
    starts = [(one["event"], one["start"]) for one in occurrences(api)]
    assert len(set(starts)) == len(starts)
    assert [one["start"] for one in api["occurrences/2026-08"]["occurrences"]] == ["2026-08-20"]
    assert api["occurrences"]["coming"][0]["start"] == "2026-08-20"
    assert {one["start"][:7] for one in api["occurrences/2026-10"]["occurrences"]} == {"2026-10"}
    assert [one["start"] for one in api["occurrences/2026-10"]["occurrences"] if "planned" in one] == [
        "2026-10-02T14:00:00+02:00"
    ]


def test_what_faded_from_the_lists_has_no_coming_dates_but_stays_an_event() -> None:
    api = exported(event(series(), id="stil", history=history(confirmed="2025-01-01")))
    (quiet,) = api["events"]["events"]
    assert (quiet["id"], quiet["confirmed"]) == ("stil", "2025-01-01")
    assert api["occurrences"] == {"from": "2026-09-01", "coming": [], "months": []}


def test_an_event_names_its_former_ids() -> None:
    (one,) = exported(event(aliases=("de-kern/thee",)))["events"]["events"]
    assert one["aliases"] == ["de-kern/thee"]


def test_the_descriptions_say_where_they_stand(api: dict[str, Any]) -> None:
    assert api["schema/events"]["$id"] == "https://agenda.example.nl/api/v1/schema/events.json"
    assert sorted(api["schema/campaigns"]["$defs"]) == ["Campaign", "Campaigns", "Text"]
    assert api["openapi"]["servers"] == [{"url": "https://agenda.example.nl/api/v1"}]
    assert sorted(api["openapi"]["paths"]) == sorted(f"/{name}.json" for name in [*NAMES, "occurrences/{month}"])


def test_an_empty_region_has_all_files() -> None:
    api = exported()
    assert api["events"] == {"events": []}
    assert api["occurrences"] == {"from": "2026-09-01", "coming": [], "months": []}
