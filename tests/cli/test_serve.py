"""``serve`` as a command: what it prints, how it ends, and what it leaves behind."""

import errno
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from streekagenda.builds import Settings
from streekagenda.cli.serve import _Terminal
from streekagenda.preparing import Before
from streekagenda.serving.notices import Speaker
from tests.regions import FILES, written

KOFFIE = "events/de-brug/koffie.md"
NOW = ["--now", "2026-11-22T12:00:00"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content")


def _heed_ctrl_c() -> None:
    """A shell that runs the tests in the background makes all below it deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def serve(content: Path, *options: str, python: Sequence[str] = (sys.executable,)) -> Iterator[subprocess.Popen[str]]:
    temporary = content.parent / "tmp"
    temporary.mkdir()
    command = [*python, "build.py", "serve", "--content", str(content), *NOW, *options]
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env=environment,
        preexec_fn=_heed_ctrl_c,  # noqa: PLW1509 -- no other thread here holds a lock that it takes
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def lines_until(process: subprocess.Popen[str], ending: str) -> list[str]:
    assert process.stderr
    found = []
    for line in process.stderr:
        found.append(line.rstrip("\n"))
        if re.search(ending, line):
            return found
    raise AssertionError(found)


def rest(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    return process.stderr.read()


def leftovers(content: Path) -> list[str]:
    return [path.name for path in (content.parent / "tmp").iterdir()]


def test_address_is_said_and_mistakes_are_reported(content: Path) -> None:
    with serve(content, "--port", "0") as process:
        summary, stop = lines_until(process, "Ctrl-C")[-2:]
        found = re.fullmatch(r"(http://127\.0\.0\.1:\d+/agenda/)  \d+ ms", summary)
        assert found
        assert stop == "Met Ctrl-C stop je."
        with urllib.request.urlopen(found[1], timeout=5) as reply:
            assert reply.status == 200
        (content / KOFFIE).write_text(FILES[KOFFIE].replace("onderwerpen", "onderwerp"), encoding="utf-8")
        changed, *report = lines_until(process, " ms")
        assert changed == str(content / KOFFIE)
        assert any(line.startswith(f"{content / KOFFIE}:5:1: fout: ") for line in report)
        assert re.fullmatch(rf"{found[1]}  \d+ fout(en)?; \d+ ms", report[-1])
        process.send_signal(signal.SIGINT)
        assert rest(process).endswith("Gestopt.\n")
        assert process.wait(10) == 0
    assert leftovers(content) == []


def test_termination_leaves_nothing_either(content: Path) -> None:
    with serve(content, "--port", "0", "--lang", "en") as process:
        lines_until(process, "Press Ctrl-C to stop")
        process.terminate()
        assert process.wait(10) == 0
    assert leftovers(content) == []


def test_port_that_is_taken_is_said(content: Path, ready_python: Sequence[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with serve(content, "--port", str(port), python=ready_python) as process:
            assert rest(process) == (
                f"Poort {port} is al in gebruik bij een ander programma. Kies een andere met --port, of laat --port weg.\n"
            )
            assert process.wait(10) == 3
    assert leftovers(content) == []


def test_without_a_port_the_next_free_one_is_taken(content: Path) -> None:
    with serve(content) as first:
        one = lines_until(first, "Ctrl-C")[-2]
        (content.parent / "tmp").rename(content.parent / "other")
        with serve(content) as second:
            two = lines_until(second, "Ctrl-C")[-2]
            second.send_signal(signal.SIGINT)
            second.wait(10)
        first.send_signal(signal.SIGINT)
        first.wait(10)
    ports = [int(re.search(r":(\d+)/", line)[1]) for line in (one, two)]  # type: ignore[index]
    assert 8000 <= ports[0] < ports[1] < 8020


def test_folder_that_is_not_there_is_a_usage_error(tmp_path: Path, ready_python: Sequence[str]) -> None:
    with serve(tmp_path / "content", python=ready_python) as process:
        assert rest(process).startswith(f"De map “{tmp_path / 'content'}” met de bestanden is er niet.\n")
        assert process.wait(10) == 2


def test_first_reading_that_takes_long_says_how_long(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def slow(*_: object) -> None:
        time.sleep(1.3)

    monkeypatch.setattr("streekagenda.preparing.prepare", slow)
    monkeypatch.setattr("streekagenda.cli.serve.PATIENCE", 1)
    terminal = _Terminal(content=content, speaker=Speaker.of(Path("layouts"), "nl"))
    settings = Settings(content=content, layouts=Path("layouts"), output=Path("never"), now=datetime(2026, 11, 22, 12))
    terminal.prepare(settings, None)
    assert capsys.readouterr().err == "Ik lees de agenda …\n1 seconde …\n"
    terminal.prepare(settings, Before(prepared=None, changed=frozenset(), layouts=True))  # type: ignore[arg-type]  # not looked at
    assert capsys.readouterr().err == ""


def test_system_that_does_not_tell_what_changes_is_said(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terminal = _Terminal(content=content, speaker=Speaker.of(Path("layouts"), "nl"))
    terminal.tell_unwatched(OSError(errno.ENOSPC, "inotify watch limit reached"))
    assert capsys.readouterr().err == (
        "Het systeem zegt niet welke bestanden veranderen (inotify watch limit reached). Ik kijk er steeds zelf naar: een"
        " wijziging zie je na een paar seconden.\n"
    )
