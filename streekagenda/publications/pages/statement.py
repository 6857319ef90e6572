"""For who shows this calendar on another website: what it does there, and what the statements of that site can say of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions.heads import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the page."""
    _, addresses = edition.words.gettext, edition.addresses
    head = Head(
        title=_("For your privacy statement and your accessibility statement"),
        where=partial(addresses.page, "statement"),
        description=_("What this calendar does on another website, and what it does not do."),
        crumbs=((_("This calendar on your own site"), edition.path("builder")),),
    )
    yield edition.page("statement.html", head, host=addresses.host, **_texts(edition))


def _texts(edition: Edition) -> dict[str, str]:
    """Return what the other website can say about the embed in its own statements."""
    _, addresses, region = edition.words.gettext, edition.addresses, edition.site.region
    contact = region.contact
    reach = edition.words.join([one for one in (contact.email, contact.phone) if one], "or") if contact else ""
    about = {
        "calendar": edition.words.text(region.title).text,
        "host": addresses.host,
        "address": addresses.absolute(edition.path("statement")),
    }
    accessibility = [
        _(
            "Our site shows a part of the calendar “%(calendar)s”, of %(host)s, in a frame. Its makers aim at WCAG 2.2, "
            "levels A and AA, and check it with programs. People with a disability have not examined it yet. "
            "What is known not to be perfect is listed at %(address)s."
        )
        % about
    ]
    if reach:
        accessibility.append(
            _("Can you not read or use something in it? The editors of the calendar will help you: %(reach)s.")
            % {"reach": reach}
        )
    return {
        "privacy": _(
            "Our site shows a part of the calendar “%(calendar)s”. Your browser fetches it from %(host)s. "
            "The calendar sets no cookies, keeps nothing in your browser and does not follow you. "
            "To send it, the computer of that site gets your IP address, the kind of browser that you use and the address of our site. "
            "You can read more about this at %(address)s."
        )
        % about,
        "accessibility": " ".join(accessibility),
    }
