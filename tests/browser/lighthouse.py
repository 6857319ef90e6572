"""Lighthouse: what a slow telephone would meet, in Debian's Chromium: ``python -m tests.browser.lighthouse SITE``.

Of the scores, performance depends on how busy this machine is: it is the median of some runs. The others do not.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from msgspec import Struct

from tests.browser.chromium import CHROMIUM
from tests.browser.serving import served

LIGHTHOUSE = Path("node_modules/lighthouse/cli/index.js")
LASTING = ("accessibility", "best-practices", "seo")
"""The scores that are the same however busy the machine is."""
PAGES = {"home": "", "area": "wijken/zandweerd/", "event": "activiteiten/de-kern/mobiele-huiskamer/"} | {
    "subscribe": "abonneren/"
}
RUNS = 3


class Report(Struct, frozen=True, kw_only=True):
    """What Lighthouse says of one page, with its settings for a telephone."""

    scores: dict[str, int]
    """Of 100, by category."""
    faults: tuple[str, ...]
    """What kept a category under 100."""


def report(address: str, *, categories: tuple[str, ...] = ("performance", *LASTING)) -> Report:
    """Ask Lighthouse about the page at an address."""
    flags = "--headless --no-sandbox --disable-gpu --disable-background-networking"
    run = subprocess.run(
        [
            *("node", str(LIGHTHOUSE), address, "--quiet", "--output=json", "--disable-full-page-screenshot"),
            *(f"--only-categories={','.join(categories)}", f"--chrome-flags={flags}"),
        ],
        env={**os.environ, "CHROME_PATH": str(CHROMIUM)}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    answer = json.loads(run.stdout)
    audits = answer["audits"]
    return Report(
        scores={name: round((one["score"] or 0) * 100) for name, one in answer["categories"].items()},
        faults=tuple(
            f"{name}: {audits[ref['id']]['title']} {audits[ref['id']].get('displayValue', '')}".strip()
            for name, one in answer["categories"].items()
            for ref in one["auditRefs"]
            if ref["weight"] and (audits[ref["id"]]["score"] or 0) < 1 and audits[ref["id"]]["score"] is not None
        ),
    )


def main(site: Path) -> int:
    """Print the scores of the pages that matter most, and return 1 where one is under 100."""
    worst = 100
    with served(site, base="/agenda/") as address:
        for name, path in PAGES.items():
            runs = [report(address + path) for _ in range(RUNS)]
            scores = {one: round(median(run.scores[one] for run in runs)) for one in runs[0].scores}
            worst = min(worst, *scores.values())
            print(f"{name:10}", "  ".join(f"{one} {score}" for one, score in scores.items()))  # noqa: T201
            for fault in sorted({fault for run in runs for fault in run.faults if min(scores.values()) < 100}):
                print("          ", fault)  # noqa: T201
    return int(worst < 100)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
