"""What the preview takes over from a moment ago makes the very site that a clean build makes, whatever changed."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from streekagenda import pipeline, publications
from streekagenda.builds import Settings
from streekagenda.pipeline import Before
from streekagenda.serving.watching import differences, scan
from tests.regions import written

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 11, 22, 12)
KOFFIE = "content/events/de-brug/koffie.md"
THEE = "---\ntitel: Thee\nwanneer: elke maandag van 14.00 tot 16.00 uur vanaf 7 september 2026\nplek: wijkgebouw\nonderwerpen: [ontmoeten]\n---\nTot dan.\n"


def text(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        before = (folder / path).read_text(encoding="utf-8")
        assert old in before
        (folder / path).write_text(before.replace(old, new), encoding="utf-8")

    return change


def file(path: str, content: str) -> Callable[[Path], None]:
    return lambda folder: (folder / path).write_text(content, encoding="utf-8") and None


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
    "an event renamed": lambda folder: (folder / KOFFIE).rename(folder / "content/events/de-brug/bakkie.md") and None,
    "an event gone": lambda folder: (folder / "content/events/de-brug/thee.md").unlink(),
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
    last, traces, different = pipeline.prepare(settings), scan(folders), []
    assert last.site is not None
    wanted = {one.path: one.content for one in publications.outputs(last.site)}
    for name, change in CHANGES.items():
        before = wanted
        change(tmp_path)
        now = scan(folders)
        kept = frozenset(
            path.removeprefix(f"{settings.content}/") for path, trace in now.items() if traces.get(path) == trace
        )
        layouts = not any(path.startswith(str(settings.layouts)) for path in differences(traces, now))
        last, traces = pipeline.prepare(settings, Before(prepared=last, files=kept, layouts=layouts)), now
        clean = pipeline.prepare(settings)
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
