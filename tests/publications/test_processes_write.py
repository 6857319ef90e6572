"""What several processes write is one site, and what goes wrong in any of them leaves the old one."""

import errno
import os
import resource
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from streekagenda.output import Output, Published, publish, ready
from streekagenda.publications.spread import Task, spread
from tests.output.sites import NEW, OLD, files_in, names_in, outputs, traces_of


def files(*paths: str, content: bytes = b"x") -> Task:
    return Task(outputs=lambda: (ready(path, content) for path in paths))


def elsewhere(*paths: str, content: bytes = b"x") -> Task:
    """Outputs that are not made by the process that asks for them."""
    here = os.getpid()

    def made() -> Iterator[Output]:
        assert os.getpid() != here
        for path in paths:
            yield ready(path, content)

    return Task(outputs=made)


def waiting(*paths: str, until: Path) -> Task:
    """Outputs that are made when a file is there, so that another process has begun."""

    def made() -> Iterator[Output]:
        while not until.exists():
            pass
        yield from (ready(path, b"x") for path in paths)

    return Task(outputs=made)


def begins(then: Task, at: Path) -> Task:
    def made() -> Iterator[Output]:
        at.touch()
        yield from then.outputs()

    return Task(outputs=made)


def test_processes_write_one_site(tmp_path: Path) -> None:
    site, at = tmp_path / "site", tmp_path / "begun"
    tasks = [begins(elsewhere("a/b/3", "a/c/4", "5"), at), waiting("a/b/1", "a/2", until=at)]
    assert publish(partial(spread, tasks, 2), site) == Published(written=5, unchanged=0, removed=0)
    assert files_in(site) == dict.fromkeys(["a/b/1", "a/2", "a/b/3", "a/c/4", "5"], "x")
    at.unlink()
    before = traces_of(site)
    assert publish(partial(spread, tasks, 2), site) == Published(written=0, unchanged=5, removed=0)
    assert traces_of(site) == before


def test_a_site_of_several_processes_replaces_the_old_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(outputs(OLD), site, keep=True)
    tasks = [Task(outputs=partial(outputs, {path: text}), part=1) for path, text in NEW.items()]
    assert publish(partial(spread, tasks, 3), site, keep=True) == Published(written=7, unchanged=1, removed=4)
    assert files_in(site) == NEW


@pytest.mark.parametrize(
    ("path", "message"),
    [("a/1", "two outputs in one place"), ("a/1/2", "both a file and a folder|a file where a folder is"),
     ("A/1", "two outputs in one place|two spellings"), ("../1", "not plain and relative")],
)  # fmt: skip
def test_paths_in_each_other_s_way_are_seen_across_processes(path: str, message: str, tmp_path: Path) -> None:
    site, at = tmp_path / "site", tmp_path / "begun"
    publish(outputs(OLD), site)
    before = traces_of(site)
    with pytest.raises(ValueError, match=message):
        publish(partial(spread, [begins(elsewhere(path), at), waiting("a/1", until=at)], 2), site)
    assert traces_of(site) == before
    assert names_in(tmp_path) == [".site.lock", "begun", "site"]


def test_a_machine_that_fails_another_process_is_said_with_the_file(tmp_path: Path) -> None:
    site, at = tmp_path / "site", tmp_path / "begun"
    publish(outputs(OLD), site)
    before = traces_of(site)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        tasks = [begins(elsewhere("large.html", content=b"x" * 20_000), at), waiting("a", until=at)]
        with pytest.raises(OSError, match=r"File too large: '.*/site/large\.html'$") as caught:
            publish(partial(spread, tasks, 2), site)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.errno == errno.EFBIG
    assert traces_of(site) == before
    assert names_in(tmp_path) == [".site.lock", "begun", "site"]
