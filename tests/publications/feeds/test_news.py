from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from streekagenda.publications.feeds import parts
from tests.examples import area, change, event, history, moment, place, region, rule, series, single
from tests.publications.feeds.sites import published

A = "{http://www.w3.org/2005/Atom}"
CHANGED = history(datetime(2026, 8, 1, tzinfo=UTC), sequence=1)


def test_who_follows_changes_reads_the_newest_first() -> None:
    found = published(
        event(series(), id="oud"),
        event(single("2026-12-01"), id="nieuw", title="Nieuw", history=CHANGED),
        event(single("2026-08-31"), id="voorbij", history=CHANGED),
    )
    root = ET.fromstring(found["feeds/all.atom"])
    assert [entry.findtext(f"{A}id") for entry in root.iter(f"{A}entry")] == [
        "tag:agenda.example.nl,2026:event/nieuw",
        "tag:agenda.example.nl,2026:event/oud",
    ]
    assert root.findtext(f"{A}updated") == "2026-08-01T00:00:00Z"
    assert root.findtext(f"{A}entry/{A}title") == "Nieuw"


def test_coming_dates_that_differ_are_named_first() -> None:
    happening = event(
        series(
            changes=[
                change("2026-11-15", status="cancelled", note="De beheerder is ziek."),
                change("2026-11-22", moved_to="2026-11-23"),
                change("2026-08-30", status="cancelled"),
            ]
        ),
        summary="Kom erbij.",
    )
    content = ET.fromstring(published(happening)["feeds/all.atom"]).findtext(f"{A}entry/{A}content")
    assert content is not None
    assert content.split("\n")[:4] == [
        "Afgelast: zondag 15 november 2026 van 14.00 tot 16.00 uur. De beheerder is ziek.",
        "Verplaatst van zondag 22 november 2026: maandag 23 november 2026 van 14.00 tot 16.00 uur.",
        "",
        "Kom erbij.",
    ]


def test_a_cancelled_activity_says_so_in_its_title() -> None:
    found = published(event(status="cancelled"))
    assert json.loads(found["feeds/all.json"])["items"][0]["title"] == "AFGELAST: Koffie"
    assert ET.fromstring(found["feeds/all.atom"]).findtext(f"{A}entry/{A}title") == "AFGELAST: Koffie"


def test_a_summary_says_when_it_is_in_one_sentence() -> None:
    happening = event(
        series(changes=[change("2026-09-06", status="cancelled"), change("2026-12-20", at="15:00-18:00")])
    )
    found = published(happening)
    said = (
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026; het gaat niet door op zondag 6 september; "
        "op sommige dagen anders."
    )
    assert ET.fromstring(found["feeds/all.atom"]).findtext(f"{A}entry/{A}summary") == said
    assert json.loads(found["feeds/all.json"])["items"][0]["summary"] == said


def test_what_is_off_as_a_whole_has_no_summary_of_its_dates() -> None:
    found = published(event(series(), status="postponed"))
    assert ET.fromstring(found["feeds/all.atom"]).findtext(f"{A}entry/{A}summary") is None
    assert "summary" not in json.loads(found["feeds/all.json"])["items"][0]


def test_programs_get_the_next_dates() -> None:
    happening = event(
        series(rule("WEEKLY", "2026-10-18", "SU", count=2), changes=[change("2026-10-25", status="cancelled")]),
        single("2026-11-01", None, key="extra", place=place("plein", area=area("rivierenwijk"))),
    )
    found = published(happening)
    (item,) = json.loads(found["feeds/all.json"])["items"]
    assert item["_streekagenda"] == {
        "start": "2026-10-18T14:00:00+02:00",
        "end": "2026-10-18T16:00:00+02:00",
        "all_day": False,
        "status": "scheduled",
        "place": "Huis van de wijk, Dorpsplein 1, Deventer",
        "url": "https://agenda.example.nl/activiteiten/de-kern/koffie/#2026-10-18",
        "dates": [
            {"start": "2026-10-18T14:00:00+02:00", "end": "2026-10-18T16:00:00+02:00", "all_day": False}
            | {"status": "scheduled"},
            {"start": "2026-10-25T14:00:00+01:00", "end": "2026-10-25T16:00:00+01:00", "all_day": False}
            | {"status": "cancelled"},
            {"start": "2026-11-01", "end": "2026-11-01", "all_day": True, "status": "scheduled"}
            | {"place": "Plein, Dorpsplein 1, Deventer"},
        ],
    }
    (elsewhere,) = json.loads(found["feeds/area/rivierenwijk.json"])["items"]
    assert elsewhere["_streekagenda"]["start"] == "2026-11-01"
    assert elsewhere["_streekagenda"]["place"] == "Plein, Dorpsplein 1, Deventer"


