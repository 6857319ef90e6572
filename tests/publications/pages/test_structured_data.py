"""The structured data of the example region against what Google documents for events.

Source: https://developers.google.com/search/docs/appearance/structured-data/event, "Structured data type definitions",
with its required and its recommended properties. What is left out is left out for a reason, which stands here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import html5lib
import pytest

REQUIRED = ("name", "startDate", "location")
REQUIRED_OF_A_PLACE = ("address",)
RECOMMENDED = ("description", "endDate", "eventStatus", "image", "location.name", "organizer.name", "organizer.url")
RECOMMENDED_OF_AN_OFFER = ("availability", "price", "priceCurrency", "url")
NEVER = {
    "performer": "the calendar knows who organises, not who performs",
    "offers.validFrom": "nobody says from when one can sign up",
}
"""Recommended, and not known: what is not known is not guessed."""

STATUSES = {"EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"}
AVAILABILITIES = {"InStock", "SoldOut", "PreOrder"}
SCRIPT = re.compile(r'<script type="?application/ld\+json"?>(.*?)</script>', re.DOTALL)


def structured(page: Path) -> list[Any]:
    return [json.loads(data) for data in SCRIPT.findall(page.read_text(encoding="utf-8"))]


def things(data: Any) -> Iterator[dict[str, Any]]:
    """Every object in the data, at any depth."""
    if isinstance(data, dict):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from things(value)


def with_all(one: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """An event, with what it only refers to in full, as who reads JSON-LD sees it (JSON-LD 1.1 section 3.3)."""

    def whole(said: Any) -> Any:
        return known[said["@id"]] if isinstance(said, dict) and list(said) == ["@id"] else said

    return one | {"organizer": [whole(who) for who in one["organizer"]]}


def event_pages(site: Path) -> list[Path]:
    """The pages of single events, in every language; not the lists of all, nor what leads on from an old address."""
    found = [*site.glob("activiteiten/**/index.html"), *site.glob("en/events/**/index.html")]
    return sorted(page for page in found if "http-equiv=refresh" not in page.read_text("utf-8").replace('"', ""))


def complaints(one: dict[str, Any]) -> Iterator[str]:
    """What Google would say of an event."""
    yield from (f"no {name}" for name in REQUIRED if not one.get(name))
    where, whole_day = one["location"], re.compile(r"\d{4}-\d\d-\d\d")
    if where["@type"] == "Place":
        yield from (f"no location.{name}" for name in REQUIRED_OF_A_PLACE if not where.get(name))
        if not {"streetAddress", "addressLocality"} & set(where["address"]):
            yield "an address that is no more than a country"
    elif where["@type"] != "VirtualLocation" or not where["url"].startswith("https://"):
        yield "a location that is no location"
    for name in ("startDate", "endDate", "previousStartDate"):
        if said := one.get(name):
            known = date.fromisoformat(said) if whole_day.fullmatch(said) else datetime.fromisoformat(said)
            if isinstance(known, datetime) and known.utcoffset() is None:
                yield f"{name} without an offset"
    if one["eventStatus"].removeprefix("https://schema.org/") not in STATUSES:
        yield "no status"
    if one["eventStatus"].endswith("EventRescheduled") and "previousStartDate" not in one:
        yield "rescheduled, but from when?"


def lacks(one: dict[str, Any]) -> Iterator[str]:
    """The recommended properties that are not there."""
    for name in RECOMMENDED:
        key, _, inner = name.partition(".")
        found = one.get(key)
        if not found or (inner and not all(inner in part for part in (found if isinstance(found, list) else [found]))):
            yield name
    if "offers" not in one:
        yield "offers"
    else:
        yield from (f"offers.{name}" for name in RECOMMENDED_OF_AN_OFFER if name not in one["offers"])


@pytest.fixture(scope="module")
def events(example_site: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Every event and every date of one, with its page."""
    found = []
    for page in event_pages(example_site):
        said = [thing for data in structured(page) for thing in things(data)]
        known = {thing["@id"]: thing for thing in said if "@id" in thing and "name" in thing}
        found += [(page, with_all(one, known)) for one in said if one.get("@type") in {"Event", "EventSeries"}]
    return found


def test_who_organises_it_is_said_once_on_a_page(example_site: Path) -> None:
    for page in event_pages(example_site):
        said = [thing for data in structured(page) for thing in things(data) if thing.get("@type") == "Organization"]
        named = [thing["@id"] for thing in said if "@id" in thing and len(thing) > 1]
        assert len(set(named)) == len(named), page


def test_every_event_page_has_one_event(example_site: Path) -> None:
    pages = [page for page in event_pages(example_site) if page.parent.name not in {"activiteiten", "events"}]
    assert len(pages) > 160
    for page in pages:
        kinds = sorted(data["@type"] for data in structured(page))
        assert kinds in (["BreadcrumbList", "Event"], ["BreadcrumbList", "EventSeries"]), page


def test_every_event_has_what_google_requires(events: list[tuple[Path, dict[str, Any]]]) -> None:
    assert len(events) > 1000
    assert [(page, said) for page, one in events for said in complaints(one)] == []


@pytest.fixture(scope="module")
def without_end(example_site: Path) -> set[tuple[str, str]]:
    """Event and start of each date of which nobody said when it ends."""
    months = (json.loads(file.read_text("utf-8")) for file in (example_site / "api/v1/occurrences").iterdir())
    dates = [one for month in months for one in month["occurrences"]]
    return {(one["event"], one["start"]) for one in dates if "end" not in one}


def test_what_google_recommends_is_there_where_it_is_known(
    events: list[tuple[Path, dict[str, Any]]], without_end: set[tuple[str, str]]
) -> None:
    for page, one in events:
        excused = set()
        event_id = "/".join(page.parent.parts[-2:])
        if one["@type"] == "EventSeries" or (event_id, one["startDate"]) in without_end:
            excused.add("endDate")  # it goes on, or nobody said when it ends
        if one["location"]["@type"] == "VirtualLocation":
            excused.add("location.name")
        if "price" not in one.get("offers", {}):
            excused |= {"offers", "offers.price", "offers.priceCurrency"}  # nobody said, or it is said in words
        if any("@id" not in who for who in one["organizer"]):
            excused.add("organizer.url")  # known by name only
        assert set(lacks(one)) <= excused, (page, one["name"], one["startDate"])
        assert not set(NEVER) & {*one, *(f"offers.{name}" for name in one.get("offers", {}))}


def test_embeds_hold_no_structured_data(example_site: Path) -> None:
    pages = [*example_site.glob("embed/**/*.html"), *example_site.glob("en/embed/**/*.html")]
    assert len(pages) > 100
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not [word for word in ("ld+json", "itemscope", "itemprop", "vocab=", "typeof=") if word in text], page


def test_nothing_in_a_text_ends_the_data(example_site: Path) -> None:
    for page in event_pages(example_site):
        text = page.read_text(encoding="utf-8")
        assert all("<" not in data and "&" not in data for data in SCRIPT.findall(text))
        tree = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
        read = [one.text for one in tree.iter("script") if one.get("type") == "application/ld+json"]
        assert [json.loads(one or "") for one in read] == structured(page)
