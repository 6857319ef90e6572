"""What many tests share: the example region, built once, and one Chromium."""

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.browser.axe import AXE
from tests.browser.chromium import CHROMIUM, started
from tests.browser.lighthouse import LIGHTHOUSE
from tests.browser.nu import JAR
from tests.browser.serving import served

NOW = "2026-11-22T12:00:00"

# A busy machine is no mistake: no example has to be ready within a time. The same commit has the same examples, so that
# a pull request does not fail by chance on what it did not touch; `make fuzz` looks for new ones.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("patient", _PATIENT, derandomize=True)
settings.register_profile("fuzz", _PATIENT, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "patient"))


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep tests together by their file that read much of the built example region, or that open pages of a site of their own.

    So one worker reads it, or builds it, and not each. Said here, since xdist reads it before the next hook.
    """
    of_example = "example_site" in getattr(item, "fixturenames", ())
    if of_example != bool(item.get_closest_marker("browser")) and not item.get_closest_marker("xdist_group"):
        item.add_marker(pytest.mark.xdist_group(f"{'example' if of_example else 'own'} {item.path.name}"))


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

    items.sort(
        key=lambda item: (
            "nu" not in item.keywords or "example_site" not in getattr(item, "fixturenames", ()),
            item.get_closest_marker("xdist_group") is None,
        )
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
