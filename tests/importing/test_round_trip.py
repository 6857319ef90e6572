"""What is found has, as a file that was read back, the same dates: reckoned by dateutil, which knows nothing of us."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from streekagenda.content.records import record_of
from streekagenda.content.trial import Trial
from streekagenda.importing.found import Changed, Found
from streekagenda.importing.writing import Setting, sheet, text_of
from streekagenda.recurrence.expansion import expand
from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import load
from tests.content_files import GOOD, TODAY
from tests.content_files import written as region_in

HERE = ZoneInfo("Europe/Amsterdam")
LAST = date(2027, 11, 22)
"""The horizon."""
ZONES = st.sampled_from([None, HERE, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), UTC])
DAYS = st.dates(date(2026, 11, 23), date(2027, 4, 30))
CLOCKS = st.builds(time, st.integers(8, 15), st.sampled_from([0, 15, 30]))
"""By day, also here: in the night in which the clock changes an end is that of the wall clock, or is said not to exist."""
LENGTHS = st.sampled_from([None, timedelta(minutes=45), timedelta(hours=2), timedelta(hours=7)])
RULES = st.sampled_from(
    [
        *(
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;BYDAY=MO,WE",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR;WKST=MO",
        ),
        *(
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
            "FREQ=MONTHLY;BYDAY=1TU,3TU",
            "FREQ=MONTHLY;BYDAY=-1FR",
            "FREQ=MONTHLY;BYMONTHDAY=15",
        ),
        *("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY"),
        *("FREQ=WEEKLY;BYMONTH=1,2,3;BYDAY=SA", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE"),
    ]
)
ENDS = st.sampled_from(["", ";COUNT=7", ";UNTIL=20270801T000000Z"])


@cache
def trial() -> Trial:
    import tempfile  # noqa: PLC0415 -- one folder for all examples
    from pathlib import Path  # noqa: PLC0415

    return Trial(region_in(Path(tempfile.mkdtemp()), GOOD), TODAY)


@cache
def setting() -> Setting:
    calendar = trial().calendar
    assert calendar is not None
    return Setting(
        calendar=calendar,
        organisation="de-kern",
        topics=("ontmoeten",),
        today=TODAY,
        first=date(2024, 11, 22),
        last=LAST,
        translations=load(packaged()),
    )


def dates(found: Found) -> list[tuple[datetime, datetime]]:
    """Start and end of what takes place, as a build has it; the file must be right."""
    text = text_of(sheet(found, setting()), setting())
    assert record_of(text, "events/de-kern/x.md", "event", "de-kern/x")[0] is not None, text
    tried = trial().text("event", "de-kern/x", text)
    assert tried.mistakes == (), text
    assert tried.calendar is not None
    (event,) = tried.calendar.events
    going = (one for one in expand(event, TODAY, LAST) if one.status != "cancelled" and one.moved_to is None)
    return sorted({(one.moment.start, one.moment.end) for one in going})


def local(moment: datetime) -> datetime:
    return (moment.astimezone(HERE) if moment.tzinfo else moment).replace(tzinfo=None)


@given(DAYS, CLOCKS, LENGTHS, ZONES)
@settings(max_examples=60, deadline=None)
def test_one_moment(day: date, clock: time, length: timedelta | None, zone: ZoneInfo | None) -> None:
    start = datetime.combine(day, clock, zone)
    end = start + length if length else None
    expected = (local(start), local(end or start))
    assert dates(Found(start=start, end=end, summary="Koffie", location="De Linde")) == [expected]


@given(DAYS, st.integers(0, 20))
@settings(max_examples=30, deadline=None)
def test_whole_days(day: date, more: int) -> None:
    last = day + timedelta(days=more)
    midnight = datetime.combine(day, time()), datetime.combine(last + timedelta(days=1), time())
    assert dates(Found(start=day, end=last, summary="Kamp", location="De Linde")) == [midnight]


@given(DAYS, CLOCKS, LENGTHS, ZONES, RULES, ENDS, st.sets(st.integers(1, 6), max_size=3), st.integers(0, 6))
@settings(max_examples=150, deadline=None)
def test_a_rule_with_exceptions_and_a_date_that_moved(
    day: date,
    clock: time,
    length: timedelta | None,
    zone: ZoneInfo | None,
    rule: str,
    end: str,
    off: set[int],
    moved: int,
) -> None:
    # The first date is one of the rule: what DTSTART is beside it, every program reads its own way (RFC 5545 3.8.5.3).
    naive = next(iter(rrulestr(rule, dtstart=datetime.combine(day, clock))))
    assume(naive.date() < date(2027, 7, 31))  # an UNTIL before it is refused
    start = naive.replace(tzinfo=zone)
    if zone is None:
        end = end.replace("T000000Z", "T000000")
    horizon = datetime.combine(LAST, time(23, 59), zone)
    given_by = [one for one in islice(rrulestr(rule + end, dtstart=start), 400) if one <= horizon]
    gone = {one for number, one in enumerate(given_by) if number in off}
    changed: tuple[Changed, ...] = ()
    expected = {local(one): local(one + length if length else one) for one in given_by if one not in gone}
    if moved < len(given_by) and given_by[moved] not in gone and moved:
        planned = given_by[moved]
        new = datetime.combine(local(planned).date(), time(22, 0))
        changed = (
            Changed(planned=planned, start=new, end=new + timedelta(hours=1), summary="Koffie", location="De Linde"),
        )
        del expected[local(planned)]
        expected[new] = new + timedelta(hours=1)
    found = Found(
        start=start,
        end=start + length if length else None,
        rule=rule + end,
        exceptions=tuple(sorted(gone)),
        changed=changed,
        summary="Koffie",
        location="De Linde",
    )
    last = datetime.combine(LAST, time())
    assert [one for one in dates(found) if one[0] < last] == sorted(one for one in expected.items() if one[0] < last)
