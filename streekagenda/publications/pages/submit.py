"""How to get an activity into the calendar: every way, and a form that writes the file in the browser."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from streekagenda.formats import forges
from streekagenda.formats.json_text import json_file
from streekagenda.output import Output
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.pages.submit_data import HOLIDAYS, SCHOOL_HOLIDAYS, form_data, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.model.area import Area
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.place import Place
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.rendering.words import Words

IDS = "ids.json"
"""The ids of all activities, beside the page in the default language: a new one takes another."""


class PlacesOf(Struct, frozen=True, kw_only=True):
    """The places of one municipality; ``None``: those of no area."""

    municipality: Area | None
    places: tuple[Place, ...]


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the page on which one submits, and once for all languages the ids that are taken."""
    yield edition.later(edition.path("submit"), _submit)
    if edition.language == edition.site.region.language:
        events = edition.site.calendar.events
        yield Output(path=_ids(edition), make=lambda: json_file([event.id for event in events]))


def _ids(edition: Edition) -> str:
    return edition.addresses.page("submit", edition.site.region.language) + IDS


def _submit(edition: Edition) -> Output:
    words, region = edition.words, edition.site.region
    head = Head(
        title=words.gettext("Submit an activity"),
        where=partial(edition.addresses.page, "submit"),
        description=words.gettext("Put your activity into this calendar: with a form, by phone or by mail."),
    )
    repository = region.repository
    return edition.page(
        "submit.html",
        head,
        organisations=_by_name(words, (one for one in edition.site.calendar.organisations if one.id)),
        places=tuple(_by_municipality(edition)),
        areas=tuple(region.all_areas()),
        weekdays=list(enumerate(weekdays(words))),
        exceptions=_exceptions(edition),
        topics=[(term.id, words.text(term.name).text) for term in region.topics],
        audiences=[(term.id, words.text(term.name).text) for term in region.audiences],
        form_data=form_data(edition),
        ids=_ids(edition),
        issue_links=_issue_links(edition),
        new_file=forges.new_file_page(repository).address if repository else None,
        forge_host=urlsplit(repository.url).hostname if repository else None,
    )


def _by_name(words: Words, things: Iterable[Organisation]) -> list[Organisation]:
    return sorted(things, key=lambda one: words.text(one.name).text.casefold())


def _exceptions(edition: Edition) -> list[tuple[str, str]]:
    """Return what ``behalve`` can name, with its label."""
    words, region = edition.words, edition.site.region
    named = [(HOLIDAYS, words.gettext("On public holidays"))]
    if region.school_region or any(area.school_region for area in region.all_areas()):
        named.append((SCHOOL_HOLIDAYS, words.gettext("In the school holidays")))
    return [*named, *((closure.name.versions[0].text, words.text(closure.name).text) for closure in region.closures)]


def _by_municipality(edition: Edition) -> Iterator[PlacesOf]:
    """Yield the places under their municipality, both in the order of the alphabet."""
    words = edition.words
    municipalities = {area.id: area for area in edition.site.region.areas}

    def of(place: Place) -> str:
        return place.area.line[0] if place.area else ""

    def name(place: Place) -> str:
        return words.text(place.name).text.casefold()

    in_order = sorted(
        edition.site.calendar.places, key=lambda place: (_position(municipalities, of(place)), name(place))
    )
    for key, group in groupby(in_order, key=of):
        yield PlacesOf(municipality=municipalities.get(key), places=tuple(group))


def _position(municipalities: dict[str, Area], area_id: str) -> int:
    return list(municipalities).index(area_id) if area_id in municipalities else len(municipalities)


def _issue_links(edition: Edition) -> list[tuple[str, str]]:
    """Return the addresses of the forge's forms, with their labels."""
    repository, _ = edition.site.region.repository, edition.words.gettext
    if repository is None:
        return []
    labels = {
        "nieuw": _("Something new"),
        "wijzigen": _("Something changes"),
        "afgelasten": _("It does not go ahead"),
    }
    found = [(forges.issue_form(repository, form), label) for form, label in labels.items()]
    return [(address, label) for address, label in found if address]
