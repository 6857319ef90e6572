"""A file in the making: the answers that were given, each tried before it is taken."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct, field

from streekagenda.content.trial import Trial, Tried
from streekagenda.rendering.cldr import formatted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streekagenda.cli.starting.asking import Asker
    from streekagenda.content.yaml_text import Value
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.calendar import Calendar

AHEAD = timedelta(days=14)
"""How far in the future examples lie."""
NAMELESS = "new-file"
"""The id under which answers are tried before there is a name."""


class Draft(Struct, frozen=True, kw_only=True):
    """What is known of a new file of one kind."""

    kind: str
    asker: Asker
    trial: Trial
    calendar: Calendar
    """All that a file can refer to."""
    answers: dict[str, Value] = field(default_factory=dict)
    """By English key, in the order in which they were given."""
    accepted: dict[str, str] = field(default_factory=dict)
    """Codes of checks about which was asked, and the reason that was given: they are taken as answered."""

    def try_out(self, more: Mapping[str, Value]) -> Tried:
        """Try answers beside those that were taken; what is still to be asked is filled in by something that is right."""
        known = {**self.answers, **more}
        filling = {key: value for key, value in self._filling().items() if key not in known}
        if "online" in known:
            filling.pop("place", None)
        return self.trial.answers(self.kind, NAMELESS, {**filling, **known})

    def mistakes(self, more: Mapping[str, Value]) -> Sequence[Diagnostic]:
        """Return what is wrong with answers."""
        return self.try_out(more).mistakes

    def example_days(self) -> dict[str, str]:
        """Return days to come, in words, for the examples in questions."""
        language, day = self.asker.language, self.trial.today + AHEAD
        return {
            "day": formatted(day, "d MMMM y", language),
            "later": formatted(day + AHEAD, "d MMMM y", language),
            "weekday": formatted(day, "EEEE d MMMM y", language),
        }

    def editors(self) -> str:
        """Return how the editors are reached, or nothing where the region does not say."""
        contact = self.calendar.region.contact
        return (contact.email or contact.phone or "") if contact else ""

    def _filling(self) -> dict[str, Value]:
        region = self.calendar.region
        match self.kind:
            case "event":
                organisers = [one.id for one in self.calendar.organisations if one.id]
                return {
                    "title": NAMELESS,
                    "when": "2026-01-01 10:00-11:00",
                    "organiser": organisers[0] if organisers else "",
                    "place": {"name": NAMELESS},
                    "topics": [region.topics[0].id] if region.topics else [],
                }
            case "place":
                area = next(region.all_areas(), None)
                return {"name": NAMELESS, "area": area.id if area else ""}
            case "organisation":
                return {"name": NAMELESS}
            case _:
                return {"title": NAMELESS}
