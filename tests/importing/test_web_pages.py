from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from streekagenda.importing.found import Changed, Found
from streekagenda.importing.web_pages import read
from tests.importing.cost import MEMORY, Told, affordable, most_memory, told

SUMMER = timezone(timedelta(hours=2))
COFFEE = {"@type": "Event", "name": "Koffie", "startDate": "2026-10-01T10:00"}
FOUND = Found(start=datetime(2026, 10, 1, 10), summary="Koffie", line=1)


def page(*data: Any, before: str = "") -> bytes:
    """A page with a block for each value; a text is put in as it is."""
    written = (one if isinstance(one, str) else json.dumps(one).replace("</", "<\\/") for one in data)
    scripts = (f'<script type="application/ld+json">{one}</script>' for one in written)
    return f"<!doctype html>{before}<html><body>{''.join(scripts)}</body></html>".encode()


def one(**more: Any) -> Found:
    reading = read(page({**COFFEE, **more}))
    assert reading.left_out == ()
    [found] = reading.found
    return found


def test_event_gives_what_a_file_may_hold_and_nobody_who_comes() -> None:
    event = {
        "@context": "https://schema.org",
        "@type": ["MusicEvent"],
        "name": "Koor &#038; koffie",
        "startDate": "2026-10-01T19:30:00+02:00",
        "endDate": "2026-10-01T21:00:00+02:00",
        "url": "https://example.org/koor/",
        "description": "<p>Kom&nbsp;zingen!</p><script>alert(1)</script>",
        "location": {
            "@type": "Place",
            "name": "De Linde",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Dorpsstraat 1",
                "postalCode": "7411 AA",
                "addressLocality": "Deventer",
                "telephone": "0570 000000",
            },
            "geo": {"latitude": 52.25, "longitude": "6.16"},
        },
        "organizer": {"@type": "Person", "name": "Piet", "email": "piet@example.org"},
        "performer": {"name": "Anja"},
        "attendee": [{"name": "Kees"}],
        "offers": {"price": 5, "seller": {"name": "Joke"}},
    }
    reading = read(page(event))
    assert reading.left_out == ()
    assert reading.found == (
        Found(
            start=datetime(2026, 10, 1, 19, 30, tzinfo=SUMMER),
            end=datetime(2026, 10, 1, 21, tzinfo=SUMMER),
            summary="Koor & koffie",
            description="Kom zingen!",
            location="De Linde, Dorpsstraat 1, 7411 AA Deventer",
            url="https://example.org/koor/",
            geo=(52.25, 6.16),
            line=1,
        ),
    )


@pytest.mark.parametrize(
    "data",
    [
        [COFFEE],
        [COFFEE, COFFEE],
        [[COFFEE]],
        [{"@graph": [{"@type": "WebPage", "name": "x"}, COFFEE]}],
        [{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": COFFEE}]}],
        [{**COFFEE, "@type": "https://schema.org/ChildrensEvent"}],
        [{**COFFEE, "name": {"@language": "nl", "@value": "Koffie"}}],
        [{"@type": "Organization", "name": "De Kern", "event": [COFFEE]}],
    ],
)
def test_event_is_found_wherever_pages_put_it(data: list[Any]) -> None:
    assert read(page(*data)).found == (FOUND,)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2026-10-01", "2026-10-03", (date(2026, 10, 1), date(2026, 10, 3))),
        ("2026-10-01T10:00:00Z", None, (datetime(2026, 10, 1, 10, tzinfo=UTC), None)),
        ("2026-10-01 10:00", "2026-10-01T12:00:00.000", (datetime(2026, 10, 1, 10), datetime(2026, 10, 1, 12))),
        ("2026-10-01T10:00", "2026-10-01", (datetime(2026, 10, 1, 10), None)),
        ("2026-10-01T10:00", "2026-10-01T10:00", (datetime(2026, 10, 1, 10), None)),
    ],
)
def test_date_may_have_a_time_and_a_zone(start: str, end: str | None, found: tuple[date, date | None]) -> None:
    event = one(startDate=start, endDate=end)
    assert (event.start, event.end) == found


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("De Linde", "De Linde"),
        (
            {"@type": "Place", "name": "De Linde", "address": "Dorpsstraat 1, Deventer"},
            "De Linde, Dorpsstraat 1, Deventer",
        ),
        ({"@type": "VirtualLocation", "url": "https://example.org/"}, "https://example.org/"),
        ([{"name": "A"}, {"name": "B"}], "A"),
        (["x", 1], "x"),
        (5, "5"),
        ({"name": ["De", {"x": 1}], "address": [7]}, "De, 7"),
    ],
)
def test_location_is_said_in_words(location: Any, said: str) -> None:
    assert one(location=location).location == said


def test_place_that_is_referred_to_stands_elsewhere_in_the_graph() -> None:
    graph = [{**COFFEE, "location": {"@id": "#linde"}}, {"@id": "#linde", "@type": "Place", "name": "De Linde"}]
    assert [found.location for found in read(page({"@graph": graph})).found] == ["De Linde"]


