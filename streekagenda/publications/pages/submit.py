"""How to get an activity into the calendar: every way, and a form that writes the file in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streekagenda.formats import forges
from streekagenda.model.schedule import ONE_DAY, PublicHolidays, SchoolHolidays
from streekagenda.publications.editions.heads import Head
from streekagenda.recurrence.holiday_sets import days_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.area import Area
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.place import Place
    from streekagenda.model.region import Region
    from streekagenda.model.schedule import Exclusion
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.rendering.words import Words

YEARS = 4
"""Calendar years of which the form knows the holidays, the present one first."""
HOLIDAYS, SCHOOL_HOLIDAYS = "feestdagen", "schoolvakanties"
"""What ``behalve`` calls the sets of days that many activities skip."""
A_MONDAY = date(2026, 11, 23)


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacesOf:
    """The places of one municipality; ``None``: those of no area."""

    municipality: Area | None
    places: tuple[Place, ...]


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the page on which one submits."""
    words, region = edition.words, edition.site.region
    head = Head(
        title=words.gettext("Submit an activity"),
        where=partial(edition.addresses.page, "submit"),
        description=words.gettext("Put your activity into this calendar: with a form, by phone or by mail."),
        section="submit",
    )
    repository = region.repository
    yield edition.page(
        "submit.html",
        head,
        organisations=_by_name(words, (one for one in edition.site.calendar.organisations if one.id)),
        places=tuple(_by_municipality(edition)),
        areas=tuple(region.all_areas()),
        weekdays=list(enumerate(_weekdays(words))),
        exceptions=_exceptions(edition),
        topics=[(term.id, words.text(term.name).text) for term in region.topics],
        audiences=[(term.id, words.text(term.name).text) for term in region.audiences],
        form_data=_data(edition),
        issue_links=_issue_links(edition),
        new_file=forges.new_file_page(repository).address if repository else None,
        forge_host=urlsplit(repository.url).hostname if repository else None,
    )


def _by_name(words: Words, things: Iterable[Organisation]) -> list[Organisation]:
    return sorted(things, key=lambda one: words.text(one.name).text.casefold())


def _weekdays(words: Words) -> list[str]:
    return [words.weekday(A_MONDAY + timedelta(days=number)) for number in range(7)]


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


def _data(edition: Edition) -> JsonObject:
    """Return what the form reckons with, beside its words: holidays, the clock, and where its file can go."""
    region = edition.site.region
    page = forges.new_file_page(region.repository) if region.repository else None
    return {
        "clock": edition.words.clock(time(11, 22)).replace("11", "{h}").replace("22", "{m}"),
        "weekdays": _weekdays(edition.words),
        "sets": {name: runs(days) for name, days in sets_of_days(region, edition.site.today.year)},
        "editors": region.contact.email if region.contact and region.contact.email else None,
        "forge": None
        if page is None
        else {
            "address": page.address,
            "name": page.name_key,
            "text": page.text_key,
            "folder": page.folder,
            "longest": forges.LONGEST,
        },
    }


def sets_of_days(region: Region, year: int) -> Iterator[tuple[str, Iterable[date]]]:
    """Yield the days that ``behalve`` can name, by that name; of school holidays those of each school region."""
    years = range(year, year + YEARS)

    def days(exclusion: Exclusion) -> list[date]:
        return [day for each in years for day in days_in(exclusion, each)]

    yield HOLIDAYS, days(PublicHolidays(country=region.country))
    regions = {area.school_region for area in region.all_areas()} | {region.school_region}
    for one in sorted(filter(None, regions)):
        yield f"{SCHOOL_HOLIDAYS} {one}", days(SchoolHolidays(region=one))
    for closure in region.closures:
        yield closure.name.versions[0].text, days(closure)


def runs(days: Iterable[date]) -> list[list[str]]:
    """Return days as the first and last of each run of them."""
    runs: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if runs and day == runs[-1][1] + ONE_DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return [[first.isoformat(), last.isoformat()] for first, last in runs]


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
