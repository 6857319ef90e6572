"""axe-core: what of WCAG 2.2, levels A and AA, a machine can find in an open page."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path("node_modules/axe-core/axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Violation:
    """One rule that is broken by one element."""

    rule: str
    element: str
    advice: str


def violations(page: Page) -> list[Violation]:
    """Ask axe about the page as it stands now. The page's own Content-Security-Policy stays in force."""
    page.evaluate(_script())
    answer: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS
    )
    return [
        Violation(rule=broken["id"], element=node["html"], advice=node["failureSummary"])
        for broken in answer["violations"]
        for node in broken["nodes"]
    ]


@cache
def _script() -> str:
    return AXE.read_text(encoding="utf-8")
