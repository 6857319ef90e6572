"""Which feeds there are, and what they hold."""

from __future__ import annotations

import json
from datetime import date, timedelta

import icalendar

from streekagenda.model.selection import Selection
from streekagenda.publications.feeds.held import KINDS
from tests.examples import (
    area,
    campaign,
    change,
    event,
    history,
    municipality,
    organisation,
    place,
    region,
    rule,
    series,
    single,
    term,
)
from tests.publications.feeds.sites import NOW, published, site

RIVIERENWIJK = place("plein", area=area("rivierenwijk"))


def uids(feed: bytes) -> list[str]:
    return [str(one["UID"]) for one in icalendar.Calendar.from_ical(feed).events]


def test_there_is_a_feed_for_everything_that_exists_and_for_pairs_that_hold_something() -> None:
    happening = event(single("2026-10-01"), audiences=(term("ouderen"),), campaigns=(campaign("week"),))
    found = published(happening)
    in_three_forms = [
        "all",
        "area/deventer",
        "area/rivierenwijk",
        "area/zandweerd",
        "audience/jongeren",
        "audience/ouderen",
        "campaign/week",
        "organisation/de-kern",
        "place/huis-van-de-wijk",
        "topic/bewegen",
        "topic/ontmoeten",
    ]
    calendars_only = [
        "area/deventer/audience/ouderen",
        "area/deventer/topic/ontmoeten",
        "area/zandweerd/audience/ouderen",
        "area/zandweerd/topic/ontmoeten",
        "topic/ontmoeten/audience/ouderen",
        "event/de-kern/koffie",
    ]
    assert sorted(found) == sorted(
        [f"feeds/{path}.{suffix}" for path in in_three_forms for suffix in ("ics", "atom", "json")]
        + [f"feeds/{path}.ics" for path in calendars_only]
        + ["feeds/changes.atom", "feeds/changes.json", "feeds/index.json"]
    )
    assert uids(found["feeds/topic/bewegen.ics"]) == []
    assert uids(found["feeds/area/deventer/topic/ontmoeten.ics"]) == [happening.uid]


def test_a_feed_holds_what_has_a_date_after_three_months_ago() -> None:
    found = published(
        event(single("2026-05-31"), id="net-te-oud"),
        event(single("2026-06-01"), id="nog-net"),
        event(single("2026-05-30", None, last="2026-06-01"), id="duurt-nog"),
        event(single("2028-12-01"), id="ver-weg"),
        event(series(rule("WEEKLY", "2025-01-05", "SU", until="2026-05-31")), id="afgelopen"),
        event(
            series(
                rule("WEEKLY", "2025-01-05", "SU", until="2026-05-31"),
                changes=[change("2026-05-31", moved_to="2026-06-02")],
            ),
            id="verschoven",
        ),
    )
    assert sorted(set(uids(found["feeds/all.ics"]))) == [
        f"{name}@agenda.example.nl" for name in ("duurt-nog", "nog-net", "ver-weg", "verschoven")
    ]
    # its own feed is that of its page, which stays
    assert uids(found["feeds/event/afgelopen.ics"]) == ["afgelopen@agenda.example.nl"]


def test_a_stop_of_a_tour_is_in_the_feed_of_its_own_neighbourhood() -> None:
    tour = event(single("2026-09-28", key="zandweerd"), single("2026-09-29", key="rivierenwijk", place=RIVIERENWIJK))
    found = published(tour)
    assert uids(found["feeds/area/zandweerd.ics"]) == ["de-kern/koffie.zandweerd@agenda.example.nl"]
    assert uids(found["feeds/area/rivierenwijk.ics"]) == ["de-kern/koffie.rivierenwijk@agenda.example.nl"]
    assert len(uids(found["feeds/area/deventer.ics"])) == 2


def test_a_series_with_one_date_elsewhere_is_whole_in_both_feeds() -> None:
    happening = event(series(changes=[change("2026-10-04", place=RIVIERENWIJK)]), place=place())
    found = published(happening)
    assert len(uids(found["feeds/area/rivierenwijk.ics"])) == len(uids(found["feeds/area/zandweerd.ics"])) == 2


