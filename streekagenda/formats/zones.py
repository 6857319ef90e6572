"""The zones of the world: those of the locked tzdata package, not those of the machine, for they are an input of a build."""

from __future__ import annotations

import os
import zoneinfo
from functools import cache
from pathlib import Path

import tzdata  # type: ignore[import-untyped]  # data, and a line that says which

_PACKAGE = Path(os.path.abspath(tzdata.__path__[0]))  # noqa: PTH100 -- where links lead is of no matter


def take_locked_zones() -> None:
    """Have zones be read from this package, as files: asked for as its resources they bring up ten modules, in 5 ms."""
    zoneinfo.reset_tzpath((_PACKAGE / "zoneinfo",))


@cache
def names() -> frozenset[str]:
    """Return the names of all zones, which the package lists (PEP 615); who asks zoneinfo has each file opened."""
    return frozenset((_PACKAGE / "zones").read_text(encoding="ascii").split())
