"""What became of activities in the last week, from git: each thing on the day on which it came, and nothing else."""

from datetime import date, datetime
from pathlib import Path

import pytest

from streekagenda.recurrence.turns import Known, Recent
from tests.changed_regions import KOFFIE, LONG_AGO, WALK, activity, calendar, recent, told
from tests.git_repositories import changed, committed, git, repository
from tests.regions import FILES, REGION

SIX, THIRTEEN = "2026-12-06 14:00", "2026-12-13 14:00"
WEEKLY = "elke zondag van 14.00 tot 16.00 uur vanaf 1 november 2026 tot en met 20 december 2026"


def weekly(*exceptions: str) -> str:
    return activity(f"{{elke: '{WEEKLY}', wijzigingen: [{', '.join(exceptions)}]}}" if exceptions else WEEKLY)


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return calendar(tmp_path / "content")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (activity(), activity(status="afgelast"), [("cancelled", [(SIX, SIX)])]),
        (activity(), activity(status="uitgesteld"), [("postponed", [(SIX, SIX)])]),
        (activity(), activity(status="online"), [("online", [(SIX, SIX)])]),
        (activity(status="online"), activity(), [("elsewhere", [(SIX, SIX)])]),
        (activity(status="afgelast"), activity(), [("on-again", [(SIX, SIX)])]),
        (activity(), activity("zondag 13 december 2026 van 14.00 tot 16.00 uur"), [("moved", [(SIX, THIRTEEN)])]),
        (activity(), activity("zondag 6 december 2026 van 15.00 tot 17.00 uur"), [("moved", [(SIX, "2026-12-06 15:00")])]),
        (activity(), activity(plek="wijkgebouw"), [("elsewhere", [(SIX, SIX)])]),
        (activity(), activity(aanmelden="{stand: vol}"), [("full", [(SIX, SIX)])]),
        (activity(aanmelden="{stand: vol}"), activity(aanmelden="{telefoon: '0570 12 34 56'}"), [("room", [(SIX, SIX)])]),
        (weekly(), weekly("{op: 2026-12-13, status: afgelast}"), [("cancelled", [(THIRTEEN, THIRTEEN)])]),
        (weekly(), weekly("{op: 2026-12-13, datum: 2026-12-14}"), [("moved", [(THIRTEEN, "2026-12-14 14:00")])]),
        # one more, one less, others
        (activity(), activity("['2026-12-06 14:00-16:00', '2026-12-13 14:00-16:00']"), [("added", [("", THIRTEEN)])]),
        (activity("['2026-12-06 14:00-16:00', '2026-12-13 14:00-16:00']"), activity(), [("gone", [(THIRTEEN, "")])]),
        (
            activity("['2026-12-06 14:00-16:00', '2026-12-20 14:00-16:00']"),
            activity("['2026-12-13 14:00-16:00', '2026-12-20 14:00-16:00']"),
            [("rescheduled", [(SIX, ""), ("", THIRTEEN)])],
        ),
        # two things at once
        (
            activity(),
            activity("zondag 13 december 2026 van 14.00 tot 16.00 uur", plek="wijkgebouw", aanmelden="{stand: vol}"),
            [("moved", [(SIX, THIRTEEN)]), ("elsewhere", [(SIX, THIRTEEN)]), ("full", [(SIX, THIRTEEN)])],
        ),
        # what says nothing to who comes
        (activity(), activity(titel="Koffie en thee"), []),
        (activity(), activity(prijs="5"), []),
        (weekly(), activity("['2026-12-06 14:00-16:00', '2026-12-13 14:00-16:00', '2026-12-20 14:00-16:00', '2026-11-22 14:00-16:00', '2026-11-29 14:00-16:00']"), []),
        (activity("{op: 2026-12-06 14:00-16:00, status: afgelast}"), activity("2026-12-05 14:00-16:00", status="afgelast"), []),
        # what has been has been, also when it was yesterday
        (activity("2026-11-21 14:00-16:00"), activity("2026-11-21 14:00-16:00", status="afgelast"), []),
        (activity("2026-11-22 14:00-16:00"), activity("2026-11-22 14:00-16:00", status="afgelast"), [("cancelled", [("2026-11-22 14:00", "2026-11-22 14:00")])]),
    ],
)  # fmt: skip
def test_what_became_of_dates_is_told_on_the_day_on_which_it_came(
    region: Path, before: str, after: str, expected: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    committed(region, {KOFFIE: before}, "2026-11-10")
    committed(region, {KOFFIE: after}, "2026-11-18")
    assert told(region) == [("2026-11-18", kind, "de-brug/koffie", dates) for kind, dates in expected]


def test_what_is_new_and_what_is_no_longer_there(region: Path) -> None:
    committed(region, {WALK: activity(titel="Wandelen")}, "2026-11-20")
    committed(region, {KOFFIE: None}, "2026-11-21")
    assert told(region) == [
        ("2026-11-21", "withdrawn", "de-brug/koffie", [(SIX, "")]),
        ("2026-11-20", "new", "de-brug/wandelen", [("", SIX)]),
    ]


def test_activity_without_dates_to_come_neither_comes_nor_goes(region: Path) -> None:
    committed(region, {KOFFIE: activity("2026-11-20 14:00-16:00")}, "2026-11-12")
    committed(region, {KOFFIE: None, WALK: activity("2026-11-19 14:00-16:00")}, "2026-11-21")
    assert told(region) == []


def test_what_was_undone_is_not_told(region: Path) -> None:
    committed(region, {KOFFIE: activity(status="afgelast"), WALK: activity(titel="Wandelen")}, "2026-11-17")
    committed(region, {KOFFIE: activity(), WALK: None}, "2026-11-19")
    assert told(region) == []


def test_what_was_removed_and_put_back_was_never_away(region: Path) -> None:
    committed(region, {KOFFIE: None}, "2026-11-17")
    committed(region, {KOFFIE: activity()}, "2026-11-19")
    assert told(region) == []


def test_each_change_has_its_own_day_and_later_ones_do_not_move_it(region: Path) -> None:
    committed(region, {KOFFIE: weekly()}, "2026-11-10")
    one, other = "{op: 2026-12-06, status: afgelast}", "{op: 2026-12-13, datum: 2026-12-14}"
    committed(region, {KOFFIE: weekly(one)}, "2026-11-17")
    committed(region, {KOFFIE: weekly(one, other)}, "2026-11-19")
    committed(region, {KOFFIE: weekly(one, other).replace("Kom erbij", "Kom vooral")}, "2026-11-21")
    assert told(region) == [
        ("2026-11-19", "moved", "de-brug/koffie", [(THIRTEEN, "2026-12-14 14:00")]),
        ("2026-11-17", "cancelled", "de-brug/koffie", [(SIX, SIX)]),
    ]


def test_twice_moved_is_told_once_from_where_it_was_a_week_ago(region: Path) -> None:
    committed(region, {KOFFIE: activity("2026-12-08 14:00-16:00")}, "2026-11-17")
    committed(region, {KOFFIE: activity("2026-12-13 14:00-16:00")}, "2026-11-19")
    assert told(region) == [("2026-11-19", "moved", "de-brug/koffie", [(SIX, THIRTEEN)])]


def test_several_changes_of_one_day_count_as_one(region: Path) -> None:
    for status in ("uitgesteld", "afgelast"):
        committed(region, {KOFFIE: activity(status=status)}, "2026-11-19")
    assert told(region) == [("2026-11-19", "cancelled", "de-brug/koffie", [(SIX, SIX)])]


def test_new_activity_that_is_off_a_day_later_is_told_as_off(region: Path) -> None:
    committed(region, {WALK: activity()}, "2026-11-17")
    committed(region, {WALK: activity(status="afgelast")}, "2026-11-19")
    assert told(region) == [("2026-11-19", "cancelled", "de-brug/wandelen", [(SIX, SIX)])]


def test_full_and_open_again_in_one_week_is_no_news(region: Path) -> None:
    committed(region, {KOFFIE: activity(aanmelden="{stand: vol}")}, "2026-11-17")
    committed(region, {KOFFIE: activity(aanmelden="{stand: open}")}, "2026-11-19")
    assert told(region) == []


def test_what_is_older_than_a_week_is_not_told(region: Path) -> None:
    committed(region, {KOFFIE: activity(status="afgelast")}, "2026-11-14")
    assert told(region) == []


def test_renamed_file_is_the_same_activity(region: Path) -> None:
    new = "events/de-brug/koffie-met-taart.md"
    git(region, "mv", KOFFIE, new)
    committed(region, {new: activity(status="afgelast")}, "2026-11-19")
    assert told(region) == [("2026-11-19", "cancelled", "de-brug/koffie-met-taart", [(SIX, SIX)])]


def test_file_that_was_renamed_and_is_called_otherwise_is_another_unless_it_says_so(region: Path) -> None:
    new = "events/de-brug/thee.md"
    committed(region, {KOFFIE: None, new: activity(titel="Thee")}, "2026-11-19")
    assert told(region) == [
        ("2026-11-19", "withdrawn", "de-brug/koffie", [(SIX, "")]),
        ("2026-11-19", "new", "de-brug/thee", [("", SIX)]),
    ]
    committed(region, {new: activity(titel="Thee", aliases="[de-brug/koffie]")}, "2026-11-20")
    assert told(region) == []


def test_renamed_twice_and_then_removed_is_one_activity(region: Path) -> None:
    second, third = "events/de-brug/koffie-2.md", "events/de-brug/koffie-3.md"
    committed(region, {KOFFIE: activity(status="uitgesteld")}, "2026-11-16")
    for day, old, new in [("2026-11-17", KOFFIE, second), ("2026-11-18", second, third)]:
        git(region, "mv", old, new)
        committed(region, {}, day)
    assert told(region) == [("2026-11-16", "postponed", "de-brug/koffie-3", [(SIX, SIX)])]
    committed(region, {third: activity()}, "2026-11-19")
    assert told(region) == []
    committed(region, {third: None}, "2026-11-20")
    assert told(region) == [("2026-11-20", "withdrawn", "de-brug/koffie-3", [(SIX, "")])]


def test_day_on_which_the_region_had_a_mistake_is_passed_over(region: Path) -> None:
    committed(
        region, {"region.yaml": REGION.replace("title:", "titels:"), KOFFIE: activity(status="afgelast")}, "2026-11-17"
    )
    committed(region, {"region.yaml": REGION, KOFFIE: activity(status="afgelast", prijs="5")}, "2026-11-19")
    assert told(region) == [("2026-11-19", "cancelled", "de-brug/koffie", [(SIX, SIX)])]


def test_calendar_that_had_a_mistake_a_week_ago_knows_nothing(region: Path) -> None:
    committed(region, {"region.yaml": REGION.replace("title:", "titels:")}, "2026-11-12")
    committed(region, {"region.yaml": REGION, KOFFIE: activity(status="afgelast")}, "2026-11-19")
    assert recent(region) == Recent()


def test_content_is_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    repository(tmp_path)
    whole = {f"streek/content/{path}": text for path, text in {**FILES, KOFFIE: activity()}.items()}
    committed(tmp_path, {**whole, "README.md": "Streek"}, LONG_AGO)
    committed(tmp_path, {f"streek/content/{KOFFIE}": activity(status="afgelast"), "README.md": "Oost"}, "2026-11-19")
    assert told(tmp_path / "streek" / "content") == [("2026-11-19", "cancelled", "de-brug/koffie", [(SIX, SIX)])]


def test_what_a_merge_brings_came_when_it_was_merged(region: Path) -> None:
    git(region, "checkout", "-q", "-b", "voorstel")
    committed(region, {KOFFIE: activity(status="afgelast")}, "2026-11-05")
    git(region, "checkout", "-q", "main")
    committed(region, {"places/kade.md": "---\nnaam: De Kade\nwijk: zandweerd\n---\n"}, "2026-11-16")
    git(region, "merge", "-q", "--no-edit", "voorstel", day="2026-11-20")
    assert told(region) == [("2026-11-20", "cancelled", "de-brug/koffie", [(SIX, SIX)])]


def test_summer_stop_of_the_region_takes_dates_away(tmp_path: Path) -> None:
    closed = "gesloten: [{naam: Winterstop, vanaf: 2026-12-24, tot en met: 2026-12-31}]\n"
    when = f"{{elke: '{WEEKLY}', behalve: [winterstop]}}"
    region = calendar(tmp_path / "content", {"region.yaml": REGION + closed, KOFFIE: activity(when)})
    committed(region, {"region.yaml": REGION + closed.replace("12-24", "12-20")}, "2026-11-19")
    assert told(region) == [("2026-11-19", "gone", "de-brug/koffie", [("2026-12-20 14:00", "")])]


def test_event_with_a_mistake_is_not_called_gone_and_comes_back_as_nothing_new(region: Path) -> None:
    committed(region, {KOFFIE: activity("ooit")}, "2026-11-17")
    committed(region, {KOFFIE: activity()}, "2026-11-19")
    assert told(region) == []


def test_place_and_partner_are_those_of_then(region: Path) -> None:
    committed(region, {"places/wijkgebouw.md": None, KOFFIE: activity(plek="huis-van-de-wijk")}, "2026-11-19")
    assert told(region) == []
    committed(
        region,
        {"places/oud.md": "---\nnaam: Het Oude Huis\nwijk: zandweerd\n---\n", KOFFIE: activity(plek="oud")},
        "2026-11-13",
    )
    committed(region, {"places/oud.md": None, KOFFIE: activity()}, "2026-11-20")
    assert [one.day for one in recent(region).turns] == []


def test_midnight_is_that_of_the_region_also_when_the_clock_changes(tmp_path: Path) -> None:
    region = calendar(tmp_path / "content")
    # 23:30 in Deventer, on the day on which summer time ends there; and half an hour past midnight a week before
    committed(region, {KOFFIE: activity(status="afgelast")}, "2026-10-25T22:30:00+0000")
    committed(region, {WALK: activity()}, "2026-10-24T22:30:00+0000")
    now = datetime(2026, 11, 1, 0, 30)
    assert [(day, kind) for day, kind, _, _ in told(region, now)] == [
        ("2026-10-25", "cancelled"),
        ("2026-10-25", "new"),
    ]
    assert told(region, datetime(2026, 11, 2, 0, 30)) == []


def test_what_came_after_the_moment_of_the_build_is_of_its_day(region: Path) -> None:
    committed(region, {KOFFIE: activity(status="afgelast")}, "2026-12-01")
    assert told(region) == [("2026-11-22", "cancelled", "de-brug/koffie", [(SIX, SIX)])]


def test_young_calendar_tells_what_became_different_after_its_first_day(tmp_path: Path) -> None:
    region = calendar(tmp_path / "content", day="2026-11-18")
    committed(region, {WALK: activity()}, "2026-11-18")
    assert recent(region) == Recent(known=Known.YOUNG, since=date(2026, 11, 18))
    committed(region, {KOFFIE: activity(status="afgelast")}, "2026-11-20")
    assert (recent(region).known, told(region)) == (
        Known.YOUNG,
        [("2026-11-20", "cancelled", "de-brug/koffie", [(SIX, SIX)])],
    )


def test_shallow_clone_tells_what_it_knows(region: Path, tmp_path: Path) -> None:
    committed(region, {KOFFIE: activity(status="afgelast")}, "2026-11-18")
    committed(region, {WALK: activity()}, "2026-11-20")
    told_in_part = [("2026-11-20", "new", "de-brug/wandelen", [("", SIX)])]
    for depth, known, expected in [
        (1, (Known.PART, date(2026, 11, 20)), []),
        (2, (Known.PART, date(2026, 11, 18)), told_in_part),
        (3, (Known.ALL, date(2026, 11, 15)), told(region)),
    ]:
        git(tmp_path, "clone", "-q", "--depth", str(depth), f"file://{region}", f"part-{depth}")
        part = tmp_path / f"part-{depth}"
        found = recent(part)
        assert ((found.known, found.since), told(part)) == (known, expected)


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    changed(tmp_path / "content", FILES)
    assert recent(tmp_path / "content") == Recent()


def test_content_that_was_never_committed_is_not_new(tmp_path: Path) -> None:
    folder = repository(tmp_path / "content")
    changed(folder, FILES)
    assert recent(folder) == Recent()


def test_what_is_not_committed_is_not_told(region: Path) -> None:
    changed(region, {KOFFIE: activity(status="afgelast"), WALK: activity()})
    assert recent(region) == Recent(known=Known.ALL, since=date(2026, 11, 15))


def test_draft_is_not_there(region: Path) -> None:
    committed(region, {KOFFIE: activity(concept="ja"), WALK: activity(concept="ja")}, "2026-11-19")
    assert [(kind, event) for _, kind, event, _ in told(region)] == [("withdrawn", "de-brug/koffie")]


def test_place_with_another_address_is_told_of_what_happens_there(tmp_path: Path) -> None:
    place = "places/huis-van-de-wijk.md"
    said = "---\nnaam: Huis van de Wijk\nwijk: zandweerd\nstraat: Kade 1\n---\n"
    region = calendar(tmp_path / "content", {place: said, WALK: activity(plek="wijkgebouw")})
    committed(region, {place: said.replace("Kade 1", "Kade 2")}, "2026-11-19")
    assert told(region) == [("2026-11-19", "address", "de-brug/koffie", [(SIX, SIX)])]
    # that its name is written otherwise moves nobody
    committed(region, {place: said.replace("Huis van de Wijk", "Wijkhuis")}, "2026-11-20")
    assert told(region) == []
