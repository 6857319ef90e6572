"""Makes a site once, and then runs each command that is asked for in a copy of itself."""

import gc
import json
import os
import runpy
import select
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from streekagenda import cli
from tests.content_files import EVENT, GOOD, written


def main(address: str, folder: Path) -> None:
    """Answer until nobody holds the other end of our standard input; a copy of us returns too, and is a command then."""
    _make_a_site(folder)
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(address)
        door.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while sys.stdin not in select.select([door, sys.stdin], [], [])[0]:
            client, _ = door.accept()
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                break
            client.close()
        else:
            return
    _tell_how_it_ends(client)


def _make_a_site(folder: Path) -> None:
    """Import, compile and remember what each command would, as the command line does it."""
    content = written(folder / "content", GOOD | {"events/de-kern/koffie.md": EVENT})
    sys.argv = ["build.py", "build", "--content", str(content), "--output", str(folder / "site"), "--no-cache"]
    streams = os.dup(1), os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    assert cli.run() == 0
    for number, stream in enumerate(streams, 1):
        os.dup2(stream, number)


def _tell_how_it_ends(client: socket.socket) -> None:
    """Run the command that is asked for in one more process, and tell the exit code, which is 128 and its number for a signal."""
    said, streams, *_ = socket.recv_fds(client, 1 << 16, 3)
    while piece := client.recv(1 << 16):
        said += piece
    if (child := os.fork()) == 0:
        client.close()
        _run(streams, **json.loads(said))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    client.send(str(code if code >= 0 else 128 - code).encode())
    os._exit(0)


def _run(streams: list[int], command: list[str], folder: str, surroundings: dict[str, str]) -> Any:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(surroundings)
    sys.argv = command
    runpy.run_path(command[0], run_name="__main__")
    sys.exit()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
