"""A page for each campaign, and the list of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.event import Campaign
from streekagenda.publications.editions import indexes, listings
from streekagenda.publications.editions.coming import MANY
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.pages.selection_head import selection_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.cards import Days
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the list of campaigns, and a page for each of them."""
    yield indexes.campaigns(edition)
    for listing in listings.subjects(edition.site, "campaign"):
        campaign = listing.subject
        if isinstance(campaign, Campaign):
            yield edition.later_list(listing.path(edition.addresses, edition.language), _campaign, listing, campaign)


def _campaign(edition: Edition, listing: Listing, campaign: Campaign) -> Output:
    words, page = edition.words, listing.path(edition.addresses, edition.language)
    head = selection_head(
        edition,
        listing,
        description=words.gettext("%(campaign)s: what is on.") % {"campaign": listing.title(words)},
        image=edition.addresses.media(campaign.image.file) if campaign.image else None,
    )
    found = contents(edition, listing, page)
    return edition.page(
        "campaign.html",
        head,
        campaign=campaign,
        contents=found,
        gone=_gone(edition, listing, campaign, page) if found.empty or _is_over(edition, campaign) else None,
    )


def _is_over(edition: Edition, campaign: Campaign) -> bool:
    return campaign.last is not None and campaign.last < edition.site.today


def _gone(edition: Edition, listing: Listing, campaign: Campaign, page: str) -> Days | None:
    """Return what has been: a campaign that has nothing more to come still shows what it was."""
    behind = edition.site.index.select(listing.selection, campaign.first, campaign.last)[-MANY:]
    return edition.cards.days(behind, page, first=behind[0].moment.first) if behind else None
