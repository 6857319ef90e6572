"""A small region in git, whose files change on days of November 2026, and what the site tells of it on the 22nd."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from streekagenda import pipeline, preparing
from streekagenda.content.history import read_history
from streekagenda.content.records import read
from streekagenda.recurrence.turns import Recent, TurnedDate
from tests.git_repositories import committed, repository
from tests.regions import FILES

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts"
NOW = datetime(2026, 11, 22, 12)
"""A Sunday, at noon."""
LONG_AGO = "2026-10-01"
KOFFIE = "events/de-brug/koffie.md"
WALK = "events/de-brug/wandelen.md"


def activity(when: str = "zondag 6 december 2026 van 14.00 tot 16.00 uur", **more: str) -> str:
    """The file of an activity; ``more`` are further keys, or others in the place of these."""
    keys = {"titel": "Koffie", "wanneer": when, "plek": "huis-van-de-wijk", "onderwerpen": "[ontmoeten]", **more}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\nKom erbij.\n"


def calendar(folder: Path, files: Mapping[str, str] | None = None, day: str = LONG_AGO) -> Path:
    """A region in git since long before the last week."""
    repository(folder)
    committed(folder, {**FILES, KOFFIE: activity(), **(files or {})}, day)
    return folder


def recent(folder: Path, now: datetime = NOW) -> Recent:
    settings = pipeline.Settings(content=folder, layouts=LAYOUTS, output=folder.parent / "site", now=now)
    history, records = read_history(folder), read(folder)
    validated = preparing.believed_of(records, folder, settings, history)
    assert [one.code for one in validated.diagnostics] == []
    return preparing.recent(records, validated, settings, history)


def told(folder: Path, now: datetime = NOW) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Return of each thing that became different: the day, what, of which event, and each date as it was and is."""
    return [
        (one.day.isoformat(), one.kind.value, one.event.id, [_dates(date) for date in one.dates])
        for one in recent(folder, now).turns
    ]


def _dates(date: TurnedDate) -> tuple[str, str]:
    before, after = (one.moment.start.isoformat(" ", "minutes") if one else "" for one in (date.before, date.after))
    return before, after
