"""Compiled templates: those of the program are found again by the next process, those of a region never."""

from __future__ import annotations

import sys
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment, FileSystemLoader

from streekagenda.rendering.compiled_templates import CompiledTemplates
from streekagenda.store import compiled

TEXT = "{% if said %}<b>{{ said }}</b>{% endif %}"


class Process:
    """A process with its own memory; ``compiled`` are the templates that it had to compile."""

    def __init__(self, program: Path, *searched: Path) -> None:
        compiled: list[str] = []

        class Counting(Environment):
            def _compile(self, source: str, filename: str) -> CodeType:
                compiled.append(Path(filename).name)
                return super()._compile(source, filename)

        self.environment = Counting(
            loader=FileSystemLoader([*searched, program / "templates"]),
            bytecode_cache=CompiledTemplates(program / "templates", program / "code"),
        )
        self.compiled = compiled

    def say(self, template: str = "page.html") -> str:
        return self.environment.get_template(template).render(said="Koffie")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folder = tmp_path / "program"
    for name in ("templates", "code"):
        (folder / name).mkdir(parents=True)
    (folder / "templates/page.html").write_text(TEXT, encoding="utf-8")
    return folder


def kept(program: Path) -> list[Path]:
    return sorted(path for path in program.rglob("*") if path.parent.name == "__pycache__")


def test_next_process_compiles_nothing(program: Path) -> None:
    first, second = Process(program), Process(program)
    assert (first.say(), first.compiled) == ("<b>Koffie</b>", ["page.html"])
    assert (second.say(), second.compiled) == ("<b>Koffie</b>", [])
    assert [path.relative_to(program).as_posix() for path in kept(program)] == [
        f"code/__pycache__/template-page.{sys.implementation.cache_tag}.pyc"
    ]


def test_one_process_compiles_once_also_where_nothing_can_be_kept(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    one = Process(program)
    assert one.say() == one.say() == "<b>Koffie</b>"
    one.environment.cache.clear()  # type: ignore[union-attr] -- as another language begins
    assert one.say() == "<b>Koffie</b>"
    assert one.compiled == ["page.html"]
    assert kept(program) == []


def test_changed_template_is_compiled_anew(program: Path) -> None:
    Process(program).say()
    (program / "templates/page.html").write_text("<i>{{ said }}</i>", encoding="utf-8")
    after = Process(program)
    assert (after.say(), after.compiled) == ("<i>Koffie</i>", ["page.html"])
    assert Process(program).say() == "<i>Koffie</i>"


def test_changed_program_compiles_anew(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Process(program).say()
    monkeypatch.setattr(compiled, "running", lambda: b"another")
    after = Process(program)
    assert (after.say(), after.compiled) == ("<b>Koffie</b>", ["page.html"])


def test_template_of_a_region_is_never_kept_nor_taken_from_what_is_kept(program: Path, tmp_path: Path) -> None:
    region = tmp_path / "region"
    region.mkdir()
    (region / "page.html").write_text(TEXT, encoding="utf-8")
    for _ in range(2):
        process = Process(program, region)
        assert (process.say(), process.compiled) == ("<b>Koffie</b>", ["page.html"])
    assert kept(program) == []
    Process(program).say()
    assert len(kept(program)) == 1
    process = Process(program, region)
    assert (process.say(), process.compiled) == ("<b>Koffie</b>", ["page.html"])


def test_the_way_to_the_layouts_of_the_program_does_not_matter(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Process(program).say()
    monkeypatch.chdir(program)
    process = Process(Path())
    assert (process.say(), process.compiled) == ("<b>Koffie</b>", [])


@pytest.mark.parametrize("content", [b"", b"rubbish", None])
def test_damaged_code_is_compiled_anew_and_mended(program: Path, content: bytes | None) -> None:
    Process(program).say()
    [file] = kept(program)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if content is None else content)
    after = Process(program)
    assert (after.say(), after.compiled) == ("<b>Koffie</b>", ["page.html"])
    assert file.read_bytes() == whole


def test_where_nothing_can_be_written_all_is_made_the_same(program: Path) -> None:
    (program / "code/__pycache__").write_bytes(b"a file in its place")
    for _ in range(2):
        process = Process(program)
        assert (process.say(), process.compiled) == ("<b>Koffie</b>", ["page.html"])
