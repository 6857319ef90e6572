"""What many tests share: the example region, built once, and one Chromium."""

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
from tests.browser.nu import JAR
from tests.browser.serving import served

NOW = "2026-11-22T12:00:00"

# A busy machine is no mistake: no example has to be ready within a time. The same commit has the same examples, so that
# a pull request does not fail by chance on what it did not touch; `make fuzz` looks for new ones.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("patient", _PATIENT, derandomize=True)
settings.register_profile("fuzz", _PATIENT, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "patient"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of the built example region with one worker, so that it is built once.

    What a judge needs and is not installed skips its tests, and says so; in CI they fail.
    """
    lacking = {} if os.environ.get("CI") else {name: _lacking(needed) for name, needed in JUDGES.items()}
    for item in items:
        if "example_site" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("example"))
        for name in (one for one, lacks in lacking.items() if lacks and item.get_closest_marker(one)):
            item.add_marker(
                pytest.mark.skip(reason=f"not installed: {', '.join(lacking[name])}; `make setup` installs it")
            )


JUDGES = {"browser": (CHROMIUM, AXE), "nu": (JAR,)}
"""The files that tests with a marker need."""


def _lacking(needed: Iterable[Path]) -> list[str]:
    return [str(one) for one in needed if not one.exists()]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Commands that tests run remember what they find in a folder of the tests, not in that of the user."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example region, built by the command that a partner uses, without a cache."""
    folder = tmp_path_factory.mktemp("example") / "site"
    options = ["--output", str(folder), "--now", NOW, "--no-cache"]
    run = subprocess.run(
        [sys.executable, "build.py", "build", *options], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    return folder


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
