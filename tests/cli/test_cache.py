"""``--no-cache``, and what is kept without it: the same is said, and nothing is written into the content."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from streekagenda.cli import commands
from tests.regions import written

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


def kept_by(tmp_path: Path, command: str, *options: str) -> tuple[list[str], int]:
    """Run a command in a region with one mistake; return the lines that it said, and the number of stores."""
    content = tmp_path / "content"
    if not content.exists():
        written(content, {"events/de-brug/thee.md": "---\ntitel: Thee\nwanneer: elke dinsdag\n---\n"})
    before = sorted(content.rglob("*"))
    arguments = [command, *options, "--content", str(content), "--layouts", str(LAYOUTS), "--now", "2026-11-22T12:00"]
    if command == "build":
        arguments += ["--output", str(tmp_path / "site"), "--jobs", "1"]
    run = CliRunner(env={"XDG_CACHE_HOME": str(tmp_path / "cache")}).invoke(commands, arguments)
    assert sorted(content.rglob("*")) == before
    assert run.exception is None
    said = run.output.splitlines()
    counted = 1 if command == "build" else 0  # how many files were new is another number each time
    return said[: len(said) - counted], sum(one.is_file() for one in tmp_path.glob("cache/*/*"))


@pytest.mark.parametrize("command", ["check", "build"])
def test_command_says_the_same_with_and_without_what_former_runs_found(tmp_path: Path, command: str) -> None:
    clean, cold, warm = (kept_by(tmp_path, command, *options) for options in (["--no-cache"], [], []))
    assert (clean[1], cold[1], warm[1]) == (0, 1, 1)
    assert clean[0] == cold[0] == warm[0]
    assert any("thee.md:3" in line for line in clean[0])
