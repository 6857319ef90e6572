"""The pages of areas, topics, organisations, places, campaigns, months and weeks."""

from __future__ import annotations

from datetime import datetime

from streekagenda.publications.editions.edition import edition
from streekagenda.publications.pages import agenda
from tests import examples as ex
from tests.publications.html_sites import find, main, page, parsed, published, site, words

RIVER = ex.place("de-brug", "De Brug", area=ex.area("rivierenwijk"))
SUNDAYS = ex.event(ex.series(), title="Zondagkoffie")
ELSEWHERE = ex.event(title="Lezing", id="de-kern/lezing", place=RIVER)


def titles(tree: ex.Any) -> set[str]:
    return {words(title) for title in find(tree, "card-title")}


def test_area_holds_what_happens_below_it() -> None:
    pages = published(site(SUNDAYS, ELSEWHERE))
    assert titles(parsed(pages["wijken/deventer/index.html"])) == {"Zondagkoffie", "Lezing"}
    assert titles(parsed(pages["wijken/zandweerd/index.html"])) == {"Zondagkoffie"}


def test_area_says_what_the_weekend_afternoons_are_like_also_where_that_is_nothing() -> None:
    (afternoons,) = find(page("wijken/zandweerd/", SUNDAYS), "afternoons")
    assert [words(one) for one in afternoons.iter("li")] == [
        "Zaterdag 3 oktober, ’s middags: nog niets",
        "Zondag 4 oktober, ’s middags: 1 activiteit",
    ]


def test_area_without_anything_points_to_the_one_around_it() -> None:
    text = words(main(page("wijken/rivierenwijk/", SUNDAYS)))
    assert "Hier staat nu niets gepland. Kijk ook iets verder weg: Deventer" in text


def test_days_have_headings_and_say_today_and_tomorrow() -> None:
    daily = ex.event(ex.series(ex.rule("DAILY", "2026-09-01"), "14:00-16:00"))
    names = [words(one) for one in find(page("agenda/", daily), "day-name")]
    assert names[:3] == ["Vandaag Woensdag 30 september", "Morgen Donderdag 1 oktober", "Vrijdag 2 oktober"]


def test_day_of_another_year_names_it() -> None:
    names = [words(one) for one in find(page("agenda/", ex.event(ex.single("2027-01-02"))), "day-name")]
    assert names == ["Zaterdag 2 januari 2027"]


def test_page_of_a_period_is_found_without_listing_the_others() -> None:
    daily = [ex.event(ex.series(ex.rule("DAILY", "2026-09-01")), id=f"de-kern/{number}") for number in range(11)]
    in_dutch = edition(site(*daily), "nl")
    listed = list(agenda.pages(in_dutch))
    assert "agenda/2026/10/2/index.html" in {one.path for one in listed}
    for one in [one for one in listed if "/10/" in one.path or "/w40/" in one.path]:
        found = agenda.page_at(in_dutch, one.path)
        assert (found and (found.path, found.content)) == (one.path, one.content)
    for path in ("agenda/index.html", "agenda/2026/10/9/index.html", "agenda/2024/10/index.html", "plekken/index.html"):
        assert agenda.page_at(in_dutch, path) is None


def test_month_leads_to_its_neighbours_and_folds_away_what_has_been() -> None:
    pages = published(site(SUNDAYS))
    tree = parsed(pages["agenda/2026/09/index.html"])
    (nav, _) = find(tree, "pager")
    assert [(words(link), link.get("href")) for link in nav.iter("a")] == [("Oktober 2026", "../10/")]
    folded = next(main(tree).iter("details"))
    assert [words(one) for one in find(folded, "day-name")] == [
        "Zondag 6 september",
        "Zondag 13 september",
        "Zondag 20 september",
        "Zondag 27 september",
    ]


def test_month_that_is_over_says_so_and_shows_what_there_was() -> None:
    tree = parsed(published(site(SUNDAYS, now=datetime(2026, 11, 2)))["agenda/2026/09/index.html"])
    assert "Deze periode is voorbij. Hier zie je wat er was." in words(main(tree))
    assert len(find(tree, "card")) == 4
    assert {link.get("href") for title in find(tree, "card-title") for link in title.iter("a")} == {
        "../../../activiteiten/de-kern/koffie/"
    }


def test_week_says_from_when_to_when() -> None:
    text = words(main(page("agenda/2026/w40/", SUNDAYS)))
    assert text.startswith("Agenda van week 40 van 2026 Van maandag 28 september tot en met zondag 4 oktober 2026.")


def test_place_says_when_it_is_open_and_what_its_week_is_like() -> None:
    opening = ex.event(ex.series(ex.rule("WEEKLY", "2026-01-01", "MO,TU,WE,TH,FR"), "09:00-17:00")).schedule
    place = ex.place(open=opening, closed=(ex.date_range("2026-10-02"),))
    tree = page("plekken/huis-van-de-wijk/", ex.event(ex.series(), title="Zondagkoffie", place=place))
    (table,) = find(tree, "hours")
    rows = [words(row) for row in table.iter("tr")][1:]
    assert rows == [
        "Vandaag Woensdag 30 september Open 9.00–17.00",
        "Morgen Donderdag 1 oktober Open 9.00–17.00",
        "Vrijdag 2 oktober Gesloten",
        "Zaterdag 3 oktober Gesloten",
        "Zondag 4 oktober Gesloten 14.00–16.00 Zondagkoffie",
        "Maandag 5 oktober Open 9.00–17.00",
        "Dinsdag 6 oktober Open 9.00–17.00",
    ]
    assert "Maandag tot en met vrijdag van 9.00 tot 17.00 uur." in words(main(tree))


def test_organisation_shows_its_places_and_how_to_reach_it() -> None:
    partner = ex.organisation(phone="0570 00 00 11", website="https://www.example.org/kern/")
    place = ex.place(organisation=partner)
    tree = page("organisaties/de-kern/", ex.event(organisers=(partner,), place=place))
    links = {link.get("href"): words(link) for link in main(tree).iter("a")}
    assert links["tel:0570000011"] == "0570 00 00 11"
    assert links["https://www.example.org/kern/"] == "www.example.org/kern"
    assert links["../../plekken/huis-van-de-wijk/"] == "Huis van de wijk Zandweerd"


def test_campaign_that_is_over_shows_what_it_was() -> None:
    campaign = ex.campaign(first=ex.day("2026-09-20"), last=ex.day("2026-09-28"))
    event = ex.event(ex.series(), campaigns=(campaign,))
    tree = page("campagnes/week-tegen-eenzaamheid/", event)
    assert [words(one) for one in find(tree, "day-name")] == ["Zondag 20 september", "Zondag 27 september"]
    assert "Deze campagne is voorbij." in words(main(tree))


def test_organiser_whose_file_is_broken_has_a_name_and_no_link() -> None:
    tree = page("activiteiten/de-kern/koffie/", ex.event(organisers=(ex.organisation(None, "De Buren"),)))
    assert "De Buren" in words(main(tree))
    assert "De Buren" not in {words(link) for link in tree.iter("a")}


def test_day_of_which_a_part_is_over_stands_twice_and_is_led_to_once() -> None:
    both = (ex.event(ex.single("2026-09-30", "09:00-10:00")), ex.event(ex.single("2026-09-30"), id="de-kern/avond"))
    tree = page("agenda/2026/w40/", *both)
    assert len(find(tree, "day")) == 2
    assert [one.get("id") for one in find(tree, "day-name")] == [None, "d-2026-09-30"]
