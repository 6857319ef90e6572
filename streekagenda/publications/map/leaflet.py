"""The code of the map: Leaflet (leafletjs.com, BSD 2-clause), published with the site, since no page asks another host."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from streekagenda.output import Output, ready

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "static/leaflet/"
FILES = (
    "leaflet.js",
    "leaflet.css",
    "images/marker-icon.png",
    "images/marker-icon-2x.png",
    "images/marker-shadow.png",
)
"""What a map with markers needs; the rest of the package is for who works on Leaflet itself."""


def outputs() -> Iterator[Output]:
    """Yield them all."""
    # importlib.resources brings tempfile, shutil and zipfile with it: 4 ms of each build
    data = Path(import_module("xstatic.pkg.leaflet").BASE_DIR)
    for name in FILES:
        yield ready(FOLDER + name, (data / name).read_bytes())
