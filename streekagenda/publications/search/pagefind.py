"""The door to Pagefind, a program that comes in a wheel of its own: it knows words in their forms, and searches in browsers.

Its Python library waits a tenth of a second for each answer, so that we speak with the program ourselves: each message
is JSON in base64 with a comma behind it (pagefind.app/docs/node-api, "the service"). Where the program is missing, or
cannot run on this machine, there is no index, and the site goes on without.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from functools import lru_cache
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ALIVE = 20
"""Seconds in which the program must be able to say its version."""
_SCRIPTS, _FORMS = ("pagefind.js", "pagefind-worker.js"), "wasm.{}.pagefind"
"""The code that searches an index: what it knows of the forms of words is of a language, or else ``unknown``."""
_codes: dict[tuple[Path, str], dict[str, bytes]] = {}
"""The code of each language that an index was asked in: it comes with every one, and is always the same."""


@lru_cache(maxsize=1)
def program() -> Path | None:
    """Return the file of the program, where there is one that runs here."""
    try:
        found = _executable()
        subprocess.run([found, "--version"], check=True, capture_output=True, timeout=_ALIVE)
    except (ImportError, OSError, subprocess.SubprocessError):
        return None
    return found


def _executable() -> Path:
    """Return where the program should be, as its library does, whose ways to speak with it bring asyncio and ssl along."""
    named = os.environ.get("PAGEFIND_BINARY_PATH")
    if named:
        return Path(named)
    from pagefind_bin import get_executable  # type: ignore[import-untyped]  # noqa: PLC0415 -- the wheel may be missing

    return Path(get_executable())


def indexed(program: Path, records: Sequence[Mapping[str, object]], language: str) -> dict[str, bytes]:
    """Return the files of an index of records, by their names, with the code that searches it.

    Each record has a ``url``, ``content``, ``meta`` and ``filters``. Words are taken as of ``language`` (BCP 47).

    Raises:
        ChildProcessError: the program ended before its work was done.
    """
    spoken = stemmed_as(language)
    always = {"type": "AddRecord", "index_id": 0, "language": spoken, "sort": {}}
    messages: list[Mapping[str, object]] = [
        {"type": "NewIndex", "config": {"force_language": spoken}},
        *({**always, **record} for record in records),
        {"type": "GetFiles", "index_id": 0},
    ]
    with subprocess.Popen(
        [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as running:
        assert running.stdin is not None and running.stdout is not None  # noqa: S101, PT018 -- both are pipes
        # It answers while we speak, so that one of both would wait for ever if we spoke and listened in turn.
        speaking = Thread(target=_speak, args=(running.stdin, messages), daemon=True)
        speaking.start()
        answers = _answers(running.stdout)
        answer = next((one for one in answers if one["type"] in {"GetFiles", "Error"}), None)
        running.kill()
        speaking.join()
    if answer is None or answer["type"] == "Error":
        raise ChildProcessError(f"the search program ended before its work was done: {answer}")
    files = {one["path"]: b64decode(one["content"]) for one in answer["files"]}
    names = (*_SCRIPTS, _FORMS.format(spoken), _FORMS.format("unknown"))
    _codes[program, spoken] = {name: files[name] for name in names if name in files}
    return files


def code_names(language: str) -> tuple[str, ...]:
    """Return the names of the files that search an index; the last one knows the forms of words of a language."""
    return (*_SCRIPTS, _FORMS.format(stemmed_as(language)))


def code(program: Path, language: str, name: str) -> bytes:
    """Return one of these files; where Pagefind does not know the language, it takes words as they are.

    Raises:
        ChildProcessError: the program ended before its work was done.
    """
    if (program, stemmed_as(language)) not in _codes:
        indexed(program, [record("a")], language)
    files = _codes[program, stemmed_as(language)]
    return files.get(name) or files[_FORMS.format("unknown")]


def record(content: str) -> dict[str, object]:
    """Return a record of words alone."""
    return {"url": "", "content": content, "meta": {}, "filters": {}}


def stemmed_as(language: str) -> str:
    """Return how Pagefind calls a language: without its region."""
    return language.partition("-")[0].lower()


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
