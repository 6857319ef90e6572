"""A region as a site for Pelican: an event is an article, with an author, one category and tags; there is no more to choose by."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from bench.peers.material import written

if TYPE_CHECKING:
    from pathlib import Path

LACKS = (
    "places, weeks, combinations of two, embeds, calendars but one of everything, JSON, and more than an event's first date"
    " in a month; rules are expanded and dates said before the clock"
)


def write(told: dict[str, Any], templates: Path, folder: Path) -> None:
    """Write theme, settings and content."""
    shutil.copytree(templates, folder, dirs_exist_ok=True)
    written(folder / "about.json", {name: told[name] for name in ("today", "soon", "recent")})
    for event in told["events"]:
        first = event["dates"][0]
        front = {
            "Title": event["title"],
            "Date": first["start"],
            "Author": event["organisation"],
            "Organiser": event["organiser"],
            "Category": first["areas"][-1],
            "Tags": ", ".join([*event["topics"], *event["audiences"]]),
            "Price": event["price"],
            "Last": event["last"],
            "Formal": json.dumps(event["formal"], ensure_ascii=False),
            "Dates": json.dumps(event["dates"], ensure_ascii=False),
        }
        lines = [f"{key}: {value}" for key, value in front.items()]
        written(folder / f"content/activiteiten/{event['id']}.md", "\n".join([*lines, "", event["body"], ""]))
