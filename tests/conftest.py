"""What many tests share: the example region, built once, and one Chromium."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser
from xdist.remote import Producer  # type: ignore[import-untyped]  # it has no types of its own
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from tests.browser.axe import AXE
from tests.browser.chromium import CHROMIUM, started
from tests.browser.lighthouse import LIGHTHOUSE
from tests.browser.nu import JAR
from tests.browser.serving import served
from tests.ready_python import ready

NOW = "2026-11-22T12:00:00"

# A busy machine is no mistake: no example has to be ready within a time. The same commit has the same examples, so that
# a pull request does not fail by chance on what it did not touch; `make fuzz` looks for new ones.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("patient", _PATIENT, derandomize=True)
settings.register_profile("fuzz", _PATIENT, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "patient"))


class _ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """Gives a worker whole files, so that what the tests of one share is made once.

    ``loadgroup`` of pytest-xdist 3.8 would do, but does nothing with pytest 9: it writes the group where nobody reads it.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if file in SPREAD:
            return nodeid
        return "tests/hostile" if file.startswith("tests/hostile/") else file


LONG = frozenset("""
    test_build_promises test_cases test_expansion test_faults test_feeds_agree_with_pages test_generated_region test_properties
    test_rechecking test_remade test_serve test_steps test_taken_over test_unchanged test_whole_site test_write_and_read_are_inverse
""".split())  # fmt: skip
"""Files that take long without a browser: they build sites, or make up many examples."""

SPREAD = {"tests/test_pages_in_browser.py", "tests/test_page_weight.py"}
"""Files of long tests, which share nothing but the example region."""


MEMORY, ROOM = Path("/dev/shm"), 4 << 30
"""A folder in memory, and the bytes that must be free there: a run keeps one or two of the four."""


def pytest_configure() -> None:
    """Let tests write into memory where there is room: a build waits until all is on its disk, whoever wrote it."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _ByFile:
    """Tell pytest-xdist which tests belong together; in the order of collection."""
    config.option.loadscopereorder = False
    return _ByFile(config, log)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a test that waits for a disk, a browser or a clock leaves room for another."""
    return len(os.sched_getaffinity(0)) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest tests begin first, so that no worker is left alone with one at the end.

    What a judge needs and is not installed skips its tests, and says so; in CI they fail.
    """
    lacking = {} if os.environ.get("CI") else {name: _lacking(needed) for name, needed in JUDGES.items()}
    for item in items:
        for name in (one for one, lacks in lacking.items() if lacks and item.get_closest_marker(one)):
            item.add_marker(
                pytest.mark.skip(reason=f"not installed: {', '.join(lacking[name])}; `make setup` installs it")
            )

    files = [item.path for item in items if "browser" in item.keywords or "nu" in item.keywords]
    first = {path: -files.count(path) for path in files}
    items.sort(
        key=lambda item: ("nu" not in item.keywords, item.path.stem not in LONG, first.get(item.path, 0)),
    )


JUDGES = {"browser": (CHROMIUM, AXE), "nu": (JAR,), "lighthouse": (CHROMIUM, LIGHTHOUSE)}
"""The files that tests with a marker need."""


def _lacking(needed: Iterable[Path]) -> list[str]:
    return [str(one) for one in needed if not one.exists()]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Commands that tests run remember what they find in a folder of the tests, not in that of the user."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session", autouse=True)
def _own_bytecode(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where Python may leave no bytecode in the checkout, the commands that tests run compile the program once all the same."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None) and "PYTHONPYCACHEPREFIX" not in os.environ:
        os.environ["PYTHONPYCACHEPREFIX"] = str(_for_all_workers(tmp_path_factory) / "bytecode")


def _for_all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example region, built once for all workers by the command that a partner uses, without a cache."""
    folder = _for_all_workers(tmp_path_factory) / "example"
    folder.mkdir(exist_ok=True)
    site, ready = folder / "site", folder / "ready"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            options = ["--output", str(site), "--now", NOW, "--no-cache"]
            run = subprocess.run(
                [sys.executable, "build.py", "build", *options], capture_output=True, check=False, encoding="utf-8"
            )
            assert run.returncode == 0, run.stderr
            ready.touch()
    return site


@pytest.fixture(scope="session")
def ready_python(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ...]]:
    """What a command begins with that ``build.py`` follows, where nothing depends on how an interpreter starts."""
    with ready(tmp_path_factory.mktemp("ready")) as command:
        yield command


@pytest.fixture(scope="session")
def example_address(example_site: Path) -> Iterator[str]:
    """The example region on 127.0.0.1, under the base path that its own addresses have; ends in a slash."""
    home = (example_site / "index.html").read_text(encoding="utf-8")
    canonical = re.search(r'<link rel="?canonical"? href="?([^"> ]+)', home)
    assert canonical, "the home page does not say where it lives"
    with served(example_site, base=urlsplit(canonical[1]).path) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each visit is a new reader."""
    with started() as browser:
        yield browser
