"""The index pages: all that there is of a kind, as ways in; the same on the page and on its embed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVarTuple

from streekagenda.publications.editions.heads import MENU, Head
from streekagenda.publications.editions.running import activities, running_campaigns

if TYPE_CHECKING:
    from collections.abc import Callable

    from streekagenda.model.area import Area
    from streekagenda.model.place import Place
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition

Given = TypeVarTuple("Given")


def areas(edition: Edition) -> Output:
    """Return the tree of areas."""
    return _later(edition, "area", _areas)


def _areas(edition: Edition) -> Output:
    return _page(edition, "areas.html", "area", areas=edition.site.region.areas, activities=activities(edition.site))


def terms(edition: Edition, kind: str) -> Output:
    """Return the list of topics, or that of audiences."""
    return _later(edition, kind, _terms, kind)


def _terms(edition: Edition, kind: str) -> Output:
    region = edition.site.region
    found = region.topics if kind == "topic" else region.audiences
    return _page(edition, "terms.html", kind, kind=kind, terms=found, activities=activities(edition.site))


def places(edition: Edition) -> Output:
    """Return the list of places, by municipality."""
    return _later(edition, "place", _places)


def _places(edition: Edition) -> Output:
    return _page(edition, "places.html", "place", groups=_by_municipality(edition))


def organisations(edition: Edition) -> Output:
    """Return the list of organisations, by name."""
    return _later(edition, "organisation", _organisations)


def _organisations(edition: Edition) -> Output:
    words = edition.words
    with_page = {one.id: one for one in edition.site.calendar.organisations if one.id is not None}
    by_name = sorted(with_page.values(), key=lambda one: words.text(one.name).text.casefold())
    return _page(edition, "organisations.html", "organisation", organisations=by_name)


def campaigns(edition: Edition) -> Output:
    """Return the list of campaigns: what runs, and what was."""
    return _later(edition, "campaign", _campaigns)


def _campaigns(edition: Edition) -> Output:
    running = running_campaigns(edition.site)
    past = [one for one in reversed(edition.site.calendar.campaigns) if one not in running]
    return _page(edition, "campaigns.html", "campaign", running=running, past=past)


def index_head(edition: Edition, kind: str) -> Head:
    """Return the head of the page that lists all of a kind."""
    return Head(
        title=kind_title(edition, kind),
        where=edition.where(partial(edition.addresses.page, kind)),
        section=kind if kind in MENU else "",
    )


def kind_title(edition: Edition, kind: str) -> str:
    """Return what the index page of a kind is called."""
    _ = edition.words.gettext
    return {
        "event": _("All activities"),
        "organisation": _("Organisations"),
        "place": _("Places"),
        "area": _("Neighbourhoods and villages"),
        "topic": _("Topics"),
        "audience": _("For whom"),
        "campaign": _("Campaigns"),
    }[kind]


def _later(edition: Edition, kind: str, page: Callable[[Edition, *Given], Output], *given: *Given) -> Output:
    return edition.later(index_head(edition, kind).where(edition.language), page, *given)


def _page(edition: Edition, template: str, section: str, **context: object) -> Output:
    return edition.page(template, index_head(edition, section), full=edition.path(section), **context)


def _by_municipality(edition: Edition) -> list[tuple[Area | None, list[Place]]]:
    """Return places by the municipality that they are in, in the order of the region; last those without an area."""
    with_page = {one.id: one for one in edition.site.calendar.places if one.id is not None}.values()
    found: list[tuple[Area | None, list[Place]]] = [
        (area, [one for one in with_page if one.area is not None and one.area.line[0] == area.id])
        for area in edition.site.region.areas
    ]
    found.append((None, [one for one in with_page if one.area is None]))
    words = edition.words
    return [
        (area, sorted(group, key=lambda one: words.text(one.name).text.casefold())) for area, group in found if group
    ]
