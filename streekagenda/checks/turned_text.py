"""Signs that turn text around (Unicode UAX #9): what stands there then reads otherwise than it is.

What stands above a body is read by YAML, where such a sign is a mistake already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked

_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates (CVE-2021-42574); not the marks that Arabic and Hebrew use beside a number."""


def turned_texts(checked: Checked) -> Iterator[Finding]:
    """Texts with such a sign; each of them once."""
    for texts in checked.texts:
        for passage in texts.passages:
            found = _TURNING.search(passage.text)
            if found:
                yield Finding(
                    path=texts.path,
                    key=passage.key,
                    language=passage.language,
                    excerpt=found[0],
                    values={"sign": f"U+{ord(found[0]):04X}"},
                )
