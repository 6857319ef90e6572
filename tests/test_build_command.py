"""`python build.py` in a checkout: the same program, or one line that says what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BUILD = Path("build.py").resolve()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose command line says which arguments it was given."""
    (tmp_path / "build.py").write_bytes(BUILD.read_bytes())
    package = tmp_path / "streekagenda"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "cli.py").write_text("import sys\ndef main():\n    print(sys.argv[1:])\n    sys.exit(1)\n", "utf-8")
    return tmp_path


def run(checkout: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(checkout / "build.py"), "check", "--now", "2026-11-22T12:00:00"]
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    return subprocess.run(command, cwd=checkout.parent, env=unmeasured, capture_output=True, text=True, check=False)


def test_build_hands_over_arguments_and_exit_code(checkout: Path) -> None:
    done = run(checkout)
    assert (done.stdout, done.returncode) == ("['check', '--now', '2026-11-22T12:00:00']\n", 1)


def test_build_without_dependencies_says_what_to_run(checkout: Path) -> None:
    (checkout / "streekagenda" / "cli.py").write_text("import never_installed.deep\n", "utf-8")
    done = run(checkout)
    assert (done.stderr, done.returncode) == (
        "The Python package never_installed is missing. Run: make site (it sets up all that is needed)\n",
        3,
    )


def test_build_without_dependencies_uses_the_virtual_environment(checkout: Path) -> None:
    (checkout / "streekagenda" / "cli.py").write_text("import never_installed\n", "utf-8")
    python = checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nshift\necho "in .venv: $*"\nexit 1\n', "utf-8")
    python.chmod(0o755)
    done = run(checkout)
    assert (done.stdout, done.returncode) == ("in .venv: check --now 2026-11-22T12:00:00\n", 1)


@pytest.mark.parametrize(
    ("cli", "said", "code"),
    [
        ("raise KeyboardInterrupt", "Stopped. The site stands as it was.", 130),
        ("raise MemoryError", "MemoryError", 3),
        ("raise ImportError('no memory for a library')", "ImportError: no memory for a library", 3),
    ],
)
def test_machine_that_fails_before_anything_is_read_is_no_mistake_in_the_content(
    checkout: Path, cli: str, said: str, code: int
) -> None:
    (checkout / "streekagenda" / "cli.py").write_text(f"{cli}\n", "utf-8")
    done = run(checkout)
    assert (done.stderr.splitlines()[-1], done.returncode) == (said, code)


def test_build_does_not_hide_our_own_missing_module(checkout: Path) -> None:
    (checkout / "streekagenda" / "cli.py").write_text("import streekagenda.never_written\n", "utf-8")
    done = run(checkout)
    assert "ModuleNotFoundError: No module named 'streekagenda.never_written'" in done.stderr