def test_schedule_becomes_a_rule_with_its_days_off() -> None:
    schedule = {
        "@type": "Schedule",
        "startDate": "2026-09-06",
        "endDate": "2027-06-27",
        "startTime": "14:00:00",
        "endTime": "16:00",
        "repeatFrequency": "P1W",
        "byDay": "https://schema.org/Sunday",
        "exceptDate": ["2026-12-27"],
    }
    off = {**COFFEE, "startDate": "2026-10-04T14:00", "eventStatus": "https://schema.org/EventCancelled"}
    on = {**COFFEE, "startDate": "2026-10-11T14:00"}
    series = {"@type": "EventSeries", "name": "Koffie", "eventSchedule": schedule, "subEvent": [off, on]}
    assert read(page(series)).found == (
        Found(
            start=datetime(2026, 9, 6, 14),
            end=datetime(2026, 9, 6, 16),
            rule="FREQ=WEEKLY;BYDAY=SU;UNTIL=20270627",
            exceptions=(date(2026, 12, 27),),
            changed=(
                Changed(
                    planned=datetime(2026, 10, 4, 14), start=datetime(2026, 10, 4, 14), cancelled=True, summary="Koffie"
                ),
            ),
            summary="Koffie",
            line=1,
        ),
    )


@pytest.mark.parametrize(
    ("schedule", "rule"),
    [
        ({"repeatFrequency": "P2W", "byDay": ["Monday", "schema:Wednesday"]}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"),
        ({"repeatFrequency": "Monthly", "byDay": "1TU"}, "FREQ=MONTHLY;BYDAY=1TU"),
        ({"repeatFrequency": "P1M", "byMonthDay": 15, "repeatCount": 6}, "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=6"),
        ({"repeatFrequency": "P1Y", "byMonth": [5]}, "FREQ=YEARLY;BYMONTH=5"),
    ],
)
def test_schedule_is_said_as_rfc_5545_does(schedule: Any, rule: str) -> None:
    found = one(endDate="2026-10-01T12:00", eventSchedule={"@type": "Schedule", **schedule})
    assert (found.rule, found.start, found.end) == (rule, datetime(2026, 10, 1, 10), datetime(2026, 10, 1, 12))


def test_dates_that_are_written_out_are_one_activity() -> None:
    dates = [
        {**COFFEE, "endDate": "2026-10-01T12:00"},
        {**COFFEE, "startDate": "2026-10-08T10:00", "endDate": "2026-10-08T12:00"},
        {**COFFEE, "startDate": "2026-10-15T10:00", "endDate": "2026-10-15T13:00", "name": "Feest"},
    ]
    [found] = read(page({"@type": "EventSeries", "name": "Koffie", "subEvent": dates})).found
    assert (found.start, found.end) == (datetime(2026, 10, 1, 10), datetime(2026, 10, 1, 12))
    assert found.extra == (datetime(2026, 10, 8, 10), datetime(2026, 10, 15, 10))
    assert [(changed.planned, changed.summary) for changed in found.changed] == [(datetime(2026, 10, 15, 10), "Feest")]


def test_dates_may_refer_to_the_place_of_their_series() -> None:
    linde = {"@id": "#linde", "@type": "Place", "name": "De Linde"}
    roos = {"@id": "#roos", "@type": "Place", "name": "De Roos"}
    where = [{"@id": "#linde"}, {"@id": "#linde"}, roos, {"@id": "#roos"}]
    dates = [
        {**COFFEE, "startDate": f"2026-10-0{day}T10:00", "location": one} for day, one in enumerate(where, start=1)
    ]
    [found] = read(page({"@type": "EventSeries", "name": "Koffie", "location": linde, "subEvent": dates})).found
    assert found.location == "De Linde"
    assert [(one.planned.day, one.location) for one in found.changed] == [(3, "De Roos"), (4, "De Roos")]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"startDate": "1 oktober"}, "import-page-date"),
        ({"startDate": "2026-02-30"}, "import-page-date"),
        ({"startDate": "2026-W40-4"}, "import-page-date"),
        ({"startDate": "0001-01-01T00:00+14:00"}, "import-page-date"),
        ({"startDate": "9999-12-31T23:59-14:00"}, "import-page-date"),
        ({"startDate": None}, "import-no-date"),
        ({"startDate": {"x": 1}}, "import-no-date"),
        ({"name": " \u200b"}, "import-no-title"),
        ({"name": [[]]}, "import-no-title"),
        ({"endDate": "2026-09-30T10:00"}, "import-page-backwards"),
        ({"endDate": "2026-10-03"}, "import-page-hours"),
        ({"endDate": "2026-10-01T12:00Z"}, "import-page-hours"),
        ({"eventStatus": "EventPostponed"}, "import-postponed"),
        ({"eventSchedule": {"repeatFrequency": "nu en dan"}}, "import-page-schedule"),
        ({"eventSchedule": {"repeatFrequency": "P1W", "byDay": "SU;X-A=1"}}, "import-page-schedule"),
        (
            {"eventSchedule": {"repeatFrequency": "P1D", "startTime": "25:00", "startDate": "2026-10-01"}},
            "import-page-date",
        ),
    ],
)
def test_what_is_not_clear_is_said_and_the_next_event_is_taken(more: Any, code: str) -> None:
    reading = affordable(read, page({**COFFEE, **more}, COFFEE))
    assert (reading.found, told(reading)) == ((FOUND,), [(code, 1)])


