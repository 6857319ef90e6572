"""What a command imports before its own work: times cannot be held on a shared machine, but what costs them can."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
HEAVY = {
    "holidays",
    "icalendar",
    "jinja2",
    "markdown",
    "PIL",
    "pydantic",
    "rapidfuzz",
    "yaml",
    "zxingcpp",
}
OF_OTHERS = {
    "PIL",
    "dateutil",
    "holidays",
    "icalendar",
    "rapidfuzz",
    "ssl",
    "watchdog",
    "streekagenda.checks.privacy",
    "streekagenda.cli.new",
    "streekagenda.conformance.judges.icalendar_dateutil",
    "streekagenda.recurrence.phrases.reading",
    "streekagenda.serving",
    "zxingcpp",
}


def imported(code: str) -> set[str]:
    """Return the modules that a fresh Python has after running code."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(ran.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_imports_no_command_and_nothing_heavy(argument: str) -> None:
    modules = imported(f"from streekagenda.cli import commands\ncommands.main([{argument!r}], standalone_mode=False)")
    assert "click" in modules
    assert modules & (HEAVY | {"streekagenda.cli.build", "streekagenda.pipeline"}) == set()


def test_check_of_what_changed_imports_nothing_that_makes_pages() -> None:
    modules = imported("import streekagenda.cli.check, streekagenda.rechecking")
    assert "streekagenda.checking" in modules
    of_pages = {"jinja2", "markdown", "icalendar", "holidays", "streekagenda.pipeline", "streekagenda.publications"}
    of_some_content = {"PIL", "babel", "tinycss2"}
    assert modules & (of_pages | of_some_content) == set()


def test_build_of_nothing_new_imports_no_model_and_nothing_heavy() -> None:
    modules = imported("import streekagenda.cli.build")
    assert "streekagenda.unchanged" in modules
    assert modules & (HEAVY | {"babel", "streekagenda.content.calendar", "streekagenda.pipeline"}) == set()


def test_build_imports_nothing_that_only_some_content_or_another_command_needs() -> None:
    modules = imported("import streekagenda.cli.build, streekagenda.pipeline")
    assert "streekagenda.pipeline" in modules
    assert modules & OF_OTHERS == set()


def test_search_program_is_found_without_what_its_library_speaks_to_it_with() -> None:
    modules = imported("from streekagenda.publications import search\nassert search.possible()")
    assert "pagefind_bin" in modules
    assert modules & {"asyncio", "ssl", "pagefind"} == set()


def test_finding_without_values_is_said_without_the_days_of_other_languages() -> None:
    said = "from streekagenda.rendering.translations import _filled\nassert _filled('100 %%', (), 'nl') == '100 %'"
    assert "babel" not in imported(said)
