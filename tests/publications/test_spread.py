"""Work over processes gives what one process gives, and says when one of them fails."""

import errno
import fcntl
import gc
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from streekagenda.output import Output, ready
from streekagenda.publications.spread import BATCH, Task, spread
from tests.forks import forked, is_gone

ROOT = Path(__file__).resolve().parents[2]


def pages(name: str, count: int) -> Iterator[Output]:
    for number in range(count):
        yield ready(f"{name}/{number}", f"{name} {number}".encode())


def broken() -> Iterator[Output]:
    yield ready("een", b"")
    raise LookupError("a template has a mistake")


def hit_by(number: int, begun: Path) -> Iterator[Output]:
    begun.touch()
    os.kill(os.getpid(), number)
    yield ready("nog", b"")


def after(begun: Path) -> Iterator[Output]:
    while not begun.exists():
        time.sleep(0.01)
    yield ready("daarna", b"")


def slow(here: int, output: Output) -> tuple[str, int]:
    time.sleep(0.01 if os.getpid() == here else 0.001)  # so that the others come to make most
    return output.path, os.getpid()


def made(output: Output) -> tuple[str, bytes, int]:
    return output.path, output.make(), os.getpid()


def whole(name: str, count: int) -> Task:
    return Task(outputs=partial(pages, name, count))


def divided(name: str, count: int, part: int = 10) -> Task:
    return Task(outputs=partial(pages, name, count), part=part)


def spread_out(tasks: Sequence[Task], jobs: int) -> list[tuple[str, bytes, int]]:
    return list(spread(tasks, jobs, made))


@pytest.mark.parametrize("jobs", [1, 2, 3, 5])
def test_any_number_of_processes_makes_the_same_outputs(jobs: int) -> None:
    tasks = [
        whole("a", 3 * BATCH + 1),
        whole("b", 0),
        divided("c", 101),
        divided("d", 0),
        divided("e", 7),
        whole("f", 5),
    ]
    found = sorted((path, content) for path, content, _ in spread_out(tasks, jobs))
    assert found == sorted((output.path, output.make()) for task in tasks for output in task.outputs())


def test_processes_divide_what_is_left_and_each_makes_its_own_kind() -> None:
    def slow(output: Output) -> tuple[str, int]:
        time.sleep(0.002)
        return output.path.partition("/")[0], os.getpid()

    done = list(spread([whole("a", 40), divided("b", 200), whole("c", 40)], 2, slow))
    makers = {name: {pid for found, pid in done if found == name} for name in "abc"}
    assert makers["c"] == {os.getpid()}
    assert len(makers["a"]) == 1
    assert makers["a"] != makers["c"]
    assert makers["b"] == makers["a"] | makers["c"]
    counts = Counter(pid for _, pid in done)
    assert len(counts) == 2
    assert min(counts.values()) > 100


def test_process_that_has_much_memory_ends_and_another_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    processes = forked(monkeypatch)
    for name in ("_MUCH", "_MUCH_TO_BEGIN_WITH", "_LOOK"):
        monkeypatch.setitem(spread.__globals__, name, 0)
    tasks = [whole("a", 40), whole("b", 40), divided("c", 200, part=5), whole("d", 40)]
    done = list(spread(tasks, 2, partial(slow, os.getpid())))
    assert sorted(path for path, _ in done) == sorted(output.path for task in tasks for output in task.outputs())
    assert len({pid for path, pid in done if path[0] in "ab"} - {os.getpid()}) == 2
    assert len({pid for path, pid in done if path[0] == "c"}) > 3
    assert processes
    assert all(map(is_gone, processes))


@pytest.mark.parametrize("little", [True, False])
def test_where_little_is_made_no_other_process_copies_the_same_again(
    monkeypatch: pytest.MonkeyPatch, little: bool
) -> None:
    processes = forked(monkeypatch)
    for name in ("_MUCH_TO_BEGIN_WITH", "_LOOK"):
        monkeypatch.setitem(spread.__globals__, name, 0)
    tasks = [whole("a", 40), whole("b", 40)]
    done = list(spread(tasks, 2, partial(slow, os.getpid()), little=little))
    assert len(done) == 80
    assert (len(processes) == 1) == little


def test_another_goes_on_while_this_process_makes_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_MUCH", "_MUCH_TO_BEGIN_WITH", "_LOOK"):
        monkeypatch.setitem(spread.__globals__, name, 0)
    here = os.getpid()
    done = list(spread([whole("a", 2), whole("b", 40), whole("c", BATCH - 1)], 2, partial(slow, here)))
    assert len({pid for path, pid in done if path[0] in "ab"} - {here}) == 2
    assert here not in {pid for path, pid in done if path[0] in "ab"}


