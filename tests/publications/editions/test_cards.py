"""An occurrence in a list: made once for all that are alike, and right for each of them."""

from __future__ import annotations

import re
from datetime import date, datetime
from xml.etree import ElementTree as ET

import pytest

from streekagenda.model.details import Booking, BookingState
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.cards import cards_of
from tests import examples as ex
from tests.publications.html_sites import find, parsed, site, words

TODAY = date(2026, 9, 30)


def cards(*events: ex.Event, page: str = "agenda/", embedded: bool = False) -> list[ex.Any]:
    whole = site(*events)
    made = cards_of(whole, "nl", embedded=embedded)
    coming = whole.index.select(Selection(), TODAY, date(2026, 10, 31))
    days = made.days(coming, page, first=TODAY)
    html = made.laid.put_in(days.sections(2)).decode()
    assert not set(html) & set("\x01\x02\x03\x7f"), "a gap was not filled"
    return find(parsed(html), "card")


def test_dates_of_a_series_share_a_card_but_not_their_day() -> None:
    first, second, *_ = cards(ex.event(ex.series(), id="de-kern/koffie"))
    assert words(first) == words(second)
    assert [link.get("href") for link in first.iter("a")] == ["../activiteiten/de-kern/koffie/#2026-10-04"]
    assert [link.get("href") for link in second.iter("a")] == ["../activiteiten/de-kern/koffie/#2026-10-11"]
    assert [card.get("data-until") for card in (first, second)] == ["2026-10-04T16:00", "2026-10-11T16:00"]


def test_card_says_time_title_place_price_and_that_one_walks_in() -> None:
    (card,) = cards(ex.event(title="Taalcafé", price=ex.details(price=0).price))
    assert words(card) == "19.30–21.00 Taalcafé Huis van de wijk, Zandweerd Gratis Loop gewoon binnen"


def test_card_of_a_series_says_on_which_days_it_is() -> None:
    card, *_ = cards(ex.event(ex.series(ex.rule("WEEKLY", "2026-09-07", "MO,WE,FR"))))
    assert words(card) == "14.00–16.00 Koffie Huis van de wijk, Zandweerd Ma, wo en vr Loop gewoon binnen"


def test_card_of_a_tour_counts_what_is_still_to_come_and_the_last_one_counts_nothing() -> None:
    tour = ex.event(*(ex.single(day, key=day) for day in ("2026-09-10", "2026-10-08", "2026-11-12")))
    last = ex.event(*(ex.single(day, key=day) for day in ("2026-09-10", "2026-10-08")))
    assert words(cards(tour)[0]).endswith("Zandweerd 2 keer Loop gewoon binnen")
    assert words(cards(last)[0]).endswith("Zandweerd Loop gewoon binnen")


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (BookingState.OPEN, "19.30–21.00 Koffie Huis van de wijk, Zandweerd Eerst aanmelden"),
        (BookingState.FULL, "19.30–21.00 Vol Koffie Huis van de wijk, Zandweerd Aanmelden kan niet meer"),
        (
            BookingState.CLOSED,
            "19.30–21.00 Aanmelden is voorbij Koffie Huis van de wijk, Zandweerd",
        ),
    ],
)
def test_card_says_whether_there_is_room(state: BookingState, expected: str) -> None:
    (card,) = cards(ex.event(booking=Booking(state=state)))
    assert words(card) == expected


def test_cancelled_date_is_struck_through_and_says_so_in_words_with_its_reason() -> None:
    card, *_ = cards(
        ex.event(ex.series(changes=[ex.change("2026-10-04", status="cancelled", note="De gastvrouw is ziek.")]))
    )
    assert words(card) == "14.00–16.00 Gaat niet door Koffie De gastvrouw is ziek. Huis van de wijk, Zandweerd"
    assert [words(struck) for struck in card.iter("s")] == ["14.00–16.00", "Koffie"]


def test_moved_date_leaves_a_trace_and_says_where_it_came_from() -> None:
    trace, moved, *_ = cards(ex.event(ex.series(changes=[ex.change("2026-10-04", moved_to="2026-10-05")])))
    assert words(trace).startswith(
        "14.00–16.00 Verplaatst Het is nu maandag 5 oktober 2026 van 14.00 tot 16.00 uur. Koffie"
    )
    assert words(moved).startswith(
        "14.00–16.00 Andere dag Het was eerst zondag 4 oktober 2026 van 14.00 tot 16.00 uur. Koffie"
    )
    assert [link.get("href") for card in (trace, moved) for link in card.iter("a")] == [
        "../activiteiten/de-kern/koffie/#2026-10-04",
        "../activiteiten/de-kern/koffie/#2026-10-05",
    ]


def test_other_hours_say_what_they_were() -> None:
    card, *_ = cards(ex.event(ex.series(changes=[ex.change("2026-10-04", at="15:00-17:00")])))
    assert words(card).startswith("15.00–17.00 Andere tijd Het was eerst van 14.00 tot 16.00 uur. Koffie")


def test_run_of_days_says_until_when() -> None:
    (card,) = cards(ex.event(ex.single("2026-10-01", None, last="2026-10-03")))
    assert words(card).startswith("hele dag tot en met za 3 okt Koffie")


