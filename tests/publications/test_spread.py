"""Work over processes gives what one process gives, and says when one of them fails."""

import errno
import fcntl
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from streekagenda.output import Output, ready
from streekagenda.publications.spread import BATCH, spread

ROOT = Path(__file__).resolve().parents[2]


def pages(name: str, count: int) -> Iterator[Output]:
    for number in range(count):
        yield ready(f"{name}/{number}", f"{name} {number}".encode())


def broken() -> Iterator[Output]:
    yield ready("een", b"")
    raise LookupError("a template has a mistake")


def killed() -> Iterator[Output]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield ready("nooit", b"")


def interrupted() -> Iterator[Output]:
    os.kill(os.getpid(), signal.SIGINT)
    yield ready("nog", b"")


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_any_number_of_processes_makes_the_same_outputs(jobs: int) -> None:
    tasks = [partial(pages, "a", 3 * BATCH + 1), partial(pages, "b", 0), partial(pages, "c", BATCH)]
    made = sorted((output.path, output.content) for output in spread(tasks, jobs))
    assert made == sorted((output.path, output.content) for task in tasks for output in task())


@pytest.mark.parametrize("jobs", [1, 2])
def test_mistake_in_a_process_is_raised_here(jobs: int) -> None:
    with pytest.raises(LookupError, match="a template has a mistake"):
        list(spread([partial(pages, "a", 3), broken], jobs))


def test_process_that_is_killed_is_not_passed_over() -> None:
    with pytest.raises(ChildProcessError, match="ended before its work was done"):
        list(spread([partial(pages, "a", 3), killed], 2))


def test_processes_end_when_the_outputs_are_not_taken() -> None:
    outputs = spread([partial(pages, "a", 1000), partial(pages, "b", 1000)], 2)
    next(outputs)
    outputs.close()


def test_processes_end_when_what_a_signal_raises_gets_lost() -> None:
    """On the command line SIGTERM raises an exception, which is lost where it comes in a callback of the system."""
    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        outputs = spread([partial(pages, "a", 10_000), partial(pages, "b", 10_000)], 2)
        next(outputs)
        outputs.close()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert multiprocessing.active_children() == []


def test_ctrl_c_is_left_to_who_asked_for_the_work() -> None:
    assert sorted(output.path for output in spread([partial(pages, "a", 1), interrupted], 2)) == ["a/0", "nog"]


def test_without_memory_to_share_everything_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), "/dev/shm")

    monkeypatch.setattr(multiprocessing.get_context("fork"), "Value", no_memory, raising=False)
    assert [output.path for output in spread([partial(pages, "a", 2), partial(pages, "b", 1)], 2)] == [
        "a/0",
        "a/1",
        "b/0",
    ]


def test_processes_end_when_the_one_that_asked_for_the_work_is_killed(tmp_path: Path) -> None:
    lines = [
        "import fcntl, os, signal, sys",
        "from functools import partial",
        "from streekagenda.publications.spread import spread",
        "from tests.publications.test_spread import pages",
        "outputs = spread([partial(pages, 'a', 100_000), partial(pages, 'b', 100_000)], 2)",
        "lock = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)",
        "fcntl.flock(lock, fcntl.LOCK_EX)",
        "next(outputs)",
        "os.kill(os.getpid(), signal.SIGKILL)",
    ]
    lock = tmp_path / "lock"
    subprocess.run([sys.executable, "-c", "\n".join(lines), str(lock)], cwd=ROOT, check=False)
    with lock.open() as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises when an orphan still holds it
