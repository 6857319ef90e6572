"""``except`` and ``closed``: dates, ranges, public holidays, school holidays and the region's own holiday sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.nearest import nearest
from streekagenda.diagnostics import Diagnostic
from streekagenda.model.schedule import Closure, DateRange, PublicHolidays, SchoolHolidays
from streekagenda.recurrence.phrases import read_days

if TYPE_CHECKING:
    from streekagenda.content.findings import Findings
    from streekagenda.content.yaml_text import Path
    from streekagenda.model.area import Area
    from streekagenda.model.region import Region
    from streekagenda.model.schedule import Exclusion

HOLIDAYS = frozenset({"holidays", "feestdagen", "public holidays"})
SCHOOL_HOLIDAYS = frozenset({"school-holidays", "schoolvakanties", "school holidays", "schoolvakantie"})


def exclusions(
    written: tuple[str, ...], findings: Findings, path: Path, region: Region, area: Area | None
) -> tuple[Exclusion, ...]:
    """Return what is taken away from a series; the school holidays are those of ``area``, else of the region."""
    found: list[Exclusion] = []
    for index, value in enumerate(written):
        found += _one(value, findings, (*path, index), region, area)
    return tuple(dict.fromkeys(found))


def named_exclusions(found: tuple[DateRange | str, ...]) -> tuple[tuple[DateRange, ...], tuple[str, ...]]:
    """Split what a phrase takes away into its days and the names of holiday sets."""
    days = tuple(one for one in found if isinstance(one, DateRange))
    return days, tuple(one for one in found if isinstance(one, str))


def _one(value: str, findings: Findings, path: Path, region: Region, area: Area | None) -> list[Exclusion]:
    word = value.casefold()
    if word in HOLIDAYS:
        return [PublicHolidays(country=region.country)]
    if word in SCHOOL_HOLIDAYS:
        school_region = (area.school_region if area else None) or region.school_region
        if school_region is None:
            findings.add("no-school-region", path, value=value)
            return []
        return [SchoolHolidays(region=school_region)]
    if closure := _closure(word, region):
        return [closure]
    if not any(character.isdigit() for character in value):
        near = nearest(value, [*(closure.id for closure in region.closures), *HOLIDAYS, *SCHOOL_HOLIDAYS])
        findings.add("unknown-exception", path, value=value, near=near or "", suggestion=near)
        return []
    days = read_days(value, findings.at(path))
    if isinstance(days, Diagnostic):
        findings.take(days)
        return []
    return list(days)


def _closure(word: str, region: Region) -> Closure | None:
    for closure in region.closures:
        if word in {closure.id, *(said.text.casefold() for said in closure.name.versions)}:
            return closure
    return None
