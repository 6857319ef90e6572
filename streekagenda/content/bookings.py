"""``booking`` as written becomes that of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.partners import optional_date
from streekagenda.model.details import Booking

if TYPE_CHECKING:
    from streekagenda.content.declarations.parts import WrittenBooking
    from streekagenda.content.findings import Findings
    from streekagenda.content.texts import Languages
    from streekagenda.content.yaml_text import Path


def booking(written: WrittenBooking | None, languages: Languages, findings: Findings, path: Path) -> Booking | None:
    """Return how to sign up, or ``None`` when nothing is said about it."""
    if written is None:
        return None
    return Booking(
        required=written.required,
        url=written.url,
        phone=written.phone,
        email=written.email,
        until=optional_date(written.until, findings, (*path, "until")),
        capacity=written.capacity,
        state=written.state,
        note=languages.text(written.note, findings, (*path, "note")),
    )
