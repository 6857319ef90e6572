"""The index that a browser searches, made by Pagefind: the door to that program, which comes in a wheel of its own.

Its Python library waits a tenth of a second for each answer, so that we speak with the program ourselves: each message
is JSON in base64 with a comma behind it (pagefind.app/docs/node-api, "the service"). Where the program is missing, or
cannot run on this machine, there is no index, and the site goes on without.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_UNUSED = ("pagefind-component-ui", "pagefind-highlight", "pagefind-modular-ui", "pagefind-ui")
"""The beginnings of files that only Pagefind's own screens and marks need."""
_ALIVE = 20
"""Seconds in which the program must be able to say its version."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Something that can be found: a page, or one thing that has a page."""

    path: str
    """Of the page, from the home of the site."""
    content: str
    """All words that it is found by."""
    meta: Mapping[str, str]
    """What a result shows; it can be found by these words too."""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def program() -> Path | None:
    """Return the file of the program, where there is one that runs here."""
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 -- the library may be missing

        found = get_executable()
        if found is None:
            return None
        subprocess.run([found, "--version"], check=True, capture_output=True, timeout=_ALIVE)
    except (ImportError, OSError, subprocess.SubprocessError):
        return None
    return found


class Indexing:
    """An index that the program is making, while who wants it does other things.

    The program ends when it has answered, and with the process that began it: it reads from a pipe of that process.
    """

    def __init__(self, program: Path, entries: Iterable[Entry], language: str) -> None:
        """Begin.

        Words are stemmed as in ``language`` (BCP 47), where Pagefind can. The order of entries counts where two are
        found equally well.
        """
        self._language = language.partition("-")[0].lower()
        messages: list[Mapping[str, object]] = [
            {"type": "NewIndex", "config": {"force_language": self._language}},
            *(_message(entry, self._language) for entry in entries),
            {"type": "GetFiles", "index_id": 0},
        ]
        self._answer: Mapping[str, Any] | None = None
        running = subprocess.Popen(
            [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._listening = Thread(target=self._listen, args=(running, messages), daemon=True)
        self._listening.start()

    def files(self) -> dict[str, bytes]:
        """Return the files of the index by their names, with the code that searches it; waits until they are there.

        Raises:
            ChildProcessError: the program ended before its work was done.
        """
        self._listening.join()
        answer = self._answer
        if answer is None or answer["type"] == "Error":
            raise ChildProcessError(f"the search program ended before its work was done: {answer}")
        files = {one["path"]: b64decode(one["content"]) for one in answer["files"]}
        needed = {name: content for name, content in files.items() if not name.startswith(_UNUSED)}
        if f"wasm.{self._language}.pagefind" in needed:
            del needed["wasm.unknown.pagefind"]
        return needed

    def _listen(self, running: subprocess.Popen[bytes], messages: Sequence[Mapping[str, object]]) -> None:
        """Keep the answer to the last of some messages, and end the program."""
        with running:
            assert running.stdin is not None and running.stdout is not None  # noqa: S101, PT018 -- both are pipes
            # It answers while we speak, so that one of both would wait for ever if we spoke and listened in turn.
            speaking = Thread(target=_speak, args=(running.stdin, messages), daemon=True)
            speaking.start()
            answers = _answers(running.stdout)
            self._answer = next((one for one in answers if one["type"] in {"GetFiles", "Error"}), None)
            running.kill()
            speaking.join()


def _message(entry: Entry, language: str) -> dict[str, object]:
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": entry.path,
        "content": entry.content,
        "language": language,
        "meta": dict(entry.meta),
        "filters": {name: list(values) for name, values in entry.filters.items() if values},
        "sort": {},
    }


def _speak(to: IO[bytes], messages: Sequence[Mapping[str, object]]) -> None:
    try:
        for number, message in enumerate(messages, 1):
            to.write(b64encode(json.dumps({"message_id": number, "payload": message}).encode()) + b",")
        to.flush()
    except OSError:
        return  # it has ended, which the listener notices too


def _answers(source: IO[bytes]) -> Iterator[Mapping[str, Any]]:
    rest = bytearray()
    while some := os.read(source.fileno(), 1 << 20):
        *complete, last = some.split(b",")
        for part in complete:
            yield json.loads(b64decode(rest + part))["payload"]
            rest.clear()
        rest += last
