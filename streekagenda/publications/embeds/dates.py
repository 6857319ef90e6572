"""The next dates of a list as RSS 2.0, for the block of another site that shows a feed: the nearest first.

The Atom feed of a selection is for who follows what is new: its entries are activities, the last one changed first.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.formats.rss import RssChannel, RssItem, rss, rss_item
from streekagenda.output import Output
from streekagenda.publications.editions import wording
from streekagenda.publications.editions.embedded import next_dates, taken_in, title
from streekagenda.rendering.sentences import as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield a feed for each list that a server takes in."""
    made: dict[int, str] = {}  # by identity: the dates are those of the timeline, which stays
    for listing in site.index.asked.each(lambda: taken_in(site), lambda one: f"{language} RSS {one.name}"):
        path = listing.path(site.addresses, language)
        yield Output(
            path=site.addresses.dates(path, language), make=partial(_channel, site, site.words[language], listing, made)
        )


def _channel(site: Site, words: Words, listing: Listing, made: dict[int, str]) -> bytes:
    channel = RssChannel(
        title=title(site, listing, words),
        url=site.addresses.absolute(listing.path(site.addresses, words.language)),
        description=words.gettext("The next dates, the soonest first."),
        language=words.language,
    )
    dates = next_dates(site, listing)
    for one in dates:
        if id(one) not in made:
            made[id(one)] = rss_item(_item(site, words, one))
    return rss(channel, [made[id(one)] for one in dates])


def _item(site: Site, words: Words, one: Occurrence) -> RssItem:
    event, moment = one.event, one.moment
    days = words.days(moment.first, moment.last) if moment.first != moment.last else words.day_short(moment.first)
    when = [days] if moment.hours is None else [days, words.hours_short(moment)]
    # of a date that went elsewhere its place in the list says so, and nothing else of it
    gone = words.status(one) if one.moved_to else ""
    what = wording.title(words, one.title, one.status)
    return RssItem(
        id="/".join((event.uid, one.planned.start.isoformat(), moment.start.isoformat())),
        title=words.in_a_row([*when, f"{gone}: {what}" if gone else what]),
        url=site.addresses.absolute(site.addresses.occurrence(one, words.language)),
        description=" ".join(
            part
            for part in (
                as_sentence(gone, words) if gone else wording.what_changed(words, one),
                as_sentence(words.moment(moment), words),
                wording.location(words, one),
            )
            if part
        ),
    )
