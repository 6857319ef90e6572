from __future__ import annotations

from typing import Any

import pytest

from streekagenda.formats.openstreetmap import on_the_map
from tests.examples import place


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"geo": (52.267, 6.151)}, "https://www.openstreetmap.org/?mlat=52.267&mlon=6.151#map=18/52.267/6.151"),
        ({"geo": (52.0, -0.00001)}, "https://www.openstreetmap.org/?mlat=52&mlon=-0.00001#map=18/52/-0.00001"),
        ({}, "https://www.openstreetmap.org/search?query=Dorpsplein%201%207411%20AA%20Deventer"),
        ({"postcode": None}, "https://www.openstreetmap.org/search?query=Dorpsplein%201%20Deventer"),
        ({"city": None}, None),
        ({"street": None}, None),
    ],
    ids=["a point", "near nought", "an address", "without a postcode", "without a town", "without a street"],
)
def test_the_map_shows_a_point_or_looks_up_a_whole_address(known: dict[str, Any], expected: str | None) -> None:
    assert on_the_map(place(**known)) == expected
