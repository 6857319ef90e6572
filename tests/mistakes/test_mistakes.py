"""What a partner reads for each mistake: every ``*.md`` beside this file shows a file with a mistake and the exact words."""

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from streekagenda import pipeline, preparing
from streekagenda.cli.reports import text_report
from streekagenda.content.history import FileHistory
from streekagenda.content.rewriting import rewritten
from streekagenda.diagnostics import Diagnostic
from tests.mistakes.listing import PAGE, listing

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*.md"))
LAYOUTS = HERE.parents[1] / "layouts"
NOW = datetime(2026, 11, 22, 12)

CASE = re.compile(
    r"# (?P<title>.+)\n\n`(?P<path>.+)`\n\n~~~text\n(?P<content>.*?)~~~\n\n"
    r"## In Dutch\n\n~~~text\n(?P<nl>.*?)\n~~~\n\n## In English\n\n~~~text\n(?P<en>.*?)\n~~~\n",
    re.DOTALL,
)


def settings(folder: Path) -> pipeline.Settings:
    return pipeline.Settings(content=folder, layouts=LAYOUTS, output=folder.parent / "site", now=NOW)


def said(path: str, content: str, folder: Path, language: str) -> str:
    """Check a small good region with one file added, and return the report as a partner reads it."""
    shutil.copytree(HERE / "region", folder)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(content, encoding="utf-8", newline="\n")
    found = preparing.believed(settings(folder), FileHistory()).diagnostics
    words = preparing.translations(settings(folder))
    lines = text_report(found, folder, words, language)
    return "\n".join(line.replace(f"{folder}/", "") for line in lines)


def test_mistakes_are_shown() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_mistake_is_said_in_these_words(case: Path, tmp_path: Path) -> None:
    shown = CASE.fullmatch(case.read_text(encoding="utf-8"))
    assert shown, "a case has a title, a path, the file, and the words in Dutch and in English"
    assert said(shown["path"], shown["content"], tmp_path / "nl", "nl") == shown["nl"]
    assert said(shown["path"], shown["content"], tmp_path / "en", "en") == shown["en"]


def found_in(path: str, content: bytes, folder: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a small good region with one file added."""
    shutil.copytree(HERE / "region", folder)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(content)
    return preparing.believed(settings(folder), FileHistory()).diagnostics


_HIDDEN = {"tab": ["when-no-time"]}
"""What is said next, of a mistake that hid another."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_line_behind_the_arrow_mends_the_mistake(case: Path, tmp_path: Path) -> None:
    shown = CASE.fullmatch(case.read_text(encoding="utf-8"))
    assert shown
    before = found_in(shown["path"], shown["content"].encode(), tmp_path / "before")
    copied = [
        (one.location.line, one.correction) for one in before if one.correction and "…" not in one.correction.text
    ]
    if not copied:
        return
    content = rewritten(shown["content"].encode(), copied)
    assert content is not None
    mended = {(one.location.line, one.code) for one in before if (one.location.line, one.correction) in copied}
    after = found_in(shown["path"], content, tmp_path / "after")
    assert mended & {(one.location.line, one.code) for one in after} == set()
    others = [one.code for one in before if (one.location.line, one.code) not in mended]
    assert [one.code for one in after] == others + _HIDDEN.get(case.stem, [])


def test_rest_of_the_site_is_there_beside_a_mistake(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(HERE / "region", folder)
    (folder / "events/de-kern/stuk.md").write_text("---\ntitel: Stuk\n---\n", encoding="utf-8")
    built = pipeline.build(settings(folder))
    assert built.errors > 0
    assert (tmp_path / "site/activiteiten/de-kern/soep/index.html").is_file()
    assert not (tmp_path / "site/activiteiten/de-kern/stuk").exists()


def test_page_of_all_mistakes_is_as_it_is_made() -> None:
    assert PAGE.read_text(encoding="utf-8") == listing(), "python -m tests.mistakes.listing writes it anew"
