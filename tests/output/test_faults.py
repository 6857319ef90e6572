"""Killed, interrupted, out of space: the site is the old one or the new one, and the next build needs no repair."""

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from streekagenda.output import Standing, how_it_stands, publish
from tests.output.sites import NEW, OLD, ROOT, big, files_in, modes_in, names_in, outputs, traces_of

# What Python tells of before it asks the system: https://docs.python.org/3/library/audit_events.html
_STEPS = ("open", "os.", "fcntl.", "shutil.")

BETWEEN = OLD | {"index.html": "in between", "wijken/index.html": "of then", "gone/since.html": "then"}

RAISED, RAISED_AFTER, RAISED_ANOTHER, MENDED, NEVER_FAILED = range(5)


def test_publish_killed_at_random_moments_leaves_a_whole_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    whole = [big(OLD), big(NEW)]
    moments = random.Random(2026)
    found = []
    leftovers = 0
    for _ in range(30):
        command = [sys.executable, "-m", "tests.output.sites", str(site)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as publishing:
            assert publishing.stdout
            for _ in range(moments.choice([1, 2])):
                publishing.stdout.readline()
            time.sleep(moments.uniform(0, 0.06))
            publishing.kill()
        assert files_in(site) in whole
        found.append(whole.index(files_in(site)))
        leftovers += len(names_in(tmp_path)) > 2

        publish(outputs(OLD), site, wait=0)
        assert files_in(site) == OLD
        assert names_in(tmp_path) == [".site.lock", "site"]
    assert set(found) == {0, 1}
    assert leftovers > 0


def _in_a_process(job: Callable[[], int]) -> int:
    """The exit status of a job in a process of its own, negative for a signal."""
    if (child := os.fork()) == 0:
        code = 99
        try:
            code = job()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _at_step(number: int, act: Callable[[], None]) -> Callable[[], bool]:
    """Have something happen just before this process asks the system for its n-th step with files; tells if it did."""
    steps = 0

    def count(event: str, _: object) -> None:
        nonlocal steps
        steps += event.startswith(_STEPS)
        if steps == number:
            steps += 1  # only once, though what we do may count as a step
            act()

    sys.addaudithook(count)
    return lambda: steps >= number


@pytest.mark.parametrize("keep", [False, True])
def test_publish_killed_at_every_step_leaves_a_whole_site(keep: bool, tmp_path: Path) -> None:
    site = tmp_path / "site"
    found = []
    for step in range(1, 1000):
        publish(outputs(BETWEEN), site, keep=keep)
        publish(outputs(OLD), site, keep=keep)
        assert (tmp_path / ".site.former").exists() is keep

        def killed(step: int = step) -> int:
            _at_step(step, lambda: os.kill(os.getpid(), signal.SIGKILL))
            publish(outputs(NEW), site, keep=keep)
            return 0

        status = _in_a_process(killed)
        assert files_in(site) in (OLD, NEW)
        found.append("new" if files_in(site) == NEW else "old")
        if status == 0:
            break
        assert status == -signal.SIGKILL
        publish(outputs(OLD), site, wait=0)
        assert files_in(site) == OLD
        assert names_in(tmp_path) in ([".site.lock", "site"], [".site.former", ".site.lock", "site"])
    # First always the old one, and from the exchange on the new one.
    assert found == sorted(found, reverse=True)
    assert found.count("old") > 30
    assert found.count("new") > (1 if keep else 10)


@pytest.mark.parametrize("failure", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt(), SystemExit(143)])
def test_publish_failing_at_every_step_leaves_a_whole_site_and_nothing_else(
    failure: BaseException, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    left: list[str] = []

    def fail() -> None:
        raise failure

    for step in range(1, 1000):
        publish(outputs(OLD), site)

        def failing(step: int = step) -> int:
            failed = _at_step(step, fail)
            try:
                publish(outputs(NEW), site)
            except BaseException as caught:  # noqa: BLE001 -- that it is this one is what is tested
                if caught is not failure:
                    return RAISED_ANOTHER
                return {Standing.OLD: RAISED, Standing.NEW: RAISED_AFTER}.get(how_it_stands(caught), RAISED_ANOTHER)
            return MENDED if failed() else NEVER_FAILED

        status = _in_a_process(failing)
        assert status != RAISED_ANOTHER
        assert files_in(site) == (OLD if status == RAISED else NEW)
        if names_in(tmp_path) == [".site.lock", "site"]:
            left.append("nothing")
        else:
            left.append("the old site")
            assert files_in(site) == NEW
        if status == NEVER_FAILED:
            break
        publish(outputs(OLD), site, wait=0)
        assert files_in(site) == OLD
        assert names_in(tmp_path) == [".site.lock", "site"]
    # Only a failure in the very removing of the old site leaves any of it, for the next build to remove.
    removing = left.index("the old site")
    assert removing > 30
    assert left[removing:] == ["the old site"] * left.count("the old site") + ["nothing", "nothing"]


HALFWAY = """\
import signal, sys, time
from pathlib import Path
from streekagenda.output import publish
from tests.output.sites import NEW, outputs

def waiting():
    for number, output in enumerate(outputs(NEW)):
        if number == len(NEW) // 2:
            print("halfway", flush=True)
            time.sleep(60)
        yield output

signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
publish(waiting(), Path(sys.argv[1]))
"""
"""A build as the command line has it, to which SIGTERM and SIGINT are exceptions, and which waits in its midst."""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_publish_ended_by_a_signal_cleans_up(name: str, tmp_path: Path) -> None:
    publish(outputs(OLD), tmp_path / "site")
    command = [sys.executable, "-c", HALFWAY, str(tmp_path / "site")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as publishing:
        assert publishing.stdout
        assert publishing.stdout.readline() == b"halfway\n"
        assert len(names_in(tmp_path)) == 3
        publishing.send_signal(signal.Signals[name])
        assert publishing.wait(timeout=5) == {"SIGTERM": 143, "SIGINT": -signal.SIGINT}[name]
    assert files_in(tmp_path / "site") == OLD
    assert names_in(tmp_path) == [".site.lock", "site"]


def test_publish_on_a_full_disk_leaves_the_old_site(small_disk: Path) -> None:
    site = small_disk / "site"
    publish(outputs(OLD), site)
    before = traces_of(site)
    with pytest.raises(OSError, match=r"No space left on device: '.*/site/large\.html'$") as caught:
        publish(outputs(NEW | {"large.html": "x" * 2_000_000}), site)
    assert caught.value.errno == errno.ENOSPC
    assert traces_of(site) == before
    assert names_in(small_disk) == [".site.lock", "site"]
    publish(outputs(NEW), site)
    assert files_in(site) == NEW


def test_publish_needs_no_room_for_what_did_not_change(small_disk: Path) -> None:
    site = small_disk / "site"
    large = {"large.html": "x" * 700_000}
    publish(outputs(OLD | large), site)
    publish(outputs(NEW | large), site)
    assert files_in(site) == NEW | large


def test_publish_beyond_the_allowed_size_of_a_file_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(outputs(OLD), site)
    before = traces_of(site)

    def limited() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
        try:
            publish(outputs(NEW | {"large.html": "x" * 20_000}), site)
        except OSError as error:
            return error.errno or 0
        return 0

    assert _in_a_process(limited) == errno.EFBIG
    assert traces_of(site) == before
    assert names_in(tmp_path) == [".site.lock", "site"]


def test_publish_without_permission_leaves_the_old_site(tmp_path: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can become another user")
    site = tmp_path / "site"
    publish(outputs(OLD), site)
    before = traces_of(tmp_path)
    for above in tmp_path.parent, tmp_path.parent.parent:
        above.chmod(above.stat().st_mode | 0o011)
    tmp_path.chmod(0o755)

    def as_nobody() -> int:
        os.setgroups([])
        os.setuid(65534)
        try:
            publish(outputs(NEW), site)
        except PermissionError:
            return 13
        return 0

    assert _in_a_process(as_nobody) == 13
    del before["."]
    after = traces_of(tmp_path)
    del after["."]  # its mode was changed above
    assert after == before


def test_publish_hides_the_new_site_until_it_is_whole(tmp_path: Path) -> None:
    seen: list[dict[str, int]] = []

    def looking(_: int) -> None:
        seen.append({name: mode for name, mode in modes_in(tmp_path).items() if name.count("/") == 0})

    publish(outputs({"index.html": "home"}), tmp_path / "site", progress=looking)
    (work,) = [name for name in seen[0] if ".new-" in name]
    assert work.startswith(f".site.new-{os.getpid()}-")
    assert seen[0][work] == 0o700
    assert "site" not in seen[0]
