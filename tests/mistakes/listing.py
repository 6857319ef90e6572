"""``python -m tests.mistakes.listing`` writes docs/mistakes.md: every mistake that is shown here, and what one reads."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path("docs/mistakes.md")
CASES = sorted(Path("tests/mistakes").glob("*.md"))
_DUTCH = re.compile(r"## In Dutch\n\n~~~text\n[^\n]*?:\d+:\d+: (?:fout|let op|tip): (?P<said>[^\n]+)")
_HEAD = """\
# Fouten, en wat je dan leest

Van elke fout hieronder staat in de map `tests/mistakes` een bestand waarin hij zit, met de woorden in het Nederlands en in het
Engels. Wat goed is, maar onhandig, staat bij [de controles](checks/README.md).

"""


def listing() -> str:
    """Return the page."""
    lines = []
    for case in CASES:
        text = case.read_text(encoding="utf-8")
        said = _DUTCH.search(text)
        assert said, case
        title = text.partition("\n")[0].removeprefix("# ")
        lines.append(f"- [{title}](../{case.as_posix()}): {said['said']}\n")
    return _HEAD + "".join(lines)


if __name__ == "__main__":
    PAGE.write_text(listing(), encoding="utf-8", newline="\n")
