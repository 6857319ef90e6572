"""Names of diagnostics that stay the same while lines are added above them, so that a forge knows them again."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.cli.reports.report import Report
    from streekagenda.diagnostics import Diagnostic


def fingerprinted(report: Report) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each diagnostic with 64 hexadecimal figures, made of its file, its code and its line, not of its number."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for found in report.diagnostics:
        key = (report.file_in_repository(found), found.code, (report.line(found) or "").strip())
        seen[key] += 1
        yield found, hashlib.sha256("\0".join([*key, str(seen[key])]).encode(errors="replace")).hexdigest()
