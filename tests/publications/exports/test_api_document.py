"""docs/api.md says what is published, and its examples work."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from streekagenda.publications.exports.descriptions import FILES
from tests.publications.exports.judges import complaints, openapi_complaints

TEXT = Path("docs/api.md").read_text(encoding="utf-8")
MADE_UP = "https://agenda.example.nl/"


def blocks(language: str) -> list[tuple[str, str]]:
    """What stands behind the name of the language of each code block, and the block."""
    return re.findall(rf"^```{language}\b *(\S*)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def description(example_site: Path) -> Any:
    return json.loads((example_site / "api/v1/openapi.json").read_text(encoding="utf-8"))


def test_every_file_of_the_example_region_is_as_its_schema_says(example_site: Path, description: Any) -> None:
    folder = example_site / "api/v1"
    files = [
        (file.schema, path)
        for file in FILES
        for path in (folder.glob("occurrences/*.json") if file.of_month else [folder / f"{file.name}.json"])
    ]
    assert len(files) > 30
    for schema, path in files:
        judged = json.loads((folder / schema).read_text(encoding="utf-8"))
        assert complaints(json.loads(path.read_text(encoding="utf-8")), judged) == [], path
    described = {path for _, path in files} | {folder / file.schema for file in FILES} | {folder / "openapi.json"}
    assert described == set(folder.rglob("*.json"))
    assert openapi_complaints(description) == []


def test_the_document_names_every_file_and_its_schema() -> None:
    rows = re.findall(r"^\| `([^`]+)` \|.*\| (?:`([^`]+)`|–) \|$", TEXT, re.MULTILINE)
    assert rows == [*((f"{file.name}.json", file.schema) for file in FILES), ("openapi.json", "")]


@pytest.mark.parametrize(("shape", "block"), blocks("json"))
def test_a_thing_in_the_document_is_as_its_schema_says(shape: str, block: str, description: Any) -> None:
    schema = {"$ref": f"#/components/schemas/{shape}", "components": description["components"]}
    assert complaints(json.loads(block), schema) == []


def test_the_python_of_the_document_counts_every_month(example_address: str, example_site: Path) -> None:
    ((_, program),) = blocks("python")
    said = _said([sys.executable, "-c", program.replace(MADE_UP, example_address)])
    counted = dict(line.split() for line in said)
    assert sorted(counted) == sorted(path.stem for path in (example_site / "api/v1/occurrences").iterdir())
    assert int(counted["2026-12"]) > 0


def test_the_javascript_of_the_document_lists_what_is_on(example_address: str) -> None:
    ((_, program),) = blocks("js")
    said = _said(["node", "--input-type=module", "--eval", program.replace(MADE_UP, example_address)])
    assert len(said) == 5
    for line in said:
        assert re.fullmatch(r"2026-1[12]-\d\d(T\d\d:\d\d)? .+ https://\S+/activiteiten/\S+#2026-1[12]-\d\d", line), line


def _said(command: list[str]) -> list[str]:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()
