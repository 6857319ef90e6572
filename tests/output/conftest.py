"""Folders of other kinds, for which a test must be root."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Mounts something as a folder in ``tmp_path``; the words are those of the command, without the folder."""
    mounted: list[Path] = []

    def _mount(name: str, *words: str) -> Path:
        folder = tmp_path / name
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["mount", *words, str(folder)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            pytest.skip(f"cannot mount here: {done.stderr.strip()}")
        mounted.append(folder)
        return folder

    if os.getuid() != 0:
        pytest.skip("only root can mount")
    yield _mount
    for folder in reversed(mounted):
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def small_disk(mount: Callable[..., Path]) -> Path:
    """A disk of one megabyte."""
    return mount("disk", "-t", "tmpfs", "-o", "size=1m", "tmpfs")
