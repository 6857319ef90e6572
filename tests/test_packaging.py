"""The wheel that `pip install` gets: the program and its layouts, nothing else."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of the files in the wheel, made without the network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    [file] = folder.glob("*.whl")
    with ZipFile(file) as archive:
        return archive.namelist()


def test_wheel_has_every_module(wheel: list[str]) -> None:
    modules = {path.as_posix() for path in Path("streekagenda").rglob("*.py")}
    assert modules - set(wheel) == set()


def test_wheel_has_every_layout(wheel: list[str]) -> None:
    layouts = {
        "streekagenda/_" + path.as_posix()
        for path in Path("layouts").rglob("*")
        if path.is_file() and path.suffix != ".mo" and not path.name.startswith(".")
    }
    assert layouts
    assert layouts - set(wheel) == set()


def test_wheel_has_nothing_else(wheel: list[str]) -> None:
    assert {name.split("/")[0] for name in wheel} == {"streekagenda", "streekagenda-0.1.0.dist-info"}


def test_wheel_has_the_licence(wheel: list[str]) -> None:
    assert "streekagenda-0.1.0.dist-info/licenses/LICENSE" in wheel
