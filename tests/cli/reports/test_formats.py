"""Every form of a report, to the letter: the files beside this one."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from streekagenda import __version__
from streekagenda.cli.reports import FORMATS
from tests.cli.reports.region import ADVICE, EVENT, lines, reported

HERE = Path(__file__).parent
EXPECTED = {
    "text": "report.txt",
    "json": "report.json",
    "github": "report.github",
    "gitlab": "report.gitlab.json",
    "sarif": "report.sarif",
    "markdown": "report.md",
}


@pytest.mark.parametrize("form", EXPECTED)
def test_report_is_this_to_the_letter(form: str, tmp_path: Path) -> None:
    printed = "\n".join(lines(reported(tmp_path), form)) + "\n"
    expected = (HERE / EXPECTED[form]).read_text(encoding="utf-8").replace("VERSION", __version__)
    assert printed.replace(tmp_path.as_posix(), "/region") == expected


def test_every_form_is_shown() -> None:
    assert {*FORMATS} == EXPECTED.keys()


def test_sarif_is_what_its_schema_allows(tmp_path: Path) -> None:
    log = SarifLog.model_validate_json("\n".join(lines(reported(tmp_path), "sarif")))
    (run,) = log.runs
    assert [(one.ruleId, one.level.value) for one in run.results] == [
        ("when-no-year", "error"),
        ("no-area", "warning"),
        ("unknown-key-near", "error"),
        ("no-history", "note"),
    ]


def test_sarif_proposes_only_what_is_certain(tmp_path: Path) -> None:
    (run,) = json.loads("\n".join(lines(reported(tmp_path), "sarif")))["runs"]
    assert [one["ruleId"] for one in run["results"] if "fixes" in one] == ["unknown-key-near"]


def test_fingerprints_stay_when_lines_are_added_above(tmp_path: Path) -> None:
    def fingerprints(event: str) -> list[str]:
        return [one["fingerprint"] for one in json.loads("\n".join(lines(reported(tmp_path, event=event), "gitlab")))]

    assert fingerprints(EVENT.replace("---\n", "---\n# een\n# twee\n", 1)) == fingerprints(EVENT)


def test_same_mistake_on_equal_lines_has_two_fingerprints(tmp_path: Path) -> None:
    event = EVENT.replace("onderwerpn: [ontmoeten]\n", "links:\n  - {url: x, titel: X}\n  - {url: x, titel: X}\n")
    found = json.loads("\n".join(lines(reported(tmp_path, event=event), "gitlab")))
    links = [one["fingerprint"] for one in found if one["check_name"] == "bad-url"]
    assert len(links) == len(set(links)) == 2


@pytest.mark.parametrize(("form", "empty"), [
    ("text", ["Er zijn geen fouten gevonden."]),
    ("github", ["Er zijn geen fouten gevonden."]),
    ("gitlab", ["[]"]),
    ("markdown", ["## Er zijn geen fouten gevonden"]),
])  # fmt: skip
def test_report_of_nothing(form: str, empty: list[str], tmp_path: Path) -> None:
    good = (
        EVENT.replace("15 januari", "15 januari 2027").replace("{naam: Het plein}", "de-linde").replace("rpn", "rpen")
    )
    assert lines(reported(tmp_path, event=good, more=()), form) == empty


def test_of_too_many_diagnostics_the_worst_are_said_in_their_order(tmp_path: Path) -> None:
    report = reported(tmp_path)
    assert [one.code for one in report.worst(3)] == ["when-no-year", "no-area", "unknown-key-near"]
    assert [one.code for one in report.worst(2)] == ["when-no-year", "unknown-key-near"]
    many = replace(report, diagnostics=(*(ADVICE for _ in range(250)), *report.diagnostics))
    said = lines(many, "markdown")
    assert sum(line.startswith("- **fout") for line in said) == 2
    assert said[-1] == "… 54"


@pytest.mark.parametrize("form", ["github", "gitlab", "markdown", "sarif"])
def test_content_outside_the_repository_says_nothing_of_the_machine(form: str, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    said = "\n".join(lines(replace(reported(tmp_path), root=tmp_path / "elders"), form))
    assert str(tmp_path) not in said
    file = {"github": "file=%s,", "gitlab": '"path": "%s"', "markdown": "### `%s`", "sarif": '"uri": "%s"'}[form]
    assert file % "events/de-kern/koffie.md" in said
