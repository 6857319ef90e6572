"""The next dates of a list as RSS 2.0, as a block of another site shows them."""

from __future__ import annotations

from datetime import datetime

import feedparser

from streekagenda.publications.embeds import dates
from tests import examples as ex
from tests.publications.html_sites import site

SUNDAY = datetime(2026, 11, 22, 12)


def read(path: str, *events: ex.Any, language: str = "nl", **more: ex.Any) -> ex.Any:
    made = {one.path: one.content for one in dates.outputs(site(*events, now=SUNDAY, **more), language)}
    found = feedparser.parse(made[path])
    assert (found.bozo, found.version) == (False, "rss20")
    return found


def test_nearest_comes_first_and_nothing_says_when_it_was_published() -> None:
    late = ex.event(ex.single("2026-12-05", "20:00"), id="de-kern/film", title="Film & <soep>")
    coffee = ex.event(ex.single("2026-11-29", "14:00-16:00"), id="de-kern/koffie", title="Zondagkoffie")
    found = read("embed/wijken/zandweerd.rss", late, coffee)
    assert (found.feed.title, found.feed.link, found.feed.language) == (
        "Agenda: Zandweerd",
        "https://agenda.example.nl/wijken/zandweerd/",
        "nl",
    )
    assert [one.title for one in found.entries] == [
        "zo 29 nov, 14.00–16.00, Zondagkoffie",
        "za 5 dec, 20.00, Film & <soep>",
    ]
    first = found.entries[0]
    assert first.link == "https://agenda.example.nl/activiteiten/de-kern/koffie/#2026-11-29"
    assert first.description.replace("\N{NO-BREAK SPACE}", " ") == (
        "Zondag 29 november 2026 van 14.00 tot 16.00 uur. Huis van de wijk, Dorpsplein 1, Deventer"
    )
    assert [one for one in found.entries if "published" in one or "updated" in one] == []


def test_title_says_first_what_does_not_go_ahead_and_what_went_elsewhere() -> None:
    weekly = ex.rule("WEEKLY", "2026-11-24", "TU", count=2)
    changes = [
        ex.change("2026-11-24", status="cancelled", note="De zaal is dicht."),
        ex.change("2026-12-01", moved_to="2026-12-03"),
    ]
    found = read("embed/agenda.rss", ex.event(ex.series(weekly, "10:00-11:00", changes=changes), title="Yoga")).entries
    assert [one.title for one in found] == [
        "di 24 nov, 10.00–11.00, AFGELAST: Yoga",
        "di 1 dec, 10.00–11.00, Verplaatst naar donderdag 3 december 2026: Yoga",
        "do 3 dec, 10.00–11.00, Yoga",
    ]
    assert "De zaal is dicht." in found[0].description
    assert len({one.id for one in found}) == 3


def test_language_is_that_of_the_address() -> None:
    found = read("en/embed/areas/zandweerd.rss", language="en", in_region={"languages": ("nl", "en")})
    assert (found.feed.language, found.feed.title, found.entries) == ("en", "Agenda: Zandweerd", [])
