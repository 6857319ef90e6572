"""Neighbourhoods without the code by which the open data of others can be joined with ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked


def without_code(checked: Checked) -> Iterator[Finding]:
    """A municipality with areas that have no CBS code, all of them in one finding, where others have one.

    Only municipalities and the areas right below them: what lies in a neighbourhood often has no code of its own.
    """
    region = checked.calendar.region
    if not checked.asked(region.source.path) or all(area.code is None for area in region.all_areas()):
        return
    for index, municipality in enumerate(region.areas):
        areas = (municipality, *municipality.areas)
        without = [area.name.in_language(region.language).text for area in areas if area.code is None]
        if without:
            names = ", ".join(without)
            yield Finding(path=region.source.path, key=("areas", index, "name"), values={"areas": names})
