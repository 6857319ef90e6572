"""Promises 17 and 18: dates and recurrences."""

from pathlib import Path
from time import process_time

from tests.promises.region import codes, event, rule


def test_promise_17_a_rule_is_bounded_before_anything_is_reckoned_with_it(tmp_path: Path) -> None:
    rules = {
        "FREQ=WEEKLY;BYDAY=FR": [],
        "FREQ=DAILY;COUNT=1000": [],
        "FREQ=DAILY;UNTIL=20371231": [],
        "FREQ=HOURLY": ["rrule-hourly"],
        "FREQ=DAILY;INTERVAL=0": ["rrule-number"],
        "FREQ=DAILY;INTERVAL=1000": ["rrule-number"],
        "FREQ=DAILY;COUNT=1001": ["rrule-number"],
        "FREQ=DAILY;COUNT=1000000000": ["rrule-number"],
        "FREQ=DAILY;UNTIL=20380101": ["until-too-far"],
        "FREQ=DAILY;UNTIL=20991231": ["until-too-far"],
        f"FREQ=MONTHLY;BYMONTHDAY={','.join(['1'] * 32)}": ["rrule-list-too-long"],
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30": ["series-empty"],
    }
    begun = process_time()
    found = codes(tmp_path, **{f"rule_{n}": event("Een", rule(text)) for n, text in enumerate(rules)})
    assert dict(zip(rules, found.values(), strict=True)) == rules
    every_day = ", ".join(f"{{elke: elke dag {n:02}.00-23.59 uur, vanaf: 2000-01-01}}" for n in range(3, 23))
    many = ", ".join(f"{{elke: elke dag 9.{n:02}-23.59 uur, vanaf: 2000-01-01}}" for n in range(60))
    months = ", ".join(f"{{elke: elke dag 8.{n:02}-23.59 uur, vanaf: 2000-01-01}}" for n in range(60))
    assert codes(tmp_path, whole_day=event("Een", f"[{every_day}]")) == {"whole_day": []}
    assert codes(tmp_path, too_many=event("Een", f"[{many}, {months}]")) == {"too_many": ["too-many-dates"]}
    assert process_time() - begun < 15


def test_promise_18_years_are_2000_to_2100_and_what_cannot_be_is_said(tmp_path: Path) -> None:
    weekly = "elke: vrijdag 10.00-12.00 uur, vanaf: 2027-01-01, tot en met: 2027-01-15"
    assert codes(
        tmp_path,
        first=event("Een", "2000-01-01 10:00-12:00"),
        last=event("Een", "2100-12-31 10:00-12:00"),
        before=event("Een", "1999-12-31 10:00-12:00"),
        after=event("Een", "2101-01-01 10:00-12:00"),
        february=event("Een", "2027-02-30 10:00-12:00"),
        weekday=event("Een", "maandag 1 januari 2027 10.00-12.00 uur"),
        clock=event("Een", "2027-03-28 02:30-04:00"),
        change=event("Een", f"{{{weekly}, wijzigingen: [{{op: 2027-01-09, status: afgelast}}]}}"),
        nothing=event("Een", f"{{{weekly}, behalve: [2027-01-01, 2027-01-08, 2027-01-15]}}"),
    ) == {
        "first": [],
        "last": [],
        "before": ["when-year-range"],
        "after": ["when-year-range"],
        "february": ["when-unknown-date"],
        "weekday": ["when-wrong-weekday"],
        "clock": ["time-does-not-exist"],
        "change": ["change-no-occurrence"],
        "nothing": ["series-all-excepted"],
    }
