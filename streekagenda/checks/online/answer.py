"""What becomes of a question to a web address."""

from __future__ import annotations

from enum import StrEnum


class Answer(StrEnum):
    """Whether somebody who follows the link gets anywhere."""

    THERE = "there"
    """It answers; also when it wants a password or no robots: a visitor with a browser will see more."""
    GONE = "gone"
    """It says that there is no such page."""
    SILENT = "silent"
    """There is no such host, nobody answers there, or only with a fault of its own."""
