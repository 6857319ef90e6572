"""The home page: today, the afternoons of the weekend, and the ways in."""

from __future__ import annotations

from datetime import date, datetime
from xml.etree.ElementTree import Element

import pytest

from streekagenda.model.place import Online
from streekagenda.publications.editions.afternoons import in_the_afternoon
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.pages import home
from streekagenda.recurrence.asked import ALL, HELD
from streekagenda.recurrence.expansion import expand
from tests import examples as ex
from tests.publications.html_sites import find, main, page, site, words

SUNDAY = ex.series(ex.rule("WEEKLY", "2026-09-06", "SU"), "14:00-16:00")
ONLINE = Online(url="https://www.example.org/praat")


def test_today_leaves_out_what_is_over() -> None:
    morning = ex.event(ex.single("2026-09-30", "09:00-11:00"), title="Ontbijt", id="a/ontbijt")
    evening = ex.event(ex.single("2026-09-30", "19:00-21:00"), title="Lezing", id="a/lezing")
    tree = page("", morning, evening, now=datetime(2026, 9, 30, 12))
    today = find(tree, "cards")[0]
    assert [words(title) for title in find(today, "card-title")] == ["Lezing"]


def test_day_without_anything_says_so() -> None:
    assert "Vandaag staat er niets meer gepland." in words(main(page("")))


def test_weekend_afternoons_are_in_sight_and_their_absence_too() -> None:
    saturday, sunday = find(page("", ex.event(SUNDAY, title="Zondagkoffie")), "half")
    assert words(saturday) == "Zaterdag 3 oktober Voor deze middag is nog niets bekend."
    assert words(sunday).startswith("Zondag 4 oktober 14.00–16.00 Zondagkoffie")


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("09:00-12:00", False),
        ("09:00-13:00", True),
        ("09:00", False),
        ("12:00-13:00", True),
        ("16:59", True),
        ("17:00-19:00", False),
        (None, True),
        ("10:00-10:00", True),  # until the next day
    ],
)
def test_afternoon_is_from_noon_to_five(hours: str | None, expected: bool) -> None:
    event = ex.event(ex.single("2026-10-04", hours))
    (occurrence,) = expand(event, occurrence_day := event.schedule.entries[0].moment.first, occurrence_day)
    assert in_the_afternoon(occurrence) is expected


def test_ways_in_lead_to_every_area_topic_and_audience() -> None:
    links = {link.get("href") for link in main(page("", ex.event())).iter("a")}
    assert {
        "wijken/deventer/",
        "wijken/zandweerd/",
        "onderwerpen/ontmoeten/",
        "doelgroepen/ouderen/",
        "agenda/",
    } <= links


WAYS_IN = [
    ("areas", "wijken/", "Kies je wijk of dorp"),
    ("topics", "onderwerpen/", "Wat wil je doen?"),
    ("audiences", "doelgroepen/", "Voor wie"),
]


def hrefs(tree: Element) -> set[str]:
    return {(link.get("href") or "").removeprefix("./") for link in tree.iter("a")}


@pytest.mark.parametrize(("of_region", "path", "heading"), WAYS_IN)
def test_way_in_to_nothing_is_not_there(of_region: str, path: str, heading: str) -> None:
    """Neither on the home page nor in the menu; the address itself says that there is nothing yet."""
    event = ex.event(place=ONLINE, topics=(), audiences=())
    with_all, without = page("", event), page("", event, in_region={of_region: ()})
    assert path in hrefs(with_all)
    assert heading in words(main(with_all))
    assert not any(href.startswith(path) for href in hrefs(without))
    assert heading not in words(main(without))
    assert "Hier staat nog niets." in words(main(page(path, event, in_region={of_region: ()})))


def test_region_without_vocabularies_has_no_numbers_to_explain() -> None:
    event = ex.event(place=ONLINE, topics=(), audiences=())
    bare = page("", event, in_region={"areas": (), "topics": (), "audiences": ()})
    assert "de komende 4 weken" not in words(main(bare))
    assert {"agenda/", "abonneren/", "activiteiten/", "organisaties/"} <= hrefs(bare)
    assert not {"plekken/", "campagnes/"} & hrefs(bare)


def test_campaign_is_there_until_its_last_day() -> None:
    campaign = ex.campaign(first=ex.day("2026-09-24"), last=ex.day("2026-09-30"), title="Week van de buur")
    event = ex.event(campaigns=(campaign,))
    assert "Week van de buur" in words(main(page("", event)))
    assert "Week van de buur" not in words(main(page("", event, now=datetime(2026, 10, 1, 9))))


def test_home_page_depends_on_the_days_that_it_shows_and_on_what_is_told_of_others() -> None:
    whole = site(ex.event(SUNDAY))
    (one,) = home.pages(edition(whole, "nl"))
    with whole.index.asked.during() as asked:
        one.make()
    days = [date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 3), date(2026, 10, 4)]
    assert sorted(question[2:] for question in asked if question[0] == HELD) == [(day, day) for day in days]
    assert ALL not in asked
