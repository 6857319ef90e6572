"""A region as a site for Eleventy: an event is a page, the rest are paginations over collections, in plain JavaScript."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from bench.peers.hugo_site import front_matter
from bench.peers.material import written

if TYPE_CHECKING:
    from pathlib import Path

LACKS = (
    "search, a screen, a page to subscribe, schemas, folded lines; rules are expanded and dates said before the clock"
)


def write(told: dict[str, Any], templates: Path, folder: Path) -> None:
    """Write templates and content."""
    shutil.copytree(templates, folder, dirs_exist_ok=True)
    written(folder / "_data/about.json", {name: told[name] for name in ("today", "soon", "recent")})
    written(folder / "_data/periods.json", told["periods"])
    written(folder / "_data/terms.json", told["terms"])
    for event in told["events"]:
        front = json.dumps(front_matter(event), ensure_ascii=False, indent=1)
        written(folder / f"events/{event['id']}.md", f"---json\n{front}\n---\n{event['body']}\n")
