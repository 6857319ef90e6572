"""Whatever stands in a file, a report only shows it: no command, no mark-up, no colour, nothing turned around."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from streekagenda.cli.reports.printable import printable
from streekagenda.diagnostics import Correction, Diagnostic, Location, Severity, problem
from tests.cli.reports.region import EVENT, KOFFIE, lines, reported

HOSTILE = [
    "een\nregel\r\nmeer",
    "::error file=x::y",
    "%0A::warning::x",
    "##[add-mask]geheim",
    "\n::stop-commands::x",
    "\x1b[31mrood\x1b[0m \x1b]0;titel\x07 \x9b31m",
    "\u202eeiffok\u2069\u200f",
    "een\u2028twee\u2029drie\x85vier",
    "<script>alert(1)</script> <!-- <img src=x onerror=alert(1)>",
    "[klik](https://kwaad.example) https://kwaad.example www.kwaad.example",
    "@redacteur #12 !12 *sterren* _strepen_ `code` ~~door~~ | x",
    "```\n~~~\n---\n# kop\n- lijst\n/close",
    '"}], "errors": 0, "x": [{"',
    "\x00\x08\t\v\f",
    "\ud800 \udfff half",
]
COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>.*?)::(?P<message>.*)")


def about(text: str) -> tuple[Diagnostic, ...]:
    """Return a diagnostic with a text as its value, its suggestion and its correction."""
    return (
        problem(
            "unknown-key-near",
            Location(path=KOFFIE, line=2, column=1),
            severity=Severity.ERROR,
            suggestion=text,
            correction=Correction(start=1, end=6, text=text.replace("\n", " ")),
            key=text,
            near=text,
        ),
    )


def printed(folder: Path, text: str, form: str) -> list[str]:
    """Return the report of one diagnostic, on a line of the file that holds the text too."""
    line = re.sub(r"[\r\n]", " ", text).encode("utf-8", "replace").decode()
    report = reported(folder, event=EVENT.replace("titel: Koffie", f"titel: {line}"), more=())
    return lines(replace(report, diagnostics=about(text)), form)


def is_shown(text: str) -> bool:
    """Whether every character is one that is seen; U+200C and U+200D join letters and emoji."""
    return not {unicodedata.category(one) for one in text if one not in "\u200c\u200d"} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["text", "github", "gitlab", "sarif", "json", "markdown"])
def test_nothing_is_obeyed_hidden_or_turned_around(form: str, text: str, tmp_path: Path) -> None:
    assert all(is_shown(line) for line in printed(tmp_path, text, form))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_holds_no_command_of_a_runner(text: str, tmp_path: Path) -> None:
    # The runner trims a line before it looks for "::", and finds "##[" anywhere (actions/runner, ActionCommand.cs).
    for line in printed(tmp_path, text, "text"):
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


@pytest.mark.parametrize("text", HOSTILE)
def test_github_reads_one_command_with_the_message_as_it_is(text: str, tmp_path: Path) -> None:
    command, *rest = printed(tmp_path, text, "github")
    assert [line for line in rest if line.lstrip().startswith("::")] == []
    found = COMMAND.fullmatch(command)
    assert found
    assert found["properties"].split(",")[0] == "file=content/events/de-kern/koffie.md"
    message = found["message"].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    assert message.startswith(
        f"“{printable(text)}” is geen woord dat hier kan staan. Bedoel je “{printable(text)}”?\n→ "
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_programs_get_the_message_as_it_is(text: str, tmp_path: Path) -> None:
    (found,) = json.loads("\n".join(printed(tmp_path, text, "json")))["diagnostics"]
    assert found["message"] == f"“{text}” is geen woord dat hier kan staan. Bedoel je “{text}”?"
    assert found["suggestion"] == text
    (issue,) = json.loads("\n".join(printed(tmp_path, text, "gitlab")))
    assert issue["description"].startswith(f"“{printable(text)}” is geen woord dat hier kan staan.")
    SarifLog.model_validate_json("\n".join(printed(tmp_path, text, "sarif")))


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_the_text_and_nothing_comes_alive(text: str, tmp_path: Path) -> None:
    blocks = MarkdownIt("commonmark", {"html": True}).parse("\n".join(printed(tmp_path, text, "markdown")))
    inner = [token for block in blocks if block.type == "inline" for token in block.children or []]
    assert {token.content for token in inner if token.type == "html_inline"} <= {"<!-- -->"}
    assert {token.type for token in inner} <= {
        "text", "text_special", "html_inline", "code_inline", "strong_open", "strong_close", "softbreak",
    }  # fmt: skip
    assert [block.type for block in blocks if block.type in {"fence", "html_block", "hr", "code_block"}] == ["fence"]
    said = "".join(token.content for token in inner if token.type in {"text", "text_special"})
    assert " ".join(f"“{printable(text)}” is geen woord dat hier kan staan.".split()) in " ".join(said.split())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_shown(text: str) -> None:
    shown = printable(text)
    assert is_shown(shown)
    assert len(shown) == len(text)
    assert shown == text or not text.isprintable()
