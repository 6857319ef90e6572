"""Neighbourhoods without the code by which the open data of others can be joined with ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked


def without_code(checked: Checked) -> Iterator[Finding]:
    """A municipality with areas that have no CBS code, all of them in one finding."""
    region = checked.calendar.region
    if not checked.asked(region.source.path):
        return
    for index, municipality in enumerate(region.areas):
        areas = (municipality, *municipality.areas)
        without = [area.name.in_language(region.language).text for area in areas if area.code is None]
        if without:
            names = ", ".join(without)
            yield Finding(path=region.source.path, key=("areas", index, "name"), values={"areas": names})
