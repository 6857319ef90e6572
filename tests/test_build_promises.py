"""What a build promises: exit codes, the same bytes everywhere, one step, and harmless pages."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.content_files import EVENT, GOOD, written
from tests.example_region import copied

ROOT = Path(__file__).resolve().parents[1]
KILLS = 50 if os.environ.get("ENDURE") else 3
"""At how many random moments a build is killed; `make endure` does it more often."""
KOFFIE = "events/de-kern/koffie.md"
HOSTILE = """\
---
titel: "<script>alert(1)</script> & {{ 7 * 7 }}"
samenvatting: "{% raw %} </title><img src=x onerror=alert(2)>"
wanneer: 2027-01-15 10:00-12:00
plek: {naam: '"><svg onload=alert(3)>', straat: "{{ config }}", wijk: zandweerd}
onderwerpen: [ontmoeten]
---
{{ 7 * 7 }} {% include "base.html" %}

<script>alert(4)</script><style>body{display:none}</style><iframe src="https://evil.example"></iframe>
<a href="javascript:alert(5)" onclick="alert(6)">klik</a> [klik](javascript:alert(7)) ![x](https://evil.example/x.png)

<div onmouseover="alert(8)" style="position:fixed">tekst</div>
"""


NOBODY = 65534
READS_ALL = "+dac_read_search"
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", f"--inh-caps={READS_ALL}",
             f"--ambient-caps={READS_ALL}")  # fmt: skip
"""Another user, who may read all: the interpreter may stand in the home of this one."""


def build(
    content: Path,
    output: Path,
    *options: str,
    environment: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    umask: int = -1,
    python: Sequence[str] = (sys.executable,),
) -> subprocess.CompletedProcess[str]:
    command = [*python, str(ROOT / "build.py"), "build", "--content", str(content), "--output", str(output)]
    return subprocess.run(
        [*command, "--layouts", str(ROOT / "layouts"), "--now", NOW, *options],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        umask=umask,
        encoding="utf-8",
    )


def digest(site: Path) -> str:
    """Return a digest of all names and bytes of a site."""
    total = hashlib.sha256()
    for file in sorted(site.rglob("*")):
        if file.is_file():
            total.update(f"{file.relative_to(site)}\0".encode() + file.read_bytes() + b"\0")
    return total.hexdigest()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, ready_python: Sequence[str]) -> tuple[Path, Path]:
    """A small region and its site, as a build left it; who changes one of them takes a copy."""
    folder = tmp_path_factory.mktemp("good")
    content = written(folder / "content", {**GOOD, KOFFIE: EVENT})
    done = build(content, folder / "site", python=ready_python)
    assert done.returncode == 0, done.stderr
    return content, folder / "site"


def test_build_is_the_same_bytes_in_any_surroundings(tmp_path: Path, elsewhere: Path) -> None:
    """The content of the example region, in two of its languages, which are written in two directions."""
    content = copied(tmp_path / "content", "nl", "ar")
    surroundings = {
        "PYTHONHASHSEED": "4711",
        "LC_ALL": "C",
        "LANG": "C",
        "TZ": "Pacific/Auckland",
        "HOME": str(elsewhere),
    }
    here, there = tmp_path / "site", elsewhere / "uitvoer"
    once = build(content, here, "--jobs", "1", "--no-cache")
    again = build(
        made_in_another_order(content, elsewhere / "inhoud"),
        there,
        *("--jobs", "2", "--layouts", str(made_in_another_order(ROOT / "layouts", elsewhere / "layouts"))),
        environment=surroundings,
        cwd=elsewhere,
        umask=0o077,
        python=(*(AS_NOBODY if os.geteuid() == 0 else ()), sys.executable),
    )
    # What is said in a language that is left out here is a mistake, and the rest is there.
    assert once.returncode == again.returncode == 1, again.stderr
    assert len([*here.glob("activiteiten/*/*/index.html")]) > 50
    assert digest(here) == digest(there)
    assert there.stat().st_uid == elsewhere.stat().st_uid


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A folder of another user, where there can be one, that all on the way to it may enter."""
    folder = tempfile.mkdtemp()
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield Path(folder)
    shutil.move(folder, tmp_path)  # where pytest removes it, in its time


def made_in_another_order(folder: Path, other: Path) -> Path:
    """Copy files last one first, of another moment: a folder lists them as they came, or by their hashes."""
    for file in sorted((file for file in folder.rglob("*") if file.is_file()), reverse=True):
        place = other / file.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        os.utime(place, (0, 0))
    return other


def test_second_build_touches_nothing(good: tuple[Path, Path], ready_python: Sequence[str]) -> None:
    content, site = good
    before = {file: file.stat().st_mtime_ns for file in site.rglob("*")}
    assert build(content, site, python=ready_python).returncode == 0
    assert {file: file.stat().st_mtime_ns for file in site.rglob("*")} == before


def test_no_command_means_build(tmp_path: Path) -> None:
    content = written(tmp_path / "content", GOOD)
    command = [sys.executable, str(ROOT / "build.py"), "--content", str(content), "--output", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/index.html").is_file()


def test_mistake_gives_exit_code_1_and_the_rest_of_the_site(tmp_path: Path, ready_python: Sequence[str]) -> None:
    content = written(tmp_path / "content", {**GOOD, KOFFIE: EVENT, "events/de-kern/stuk.md": "stuk"})
    done = build(content, tmp_path / "site", python=ready_python)
    assert done.returncode == 1
    assert f"{content}/events/de-kern/stuk.md:1:1: fout: " in done.stderr
    assert (tmp_path / "site/activiteiten/de-kern/koffie/index.html").is_file()


def test_strict_writes_nothing_when_there_is_a_mistake(tmp_path: Path, ready_python: Sequence[str]) -> None:
    content = written(tmp_path / "content", {**GOOD, "events/de-kern/stuk.md": "stuk"})
    assert build(content, tmp_path / "site", "--strict", python=ready_python).returncode == 1
    assert not (tmp_path / "site").exists()


def test_broken_region_leaves_the_site_as_it_was(
    good: tuple[Path, Path], tmp_path: Path, ready_python: Sequence[str]
) -> None:
    site = shutil.copytree(good[1], tmp_path / "site")
    before = digest(site)
    content = written(tmp_path / "content", {**GOOD, "region.yaml": "title: Zonder adres\n"})
    assert build(content, site, python=ready_python).returncode == 1
    assert digest(site) == before


def test_machine_that_fails_gives_exit_code_3_and_one_line(tmp_path: Path, ready_python: Sequence[str]) -> None:
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    done = build(written(tmp_path / "content", GOOD), tmp_path / "bestand" / "site", python=ready_python)
    assert done.returncode == 3, done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_folder_with_other_things_in_it_is_refused(tmp_path: Path, ready_python: Sequence[str]) -> None:
    content = written(tmp_path / "content", GOOD)
    mine = written(tmp_path / "foto", {"vakantie.jpg": "x"})
    assert build(content, mine, python=ready_python).returncode == 2
    assert [file.name for file in mine.iterdir()] == ["vakantie.jpg"]


def test_killed_build_leaves_the_old_site_or_the_new_one(
    good: tuple[Path, Path], tmp_path: Path, ready_python: Sequence[str]
) -> None:
    """Killed at every step of publishing: `tests/output/test_faults.py`."""
    site = shutil.copytree(good[1], tmp_path / "site")
    content = written(tmp_path / "thee", {**GOOD, KOFFIE: EVENT.replace("Koffie", "Thee")})
    begun = time.monotonic()
    assert build(content, site).returncode == 0
    whole = time.monotonic() - begun
    contents = {digest(good[1]): good[0], digest(site): content}
    chance = random.Random(2026)
    command = [sys.executable, str(ROOT / "build.py"), "build", "--layouts", str(ROOT / "layouts"), "--now", NOW]
    for _ in range(KILLS):
        (other,) = (content for found, content in contents.items() if found != digest(site))
        running = subprocess.Popen(
            [*command, "--content", str(other), "--output", str(site)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )
        time.sleep(chance.uniform(whole / 3, whole * 1.1))
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert digest(site) in contents
    # A build that was to be killed may have been done before: to one that remembers it nothing is left to do or to remove.
    assert build(good[0], site, "--no-cache", python=ready_python).returncode == 0
    assert digest(site) == digest(good[1])
    assert [file.name for file in tmp_path.glob(".site.new-*")] == []


def test_hostile_text_comes_out_as_text(tmp_path: Path, ready_python: Sequence[str]) -> None:
    content = written(tmp_path / "content", {**GOOD, "events/de-kern/kwaad.md": HOSTILE})
    done = build(content, tmp_path / "site", python=ready_python)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/activiteiten/de-kern/kwaad/index.html").read_text(encoding="utf-8")
    assert "{{ 7 * 7 }}" in page
    assert "<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7 * 7 }}</h1>" in page
    for file in (tmp_path / "site").rglob("*.html"):
        text = file.read_text(encoding="utf-8").lower().replace('<iframe id="preview" ', "")  # of the builder
        for harm in ("<script>", "<iframe", "<style", "javascript:", "<img src=x", "<svg onload", "evil.example"):
            assert harm not in text, (file, harm)
