"""A region as a site for Hugo: an event is a page, all that it is chosen by are taxonomies, each with its outputs."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from bench.peers.material import facets, pairs, written

if TYPE_CHECKING:
    from pathlib import Path

LACKS = (
    "search, a screen, a page to subscribe, schemas, folded lines; rules are expanded and dates said before the clock"
)


def write(told: dict[str, Any], templates: Path, folder: Path) -> None:
    """Write templates and content."""
    shutil.copytree(templates, folder, dirs_exist_ok=True)
    for name in ("today", "soon", "recent"):
        written(folder / "data/about.json", {name: told[name] for name in ("today", "soon", "recent")})
    written(folder / "data/periods.json", told["periods"])
    for one in told["terms"]:
        written(folder / f"content/{one['kind']}/{one['id']}/_index.md", page({"title": one["title"]}, one["body"]))
    for event in told["events"]:
        written(folder / f"content/activiteiten/{event['id']}.md", page(front_matter(event), event["body"]))


def front_matter(event: dict[str, Any]) -> dict[str, Any]:
    """Return what stands above an event's text."""
    return {
        "title": event["title"],
        "organisaties": [event["organisation"]],
        "plekken": facets(event, "place"),
        "wijken": facets(event, "areas"),
        "onderwerpen": event["topics"],
        "doelgroepen": event["audiences"],
        **pairs(event),
        **{key: event[key] for key in ("organiser", "price", "booking", "formal", "dates", "last")},
    }


def page(front: dict[str, Any], body: str) -> str:
    """Return a file with its front matter as JSON, which Hugo reads quickest."""
    return f"{json.dumps(front, ensure_ascii=False, indent=1)}\n\n{body}\n"
