"""How one subscribes to a feed: the addresses that the large calendars take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.uris import in_query

if TYPE_CHECKING:
    from streekagenda.urls import Addresses


LONGEST_FOR_GOOGLE = 256
"""Google takes no address of more characters, and does not say so (webapps.stackexchange.com/questions/158639)."""


class Subscription(Struct, frozen=True, kw_only=True):
    """The ways to one feed."""

    plain: str
    """Its own address, to be copied."""
    apple: str
    """``webcal:``, which Apple's calendars, ICSx⁵ on Android and many others open by themselves."""
    google: str | None
    """``None`` where the address is longer than Google takes."""
    outlook: str
    """Outlook.com, for private people."""
    office: str
    """The same for who has a calendar of work or school: Office 365."""


def subscription(addresses: Addresses, feed: str, title: str) -> Subscription:
    """Return the ways to the feed at a path; ``title`` is the name that Outlook proposes for it."""
    plain = addresses.absolute(feed)
    webcal = "webcal:" + plain.partition(":")[2]
    from_web = f"calendar/0/addfromweb?url={in_query(plain)}&name={in_query(title)}"
    fits = len(webcal) <= LONGEST_FOR_GOOGLE
    return Subscription(
        plain=plain,
        apple=webcal,
        google=f"https://calendar.google.com/calendar/r?cid={in_query(webcal)}" if fits else None,
        outlook=f"https://outlook.live.com/{from_web}",
        office=f"https://outlook.office.com/{from_web}",
    )
