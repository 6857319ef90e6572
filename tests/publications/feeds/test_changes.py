"""What became different, as Atom and as JSON Feed: what each requires, and the same entries in both."""

from __future__ import annotations

import json
from datetime import date

import feedparser
from msgspec.structs import replace

from streekagenda.model.details import Status
from streekagenda.publications.feeds.changes import changes
from streekagenda.recurrence.turns import Known, Recent
from tests.examples import change, event, organisation, place, rule, series, single
from tests.publications.exports.judges import complaints
from tests.publications.feeds.test_news_formats import JSON_FEED
from tests.publications.turned_sites import site

COFFEE = event(
    series(rule("WEEKLY", "2026-09-06", "SU"), "14:00-16:00"),
    id="de-brug/koffie",
    title="Koffie",
    organisers=(organisation("de-brug", name="De Brug", phone="0570 12 34 56"),),
    place=place("linde", name="De Linde"),
)
OFF = replace(
    COFFEE,
    schedule=event(
        series(
            rule("WEEKLY", "2026-09-06", "SU"),
            "14:00-16:00",
            changes=[change("2026-12-06", status="cancelled", note="De zaal is bezet.")],
        )
    ).schedule,
)
SOUP = event(single("2026-12-01", "12:00-13:00"), id="de-brug/soep", title="Soep & brood")


def published(*changed: tuple[object, object, str]) -> tuple[bytes, bytes]:
    outputs = {one.path: one.content for one in changes(site(*changed))}  # type: ignore[arg-type]
    assert sorted(outputs) == ["feeds/changes.atom", "feeds/changes.json"]
    return outputs["feeds/changes.atom"], outputs["feeds/changes.json"]


def test_both_feeds_tell_the_same_and_are_as_their_specifications_say() -> None:
    atom, as_json = published((COFFEE, OFF, "2026-11-19"), (None, SOUP, "2026-11-20"))
    feed = json.loads(as_json)
    assert complaints(feed, JSON_FEED) == []
    read = feedparser.parse(atom)
    assert (read.bozo, read.version, read.feed.title) == (False, "atom10", "Nieuw en gewijzigd op Streekagenda")
    assert [(one.id, one.title, one.updated, one.link) for one in read.entries] == [
        (
            "tag:agenda.example.nl,2026:change/de-brug/soep/2026-11-20/new",
            "Nieuw: Soep & brood",
            "2026-11-20T09:00:00Z",
            "https://agenda.example.nl/activiteiten/de-brug/soep/",
        ),
        (
            "tag:agenda.example.nl,2026:change/de-brug/koffie/2026-11-19/cancelled",
            "Gaat niet door: Koffie",
            "2026-11-19T09:00:00Z",
            "https://agenda.example.nl/activiteiten/de-brug/koffie/#2026-12-06",
        ),
    ]
    assert [(one["id"], one["date_modified"], one["content_text"]) for one in feed["items"]] == [
        (one.id, one.updated, one.content[0].value) for one in read.entries
    ]


def test_an_entry_says_all_that_somebody_needs_who_is_not_on_the_site() -> None:
    _, as_json = published((COFFEE, OFF, "2026-11-19"))
    (item,) = json.loads(as_json)["items"]
    assert item["content_text"].split("\n") == [
        "Zondag 6 december 2026 van 14.00 tot 16.00 uur",
        "De zaal is bezet.",
        "",
        "Waar: De Linde, Dorpsplein 1, Deventer",
        "Door De Brug",
        "Vragen: 0570 12 34 56",
        "",
        "https://agenda.example.nl/activiteiten/de-brug/koffie/#2026-12-06",
    ]
    assert item["_streekagenda"] == {
        "start": "2026-12-06T14:00:00+01:00",
        "end": "2026-12-06T16:00:00+01:00",
        "all_day": False,
        "status": "cancelled",
        "change": "cancelled",
        "event": "de-brug/koffie",
        "place": "De Linde, Dorpsplein 1, Deventer",
        "url": "https://agenda.example.nl/activiteiten/de-brug/koffie/#2026-12-06",
        "dates": [
            {
                "start": "2026-12-06T14:00:00+01:00",
                "end": "2026-12-06T16:00:00+01:00",
                "all_day": False,
                "status": "cancelled",
                "before": {
                    "start": "2026-12-06T14:00:00+01:00",
                    "end": "2026-12-06T16:00:00+01:00",
                    "all_day": False,
                    "status": "scheduled",
                },
            }
        ],
    }


def test_what_was_withdrawn_leads_to_the_page_of_changes() -> None:
    atom, _ = published((SOUP, None, "2026-11-19"))
    (entry,) = feedparser.parse(atom).entries
    assert (entry.title, entry.link) == (
        "Niet meer in de agenda: Soep & brood",
        "https://agenda.example.nl/wijzigingen/",
    )


def test_feed_without_entries_is_a_feed_and_does_not_ask_the_clock() -> None:
    for whole in (site(), replace(site(), recent=Recent(known=Known.YOUNG, since=date(2026, 11, 20)))):
        atom, as_json = (one.content for one in changes(whole))
        read = feedparser.parse(atom)
        assert (read.bozo, read.entries, read.feed.updated) == (False, [], "2026-01-01T00:00:00Z")
        assert complaints(json.loads(as_json), JSON_FEED) == []


def test_feed_is_bounded() -> None:
    many = [
        (replace(SOUP, id=f"de-brug/{n}", uid=f"{n}@x"), replace(SOUP, id=f"de-brug/{n}", uid=f"{n}@x", status=Status.CANCELLED), f"2026-11-{day}")
        for day in range(16, 22)
        for n in range(day * 100, day * 100 + 60)
    ]  # fmt: skip
    atom, as_json = published(*many)
    assert (len(feedparser.parse(atom).entries), len(json.loads(as_json)["items"])) == (200, 200)
