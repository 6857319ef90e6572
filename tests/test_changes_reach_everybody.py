"""A date that is cancelled or moved says so on the page, in its structured data, in Atom and JSON Feed and in the data.

Three builds: as planned, changed, and as planned again. The feeds for calendars are judged in ``publications/feeds``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from streekagenda import pipeline
from tests.content.test_history import git
from tests.content_files import GOOD, REGION, written

NOW = datetime(2027, 1, 20, 12)
EVENT = """\
---
titel: Koffie
wanneer:
  elke: zondag 14.00-16.00 uur
  vanaf: 2027-01-03
plek: de-linde
onderwerpen: [ontmoeten]
---
Kom erbij!
"""
CHANGED = EVENT.replace(
    "  vanaf: 2027-01-03\n",
    """\
  vanaf: 2027-01-03
  wijzigingen:
    - {op: 2027-02-07, status: afgelast, opmerking: De beheerder is ziek.}
    - {op: 2027-02-14, datum: 2027-02-15, tijd: 19.00-21.00}
""",
)
CANCELLED = EVENT.replace("plek:", "status: afgelast\nplek:")

PAGE = "activiteiten/de-kern/koffie/index.html"
ATOM, FEED, EVENTS, DATES = "feeds/all.atom", "feeds/all.json", "api/v1/events.json", "api/v1/occurrences/2027-02.json"
A = "{http://www.w3.org/2005/Atom}"
STAMPS = re.compile(
    r'<updated>[^<]*</updated>|"date_modified":"[^"]*"|"modified":"[^"]*","sequence":\d+|"confirmed":"[^"]*"'
)

Files = Mapping[str, str]


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Files]:
    """Builds on one day of content that changed from commit to commit: all carriers as text, by their paths."""
    root = tmp_path_factory.mktemp("region")
    region = f"{REGION}horizon: 2 months\narchive: 1 month\n"
    content = written(root / "content", {**GOOD, "region.yaml": region})
    git(root, "init", "-q")
    found = {}
    for day, (name, event) in enumerate(
        [("planned", EVENT), ("changed", CHANGED), ("again", EVENT), ("off", CANCELLED), ("on", EVENT)], start=1
    ):
        written(content, {"events/de-kern/koffie.md": event})
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", name, day=f"2027-01-{day:02}")
        site = root / "site"
        settings = pipeline.Settings(content=content, layouts=Path("layouts"), output=site, now=NOW)
        built = pipeline.build(settings)
        assert built.diagnostics == ()
        found[name] = {
            path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
            for path in site.rglob("*")
            if path.suffix in {".html", ".json", ".atom", ".ics"}
        }
    return found


def data(files: Files, path: str) -> Any:
    return json.loads(files[path])


def structured(files: Files) -> Any:
    """The event of the page, in terms of schema.org."""
    found = re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', files[PAGE], re.DOTALL)
    (event,) = (one for one in map(json.loads, found) if one["@type"] != "BreadcrumbList")
    return event


def words(files: Files) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", files[PAGE])))


def entry(files: Files) -> ET.Element:
    (found,) = ET.fromstring(files[ATOM]).iter(f"{A}entry")
    return found


def test_a_changed_date_says_so_on_the_page(builds: dict[str, Files]) -> None:
    said = words(builds["changed"])
    assert "zondag 7 februari, 14.00–16.00 Gaat niet door De beheerder is ziek." in said
    assert "zondag 14 februari, 14.00–16.00 Verplaatst Het is nu maandag 15 februari 2027" in said
    assert "maandag 15 februari, 19.00–21.00 Andere dag Het was eerst zondag 14 februari 2027" in said
    for name in ("planned", "again"):
        assert not [word for word in ("ziek", "Gaat niet door", "Verplaatst", "19.00") if word in words(builds[name])]


def test_a_changed_date_says_so_in_structured_data(builds: dict[str, Files]) -> None:
    dates = {one["startDate"][:10]: one for one in structured(builds["changed"])["subEvent"]}
    cancelled, moved = dates["2027-02-07"], dates["2027-02-15"]
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"
    assert cancelled["description"].startswith("De beheerder is ziek.")
    assert moved["eventStatus"] == "https://schema.org/EventRescheduled"
    assert (moved["startDate"], moved["previousStartDate"]) == (
        "2027-02-15T19:00:00+01:00",
        "2027-02-14T14:00:00+01:00",
    )
    assert "2027-02-14" not in dates
    assert structured(builds["again"]) == structured(builds["planned"])


def test_a_changed_date_says_so_in_atom_and_json_feed(builds: dict[str, Files]) -> None:
    said = [
        "Afgelast: zondag 7 februari 2027 van 14.00 tot 16.00 uur. De beheerder is ziek.",
        "Verplaatst van zondag 14 februari 2027: maandag 15 februari 2027 van 19.00 tot 21.00 uur.",
    ]
    (item,) = data(builds["changed"], FEED)["items"]
    assert item["content_text"].split("\n")[:2] == said
    assert (entry(builds["changed"]).findtext(f"{A}content") or "").split("\n")[:2] == said
    dates = {one["start"]: one for one in item["_streekagenda"]["dates"]}
    assert dates["2027-02-07T14:00:00+01:00"]["status"] == "cancelled"
    assert dates["2027-02-15T19:00:00+01:00"]["planned"] == "2027-02-14T14:00:00+01:00"


def test_a_changed_date_says_so_in_the_data(builds: dict[str, Files]) -> None:
    dates = {one["start"][:10]: one for one in data(builds["changed"], DATES)["occurrences"]}
    assert (dates["2027-02-07"]["status"], dates["2027-02-07"]["note"]) == (
        "cancelled",
        {"nl": "De beheerder is ziek."},
    )
    assert (dates["2027-02-15"]["status"], dates["2027-02-15"]["planned"]) == ("scheduled", "2027-02-14T14:00:00+01:00")
    assert "2027-02-14" not in dates


def test_an_activity_that_is_cancelled_says_so_in_every_title(builds: dict[str, Files]) -> None:
    off = builds["off"]
    assert re.search(r"<title>Gaat niet door: Koffie", off[PAGE])
    assert structured(off)["eventStatus"] == "https://schema.org/EventCancelled"
    assert {one["eventStatus"] for one in structured(off)["subEvent"]} == {"https://schema.org/EventCancelled"}
    assert entry(off).findtext(f"{A}title") == "AFGELAST: Koffie"
    (item,) = data(off, FEED)["items"]
    assert item["title"] == "AFGELAST: Koffie"
    assert [one["status"] for one in data(off, EVENTS)["events"]] == ["cancelled"]
    assert {one["status"] for one in data(off, DATES)["occurrences"]} == {"cancelled"}


@pytest.mark.parametrize("undone", ["again", "on"])
def test_what_is_undone_is_as_it_was_but_newer(builds: dict[str, Files], undone: str) -> None:
    before, after = builds["planned"], builds[undone]
    assert sorted(after) == sorted(before)
    carriers = [path for path in before if not path.endswith(".ics")]
    assert [path for path in carriers if STAMPS.sub("", after[path]) != STAMPS.sub("", before[path])] == []


def test_every_change_and_its_undoing_is_newer_than_what_was(builds: dict[str, Files]) -> None:
    events = [data(files, EVENTS)["events"][0] for files in builds.values()]
    assert [one["modified"] for one in events] == [f"2027-01-0{day}T12:00:00Z" for day in range(1, 6)]
    assert [one["sequence"] for one in events] == [86_400 * day for day in range(5)]
    assert [entry(files).findtext(f"{A}updated") for files in builds.values()] == [one["modified"] for one in events]
    assert [ET.fromstring(files[ATOM]).findtext(f"{A}updated") for files in builds.values()] == [
        one["modified"] for one in events
    ]
    assert {(one["id"], one["created"]) for one in events} == {("de-kern/koffie", "2027-01-01T12:00:00Z")}
    assert len({entry(files).findtext(f"{A}id") for files in builds.values()}) == 1


def test_what_is_shown_of_another_file_counts_as_a_change_of_the_event(tmp_path: Path) -> None:
    place, partner = "places/de-linde.md", "organisations/de-kern.md"
    closed = "closed:\n  - {name: Zomerstop, from: 2027-07-19, until: 2027-08-15}\n"
    without = EVENT.replace("  vanaf: 2027-01-03\n", "  vanaf: 2027-01-03\n  behalve: [Zomerstop]\n")
    region = GOOD["region.yaml"] + closed
    content = written(tmp_path / "content", {**GOOD, "region.yaml": region})
    git(tmp_path, "init", "-q")
    steps: list[tuple[dict[str, str], str]] = [
        ({"events/de-kern/koffie.md": without}, "event"),
        ({partner: GOOD[partner].replace("De Kern", "Welzijn De Kern")}, "its organiser"),
        ({place: GOOD[place].replace("area:", "street: Dorpsplein 1\narea:")}, "its place"),
        ({"organisations/elders.md": "---\nname: Elders\n---\n"}, "a partner that it does not name"),
        ({"region.yaml": region.replace("2027-08-15", "2027-08-22")}, "the closed days that it leaves out"),
    ]
    changed = {}
    for day, (files, what) in enumerate(steps, start=1):
        written(content, files)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", what, day=f"2027-01-{day:02}")
        checked = pipeline.check(pipeline.Settings(content=content, layouts=Path("layouts"), output=tmp_path, now=NOW))
        assert checked.calendar is not None
        (event,) = checked.calendar.events
        changed[what] = (event.history.modified.day, event.history.sequence // 86_400)
        assert event.history.confirmed == datetime(2027, 1, 1).date()  # nobody looked at the event itself
    assert changed == {
        "event": (1, 0),
        "its organiser": (2, 1),
        "its place": (3, 2),
        "a partner that it does not name": (3, 2),
        "the closed days that it leaves out": (5, 4),
    }
