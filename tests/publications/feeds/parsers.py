"""ical.js as a parser of many feeds at once."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_by_ical_js(files: Iterable[Path]) -> dict[str, int]:
    """How many VEVENTs ical.js sees in each file, and that the values of each can be read."""
    script = Path(__file__).with_name("ical_js_events.mjs")
    names = "\n".join(map(str, files))
    run = subprocess.run(["node", str(script)], input=names.encode(), capture_output=True, check=True)
    counts: dict[str, int] = json.loads(run.stdout)
    return counts
