"""What became of files that are the same is taken over, and makes no difference to the calendar."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from streekagenda.content.calendar import validate
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read
from tests.content_files import EVENT, GOOD, REGION, TODAY, written
from tests.photos import PNG

PHOTO = "afbeelding: {bestand: foto.png, beschrijving: Een foto}\n"
FILES = {
    **GOOD,
    "media/foto.png": PNG,
    "events/de-kern/koffie.md": EVENT,
    "events/de-kern/koffie.en.md": "---\ntitle: Coffee\n---\nCome!\n",
    "events/de-kern/foto.md": EVENT.replace("plek:", f"{PHOTO}plek:"),
    "events/de-kern/stuk.md": EVENT.replace("de-linde", "nergens"),
    "events/de-kern/thee.md": EVENT.replace("titel:", "bewust: {wording: Zo heet het.}\nconcept: ja\ntitel:"),
}
CHANGES = {
    "nothing": {},
    "an event": {"events/de-kern/koffie.md": EVENT.replace("Koffie", "Thee")},
    "a new event": {"events/de-kern/nieuw.md": EVENT},
    "an event that is broken": {"events/de-kern/koffie.md": "stuk"},
    "an event that takes a uid": {"events/de-kern/a.md": EVENT.replace("plek:", "uid: koffie@x\nplek:")},
    "an event that takes an address": {"events/de-kern/a.md": EVENT.replace("plek:", "aliases: [de-kern/koffie]\nplek:")},
    "a translation": {"events/de-kern/koffie.en.md": "---\ntitle: Tea\n---\n"},
    "a translation that is broken": {"events/de-kern/koffie.en.md": "---\nwhen: 2027-01-01\n---\n"},
    "a new translation": {"events/de-kern/foto.en.md": "---\ntitle: Photo\n---\n"},
    "a place": {"places/de-linde.md": "---\nname: De Lindeboom\narea: zandweerd\n---\n"},
    "a new place": {"places/nergens.md": "---\nname: Nergens\narea: zandweerd\n---\n"},
    "a place that is broken": {"places/de-linde.md": "---\nnaam: De Linde\n---\n"},
    "the region": {"region.yaml": REGION.replace("https://agenda.example.org/", "https://elders.example.org/")},
    "a region that is broken": {"region.yaml": "title: X\n"},
    "a photo that is none": {"media/foto.png": b"geen foto"},
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_calendar_is_the_same_whatever_is_taken_over(tmp_path: Path, change: dict[str, str | bytes]) -> None:
    history = FileHistory()
    before, after = written(tmp_path / "before", FILES), written(tmp_path / "after", {**FILES, **change})
    records, new_records = read(before), read(after)
    built = validate(records, before, history=history, today=TODAY).built
    same = {record.path: record for record in records.records}
    shared = replace(
        new_records,
        records=tuple(same[one.path] if same.get(one.path) == one else one for one in new_records.records),
    )
    anew = validate(new_records, after, history=history, today=TODAY)
    assert validate(shared, after, history=history, today=TODAY, alike=built) == anew


def test_only_what_changed_is_built(tmp_path: Path) -> None:
    folder = written(tmp_path, FILES)
    records = read(folder)
    first = validate(records, folder, history=FileHistory(), today=TODAY).built
    again = validate(records, folder, history=FileHistory(), today=TODAY, alike=first).built
    assert first is not None
    assert again is not None
    kept = [path for path, one in again.by_path.items() if one is first.by_path[path]]
    assert kept == [
        "events/de-kern/koffie.md",
        "events/de-kern/stuk.md",
        "events/de-kern/thee.md",
    ]  # a photo is looked at
