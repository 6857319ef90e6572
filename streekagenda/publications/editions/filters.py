"""What a list can be narrowed down by: for ``layouts/static/filter.js`` as data, for who has no script as links."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from streekagenda.publications.editions import selected
from streekagenda.publications.editions.facets import PARTS, WEEKDAYS
from streekagenda.publications.editions.listings import name_of
from streekagenda.publications.editions.once import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.formats.json_text import Json, JsonObject
    from streekagenda.model.area import Area
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.region import Region
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

MONDAY = date(2024, 1, 1)
"""A Monday, to say the days of the week."""

Option = tuple[str, str]
"""A facet, as in ``data-is``, and its name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """Ready lists under one heading."""

    title: str
    links: tuple[tuple[str, str], ...]
    """Names and paths."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """What a list offers to choose from."""

    data: JsonObject
    links: tuple[Links, ...]
    count: int
    """How many dates of the list one can go to."""


def filter_of(edition: Edition, listing: Listing, shown: Sequence[Occurrence]) -> Filter | None:
    """Return what a list can be narrowed down by; ``None`` where there is nothing to choose."""
    if edition.embedded or not shown:
        return None
    kinds = tuple(_kinds(edition, listing, shown))
    links = tuple(one for one in _links(edition, listing) if one.links)
    if not kinds and not links:
        return None
    return Filter(
        data={"kinds": kinds, "say": _say(edition.words)}, links=links, count=sum(one.takes_place for one in shown)
    )


def _kinds(edition: Edition, listing: Listing, shown: Sequence[Occurrence]) -> Iterator[Json]:
    """Yield what can be chosen: what some dates of the list are and others are not; of a wide list all areas."""
    words = edition.words
    found = Counter(chain.from_iterable(map(edition.facets.all_of, shown)))
    everywhere = {facet for facet, count in found.items() if count == len(shown)}
    own = {f"{kind}:{value}" for kind in ("area", "topic", "audience") if (value := getattr(listing.selection, kind))}

    def kind(name: str, title: str, options: Iterable[Option]) -> Iterator[Json]:
        kept = [[facet, said] for facet, said in options if facet in found and facet not in everywhere | own]
        if kept:
            yield {"kind": name, "title": title, "options": kept}

    yield from _areas(edition, listing, found)
    spoken = sorted({facet for facet in found if facet.startswith("language:")})
    for name, title, options in wishes(edition.site.region, words, spoken):
        yield from kind(name, title, options)


def wishes(region: Region, words: Words, languages: Iterable[str]) -> Iterator[tuple[str, str, Iterable[Option]]]:
    """Yield all that activities can be chosen by, but for areas: kinds, their titles and what there is of each.

    ``languages`` are those in which activities are held, as ``data-is`` says them.
    """
    _ = words.gettext
    yield "topic", _("What"), ((f"topic:{one.id}", words.text(one.name).text) for one in region.topics)
    yield "audience", _("For whom"), ((f"audience:{one.id}", words.text(one.name).text) for one in region.audiences)
    parts = {"morning": _("In the morning"), "afternoon": _("In the afternoon"), "evening": _("In the evening")}
    yield "part", _("Part of the day"), ((f"part:{part}", parts[part]) for part in PARTS)
    days = ((f"weekday:{day}", words.weekday(MONDAY + timedelta(days=n))) for n, day in enumerate(WEEKDAYS))
    yield "weekday", _("Day of the week"), ((facet, words.capital(name)) for facet, name in days)
    yield "", _("Easy to join"), (("walk-in", _("Just walk in")), ("free", _("Free")))
    facilities = ((f"facility:{one.id}", words.text(one.name).text) for one in region.facilities)
    yield "facility", _("Good to know"), facilities
    named = ((one, words.language_name(one.partition(":")[2])) for one in languages)
    yield "language", _("Language"), ((one, words.capital(name)) for one, name in named)


@told
def spoken(site: Site) -> tuple[str, ...]:
    """Return the languages in which activities of a site are held, as ``data-is`` says them."""
    return tuple(sorted({f"language:{one}" for event in site.calendar.events for one in event.languages}))


def area_names(region: Region, words: Words, areas: Iterable[Area]) -> dict[str, str]:
    """Return the names of areas by id; of two that are called alike each with the name of the one above it."""
    said = {one.id: words.text(one.name).text for one in areas}
    count = Counter(said.values())
    all_areas = {one.id: one for one in region.all_areas()}

    def above(area: str) -> str:
        found = all_areas[area].above
        return f" ({words.text(all_areas[found[-1]].name).text})" if found else ""

    return {area: name + above(area) if count[name] > 1 else name for area, name in said.items()}


def _areas(edition: Edition, listing: Listing, found: Counter[str]) -> Iterator[Json]:
    """Yield the areas that a list is about, each with the id of the one above it."""
    wide = listing.kind in {"agenda", "month", "week", "topic", "audience"}
    own = listing.selection.area
    areas = [
        one
        for one in edition.site.region.all_areas()
        if (own in one.above if own else wide or f"area:{one.id}" in found)
    ]
    if not any(f"area:{one.id}" in found for one in areas):
        return
    names = area_names(edition.site.region, edition.words, areas)
    options = [[f"area:{one.id}", names[one.id], one.above[-1] if one.above else ""] for one in areas]
    yield {"kind": "area", "title": edition.words.gettext("Neighbourhood or village"), "options": options}


def _links(edition: Edition, listing: Listing) -> Iterator[Links]:
    """Yield the ready lists that are near to a list."""
    site, words, language = edition.site, edition.words, edition.language
    _, addresses = words.gettext, edition.addresses
    if listing.kind in {"agenda", "month", "week"}:
        lists = [one for one in edition.selected.ready if one.ready != listing.ready]
        named = [(selected.title(site, one.ready, words), one.path(addresses, language)) for one in lists]
        yield Links(title=_("Ready lists"), links=tuple(named))
        region = site.region
        ways = (
            ("area", region.areas, _("By neighbourhood or village")),
            ("topic", region.topics, _("By topic")),
            ("audience", region.audiences, _("For whom")),
        )
        yield Links(
            title=_("Choose further"),
            links=tuple((name, addresses.page(kind, language)) for kind, there, name in ways if there),
        )
    elif listing.other is not None and listing.subject is not None and listing.subject.id is not None:
        kind, term = listing.other
        own = Links(
            title=_("Wider"),
            links=(
                (
                    words.text(name_of(listing.subject)).text,
                    addresses.page("area", language, listing.subject.id),
                ),
                (words.text(term.name).text, addresses.page(kind, language, term.id)),
            ),
        )
        yield own
    elif listing.kind in {"area", "topic", "audience"} and listing.subject is not None and listing.subject.id:
        pairs = edition.selected.with_part(listing.kind, listing.subject.id)
        for kind, title in (("topic", _("What")), ("audience", _("For whom"))):
            chosen = [one for one in pairs if one.other is not None and one.other[0] == kind]
            named = [(selected.short(one, listing.kind, words), one.path(addresses, language)) for one in chosen]
            yield Links(title=title if listing.kind == "area" else _("Neighbourhood or village"), links=tuple(named))


def _say(words: Words) -> JsonObject:
    """Return the words of the form; ``%(number)s`` and the like are filled in by the script."""
    _ = words.gettext
    return {
        "found": _("Activities in this list: %(number)s"),
        "remove": _("Take away"),
        "clear": _("Clear all"),
        "show": _("Show the list"),
        "nothing": _("Nothing in this list fits all that you chose."),
        "without": _("Without “%(choice)s”: %(number)s"),
        "instead": _("Everything in %(area)s: %(number)s"),
    }
