"""What subscribers get when something changes: two builds of a folder in git, and what differs between their feeds."""

import subprocess
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import icalendar
import pytest

from streekagenda import pipeline, preparing
from streekagenda.content.history import read_history
from streekagenda.formats.ical_rules import name_of, vevents_of
from streekagenda.publications import feeds
from tests.content.test_history import git
from tests.content_files import GOOD, REGION, written

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 11, 22, 12)
FIRST, SECOND, THIRD = "2026-11-01", "2026-11-11", "2026-11-21"
TEN_DAYS = 864_000
"""Seconds."""

KOFFIE = "events/de-kern/koffie.md"
SERIES = """\
---
titel: Koffie
wanneer:
  elke: zondag 14.00-16.00 uur
  vanaf: 2026-11-01
  tot en met: 2027-03-28
  behalve: [2026-12-27]
  wijzigingen:
    - {op: 2026-12-20, tijd: 17.00-19.00, titel: Kerstdiner}
plek: de-linde
onderwerpen: [ontmoeten]
---
Kom erbij!
"""
TOUR = """\
---
titel: Rijdende huiskamer
wanneer:
  - {op: 2026-12-01, tijd: 10.00-12.00, plek: de-linde}
  - {op: 2026-12-02, tijd: 10.00-12.00, plek: de-es}
onderwerpen: [ontmoeten]
---
"""
SINGLE = """\
---
titel: Lezing
wanneer: 2026-12-10 19:30-21:00
plek: de-linde
onderwerpen: [ontmoeten]
---
"""
FILES: Mapping[str, str] = {
    **GOOD,
    "places/de-es.md": "---\nname: De Es\narea: rivierenwijk\n---\n",
    KOFFIE: SERIES,
    "events/de-kern/tour.md": TOUR,
    "events/de-kern/lezing.md": SINGLE,
}


