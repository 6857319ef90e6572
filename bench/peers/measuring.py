"""What a command costs: seconds by the clock, processor seconds, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

EVERY = 0.03
"""Seconds between two looks at the memory, at least."""
LOOKING = 0.05
"""The part of one core that looking may take: of two cores it is taken from whoever uses both."""
PATIENCE = 600.0
SESSION = 3
"""Where the session stands in /proc/PID/stat behind the name (proc_pid_stat(5), field 6)."""


class Cost(Struct, frozen=True, kw_only=True):
    """What one run took."""

    wall: float
    processor: float
    megabytes: float
    """The most that was held at a time: proportional set sizes of the command and all that it started."""


def cost(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, memory: bool = True) -> Cost:
    """Run a command; raises CalledProcessError with what it said when it fails.

    Its ``memory`` is looked at or not, and then 0: who looks takes time from who uses all cores.
    """
    begun = time.perf_counter()
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=said, start_new_session=True
        ) as process,
    ):
        most = _Most(process.pid)
        if memory:
            most.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        most.over.set()
        if memory:
            most.join()
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, said.read()[-2000:])
    return Cost(wall=wall, processor=used.ru_utime + used.ru_stime, megabytes=most.megabytes)


class _Most(threading.Thread):
    """Looks again and again at what a session holds."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.megabytes, self.over = session, 0.0, threading.Event()

    def run(self) -> None:
        pause = EVERY
        while not self.over.wait(pause):
            begun = time.thread_time()
            self.megabytes = max(self.megabytes, sum(map(proportional, members(self.session))) / 1024)
            pause = max(EVERY, (time.thread_time() - begun) / LOOKING)


def members(session: int) -> list[str]:
    """Return the processes of a session."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            with suppress(OSError):
                stat = (process / "stat").read_text(encoding="utf-8", errors="replace")
                if int(stat.rpartition(")")[2].split()[SESSION]) == session:
                    found.append(process.name)
    return found


def proportional(process: str) -> int:
    """Return the proportional set size of a process in kB (proc_pid_smaps(5)); 0 when it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def until_shown(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], address: str, change: Callable[[], str]
) -> float:
    """Start a command that serves; return the seconds from a change until its address holds what ``change`` returned."""
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(address, "")
            time.sleep(2)  # until it watches
            taken = []
            for _ in range(3):
                wanted, begun = change(), time.perf_counter()
                _wait(address, wanted)
                taken.append(time.perf_counter() - begun)
                time.sleep(1)
            return sorted(taken)[1]
        finally:
            process.terminate()


def _wait(address: str, text: str) -> None:
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        with suppress(OSError, urllib.error.URLError), urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - this machine's own
            if text in answer.read().decode():
                return
        time.sleep(0.01)
    raise TimeoutError(address)
