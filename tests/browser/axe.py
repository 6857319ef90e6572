"""axe-core: what of WCAG 2.2, levels A and AA, a machine can find in an open page."""

from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from playwright.sync_api import Page

AXE = Path("node_modules/axe-core/axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALL = {"type": "tag", "values": TAGS}
LAYOUT = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}
"""The rules of these levels that look at where things stand: all that can come out otherwise with larger text."""
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules of these levels that look at colours: all that can come out otherwise in the dark."""
ELSEWHERE = {"type": "rule", "values": [*COLOURS["values"], *LAYOUT["values"]]}


class Violation(Struct, frozen=True, kw_only=True):
    """One rule that is broken by one element."""

    rule: str
    element: str
    advice: str


def violations(page: Page) -> list[Violation]:
    """Ask axe about the page in the light and in the dark. The page's own Content-Security-Policy stays in force."""
    found = asked(page, ALL)
    page.emulate_media(color_scheme="dark")
    found += asked(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return found


def asked(page: Page, only: dict[str, Any]) -> list[Violation]:
    """Ask axe about some rules, in the page as it is now."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_script())
    answer: dict[str, Any] = page.evaluate(
        """only => axe.run(document, {
            runOnly: only, resultTypes: ['violations'],
        })""",
        only,
    )
    return [
        Violation(rule=broken["id"], element=node["html"], advice=node["failureSummary"])
        for broken in answer["violations"]
        for node in broken["nodes"]
    ]


@cache
def _script() -> str:
    return AXE.read_text(encoding="utf-8")