def test_a_selection_has_its_own_next_dates_of_who_moves_about_and_is_in_their_order() -> None:
    plein = place("plein", area=area("rivierenwijk"))
    wandering = event(
        series(rule("WEEKLY", "2026-09-06", "SU", count=3), changes=[change("2026-09-13", place=plein)]),
        id="a/wandelen",
    )
    found = published(wandering, event(single("2026-09-10"), id="b/kaarten", place=plein))

    def said(feed: str) -> list[tuple[str, list[str]]]:
        items = json.loads(found[feed])["items"]
        return [
            (item["url"].split("/")[-2], [date["start"][:10] for date in item["_streekagenda"]["dates"]])
            for item in items
        ]

    assert said("feeds/place/plein.json") == [("kaarten", ["2026-09-10"]), ("wandelen", ["2026-09-13"])]
    assert said("feeds/place/huis-van-de-wijk.json") == [("wandelen", ["2026-09-06", "2026-09-20"])]
    every = ["2026-09-06", "2026-09-13", "2026-09-20"]
    assert (
        said("feeds/all.json")
        == said("feeds/topic/ontmoeten.json")
        == [("wandelen", every), ("kaarten", ["2026-09-10"])]
    )


def test_everything_goes_no_further_than_the_horizon() -> None:
    found = published(event(single("2027-09-02")), region=region(horizon_months=12))
    assert json.loads(found["feeds/all.json"])["items"] == []
    assert len(json.loads(found["feeds/area/zandweerd.json"])["items"]) == 1


def test_the_id_stays_when_the_file_gets_another_name() -> None:
    found = published(event(id="nieuwe-naam", uid="de-kern/koffie@agenda.example.nl"))
    (item,) = json.loads(found["feeds/all.json"])["items"]
    assert item["id"] == "tag:agenda.example.nl,2026:event/de-kern/koffie"
    assert item["url"] == "https://agenda.example.nl/activiteiten/nieuwe-naam/"
    odd = published(event(uid="Een vreemd <uid>"))
    assert (
        json.loads(odd["feeds/all.json"])["items"][0]["id"]
        == "tag:agenda.example.nl,2026:event/Een%20vreemd%20%3Cuid%3E"
    )


def test_an_extra_date_is_among_the_next_dates() -> None:
    happening = event(series(rule("WEEKLY", "2026-10-18", "SU", count=1), also=[moment("2026-12-26", "14:00-17:00")]))
    (item,) = json.loads(published(happening)["feeds/all.json"])["items"]
    assert [one["start"] for one in item["_streekagenda"]["dates"]] == [
        "2026-10-18T14:00:00+02:00",
        "2026-12-26T14:00:00+01:00",
    ]


def test_a_json_feed_that_would_be_too_large_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_BYTES", parts.HEAD_BYTES + 3_000)
    found = published(*(event(single(f"2026-10-{day:02}"), id=f"dag-{day}", body="x" * 100) for day in range(1, 13)))
    pages, path = [], "feeds/all.json"
    while path:
        pages.append(json.loads(found[path]))
        assert pages[-1]["feed_url"] == f"https://agenda.example.nl/{path}"
        path = pages[-1].get("next_url", "").removeprefix("https://agenda.example.nl/")
    assert len(pages) > 2
    ids = [item["id"].rpartition("/")[2] for page in pages for item in page["items"]]
    assert ids == [f"dag-{day}" for day in range(1, 13)]
    assert "feeds/all.2.atom" not in found


def test_the_page_that_explains_the_extension_has_it(example_site: Path) -> None:
    about = json.loads((example_site / "feeds/all.json").read_text(encoding="utf-8"))["_streekagenda"]["about"]
    page, _, place = about.partition("#")
    shown = (example_site / f"{page.partition('/agenda/')[2]}index.html").read_text(encoding="utf-8")
    section = shown[re.search(f'<section id="?{place}"?>', shown).start() :]
    assert "_streekagenda" in section
