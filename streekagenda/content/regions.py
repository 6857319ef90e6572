"""region.yaml becomes a Region."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streekagenda.content.files import name_fault, proposal
from streekagenda.content.map_tiles import tiles
from streekagenda.content.nearest import alike, nearest
from streekagenda.content.repositories import repository
from streekagenda.content.texts import Languages
from streekagenda.content.themes import theme
from streekagenda.diagnostics import Diagnostic, Severity
from streekagenda.formats import zones
from streekagenda.model.area import Area
from streekagenda.model.organisation import Contact
from streekagenda.model.region import AvoidedPhrase, Region
from streekagenda.model.schedule import Closure, DateRange
from streekagenda.model.vocabulary import Term
from streekagenda.recurrence.holiday_sets import known_country

if TYPE_CHECKING:
    from streekagenda.content.declarations.files import RegionFile, WrittenArea, WrittenClosure, WrittenTerm
    from streekagenda.content.declarations.parts import WrittenContact
    from streekagenda.content.findings import Findings
    from streekagenda.content.media import Media
    from streekagenda.content.yaml_text import Path

_MONTHS = {"month": 1, "months": 1, "maand": 1, "maanden": 1, "year": 12, "years": 12, "jaar": 12}
_OURS = "NL"
"""The country of most regions, of which holidays are known."""
LONGEST_HORIZON = 60
"""Months."""


def region(written: RegionFile, media: Media, findings: Findings) -> Region:
    """Return the region; what is wrong with it goes to ``findings``."""
    from streekagenda.content.declarations.files import Level  # noqa: PLC0415 -- the other kinds of file, which no event needs

    languages = Languages(languages=tuple(dict.fromkeys(written.languages)))
    _check_url(written.url, findings)
    areas = tuple(
        _area(one, (), None, languages, findings, ("areas", index)) for index, one in enumerate(written.areas)
    )
    result = Region(
        title=languages.required(written.title, findings, ("title",)),
        url=written.url,
        timezone=_zone(written.timezone, findings),
        languages=languages.languages,
        country=_country(written.country, findings),
        school_region=written.school_region,
        closures=_closures(written.closed, languages, findings),
        horizon_months=_months(written.horizon, "horizon", findings),
        archive_months=_months(written.archive, "archive", findings),
        areas=areas,
        topics=_terms("topics", written.topics, languages, findings),
        audiences=_terms("audiences", written.audiences, languages, findings),
        facilities=_terms("facilities", written.facilities, languages, findings),
        contact=contact(written.contact),
        repository=repository(written.repository, findings),
        theme=theme(written.theme, media, findings),
        tiles=tiles(written.map, findings),
        embed_allowed=tuple(written.embed.allowed) if written.embed else (),
        avoid=tuple(
            AvoidedPhrase(phrase=one.phrase, instead=one.instead, why=one.why)
            for one in (written.wording.avoid if written.wording else ())
        ),
        checks=tuple((code, None if level is Level.OFF else Severity(level)) for code, level in written.checks.items()),
        notice=languages.text(written.notice, findings, ("notice",)),
        source=findings.at(()),
    )
    _check_unique("areas", [area.id for area in result.all_areas()], findings)
    return result


def contact(written: WrittenContact | None) -> Contact | None:
    """Return whom to ask."""
    return Contact(name=written.name, phone=written.phone, email=written.email) if written else None


def _check_url(url: str, findings: Findings) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" or not url.endswith("/") or parts.query or parts.fragment:
        fixed = f"https://{parts.netloc}{parts.path.rstrip('/')}/"
        findings.add("bad-site-url", ("url",), value=url, suggestion=fixed, certain=fixed == f"{url}/")


def _country(code: str, findings: Findings) -> str:
    """Return the country; where there is none of that code, the Netherlands, of which holidays are known."""
    if code == _OURS or known_country(code):  # asking takes as long as reading 200 files
        return code
    findings.add("unknown-country", ("country",), value=code)
    return _OURS


def _zone(name: str, findings: Findings) -> str:
    """Return the zone; where there is none of that name, UTC, in which the rest can be looked at."""
    known = zones.names()
    if name in known:
        return name
    near = nearest(name, known)
    sure = near is not None and alike(name, near, known)
    findings.add("unknown-timezone", ("timezone",), value=name, suggestion=near, certain=sure)
    return "UTC"


def _months(written: str, key: str, findings: Findings) -> int:
    found = re.fullmatch(r"(\d{1,3})\s*([a-z]+)", written.casefold())
    if not found or found[2] not in _MONTHS or not 1 <= int(found[1]) * _MONTHS[found[2]] <= LONGEST_HORIZON:
        findings.add("bad-period", (key,), value=written, limit=LONGEST_HORIZON)
        return 12
    return int(found[1]) * _MONTHS[found[2]]


def _area(
    written: WrittenArea,
    above: tuple[str, ...],
    school_region: str | None,
    languages: Languages,
    findings: Findings,
    path: Path,
) -> Area:
    _check_id(written.id, findings, (*path, "id"))
    own_region = written.school_region or school_region
    return Area(
        id=written.id,
        name=languages.required(written.name, findings, (*path, "name")),
        above=above,
        code=written.code,
        code_year=written.code_year,
        school_region=own_region,
        also_known_as=tuple(written.also_known_as),
        areas=tuple(
            _area(one, (*above, written.id), own_region, languages, findings, (*path, "areas", index))
            for index, one in enumerate(written.areas)
        ),
    )


def _terms(key: str, written: tuple[WrittenTerm, ...], languages: Languages, findings: Findings) -> tuple[Term, ...]:
    for index, one in enumerate(written):
        _check_id(one.id, findings, (key, index, "id"))
    _check_unique(key, [one.id for one in written], findings)
    return tuple(
        Term(id=one.id, name=languages.required(one.name, findings, (key, index, "name")), icon=one.icon)
        for index, one in enumerate(written)
    )


def _closures(written: tuple[WrittenClosure, ...], languages: Languages, findings: Findings) -> tuple[Closure, ...]:
    sets: dict[str, Closure] = {}
    for index, one in enumerate(written):
        path = ("closed", index)
        first, last = findings.phrases.day(one.first), findings.phrases.day(one.until)
        for key, found in (("from", first), ("until", last)):
            if isinstance(found, Diagnostic):
                findings.take_at(found, (*path, key))
        if not isinstance(first, date) or not isinstance(last, date):
            continue
        if last < first:
            findings.add("until-before-from", (*path, "until"), first=first, last=last)
            continue
        name = languages.required(one.name, findings, (*path, "name"))
        closure_id = one.id or proposal(name.first)
        before = sets[closure_id].ranges if closure_id in sets else ()
        sets[closure_id] = Closure(id=closure_id, name=name, ranges=(*before, DateRange(first=first, last=last)))
    return tuple(sets.values())


def _check_id(content_id: str, findings: Findings, path: Path) -> None:
    if "/" in content_id:
        findings.add("bad-name", path, name=content_id, proposal=proposal(content_id))
    elif fault := name_fault(content_id):
        findings.add_fault(fault, path)


def _check_unique(key: str, ids: list[str], findings: Findings) -> None:
    for one, times in Counter(ids).items():
        if times > 1:
            findings.add("duplicate-term", (key,), key=findings.record.key_as_written((key,)), id=one)
