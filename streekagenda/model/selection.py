"""What a list page, a feed, an embed and a print share, so that they can never disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.place import Place

if TYPE_CHECKING:
    from streekagenda.model.occurrence import Occurrence


class Selection(Struct, frozen=True, kw_only=True, gc=False):
    """Area x topic x audience x organisation x place x campaign, by id; ``None`` means all."""

    area: str | None = None
    """Holds what happens in the areas below it too."""
    topic: str | None = None
    audience: str | None = None
    organisation: str | None = None
    place: str | None = None
    campaign: str | None = None

    def holds(self, occurrence: Occurrence) -> bool:
        """Whether an occurrence belongs to this selection."""
        event = occurrence.event
        return (
            (self.area is None or (occurrence.area is not None and self.area in occurrence.area.line))
            and (self.topic is None or any(term.id == self.topic for term in event.topics))
            and (self.audience is None or any(term.id == self.audience for term in event.audiences))
            and (self.organisation is None or any(one.id == self.organisation for one in event.organisers))
            and (self.place is None or (isinstance(occurrence.place, Place) and occurrence.place.id == self.place))
            and (self.campaign is None or any(one.id == self.campaign for one in event.campaigns))
        )
