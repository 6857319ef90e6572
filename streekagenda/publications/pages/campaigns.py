"""A page for each campaign, and the list of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.event import Campaign
from streekagenda.publications.editions import listings
from streekagenda.publications.editions.coming import over
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.editions.running import running_campaigns
from streekagenda.publications.pages.selection_head import index_head, selection_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.cards import Day
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the list of campaigns, and a page for each of them."""
    running = running_campaigns(edition.site)
    yield edition.page(
        "campaigns.html",
        index_head(edition, "campaign"),
        running=running,
        past=[one for one in reversed(edition.site.calendar.campaigns) if one not in running],
    )
    for listing in listings.subjects(edition.site, "campaign"):
        campaign = listing.subject
        if isinstance(campaign, Campaign):
            yield _campaign(edition, listing, campaign)


def _campaign(edition: Edition, listing: Listing, campaign: Campaign) -> Output:
    words, page = edition.words, listing.path(edition.addresses, edition.language)
    head = selection_head(
        edition,
        listing,
        description=words.gettext("%(campaign)s: what is on.") % {"campaign": listing.title(words)},
        image=edition.addresses.media(campaign.image.file) if campaign.image else None,
    )
    return edition.page(
        "campaign.html",
        head,
        campaign=campaign,
        contents=contents(edition, listing, page),
        gone=_gone(edition, listing, page),
    )


def _gone(edition: Edition, listing: Listing, page: str) -> tuple[Day, ...]:
    """Return what has been: a campaign that is over still shows what it was."""
    site = edition.site
    behind = [one for one in site.index.select(listing.selection) if over(one.moment, site.timeline.now)]
    return edition.cards.days(behind, page, first=behind[0].moment.first) if behind else ()
