"""What is told of a change is what a full check of both sides, one beside the other, would tell."""

from datetime import datetime
from pathlib import Path

import pytest

from streekagenda.builds import Settings
from streekagenda.comparison import compare
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read
from streekagenda.diagnostics import Diagnostic
from streekagenda.pipeline import with_findings
from streekagenda.preparing import believed_of
from tests.cli.test_since import BEFORE, BREIEN, CANCELLED, CHANGE, KOFFIE, LINDE, MAALTIJD, REGION, SOEP, WASSERIJ
from tests.git_repositories import changed, committed, repository

LAYOUTS = Path(__file__).resolve().parents[1] / "layouts"
CAMPAIGN = "---\ntitel: Winterweken\nvanaf: 2026-12-01\ntot en met: 2027-02-28\n---\nWarm.\n"
KERN = "content/events/de-kern"
ALL = {
    **BEFORE,
    "content/campaigns/winter.md": CAMPAIGN,
    "content/organisations/raster.md": "---\nnaam: Raster\n---\nWelzijn.\n",
    "content/places/leeg.md": WASSERIJ.replace("De oude wasserij", "Het lege huis"),
    f"{KERN}/zondagkoffie.md": KOFFIE.replace("prijs:", "campagne: winter\nprijs:"),
    f"{KERN}/zondagkoffie.en.md": "---\ntitle: Sunday coffee\n---\nCoffee.\n",
    f"{KERN}/oud-en-stuk.md": SOEP,
    "content/events/raster/thee.md": KOFFIE.replace("Zondagkoffie", "Thee op zondag").replace(
        "prijs:", "uid: thee@x\nprijs:"
    ),
}
CHANGES: dict[str, dict[str, str | None]] = {
    "nothing": {},
    "four files": dict(CHANGE),
    "an event removed": {f"{KERN}/buurtmaaltijd.md": None},
    "the only event of a campaign removed": {f"{KERN}/zondagkoffie.md": None, f"{KERN}/zondagkoffie.en.md": None},
    "an event that moves to an empty place": {f"{KERN}/buurtmaaltijd.md": MAALTIJD.replace("de-oude-wasserij", "leeg")},
    "a twin of another event": {"content/events/raster/koffie.md": KOFFIE.replace("Zondagkoffie", "Zondagskoffie")},
    "an event with the uid of another": {f"{KERN}/a.md": BREIEN.replace("prijs:", "uid: thee@x\nprijs:")},
    "an address that is in use": {f"{KERN}/a.md": BREIEN.replace("prijs:", "aliases: [de-kern/zondagkoffie]\nprijs:")},
    "an event that gets an acceptance": {f"{KERN}/zondagkoffie.md": KOFFIE.replace("prijs:", "bewust: {duplicate: Nee}\nprijs:")},
    "an event renamed": {f"{KERN}/buurtmaaltijd.md": None, f"{KERN}/samen-eten.md": MAALTIJD},
    "a date called off": {f"{KERN}/zondagkoffie.md": KOFFIE.replace("  vanaf: 2026-09-06\n", "  vanaf: 2026-09-06\n" + CANCELLED)},
    "a translation changed": {f"{KERN}/zondagkoffie.en.md": "---\ntitle: Coffee on Sunday\n---\nCoffee, a.s. zondag.\n"},
    "a translation removed": {f"{KERN}/zondagkoffie.en.md": None},
    "a place removed": {"content/places/de-linde.md": None},
    "a place renamed": {"content/places/de-linde.md": None, "content/places/de-lindeboom.md": LINDE},
    "a place without facilities": {"content/places/de-linde.md": LINDE.replace("voorzieningen: [rolstoel]\n", "")},
    "a place that is broken": {"content/places/de-linde.md": LINDE.replace("zandweerd", "nergens")},
    "a place that mends an event": {"content/places/de-lindes.md": LINDE},
    "an organisation removed": {"content/organisations/de-kern.md": None},
    "a campaign moved": {"content/campaigns/winter.md": CAMPAIGN.replace("2026-12-01", "2027-02-01")},
    "a campaign removed": {"content/campaigns/winter.md": None},
    "a topic removed": {"content/region.yaml": REGION.replace("  - {id: samen-eten, name: Samen eten}\n", "")},
    "an area removed": {"content/region.yaml": REGION.replace(", {id: voorstad, name: Voorstad}", "")},
    "a region that is broken": {"content/region.yaml": REGION.replace("title: Streekagenda\n", "")},
}  # fmt: skip


def settings(folder: Path) -> Settings:
    return Settings(content=folder, layouts=LAYOUTS, output=Path("site"), now=datetime(2026, 11, 22, 12), drafts=True)


def all_found(folder: Path) -> tuple[Diagnostic, ...]:
    """Everything that is to be said of a folder."""
    records = read(folder)
    validated = believed_of(records, folder, settings(folder), FileHistory())
    return with_findings(validated, records, settings(folder), None).diagnostics


def name(found: Diagnostic) -> tuple[object, ...]:
    """Tell one finding from another; of what is about two files either can be the first."""
    files = frozenset((found.location.path, *found.others))
    return found.code, files, None if found.others else found.location


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_told_is_what_is_new_or_is_about_a_touched_file(
    tmp_path: Path, change: dict[str, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "streekagenda.comparison.read_history", lambda _: FileHistory()
    )  # that of git is another question
    folder = repository(tmp_path / "streek")
    committed(folder, ALL)
    before = {name(one) for one in all_found(folder / "content")}
    changed(folder, change)
    compared = compare(settings(folder / "content"), "HEAD")
    told = compared.validated.diagnostics
    touched = compared.files.touched
    expected = {
        name(one): one
        for one in all_found(folder / "content")
        if touched & {one.location.path, *(other for other in one.others if other.startswith("events/"))}
        or name(one) not in before
    }
    assert {name(one) for one in told} == expected.keys()
    assert [one for one in told if not one.others] == [one for one in expected.values() if not one.others]
