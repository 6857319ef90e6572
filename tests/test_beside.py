"""Work beside this process: what it says arrives, and what becomes of it does no harm."""

from __future__ import annotations

import errno
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from streekagenda.beside import beside, sign
from tests.forks import forked, is_gone


def numbers() -> Iterator[bytes]:
    yield b"one"
    yield b"x" * 3_000_000


def test_what_it_says_arrives_in_turn_and_then_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    processes = forked(monkeypatch)
    with beside(numbers) as said:
        assert [said(), len(said()), said()] == [b"one", 3_000_000, b""]
    assert said() == b""
    assert list(map(is_gone, processes)) == [True]


def test_where_no_process_is_to_be_had_it_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise OSError(errno.EAGAIN, "no more processes")

    monkeypatch.setattr(os, "fork", refused)
    before = sorted(Path("/proc/self/fd").iterdir())
    with beside(numbers) as said:
        assert said() == b""
    assert sorted(Path("/proc/self/fd").iterdir()) == before


def test_who_has_no_children_to_wait_for_goes_on() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with beside(numbers) as said:
            assert said() == b"one"
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_it_ends_with_who_asked_for_it(tmp_path: Path) -> None:
    late = tmp_path / "late"

    def slow() -> Iterator[bytes]:
        time.sleep(0.5)
        late.write_bytes(b"")
        yield b""

    if (asking := os.fork()) == 0:
        with beside(slow):
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(asking, 0)
    time.sleep(0.7)
    assert not late.exists()


@pytest.mark.parametrize("wanted", [True, False])
def test_sign_is_waited_for_until_it_can_no_longer_be_given(tmp_path: Path, wanted: bool) -> None:
    heard = tmp_path / "heard"

    def waiting() -> Iterator[bytes]:
        yield b"waiting"
        heard.write_text(str(given()))
        yield b"heard"

    with sign() as (give, given), beside(waiting) as said:
        assert said() == b"waiting"
        assert not heard.exists()
        if wanted:
            give()
            assert said() == b"heard"
            assert heard.read_text() == "True"
