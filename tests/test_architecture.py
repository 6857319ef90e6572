"""The shape of the repository, held by tests: who imports whom, how long a module is, what the documents say."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path("streekagenda")
MODULES = sorted(PACKAGE.rglob("*.py"))
LOCKS = [
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-audit.txt",
    "package-lock.json",
    "bench/peers/requirements.txt",
    "bench/peers/eleventy/package-lock.json",
]
LONGEST_MODULE = 400


def test_import_contract_holds() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([command, "--no-cache"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_no_module_is_longer_than_a_few_screens() -> None:
    lines = {str(module): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {module: count for module, count in lines.items() if count > LONGEST_MODULE} == {}


def test_model_imports_the_standard_library_itself_and_what_values_are_made_of() -> None:
    known = {*sys.stdlib_module_names, PACKAGE.name, "msgspec"}
    names = {name for module in PACKAGE.glob("model/*.py") for name in imported(module)}
    assert {name for name in names if name.partition(".")[0] not in known} == set()


def test_imports_below_the_top_say_why() -> None:
    unexplained = {str(module) for module in MODULES if re.search(r"PLC0415(?! -- )", module.read_text("utf-8"))}
    assert unexplained == set()


def test_map_for_newcomers_names_paths_that_exist() -> None:
    text = Path("docs/architecture.md").read_text(encoding="utf-8")
    section = re.search(r"^## [^\n]*Where is.*?(?=^## |\Z)", text, re.DOTALL | re.MULTILINE | re.IGNORECASE)
    assert section, 'docs/architecture.md has no section "Where is …?"'
    rows = [line for line in section[0].splitlines() if line.startswith("|")]
    named = [path for row in rows for path in re.findall(r"`([\w./-]+/[\w./-]*|[\w-]+\.\w+|Makefile)`", row)]
    assert len(named) >= 12
    assert [path for path in named if not Path(path).exists()] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_hashes_and_names_no_address(lock: str) -> None:
    text = Path(lock).read_text(encoding="utf-8")
    assert "sha256:" in text or "sha512-" in text
    assert "://" not in text


def test_what_is_installed_stands_in_a_lock_whatever_is_newer() -> None:
    """A pip that looks beside the lock fails on the day that something newer is out."""
    makefile = Path("Makefile").read_text(encoding="utf-8")
    [locked] = re.findall(r"^LOCKED +:= (.*)", makefile, re.MULTILINE)
    assert locked.partition(" install ")[2] == "--no-deps --require-hashes --requirement"
    installing = re.findall(r"^\t.* (?:install|\$\(LOCKED\)) .*", makefile, re.MULTILINE)
    assert [line.split("/python ")[-1] for line in installing if "apt-get" not in line] == [
        "$(LOCKED) requirements.txt",
        "$(LOCKED) requirements-dev.txt",
        "$(LOCKED) requirements-audit.txt",
        "$(LOCKED) bench/peers/requirements.txt",
    ]


def test_no_package_is_missing_in_the_lock() -> None:
    done = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False)
    assert done.stdout == "No broken requirements found.\n"


def test_locks_agree_on_what_the_program_needs() -> None:
    assert pins("requirements.txt") - pins("requirements-dev.txt") == set()


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^[\w.-]+==\S+", Path(lock).read_text(encoding="utf-8"), re.MULTILINE))


def imported(module: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.append(node.module)
    return names
