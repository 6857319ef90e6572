"""What areas are called where one chooses among them."""

from __future__ import annotations

from msgspec.structs import replace

from streekagenda.publications.editions.filters import area_names, spoken
from tests import examples as ex
from tests.publications.html_sites import site


def test_areas_that_are_called_alike_say_what_they_lie_in() -> None:
    areas = (
        ex.municipality("deventer", "zandweerd", "oost"),
        ex.municipality("zwolle"),
    )
    other = ex.area("zwolle-oost", "Oost", above=("zwolle",))
    region = ex.region(areas=(areas[0], replace(areas[1], areas=(other,))))
    whole = site(in_region={"areas": region.areas})
    words = whole.words["nl"]
    assert area_names(region, words, region.all_areas()) == {
        "deventer": "Deventer",
        "zandweerd": "Zandweerd",
        "oost": "Oost (Deventer)",
        "zwolle": "Zwolle",
        "zwolle-oost": "Oost (Zwolle)",
    }
    # among the areas of one municipality there is no doubt
    assert area_names(region, words, areas[0].areas) == {"zandweerd": "Zandweerd", "oost": "Oost"}


def test_each_language_is_named_once() -> None:
    assert spoken(site(ex.event(languages=("nl", "tr")), ex.event(id="de-kern/taal", languages=("tr", "ar")))) == (
        "language:ar",
        "language:nl",
        "language:tr",
    )
