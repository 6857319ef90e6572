"""No false alarm: the example region gives no warning, and advice that a volunteer would find right."""

from datetime import datetime
from pathlib import Path

from streekagenda import pipeline
from streekagenda.diagnostics import Severity

ADVICE = [
    ("events/avedan/kaarten-op-maandag.md", "unconfirmed"),
    ("events/bibliotheken-overijssel/proeftafel-leeskring-op-afstand.md", "no-phone"),  # a plan that still seeks a way
    ("region.yaml", "area-without-code"),  # Rotterdam
    ("region.yaml", "area-without-code"),  # Zwolle
]


def test_example_region_gives_no_warning(tmp_path: Path) -> None:
    settings = pipeline.Settings(
        content=Path("content"), layouts=Path("layouts"), output=tmp_path, now=datetime(2026, 11, 22, 12)
    )
    told = [one for one in pipeline.check(settings).diagnostics if one.code not in {"no-history", "shallow-history"}]
    assert [(one.location.path, one.code) for one in told if one.severity is not Severity.ADVICE] == []
    assert [(one.location.path, one.code) for one in told] == ADVICE