def test_a_running_activity_that_nobody_confirmed_for_a_year_leaves_the_lists() -> None:
    silent = event(series(), history=history(confirmed="2025-08-31"))
    found = published(silent)
    assert uids(found["feeds/all.ics"]) == []
    assert json.loads(found["feeds/all.json"])["items"] == []
    assert uids(found["feeds/event/de-kern/koffie.ics"]) == [silent.uid]


def test_feeds_hold_the_events_that_the_lists_show() -> None:
    # the same selection as a page and as a feed: from now until the horizon they must name the same events
    happenings = [
        event(single("2026-10-01"), id="een", audiences=(term("ouderen"),)),
        event(series(), id="twee", topics=(term("bewegen"),), organisers=(organisation("raster"),)),
        event(single("2026-09-28", key="a"), single("2026-10-29", key="b", place=RIVIERENWIJK), id="drie"),
        event(id="vier", place=None, area=area("rivierenwijk"), campaigns=(campaign("week"),)),
    ]
    here = site(*happenings)
    found = published(*happenings)
    first, last = NOW.date(), NOW.date() + timedelta(days=365)
    for kind in KINDS:
        for thing in here.index.ids(kind):
            selection = Selection(**{kind: thing})
            shown = {occurrence.event.uid for occurrence in here.index.select(selection, first, last)}
            feed = found[here.addresses.feed(selection)]
            in_feed = {uid.replace(".a@", "@").replace(".b@", "@") for uid in uids(feed)}
            assert in_feed == shown, selection


def test_the_index_names_every_feed() -> None:
    happenings = (event(single("2026-10-01", key="a"), single("2026-10-02", key="b")), event(id="twee"))
    found = published(*happenings, region=region(areas=(municipality("deventer", "zandweerd"),), audiences=()))
    index = json.loads(found["feeds/index.json"])
    assert (index["title"], index["language"]) == ("Streekagenda", "nl")
    assert index["event_feeds"] == "https://agenda.example.nl/feeds/event/{event}.ics"
    changes = index["changes"]
    assert changes["page"] == "https://agenda.example.nl/wijzigingen/"
    addresses = [address for feed in [*index["feeds"], changes] for address in feed["addresses"].values()]
    paths = {address.removeprefix("https://agenda.example.nl/") for address in addresses}
    assert paths == {path for path in found if not path.startswith("feeds/event/")} - {"feeds/index.json"}
    assert index["feeds"][1] == {
        "title": "De kern – Streekagenda",
        "facets": {"organisation": "de-kern"},
        "events": 2,
        "page": "https://agenda.example.nl/organisaties/de-kern/",
        "addresses": {
            "ics": "https://agenda.example.nl/feeds/organisation/de-kern.ics",
            "atom": "https://agenda.example.nl/feeds/organisation/de-kern.atom",
            "json": "https://agenda.example.nl/feeds/organisation/de-kern.json",
        },
    }


def test_a_region_without_events_has_feeds_too() -> None:
    found = published()
    assert uids(found["feeds/all.ics"]) == []
    assert b"<updated>2026-01-01T00:00:00Z</updated>" in found["feeds/all.atom"]


def test_a_site_below_a_path_has_its_own_addresses() -> None:
    found = published(event(), region=region(url="https://gemeente.example.nl/agenda/"))
    (happening,) = icalendar.Calendar.from_ical(found["feeds/all.ics"]).events
    assert happening["URL"] == "https://gemeente.example.nl/agenda/activiteiten/de-kern/koffie/"
    assert date(2026, 10, 1) == happening["DTSTART"].dt.date()


def test_a_renamed_event_keeps_its_feed_at_the_old_address() -> None:
    found = published(event(id="nieuw", uid="oud@agenda.example.nl", aliases=("oud", "nog/ouder")))
    assert found["feeds/event/oud.ics"] == found["feeds/event/nog/ouder.ics"] == found["feeds/event/nieuw.ics"]
    assert uids(found["feeds/event/oud.ics"]) == ["oud@agenda.example.nl"]


def test_an_event_whose_page_is_gone_has_no_feed_either() -> None:
    assert "feeds/event/oud.ics" not in published(event(single("2020-01-01"), id="oud"))
