"""What can be found, and what a result says of it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.model.calendar import FreePage
from streekagenda.publications.search.coming_dates import MOST
from streekagenda.publications.search.entries import sources
from streekagenda.publications.search.spelling import counted
from streekagenda.publications.search.spelling import words as words_of
from tests import examples as ex
from tests.publications.html_sites import site

if TYPE_CHECKING:
    from typing import Any

    from streekagenda.model.event import Event
    from streekagenda.publications.search.entry import Entry

AREAS = (ex.municipality("deventer", "zandweerd"),)


def found(*events: Event, language: str = "nl", **more: Any) -> dict[str, Entry]:
    region = {"areas": AREAS, "languages": ("nl", "en"), **more.pop("in_region", {})}
    whole = site(*events, in_region=region, **more)
    made = (one.make() for one in sources(whole, whole.words[language]))
    return {one.path: one for one in made}


def dates(entry: Entry) -> list[Any]:
    told: list[Any] = json.loads(entry.meta["dates"])
    return told


def test_an_event_is_found_by_what_people_call_it_and_by_where_it_is() -> None:
    one = found(
        ex.event(
            title=ex.text("Koffie", en="Coffee"),
            summary="Een praatje",
            body="Met **taart** van de [bakker](https://example.org).",
            topics=(ex.term("ontmoeten", ex.text("Ontmoeten", en="Meeting")),),
            audiences=(ex.term("ouderen"),),
        ),
        in_region={"areas": (ex.municipality("deventer", also_known_as=("Daventria",)),)},
    )["activiteiten/de-kern/koffie/"]
    for word in ("Koffie", "Coffee", "praatje", "taart", "Dorpsplein 1", "De kern", "Meeting", "Ouderen", "Daventria"):
        assert word in one.content
    assert "**" not in one.content
    assert one.filters == {
        "kind": ("event",),
        "area": ("deventer", "zandweerd"),
        "topic": ("ontmoeten",),
        "audience": ("ouderen",),
    }
    assert one.meta == {
        "title": "Koffie",
        "where": "Huis van de wijk, Zandweerd",
        "when": "do 1 okt 19.30–21.00",
        "dates": '[["2026-10-01T21:00","donderdag 1 oktober 2026 van 19.30 tot 21.00 uur"]]',
    }


def test_an_event_that_is_over_is_not_found() -> None:
    over = ex.event(ex.single("2026-09-29"), id="de-kern/oud")
    assert "activiteiten/de-kern/oud/" not in found(over)


def test_dates_say_until_when_they_are_coming_what_differs_and_until_when_more_follow() -> None:
    repeated = ex.series(
        ex.rule("WEEKLY", "2026-09-06", "SU", until="2027-06-27"),
        changes=[ex.change("2026-10-04", status="cancelled")],
    )
    told = dates(found(ex.event(repeated))["activiteiten/de-kern/koffie/"])
    assert told[0] == ["2026-10-04T16:00", "zondag 4 oktober 2026 van 14.00 tot 16.00 uur", "Afgelast", 1]
    assert told[1] == ["2026-10-11T16:00", "zondag 11 oktober 2026 van 14.00 tot 16.00 uur"]
    assert len(told) == MOST + 1
    assert told[-1] == "2027-06-27T16:00"


def test_all_that_has_a_page_is_found_the_nearest_event_first() -> None:
    whole = found(
        ex.event(ex.single("2026-10-05"), id="de-kern/later"),
        ex.event(ex.single("2026-10-02"), id="de-kern/eerder"),
        places=(ex.place(body=ex.text("Een huis.")),),
        organisations=(ex.organisation(),),
        campaigns=(ex.campaign(),),
        pages=(FreePage(id="over", title=ex.text("Over"), body=ex.text("Wij."), source=ex.source("pages/over.md")),),
        in_region={"topics": (ex.term("ontmoeten"),), "audiences": (ex.term("ouderen"),)},
    )
    assert [(path, *one.filters["kind"]) for path, one in whole.items()] == [
        ("activiteiten/de-kern/eerder/", "event"),
        ("activiteiten/de-kern/later/", "event"),
        ("plekken/huis-van-de-wijk/", "place"),
        ("organisaties/de-kern/", "organisation"),
        ("campagnes/week-tegen-eenzaamheid/", "campaign"),
        ("wijken/deventer/", "area"),
        ("wijken/zandweerd/", "area"),
        ("onderwerpen/ontmoeten/", "subject"),
        ("doelgroepen/ouderen/", "subject"),
        ("over/", "page"),
    ]


def test_a_title_in_another_language_than_the_page_says_so() -> None:
    assert found(ex.event(), language="en")["en/events/de-kern/koffie/"].meta["lang"] == "nl"


def test_letters_without_an_accent_to_take_off_are_there_as_people_type_them() -> None:
    one = found(ex.event(title="Kawa w Łodzi, kadın, Straße"))["activiteiten/de-kern/koffie/"]
    assert one.content.endswith(" kadin lodzi strasse")


def test_the_list_of_words_has_the_most_used_first() -> None:
    both = found(ex.event(title="Samen fietsen"), ex.event(id="de-kern/twee", title="Samen eten, een ei"))
    listed = words_of(counted(both.values()))
    assert listed.index("samen") < listed.index("fietsen")
    assert "eten" in listed
    assert "een" not in listed


def test_an_entry_says_what_it_is_made_of() -> None:
    weekly = ex.event(ex.series(ex.rule("WEEKLY", "2026-09-06", "SU", until="2027-06-27")))

    def made_of(own: str, **more: Any) -> str:
        whole = replace(site(weekly, **more), prints={weekly.id: own} if own else {})
        (first, *_) = sources(whole, whole.words["nl"])
        assert first.name == weekly.id
        return first.made_of

    assert made_of("a") == made_of("a")
    assert made_of("") == ""
    others = {made_of("a"), made_of("b")}
    others |= {made_of("a", now=datetime(2026, 10, day, hour)) for day, hour in ((3, 12), (4, 8), (4, 20))}
    assert len(others) == 5


def test_what_has_no_dates_is_called_by_its_path_and_made_of_what_stands_beside_events() -> None:
    def standing(beside: str, **more: Any) -> dict[str, str]:
        whole = replace(site(ex.event(), **more), beside=beside)
        _, *others = sources(whole, whole.words["nl"])
        assert [one.name for one in others] == [one.make().path for one in others]
        return {one.name: one.made_of for one in others}

    assert {"wijken/zandweerd/", "doelgroepen/jongeren/"} <= standing("a").keys()
    assert standing("a") == standing("a")
    assert set(standing("").values()) == {""}
    others = {*standing("a").values(), *standing("b").values()}
    others |= set(standing("a", now=datetime(2026, 10, 3, 12)).values())
    assert len(others) == 3


def test_dates_are_found_by_the_words_in_which_they_differ() -> None:
    repeated = ex.series(
        ex.rule("WEEKLY", "2026-11-29", "SU", until="2027-06-27"),
        changes=[ex.change("2026-12-06", status="cancelled"), ex.change("2026-12-20", status="cancelled")],
    )
    assert found(ex.event(repeated))["activiteiten/de-kern/koffie/"].found_by == {
        "title": "Koffie",
        "where": "Huis van de wijk, Zandweerd",
        "when": "elke zondag 14.00–16.00",
        "dates": "zondag 29 november 2026 van 14.00 tot 16.00 uur 6 december 13 december 20 december 27 december "
        "3 januari 2027 Afgelast",
    }
