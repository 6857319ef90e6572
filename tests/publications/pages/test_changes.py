"""What became different, as a resident reads it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from streekagenda.model.details import Booking, BookingState, Status
from streekagenda.model.organisation import Contact
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.embeds import bare
from streekagenda.publications.pages import changes
from streekagenda.recurrence.asked import ALL, HELD, OF
from streekagenda.recurrence.turns import Known, Recent
from tests.examples import change, event, organisation, place, rule, series, single, text
from tests.publications import html_sites
from tests.publications.turned_sites import site

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from streekagenda.model.event import Event
    from streekagenda.publications.site import Site

BRUG = organisation("de-brug", name="De Brug", phone="0570 12 34 56")
HERE, THERE = place("linde", name="De Linde"), place("kade", name="De Kade")
SUNDAY, NEXT = ("2026-12-06", "14:00-16:00"), ("2026-12-13", "14:00-16:00")
WHO = "De Brug Vragen? Bel 0570 12 34 56"
FULL = Booking(state=BookingState.FULL, phone="0570 65 43 21")


def koffie(*entries: object, **more: object) -> Event:
    given = {"id": "de-brug/koffie", "title": "Koffie", "organisers": (BRUG,), "place": HERE, **more}
    return event(*(entries or (single(*SUNDAY),)), **given)  # type: ignore[arg-type]


def weekly(
    *changes: object, on: str = "SU", at: str = "14:00-16:00", until: str | None = None, **more: object
) -> Event:
    return koffie(series(rule("WEEKLY", "2026-09-06", on, until=until), at, changes=changes), **more)  # type: ignore[arg-type]


def tree_of(whole: Site, language: str = "nl") -> Element:
    """Return the page as a browser reads it."""
    (found,) = html_sites.texts(changes.pages(edition(whole, language))).values()
    return html_sites.parsed(found)


def read(whole: Site, language: str = "nl") -> list[str]:
    """Return the words of each card of the page."""
    tree = tree_of(whole, language)
    return [html_sites.words(one) for one in html_sites.find(tree, "turn")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            koffie(),
            koffie(status=Status.CANCELLED),
            f"Gaat niet door Koffie Zondag 6 december 2026 van 14.00 tot 16.00 uur De Linde, Zandweerd {WHO}",
        ),
        (
            weekly(),
            weekly(change("2026-12-06", status="cancelled", note="De zaal wordt verbouwd.")),
            ("Gaat niet door Koffie Zondag 6 december 2026 van 14.00 tot 16.00 uur De zaal wordt verbouwd. "
            f"De Linde, Zandweerd {WHO}"),
        ),
        (
            weekly(),
            weekly(status=Status.CANCELLED),
            ("Gaat niet door Koffie Zondag 22 november 2026 van 14.00 tot 16.00 uur Zondag 29 november 2026 van 14.00 tot "
            "16.00 uur Zondag 6 december 2026 van 14.00 tot 16.00 uur Dit geldt voor alle data van deze activiteit. "
            f"De Linde, Zandweerd {WHO}"),
        ),
        (
            koffie(),
            koffie(status=Status.POSTPONED),
            f"Uitgesteld Koffie Zondag 6 december 2026 van 14.00 tot 16.00 uur De nieuwe datum komt nog. De Linde, Zandweerd {WHO}",
        ),
        (
            koffie(),
            koffie(single(*NEXT)),
            ("Andere dag Koffie Was: zondag 6 december 2026 van 14.00 tot 16.00 uur "
            f"Nu: zondag 13 december 2026 van 14.00 tot 16.00 uur De Linde, Zandweerd {WHO}"),
        ),
        (
            koffie(),
            koffie(single("2026-12-06", "15:00-17:00")),
            f"Andere tijd Koffie Zondag 6 december 2026 Was: van 14.00 tot 16.00 uur Nu: van 15.00 tot 17.00 uur De Linde, Zandweerd {WHO}",
        ),
        (
            weekly(),
            weekly(on="TU"),
            ("Andere dagen Koffie Was: Elke zondag van 14.00 tot 16.00 uur. Nu: Elke dinsdag van 14.00 tot 16.00 uur. "
            f"De Linde, Zandweerd {WHO}"),
        ),
        (
            weekly(),
            weekly(at="15:00-17:00"),
            ("Andere tijd Koffie Was: Elke zondag van 14.00 tot 16.00 uur. Nu: Elke zondag van 15.00 tot 17.00 uur. "
            f"De Linde, Zandweerd {WHO}"),
        ),
        (
            koffie(),
            koffie(place=THERE),
            f"Andere plek Koffie Was: De Linde, Zandweerd Nu: De Kade, Zandweerd Zondag 6 december 2026 van 14.00 tot 16.00 uur {WHO}",
        ),
        (
            koffie(place=replace(HERE, id=None, street="Kade 1")),
            koffie(place=replace(HERE, id=None, street="Kade 2")),
            f"Ander adres Koffie Was: De Linde, Kade 1, Deventer Nu: De Linde, Kade 2, Deventer Zondag 6 december 2026 van 14.00 tot 16.00 uur {WHO}",
        ),
        (
            koffie(),
            koffie(status=Status.ONLINE),
            f"Nu online Koffie Zondag 6 december 2026 van 14.00 tot 16.00 uur Je doet mee via internet. Je hoeft nergens heen. {WHO}",
        ),
        (
            koffie(booking=Booking()),
            koffie(booking=FULL),
            f"Vol Koffie Zondag 6 december 2026 van 14.00 tot 16.00 uur Je kunt je niet meer aanmelden. De Linde, Zandweerd {WHO}",
        ),
        (
            koffie(booking=FULL),
            koffie(booking=replace(FULL, state=BookingState.OPEN)),
            ("Er is weer plek Koffie Zondag 6 december 2026 van 14.00 tot 16.00 uur Meld je eerst aan. "
            "De Linde, Zandweerd De Brug Vragen? Bel 0570 65 43 21"),
        ),
        (
            koffie(status=Status.CANCELLED),
            koffie(),
            f"Gaat toch door Koffie Zondag 6 december 2026 van 14.00 tot 16.00 uur De Linde, Zandweerd {WHO}",
        ),
        (
            weekly(until="2026-12-27"),
            weekly(until="2027-02-28"),
            ("Nieuwe data Koffie Zondag 3 januari 2027 van 14.00 tot 16.00 uur Zondag 10 januari 2027 van 14.00 tot 16.00 uur "
            "Zondag 17 januari 2027 van 14.00 tot 16.00 uur En nog 6 data, tot en met zondag 28 februari 2027. "
            f"De Linde, Zandweerd {WHO}"),
        ),
        (
            koffie(single(*SUNDAY, key="a"), single(*NEXT, key="b")),
            koffie(single(*SUNDAY, key="a")),
            ("Niet meer in de agenda Koffie Zondag 13 december 2026 van 14.00 tot 16.00 uur Deze datum is uit de agenda gehaald. "
            f"Wil je erheen? Vraag dan eerst of het doorgaat. {WHO}"),
        ),
        (
            weekly(),
            None,
            ("Niet meer in de agenda Koffie Was: Elke zondag van 14.00 tot 16.00 uur. Deze activiteit is uit de agenda gehaald. "
            f"Wil je erheen? Vraag dan eerst of het doorgaat. {WHO}"),
        ),
        (None, weekly(), "Nieuw Koffie Elke zondag van 14.00 tot 16.00 uur. De Linde, Zandweerd"),
    ],
)  # fmt: skip
def test_a_card_says_what_it_was_and_what_it_is(before: Event | None, after: Event | None, expected: str) -> None:
    assert read(site((before, after, "2026-11-20"))) == [expected]


def test_what_must_be_known_first_comes_first_and_new_things_stand_together() -> None:
    second = koffie(single("2026-12-03", "10:00-11:00"), id="de-brug/yoga", title="Stoelyoga")
    whole = site(
        (None, koffie(), "2026-11-20"),
        (None, second, "2026-11-20"),
        (koffie(id="de-brug/soep"), koffie(id="de-brug/soep", title="Soep", status=Status.CANCELLED), "2026-11-20"),
        (koffie(id="de-brug/film"), koffie(id="de-brug/film", title="Film", place=THERE), "2026-11-21"),
    )
    tree = tree_of(whole)
    assert [html_sites.words(one) for one in html_sites.find(tree, "day-name")] == [
        "Veranderd op zaterdag 21 november",
        "Veranderd op vrijdag 20 november",
    ]
    assert [html_sites.words(one).split(" Koffie")[0][:40] for one in html_sites.find(tree, "turn")] == [
        "Andere plek Film Was: De Linde, Zandweer",
        "Gaat niet door Soep Zondag 6 december 20",
        "Nieuw Stoelyoga Donderdag 3 december 202",
    ]


def test_place_with_another_address_is_told_once() -> None:
    def at(street: str) -> list[Event]:
        there = place("linde", name="De Linde", street=street, phone="0570 99 99 99", organisation=BRUG)
        return [koffie(id=f"de-brug/{name}", place=there) for name in ("soep", "zang", "yoga")]

    whole = site(*((was, now, "2026-11-20") for was, now in zip(at("Kade 1"), at("Kade 2"), strict=True)))
    assert read(whole) == [
        "Ander adres De Linde Was: De Linde, Kade 1, Deventer Nu: De Linde, Kade 2, Deventer De Brug Vragen? Bel 0570 99 99 99"
    ]


def test_address_that_was_not_known_has_not_changed() -> None:
    there = replace(HERE, street=None, city=None)
    assert read(site((koffie(place=there), koffie(), "2026-11-20"))) == []
    assert read(site((koffie(), koffie(place=there), "2026-11-20"))) == []


def test_who_brings_many_at_once_does_not_fill_the_page() -> None:
    many = [(None, koffie(id=f"de-brug/les-{n}", title=f"Les {n}"), "2026-11-20") for n in range(200)]
    (card,) = read(site(*many))
    assert card.count("Les ") == 10
    assert card.endswith("En nog 190 nieuwe activiteiten. Die vind je in de agenda.")


def test_storm_is_told_in_full_up_to_a_page() -> None:
    many = [
        (koffie(id=f"de-brug/les-{n}"), koffie(id=f"de-brug/les-{n}", status=Status.CANCELLED), "2026-11-20")
        for n in range(70)
    ]
    tree = tree_of(site(*many))
    assert len(html_sites.find(tree, "turn")) == 60
    assert "En nog 10 wijzigingen. Die zie je in de agenda." in html_sites.words(html_sites.main(tree))


def test_over_at_the_moment_of_the_build_is_over() -> None:
    morning, afternoon = single("2026-11-22", "09:00-11:00"), single("2026-11-22", "13:00-14:00")
    of_morning = (koffie(morning), koffie(morning, status=Status.CANCELLED), "2026-11-21")
    assert read(site(of_morning)) == []
    assert len(read(site((koffie(afternoon), koffie(afternoon, status=Status.CANCELLED), "2026-11-22")))) == 1
    assert "Er is niets veranderd aan wat nog komt." in page(site(of_morning))


def page(whole: Site) -> str:
    return html_sites.words(html_sites.main(tree_of(whole)))


def test_each_date_goes_away_by_the_clock_of_the_region() -> None:
    moved = site((koffie(), koffie(single(*NEXT)), "2026-11-20"))
    tree = tree_of(moved)
    (card,) = html_sites.find(tree, "turn")
    assert card.get("data-until") == "2026-12-13T16:00"
    (day,) = html_sites.find(tree, "day")
    assert (day.get("data-until"), day.get("data-day")) == ("2026-12-13T16:00", None)


def test_links_lead_to_the_date_and_nowhere_where_there_is_no_page() -> None:
    def links(before: Event, after: Event | None) -> list[str | None]:
        tree = tree_of(site((before, after, "2026-11-20")))
        (card,) = html_sites.find(tree, "turn")
        return [one.get("href") for one in card.iter("a")]

    assert links(koffie(), koffie(single(*NEXT))) == ["../activiteiten/de-brug/koffie/#2026-12-13", "tel:0570123456"]
    assert links(koffie(), None) == ["tel:0570123456"]


def test_who_has_no_telephone_can_be_mailed() -> None:
    asked = Contact(name="Gastvrouw", email="gast@example.org")
    (card,) = read(site((koffie(), koffie(status=Status.CANCELLED, contact=asked), "2026-11-20")))
    assert card.endswith("De Brug Vragen? Mail naar gast@example.org")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Known.ALL, "Wat er sinds zondag 15 november 2026 is veranderd: nieuw, verplaatst, vol of afgelast. Het nieuwste staat bovenaan."),
        (Known.YOUNG, "Deze agenda begon op zondag 15 november 2026. Alles is dus nieuw. Hier zie je wat er na die dag is veranderd."),
        (Known.PART, "Wat er na zondag 15 november 2026 is veranderd. Wat er daarvoor veranderde, weet deze pagina niet."),
    ],
)  # fmt: skip
def test_how_far_back_is_known_is_said(known: Known, expected: str) -> None:
    whole = replace(site((koffie(), koffie(), "2026-11-20")), recent=Recent(known=known, since=date(2026, 11, 15)))
    assert page(whole).startswith(f"Nieuw en gewijzigd {expected} Er is niets veranderd aan wat nog komt.")


def test_without_history_the_page_says_what_the_content_says_itself() -> None:
    off = change("2026-12-06", status="cancelled", note="De zaal is bezet.")
    said = page(replace(site((None, weekly(off), "2026-11-20")), recent=Recent()))
    assert said.startswith("Nieuw en gewijzigd Deze pagina kan niet weten wat er deze week is veranderd.")
    assert "Zondag 6 december" in said
    assert "Gaat niet door Koffie De zaal is bezet." in said
    assert "29 november" not in said
    nothing = page(replace(site((None, weekly(), "2026-11-20")), recent=Recent()))
    assert "Voor zover we weten, gaat de komende vier weken alles gewoon door." in nothing


def test_embed_shows_the_same_and_opens_elsewhere() -> None:
    whole = site((koffie(), koffie(status=Status.CANCELLED), "2026-11-20"))
    found = html_sites.texts(bare.outputs(whole, "nl"))["embed/wijzigingen/index.html"]
    tree = html_sites.parsed(found)
    assert [html_sites.words(one) for one in html_sites.find(tree, "turn")] == read(whole)
    assert [one.get("target") for one in tree.iter("base")] == ["_top"]
    assert {one.get("target") for one in tree.iter("a")} == {None}


def test_every_language_has_the_page_at_its_own_address() -> None:
    whole = site(
        (koffie(), koffie(title=text("Koffie", en="Coffee"), status=Status.CANCELLED), "2026-11-20"),
        in_region={"languages": ("nl", "en")},
    )
    (english,) = html_sites.texts(changes.pages(edition(whole, "en"))).items()
    assert english[0] == "en/changes/index.html"
    (card,) = html_sites.find(html_sites.parsed(english[1]), "turn")
    assert html_sites.words(card).startswith("Does not go ahead Coffee Sunday 6 December 2026")


def test_where_git_tells_nothing_the_page_depends_on_what_is_not_as_usual_alone() -> None:
    off = weekly(change("2026-12-06", status="cancelled"))
    whole = html_sites.site(off, event(id="de-brug/thee", uid="thee"), now=datetime(2026, 11, 30, 12))
    (page,) = changes.pages(edition(whole, "nl"))
    with whole.index.asked.during() as asked:
        page.make()
    assert {question[:2] for question in asked if question[0] in {ALL[0], HELD, OF}} == {(OF, "de-brug/koffie")}
