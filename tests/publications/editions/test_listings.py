"""Which list pages there are, and where."""

from __future__ import annotations

from streekagenda.publications.editions import listings
from tests import examples as ex
from tests.publications.html_sites import renderer, site


def test_months_run_from_the_first_to_the_last_date() -> None:
    whole = site(ex.event(ex.single("2026-08-31"), ex.single("2026-11-01", key="2")))
    months = listings.months(whole)
    assert [one.path(whole.addresses, "nl") for one in months] == [
        "agenda/2026/08/",
        "agenda/2026/09/",
        "agenda/2026/10/",
        "agenda/2026/11/",
    ]
    assert [str(one.last) for one in months] == ["2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30"]


def test_weeks_are_those_of_iso_8601_also_over_new_year() -> None:
    whole = site(ex.event(ex.single("2026-12-27"), ex.single("2027-01-04", key="2")), now=ex.datetime(2026, 12, 28))
    weeks = listings.weeks(whole)
    paths = [one.path(whole.addresses, "nl") for one in weeks]
    assert paths == ["agenda/2026/w52/", "agenda/2026/w53/", "agenda/2027/w01/"]
    assert [one.title(renderer().words("nl")) for one in weeks][1] == "Week 53 van 2026"


def test_months_reach_no_further_than_archive_and_horizon() -> None:
    event = ex.event(ex.single("2026-01-01"), ex.single("2027-09-01", key="2"))
    whole = site(event, in_region={"archive_months": 2, "horizon_months": 3})
    months = listings.months(whole)
    assert [str(months[0].first), str(months[-1].first)] == ["2026-07-01", "2026-12-01"]


def test_site_without_events_has_this_month() -> None:
    assert [str(one.first) for one in listings.months(site())] == ["2026-09-01"]


def test_every_area_has_its_list_those_without_a_page_have_none() -> None:
    whole = site(ex.event(), organisations=(ex.organisation("a"), ex.organisation(None, "Zonder pagina")))
    assert [one.path(whole.addresses, "nl") for one in listings.subjects(whole, "area")] == [
        "wijken/deventer/",
        "wijken/zandweerd/",
        "wijken/rivierenwijk/",
    ]
    assert [one.path(whole.addresses, "nl") for one in listings.subjects(whole, "organisation")] == ["organisaties/a/"]