class Region:
    """A folder with content in git."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        git(folder, "init", "-q", "-b", "main")
        self.commit(FIRST, FILES)

    def commit(self, day: str, files: Mapping[str, str]) -> None:
        written(self.folder, files)
        git(self.folder, "add", ".")
        git(self.folder, "commit", "-q", "-m", "x", day=day)

    def change(self, day: str, path: str, was: str, becomes: str) -> None:
        text = (self.folder / path).read_text(encoding="utf-8")
        assert was in text
        self.commit(day, {path: text.replace(was, becomes)})

    def feeds(self, now: datetime = NOW) -> dict[str, bytes]:
        return published(self.folder, now)


def published(folder: Path, now: datetime = NOW) -> dict[str, bytes]:
    settings = pipeline.Settings(content=folder, layouts=ROOT / "layouts", output=folder / "site", now=now)
    found = preparing.believed(settings, read_history(folder))
    assert found.diagnostics == ()
    assert found.calendar is not None
    site = preparing.site_of(preparing.expand(found.calendar, now), found.media, settings)
    return {output.path: output.content for output in feeds.outputs(site)}


@pytest.fixture
def region(tmp_path: Path) -> Region:
    return Region(tmp_path)


Names = dict[tuple[str, str], icalendar.Event]
"""The VEVENTs by their UIDs without host and their RECURRENCE-IDs."""


def events(found: Mapping[str, bytes], feed: str = "feeds/all.ics") -> Names:
    read: Names = {}
    for one in vevents_of(found[feed]):
        uid, planned = name_of(one)
        read[uid.removesuffix("@agenda.example.org"), planned] = icalendar.Event.from_ical(one)
    return read


def stamps(event: icalendar.Event) -> tuple[str, str, str, int]:
    """CREATED, LAST-MODIFIED, DTSTAMP, as days; and SEQUENCE."""
    days = [event[name].dt.date().isoformat() for name in ("CREATED", "LAST-MODIFIED", "DTSTAMP")]
    return days[0], days[1], days[2], int(event["SEQUENCE"])


def said(event: icalendar.Event) -> tuple[str, str]:
    return str(event["SUMMARY"]), event["DTSTART"].to_ical().decode()


UNTOUCHED = (FIRST, FIRST, FIRST, 0)
TOUCHED = (FIRST, SECOND, SECOND, TEN_DAYS)
SERIES_NAMES = {("de-kern/koffie", ""), ("de-kern/koffie", "20261220T140000")}
TOUR_NAMES = {("de-kern/tour.de-linde", ""), ("de-kern/tour.de-es", "")}
LECTURE = ("de-kern/lezing", "")


def test_as_it_begins(region: Region) -> None:
    found = events(region.feeds())
    assert found.keys() == {*SERIES_NAMES, *TOUR_NAMES, LECTURE}
    assert {stamps(one) for one in found.values()} == {UNTOUCHED}
    assert [said(found[name]) for name in sorted(SERIES_NAMES)] == [
        ("Koffie", "20261101T140000"),
        ("Kerstdiner", "20261220T170000"),
    ]


# ----------------------------------------------------------------------------------------------- nothing has changed


def test_another_build_another_day_a_fresh_clone_give_the_same_bytes(region: Region, tmp_path: Path) -> None:
    found = region.feeds()
    calendars = [path for path in found if path.endswith(".ics")]
    assert region.feeds() == found
    other_day = region.feeds(datetime(2026, 12, 5, 23, 59))
    assert [other_day[path] for path in calendars] == [found[path] for path in calendars]
    git(tmp_path, "clone", "-q", f"file://{region.folder}", "kloon")
    assert published(tmp_path / "kloon") == found


def test_another_zone_and_seed_give_the_same_bytes(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    # the whole site in other surroundings is in test_build_promises.py
    found = region.feeds()
    program = (
        "import sys, hashlib; from pathlib import Path; from tests.test_feed_scenarios import published;"
        "print(hashlib.sha256(repr(sorted(published(Path(sys.argv[1])).items())).encode()).hexdigest())"
    )
    digests = set()
    for zone, seed in (("Pacific/Auckland", "1"), ("America/Lima", "2")):
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        run = subprocess.run(
            [str(ROOT / ".venv/bin/python"), "-c", program, str(region.folder)],
            capture_output=True,
            check=True,
            cwd=ROOT,
        )
        digests.add(run.stdout)
    assert len(digests) == 1
    assert region.feeds() == found


def test_a_commit_elsewhere_changes_no_feed(region: Region) -> None:
    found = region.feeds()
    region.commit(SECOND, {"LEESMIJ.txt": "Hallo"})
    assert region.feeds() == found


# -------------------------------------------------------------------------------------------------- something changes


def test_a_new_title_raises_the_stamps_and_keeps_the_names(region: Region) -> None:
    before = region.feeds()
    region.change(SECOND, KOFFIE, "titel: Koffie", "titel: Thee")
    after = region.feeds()
    found = events(after)
    assert found.keys() == {*SERIES_NAMES, *TOUR_NAMES, LECTURE}
    assert [(said(found[name]), stamps(found[name])) for name in sorted(SERIES_NAMES)] == [
        (("Thee", "20261101T140000"), TOUCHED),
        (("Kerstdiner", "20261220T170000"), TOUCHED),
    ]
    others = {"feeds/event/de-kern/tour.ics", "feeds/event/de-kern/lezing.ics"}
    assert {path: after[path] for path in others} == {path: before[path] for path in others}


def test_a_moved_day_keeps_its_name(region: Region) -> None:
    region.change(SECOND, "events/de-kern/lezing.md", "2026-12-10", "2026-12-11")
    found = events(region.feeds())[LECTURE]
    assert (said(found), stamps(found)) == (("Lezing", "20261211T193000"), TOUCHED)


def test_one_date_of_a_series_moves(region: Region) -> None:
    moved = "- {op: 2026-12-06, datum: 2026-12-07, opmerking: De zaal is bezet.}\n    - {op: 2026-12-20"
    region.change(SECOND, KOFFIE, "- {op: 2026-12-20", moved)
    found = events(region.feeds())
    assert found.keys() == {*SERIES_NAMES, ("de-kern/koffie", "20261206T140000"), *TOUR_NAMES, LECTURE}
    override = found["de-kern/koffie", "20261206T140000"]
    assert (said(override), stamps(override)) == (("Koffie", "20261207T140000"), TOUCHED)
    assert override["DESCRIPTION"].split("\n")[0] == (
        "Verplaatst. Eerst stond het op een andere dag: zondag 6 december 2026 van 14.00 tot 16.00 uur. "
        "De zaal is bezet."
    )
    assert stamps(found["de-kern/koffie", ""]) == TOUCHED  # who looks at the series alone must see that it changed


def test_one_date_is_cancelled_and_comes_back(region: Region) -> None:
    before = region.feeds()
    cancelled = "- {op: 2026-12-06, status: afgelast, opmerking: De beheerder is ziek.}\n    - {op: 2026-12-20"
    region.change(SECOND, KOFFIE, "- {op: 2026-12-20", cancelled)
    after = region.feeds()
    override = events(after)["de-kern/koffie", "20261206T140000"]
    assert (said(override), stamps(override)) == (("AFGELAST: Koffie", "20261206T140000"), TOUCHED)
    assert override["STATUS"] == "CONFIRMED"
    assert override["DESCRIPTION"].startswith("Afgelast. De beheerder is ziek.\n\n")
    for news in ("feeds/all.atom", "feeds/all.json"):
        assert "Afgelast: zondag 6 december 2026" in after[news].decode()

    region.change(THIRD, KOFFIE, cancelled, "- {op: 2026-12-20")
    back = region.feeds()
    found = events(back)
    assert found.keys() == {*SERIES_NAMES, *TOUR_NAMES, LECTURE}
    assert stamps(found["de-kern/koffie", ""]) == (FIRST, THIRD, THIRD, 2 * TEN_DAYS)
    assert without_stamps(back["feeds/all.ics"]) == without_stamps(before["feeds/all.ics"])


@pytest.mark.parametrize(
    "changed",
    [
        ("plek: de-linde", "status: afgelast\nplek: de-linde"),
        ("- {op: 2026-12-20", "- {op: 2026-12-06, datum: 2027-01-06}\n    - {op: 2026-12-20"),  # past its neighbours
    ],
)
def test_what_is_cancelled_or_moved_far_comes_back_as_it_was(region: Region, changed: tuple[str, str]) -> None:
    was, becomes = changed
    before = region.feeds()
    region.change(SECOND, KOFFIE, was, becomes)
    changed_feed = region.feeds()["feeds/all.ics"]
    assert without_stamps(changed_feed) != without_stamps(before["feeds/all.ics"])
    region.change(THIRD, KOFFIE, becomes, was)
    after = region.feeds()
    assert without_stamps(after["feeds/all.ics"]) == without_stamps(before["feeds/all.ics"])
    assert stamps(events(after)["de-kern/koffie", ""]) == (FIRST, THIRD, THIRD, 2 * TEN_DAYS)


def without_stamps(feed: bytes) -> list[bytes]:
    return [line for line in feed.split(b"\r\n") if not line.startswith((b"DTSTAMP", b"LAST-MOD", b"SEQUENCE"))]


def test_all_is_cancelled_and_stays_until_it_is_over(region: Region) -> None:
    region.change(SECOND, KOFFIE, "plek: de-linde", "status: afgelast\nplek: de-linde")
    found = events(region.feeds())
    assert [(said(found[name])[0], stamps(found[name])) for name in sorted(SERIES_NAMES)] == [
        ("AFGELAST: Koffie", TOUCHED),
        ("AFGELAST: Kerstdiner", TOUCHED),
    ]
    assert ("de-kern/koffie", "") in events(region.feeds(datetime(2027, 6, 1)))
    assert ("de-kern/koffie", "") not in events(region.feeds(datetime(2027, 8, 1)))


def test_the_hour_of_a_series_changes_and_its_exceptions_go_along(region: Region) -> None:
    region.change(SECOND, KOFFIE, "zondag 14.00-16.00", "zondag 13.30-15.30")
    found = events(region.feeds())
    assert found.keys() == {
        ("de-kern/koffie", ""),
        ("de-kern/koffie", "20261220T133000"),
        *TOUR_NAMES,
        LECTURE,
    }
    master = found["de-kern/koffie", ""]
    assert (said(master), stamps(master)) == (("Koffie", "20261101T133000"), TOUCHED)
    assert master["EXDATE"].to_ical() == b"20261227T133000"
    assert master["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20270328T113000Z;BYDAY=SU"


@pytest.mark.parametrize("line", ["aliases: [de-kern/koffie]", "uid: de-kern/koffie@agenda.example.org"])
def test_a_renamed_file_keeps_its_name_in_calendars(region: Region, line: str) -> None:
    git(region.folder, "mv", KOFFIE, "events/de-kern/thee.md")
    region.change(SECOND, "events/de-kern/thee.md", "titel: Koffie", f"titel: Koffie\n{line}")
    after = region.feeds()
    found = events(after)
    assert found.keys() == {*SERIES_NAMES, *TOUR_NAMES, LECTURE}
    assert stamps(found["de-kern/koffie", ""]) == TOUCHED
    assert found["de-kern/koffie", ""]["URL"] == "https://agenda.example.org/activiteiten/de-kern/thee/"
    assert ("feeds/event/de-kern/koffie.ics" in after) is line.startswith("aliases")


def test_a_stop_before_the_others_leaves_their_names(region: Region) -> None:
    new = '- {op: 2026-11-30, tijd: 10.00-12.00, plek: {naam: "De Brink", wijk: zandweerd}}\n  - {op: 2026-12-01'
    region.change(SECOND, "events/de-kern/tour.md", "- {op: 2026-12-01", new)
    found = events(region.feeds())
    assert found.keys() == {*SERIES_NAMES, *TOUR_NAMES, ("de-kern/tour.2026-11-30", ""), LECTURE}
    assert [said(found[name])[1] for name in sorted(TOUR_NAMES)] == ["20261202T100000", "20261201T100000"]
    assert {stamps(found[name]) for name in TOUR_NAMES} == {TOUCHED}


def test_a_file_that_is_removed_leaves_every_feed(region: Region) -> None:
    git(region.folder, "rm", "-q", KOFFIE)
    region.commit(SECOND, {})
    after = region.feeds()
    assert events(after).keys() == {*TOUR_NAMES, LECTURE}
    assert "feeds/event/de-kern/koffie.ics" not in after


@pytest.mark.parametrize(
    ("path", "was", "becomes"),
    [
        ("places/de-linde.md", "name: De Linde", "name: De Nieuwe Linde"),
        ("organisations/de-kern.md", "name: De Kern", "name: Kernteam"),
    ],
)
def test_what_a_feed_tells_of_another_file_counts_too(region: Region, path: str, was: str, becomes: str) -> None:
    region.change(SECOND, path, was, becomes)
    assert stamps(events(region.feeds())["de-kern/koffie", ""]) == TOUCHED


def test_a_closed_week_of_the_region_counts_for_who_leaves_it_out(region: Region) -> None:
    region.change(SECOND, KOFFIE, "behalve: [2026-12-27]", "behalve: [zomerstop]")
    closed = "closed:\n  - {name: zomerstop, from: 2027-01-03, until: 2027-01-10}\n"
    written(region.folder, {"region.yaml": REGION + closed})
    git(region.folder, "commit", "-q", "-a", "--amend", "-m", "x", day=SECOND)
    assert stamps(events(region.feeds())["de-kern/koffie", ""]) == TOUCHED
    region.change(THIRD, "region.yaml", "2027-01-10", "2027-01-17")
    found = events(region.feeds())
    assert found["de-kern/koffie", ""]["EXDATE"].to_ical() == b"20270103T140000,20270110T140000,20270117T140000"
    assert stamps(found["de-kern/koffie", ""]) == (FIRST, THIRD, THIRD, 2 * TEN_DAYS)
    assert stamps(found[LECTURE]) == UNTOUCHED


# ---------------------------------------------------------------------------------------------------------- histories


def test_a_merge_counts_for_what_both_sides_had_changed(region: Region) -> None:
    git(region.folder, "checkout", "-q", "-b", "voorstel")
    region.change("2026-11-05", KOFFIE, "Kom erbij!", "Kom er gezellig bij!")
    git(region.folder, "checkout", "-q", "main")
    region.change(SECOND, KOFFIE, "titel: Koffie", "titel: Thee")
    region.change(SECOND, "events/de-kern/lezing.md", "Lezing", "Voorlezen")
    git(region.folder, "merge", "-q", "--no-edit", "voorstel", day=THIRD)
    found = events(region.feeds())
    assert said(found["de-kern/koffie", ""])[0] == "Thee"
    assert "gezellig" in found["de-kern/koffie", ""]["DESCRIPTION"]
    assert stamps(found["de-kern/koffie", ""]) == (FIRST, THIRD, THIRD, 2 * TEN_DAYS)
    assert stamps(found[LECTURE]) == TOUCHED


def test_a_proposal_that_was_merged_later_than_it_was_written_is_news(region: Region) -> None:
    """Else subscribers who saw the newer place would never see the older text: nothing would have grown."""
    git(region.folder, "checkout", "-q", "-b", "voorstel")
    region.change("2026-11-05", KOFFIE, "titel: Koffie", "titel: Thee")
    git(region.folder, "checkout", "-q", "main")
    region.change(SECOND, "places/de-linde.md", "name: De Linde", "name: De Nieuwe Linde")
    assert stamps(events(region.feeds())["de-kern/koffie", ""]) == TOUCHED
    git(region.folder, "merge", "-q", "--no-edit", "voorstel", day=THIRD)
    found = events(region.feeds())["de-kern/koffie", ""]
    assert (said(found)[0], stamps(found)) == ("Thee", (FIRST, THIRD, THIRD, 2 * TEN_DAYS))


def test_without_a_history_the_file_says_when(region: Region, tmp_path: Path) -> None:
    bare = written(tmp_path / "los", {**FILES, KOFFIE: SERIES.replace("plek:", "gecontroleerd: 2026-11-11\nplek:")})
    (bare / ".git").write_text("gitdir: nergens\n", encoding="utf-8")
    found = events(published(bare))
    assert stamps(found["de-kern/koffie", ""])[:3] == ("2000-01-01", SECOND, SECOND)
    assert stamps(found[LECTURE]) == ("2000-01-01", "2000-01-01", "2000-01-01", 0)


def test_a_shallow_clone_is_warned_about(region: Region, tmp_path: Path) -> None:
    region.change(SECOND, KOFFIE, "titel: Koffie", "titel: Thee")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{region.folder}", "ondiep")
    settings = pipeline.Settings(
        content=tmp_path / "ondiep", layouts=ROOT / "layouts", output=tmp_path / "site", now=NOW
    )
    assert [one.code for one in pipeline.build(settings).diagnostics] == ["shallow-history"]
