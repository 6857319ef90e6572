"""Campaigns and their events, places and what happens there, areas and their codes."""

from pathlib import Path

import pytest

from tests.checks.found import checked, found
from tests.content_files import EVENT, REGION

PATH = "events/de-kern/koffie.md"
WEEK = "campaigns/week.yaml"
WHEN = "wanneer: 2027-01-15 10:00-12:00"


@pytest.mark.parametrize(
    ("when", "bounds", "outside"),
    [
        (WHEN, "from: 2027-01-10\nuntil: 2027-01-20\n", False),
        (WHEN, "from: 2027-01-16\nuntil: 2027-01-20\n", True),
        (WHEN, "until: 2027-01-14\n", True),
        (WHEN, "until: 2027-01-15\n", False),
        (WHEN, "from: 2027-01-16\n", True),
        (WHEN, "from: 2027-01-15\n", False),
        (WHEN, "", False),
        ("wanneer: elke maandag 10-12 uur, vanaf 4 januari 2027", "from: 2027-01-12\nuntil: 2027-01-17\n", True),
        ("wanneer: elke maandag 10-12 uur, vanaf 4 januari 2027", "from: 2027-01-12\nuntil: 2027-01-18\n", False),
        ("wanneer: elke maandag 10-12 uur, vanaf 4 januari 2027", "from: 2030-01-12\n", False),
        ("wanneer: 2026-01-15 10:00-12:00", "from: 2027-01-16\n", False),  # over: nobody needs to mend it
    ],
)
def test_event_has_a_date_in_its_campaign(tmp_path: Path, when: str, bounds: str, outside: bool) -> None:
    files = {WEEK: f"title: Week\n{bounds}", PATH: EVENT.replace(WHEN, f"{when}\ncampagne: week")}
    expected = [(PATH, 4, 11, "outside-campaign")] if outside else []
    assert found(tmp_path, files, "outside-campaign") == expected


def test_campaign_that_is_accepted_in_its_own_file_is_not_asked_about(tmp_path: Path) -> None:
    week = "title: Week\nuntil: 2027-01-14\naccept: {outside-campaign: Wat ervoor en erna is hoort erbij}\n"
    files = {WEEK: week, PATH: EVENT.replace(WHEN, f"{WHEN}\ncampagne: week")}
    assert found(tmp_path, files, "outside-campaign", "accept-unneeded") == []


def test_one_of_two_campaigns_is_the_one_that_is_meant(tmp_path: Path) -> None:
    files = {
        WEEK: "title: Week\nfrom: 2027-01-01\nuntil: 2027-01-31\n",
        "campaigns/week-2026.yaml": "title: Week\nfrom: 2026-01-01\nuntil: 2026-01-31\n",
        PATH: EVENT.replace(WHEN, f"{WHEN}\ncampagne: [week-2026, week]"),
        "events/de-kern/thee.md": EVENT.replace(WHEN, "wanneer: 2026-12-15 10-12 uur\ncampagne: [week-2026, week]"),
    }
    assert found(tmp_path, files, "outside-campaign") == [
        (PATH, 4, 12, "outside-campaign"),
        ("events/de-kern/thee.md", 4, 12, "outside-campaign"),
        ("events/de-kern/thee.md", 4, 23, "outside-campaign"),
    ]


def test_who_asks_about_the_campaign_is_told_of_its_events(tmp_path: Path) -> None:
    files = {WEEK: "title: Week\nuntil: 2027-01-14\n", PATH: EVENT.replace(WHEN, f"{WHEN}\ncampagne: week")}
    assert found(tmp_path, files, "outside-campaign", focus=[WEEK]) == [(PATH, 4, 11, "outside-campaign")]
    assert found(tmp_path, files, "outside-campaign", focus=["places"]) == []


def test_nothing_is_called_unused_while_a_file_with_a_mistake_may_use_it(tmp_path: Path) -> None:
    broken = EVENT.replace("[ontmoeten]", "[niets]")
    files = {WEEK: "title: Week\naccept: {ends-soon: Zo bedoeld}\n", PATH: broken}
    assert found(tmp_path, files) == [(PATH, 5, 15, "unknown-topic")]


@pytest.mark.parametrize(
    ("bounds", "said"), [("", True), ("until: 2026-11-22\n", True), ("until: 2026-11-21\n", False)]
)
def test_campaign_that_is_not_over_has_events(tmp_path: Path, bounds: str, said: bool) -> None:
    files = {WEEK: f"title: Week\n{bounds}"}
    assert found(tmp_path, files, "empty-campaign") == ([(WEEK, 1, 8, "empty-campaign")] if said else [])


@pytest.mark.parametrize(
    "when",
    [
        f"{WHEN}\nplek: de-brug",
        "wanneer: {op: 2027-01-15, tijd: 10-12 uur, plek: de-brug}",
        "wanneer: {elke: maandag 10-12 uur, vanaf: 2027-01-04, wijzigingen: [{op: 2027-01-11, plek: de-brug}]}\nplek: de-linde",
    ],
)
def test_place_of_an_event_an_entry_or_a_change_is_used(tmp_path: Path, when: str) -> None:
    brug = "places/de-brug.md"
    event = EVENT.replace(f"{WHEN}\nplek: de-linde", when)
    files = {brug: "---\nname: De Brug\narea: zandweerd\n---\n", PATH: event}
    assert brug not in [path for path, *_ in found(tmp_path, files, "unused-place")]


def test_areas_without_a_code_are_said_once_for_each_municipality(tmp_path: Path) -> None:
    region = REGION.replace("name: Deventer\n", "name: Deventer\n    code: GM0150\n").replace(
        "{id: zandweerd, name: Zandweerd}", "{id: zandweerd, name: Zandweerd, code: WK015003}"
    )
    (one,) = [one for one in checked(tmp_path, {"region.yaml": region}) if one.code == "area-without-code"]
    assert (one.location.line, dict(one.values)) == (7, {"areas": "Rivierenwijk"})
    assert found(tmp_path, {"region.yaml": region}, "area-without-code", focus=[PATH]) == []


def test_areas_of_a_region_that_uses_no_codes_need_none(tmp_path: Path) -> None:
    assert found(tmp_path, {}, "area-without-code") == []
