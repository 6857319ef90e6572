"""Asks many web addresses, politely: hosts side by side, one question at a time to each, with a pause between."""

from __future__ import annotations

import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from streekagenda.checks.online.answer import Answer
from streekagenda.checks.online.question import ask
from streekagenda.checks.online.remembered import Remembered
from streekagenda.formats.uris import is_example

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

AT_ONCE = 8
"""Hosts that are asked side by side."""
PAUSE = 1.0
"""Seconds between two questions to one host."""


class Asker(Struct, frozen=True, kw_only=True):
    """Asks web addresses on the internet; a machine or a network of one's own is never asked (SSRF)."""

    now: datetime
    """With a zone: an answer is remembered for a day."""
    cache: Path | None = None
    """The folder in which answers are remembered, such as :func:`remembered.user_cache`; ``None``: nowhere."""
    progress: Callable[[int, int], None] | None = None
    """Told, after each answer, how many there are of how many; from several threads."""
    private: bool = False
    """Whether addresses in private networks may be asked: for tests."""
    pause: float = PAUSE

    def __call__(self, addresses: Sequence[str]) -> Mapping[str, Answer]:
        """Return what became of each address."""
        remembered = Remembered.load(self.cache, self.now)
        answers = {address: answer for address in addresses if (answer := remembered.answer(address))}
        by_host: defaultdict[str, list[str]] = defaultdict(list)
        for address in addresses:
            if is_example(address):
                answers[address] = Answer.THERE
            elif address not in answers:
                by_host[_host(address)].append(address)
        done = count(len(answers) + 1)

        def ask_host(of_host: list[str]) -> dict[str, Answer]:
            found: dict[str, Answer] = {}
            for address in of_host:
                if found:
                    time.sleep(self.pause)
                found[address] = ask(address, private=self.private)
                if self.progress:
                    self.progress(next(done), len(addresses))
            return found

        with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            for found in pool.map(ask_host, by_host.values()):
                answers |= found
        remembered.save(answers)
        return answers


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return ""
