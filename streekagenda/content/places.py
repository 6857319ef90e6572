"""A place as written in its own file becomes that of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.exclusions import exclusions
from streekagenda.content.partners import checked_day
from streekagenda.content.postcodes import postcode
from streekagenda.model.place import ALWAYS, Place
from streekagenda.model.schedule import Schedule

if TYPE_CHECKING:
    from streekagenda.content.declarations.files import PlaceFile
    from streekagenda.content.findings import Findings
    from streekagenda.content.references import References
    from streekagenda.content.schedules import ScheduleReader
    from streekagenda.content.texts import Languages
    from streekagenda.model.region import Region


def place(
    content_id: str,
    written: PlaceFile,
    languages: Languages,
    references: References,
    region: Region,
    schedules: ScheduleReader,
    findings: Findings,
) -> Place:
    """Return a place with a file of its own."""
    area = references.area(written.area, findings, ("area",))
    organisation = None
    if written.organisation:
        found = references.organisations_of((written.organisation,), findings, ("organisation",))
        organisation = found[0] if found else None
    opening = None
    if written.open is not None:
        entries = schedules.entries(written.open, findings, ("open",), area, first=ALWAYS)
        opening = Schedule(entries=entries) if entries else None
    return Place(
        id=content_id,
        name=languages.required(written.name, findings, ("name",)),
        area=area,
        street=written.street,
        postcode=postcode(written.postcode, region.country, findings, ("postcode",)),
        city=written.city,
        geo=written.geo,
        organisation=organisation,
        facilities=references.terms("facility", tuple(written.facilities), findings, ("facilities",)),
        open=opening,
        closed=exclusions(tuple(written.closed), findings, ("closed",), region, area, today=schedules.today),
        website=written.website,
        phone=written.phone,
        directions=languages.text(written.directions, findings, ("directions",)),
        checked=checked_day(written.checked, findings, schedules.today),
        body=languages.body(findings.record.body, written.description, findings),
        source=findings.at(()),
    )
