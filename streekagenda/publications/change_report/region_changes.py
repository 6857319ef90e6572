"""What a change of the region itself does to everything: that no event's file was touched does not mean that all stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.urls import Addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.region import Region
    from streekagenda.rendering.words import Words

_TOLD = ("url", "timezone", "languages", "country", "source")
"""Fields that have a sentence of their own, or that nobody sees."""
_KEYS = {
    "horizon_months": "horizon",
    "archive_months": "archive",
    "closures": "closed",
    "tiles": "map",
    "embed_allowed": "embed",
    "avoid": "wording",
}
"""The keys of ``region.yaml`` that have another name in the model."""


def moves_everything(before: Region, after: Region) -> bool:
    """Whether everybody who follows some calendar of the region notices, whatever events were touched."""
    return (before.url, before.timezone) != (after.url, after.timezone)


def region_changes(before: Region, after: Region, words: Words) -> Iterator[str]:
    """Yield what the change of a region does, the gravest first, each in plain text."""
    say = words.gettext
    if before.timezone != after.timezone:
        yield say(
            "The time zone was %(before)s and becomes %(after)s. Every time in every calendar is then of that zone: "
            "who follows one sees all activities at another moment when the clocks of the two differ."
        ) % {"before": before.timezone, "after": after.timezone}
    if before.url != after.url:
        yield say(
            "The address of the site was %(before)s and becomes %(after)s. All pages and all calendars move there: who "
            "follows a calendar loses it, unless the old address leads to the new one."
        ) % {"before": before.url, "after": after.url}
        if _host(before) != _host(after):
            yield say(
                "With it changes by what calendar programs know each activity: who follows a calendar sees all of it "
                "once more as new. Only an activity with a uid: of its own stays the same."
            )
    if before.languages != after.languages:
        yield say("The languages were %(before)s and become %(after)s.") % {
            "before": ", ".join(before.languages),
            "after": ", ".join(after.languages),
        }
    if before.country != after.country:
        yield say("The holidays were those of %(before)s and become those of %(after)s.") % {
            "before": before.country,
            "after": after.country,
        }
    named = [name for name in before.__struct_fields__ if name not in _TOLD]
    other = [_KEYS.get(name, name) for name in named if getattr(before, name) != getattr(after, name)]
    if other:
        yield say("Different in region.yaml: %(keys)s.") % {"keys": ", ".join(other)}


def _host(region: Region) -> str:
    return Addresses(url=region.url, languages=region.languages).host
