"""What ``except`` takes away: by date, by set, or by the name of a holiday."""

from pathlib import Path

import pytest

from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.model.schedule import Exclusion, NamedHoliday, PublicHolidays, SchoolHolidays, Series
from streekagenda.recurrence.planned import planned_days
from tests.content_files import EVENT, GOOD, REGION, codes, only_event, validated
from tests.examples import date_range, day

KOFFIE = "events/de-kern/koffie.md"


def weekly(exceptions: str, *, phrase: str = "vrijdag 10.00-12.00 uur", more: str = "") -> str:
    """An event on Fridays from 15 January 2027."""
    rule = f"\n  elke: {phrase}\n  vanaf: 2027-01-15\n  behalve: [{exceptions}]{more}"
    return EVENT.replace(" 2027-01-15 10:00-12:00", rule)


def series(folder: Path, event: str, **files: str) -> Series:
    (found,) = only_event(folder, event, **files).schedule.entries
    assert isinstance(found, Series)
    return found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("eerste kerstdag", [NamedHoliday(feast=Feast.CHRISTMAS_DAY)]),
        ("met kerst, Goede Vrijdag", [NamedHoliday(feast=Feast.CHRISTMAS), NamedHoliday(feast=Feast.GOOD_FRIDAY)]),
        ("Christmas Day", [NamedHoliday(feast=Feast.CHRISTMAS_DAY)]),
        ("eerste kerstdag 2027", [date_range("2027-12-25")]),
        ("kerstvakantie", [SchoolHolidays(region="noord", name=SchoolBreak.CHRISTMAS)]),
        (
            "feestdagen, zomervakantie en herfstvakantie",
            [
                PublicHolidays(country="NL"),
                SchoolHolidays(region="noord", name=SchoolBreak.SUMMER),
                SchoolHolidays(region="noord", name=SchoolBreak.AUTUMN),
            ],
        ),
    ],
)
def test_holidays_by_their_name_are_what_they_are_called(
    tmp_path: Path, written: str, expected: list[Exclusion]
) -> None:
    assert series(tmp_path, weekly(written)).exclusions == tuple(expected)


def test_holidays_by_their_name_may_stand_in_the_phrase(tmp_path: Path) -> None:
    found = series(tmp_path, weekly("feestdagen", phrase="vrijdag 10-12 uur, niet met Kerst en in de meivakantie"))
    assert found.exclusions == (
        NamedHoliday(feast=Feast.CHRISTMAS),
        SchoolHolidays(region="noord", name=SchoolBreak.MAY),
        PublicHolidays(country="NL"),
    )


def test_school_holidays_of_a_name_are_those_of_the_area(tmp_path: Path) -> None:
    place = {"places/de-linde.md": GOOD["places/de-linde.md"].replace("zandweerd", "rivierenwijk")}
    found = series(tmp_path, weekly("herfstvakantie"), **place)
    assert found.exclusions == (SchoolHolidays(region="midden", name=SchoolBreak.AUTUMN),)


def test_school_holidays_of_a_name_need_a_school_region(tmp_path: Path) -> None:
    nowhere = REGION.replace("school_region: noord\n", "")
    result = validated(tmp_path, {KOFFIE: weekly("feestdagen, kerstvakantie"), "region.yaml": nowhere})
    assert codes(result) == [(KOFFIE, 6, "no-school-region")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("25 december", "when-year-or-every-year"),
        ("1 oktober", "when-no-year"),
        ("zomerstop", "when-which-period"),
        ("eerste kerstdg", "when-typo"),
        ("als het regent", "unknown-exception"),
        ("schoolvakantes", "unknown-exception-near"),
    ],
)
def test_exception_that_is_not_clear_is_asked(tmp_path: Path, written: str, code: str) -> None:
    assert codes(validated(tmp_path, {KOFFIE: weekly(written)})) == [(KOFFIE, 6, code)]


def test_change_on_a_holiday_that_is_left_out_by_its_name_makes_that_day_take_place(tmp_path: Path) -> None:
    changes = "\n  wijzigingen:\n    - {op: 2027-03-26, titel: Goede Vrijdag samen}"
    found = series(tmp_path, weekly("goede vrijdag", more=changes))
    assert [change.on for change in found.changes] == [day("2027-03-26")]
    assert list(planned_days(found, day("2027-03-20"), day("2027-03-31"))) == [day("2027-03-26")]
    assert list(planned_days(found, day("2028-04-10"), day("2028-04-17"))) == []


@pytest.mark.parametrize("key", ["gesloten", "closed"])
def test_key_of_what_cannot_be_is_named_as_the_file_has_it(tmp_path: Path, key: str) -> None:
    place = f"---\nnaam: De Linde\nwijk: zandweerd\n{key}: [schoolvakantes]\n---\n"
    found = validated(tmp_path, {**GOOD, "places/de-linde.md": place}).diagnostics
    assert [(one.code, dict(one.values)["key"]) for one in found] == [("unknown-exception-near", key)]
