"""The ways to a feed, each in the shape that its calendar takes."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from streekagenda.publications.editions.subscriptions import LONGEST_FOR_GOOGLE, Subscription, subscription
from streekagenda.urls import Addresses

ADDRESSES = Addresses(url="https://agenda.example.nl/een/pad/", languages=("nl",))
FEED = "https://agenda.example.nl/een/pad/feeds/area/zandweerd.ics"


def ways(path: str = "feeds/area/zandweerd.ics", title: str = "Koffie & thee: 'Zandweerd' #1") -> Subscription:
    return subscription(ADDRESSES, path, title)


def test_the_plain_address_is_https_and_that_of_apple_the_same_as_webcal() -> None:
    assert ways().plain == FEED
    assert ways().apple == FEED.replace("https:", "webcal:")


def test_google_takes_one_parameter_that_is_a_webcal_address() -> None:
    parts = urlsplit(ways().google or "")
    assert (parts.scheme, parts.netloc, parts.path, parts.fragment) == (
        "https",
        "calendar.google.com",
        "/calendar/r",
        "",
    )
    assert parse_qs(parts.query, strict_parsing=True) == {"cid": [FEED.replace("https:", "webcal:")]}


def test_google_is_not_offered_an_address_that_it_drops_without_a_word() -> None:
    room = LONGEST_FOR_GOOGLE - len("webcal://agenda.example.nl/een/pad/")
    assert ways("a" * room).google is not None
    assert ways("a" * (room + 1)).google is None


def test_both_outlooks_take_an_https_address_and_a_name() -> None:
    for address, host in [(ways().outlook, "outlook.live.com"), (ways().office, "outlook.office.com")]:
        parts = urlsplit(address)
        assert (parts.scheme, parts.netloc, parts.path) == ("https", host, "/calendar/0/addfromweb")
        assert parse_qs(parts.query, strict_parsing=True) == {"url": [FEED], "name": ["Koffie & thee: 'Zandweerd' #1"]}


def test_no_way_holds_a_character_that_an_address_may_not_hold() -> None:
    odd = subscription(ADDRESSES, "feeds/topic/koffie.ics", 'Café "Ω" <b>\n\u2028 &')
    for way in (odd.plain, odd.apple, odd.google, odd.outlook, odd.office):
        assert way is not None
        assert way.isascii()
        assert not set(way) & set(' "<>\n')


def test_every_feed_of_the_example_region_is_short_enough_for_google(example_site: Path) -> None:
    index = json.loads((example_site / "feeds/index.json").read_text(encoding="utf-8"))
    events = [path.relative_to(example_site) for path in (example_site / "feeds/event").rglob("*.ics")]
    home = index["event_feeds"].removesuffix("feeds/event/{event}.ics")
    feeds = [feed["addresses"]["ics"] for feed in index["feeds"]] + [f"{home}{path.as_posix()}" for path in events]
    assert len(feeds) > 300
    assert max(map(len, feeds)) <= LONGEST_FOR_GOOGLE
