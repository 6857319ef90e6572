"""What is kept beside other work is there when that is done."""

from __future__ import annotations

import gc
import os
import signal
import weakref
from functools import partial
from pathlib import Path
from time import sleep

import pytest

from streekagenda.store.keeping import kept_beside


def wrote(file: Path, _: object = None) -> None:
    sleep(0.05)
    file.write_text(str(os.getpid()), encoding="utf-8")


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_is_kept_before_the_end(tmp_path: Path, jobs: int) -> None:
    file = tmp_path / "kept"
    with kept_beside(partial(wrote, file), jobs):
        assert file.exists() == (jobs == 1)
    assert (file.read_text() == str(os.getpid())) == (jobs == 1)


def test_what_is_large_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    with kept_beside(partial(wrote, file), 2, large=True):
        assert file.read_text() != str(os.getpid())


class Large:
    pass


def test_what_is_kept_elsewhere_is_let_go_here(tmp_path: Path) -> None:
    large = Large()
    there = weakref.ref(large)
    with kept_beside(partial(wrote, tmp_path / "kept", large), 2):
        del large
        gc.collect()
        assert there() is None


def failing() -> None:
    raise ValueError("no such thing")


def test_a_mistake_there_is_told_and_the_work_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    with kept_beside(failing, 2):
        pass
    assert "ValueError: no such thing" in capfd.readouterr().err


def test_one_that_is_killed_keeps_nothing_and_nobody_minds(capfd: pytest.CaptureFixture[str]) -> None:
    with kept_beside(lambda: os.kill(os.getpid(), signal.SIGKILL), 2):
        pass
    assert capfd.readouterr().err == ""


def test_where_the_other_work_fails_it_is_ended(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    with pytest.raises(KeyboardInterrupt), kept_beside(partial(wrote, file), 2):
        raise KeyboardInterrupt
    sleep(0.1)
    assert not file.exists()
