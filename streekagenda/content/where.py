"""Where something happens, as written in an event: a place by id, a place written out, or the internet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.declarations.parts import WrittenInlinePlace
from streekagenda.content.postcodes import postcode
from streekagenda.model.place import Online, Place

if TYPE_CHECKING:
    from streekagenda.content.findings import Findings
    from streekagenda.content.references import References
    from streekagenda.content.texts import Languages
    from streekagenda.content.yaml_text import Path


def place_value(
    written: str | WrittenInlinePlace | None,
    online: str | None,
    languages: Languages,
    references: References,
    findings: Findings,
    path: Path,
) -> Place | Online | None:
    """Return where: a place by id or written out at ``path`` + ``place``, or an address on the internet."""
    here = (*path, "place")
    if isinstance(written, WrittenInlinePlace) and written.online:
        return Online(url=written.online)
    if online is not None:
        if written is not None:
            findings.add("place-and-online", (*path, "online"))
        return Online(url=online)
    if written is None:
        return None
    if isinstance(written, str):
        return references.place(written, findings, here)
    name = languages.text(written.name, findings, (*here, "name"))
    if name is None:
        findings.add("place-without-name", here)
        return None
    return Place(
        id=None,
        name=name,
        area=references.area(written.area, findings, (*here, "area")),
        street=written.street,
        postcode=postcode(written.postcode, references.country, findings, (*here, "postcode")),
        city=written.city,
        geo=written.geo,
        source=findings.at(here),
    )
