"""The page of an event: all that somebody needs who does not know anybody there."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from msgspec.structs import replace

from streekagenda.model.details import Booking, BookingState
from streekagenda.model.event import Welcome
from streekagenda.model.organisation import Contact
from streekagenda.model.place import Online
from tests import examples as ex
from tests.publications.html_sites import find, main, page, parsed, published, site, words

PATH = "activiteiten/de-kern/koffie/"


def facts(tree: ex.Any) -> dict[str, str]:
    return {words(fact.find("dt")): words(fact.find("dd")) for fact in find(tree, "fact")}


def dates(tree: ex.Any) -> dict[str, str]:
    (found, *_) = find(tree, "dates")
    return {line.get("id"): words(line) for line in found.iter("li")}


def messages(tree: ex.Any) -> list[str]:
    """What stands at the top, but for what is hidden until all is over."""
    return [words(one) for one in find(main(tree), "message") if one.get("hidden") is None]


def test_single_evening_says_when_where_and_that_one_walks_in() -> None:
    assert facts(page(PATH, ex.event())) == {
        "Wanneer": "Donderdag 1 oktober 2026 van 19.30 tot 21.00 uur",
        "Waar": "Huis van de wijk Dorpsplein 1 7411 AA Deventer Zandweerd Kaart op openstreetmap.org",
        "Aanmelden": "Loop gewoon binnen. Je hoeft je niet aan te melden.",
        "Voor wie": "Iedereen is welkom",
        "Organisatie": "De kern",
    }


def test_everything_that_is_known_is_said() -> None:
    event = ex.event(
        price=ex.details(price=2.5).price,
        booking=Booking(phone="0570 00 00 11", until=ex.day("2026-09-30")),
        welcome=Welcome(who=ex.text("Anja staat bij de deur."), way_in=ex.text("De deur is groen.")),
        audiences=(ex.term("ouderen"),),
        facilities=(ex.term("lift"),),
        place=ex.place(facilities=(ex.term("rolstoel"), ex.term("lift")), directions=ex.text("Naast de bakker.")),
        languages=("nl", "ar"),
        contact=Contact(name="De gastvrouw", email="gastvrouw@example.org"),
    )
    found = facts(page(PATH, event))
    assert found["Wat kost het?"] == "€ 2,50"
    assert found["Aanmelden"].endswith("Bel: 0570 00 00 11")
    assert found["Kom je alleen?"] == "Anja staat bij de deur. De deur is groen."
    assert found["Voor wie"] == "Ouderen"
    assert found["Goed om te weten"] == "Lift Rolstoel"
    assert found["Waar"].endswith("Naast de bakker. Kaart op openstreetmap.org")
    assert found["Talen"] == "Nederlands, Arabisch"
    assert found["Vragen?"] == "De gastvrouw E-mail: gastvrouw@example.org"


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        (None, "De kern Telefoon: 0570 00 00 11"),
        (Contact(name="De gastvrouw", email="gastvrouw@example.org"), "De kern Telefoon: 0570 00 00 11"),
        (Contact(name="De gastvrouw", phone="0570 00 00 12"), "De kern"),
    ],
)
def test_the_organisation_is_called_where_nobody_else_can_be(contact: Contact | None, said: str) -> None:
    event = ex.event(organisers=(ex.organisation(phone="0570 00 00 11"),), contact=contact)
    assert facts(page(PATH, event))["Organisatie"] == said


def test_full_event_offers_no_way_to_sign_up() -> None:
    event = ex.event(booking=Booking(state=BookingState.FULL, phone="0570 00 00 11", url="https://example.org/"))
    tree = page(PATH, event)
    assert "0570 00 00 11" not in words(main(tree))
    assert "https://example.org/" not in {link.get("href") for link in tree.iter("a")}


def test_series_says_the_next_time_and_lists_its_dates() -> None:
    event = ex.event(
        ex.series(
            changes=[
                ex.change("2026-10-11", status="cancelled", note="De beheerder is ziek."),
                ex.change("2026-10-18", title="Oogstfeest", price=5),
                ex.change("2026-10-25", moved_to="2026-10-26"),
            ]
        )
    )
    tree = page(PATH, event)
    assert facts(tree)["Wanneer"].startswith("Eerstvolgende keer: Zondag 4 oktober 2026 van 14.00 tot 16.00 uur")
    found = dates(tree)
    assert found["2026-10-04"] == "zondag 4 oktober, 14.00–16.00"
    assert found["2026-10-11"] == "zondag 11 oktober, 14.00–16.00 Gaat niet door De beheerder is ziek."
    assert found["2026-10-18"] == "zondag 18 oktober, 14.00–16.00 Oogstfeest € 5"
    assert found["2026-10-26"].startswith("maandag 26 oktober, 14.00–16.00 Andere dag Het was eerst zondag 25 oktober")
    assert found["2026-10-25"].startswith("zondag 25 oktober, 14.00–16.00 Verplaatst Het is nu maandag 26 oktober")


def test_date_of_this_morning_is_still_in_the_list_but_not_the_next() -> None:
    tree = page(PATH, ex.event(ex.series(ex.rule("DAILY", "2026-09-01"), "09:00-10:00")))
    assert facts(tree)["Wanneer"].startswith("Eerstvolgende keer: Donderdag 1 oktober 2026")
    assert "2026-09-30" in dates(tree)


def test_two_dates_on_one_day_have_two_ids() -> None:
    event = ex.event(ex.single("2026-10-01", "10:00-11:00"), ex.single("2026-10-01", "14:00-15:00", key="2"))
    assert list(dates(page(PATH, event))) == ["2026-10-01", "2026-10-01-2"]


def test_moved_date_has_the_id_of_its_new_day_and_its_trace_that_of_the_old() -> None:
    sundays = ex.series(ex.rule("WEEKLY", "2026-11-22", "SU", count=2), "14:00-16:00")
    moved = replace(sundays, changes=(ex.change("2026-11-29", moved_to="2026-11-28"),))
    tree = page(PATH, ex.event(moved))
    (found, *_) = find(tree, "dates")
    struck = {line.get("id"): [words(one) for one in line.iter("s")] for line in found.iter("li")}
    assert struck == {"2026-11-22": [], "2026-11-28": [], "2026-11-29": ["zondag 29 november, 14.00–16.00"]}
    event, _ = (json.loads("".join(script.itertext())) for script in tree.iter("script") if not script.get("src"))
    assert [one["url"].partition("#")[2] for one in event["subEvent"]] == ["2026-11-22", "2026-11-28"]


def test_date_that_moves_to_the_day_of_another_and_a_trace_there_have_ids_of_their_own() -> None:
    happening = ex.event(
        ex.series(
            changes=[
                ex.change("2026-10-04", moved_to="2026-10-11"),
                ex.change("2026-10-11", moved_to="2026-10-12"),
                ex.change("2026-10-18", moved_to="2026-10-25"),
            ]
        )
    )
    assert [line for line in dates(page(PATH, happening)).items() if line[0] < "2026-10-26"] == [
        (
            "2026-10-04",
            "zondag 4 oktober, 14.00–16.00 Verplaatst Het is nu zondag 11 oktober 2026 van 14.00 tot 16.00 uur.",
        ),
        (
            "2026-10-11",
            "zondag 11 oktober, 14.00–16.00 Andere dag Het was eerst zondag 4 oktober 2026 van 14.00 tot 16.00 uur.",
        ),
        (
            "2026-10-11-2",
            "zondag 11 oktober, 14.00–16.00 Verplaatst Het is nu maandag 12 oktober 2026 van 14.00 tot 16.00 uur.",
        ),
        (
            "2026-10-12",
            "maandag 12 oktober, 14.00–16.00 Andere dag Het was eerst zondag 11 oktober 2026 van 14.00 tot 16.00 uur.",
        ),
        (
            "2026-10-18",
            "zondag 18 oktober, 14.00–16.00 Verplaatst Het is nu zondag 25 oktober 2026 van 14.00 tot 16.00 uur.",
        ),
        (
            "2026-10-25",
            "zondag 25 oktober, 14.00–16.00 Andere dag Het was eerst zondag 18 oktober 2026 van 14.00 tot 16.00 uur.",
        ),
        ("2026-10-25-2", "zondag 25 oktober, 14.00–16.00"),
    ]


def test_date_that_is_off_within_two_weeks_stands_at_the_top() -> None:
    event = ex.event(
        ex.series(changes=[ex.change("2026-10-11", status="cancelled"), ex.change("2026-10-18", status="cancelled")])
    )
    assert messages(page(PATH, event)) == ["Zondag 11 oktober 2026 Gaat niet door"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("cancelled", "Deze activiteit gaat niet door."),
        ("postponed", "Deze activiteit is uitgesteld. De nieuwe datum komt nog."),
        ("online", "Deze activiteit is online, en niet op de plek zelf."),
    ],
)
def test_status_of_all_dates_is_said_once_at_the_top(status: str, expected: str) -> None:
    assert messages(page(PATH, ex.event(status=status))) == [expected]


def test_event_that_is_over_keeps_its_page_and_says_so() -> None:
    tree = page(PATH, ex.event(), now=datetime(2026, 12, 1, 9))
    assert messages(tree) == [
        "Deze activiteit is geweest. De laatste keer was donderdag 1 oktober 2026 van 19.30 tot 21.00 uur."
    ]
    assert "Zet het in je eigen agenda" not in words(main(tree))


def test_event_before_the_archive_has_no_page() -> None:
    assert f"{PATH}index.html" not in published(site(ex.event(), now=datetime(2029, 1, 1)))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (ex.rule("WEEKLY", "2028-01-01", "SU"), "Zondag 2 januari 2028 van 14.00 tot 16.00 uur"),
        (ex.rule("YEARLY", "2024-02-29"), "Dinsdag 29 februari 2028 van 14.00 tot 16.00 uur"),
    ],
)
def test_event_that_begins_beyond_the_horizon_has_a_page_with_its_first_date_and_stands_on_the_agenda(
    rule: ex.Rule, expected: str
) -> None:
    pages = published(site(ex.event(ex.series(rule))))
    tree = parsed(pages[f"{PATH}index.html"])
    assert facts(tree)["Wanneer"].startswith(expected)
    assert [words(link) for link in main(parsed(pages["activiteiten/index.html"])).iter("a")] == ["K", "Koffie"]
    day = next(iter(dates(tree)))
    (card,) = find(parsed(pages["agenda/index.html"]), "card")
    assert [link.get("href") for link in card.iter("a")] == [f"../activiteiten/de-kern/koffie/#{day}"]


def test_agenda_names_what_none_of_its_months_shows() -> None:
    far = ex.event(ex.series(ex.rule("WEEKLY", "2030-01-01", "SU")), id="de-kern/ver", title="Ver weg")
    (later,) = find(page("agenda/", ex.event(ex.series()), far), "later")
    assert [(words(link), link.get("href")) for link in later.iter("a")] == [
        ("Ver weg", "../activiteiten/de-kern/ver/#2030-01-06")
    ]


def test_line_of_a_later_series_says_which_days_and_the_first_of_them() -> None:
    far = ex.event(ex.series(ex.rule("WEEKLY", "2030-01-01", "SU")), id="de-kern/ver", title="Ver weg")
    days = ex.event(
        ex.single("2030-02-01", None, last="2030-02-03"), ex.single("2030-03-01"), id="de-kern/dagen", title="Dagen"
    )
    (later,) = find(page("agenda/", ex.event(ex.series()), far, days), "later")
    assert [words(line) for line in later.iter("li")] == [
        "Ver weg Elke zondag, vanaf zondag 6 januari 2030 van 14.00 tot 16.00 uur, Huis van de wijk, Zandweerd",
        "Dagen 2 keer, van 1 tot en met 3 februari 2030, Huis van de wijk, Zandweerd",
    ]


def test_line_of_a_later_date_that_is_off_is_struck_and_says_so() -> None:
    far = ex.event(ex.single("2030-01-06"), id="de-kern/ver", title="Ver weg", status="cancelled")
    (later,) = find(page("agenda/", ex.event(ex.series()), far), "later")
    (line,) = later.iter("li")
    assert words(line) == (
        "Ver weg Gaat niet door Zondag 6 januari 2030 van 19.30 tot 21.00 uur, Huis van de wijk, Zandweerd"
    )
    assert [words(struck) for struck in line.iter("s")] == ["Ver weg"]


def test_activity_that_nobody_confirmed_says_so() -> None:
    event = ex.event(ex.series(), history=ex.history(confirmed="2026-03-01"))
    assert messages(page(PATH, event)) == [
        "Niemand heeft deze activiteit bevestigd sinds 1 maart 2026. Bel even voordat je gaat."
    ]


def test_tour_names_its_places_and_each_date_its_own() -> None:
    square, market = ex.place("plein", "Het plein"), ex.place("markt", "De markt")
    tour = ex.event(ex.single("2026-10-01", place=square), ex.single("2026-10-02", key="2", place=market), place=None)
    tree = page(PATH, tour)
    assert facts(tree)["Waar"] == (
        "Op verschillende plekken. Bij elke datum hieronder zie je waar. Het plein, Zandweerd De markt, Zandweerd"
    )
    assert dates(tree)["2026-10-02"] == "vrijdag 2 oktober, 19.30–21.00 De markt, Zandweerd"


def test_online_event_has_a_link_to_take_part() -> None:
    tree = page(PATH, ex.event(place=Online(url="https://www.example.org/praat")))
    assert facts(tree)["Waar"] == "Online, via internet Doe online mee"
    assert "https://www.example.org/praat" in {link.get("href") for link in tree.iter("a")}


def test_old_address_leads_to_the_new_one() -> None:
    event = ex.event(aliases=("de-kern/soos",))
    html = published(site(event))["activiteiten/de-kern/soos/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../koffie/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://agenda.example.nl/activiteiten/de-kern/koffie/">' in html


def described(tree: ex.Any) -> str:
    """What a search engine shows."""
    (found,) = (one.get("content") for one in tree.iter("meta") if one.get("name") == "description")
    return str(found)


def test_search_results_say_when_it_is_and_then_what() -> None:
    event = ex.event(ex.series(changes=[ex.change("2026-10-04", status="cancelled")]), summary="Kom erbij.")
    assert described(page(PATH, event)) == (
        "Elke zondag van 14.00 tot 16.00 uur; het gaat niet door op zondag 4 oktober. Kom erbij."
    )


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (ex.event(ex.series(), status="cancelled", summary="Kom erbij."), "Kom erbij."),
        (ex.event(ex.single("2026-09-01"), summary="Het was mooi."), "Het was mooi."),
        (ex.event(ex.single("2026-09-01")), "Dinsdag 1 september 2026 van 19.30 tot 21.00 uur."),
    ],
    ids=["off", "over", "over, without a story"],
)
def test_search_results_promise_no_dates_that_there_are_not(event: ex.Event, said: str) -> None:
    assert described(page(PATH, event)) == said


def test_text_of_a_partner_stays_text() -> None:
    nasty = '</script><script>alert(1)</script> {{ 7 * 7 }} " onclick="x'
    tree = page(PATH, ex.event(title=nasty, summary=nasty, body=nasty))
    assert [script.get("type") for script in tree.iter("script") if not script.get("src")] == [
        "application/ld+json"
    ] * 2
    assert words(next(tree.iter("h1"))) == nasty
    assert "49" not in words(main(tree))
    assert not [one for one in tree.iter() if any(name.startswith("on") for name in one.attrib)]


def test_structured_data_says_event_and_breadcrumbs() -> None:
    tree = page(PATH, ex.event())
    event, crumbs = (json.loads("".join(script.itertext())) for script in tree.iter("script") if not script.get("src"))
    assert (event["@type"], event["startDate"]) == ("Event", "2026-10-01T19:30:00+02:00")
    assert [(one["name"], one["item"]) for one in crumbs["itemListElement"]] == [
        ("Begin", "https://agenda.example.nl/"),
        ("Alle activiteiten", "https://agenda.example.nl/activiteiten/"),
        ("Koffie", "https://agenda.example.nl/activiteiten/de-kern/koffie/"),
    ]


@pytest.mark.parametrize(
    ("event", "titles"),
    [
        (ex.event(status="cancelled"), "Gaat niet door: Koffie"),
        (ex.event(status="postponed"), "Uitgesteld: Koffie"),
        (ex.event(ex.single("2026-10-01", status="cancelled")), "Gaat niet door: Koffie"),
        (ex.event(ex.series(), status="cancelled"), "Gaat niet door: Koffie"),
        (ex.event(ex.series(changes=[ex.change("2026-10-11", status="scheduled")]), status="cancelled"), "Koffie"),
        (ex.event(ex.series(changes=[ex.change("2026-10-04", status="cancelled")])), "Koffie"),
        (ex.event(status="online"), "Koffie"),
    ],
)
def test_title_of_an_event_of_which_nothing_goes_ahead_begins_with_that(event: ex.Event, titles: str) -> None:
    tree = page(PATH, event)
    (title,) = next(tree.iter("head")).iter("title")
    (shared,) = (one.get("content") for one in tree.iter("meta") if one.get("property") == "og:title")
    assert (title.text, shared) == (f"{titles} – Streekagenda", titles)
    assert words(next(tree.iter("h1"))) == "Koffie"


def test_list_of_activities_strikes_what_does_not_go_ahead_and_says_it() -> None:
    moved = [ex.change("2026-10-04", moved_to="2026-10-05")]
    tree = page(
        "activiteiten/",
        ex.event(id="a/1", title="Aardappelfeest", status="cancelled"),
        ex.event(id="a/2", title="Bingo", status="postponed"),
        ex.event(ex.series(changes=[ex.change("2026-10-04", status="cancelled")]), id="a/3", title="Café"),
        ex.event(ex.series(changes=moved), id="a/4", title="Dansen"),
        ex.event(ex.series(changes=[ex.change("2026-10-11", status="cancelled")]), id="a/5", title="Eten"),
    )
    lines = [line for found in find(tree, "later") for line in found.iter("li")]
    place, now_on = "Huis van de wijk, Zandweerd", "Het is nu maandag 5 oktober 2026 van 14.00 tot 16.00 uur."
    assert [words(line) for line in lines] == [
        f"Aardappelfeest Gaat niet door Do 1 okt 19.30–21.00, {place}",
        f"Bingo Uitgesteld De nieuwe datum komt nog. Do 1 okt 19.30–21.00, {place}",
        f"Café Elke zondag 14.00–16.00, {place} Zondag 4 oktober 2026 Gaat niet door",
        f"Dansen Elke zondag 14.00–16.00, {place} Zondag 4 oktober 2026 Verplaatst {now_on}",
        f"Eten Elke zondag 14.00–16.00, {place}",
    ]
    assert [[words(struck) for struck in line.iter("s")] for line in lines] == [
        ["Aardappelfeest", "Do 1 okt 19.30–21.00"],
        ["Bingo", "Do 1 okt 19.30–21.00"],
        ["Zondag 4 oktober 2026"],
        ["Zondag 4 oktober 2026"],
        [],
    ]


def test_list_of_activities_is_by_the_letter_that_one_looks_for() -> None:
    events = [
        ex.event(ex.series(), id="a/1", title="’t Koor"),
        ex.event(ex.series(), id="a/2", title="koffie"),
        ex.event(ex.series(), id="a/3", title="Ontbijt"),
    ]
    tree = page("activiteiten/", *events)
    assert [words(heading) for heading in main(tree).iter("h2")] == ["K", "O"]
    lists = [[words(link) for link in one.iter("a")] for one in find(tree, "later")]
    assert lists == [["koffie", "’t Koor"], ["Ontbijt"]]


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_nobody_is_asked_to_sign_up_for_what_is_off(status: str) -> None:
    booking = Booking(phone="0570 00 00 11", note=ex.text("Je geld krijg je terug."))
    assert facts(page(PATH, ex.event(status=status, booking=booking)))["Aanmelden"] == "Je geld krijg je terug."
    assert "Aanmelden" not in facts(page(PATH, ex.event(status=status)))


def test_what_is_full_stands_at_the_top() -> None:
    full = Booking(state=BookingState.FULL)
    assert messages(page(PATH, ex.event(booking=full))) == ["Vol. Je kunt je niet meer aanmelden."]
    weekly = ex.event(ex.series(changes=[ex.change("2026-10-04", booking=full)]))
    assert messages(page(PATH, weekly)) == ["Zondag 4 oktober 2026 Vol. Je kunt je niet meer aanmelden."]


def test_one_date_or_all_of_them_go_into_a_calendar() -> None:
    tree = page(PATH, ex.event(ex.series()))
    (section,) = (one for one in tree.iter("section") if one.get("id") == "subscribe")
    links = [[link.get("href", "") for link in way.iter("a")] for way in section.iter("details")]
    assert [words(way.find("summary")) for way in section.iter("details")] == [
        "Alleen zondag 4 oktober",
        "Alle data, en wat er verandert",
    ]
    assert [link.partition("&")[0] for link in links[0]] == [
        "https://calendar.google.com/calendar/render?action=TEMPLATE",
        "../../../feeds/event/de-kern/koffie.2026-10-04.ics",
        "https://outlook.live.com/calendar/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose",
        "https://outlook.office.com/calendar/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose",
        "../../../feeds/event/de-kern/koffie.2026-10-04.ics",
    ]
    assert "webcal://agenda.example.nl/feeds/event/de-kern/koffie.ics" in links[1]


def test_the_file_of_an_event_of_one_date_is_its_feed() -> None:
    tree = page(PATH, ex.event())
    links = {link.get("href") or "" for link in tree.iter("a")}
    assert {link for link in links if "/feeds/" in link and not link.startswith(("https:", "webcal:"))} == {
        "../../../feeds/event/de-kern/koffie.ics"
    }


def test_dates_tell_the_script_when_they_are_over_and_what_to_say_of_the_next() -> None:
    event = ex.event(
        ex.single("2026-10-01", "20:00-01:00"),
        ex.single("2026-10-02", "14:00", key="2"),
        ex.single("2026-10-03", None, key="3", last="2026-10-04"),
        ex.single("2026-10-05", key="4", status="cancelled"),
    )
    (found, *_) = find(page(PATH, event), "dates")
    assert found.get("data-dates") == ""
    assert [(one.get("id"), one.get("data-until"), one.get("data-said")) for one in found.iter("li")] == [
        ("2026-10-01", "2026-10-02T01:00", "Donderdag 1 oktober 2026 van 20.00 tot 01.00 uur"),
        ("2026-10-02", "2026-10-03T00:00", "Vrijdag 2 oktober 2026 om 14.00 uur"),
        ("2026-10-03", "2026-10-05T00:00", "Van 3 tot en met 4 oktober 2026"),
        ("2026-10-05", "2026-10-05T21:00", None),
    ]


def test_dates_of_events_with_the_same_hours_say_each_their_own_day_and_of_what_is_over_nothing_more() -> None:
    one, other, gone = (
        ex.event(ex.single(day, "19:30-01:00"), id=f"buurthuis/{name}")
        for day, name in (("2026-10-01", "een"), ("2027-03-06", "twee"), ("2026-09-01", "drie"))
    )
    lines = []
    for happening in (one, other, gone):
        (found, *_) = find(page(f"activiteiten/{happening.id}/", one, other, gone), "dates")
        (line,) = found.iter("li")
        (time,) = line.iter("time")
        lines.append([line.get("id"), time.get("datetime"), words(line), line.get("data-until"), line.get("data-said")])
    first, second, past = lines
    assert first[:3] == ["2026-10-01", "2026-10-01T19:30", "donderdag 1 oktober, 19.30–01.00"]
    assert first[3:] == ["2026-10-02T01:00", "Donderdag 1 oktober 2026 van 19.30 tot 01.00 uur"]
    assert second[:3] == ["2027-03-06", "2027-03-06T19:30", "zaterdag 6 maart, 19.30–01.00"]
    assert second[3:] == ["2027-03-07T01:00", "Zaterdag 6 maart 2027 van 19.30 tot 01.00 uur"]
    assert past == ["2026-09-01", "2026-09-01T19:30", "dinsdag 1 september, 19.30–01.00", None, None]
