"""What a postcode looks like, in countries of which we know it; elsewhere any text is taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from streekagenda.content.findings import Findings
    from streekagenda.content.yaml_text import Path

POSTCODES = {"NL": "^[1-9][0-9]{3} ?[A-Za-z]{2}$"}
"""Regular expressions by ISO 3166 code. NEN 5825: four digits, of which the first is no 0, and two letters."""


def postcode(written: str | None, country: str, findings: Findings, path: Path) -> str | None:
    """Return a postcode as it was written; one that cannot be of the region's country is warned about."""
    if written is not None and country in POSTCODES and not re.match(POSTCODES[country], written):
        findings.add("bad-postcode", path, severity=Severity.WARNING, value=written)
    return written
