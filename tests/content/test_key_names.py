"""Names of keys are kept beside the program, and are those of the declarations."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from streekagenda.content.declarations import key_names, keys


@pytest.fixture(autouse=True)
def _forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(key_names, "_FILE", tmp_path / "names.json")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    key_names.english_of_dutch.cache_clear()
    yield
    key_names.english_of_dutch.cache_clear()


def test_what_was_kept_is_what_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    declared = keys.declared_names()
    assert key_names.english_of_dutch() == declared
    key_names.english_of_dutch.cache_clear()
    monkeypatch.setattr(keys, "declared_names", None)
    assert key_names.english_of_dutch() == declared
    assert declared["wanneer"] == "when"


def test_what_is_damaged_is_asked_anew() -> None:
    key_names.english_of_dutch()
    file = key_names._FILE
    content = file.read_bytes()
    file.write_bytes(content.replace(b"when", b"wenn"))
    key_names.english_of_dutch.cache_clear()
    assert key_names.english_of_dutch() == keys.declared_names()
    assert json.loads(file.read_bytes().partition(b"\n")[2]) == keys.declared_names()


@pytest.mark.parametrize("modules", ["streekagenda.content.records", "streekagenda.pipeline, streekagenda.reread"])
def test_who_reads_no_file_brings_up_neither_declarations_nor_yaml(modules: str) -> None:
    asked = f"import sys, {modules}; print(*{{one.partition('.')[0] for one in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert "streekagenda" in done.stdout.split()
    assert not {"pydantic", "yaml"} & set(done.stdout.split())
