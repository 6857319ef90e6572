"""Names of colours (CSS Color Level 4 section 6.1): the property COLOR of a calendar takes nothing else.

A choice from the list that keeps its colours well apart: a calendar app shows a dot of it.
"""

from __future__ import annotations

from functools import lru_cache

NAMES = {
    "black": 0x000000,
    "dimgray": 0x696969,
    "darkgray": 0xA9A9A9,
    "white": 0xFFFFFF,
    "maroon": 0x800000,
    "firebrick": 0xB22222,
    "red": 0xFF0000,
    "tomato": 0xFF6347,
    "salmon": 0xFA8072,
    "saddlebrown": 0x8B4513,
    "chocolate": 0xD2691E,
    "darkorange": 0xFF8C00,
    "tan": 0xD2B48C,
    "goldenrod": 0xDAA520,
    "gold": 0xFFD700,
    "olive": 0x808000,
    "yellow": 0xFFFF00,
    "yellowgreen": 0x9ACD32,
    "darkgreen": 0x006400,
    "green": 0x008000,
    "seagreen": 0x2E8B57,
    "mediumseagreen": 0x3CB371,
    "darkslategray": 0x2F4F4F,
    "teal": 0x008080,
    "lightseagreen": 0x20B2AA,
    "turquoise": 0x40E0D0,
    "steelblue": 0x4682B4,
    "skyblue": 0x87CEEB,
    "dodgerblue": 0x1E90FF,
    "royalblue": 0x4169E1,
    "blue": 0x0000FF,
    "navy": 0x000080,
    "midnightblue": 0x191970,
    "slateblue": 0x6A5ACD,
    "indigo": 0x4B0082,
    "purple": 0x800080,
    "mediumorchid": 0xBA55D3,
    "plum": 0xDDA0DD,
    "mediumvioletred": 0xC71585,
    "hotpink": 0xFF69B4,
    "crimson": 0xDC143C,
}


@lru_cache(maxsize=256)
def nearest_name(colour: str) -> str:
    """Return the name that comes nearest to ``#1b5e4b`` or ``#abc``; raises ValueError for anything else."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6:
        raise ValueError(colour)
    wanted = _channels(int(digits, 16))

    def distance(name: str) -> int:
        # green weighs more than red, and red more than blue, as in the eye
        weights = (3, 6, 2)
        here = _channels(NAMES[name])
        return sum(weight * (one - two) ** 2 for weight, one, two in zip(weights, here, wanted, strict=True))

    return min(NAMES, key=distance)


def _channels(colour: int) -> tuple[int, int, int]:
    return colour >> 16, colour >> 8 & 0xFF, colour & 0xFF
