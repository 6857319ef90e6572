"""What the preview takes over from a moment ago makes the very site that a clean build makes, whatever changed."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from streekagenda import preparing, publications
from streekagenda.builds import Settings
from streekagenda.content import amending
from streekagenda.model.selection import Selection
from streekagenda.preparing import Before
from streekagenda.recurrence.facets import KINDS
from streekagenda.serving.watching import differences, scan
from tests.photos import photo
from tests.regions import written

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from streekagenda.preparing import Prepared

NOW = datetime(2026, 11, 22, 12)
KOFFIE = "content/events/de-brug/koffie.md"
THEE = "---\ntitel: Thee\nwanneer: elke maandag van 14.00 tot 16.00 uur vanaf 7 september 2026\nplek: wijkgebouw\nonderwerpen: [ontmoeten]\n---\nTot dan.\n"


def text(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        before = (folder / path).read_text(encoding="utf-8")
        assert old in before
        (folder / path).write_text(before.replace(old, new), encoding="utf-8")

    return change


def file(path: str, content: str | bytes) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def gone(path: str) -> Callable[[Path], None]:
    return lambda folder: (folder / path).unlink()


def moved(old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / new).parent.mkdir(parents=True, exist_ok=True)
        (folder / old).rename(folder / new)

    return change


def both(one: Callable[[Path], None], other: Callable[[Path], None]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        one(folder)
        other(folder)

    return change


CHANGES = {
    "the title of an event": text(KOFFIE, "Koffie", "Koffie met koek"),
    "its day": text(KOFFIE, "donderdag 3 december", "vrijdag 4 december"),
    "its place": text(KOFFIE, "huis-van-de-wijk", "wijkgebouw"),
    "the name of a place": text("content/places/wijkgebouw.md", "Wijkgebouw De Kade", "De Kade"),
    "another event": file("content/events/de-brug/thee.md", THEE),
    "an event with a mistake": text("content/events/de-brug/thee.md", "elke maandag", "elke maandog"),
    "the mistake mended": text("content/events/de-brug/thee.md", "elke maandog", "elke dinsdag"),
    "a translation that the region has no language for": file(
        "content/events/de-brug/thee.en.md", "---\ntitle: Tea\n---\nSee you.\n"
    ),
    "an event renamed": moved(KOFFIE, "content/events/de-brug/bakkie.md"),
    "an event gone": gone("content/events/de-brug/thee.md"),
    "the region": text("content/region.yaml", "name: Zandweerd}", "name: Zandweerd-Noord}"),
    "another language": text(
        "content/region.yaml", "school_region: noord", "school_region: noord\nlanguages: [nl, tr]"
    ),
    "a template": text("layouts/templates/event.html", "<h1", '<h1 data-one="1"'),
    "nothing": lambda _: None,
}


SAME = ("a translation that the region has no language for", "nothing")


def test_a_site_that_takes_over_is_the_site_of_a_clean_build(tmp_path: Path) -> None:
    written(tmp_path / "content")
    shutil.copytree("layouts", tmp_path / "layouts")
    settings = Settings(
        content=tmp_path / "content", layouts=tmp_path / "layouts", output=tmp_path / "never", now=NOW, jobs=1
    )
    folders = (settings.content, settings.layouts)
    last, traces, different = preparing.prepare(settings), scan(folders), []
    assert last.site is not None
    wanted = {one.path: one.content for one in publications.outputs(last.site)}
    for name, change in CHANGES.items():
        before = wanted
        change(tmp_path)
        now = scan(folders)
        last, traces = preparing.prepare(settings, before_of(last, settings, differences(traces, now))), now
        clean = preparing.prepare(settings)
        assert last.site is not None
        assert clean.site is not None
        wanted = {one.path: one.content for one in publications.outputs(clean.site)}
        assert last.diagnostics == clean.diagnostics, name
        files = publications.catalogue(last.site)
        made = {path: files.read(path) for path in sorted(wanted)}  # as a browser asks for them: one by one
        assert [path for path in wanted if made[path] != wanted[path]] == [], name
        assert [path for path in before.keys() - wanted.keys() if path in files] == [], name
        if wanted != before:
            different.append(name)
    assert different == [name for name in CHANGES if name not in SAME]


def many(folder: Path) -> None:
    """As when another branch is checked out."""
    for number in range(9):
        (folder / f"content/events/de-brug/thee-{number}.md").write_text(THEE, encoding="utf-8")


LINK = "content/events/de-brug/link.md"
WITH_PHOTO = THEE.replace("titel: Thee", "titel: Foto\nafbeelding: {bestand: foto.jpg, alt: Wij}")
READ = {
    "an event": file("content/events/de-brug/thee.md", THEE),
    "half of it": file("content/events/de-brug/thee.md", THEE[:40]),
    "nothing of it": file("content/events/de-brug/thee.md", ""),
    "it with a question": file("content/events/de-brug/thee.md", THEE.replace("elke maandag", "elke maandog")),
    "all of it": file("content/events/de-brug/thee.md", THEE.replace("Thee", "Meer thee")),
    "its translation": file("content/events/de-brug/thee.en.md", "---\ntitle: Tea\n---\nSee you.\n"),
    "half of that": file("content/events/de-brug/thee.en.md", "---\ntitle: [Tea"),
    "the other half": file("content/events/de-brug/thee.en.md", "---\ntitle: More tea\n---\n"),
    "another name without its translation": moved(
        "content/events/de-brug/thee.md", "content/events/buurthuis-oost/thee.md"
    ),
    "the same name for its translation": moved(
        "content/events/de-brug/thee.en.md", "content/events/buurthuis-oost/thee.en.md"
    ),
    "two files of one id": file("content/events/buurthuis-oost/thee.yaml", "titel: Thee\nwanneer: 4 december 2026\n"),
    "the first of them gone": gone("content/events/buurthuis-oost/thee.md"),
    "a name that cannot be": file("content/events/de-brug/Te lang.md", THEE),
    "a file of another kind": file("content/events/de-brug/thee.txt", "Thee"),
    "that file gone": gone("content/events/de-brug/thee.txt"),
    "a link": lambda folder: (folder / LINK).symlink_to("koffie.md"),
    "the link a file": both(gone(LINK), file(LINK, THEE)),
    "a folder where a file was": both(gone(LINK), file(f"{LINK}/thee.md", THEE)),
    "a folder that nobody reads": moved(LINK, "content/activiteiten"),
    "a place with a mistake": text("content/places/wijkgebouw.md", "wijk: rivierenwijk", "wijk: nergens"),
    "a place that cannot be read": text("content/places/wijkgebouw.md", "---\nnaam", "naam"),
    "the place mended": text("content/places/wijkgebouw.md", "naam: Wijkgebouw De Kade\nwijk: nergens", "---\nnaam: K"),
    "a translated place": file("content/places/wijkgebouw.en.md", "---\nname: The Quay\n---\n"),
    "a place gone": gone("content/places/huis-van-de-wijk.md"),
    "it back": file("content/places/huis-van-de-wijk.md", "---\nnaam: Huis van de Wijk\nwijk: zandweerd\n---\n"),
    "an organisation": file(
        "content/organisations/thee.md", "---\nnaam: Thee\nlogo: {bestand: foto.jpg, alt: T}\n---\n"
    ),
    "an event with a photo that is not there": file("content/events/de-brug/foto.md", WITH_PHOTO),
    "the photo": file("content/media/foto.jpg", photo(40, 30)),
    "the event beside the photo": text(KOFFIE, "Koffie", "Koek"),
    "another photo": file("content/media/foto.jpg", photo(60, 30)),
    "no photo": file("content/media/foto.jpg", "geen foto"),
    "the event gone that had it": gone("content/events/de-brug/foto.md"),
    "a UID that another has": text(KOFFIE, "titel:", "uid: buurthuis-oost/thee@agenda.example.org\ntitel:"),
    "an address that another has": text(KOFFIE, "titel:", "aliases: [buurthuis-oost/thee]\ntitel:"),
    "a free page": file("content/pages/over.md", "---\ntitel: Over\n---\nHallo.\n"),
    "a region that cannot be read": text("content/region.yaml", "title:", "title: ["),
    "an event while it cannot": file(KOFFIE, THEE),
    "the region mended": text("content/region.yaml", "title: [", "title:"),
    "a file of the layouts": file("layouts/static/two.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "many files": many,
    "one of the many": text("content/events/de-brug/thee-7.md", "titel: Thee", "titel: Zeven"),
    "the many gone": lambda folder: shutil.rmtree(folder / "content/events/de-brug"),
    "all gone": moved("content", "elsewhere"),
    "all back": moved("elsewhere", "content"),
}


def test_what_is_taken_over_is_what_is_found_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, mistakes, events, dates and pictures; without the pages, which the test above makes."""
    monkeypatch.setattr(amending, "MOST", 8)
    content = written(tmp_path / "content")
    settings = Settings(content=content, layouts=tmp_path / "layouts", output=tmp_path / "never", now=NOW, jobs=1)
    folders = (settings.content, settings.layouts)
    last, traces = preparing.prepare(settings), scan(folders)
    since: set[str] = set()
    said = []
    for name, change in READ.items():
        change(tmp_path)
        now = scan(folders)
        since |= set(differences(traces, now))
        traces = now
        taken = preparing.prepare(settings, before_of(last, settings, since))
        clean = preparing.prepare(settings)
        assert found_in(taken) == found_in(clean), name
        said.append(len(clean.diagnostics))
        if taken.site:
            last, since = taken, set()
    assert max(said) > min(said)


def before_of(last: Prepared, settings: Settings, since: Collection[str]) -> Before:
    content = f"{settings.content}/"
    return Before(
        prepared=last,
        changed=frozenset(path.removeprefix(content) for path in since if path.startswith(content)),
        layouts=all(path.startswith(content) for path in since),
    )


def found_in(prepared: Prepared) -> dict[str, object]:
    site, records = prepared.site, prepared.records
    found: dict[str, object] = {
        "files": records.records,
        "unread": records.broken,
        "mistakes": prepared.diagnostics,
        "accepted": prepared.validated.accepted,
        "media": prepared.validated.media,
    }
    if site is None:
        return found
    index = {kind: site.index.ids(kind) for kind in KINDS}
    return found | {
        "calendar": site.calendar,
        "dates": site.timeline.occurrences,
        "index": index,
        "lists": {
            (kind, one): site.index.select(Selection(**{kind: one})) for kind, ids in index.items() for one in ids
        },
        "dates of each": {event.id: tuple(site.index.of(event)) for event in site.calendar.events},
        "published": (site.media, site.pictures, site.static),
    }
