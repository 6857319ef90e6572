"""A Python that has imported the program already, and made a site: for commands of which the start is not what is asked.

A fresh one takes most of a second before a small site is made. Here one process does that once, and each command is a
copy of it (fork), with a folder, surroundings, streams and an exit code of its own. What a command does is the same. Where
it is about starting, surroundings of the interpreter (``PYTHONHASHSEED``, ``LC_ALL``) or signals, a test takes
``sys.executable``.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CLIENT = Path(__file__).with_name("client.py")


@contextmanager
def ready(folder: Path) -> Iterator[tuple[str, ...]]:
    """Give the beginning of a command line, which goes on with ``build.py``; ``folder`` is for what it needs itself."""
    if any(name.startswith("COVERAGE") for name in os.environ):  # it counts what an interpreter does to its very end
        yield (sys.executable,)
        return
    socket = folder / "socket"
    command = [sys.executable, "-m", "tests.ready_python.server", str(socket), str(folder / "first")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin
        assert server.stdout
        assert server.stdout.readline() == b"ready\n"
        yield (sys.executable, "-I", "-S", str(CLIENT), str(socket))
        server.stdin.close()  # it ends when nobody can ask for anything any more
