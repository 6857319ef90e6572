"""``changes``: one date of a series that differs, written under its keys or said in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.bookings import booking
from streekagenda.content.prices import price
from streekagenda.content.where import place_value
from streekagenda.model.details import Details
from streekagenda.model.schedule import Change

if TYPE_CHECKING:
    from streekagenda.content.declarations.when import WrittenChange
    from streekagenda.content.findings import Findings
    from streekagenda.content.references import References
    from streekagenda.content.texts import Languages
    from streekagenda.content.when_values import WhenValues
    from streekagenda.content.yaml_text import Path
    from streekagenda.recurrence.phrases import ReadChange

LONGEST_TITLE, LONGEST_NOTE = 120, 500
"""Characters; the same hold for the keys."""


def change(
    written: WrittenChange, languages: Languages, references: References, values: WhenValues, path: Path
) -> Change | None:
    """Return a change, or ``None`` when it cannot be read."""
    findings = values.findings
    on = values.day(written.on, (*path, "on"))
    timing = values.timing(written.time, (*path, "time"))
    if timing is not None and timing.hours is None:
        findings.add("change-all-day", (*path, "time"))
    if written.model_fields_set == {"on"}:
        findings.add("change-nothing", path)
    if on is None:
        return None
    return Change(
        on=on,
        moved_to=values.day(written.date, (*path, "date")),
        hours=timing.hours if timing else None,
        details=Details(
            title=languages.text(written.title, findings, (*path, "title")),
            place=place_value(written.place, written.online, languages, references, findings, path),
            price=price(written.price, languages, findings, (*path, "price")),
            status=written.status,
            booking=booking(written.booking, languages, findings, (*path, "booking")),
            note=languages.text(written.note, findings, (*path, "note")),
        ),
    )


def said_change(read: ReadChange, language: str, findings: Findings, path: Path) -> Change:
    """Return a change that a phrase says, its texts in ``language``."""
    for text, limit in ((read.title, LONGEST_TITLE), (read.note, LONGEST_NOTE)):
        if text is not None and len(text) > limit:
            findings.add("too-long", path, length=len(text), limit=limit)
    return read.change(language)
