"""What is on in the afternoon: in weekends the hours that are long for who lives alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.editions.facets import parts

if TYPE_CHECKING:
    from streekagenda.model.occurrence import Occurrence


def in_the_afternoon(occurrence: Occurrence) -> bool:
    """Whether something begins between noon and five o'clock, or is on then for an hour or more; whole days are."""
    return "afternoon" in parts(occurrence.moment.hours)
