"""For tools that collect results of tools: SARIF 2.1.0 (OASIS, 27 March 2020)."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from streekagenda import __version__
from streekagenda.cli.reports.fingerprints import fingerprinted
from streekagenda.diagnostics import Severity
from streekagenda.formats.json_text import json_printed
from streekagenda.rendering.translations import DIAGNOSTIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.cli.reports.report import Report
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.formats.json_text import JsonObject

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_VALUE = re.compile(r"%\(\w+\)s")


def lines(report: Report) -> Iterator[str]:
    """Yield one log with one run."""
    codes = list(dict.fromkeys(found.code for found in report.diagnostics))
    driver: JsonObject = {
        "name": "Streekagenda",
        "version": __version__,
        "rules": [_rule(report, code) for code in codes],
    }
    yield json_printed(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": driver},
                    "columnKind": "unicodeCodePoints",
                    "results": [
                        _result(report, found, codes.index(found.code), fingerprint)
                        for found, fingerprint in fingerprinted(report)
                    ],
                }
            ],
        }
    )


def _rule(report: Report, code: str) -> JsonObject:
    """Return what is said of a code, whatever the values."""
    said = _VALUE.sub("…", report.words.pgettext(DIAGNOSTIC, code))
    return {"id": code, "shortDescription": {"text": said}, "help": {"text": said}}


def _result(report: Report, found: Diagnostic, rule: int, fingerprint: str) -> JsonObject:
    line = found.location.line
    file, region = _artifact(report.file_in_repository(found)), _region(line, *report.marked(found))
    result: JsonObject = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": report.say_with_correction(found)},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
        "partialFingerprints": {"streekagenda/v1": fingerprint},
    }
    if found.others:
        there = [_artifact(report.in_repository(path)) for path in found.others]
        result["relatedLocations"] = [{"physicalLocation": {"artifactLocation": one}} for one in there]
    if found.correction and found.correction.certain:
        deleted: JsonObject = {
            "startLine": line,
            "startColumn": found.correction.start,
            "endColumn": found.correction.end,
        }
        replacement: JsonObject = {"deletedRegion": deleted, "insertedContent": {"text": found.correction.text}}
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": file, "replacements": [replacement]}]}]
    return result


def _artifact(path: str) -> JsonObject:
    return {"uri": quote(os.fsencode(path))}


def _region(line: int, start: int, end: int) -> JsonObject:
    """Return a stretch of a line, ``end`` behind its last column; a place where the two are the same."""
    known: JsonObject = {"startLine": line, "startColumn": start}
    return {**known, "endColumn": end} if end > start else known
