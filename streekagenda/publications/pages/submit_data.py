"""What the form on which one submits reckons with, beside its words: holidays, the clock, and where its file can go."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from streekagenda.formats import forges
from streekagenda.model.schedule import ONE_DAY, PublicHolidays, SchoolHolidays
from streekagenda.recurrence.clock_changes import skipped_hours
from streekagenda.recurrence.holiday_sets import days_in, holiday_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.region import Region
    from streekagenda.model.schedule import Exclusion
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.rendering.words import Words

YEARS = 4
"""Calendar years of which the form knows the holidays, the present one first."""
HOLIDAYS, SCHOOL_HOLIDAYS = "feestdagen", "schoolvakanties"
"""What ``behalve`` calls the sets of days that many activities skip."""
A_MONDAY = date(2026, 11, 23)


def weekdays(words: Words) -> list[str]:
    """Return the names of the days of the week, Monday first."""
    return [words.weekday(A_MONDAY + timedelta(days=number)) for number in range(7)]


def form_data(edition: Edition) -> JsonObject:
    """Return all of it, as the script reads it."""
    region, year = edition.site.region, edition.site.today.year
    page = forges.new_file_page(region.repository) if region.repository else None
    return {
        "clock": edition.words.clock(time(11, 22)).replace("11", "{h}").replace("22", "{m}"),
        "weekdays": weekdays(edition.words),
        "sets": {name: runs(days) for name, days in sets_of_days(region, year)},
        "holidays": _names(region, year, edition.language),
        "gaps": [
            [begin.date().isoformat(), f"{begin:%H:%M}", f"{end:%H:%M}"]
            for each in range(year - 1, year + YEARS)
            for begin, end in skipped_hours(region.timezone, each)
        ],
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


def _names(region: Region, year: int, language: str) -> JsonObject:
    """Return what the public holidays are called, by day."""
    country = PublicHolidays(country=region.country)
    days = (day for each in range(year, year + YEARS) for day in sorted(days_in(country, each)))
    return {day.isoformat(): holiday_name(day, region.country, language) for day in days}


def runs(days: Iterable[date]) -> list[list[str]]:
    """Return days as the first and last of each run of them."""
    runs: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if runs and day == runs[-1][1] + ONE_DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return [[first.isoformat(), last.isoformat()] for first, last in runs]
