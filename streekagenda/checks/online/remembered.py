"""Answers of web addresses, remembered for a day in the user's cache folder."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.checks.online.answer import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "links.json"
LASTS = timedelta(days=1)


def user_cache(environment: Mapping[str, str]) -> Path:
    """Return the program's folder among the user's caches (XDG Base Directory Specification)."""
    base = Path(environment.get("XDG_CACHE_HOME", ""))
    return (base if base.is_absolute() else Path.home() / ".cache") / "streekagenda"


class Remembered(Struct, frozen=True, kw_only=True):
    """What was answered less than a day ago. Silence is not kept: it may be over in a moment."""

    folder: Path | None
    now: datetime
    answers: Mapping[str, tuple[datetime, Answer]]

    @classmethod
    def load(cls, folder: Path | None, now: datetime) -> Remembered:
        """Read what is remembered; a file that cannot be read, or is not ours, is as none."""
        answers: dict[str, tuple[datetime, Answer]] = {}
        try:
            kept = json.loads((folder / FILE).read_text(encoding="utf-8")) if folder else {}
            for address, (moment, answer) in kept.items():
                asked = datetime.fromisoformat(moment)
                if timedelta() <= now - asked < LASTS:
                    answers[str(address)] = (asked, Answer(answer))
        except (OSError, ValueError, TypeError, AttributeError):
            answers = {}
        return cls(folder=folder, now=now, answers=answers)

    def answer(self, address: str) -> Answer | None:
        """Return what an address answered, where that is known."""
        return self.answers[address][1] if address in self.answers else None

    def save(self, found: Mapping[str, Answer]) -> None:
        """Keep what was found too; a disk that is full or may not be written is no reason to stop."""
        if self.folder is None:
            return
        new = {one: (self.now, answer) for one, answer in found.items() if one not in self.answers}
        kept = {
            one: (moment.isoformat(), answer.value)
            for one, (moment, answer) in sorted({**self.answers, **new}.items())
            if answer is not Answer.SILENT
        }
        written = self.folder / f"{FILE}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            written.write_text(json.dumps(kept, ensure_ascii=False, indent=0), encoding="utf-8")
            written.replace(self.folder / FILE)
        except OSError:
            return
