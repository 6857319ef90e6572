"""Processes that were begun by a fork of this one, and whether they are gone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def forked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list to which each process is added that is forked from now on."""
    fork, found = os.fork, list[int]()

    def noting() -> int:
        process = fork()
        found.append(process)
        return process

    monkeypatch.setattr(os, "fork", noting)
    return found


def is_gone(process: int) -> bool:
    """Whether a process has ended, and somebody waited for it."""
    try:
        os.waitpid(process, os.WNOHANG)
    except ChildProcessError:
        return True
    return False
