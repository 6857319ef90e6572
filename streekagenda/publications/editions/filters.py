"""What a list can be narrowed down by: for ``layouts/static/filter.js`` as data, for who has no script as links."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup
from msgspec import Struct

from streekagenda.formats.json_text import json_in_html, json_list
from streekagenda.publications.editions import selected
from streekagenda.publications.editions.facets import PARTS, WEEKDAYS
from streekagenda.publications.editions.listings import name_of
from streekagenda.publications.editions.once import once, told_wordless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

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


class Links(Struct, frozen=True, kw_only=True):
    """Ready lists under one heading."""

    title: str
    links: tuple[tuple[str, str], ...]
    """Names and paths."""


class Filter(Struct, frozen=True, kw_only=True):
    """What a list offers to choose from."""

    data: Markup
    """As JSON within a page; empty where there are only links."""
    links: tuple[Links, ...]
    found: str
    """How many dates of the list one can go to, in words."""


def filter_of(edition: Edition, listing: Listing, shown: Sequence[Occurrence]) -> Filter | None:
    """Return what a list can be narrowed down by; ``None`` where there is nothing to choose."""
    if edition.embedded or not shown:
        return None
    kinds = list(_kinds(edition, listing, shown))
    links = tuple(one for one in _links(edition, listing) if one.links)
    if not kinds and not links:
        return None
    say, found = _say(edition.site, edition.language)
    data = f'{{"kinds":{json_list(kinds)},"say":{say}}}' if kinds else ""
    return Filter(
        data=Markup(data),  # noqa: S704 -- nothing in it means anything to HTML
        links=links,
        found=found % {"number": sum(one.takes_place for one in shown)},
    )


def _kinds(edition: Edition, listing: Listing, shown: Sequence[Occurrence]) -> Iterator[str]:
    """Yield as JSON what can be chosen: what some dates of the list are and others are not; of a wide list all areas."""
    of_each = set(map(edition.facets.all_of, shown))
    found = set(chain.from_iterable(of_each))
    everywhere = found.intersection(*of_each)
    own = {f"{kind}:{value}" for kind in ("area", "topic", "audience") if (value := getattr(listing.selection, kind))}
    wanted = found - everywhere - own
    yield from _areas(edition, listing, found)
    languages = sorted(facet for facet in wanted if facet.startswith("language:"))
    for one in (*_wishes(edition.site, edition.language), _offered(*_spoken(edition.words, languages))):
        options = [option for facet, option in one.options if facet in wanted]
        if options:
            yield _kind(one, options)


class _Offered(NamedTuple):
    """A kind of what can be chosen; its words and options are JSON, which is put together for each list."""

    kind: str
    title: str
    options: tuple[tuple[str, str], ...]
    """Facets, and what stands for each in the data."""


def _offered(kind: str, title: str, options: Iterable[Sequence[str]]) -> _Offered:
    told = tuple((option[0], json_in_html(option)) for option in options)
    return _Offered(kind=json_in_html(kind), title=json_in_html(title), options=told)


def _kind(one: _Offered, options: Iterable[str]) -> str:
    return f'{{"kind":{one.kind},"title":{one.title},"options":{json_list(options)}}}'


@once
def _wishes(site: Site, language: str) -> tuple[_Offered, ...]:
    """Return all that activities can be chosen by in every list, but for areas and languages."""
    *found, _ = wishes(site.region, site.words[language], ())
    return tuple(_offered(*one) for one in found)


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
    yield _spoken(words, languages)


def _spoken(words: Words, languages: Iterable[str]) -> tuple[str, str, Iterable[Option]]:
    named = ((one, words.language_name(one.partition(":")[2])) for one in languages)
    return "language", words.gettext("Language"), ((one, words.capital(name)) for one, name in named)


@told_wordless
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


def _areas(edition: Edition, listing: Listing, found: Set[str]) -> Iterator[str]:
    """Yield the areas that a list is about, each with the id of the one above it."""
    wide = listing.kind in {"agenda", "month", "week", "topic", "audience"}
    own = listing.selection.area
    if own or wide:
        offered, kind = _areas_below(edition.site, edition.language, own)
    else:
        areas = [one for one in edition.site.region.all_areas() if f"area:{one.id}" in found]
        offered, kind = _as_options(edition.site.region, edition.words, areas)
    if not offered.isdisjoint(found):
        yield kind


@once
def _areas_below(site: Site, language: str, above: str | None) -> tuple[Set[str], str]:
    areas = [one for one in site.region.all_areas() if above is None or above in one.above]
    return _as_options(site.region, site.words[language], areas)


def _as_options(region: Region, words: Words, areas: Sequence[Area]) -> tuple[Set[str], str]:
    """Return areas as facets, and as a kind of what can be chosen."""
    names = area_names(region, words, areas)
    options = [(f"area:{one.id}", names[one.id], one.above[-1] if one.above else "") for one in areas]
    one = _offered("area", words.gettext("Neighbourhood or village"), options)
    return frozenset(facet for facet, _ in one.options), _kind(one, [option for _, option in one.options])


def _links(edition: Edition, listing: Listing) -> Iterator[Links]:
    """Yield the ready lists that are near to a list."""
    site, words, language = edition.site, edition.words, edition.language
    _, addresses = words.gettext, edition.addresses
    if listing.kind in {"agenda", "month", "week"}:
        yield from _links_of_the_agenda(site, language, listing.ready)
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


@once
def _links_of_the_agenda(site: Site, language: str, ready: str) -> tuple[Links, ...]:
    """Return the ready lists but for this one, and the ways in by kind."""
    words, addresses, region = site.words[language], site.addresses, site.region
    _, lists = words.gettext, [one for one in selected.selected_of(site).ready if one.ready != ready]
    named = [(selected.title(site, one.ready, words), one.path(addresses, language)) for one in lists]
    ways = (
        ("area", region.areas, _("By neighbourhood or village")),
        ("topic", region.topics, _("By topic")),
        ("audience", region.audiences, _("For whom")),
    )
    further = tuple((name, addresses.page(kind, language)) for kind, there, name in ways if there)
    return Links(title=_("Ready lists"), links=tuple(named)), Links(title=_("Choose further"), links=further)


@once
def _say(site: Site, language: str) -> tuple[str, str]:
    """Return the words of the form as JSON; ``%(number)s`` and the like are filled in by the script. And those with which
    it begins, which stand on the page itself.
    """
    _ = site.words[language].gettext
    found = _("Activities in this list: %(number)s")
    say = {
        "found": found,
        "remove": _("Take away"),
        "clear": _("Clear all"),
        "show": _("Show the list"),
        "nothing": _("Nothing in this list fits all that you chose."),
        "without": _("Without “%(choice)s”: %(number)s"),
        "instead": _("Everything in %(area)s: %(number)s"),
    }
    return json_in_html(say), found
