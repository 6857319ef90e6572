"""The wheel that `pip install` gets: the program and its layouts, nothing else."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

REGION = """\
title: Samen in de straat
url: https://straat.example.org/agenda/
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel is unpacked in; the wheel is made without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    [file] = folder.glob("*.whl")
    with ZipFile(file) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


@pytest.fixture(scope="module")
def wheel(installed: Path) -> set[str]:
    """The names of the files in the wheel."""
    return {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}


def test_wheel_has_every_module(wheel: set[str]) -> None:
    modules = {path.as_posix() for kind in ("*.py", "*.mjs") for path in Path("streekagenda").rglob(kind)}
    assert modules - wheel == set()


def test_wheel_has_every_layout(wheel: set[str]) -> None:
    layouts = {
        "streekagenda/_" + path.as_posix()
        for path in Path("layouts").rglob("*")
        if path.is_file() and path.suffix != ".mo" and not path.name.startswith(".")
    }
    assert layouts
    assert layouts - wheel == set()


def test_wheel_has_nothing_else(wheel: set[str]) -> None:
    assert {name.partition("/")[0] for name in wheel} == {"streekagenda", "streekagenda-0.1.0.dist-info"}


def test_wheel_has_the_licence(wheel: set[str]) -> None:
    assert "streekagenda-0.1.0.dist-info/licenses/LICENSE" in wheel


def test_installed_command_builds_a_site_from_content_alone(installed: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "region.yaml").write_text(REGION, encoding="utf-8")
    done = command("build", "--now", "2026-11-22T12:00:00", program=installed, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").exists()


def test_version_is_that_of_the_package_in_a_checkout_too() -> None:
    version = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    done = command("--version", program=Path.cwd(), folder=Path.cwd())
    assert version in done.stdout, done.stderr


def command(*arguments: str, program: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run what the console script `streekagenda` runs, from `program`, in `folder`."""
    code = f"import sys; sys.path.insert(0, {str(program)!r}); from streekagenda.cli import main; main()"
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    run = [sys.executable, "-P", "-c", code, *arguments]
    return subprocess.run(run, cwd=folder, env=unmeasured, capture_output=True, text=True, check=False)
