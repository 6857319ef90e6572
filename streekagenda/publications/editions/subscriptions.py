"""How one subscribes to a feed: the addresses that the large calendars take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from streekagenda.urls import Addresses


@dataclass(frozen=True, kw_only=True, slots=True)
class Subscription:
    """The ways to one feed."""

    plain: str
    """Its own address, to be copied."""
    apple: str
    """``webcal:``, which Apple's and many other calendars open by themselves."""
    google: str
    outlook: str


def subscription(addresses: Addresses, feed: str, title: str) -> Subscription:
    """Return the ways to the feed at a path; ``title`` is the name that Outlook proposes for it."""
    plain = addresses.absolute(feed)
    webcal = "webcal:" + plain.partition(":")[2]
    return Subscription(
        plain=plain,
        apple=webcal,
        google=f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
        outlook=f"https://outlook.live.com/calendar/0/addfromweb?url={quote(plain, safe='')}&name={quote(title, safe='')}",
    )
