"""From git to the site: what became different stands on the page, in the embed and in the feeds, the same for any build."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace

from streekagenda import pipeline
from streekagenda.store import Store
from tests.changed_regions import KOFFIE, LAYOUTS, NOW, WALK, activity, calendar
from tests.git_repositories import committed
from tests.publications import html_sites

SHOWN = ("wijzigingen/index.html", "embed/wijzigingen/index.html", "feeds/changes.atom", "feeds/changes.json")


def built(settings: pipeline.Settings, output: Path, *, jobs: int, store: Store) -> dict[str, bytes]:
    found = pipeline.build(replace(settings, output=output, jobs=jobs, store=store))
    assert found.published is not None
    return {path: (output / path).read_bytes() for path in SHOWN}


def test_what_came_in_the_week_is_on_the_site_and_the_same_for_any_number_of_processes(tmp_path: Path) -> None:
    region = calendar(tmp_path / "content")
    committed(region, {KOFFIE: activity("2026-12-13 14:00-16:00")}, "2026-11-18")
    committed(region, {WALK: activity(titel="Wandelen")}, "2026-11-20")
    settings = pipeline.Settings(content=region, layouts=LAYOUTS, output=tmp_path, now=NOW)
    store = Store()
    first = built(settings, tmp_path / "one", jobs=1, store=store)
    assert built(settings, tmp_path / "two", jobs=2, store=Store(store.lines())) == first
    page = html_sites.parsed(first["wijzigingen/index.html"].decode())
    assert [html_sites.words(one) for one in html_sites.find(page, "turn")] == [
        "Nieuw Wandelen Zondag 6 december 2026 van 14.00 tot 16.00 uur. Huis van de Wijk, Zandweerd",
        (
            "Andere dag Koffie Was: zondag 6 december 2026 van 14.00 tot 16.00 uur Nu: zondag 13 december 2026 van 14.00 tot "
            "16.00 uur Huis van de Wijk, Zandweerd De Brug"
        ),
    ]
    assert [one["title"] for one in json.loads(first["feeds/changes.json"])["items"]] == [
        "Nieuw: Wandelen",
        "Andere dag: Koffie",
    ]


def test_page_of_the_example_region_is_bounded_whatever_its_history(example_site: Path) -> None:
    content = (example_site / "wijzigingen" / "index.html").read_text(encoding="utf-8")
    page = html_sites.parsed(content)
    assert html_sites.words(html_sites.main(page)).startswith("Nieuw en gewijzigd ")
    for day in html_sites.find(page, "day"):
        assert len(html_sites.find(day, "turn")) <= 61
    assert len(content) < 400_000
