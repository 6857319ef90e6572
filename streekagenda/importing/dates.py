"""When an activity is, in the way of a content file: as people write it where that reads back as the same dates.

A rule that no phrase says stands there as an RRULE. A rule that no wall clock here follows, because it is kept in another
zone or lasts for days, becomes its dates one by one, up to the horizon of the region.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.content.phrases import Phrases
from streekagenda.formats.rrule import RuleFault, parse_rule, rule_text
from streekagenda.importing import cleaning, moments
from streekagenda.importing.found import NotTaken
from streekagenda.model.details import Status
from streekagenda.model.schedule import MIDNIGHT, Hours, Moment, moment_on
from streekagenda.recurrence.days import LAST_DAY, days
from streekagenda.rendering.rules import days_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from streekagenda.content.yaml_text import Value
    from streekagenda.importing.found import Changed, Found, When
    from streekagenda.model.schedule import Rule
    from streekagenda.rendering.words import Words

LONGEST_TITLE = 120
"""Characters."""
MOST_DATES = 1_000
"""Of a rule that becomes its dates one by one."""
COMPARED = 150
"""Days by which a phrase must be the rule that it stands for."""
AS_GOOD_AS_NEVER = timedelta(days=9 * 365)
"""Behind the horizon: some programs write 2099 for what does not end, and the format takes no such day."""

_EVERY = re.compile(r"^(?:elke|every) ", re.IGNORECASE)
_WEEK_START = re.compile(r";?WKST=(?:MO|TU|WE|TH|FR|SA|SU)(?=;|$)", re.IGNORECASE)


class Here(Struct, frozen=True, kw_only=True):
    """What dates are written with."""

    zone: str
    """Of the region: an IANA name."""
    words: Words
    """Of the language of the file: Dutch or English."""
    phrases: Phrases
    today: date
    last: date
    """The horizon."""
    where: Callable[[str], dict[str, Value]]
    """Returns the keys that say where, for a location in words."""


class Written(Struct, frozen=True, kw_only=True):
    """What comes at ``when``."""

    value: Value
    last: date | None
    """The last day; ``None`` when it goes on."""
    stops: date | None = None
    """The last date that is written of a rule which goes on after it."""
    long: Moment | None = None
    """Days of which the hours of the first and the last one cannot stand there."""


def written(found: Found, here: Here) -> Written:
    """Return what says when.

    Raises:
        NotTaken: it cannot be said.
    """
    if found.phrase:
        return Written(value=found.phrase, last=None)
    if not found.rule:
        return _one_by_one(found, [found.start, *found.extra], here)
    rule, zone = _rule(found, here)
    starts = _starts(found, rule, zone, here)
    first = moments.span(moments.local(found.start, here.zone), _local_end(found, here))
    at, when = _clock(found.start, zone), first.hours.start if first.hours else None
    follows = all(_same_day(one, day, when) for one, day in starts)
    if first.last > first.first or (at is not None and not follows):
        return _one_by_one(found, [one for one, _ in starts], here, rule)
    return _series(found, rule, first.hours, here)


# ── rules ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _rule(found: Found, here: Here) -> tuple[Rule, ZoneInfo]:
    """Return the rule in the zone of its source."""
    zone = _zone(found.start, here)
    start = found.start
    if isinstance(start, datetime) and start.tzinfo is not None:
        start = start.astimezone(zone)
    day = start.date() if isinstance(start, datetime) else start
    text = found.rule.strip().strip(";")
    plain = text.upper()
    # Which day begins a week matters for every second week of several days only (RFC 5545 section 3.3.10).
    if not ("FREQ=WEEKLY" in plain and "INTERVAL=" in plain and re.search(r"BYDAY=[A-Z]+,", plain)) or (
        "WKST=SU" in plain and not re.search(r"BYDAY=(?:[A-Z,]*,)?SU\b", plain)
    ):
        text = _WEEK_START.sub("", text).lstrip(";")
    rule = parse_rule(text, day, at=_clock(found.start, zone), zone=zone.key)
    if isinstance(rule, RuleFault):
        raise NotTaken(rule.code, **dict(rule.values))
    if rule.until is not None and rule.until > here.last + AS_GOOD_AS_NEVER:
        rule = replace(rule, until=None)
    return rule, zone


def _zone(when: When, here: Here) -> ZoneInfo:
    """Return the zone in which a rule counts its days: of an hour from UTC alone it is that of the region."""
    zone = when.tzinfo if isinstance(when, datetime) else None
    if isinstance(zone, ZoneInfo):
        return zone
    return ZoneInfo("UTC") if zone is UTC else ZoneInfo(here.zone)


def _clock(when: When, zone: ZoneInfo) -> time | None:
    if not isinstance(when, datetime):
        return None
    return (when.astimezone(zone) if when.tzinfo else when).time().replace(second=0, microsecond=0)


def _starts(found: Found, rule: Rule, zone: ZoneInfo, here: Here) -> list[tuple[When, date]]:
    """Return the starts up to the horizon as they are here, each with the day that the rule gives."""
    at = _clock(found.start, zone)
    last = here.last if rule.until is None else min(here.last, rule.until)
    given = list(islice(days(rule, rule.start, max(last, rule.start)), MOST_DATES * 4))
    if at is None:
        return [(day, day) for day in given]
    own = ZoneInfo(here.zone)
    return [(datetime.combine(day, at, zone).astimezone(own).replace(tzinfo=None, fold=0), day) for day in given]


def _same_day(start: When, day: date, when: time | None) -> bool:
    return not isinstance(start, datetime) or (start.date() == day and start.time() == when)


def _series(found: Found, rule: Rule, hours: Hours | None, here: Here) -> Written:
    first = next(days(rule, rule.start, LAST_DAY), None)
    if first is None:
        raise NotTaken("import-no-dates")
    # Every calendar shows DTSTART, also where the rule does not give it.
    before = [rule.start] if first != rule.start else []
    rule = replace(rule, start=first)
    value = _in_words(rule, hours, here) or _in_rfc_5545(rule, hours, here)
    if value is None:
        starts: list[When] = [moments.start_on(day, hours) for day in days(rule, first, here.last)]
        return _one_by_one(found, [moments.start_on(one, hours) for one in before] + starts, here, rule)

    def gives(day: date) -> bool:
        return next(days(rule, day, day), None) is not None

    off = {_day(one, here) for one in found.exceptions}
    changes: dict[date, dict[str, Value]] = {}
    apart: list[Value] = []
    for one in found.changed:
        day, moment = _day(one.planned, here), _moment_of(one, here)
        fits = gives(day) and moment.first == moment.last and (moment.hours is None) == (hours is None)
        if one.cancelled:
            if gives(day):
                changes[day] = {"status": _cancelled(here)}
            continue
        if fits:
            changes[day] = _difference(one, day, moment, hours, found, here)
        else:
            off.add(day)
            apart.append(_entry(moment, one, found, here))
        if fits:
            off.discard(day)
    also = [moments.as_long(moments.local(one, here.zone), hours) for one in found.extra]
    also += [moment_on(day, hours) for day in before]
    also = [
        one for one in dict.fromkeys(also) if not (one.hours == hours and gives(one.first)) and one.first not in off
    ]
    if exceptions := sorted(day for day in off if gives(day)):
        value["except"] = [day.isoformat() for day in exceptions]
    if also:
        value["also"] = [_short(one, here) for one in sorted(also, key=lambda one: one.start)]
    if told := [{"on": day.isoformat(), **change} for day, change in sorted(changes.items()) if change]:
        value["changes"] = list(told)
    ends = rule.until is not None or rule.count is not None
    last = max([rule.start, *islice(days(rule, rule.start, LAST_DAY), MOST_DATES * 40)]) if ends else None
    return Written(value=[value, *apart] if apart else value, last=last)


def _in_words(rule: Rule, hours: Hours | None, here: Here) -> dict[str, Value] | None:
    """Return a rule as a phrase with its first and last day, where that is read back as the same rule."""
    phrase = here.words.with_hours(days_of(replace(rule, until=None, count=None), here.words), hours)
    # The key says `every` already.
    said = next((one for one in (_EVERY.sub("", phrase), phrase) if _reads_as(one, rule, hours, here)), None)
    if said is None:
        return None
    value: dict[str, Value] = {"every": said, "from": rule.start.isoformat()}
    if rule.until is not None:
        value["until"] = rule.until.isoformat()
    if rule.count is not None:
        value["count"] = str(rule.count)
    return value


def _reads_as(phrase: str, rule: Rule, hours: Hours | None, here: Here) -> bool:
    reading = here.phrases.reading(phrase, today=here.today, start=rule.start, recurring=True)
    if reading.problems or reading.moments or len(reading.rules) != 1:
        return False
    said = reading.rules[0]
    if said.until or said.count or said.exclusions or said.also or said.changes:
        return False
    again = replace(said.rule(rule.start), until=rule.until, count=rule.count)
    return not said.timing.lacks_time and said.timing.hours == hours and _begin(again) == _begin(rule)


def _begin(rule: Rule) -> list[date]:
    return list(islice(days(rule, rule.start, LAST_DAY), COMPARED))


def _in_rfc_5545(rule: Rule, hours: Hours | None, here: Here) -> dict[str, Value] | None:
    text = rule_text(rule, hours, here.zone)
    if text is None:
        return None
    value: dict[str, Value] = {
        "rrule": text,
        "start": _short(moment_on(rule.start, hours and Hours(start=hours.start)), here),
    }
    if hours and hours.end:
        value["end"] = f"{hours.end:%H:%M}"
    return value


def _difference(
    one: Changed, day: date, moment: Moment, hours: Hours | None, found: Found, here: Here
) -> dict[str, Value]:
    """Return the keys of one date that differs, but for ``on``; nothing where it is as planned."""
    change: dict[str, Value] = {}
    if moment.first != day:
        change["date"] = moment.first.isoformat()
    if moment.hours and moment.hours != hours:
        change["time"] = _hours(moment.hours)
    return change | _about(one, found, here)


def _about(one: Changed, found: Found, here: Here) -> dict[str, Value]:
    about: dict[str, Value] = {}
    if one.summary and one.summary != found.summary:
        about["title"] = cleaning.shortened(one.summary, LONGEST_TITLE)
    if one.location and one.location != found.location:
        about |= here.where(one.location)
    return about


# ── dates one by one ──────────────────────────────────────────────────────────────────────────────────────────────


def _one_by_one(found: Found, starts: Iterable[When], here: Here, rule: Rule | None = None) -> Written:
    if rule is not None:
        starts = [*starts, *found.extra]
    whole = moments.span(moments.local(found.start, here.zone), _local_end(found, here))
    length = _length(found, here)
    off = {moments.local(one, here.zone) for one in found.exceptions} if rule is not None else set()
    changed = {moments.local(one.planned, here.zone): one for one in found.changed}
    entries: list[Value] = []
    taken: list[Moment] = []
    for start in sorted(dict.fromkeys(moments.local(one, here.zone) for one in starts), key=moments.sort_key):
        if start in changed or start in off or moments.day_of(start) in off:
            continue
        moment = moments.span(start, _later(start, length))
        taken.append(moment)
        entries.append(here.words.moment(moment))
    for one in found.changed:
        if not one.cancelled:
            taken.append(_moment_of(one, here))
            entries.append(_entry(taken[-1], one, found, here))
    entries = [one for number, one in enumerate(entries) if one not in entries[:number]]
    if not taken:
        raise NotTaken("import-no-dates")
    if len(entries) > MOST_DATES:
        raise NotTaken("import-too-many-dates", number=len(entries), limit=MOST_DATES)
    last = max(one.last for one in taken)
    goes_on = rule is not None and rule.count is None and (rule.until is None or rule.until > here.last)
    long = whole if whole.hours is None and isinstance(found.start, datetime) and not _whole_days(found, here) else None
    return Written(
        value=entries if len(entries) > 1 else entries[0],
        last=None if goes_on else last,
        stops=last if goes_on else None,
        long=long,
    )


def _entry(moment: Moment, one: Changed, found: Found, here: Here) -> Value:
    """Return one moment with what it says for itself."""
    about = _about(one, found, here)
    if not about:
        return here.words.moment(moment)
    day = moment.first.isoformat() if moment.first == moment.last else f"{moment.first}..{moment.last}"
    return {"on": day, "time": _hours(moment.hours) if moment.hours else here.words.hours(None), **about}


# ── moments ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _local_end(found: Found, here: Here) -> When | None:
    return None if found.end is None else moments.local(found.end, here.zone)


def _moment_of(one: Changed, here: Here) -> Moment:
    return moments.span(
        moments.local(one.start, here.zone), None if one.end is None else moments.local(one.end, here.zone)
    )


def _whole_days(found: Found, here: Here) -> bool:
    start, end = moments.local(found.start, here.zone), _local_end(found, here)
    return isinstance(start, datetime) and isinstance(end, datetime) and start.time() == end.time() == MIDNIGHT


def _length(found: Found, here: Here) -> timedelta | None:
    start, end = moments.local(found.start, here.zone), _local_end(found, here)
    if end is None or isinstance(start, datetime) != isinstance(end, datetime):
        return None
    return end - start


def _later(start: When, length: timedelta | None) -> When | None:
    return None if length is None else start + length


def _day(when: When, here: Here) -> date:
    return moments.day_of(moments.local(when, here.zone))


# ── as text ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _hours(hours: Hours) -> str:
    return f"{hours.start:%H:%M}" + (f"-{hours.end:%H:%M}" if hours.end else "")


def _short(moment: Moment, here: Here) -> str:
    return f"{moment.first} {_hours(moment.hours) if moment.hours else here.words.hours(None)}"


def _cancelled(here: Here) -> str:
    return here.words.status_name(Status.CANCELLED).lower()
