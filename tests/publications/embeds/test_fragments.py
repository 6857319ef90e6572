"""Pieces of plain HTML for the pages of other sites."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from streekagenda.model.details import Booking, BookingState
from streekagenda.model.place import Online
from streekagenda.publications.embeds import fragments
from streekagenda.recurrence.asked import HELD
from tests import examples as ex
from tests.publications.html_sites import parsed, site, texts, words

if TYPE_CHECKING:
    from streekagenda.model.event import Event

SUNDAY = datetime(2026, 11, 22, 12)


def pieces(*events: Event, language: str = "nl", **more: ex.Any) -> dict[str, str]:
    return texts(fragments.outputs(site(*events, now=SUNDAY, **more), language))


def lines(piece: str) -> list[str]:
    """What a reader sees of each date."""
    return [words(one) for one in parsed(piece).iter("li")]


def test_piece_is_this_and_nothing_else() -> None:
    coffee = ex.event(ex.single("2026-11-22", "14:00-16:00"), id="de-kern/koffie", title="Zondagkoffie")
    cards = ex.event(
        ex.series(
            ex.rule("WEEKLY", "2026-11-26", "TH", count=1),
            "19:30",
            changes=[ex.change("2026-11-26", status="cancelled", note="De zaal is dicht.")],
        ),
        id="de-kern/kaarten",
        title="Kaarten & zo",
    )
    assert pieces(coffee, cards)["embed/wijken/zandweerd/fragment.html"] == (
        '<section class="streekagenda" lang="nl" dir="ltr">\n'
        "<h2>Agenda: Zandweerd</h2>\n"
        "<ul>\n"
        '<li><a href="https://agenda.example.nl/activiteiten/de-kern/koffie/#2026-11-22">Zondagkoffie</a><br>\n'
        '<time datetime="2026-11-22T14:00">Zondag 22 november 2026 van 14.00 tot 16.00 uur</time><br>\n'
        "Huis van de wijk, Zandweerd</li>\n"
        "<li><strong>Gaat niet door.</strong> "
        '<a href="https://agenda.example.nl/activiteiten/de-kern/kaarten/#2026-11-26"><s>Kaarten &amp; zo</s></a><br>\n'
        '<time datetime="2026-11-26T19:30">Donderdag 26 november 2026 om 19.30 uur</time><br>\n'
        "Huis van de wijk, Zandweerd<br>\n"
        "De zaal is dicht.</li>\n"
        "</ul>\n"
        '<p><a href="https://agenda.example.nl/wijken/zandweerd/">Meer op Streekagenda</a><br>\n'
        "<small>Bijgewerkt op zondag 22 november 2026.</small></p>\n"
        "</section>\n"
    )


@pytest.mark.parametrize(
    ("event", "said"),
    [
        pytest.param(
            ex.event(ex.single("2026-11-20", None, last="2026-11-25"), title="Markt"),
            ["Markt Van 20 tot en met 25 november 2026 Huis van de wijk, Zandweerd"],
            id="a run of days",
        ),
        pytest.param(
            ex.event(ex.single("2026-11-23", None), title="Open dag"),
            ["Open dag Maandag 23 november 2026, de hele dag Huis van de wijk, Zandweerd"],
            id="a whole day",
        ),
        pytest.param(
            ex.event(ex.single("2026-11-22", "09:00-11:00"), title="Ontbijt"), [], id="what is over is not there"
        ),
        pytest.param(
            ex.event(
                ex.series(
                    ex.rule("WEEKLY", "2026-11-24", "TU", count=1),
                    "10:00-11:00",
                    changes=[ex.change("2026-11-24", moved_to="2026-11-26")],
                ),
                title="Yoga",
            ),
            [
                (
                    "Verplaatst. Het is nu donderdag 26 november 2026 van 10.00 tot 11.00 uur. "
                    "Yoga Dinsdag 24 november 2026 van 10.00 tot 11.00 uur Huis van de wijk, Zandweerd"
                ),
                (
                    "Andere dag. Het was eerst dinsdag 24 november 2026 van 10.00 tot 11.00 uur. "
                    "Yoga Donderdag 26 november 2026 van 10.00 tot 11.00 uur Huis van de wijk, Zandweerd"
                ),
            ],
            id="moved, on both days",
        ),
        pytest.param(
            ex.event(ex.single("2026-11-23", "10:00"), title="Kookles", booking=Booking(state=BookingState.FULL)),
            ["Vol. Kookles Maandag 23 november 2026 om 10.00 uur Huis van de wijk, Zandweerd"],
            id="full",
        ),
        pytest.param(
            ex.event(ex.single("2026-11-23", "20:00"), title="Webinar", place=Online(url="https://meet.example.org/")),
            ["Webinar Maandag 23 november 2026 om 20.00 uur Online, via internet"],
            id="on the internet",
        ),
    ],
)
def test_date_says_its_day_in_full_and_first_what_is_different(event: Event, said: list[str]) -> None:
    found = lines(pieces(event)["embed/organisaties/de-kern/fragment.html"])
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in found] == said


def test_list_with_nothing_says_so() -> None:
    text = words(parsed(pieces()["embed/wijken/zandweerd/fragment.html"]))
    assert text == (
        "Agenda: Zandweerd Hier staat nu niets gepland. Meer op Streekagenda Bijgewerkt op zondag 22 november 2026."
    )


def test_notice_of_the_region_comes_first() -> None:
    made = pieces(in_region={"notice": ex.text("Morgen storm: alles gaat niet door.")})["embed/agenda/fragment.html"]
    assert words(next(parsed(made).iter("p"))) == "Morgen storm: alles gaat niet door."


def test_no_more_than_twenty_and_near_before_far() -> None:
    daily = ex.event(ex.series(ex.rule("DAILY", "2026-11-01"), "14:00-16:00"))
    assert len(lines(pieces(daily)["embed/agenda/fragment.html"])) == 20
    far = ex.event(ex.series(ex.rule("WEEKLY", "2027-02-02", "TU")), id="de-kern/ver", title="Ver")
    many = [ex.event(ex.single(f"2026-12-{day:02}"), id=f"de-kern/d{day}", title=f"D{day}") for day in range(1, 8)]
    found = lines(pieces(*many, far)["embed/agenda/fragment.html"])
    assert [one.split()[0] for one in found] == ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "Ver"]


def test_every_list_that_stays_has_a_piece() -> None:
    coffee = ex.event(ex.series(), topics=(ex.term("bewegen"),), price=ex.details(price=0).price)
    made = pieces(coffee, language="en", in_region={"languages": ("nl", "en")})
    kinds = {path.removeprefix("en/embed/").removesuffix("/fragment.html") for path in made}
    assert {"agenda", "agenda/free", "areas/zandweerd", "topics/bewegen"} <= kinds
    assert [one for one in kinds if one.startswith("agenda/20") or "/topics/" in one] == []


def test_nothing_in_a_piece_can_meet_what_stands_around_it() -> None:
    happening = ex.event(
        ex.series(), title=ex.text("<script>alert(1)</script>", ar="قهوة"), place=ex.place(name='De "Kern" <b>\'')
    )
    made = [
        *pieces(happening, in_region={"languages": ("nl", "ar")}).values(),
        *pieces(happening, language="ar", in_region={"languages": ("nl", "ar")}).values(),
    ]
    elements = [
        element for piece in made for element in next(parsed(piece).iter("body")).iter() if element.tag != "body"
    ]
    assert {one.tag for one in elements} <= set("section h2 ul li p a strong s small br time span bdi".split())
    assert {name for one in elements for name in one.attrib} == {"class", "lang", "dir", "href", "datetime"}
    assert {one.get("class") for one in elements} == {"streekagenda", None}
    addresses = [str(one.get("href")) for one in elements if one.tag == "a"]
    assert [one for one in addresses if not one.startswith("https://agenda.example.nl/")] == []


def test_arabic_piece_runs_from_right_to_left_and_says_where_it_is_dutch() -> None:
    coffee = ex.event(ex.series(), title="Koffie")
    piece = pieces(coffee, language="ar", in_region={"languages": ("nl", "ar")})[
        "ar/embed/areas/zandweerd/fragment.html"
    ]
    assert piece.startswith('<section class="streekagenda" lang="ar" dir="rtl">\n')
    assert '<bdi lang="nl" dir="ltr">Koffie</bdi></a>' in piece


@pytest.mark.parametrize(("every", "until"), [("DAILY", date(2026, 12, 11)), ("WEEKLY", None)])
def test_piece_that_is_full_of_the_near_future_depends_on_nothing_after_it(every: str, until: date | None) -> None:
    whole = site(ex.event(ex.series(ex.rule(every, "2026-11-01"))), now=SUNDAY)
    (piece,) = [one for one in fragments.outputs(whole, "nl") if one.path == "embed/wijken/zandweerd/fragment.html"]
    with whole.index.asked.during() as asked:
        piece.make()
    assert [one[2:] for one in asked if one[0] == HELD] == [(SUNDAY.date(), until)]