def test_number_without_end_is_said() -> None:
    schedule = '{"repeatFrequency": "P1D", "repeatCount": ' + "9" * 5_000 + "}"
    event = json.dumps(COFFEE).replace("{", '{"eventSchedule": ' + schedule + ", ")
    assert told(read(page(event))) == [("import-page-schedule", 1)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", [("import-page-no-data", 1)]),
        (page(), [("import-page-no-data", 1)]),
        (page({"@type": "WebPage"}), [("import-page-nothing", 1)]),
        (page({"@type": "DeliveryEvent", "name": "Pakket", "startDate": "2026-10-01"}), [("import-page-nothing", 1)]),
        (page("{"), [("import-page-broken", 1)]),
        (page('{"a": NaN}'), [("import-page-broken", 1)]),
        (page('{"a": -Infinity}'), [("import-page-broken", 1)]),
        (page("[" * 900_000), [("import-page-broken", 1)]),
        (page('{"@graph":' * 150_000), [("import-page-broken", 1)]),
        (page("[" * 400 + json.dumps(COFFEE) + "]" * 400), [("import-page-nothing", 1)]),
        (page("9" * 1_900_000), [("import-page-nothing", 1)]),
        (page("[" + "{}," * 200_000 + "{}]"), [("import-page-nothing", 1)]),
        (page('"' + "\\u0041" * 300_000), [("import-page-broken", 1)]),
        (page(json.dumps(COFFEE)).replace(b"Koffie", b"\xff"), [("import-page-broken", 1)]),
        (b"<!--" + page(COFFEE), [("import-page-no-data", 1)]),
        (b"<script>" + page(COFFEE).replace(b"</script>", b""), [("import-page-no-data", 1)]),
        (page(COFFEE).replace(b"</script>", b""), [("import-page-no-data", 1)]),
        (b"<a title='" + page(COFFEE), [("import-page-no-data", 1)]),
        (b"<textarea>" + page(COFFEE) + b"</textarea>", [("import-page-no-data", 1)]),
        (b"x" * 2_000_001, [("import-page-too-large", 1)]),
        (page(*["{"] * 1_000), [("import-page-broken", 1)] * 50),
    ],
)
def test_page_without_events_that_can_be_read_is_said(content: bytes, said: Told) -> None:
    reading = affordable(read, content)
    assert (reading.found, told(reading)) == ((), said)


@pytest.mark.parametrize(
    "tag", [b"<SCRIPT id=a async Type='Application/LD+JSON; charset=utf-8' >", b"<script\n/type=application/ld+json>"]
)
def test_block_is_found_however_its_tag_is_written(tag: bytes) -> None:
    assert read(b"<p title='<script>'>\n" + tag + json.dumps(COFFEE).encode() + b"</Script >").found == (
        Found(start=datetime(2026, 10, 1, 10), summary="Koffie", line=len(tag.splitlines()) + 1),
    )


@pytest.mark.parametrize(
    "piece",
    [
        b"<script ",
        b"<script>",
        b"<script type=application/ld+json>",
        b"<a ",
        b"<!--",
        b"<a x='",
        b'<a "',
        b"<",
        b"a=",
        b"<a b>",
        b"</",
        b"<style>",
    ],
)
def test_text_that_slows_other_parsers_down_is_walked_through_once(piece: bytes) -> None:
    affordable(read, b"<" + piece * (100_000 // len(piece)), 0.2)
    affordable(read, piece * (1_000_000 // len(piece)), 1.0)


def test_forty_thousand_blocks_are_read_in_time() -> None:
    block = b"<script type=application/ld+json>{}</script>\n"
    assert told(affordable(read, block * 40_000)) == [("import-page-nothing", 1)]


def test_page_costs_little_memory() -> None:
    assert most_memory(read, page("[" + "{}," * 100_000 + "{}]")) < MEMORY / 6


@pytest.mark.parametrize("name", ["\ud800Koffie", "Kof\x00fie", "\u202eKoffie", "Kof&#0;fie", "Koffie\x85"])
def test_characters_that_no_text_can_have_are_gone(name: str) -> None:
    [found] = read(page({**COFFEE, "name": name, "description": name, "location": name})).found
    assert {found.summary, found.description, found.location} <= {"Koffie", "Kof\ufffdfie"}


def test_title_with_an_endless_number_is_kept_as_it_stands() -> None:
    assert one(name="&#" + "9" * 400 + ";").summary == "&#" + "9" * 400 + ";"


def test_five_thousand_events_are_read_and_no_more() -> None:
    events = [{"@type": "Event", "name": f"K{n}", "startDate": "2026-10-01"} for n in range(5_001)]
    reading = affordable(read, page(events))
    assert (len(reading.found), told(reading)) == (5_000, [("import-page-ended", 1)])