def test_text_of_a_partner_is_text_and_says_its_language() -> None:
    (card,) = cards(ex.event(title=ex.Text(versions=(ex.Said(text="Tea & <b>cake</b> {{ 7 * 7 }}", language="en"),))))
    (link,) = card.iter("a")
    assert words(link) == "Tea & <b>cake</b> {{ 7 * 7 }}"
    assert [span.get("lang") for span in link.iter("span")] == ["en"]


def test_card_of_an_embed_is_that_of_a_page_with_drawings_of_its_own() -> None:
    (on_page,), (card,) = cards(ex.event()), cards(ex.event(), page="embed/agenda/", embedded=True)
    (link,) = card.iter("a")
    assert link.attrib == {"href": "../../activiteiten/de-kern/koffie/#2026-10-01"}
    assert [one.get("href") for one in card.iter("{http://www.w3.org/2000/svg}use")] == ["#pin", "#door"]
    of_page = [one.get("href") or "" for one in on_page.iter("{http://www.w3.org/2000/svg}use")]
    assert [re.sub("v=[0-9a-f]{8}", "v=", one) for one in of_page] == [
        "../static/icons.svg?v=#pin",
        "../static/icons.svg?v=#door",
    ]
    assert words(card) == words(on_page)
    for one in (card, on_page):
        assert (
            one.get("data-is") == "area:zandweerd area:deventer topic:ontmoeten part:evening walk-in weekday:thursday"
        )


def test_day_has_its_name_the_level_that_is_asked_and_until_when_it_is_on() -> None:
    whole = site(
        ex.event(ex.single("2026-09-30", "19:30-21:00")),
        ex.event(ex.single("2026-09-30", "20:00-20:30"), id="de-kern/thee"),
    )
    made = cards_of(whole, "nl", embedded=False)
    days = made.days(whole.index.select(Selection()), "agenda/", first=TODAY)
    (section,) = find(parsed(made.laid.put_in(days.sections(3)).decode()), "day")
    assert section.attrib == {"class": "day", "data-day": "2026-09-30", "data-until": "2026-09-30T21:00"}
    (heading,) = section.iter("h3")
    assert (words(heading), heading.get("id")) == ("Vandaag Woensdag 30 september", "d-2026-09-30")
    assert [time.get("datetime") for time in section.iter("time")] == ["2026-09-30"]


def test_day_that_lies_behind_says_so_and_stays() -> None:
    whole = site(ex.event(ex.single("2026-09-29", "19:30-21:00")))
    made = cards_of(whole, "nl", embedded=False)
    days = made.days(whole.index.select(Selection()), "agenda/", first=date(2026, 9, 29))
    (section,) = find(parsed(made.laid.put_in(days.sections(2)).decode()), "day")
    assert section.attrib == {"class": "day", "data-day": "2026-09-29", "data-past": ""}
    assert [heading.get("id") for heading in section.iter("h2")] == [None]


def test_days_that_are_no_longer_at_hand_hold_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [ET.tostring(card) for card in cards(ex.event(ex.series()))]
    monkeypatch.setattr("streekagenda.publications.editions.cards._AT_HAND", 1)
    assert [ET.tostring(card) for card in cards(ex.event(ex.series()))] == before
    assert len(before) == 4


@pytest.mark.parametrize(
    ("entry", "until"),
    [
        (ex.single("2026-10-01", "19:30-21:00"), "2026-10-01T21:00"),
        (ex.single("2026-10-01", "22:00-01:30"), "2026-10-02T01:30"),
        (ex.single("2026-10-01", "19:30"), "2026-10-02T00:00"),
        (ex.single("2026-10-01", None), "2026-10-02T00:00"),
        (ex.single("2026-10-01", None, last="2026-10-03"), "2026-10-04T00:00"),
    ],
)
def test_card_says_when_its_date_lies_behind(entry: ex.Single, until: str) -> None:
    (card,) = cards(ex.event(entry))
    assert card.get("data-until") == until


def test_card_of_several_days_links_to_the_first_and_is_of_each_weekday() -> None:
    (card,) = cards(ex.event(ex.single("2026-09-29", None, last="2026-10-01")))
    assert [link.get("href") for link in card.iter("a")] == ["../activiteiten/de-kern/koffie/#2026-09-29"]
    assert (card.get("data-is") or "").endswith("weekday:tuesday weekday:wednesday weekday:thursday")


def test_what_began_before_a_list_says_when_it_began() -> None:
    whole = site(ex.event(ex.series(), id="de-kern/koffie"))
    made = cards_of(whole, "nl", embedded=False)
    two = whole.index.select(Selection(), TODAY, date(2026, 10, 11))
    (day,) = made.days(two, "agenda/", first=date(2026, 10, 11))
    ends = [card.get("data-until") for card in find(parsed(f"<ul>{day.cards.decode()}</ul>"), "card")]
    assert (ends, day.until) == (["2026-10-04T16:00", "2026-10-11T16:00"], datetime(2026, 10, 11, 16))


def test_cards_of_a_language_are_made_by_one_for_all_its_pages() -> None:
    whole = site(ex.event())
    assert cards_of(whole, "nl", embedded=False) is cards_of(whole, "nl", embedded=False)
    assert cards_of(whole, "nl", embedded=False) is not cards_of(whole, "nl", embedded=True)
