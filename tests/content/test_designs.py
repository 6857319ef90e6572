"""What region.yaml asks of the layouts that they do not have."""

from pathlib import Path

import pytest

from streekagenda.content.calendar import validate
from streekagenda.content.designs import Design
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read
from streekagenda.diagnostics import Severity
from tests.content_files import EVENT, GOOD, REGION, TODAY, written

DESIGN = Design(languages=frozenset({"nl", "en"}), icons=frozenset({"coffee", "soup", "wheelchair"}))

ASKED = [
    ("languages: [nl, en]", "languages: [nl, en]", []),
    ("languages: [nl, en]", "languages: [nl, en, de]", [("language-without-words", None)]),
    ("name: Ontmoeten}", "name: Ontmoeten, icon: coffee}", []),
    ("name: Ontmoeten}", "name: Ontmoeten, icon: cofee}", [("unknown-icon-near", "coffee")]),
    ("name: Rolstoel}", "name: Rolstoel, icon: trein}", [("unknown-icon", None)]),
    ("topics:\n", "theme: {primary: '#1b5e4b'}\ntopics:\n", []),
    (
        "topics:\n",
        "theme: {primery: '#1b5e4b', lettertype: Arial}\ntopics:\n",
        [("unknown-key-near", "primary"), ("unknown-key", None)],
    ),
]


@pytest.mark.parametrize(("part", "other", "expected"), ASKED)
def test_what_the_layouts_lack_is_a_warning(
    tmp_path: Path, part: str, other: str, expected: list[tuple[str, str | None]]
) -> None:
    """The site is made all the same."""
    assert part in REGION
    written(tmp_path, {**GOOD, "region.yaml": REGION.replace(part, other), "events/de-kern/koffie.md": EVENT})
    result = validate(read(tmp_path), tmp_path, history=FileHistory(), today=TODAY, design=DESIGN)
    assert [(one.code, one.suggestion) for one in result.diagnostics] == expected
    assert {one.severity for one in result.diagnostics} <= {Severity.WARNING}
    assert {one.location.path for one in result.diagnostics} <= {"region.yaml"}
    assert result.calendar is not None
    assert len(result.calendar.events) == 1
