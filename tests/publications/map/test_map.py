"""The page with the map: a list that says all, and a drawing or a map beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from streekagenda.model.region import Tiles
from streekagenda.model.schedule import Schedule
from streekagenda.publications import map as places_map
from streekagenda.publications.former import Former
from streekagenda.publications.map import places
from streekagenda.publications.map.drawing import WIDTH, drawing
from streekagenda.recurrence.footprints import Touched, footprint
from tests import examples as ex
from tests.publications.html_sites import find, main, parsed, renderer, site, words

if TYPE_CHECKING:
    from typing import Any
    from xml.etree.ElementTree import Element

    from streekagenda.model.event import Event
    from streekagenda.publications.site import Site

TILES = Tiles(template="https://tiles.example.org/{z}/{x}/{y}.png", attribution="© <Kadaster>")
PLACES = (
    ex.place("de-linde", geo=(52.25, 6.16), open=Schedule(entries=(ex.series(),))),
    ex.place("plein", street=None, city=None),
)


def whole_of(*events: Event, **region: Any) -> Site:
    areas = (ex.municipality("deventer", "zandweerd", "voorstad"),)
    return site(*events, places=PLACES, in_region={"areas": areas, "languages": ("nl", "ar"), **region})


def page(*events: Event, language: str = "nl", **region: Any) -> Element:
    (output,) = places_map.outputs(whole_of(*events, **region), language)
    return parsed(output.content.decode())


def policy(tree: Element) -> str:
    (found,) = (one for one in tree.iter("meta") if one.get("http-equiv"))
    return str(found.get("content"))


def test_the_list_says_where_a_place_is_and_what_is_on_next() -> None:
    tree = page(ex.event(ex.series(), place=PLACES[0]))
    first, second = find(tree, "spot")
    assert words(first).startswith("De linde Zandweerd Dorpsplein 1, Deventer Elke zondag 14.00–16.00")
    assert [words(one) for one in find(first, "following")[0]] == [
        "Zondag 4 oktober 2026 van 14.00 tot 16.00 uur: Koffie",
        "Zondag 11 oktober 2026 van 14.00 tot 16.00 uur: Koffie",
        "Zondag 18 oktober 2026 van 14.00 tot 16.00 uur: Koffie",
    ]
    assert find(first, "following")[0][0].get("data-until") == "2026-10-04T16:00"
    assert words(second) == "Plein Zandweerd Wat hier te doen is, weten we nog niet."


def test_without_tiles_there_is_a_drawing_and_no_other_host() -> None:
    tree = page(ex.event(place=PLACES[0]))
    assert "https:" not in policy(tree)
    (drawn,) = find(tree, "drawing")
    texts = [" ".join("".join(one.itertext()).split()) for one in drawn.iter() if one.tag.endswith("text")]
    assert texts == ["Deventer 1 activiteit", "Zandweerd 1 activiteit", "Voorstad geen activiteiten"]
    assert list(places_map.code(site(places=PLACES))) == []


def test_with_tiles_the_page_names_their_host_and_may_ask_it_alone() -> None:
    tree = page(tiles=TILES)
    assert "img-src 'self' https://tiles.example.org data:;" in policy(tree)
    assert "De kaartbeelden komen van tiles.example.org." in words(main(tree)) or any(
        "De kaartbeelden komen van tiles.example.org." in "".join(one.itertext()) for one in tree.iter("p")
    )
    assert not find(tree, "drawing")
    names = [one.path for one in places_map.code(site(places=PLACES, in_region={"tiles": TILES}))]
    assert names == [
        "static/leaflet/leaflet.js",
        "static/leaflet/leaflet.css",
        "static/leaflet/images/marker-icon.png",
        "static/leaflet/images/marker-icon-2x.png",
        "static/leaflet/images/marker-shadow.png",
    ]


def test_places_that_nobody_can_put_on_a_map_need_no_tiles() -> None:
    whole = site(places=PLACES[1:], in_region={"tiles": TILES})
    assert list(places_map.code(whole)) == []


def test_a_drawing_is_mirrored_where_people_read_from_right_to_left() -> None:
    town = ex.municipality("deventer", "een-wijk-met-een-bijzonder-lange-naam")
    counts = {("area", one): 3 for one in ("deventer", "een-wijk-met-een-bijzonder-lange-naam")}
    dutch = drawing(renderer().words("nl"), town, counts, 3)
    arabic = drawing(renderer().words("ar"), town, counts, 3)
    assert [one.x + other.x for one, other in zip(dutch.twigs, arabic.twigs, strict=True)] == [WIDTH, WIDTH]
    assert [one.branch for one in dutch.twigs] == ["", "M15 17V71H41"]
    assert len(dutch.twigs[1].lines) == 2
    assert dutch.twigs[0].radius == dutch.twigs[1].radius == 14.0


def test_a_place_where_nothing_changed_stands_as_in_the_former_page(monkeypatch: pytest.MonkeyPatch) -> None:
    cancelled = ex.series(changes=[ex.change(date(2026, 10, 4), status="cancelled")])
    before = whole_of(ex.event(cancelled, id="a/0", place=PLACES[0]), ex.event(id="a/1", place=PLACES[1]))
    found = whole_of(ex.event(cancelled, id="a/0", place=PLACES[0]), ex.event(id="a/1", title=ex.text("Thee")))
    (former,) = places_map.outputs(before, "nl")
    content = former.content
    touched = Touched({"a/1"}, [footprint(one.index, one.calendar.events[1]) for one in (before, found)])
    (clean,) = places_map.outputs(found, "nl")
    expected = clean.content
    assert expected != content
    asked: list[str] = []
    coming = places._coming
    monkeypatch.setattr(places, "_coming", lambda whole, place: asked.append(place) or coming(whole, place))
    for read, again in (
        (content, ["plein"]),
        (b"", ["de-linde", "plein"]),
        (content.replace(b"</li>", b""), ["de-linde", "plein"]),
    ):
        warm = replace(
            found,
            former=Former(
                paths={former.path}, changed={"a/1"}, touched=touched, remarks={}, read={former.path: read}.__getitem__
            ),
        )
        asked.clear()
        (output,) = places_map.outputs(warm, "nl")
        assert output.content == expected
        assert asked == again
    monkeypatch.setattr(found.renderer, "is_ours", False)  # another page may say more of each
    asked.clear()
    (output,) = places_map.outputs(
        replace(warm, former=replace(warm.former, read={former.path: content}.__getitem__)), "nl"
    )
    assert (output.content, asked) == (expected, ["de-linde", "plein"])
