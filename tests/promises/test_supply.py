"""Promises 33 to 36: what CI runs, and on what the program stands."""

import re
import tomllib
from pathlib import Path

from tests.promises.region import event, run, told
from tests.workflows.forge import FORGEJO, GITHUB, WORKFLOWS, read

PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))


def test_promise_33_a_pull_request_may_only_read_and_brings_content_and_not_its_builder() -> None:
    asked = {file.name: read(file) for file in GITHUB.glob("*.yml") if "pull_request" in read(file)["on"]}
    assert asked
    assert [file for file in GITHUB.glob("*.yml") if "pull_request_target" in read(file)["on"]] == []
    for name, workflow in asked.items():
        assert "secrets." not in (GITHUB / name).read_text(encoding="utf-8"), name
        for job in workflow["jobs"].values():
            assert set(job["permissions"].values()) == {"read"}, name
            checkouts = [step["with"] for step in job["steps"] if "actions/checkout" in step.get("uses", "")]
            assert checkouts, name
            assert {one["persist-credentials"] for one in checkouts} == {False}, name
    # Forgejo has no second workflow that answers: there main is checked out, and of the fork the content alone
    (check,) = read(FORGEJO / "check.yml")["jobs"].values()
    assert [step["with"] for step in check["steps"] if "with" in step] == [
        {"fetch-depth": 0, "persist-credentials": False}
    ]
    (taken,) = (step["run"] for step in check["steps"] if "FETCH_HEAD" in step.get("run", ""))
    assert taken.rstrip().endswith("git checkout FETCH_HEAD -- content")


def test_promise_34_actions_are_pinned_by_digest_and_packages_by_hash() -> None:
    for workflow in WORKFLOWS:
        used = [step["uses"] for job in read(workflow)["jobs"].values() for step in job["steps"] if "uses" in step]
        assert [one for one in used if not re.search(r"@[0-9a-f]{40}$", one)] == [], workflow
    for lock in Path().glob("requirements*.txt"):
        packages = re.split(r"(?m)^(?=\S)", lock.read_text(encoding="utf-8"))
        named = [one for one in packages if re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==", one)]
        assert named, lock
        assert [one for one in named if "--hash=sha256:" not in one] == [], lock


def test_promise_35_reports_command_no_ci_and_no_terminal(tmp_path: Path) -> None:
    name = "a\n::add-mask::geheim"
    hostile = event("Een", plekk='"\\e[31m%0A::stop-commands::x @iedereen <b>"')
    told(
        tmp_path,
        {"events/de-kern/kwaad.md": hostile.replace("onderwerpen", '"\\n##[group]"'), f"events/{name}.md": "x"},
    )
    for form in ("text", "github", "gitlab", "markdown"):
        report = run("check", "--content", str(tmp_path), "--format", form, "--no-cache")[1]
        assert "kwaad.md" in report
        assert all(line.isprintable() for line in report.splitlines()), form
        assert {line[:2] for line in report.splitlines() if line.startswith(("::", "##["))} <= {"::"}, form
        commands = re.findall(r"(?m)^::(\S*)", report)
        assert set(commands) <= ({"error", "warning", "notice"} if form == "github" else set()), form


def test_promise_36_dependencies_are_few_each_behind_one_door_and_watched_every_week() -> None:
    needed = {re.split(r"[\[><=]", one)[0] for one in PROJECT["project"]["dependencies"]}
    assert len(needed) <= 24
    contracts = " ".join(one["name"] for one in PROJECT["tool"]["importlinter"]["contracts"] if "door" in one["name"])
    doors = contracts.lower() + " dateutil judges"
    called = {"pyyaml": "yaml", "pillow": "pillow", "python-dateutil": "dateutil", "xstatic-leaflet": "leaflet"}
    # click is the command line itself; all values are msgspec's; tzdata is data; the index of Pagefind is made by a program
    without = {"click", "msgspec", "tzdata", "pagefind"}
    assert {one for one in needed - without if called.get(one, one) not in doors} == set()
    assert any("cron" in str(read(GITHUB / "audit.yml")["on"]["schedule"]) for _ in [0])
