"""The steps of a workflow, run as they stand, with a forge that only writes down what it is asked."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct, field

from tests.content_files import written

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = tuple(sorted([*ROOT.glob(".github/workflows/*.yml"), *ROOT.glob(".forgejo/workflows/*.yml")]))
GITHUB = ROOT / ".github/workflows"
FORGEJO = ROOT / ".forgejo/workflows"
GITLAB = ROOT / ".gitlab-ci.yml"

# `gh` that notes its arguments, one call a line, and answers with the file of the first rule that fits.
GH = """\
#!/usr/bin/env bash
printf '%s\\n' "${*//$'\\n'/ }" >> "$FORGE/asked"
jq_filter=.
for ((at = 1; at <= $#; at++)); do
  next=$((at + 1))
  case "${!at}" in
    --jq) jq_filter=${!next} ;;
    --dir) test -d "$FORGE/artifact" && cp -R "$FORGE/artifact" "${!next}" ;;
    --body-file) cp "${!next}" "$FORGE/body" ;;
    body=@*) cp "${!at#body=@}" "$FORGE/body" ;;
  esac
done
for rule in "$FORGE"/answers/*; do
  test -e "$rule" || continue
  wanted=$(basename "$rule"); wanted=${wanted//:/\\/}
  if [[ "$*" == *"$wanted"* ]]; then jq --raw-output --compact-output "$jq_filter" "$rule"; exit; fi
done
"""


def read(workflow: Path) -> dict[str, Any]:
    """Return a workflow as its forge reads it; YAML 1.1 takes ``on`` for true."""
    read: dict[str | bool, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    return {("on" if name is True else str(name)): value for name, value in read.items()}


class Forge(Struct, kw_only=True, dict=True):
    """A repository with its remote, a folder for what the runner keeps, and programs that a runner has."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def checkout(self) -> Path:
        """The working tree in which steps run."""
        return self.folder / "checkout"

    @property
    def asked(self) -> list[str]:
        """What was asked of the forge, one line a call."""
        log = self.folder / "asked"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    @property
    def body(self) -> str:
        """The last text that was sent to the forge."""
        return (self.folder / "body").read_text(encoding="utf-8")

    def answers(self, question: str, answer: str) -> None:
        """Answer a call in which ``question`` stands; ``/`` is written ``:``."""
        written(self.folder / "answers", {question: answer})

    def artifact(self, files: Mapping[str, str]) -> None:
        """Let another run have left these files."""
        written(self.folder / "artifact", files)

    def git(self, *arguments: str) -> str:
        """Run git in the checkout."""
        identity = ["-c", "user.name=Wil", "-c", "user.email=wil@example.org"]
        done = subprocess.run(
            ["git", *identity, *arguments], cwd=self.checkout, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def commit(self, files: Mapping[str, str], message: str) -> None:
        """Write files and commit them."""
        written(self.checkout, files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def step(
        self, workflow: Path, job: str, name: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run the shell of a step as it stands, as its forge does: ``bash -e -o pipefail``."""
        found = next(one for one in read(workflow)["jobs"][job]["steps"] if one.get("name") == name)
        return self.run(found["run"], environment)

    def run(self, script: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run a script in the checkout."""
        file = self.folder / "step.sh"
        file.write_text(script, encoding="utf-8")
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(file)],
            cwd=self.checkout,
            env={**os.environ, **self.environment, **(environment or {})},
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )

    def output(self) -> dict[str, str]:
        """Return what steps told the steps behind them."""
        lines = Path(self.environment["GITHUB_OUTPUT"]).read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


# Our program is run by the Python that is ready for it, and all else by another.
PYTHON = """\
#!/bin/sh
test "$1" = build.py && exec {ready} "$@"
exec {any} "$@"
"""


def forge(folder: Path, content: Mapping[str, str], ready_python: Sequence[str]) -> Forge:
    """Make a forge with a repository that holds our program and this content, on ``main`` and on its remote."""
    programs = folder / "programs"
    python = PYTHON.format(ready=shlex.join(ready_python), any=shlex.quote(sys.executable))
    written(programs, {"gh": GH, "make": "#!/bin/sh\n", "python3": python})
    for program in programs.iterdir():
        program.chmod(0o755)
    made = Forge(folder=folder)
    made.environment |= {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "FORGE": str(folder),
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "GH_REPO": "redactie/agenda",
        "SOURCE_DATE_EPOCH": "1795348800",
    }
    for name in ("temp", "answers", "checkout"):
        (folder / name).mkdir()
    (folder / "output").touch()
    subprocess.run(["git", "init", "--quiet", "--bare", str(folder / "remote")], check=True)
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("remote", "add", "origin", str(folder / "remote"))
    for name in ("build.py", "streekagenda", "layouts"):
        (made.checkout / name).symlink_to(ROOT / name)
    ignored = "/site/\n/report/\nbuild.py\nstreekagenda\nlayouts\n"
    made.commit({".gitignore": ignored, **{f"content/{path}": text for path, text in content.items()}}, "Begin")
    made.git("push", "--quiet", "origin", "main")
    return made
