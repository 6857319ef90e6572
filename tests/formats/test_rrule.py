"""Rules to text and back; what we refuse, and why."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from streekagenda.formats import rrule as module
from streekagenda.formats.rrule import RuleFault, parse_rule, rule_text
from streekagenda.model.schedule import Hours, Rule
from streekagenda.recurrence.days import days
from tests.examples import day, hours, rule
from tests.recurrence.rules import rules

START = date(2026, 9, 1)
AMSTERDAM = "Europe/Amsterdam"


# --------------------------------------------------------------------------------------------------------- to text


@pytest.mark.parametrize(
    ("a_rule", "expected"),
    [
        (rule("WEEKLY", START, "SU"), "FREQ=WEEKLY;BYDAY=SU"),
        (rule("MONTHLY", START, "3TU,1TU,-1FR"), "FREQ=MONTHLY;BYDAY=-1FR,1TU,3TU"),
        (rule("WEEKLY", START, "WE,MO", interval=2), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO"),
        (rule("MONTHLY", START, month_days=[15, -1], months=[9, 1]), "FREQ=MONTHLY;BYMONTH=1,9;BYMONTHDAY=-1,15"),
        (rule("MONTHLY", START, "MO,TU", positions=[-1], count=7), "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=7"),
    ],
)
def test_rule_text_puts_freq_first_and_sorts_lists(a_rule: Rule, expected: str) -> None:
    assert rule_text(a_rule, None, AMSTERDAM) == expected


@pytest.mark.parametrize(
    ("until", "at", "zone", "expected"),
    [
        ("2027-06-27", "14:00-16:00", AMSTERDAM, "20270627T120000Z"),  # summer time
        ("2027-01-31", "14:00-16:00", AMSTERDAM, "20270131T130000Z"),  # winter time
        ("2027-06-27", "00:30-02:00", AMSTERDAM, "20270626T223000Z"),  # the day before, in UTC
        ("2026-10-25", "02:30-03:00", AMSTERDAM, "20261025T003000Z"),  # exists twice: the first
        ("2027-06-27", "21:00-22:00", "America/Curacao", "20270628T010000Z"),
        ("2027-06-27", None, AMSTERDAM, "20270627"),
    ],
)
def test_rule_text_ends_at_the_start_of_the_last_instance(until: str, at: str | None, zone: str, expected: str) -> None:
    a_rule = rule("DAILY", START, until=until)
    assert rule_text(a_rule, hours(at), zone) == f"FREQ=DAILY;UNTIL={expected}"


@pytest.mark.parametrize(
    "a_rule",
    [
        rule("WEEKLY", START, "WE", week_parity="odd"),
        rule("MONTHLY", START, month_days=[28, 29, 30, 31], positions=[-1]),
        rule("WEEKLY", START, "MO,WE", positions=[1]),
        rule("MONTHLY", START, "MO,1TU"),
    ],
)
def test_rule_text_is_none_where_clients_would_read_other_days(a_rule: Rule) -> None:
    assert rule_text(a_rule, hours("14:00"), AMSTERDAM) is None


@settings(deadline=None)
@given(a_rule=rules(), start=st.times(time(0), time(23, 59)), zone=st.sampled_from([AMSTERDAM, "America/Curacao"]))
def test_parse_rule_reads_back_what_rule_text_wrote(a_rule: Rule, start: time, zone: str) -> None:
    start = start.replace(second=0, microsecond=0)
    for at, series_hours in ((start, Hours(start=start)), (None, None)):
        text = rule_text(a_rule, series_hours, zone)
        assume(text is not None)
        assert parse_rule(text or "", a_rule.start, at=at, zone=zone) == a_rule


@settings(deadline=None)
@given(a_rule=rules(), length=st.integers(0, 1000))
def test_rule_text_gives_the_same_days_in_dateutil(a_rule: Rule, length: int) -> None:
    at, zone = time(14), ZoneInfo(AMSTERDAM)
    # As in a feed, the series begins on a day of its rule; dateutil looks until the year 9999 for one that never comes.
    start = next(days(a_rule, a_rule.start, day("2060-01-01")), None)
    assume(start is not None and a_rule.count is None)
    a_rule, last = replace(a_rule, start=start), (start or START) + timedelta(days=length)
    text = rule_text(a_rule, Hours(start=at), AMSTERDAM)
    assume(text is not None and any(days(replace(a_rule, until=None), last, day("2060-01-01"))))
    begin, end = datetime.combine(a_rule.start, at, zone), datetime.combine(last, at, zone)
    if a_rule.until is None:
        text = f"{text};UNTIL={end.astimezone(ZoneInfo('UTC')):%Y%m%dT%H%M%SZ}"
    judged = [moment.date() for moment in rrulestr(text or "", dtstart=begin)]
    assert [one for one in judged if one <= last] == list(days(a_rule, a_rule.start, last))


# ------------------------------------------------------------------------------------------------------- from text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=1TU", rule("MONTHLY", START, "1TU")),
        ("RRULE:FREQ=MONTHLY;BYDAY=1TU;WKST=MO", rule("MONTHLY", START, "1TU")),
        ("rrule:freq=weekly; byday=mo, we ;interval=2;", rule("WEEKLY", START, "MO,WE", interval=2)),
        ("FREQ=WEEKLY;BYDAY=WE,MO,WE", rule("WEEKLY", START, "MO,WE")),
        ("FREQ=YEARLY;BYDAY=-1TH;BYMONTH=9", rule("YEARLY", START, "-1TH", months=[9])),
        ("FREQ=YEARLY;BYDAY=+20MO", rule("YEARLY", START, "20MO")),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15;COUNT=1000", rule("MONTHLY", START, month_days=[-1, 15], count=1000)),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", rule("MONTHLY", START, "MO,TU", positions=[-1])),
        ("FREQ=DAILY;INTERVAL=999;UNTIL=20270627", rule("DAILY", START, interval=999, until="2027-06-27")),
    ],
)
def test_parse_rule(text: str, expected: Rule) -> None:
    assert parse_rule(text, START) == expected


@pytest.mark.parametrize(
    ("until", "at", "expected"),
    [
        ("20270627", time(14), "2027-06-27"),
        ("20270627T120000Z", time(14), "2027-06-27"),
        ("20270627T115959Z", time(14), "2027-06-26"),  # a second too early for 14:00 in summer
        ("20270626T223000Z", time(0, 30), "2027-06-27"),
        ("20270627T235959Z", time(14), "2027-06-27"),  # 01:59 of the next day: before its 14:00
        ("20270627T140000", time(14), "2027-06-27"),
        ("20270627T135959", time(14), "2027-06-26"),
        ("20270627T235959Z", None, "2027-06-27"),
    ],
)
def test_parse_rule_takes_the_last_day_that_until_leaves(until: str, at: time | None, expected: str) -> None:
    read = parse_rule(f"FREQ=DAILY;UNTIL={until}", START, at=at, zone=AMSTERDAM)
    assert read == rule("DAILY", START, until=expected)


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("", "rrule-no-frequency", {"known": "DAILY, WEEKLY, MONTHLY, YEARLY"}),
        ("BYDAY=MO", "rrule-no-frequency", {"known": "DAILY, WEEKLY, MONTHLY, YEARLY"}),
        ("FREQ=HOURLY", "rrule-hourly", {"known": "DAILY, WEEKLY, MONTHLY, YEARLY"}),
        ("FREQ=MINUTELY", "rrule-minutely", {"known": "DAILY, WEEKLY, MONTHLY, YEARLY"}),
        ("FREQ=SECONDLY", "rrule-secondly", {"known": "DAILY, WEEKLY, MONTHLY, YEARLY"}),
        ("FREQ=FORTNIGHTLY", "rrule-frequency", {"value": "FORTNIGHTLY", "known": "DAILY, WEEKLY, MONTHLY, YEARLY"}),
        ("elke dinsdag", "rrule-unreadable", {"part": "ELKE DINSDAG"}),
        ("FREQ=WEEKLY;BYDAY=", "rrule-unreadable", {"part": "BYDAY="}),
        ("FREQ=DAILY;BYHOUR=9", "rrule-part-unsupported", {"part": "BYHOUR"}),
        ("FREQ=YEARLY;BYWEEKNO=20", "rrule-part-unsupported", {"part": "BYWEEKNO"}),
        ("RSCALE=GREGORIAN;FREQ=YEARLY", "rrule-part-unsupported", {"part": "RSCALE"}),
        (
            "FREQ=DAILY;BYWEEK=2",
            "rrule-part-unknown",
            {"part": "BYWEEK", "known": "FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS, WKST"},
        ),
        ("FREQ=DAILY;FREQ=DAILY", "rrule-part-twice", {"part": "FREQ"}),
        ("FREQ=DAILY;INTERVAL=0", "rrule-number", {"part": "INTERVAL", "value": "0", "lowest": "1", "highest": "999"}),
        ("FREQ=DAILY;COUNT=-1", "rrule-number", {"part": "COUNT", "value": "-1", "lowest": "1", "highest": "1000"}),
        (
            "FREQ=DAILY;COUNT=1000000000",
            "rrule-number",
            {"part": "COUNT", "value": "1000000000", "lowest": "1", "highest": "1000"},
        ),
        ("FREQ=YEARLY;BYMONTH=13", "rrule-number", {"part": "BYMONTH", "value": "13", "lowest": "1", "highest": "12"}),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1,0",
            "rrule-number",
            {"part": "BYMONTHDAY", "value": "0", "lowest": "-31", "highest": "31"},
        ),
        ("FREQ=DAILY;INTERVAL=²", "rrule-number", {"part": "INTERVAL", "value": "²", "lowest": "1", "highest": "999"}),
        ("FREQ=MONTHLY;BYDAY=6MO", "rrule-number", {"part": "BYDAY", "value": "6", "lowest": "-5", "highest": "5"}),
        ("FREQ=MONTHLY;BYDAY=0MO", "rrule-number", {"part": "BYDAY", "value": "0", "lowest": "-5", "highest": "5"}),
        ("FREQ=WEEKLY;BYDAY=MA", "rrule-weekday", {"value": "MA", "known": "MO, TU, WE, TH, FR, SA, SU"}),
        ("FREQ=WEEKLY;BYDAY=1MO", "rrule-nth-weekday", {"value": "1MO", "frequency": "WEEKLY"}),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "rrule-month-day-weekly", {}),
        ("FREQ=MONTHLY;BYSETPOS=1", "rrule-position-alone", {}),
        ("FREQ=WEEKLY;WKST=SU", "rrule-week-start", {"value": "SU"}),
        ("FREQ=WEEKLY;UNTIL=20270101;COUNT=3", "rrule-until-and-count", {}),
        ("FREQ=WEEKLY;UNTIL=2027-01-01", "rrule-until", {"value": "2027-01-01"}),
        ("FREQ=WEEKLY;UNTIL=20270230", "rrule-until", {"value": "20270230"}),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", "rrule-until", {"value": "99991231T235959Z"}),
        (
            "FREQ=WEEKLY;UNTIL=20260831",
            "rrule-until-before-start",
            {"start": "2026-09-01", "until": "2026-08-31"},
        ),
        ("DTSTART:20260901T100000\nRRULE:FREQ=DAILY", "rrule-with-dates", {}),
    ],
)
def test_parse_rule_says_what_is_wrong(text: str, code: str, values: dict[str, str]) -> None:
    assert parse_rule(text, START) == RuleFault(code=code, values=tuple(sorted(values.items())))
    for language in ("nl", "en"):
        assert set(re.findall(r"%\((\w+)\)s", _sentences(language)[code])) <= values.keys()


def test_parse_rule_refuses_lists_that_are_too_long() -> None:
    every_day = ",".join(str(one) for one in range(1, 32))
    assert isinstance(parse_rule(f"FREQ=MONTHLY;BYMONTHDAY={every_day}", START), Rule)
    assert parse_rule(f"FREQ=MONTHLY;BYMONTHDAY={every_day},-1", START) == RuleFault(
        code="rrule-list-too-long", values=(("highest", "31"), ("part", "BYMONTHDAY"))
    )


@settings(deadline=None)
@given(
    text=st.lists(
        st.sampled_from([*module._PARTS, "=", ";", ",", "MO", "WEEKLY", "20270101", "T", "Z", "-1", "99"]) | st.text()
    ).map("".join)
)
def test_parse_rule_answers_anything(text: str) -> None:
    assert isinstance(parse_rule(text, START), Rule | RuleFault)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_fault_has_its_words(language: str) -> None:
    codes = re.findall(r'_Refused\(\s*"(rrule-[a-z-]+)"', Path(module.__file__).read_text(encoding="utf-8"))
    assert set(codes) == set(_sentences(language))


def _sentences(language: str) -> dict[str, str]:
    layouts = Path(__file__).parents[2] / "layouts"
    catalogue = (layouts / "translations" / language / "rrule.po").read_text(encoding="utf-8")
    return dict(re.findall(r'msgid "(.+)"\nmsgstr "(.+)"', catalogue))