@pytest.mark.parametrize("allowed", [0, 1])
def test_what_the_system_has_no_process_for_is_made_here(monkeypatch: pytest.MonkeyPatch, allowed: int) -> None:
    fork, asked = os.fork, list[int]()

    def refusing() -> int:
        asked.append(1)
        if len(asked) > allowed:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return fork()

    monkeypatch.setattr(os, "fork", refusing)
    for name in ("_MUCH", "_MUCH_TO_BEGIN_WITH", "_LOOK"):  # who was begun ends soon, for another to go on
        monkeypatch.setitem(spread.__globals__, name, 0)
    tasks = [whole("a", 40), divided("c", 200, part=5), whole("d", 40)]
    done = list(spread(tasks, 2, partial(slow, os.getpid())))
    assert sorted(path for path, _ in done) == sorted(output.path for task in tasks for output in task.outputs())
    assert len(asked) == allowed + 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_mistake_in_a_process_is_raised_here(jobs: int) -> None:
    with pytest.raises(LookupError, match="a template has a mistake"):
        spread_out([whole("a", 3), Task(outputs=broken)], jobs)


def test_process_that_is_killed_is_not_passed_over(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    tasks = [Task(outputs=partial(hit_by, signal.SIGKILL, begun)), Task(outputs=partial(after, begun))]
    with pytest.raises(ChildProcessError, match="ended before its work was done"):
        spread_out(tasks, 2)


def test_processes_end_when_the_outputs_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    processes = forked(monkeypatch)
    outputs = spread([whole("a", 1000), whole("b", 1000)], 2, made)
    next(outputs)
    outputs.close()
    assert processes
    assert all(map(is_gone, processes))


def test_processes_end_when_what_a_signal_raises_gets_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the command line SIGTERM raises an exception, which is lost where it comes in a callback of the system."""
    processes = forked(monkeypatch)
    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        outputs = spread([whole("a", 10_000), whole("b", 10_000)], 2, made)
        next(outputs)
        outputs.close()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert processes
    assert all(map(is_gone, processes))


def test_ctrl_c_is_left_to_who_asked_for_the_work(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    tasks = [Task(outputs=partial(hit_by, signal.SIGINT, begun)), Task(outputs=partial(after, begun))]
    assert sorted(path for path, _, _ in spread_out(tasks, 2)) == ["daarna", "nog"]


def test_without_memory_to_share_everything_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(os, "memfd_create", no_memory)
    here = os.getpid()
    assert [(path, pid) for path, _, pid in spread_out([whole("a", 2), divided("b", 1)], 2)] == [
        ("a/0", here),
        ("a/1", here),
        ("b/0", here),
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_nobody_looks_for_rubbish_among_what_is_there(jobs: int) -> None:
    frozen = list(spread([divided("a", 10), divided("b", 10)], jobs, lambda _: gc.get_freeze_count() > 0))
    assert frozen == [True] * 20
    assert gc.get_freeze_count() == 0


def test_processes_hold_the_lock_of_the_one_that_asked_and_end_when_it_is_killed(tmp_path: Path) -> None:
    lines = [
        "import fcntl, os, signal, sys",
        "from streekagenda.publications.spread import spread",
        "from tests.publications.test_spread import made, whole",
        "lock = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)",
        "fcntl.flock(lock, fcntl.LOCK_EX)",
        "next(spread([whole('a', 10_000_000), whole('b', 10_000_000)], 2, made))",
        "os.kill(os.getpid(), signal.SIGKILL)",
    ]
    lock = tmp_path / "lock"
    subprocess.run([sys.executable, "-c", "\n".join(lines), str(lock)], cwd=ROOT, check=False)
    begun = time.monotonic()
    with lock.open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # waits for an orphan, which would work for half a minute
    assert time.monotonic() - begun < 5


def test_one_task_that_can_be_divided_is_shared(tmp_path: Path) -> None:
    begun = tmp_path / "begun"

    def meeting() -> Iterator[Output]:
        for number in range(40):
            yield ready(f"pagina/{number}", b"")

    def place(output: Output) -> tuple[str, int]:
        (begun / str(os.getpid())).mkdir(parents=True, exist_ok=True)
        while len(list(begun.iterdir())) < 2:  # neither goes on before the other one has begun
            time.sleep(0.01)
        return output.path, os.getpid()

    found = list(spread([Task(outputs=meeting, part=1)], 2, place))
    assert sorted(path for path, _ in found) == sorted(f"pagina/{number}" for number in range(40))
    assert len({process for _, process in found}) == 2
