"""Two builds of one site wait for each other."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from streekagenda.output import Output, Published, SiteBusy, held_early, publish
from tests.output.sites import NEW, OLD, ROOT, big, files_in, names_in, outputs

HOLD = """
import sys
from pathlib import Path
from streekagenda.output import publish

def outputs():
    print("at work", flush=True)
    sys.stdin.read()
    return
    yield

publish(outputs(), Path(sys.argv[1]))
"""


@pytest.fixture
def busy(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that is publishing, and goes on until its input is closed."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "site")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "at work\n"
        yield other
        other.kill()


def test_publish_gives_up_when_the_site_stays_busy(busy: "subprocess.Popen[str]", tmp_path: Path) -> None:
    asked = []

    def never() -> Iterator[Output]:
        asked.append(True)
        yield from outputs(NEW)

    message = f"another build is writing {str(tmp_path / 'site')!r}; waited 0.2 s for it"
    begun = time.monotonic()
    with pytest.raises(SiteBusy, match=f"^{re.escape(message)}$"):
        publish(never(), tmp_path / "site", wait=0.2)
    assert 0.2 <= time.monotonic() - begun < 5
    assert asked == []
    assert names_in(tmp_path) == [".site.lock"]


def test_publish_without_patience_asks_once(busy: "subprocess.Popen[str]", tmp_path: Path) -> None:
    with pytest.raises(SiteBusy):
        publish(outputs(NEW), tmp_path / "site", wait=0)


def test_publish_waits_for_the_other_build(busy: "subprocess.Popen[str]", tmp_path: Path) -> None:
    assert busy.stdin
    threading.Timer(0.3, busy.stdin.close).start()
    begun = time.monotonic()
    assert publish(outputs(NEW), tmp_path / "site") == Published(written=8, unchanged=0, removed=0)
    assert time.monotonic() - begun > 0.2
    assert busy.wait() == 0
    assert files_in(tmp_path / "site") == NEW


def test_publish_goes_on_when_the_other_build_dies(busy: "subprocess.Popen[str]", tmp_path: Path) -> None:
    threading.Timer(0.1, busy.kill).start()
    publish(outputs(NEW), tmp_path / "site")
    assert files_in(tmp_path / "site") == NEW


def test_publish_of_another_site_does_not_wait(busy: "subprocess.Popen[str]", tmp_path: Path) -> None:
    publish(outputs(NEW), tmp_path / "another", wait=0)
    assert files_in(tmp_path / "another") == NEW


def test_lock_is_free_again_while_a_forked_worker_lives(tmp_path: Path) -> None:
    workers = []

    def forking() -> Iterator[Output]:
        if (worker := os.fork()) == 0:
            time.sleep(60)
            os._exit(0)
        workers.append(worker)
        yield from outputs(OLD)

    try:
        publish(forking(), tmp_path / "site")
        publish(outputs(NEW), tmp_path / "site", wait=0)
    finally:
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
            os.waitpid(worker, 0)
    assert files_in(tmp_path / "site") == NEW


def test_two_processes_and_a_reader_see_whole_sites_only(tmp_path: Path) -> None:
    """They publish two versions by turns; whoever holds the folder open reads one version, as long as it is there."""
    site = tmp_path / "site"
    whole = [big(OLD), big(NEW)]
    publish(outputs(whole[0]), site)
    command = [sys.executable, "-m", "tests.output.sites", str(site)]
    writers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    pairs: set[tuple[bytes, bytes]] = set()
    try:
        begun = time.monotonic()
        while time.monotonic() < begun + (1 if len(pairs) > 1 else 30):
            folder = os.open(site, os.O_RDONLY | os.O_DIRECTORY)  # it is always there
            try:
                pairs.add((_read("index.html", folder), _read("activiteiten/59/index.html", folder)[:8]))
            except FileNotFoundError:
                pass  # the version that we held has been replaced and removed meanwhile
            finally:
                os.close(folder)
        assert [writer.poll() for writer in writers] == [None, None]
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    assert pairs == {(b"old home", b"old home"), (b"new home, which is longer", b"new home")}
    assert files_in(site) in whole


def _read(name: str, folder: int) -> bytes:
    opened = os.open(name, os.O_RDONLY, dir_fd=folder)
    try:
        return os.read(opened, 1000)
    finally:
        os.close(opened)


def test_site_can_be_held_before_it_is_published(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(outputs(OLD), site)
    with held_early(site, ()) as held:
        with pytest.raises(SiteBusy):
            publish(outputs(NEW), site, wait=0)
        publish(outputs(NEW), tmp_path / "another", wait=0, held=held)  # of which it is not the lock
        publish(outputs(NEW), site, wait=0, held=held)
        with pytest.raises(SiteBusy):
            publish(outputs(OLD), site, wait=0)
    publish(outputs(OLD), site, wait=0)
    assert files_in(site) == OLD


def test_site_is_not_held_early_while_another_publishes(busy: "subprocess.Popen[str]", tmp_path: Path) -> None:
    with held_early(tmp_path / "site", ()) as held:
        assert held is None


def test_site_is_not_held_early_where_nothing_may_be_published(tmp_path: Path) -> None:
    (tmp_path / "of others").mkdir()
    (tmp_path / "of others/text.txt").touch()
    for site in (tmp_path / "of others", tmp_path / "nowhere/site"):
        with held_early(site, ()) as held:
            assert held is None
    assert names_in(tmp_path) == ["of others"]
