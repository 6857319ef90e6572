"""Promises 40 to 44: the site changes in one step, or not at all."""

import fcntl
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from streekagenda import cli
from streekagenda.cli import endings
from streekagenda.output import Output, SiteBusy, UnsafeOutput, publish
from tests.output.sites import NEW, OLD, files_in, names_in, outputs
from tests.promises.region import GOOD, LAYOUTS, NOW, Site, build, written

ROOT = Path(__file__).resolve().parents[2]


def in_a_process(job: Callable[[], object]) -> int:
    """Do something in a process of its own, and return its exit status, negative for a signal."""
    if (child := os.fork()) == 0:
        try:
            job()
        except SystemExit as left:
            os._exit(int(left.code or 0))
        finally:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def hit_by(number: int) -> Iterator[Output]:
    """The new site, half of which is made when this process gets a signal."""
    for made, output in enumerate(outputs(NEW)):
        if made == len(NEW) // 2:
            os.kill(os.getpid(), number)
            time.sleep(10)
        yield output


def test_promise_40_a_reader_a_kill_or_a_power_cut_finds_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    publish(outputs(OLD), tmp_path / "site")
    assert in_a_process(lambda: publish(hit_by(signal.SIGKILL), tmp_path / "site")) == -signal.SIGKILL
    assert files_in(tmp_path / "site") == OLD
    publish(outputs(NEW), tmp_path / "site")
    assert files_in(tmp_path / "site") == NEW
    assert names_in(tmp_path) == [".site.lock", "site"]


def test_promise_41_a_machine_that_fails_gives_exit_code_3_one_line_and_leaves_the_site(
    site: Site, tmp_path: Path
) -> None:
    folder = shutil.copytree(site.folder, tmp_path / "site")
    content = written(
        tmp_path / "content", {**GOOD, "places/de-linde.md": "---\nnaam: De Beuk\nwijk: zandweerd\n---\n"}
    )
    words = ["build", "--content", str(content), "--output", str(folder), "--layouts", str(LAYOUTS), "--now", NOW]

    def with_a_full_disk() -> None:
        with (tmp_path / "said").open("w", encoding="utf-8") as said:
            sys.stderr, sys.argv = said, ["streekagenda", *words, "--jobs", "1", "--no-cache"]
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
            cli.main()

    assert in_a_process(with_a_full_disk) == 3
    last = (tmp_path / "said").read_text(encoding="utf-8").splitlines()[-1]
    (tmp_path / "said").unlink()
    assert last.startswith("streekagenda: File too large: ")
    assert last.endswith("De site staat er zoals zij stond.")
    assert {path: (folder / path).read_bytes() for path in site.files} == site.files
    assert names_in(tmp_path) == [".site.lock", "content", "site"]


def test_promise_42_of_two_builds_at_once_the_second_waits_or_leaves(tmp_path: Path) -> None:
    publish(outputs(OLD), tmp_path / "site")
    with (tmp_path / ".site.lock").open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(SiteBusy) as caught:
            publish(outputs(NEW), tmp_path / "site", wait=0.1)
        assert endings.last_words(caught.value, str)[1] == 3
        assert files_in(tmp_path / "site") == OLD
    publish(outputs(NEW), tmp_path / "site", wait=0.1)
    assert files_in(tmp_path / "site") == NEW


def test_promise_43_output_refuses_a_folder_that_we_did_not_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = written(tmp_path / "content", GOOD)
    mine = written(tmp_path / "thuis/foto", {"vakantie.jpg": "x"})
    monkeypatch.setenv("HOME", str(tmp_path / "thuis"))
    for folder in (mine, content, tmp_path, tmp_path / "thuis", Path("/")):
        with pytest.raises(UnsafeOutput) as caught:
            build(content, folder)
        assert endings.last_words(caught.value, str)[1] == 2
    assert {file.name for file in tmp_path.rglob("*") if file.is_file()} == {Path(path).name for path in GOOD} | {
        "vakantie.jpg"
    }


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_promise_44_a_signal_ends_a_build_in_a_moment_and_leaves_the_site(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = signal.Signals[name]
    publish(outputs(OLD), tmp_path / "site")
    monkeypatch.setattr(cli.commands, "main", lambda **_: publish(hit_by(number), tmp_path / "site"))
    begun = time.monotonic()
    status = in_a_process(lambda: cli.main() if number != signal.SIGINT else interrupted(tmp_path / "site"))
    assert status == 128 + number
    assert time.monotonic() - begun < 5
    assert files_in(tmp_path / "site") == OLD
    assert names_in(tmp_path) == [".site.lock", "site"]


def interrupted(folder: Path) -> None:
    """Leave as Python does after Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        publish(hit_by(signal.SIGINT), folder)
    except KeyboardInterrupt:
        sys.exit(130)
