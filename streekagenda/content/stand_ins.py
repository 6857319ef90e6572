"""What stands in for what is missing, so that the files that are there can be looked at all the same."""

from __future__ import annotations

from streekagenda.diagnostics import Location
from streekagenda.model.region import Region, Theme
from streekagenda.model.text import Said, Text


def named_after(content_id: str) -> Text:
    """Return a name made of an id: ``plekken/het-huis`` is "Het huis"."""
    said = content_id.rpartition("/")[2].replace("-", " ").capitalize()
    return Text(versions=(Said(text=said, language="nl"),))


STAND_IN = Region(
    title=named_after("region"), url="https://example.org/", theme=Theme(), source=Location(path="region.yaml")
)
"""The region with which files are looked at when there is none."""

TOLD_BY_THE_REGION = (
    "unknown-area",
    "unknown-topic",
    "unknown-audience",
    "unknown-facility",
    "unknown-language",
    "unknown-exception",
    "when-which-period",
    "no-school-region",
    "no-area",
    "bad-postcode",
)
"""Codes of what is only wrong when the region is right."""
