"""What is foreseen is what is asked, and changes no answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from streekagenda.content.calendar import Validated, validate
from streekagenda.content.foreseen import foresee
from streekagenda.content.history import FileHistory
from streekagenda.content.phrases import Phrases
from streekagenda.content.records import Records, read
from streekagenda.recurrence import phrases as grammar
from streekagenda.store import Store
from tests.content_files import EVENT, GOOD, written

TODAY = date(2026, 11, 22)
CLOSED = (
    "gesloten:\n- {naam: {en: Summer break, nl: Zomerstop}, vanaf: 2027-07-01, tot en met: 2027-08-31}\n"
    "- {naam: Herfst, vanaf: 2027-10-01, tot en met: 2027-10-02}\n"
)
WHENS = (
    "6 december 2026  van 14.00 tot 16.00 uur",
    "elke zondag van 14.00 tot 16.00 uur vanaf 6 december 2026, behalve in de zomerstop",
    (
        "\n  - {elke: eerste dinsdag van de maand, tijd: 10.00-12.00 uur, vanaf: 2026-09-01}"
        "\n  - {elke: elke week op woensdag, tijd: '19:30', vanaf: 1 oktober 2026, tot en met: 1 mei 2027, behalve: [zomerstop, feestdagen]}"
    ),
    (
        "\n  - {every: elke maandag, time: 9 uur tot 11 uur, doors: 8.30 uur, from: 2026-09-01, also: 6 december 2026 om 14 uur,"
        "\n     changes: [{on: 2026-12-07, time: 15.15 tot 17 uur}]}"
        "\n  - {on: 8 december 2026, time: 13.30 uur}"
        "\n  - {on: 9 december 2026 van 15.00 tot 17.00 uur}"
        "\n  - {rrule: FREQ=WEEKLY;COUNT=3, start: 10 december 2026 14.00 uur, duration: 2 uur}"
        "\n  - {rrule: FREQ=YEARLY, start: 11 december 2026 14.00 uur, end: 11 december 2026 16:00}"
    ),
)
PLACE = GOOD["places/de-linde.md"].replace(
    "---\n",
    "---\nopen:\n  - {every: elke donderdag, time: 9.00-12.00 uur, except: [Summer break]}\nclosed: 1 januari 2027\n",
    1,
)
FILES = {
    f"events/de-kern/event-{number}.md": f"---\ntitel: Koffie {number}\nplek: de-linde\nonderwerpen: [ontmoeten]\nwanneer: {when}\n---\nKom.\n"
    for number, when in enumerate(WHENS)
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    region = GOOD["region.yaml"] + CLOSED
    return written(
        tmp_path,
        {**GOOD, "region.yaml": region, "places/de-linde.md": PLACE, "events/de-kern/koffie.md": EVENT, **FILES},
    )


def validated(records: Records, content: Path, store: Store) -> Validated:
    return validate(records, content, history=FileHistory(), today=TODAY, phrases=Phrases(store))


def test_what_was_foreseen_is_not_read_again(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records, store = read(content), Store(b"")
    wanted = validated(records, content, Store())
    assert wanted.diagnostics == ()
    assert wanted.calendar is not None
    assert len(wanted.calendar.events) == 1 + len(WHENS)
    foresee(records, Phrases(store), TODAY)
    remembering = Store(store.lines())
    for name in ("read", "read_days", "read_hours", "read_duration", "read_exceptions", "names_hours"):
        monkeypatch.setattr(grammar, name, None)
    assert validated(records, content, remembering) == wanted
