"""``except`` and ``closed``: dates, ranges, public holidays, school holidays and the region's own holiday sets."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from streekagenda.content.nearest import nearest, slip
from streekagenda.diagnostics import Diagnostic
from streekagenda.model.holidays import SchoolBreak
from streekagenda.model.schedule import DateRange, NamedHoliday, PublicHolidays, SchoolHolidays
from streekagenda.recurrence.phrases import HOLIDAYS, SCHOOL_HOLIDAYS

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.content.findings import Findings
    from streekagenda.content.yaml_text import Path
    from streekagenda.model.area import Area
    from streekagenda.model.region import Region
    from streekagenda.model.schedule import Closure, Exclusion
    from streekagenda.recurrence.phrases import ReadExclusion


def exclusions(
    written: tuple[str, ...],
    findings: Findings,
    path: Path,
    region: Region,
    area: Area | None,
    *,
    today: date | None = None,
) -> tuple[Exclusion, ...]:
    """Return what is taken away from a series; the school holidays are those of ``area``, else of the region.

    ``today`` is the day from which a missing year is reckoned, for the question only.
    """
    names = closure_names(region)
    found: list[Exclusion] = []
    for index, value in enumerate(written):
        here = (*path, index)
        days = findings.phrases.exceptions(value, today=today, closures=names)
        if not isinstance(days, Diagnostic):
            found += believed(days, findings, here, region, area)
            continue
        figures = any(character.isdigit() for character in value)
        sets = [*names, HOLIDAYS, "feestdagen", SCHOOL_HOLIDAYS, "schoolvakanties"]
        near = None if figures else nearest(value, sets)
        if near:
            findings.add(
                "unknown-exception-near",
                here,
                key=findings.record.key_as_written(path),
                value=value,
                near=near,
                suggestion=near,
                certain=slip(value, near, sets),
            )
        elif days.code == "when-not-an-exception" and not figures:
            findings.add("unknown-exception", here, key=findings.record.key_as_written(path), value=value)
        else:
            findings.take_at(days, here)
    return tuple(dict.fromkeys(found))


def believed(
    read: tuple[ReadExclusion, ...], findings: Findings, path: Path, region: Region, area: Area | None
) -> list[Exclusion]:
    """Return what a phrase takes away, its names of holiday sets resolved."""
    found: list[Exclusion] = []
    for one in read:
        name = one if isinstance(one, SchoolBreak) else None
        if isinstance(one, DateRange | NamedHoliday):
            found.append(one)
        elif one == HOLIDAYS:
            found.append(_public(region.country))
        elif name is None and one != SCHOOL_HOLIDAYS:
            found += [closure for closure in region.closures if one in _names(closure)]
        elif school_region := (area.school_region if area else None) or region.school_region:
            found.append(_school(school_region, name))
        else:
            findings.add("no-school-region", path)
    return found


@lru_cache(maxsize=32)
def _public(country: str) -> PublicHolidays:
    """Return the one that all share: thousands have it."""
    return PublicHolidays(country=country)


@lru_cache(maxsize=64)
def _school(school_region: str, name: SchoolBreak | None) -> SchoolHolidays:
    """Return the one that all share, as above."""
    return SchoolHolidays(region=school_region, name=name)


def closure_names(region: Region) -> tuple[str, ...]:
    """Return the names by which authors call the region's own holiday sets."""
    return tuple(name for closure in region.closures for name in _names(closure))


def _names(closure: Closure) -> list[str]:
    return list(dict.fromkeys([closure.id, *(said.text for said in closure.name.versions)]))
