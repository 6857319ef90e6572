"""How another website shows this calendar: the page on which its webmaster chooses, sees and copies.

The choice is made in the browser (``layouts/static/builder.js``). What is ready without it: the code for the whole
agenda, and for each neighbourhood, topic, group and campaign.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from streekagenda.publications.editions import embedded, host_script, listings, snippets
from streekagenda.publications.editions.filters import area_names, spoken, wishes
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.indexes import kind_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing

KINDS = ("area", "topic", "audience", "campaign", "organisation", "place")
"""What one can choose a list of, in the order of the page."""
READY = frozenset({"area", "topic", "audience", "campaign"})
"""What has its code ready for who has no script. There can be thousands of places and organisations."""
SHORT: JsonObject = {"base": 220, "each": 120, "most": 1500}
"""Pixels of a frame with the short list, of which so much is needed for each date."""
WITH_SCREEN = ("agenda", "area", "place", "organisation")


class Choice(Struct, frozen=True, kw_only=True):
    """A list that one can choose."""

    value: str
    """``area/zandweerd``: as its feed is called."""
    name: str
    depth: int
    """How many areas hold its area."""
    code: str
    """What one pastes for it, without further choices; empty where there can be too many."""


class Choices(Struct, frozen=True, kw_only=True):
    """All lists of one kind."""

    kind: str
    title: str
    found: tuple[Choice, ...]


class Wishes(Struct, frozen=True, kw_only=True):
    """What a list can be narrowed down by, of one kind."""

    title: str
    options: tuple[tuple[str, str, str], ...]
    """Keys and values in the address of an embed, and what they are called."""


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the page on which one makes the code."""
    yield edition.later(edition.path("builder"), _builder)


def _builder(edition: Edition) -> Output:
    words, addresses, region = edition.words, edition.addresses, edition.site.region
    _ = words.gettext
    builder = Head(
        title=_("This calendar on your own site"),
        where=partial(addresses.page, "builder"),
        description=_("Choose what your visitors see, copy the code and paste it into your site."),
    )
    choices = tuple(_choices(edition))
    hosts = tuple(dict.fromkeys(urlsplit(one).netloc for one in region.embed_allowed))
    return edition.page(
        "builder.html",
        builder,
        choices=choices,
        wishes=tuple(one for one in _wishes(edition, choices) if one.options),
        ready=tuple(one for one in choices if one.kind in READY),
        code=_code(edition, listings.agenda()),
        preview=addresses.embed(edition.path("agenda"), edition.language),
        screen=addresses.screen(edition.path("agenda"), edition.language),
        hosts=hosts,
        data=_data(edition),
    )


def _choices(edition: Edition) -> Iterator[Choices]:
    region = edition.site.region
    names = area_names(region, edition.words, region.all_areas())
    for kind in KINDS:
        found = tuple(_choice(edition, one, names) for one in listings.subjects(edition.site, kind))
        if found:
            yield Choices(kind=kind, title=kind_title(edition, kind), found=found)


def _choice(edition: Edition, listing: Listing, areas: Mapping[str, str]) -> Choice:
    own = getattr(listing.subject, "id", "")
    return Choice(
        value=f"{listing.kind}/{own}",
        name=areas[own] if listing.kind == "area" else listing.title(edition.words),
        depth=len(getattr(listing.subject, "above", ())),
        code=_code(edition, listing) if listing.kind in READY else "",
    )


def _code(edition: Edition, listing: Listing) -> str:
    addresses, language = edition.addresses, edition.language
    embed = addresses.embed(listing.path(addresses, language), language)
    return snippets.frame(addresses.absolute(embed), embedded.title(edition.site, listing, edition.words))


def _wishes(edition: Edition, choices: Iterable[Choices]) -> Iterator[Wishes]:
    """Yield what a list can be narrowed down by: what the region knows, whether or not anything is planned now."""
    site = edition.site
    for _, title, options in wishes(site.region, edition.words, spoken(site)):
        yield Wishes(title=title, options=tuple((*_entry(facet), name) for facet, name in options))
    areas = (one for group in choices if group.kind == "area" for one in group.found)
    title = edition.words.gettext("Neighbourhood or village")
    yield Wishes(title=title, options=tuple(("area", one.value.partition("/")[2], one.name) for one in areas))


def _entry(facet: str) -> tuple[str, str]:
    """Return the key and the value that stand in an address for a facet, as ``layouts/static/filter.js`` writes them."""
    key, _, value = facet.partition(":")
    return key, value or "1"


def _data(edition: Edition) -> JsonObject:
    """Return what the script needs: where everything stands, and the templates of the code."""
    addresses, language, _ = edition.addresses, edition.language, edition.words.gettext
    pages_of = {kind: edition.path(kind) for kind in ("agenda", *KINDS)}
    script = host_script.newest(edition.site)
    return {
        "base": addresses.url,
        "lang": language,
        "pages": pages_of,
        "embeds": {kind: addresses.embed(path, language) for kind, path in pages_of.items()},
        "screens": {kind: addresses.screen(pages_of[kind], language) for kind in WITH_SCREEN},
        "dates": addresses.dates("", language).removeprefix(addresses.embed("", language).rstrip("/")),
        "fragment": addresses.fragment("", language).removeprefix(addresses.embed("", language)),
        "whole": embedded.title(edition.site, listings.agenda(), edition.words),
        "title": _("Agenda: %(name)s"),
        "height": snippets.HEIGHT,
        "short": SHORT,
        "newest": host_script.NEWEST,
        "checked": script.path,
        "integrity": script.integrity,
        "templates": dict(snippets.TEMPLATES),
        "say": {
            "colour": _("This is not a colour. Write it as #1b5e4b."),
            "unread": _("This colour cannot be read well enough beside the others. The calendar keeps its own."),
        },
    }
