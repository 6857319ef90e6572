from __future__ import annotations

import pytest

from streekagenda.formats.css_colours import nearest_name


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("#008080", "teal"),
        ("#018180", "teal"),
        ("#fff", "white"),
        ("#1b5e4b", "darkslategray"),
        ("#FFCC00", "gold"),
        ("#c00", "red"),
        ("#4169e0", "royalblue"),
    ],
)
def test_a_colour_gets_the_name_that_comes_nearest(colour: str, name: str) -> None:
    assert nearest_name(colour) == name


@pytest.mark.parametrize("nonsense", ["#12345", "rood", "#gggggg"])
def test_what_is_no_colour_is_refused(nonsense: str) -> None:
    with pytest.raises(ValueError, match=nonsense.removeprefix("#")):
        nearest_name(nonsense)
