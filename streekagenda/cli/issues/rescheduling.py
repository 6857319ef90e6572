"""Other dates from a day on: the old ones end the day before, and what was said of them is kept.

As with one date, what comes of it is tried: all dates before the first new day must be what they were, and the new ones
must have the exceptions and the details that the old ones had. Where they have not, it is asked back.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

from streekagenda.cli.issues.unclear import NOWHERE
from streekagenda.content.editing import with_value
from streekagenda.model.schedule import DateRange, Series, Single
from streekagenda.recurrence.expansion import expand
from streekagenda.recurrence.phrases import read_date
from streekagenda.rendering.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.cli.issues.unclear import Questions
    from streekagenda.cli.starting.draft import Draft
    from streekagenda.content.records import Record
    from streekagenda.content.yaml_text import Value
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Entry

WINDOW = timedelta(days=3 * 366)
"""How far before and after a day dates are compared."""
_KEPT = ("title", "place", "online", "note", "booking")
"""Keys of an entry that hold for its new dates, too."""


def gone(old: Event, new: Event, today: date) -> tuple[Occurrence, ...]:
    """Return the coming dates of which the day is no more."""
    there = {one.moment.first for one in expand(new, today, today + WINDOW)}
    return tuple(one for one in expand(old, today, today + WINDOW) if one.moment.first not in there)


def from_then_on(text: str, record: Record, event: Event, value: Value, draft: Draft, questions: Questions) -> str:
    """Return the text of a file with new dates; what would be lost without a word is asked about."""
    plain = with_value(text, record, "when", value)
    new = draft.trial.event(record.id, plain, path=record.path) if plain is not None else None
    if plain is None or new is None:
        questions.ask("when", "issue-cannot-change", path=record.path)
        return text
    today = draft.trial.today
    series = [one for one in new.schedule.entries if isinstance(one, Series)]
    lost = gone(event, new, today)
    if not series and lost and any(isinstance(one, Series) for one in event.schedule.entries):
        first = lost[0].moment.first
        questions.ask("when", "issue-would-lose-dates", number=len(lost), first=first, path=record.path)
        return text
    since = min(one.rule.start for one in series) if series else today
    since = min([since, *(one.moment.first for one in new.schedule.entries if isinstance(one, Single))])
    for way in (_joined(record, event, new, value, since, today), value):
        tried = with_value(text, record, "when", way)
        joined = draft.trial.event(record.id, tried, path=record.path) if tried is not None else None
        if tried is not None and joined is not None and _keeps(event, joined, new, since):
            return tried
    doors = {one.hours.doors for one in event.schedule.entries if isinstance(one, Series) and one.hours} - {None}
    said = Words(language=draft.asker.language, translations=draft.asker.translations).schedule_full(event.schedule)
    code = "issue-would-lose-doors" if doors else "issue-would-lose"
    questions.ask("when", code, said=said, path=record.path)
    return text


def _joined(record: Record, event: Event, new: Event, value: Value, since: date, today: date) -> Value:
    """Return the old entries until a day, and the new ones with what was said of the old."""
    written = record.document["when"]
    entries = written if isinstance(written, list) else [written]
    if len(entries) != len(event.schedule.entries):
        return value
    pairs = list(zip(entries, event.schedule.entries, strict=True))
    old = [kept for entry, read in pairs for kept in _until(entry, read, since, today)]
    rules = [(entry, read) for entry, read in pairs if isinstance(read, Series)]
    if len(rules) == 1 and isinstance(rules[0][0], dict):
        value = _with_more(value, new, rules[0][0], rules[0][1], today)
    both = [*old, *(value if isinstance(value, list) else [value])]
    return both if len(both) > 1 else both[0]


def _until(entry: Value, read: Entry, since: date, today: date) -> Iterator[Value]:
    """Yield an entry as it is before a day, where it is."""
    if isinstance(read, Single):
        if read.moment.first < since:
            yield entry
        return
    if read.rule.start >= since:
        return
    ended: dict[str, Value] = dict(entry) if isinstance(entry, dict) else {"every": entry}
    if read.rule.until is None or read.rule.until >= since:
        ended["until"] = (since - timedelta(days=1)).isoformat()
    changes = [one for one in _changes(ended) if (day := _day(one, today)) is None or day < since]
    ended.pop("changes", None)
    yield {**ended, "changes": changes} if changes else ended


def _with_more(value: Value, new: Event, entry: dict[str, Value], old: Series, today: date) -> Value:
    """Return new entries with what held for all dates of the old one, and for those of its days that stay."""
    days = {one.planned.first for one in expand(new, today, today + WINDOW)}
    more = {key: entry[key] for key in _KEPT if key in entry}
    if sets := [one for one in _list(entry.get("except", [])) if _more_than_a_date(one, today)]:
        more["except"] = sets
    if changes := [one for one in _changes(entry) if _day(one, today) in days]:
        more["changes"] = changes
    several = value if isinstance(value, list) else [value]
    found: list[Value] = []
    for said, read in zip_longest(several, new.schedule.entries):
        if not isinstance(said, str) or not isinstance(read, Series):
            return value
        same = old.hours and read.hours and old.hours.start == read.hours.start and read.hours.doors is None
        doors = {"doors": entry["doors"]} if same and "doors" in entry else {}
        found.append({"every": said, **doors, **more} if doors or more else said)
    return found if isinstance(value, list) else found[0]


def _more_than_a_date(said: Value, today: date) -> bool:
    """Whether an exception is of more than one date: holidays, a stop with a name, a range."""
    return isinstance(said, str) and not isinstance(read_date(said, NOWHERE, today=today), date)


def _keeps(old: Event, joined: Event, new: Event, since: date) -> bool:
    """Whether the dates before a day are what they were, and those from then on have what the old ones had."""
    if _before(old, since) != _before(joined, since):
        return False
    days = {one.moment.first for one in expand(new, since, since + WINDOW)}
    if any(one.planned.first >= since and one.planned.first not in days for one in _around(joined, since)):
        return False
    fresh = [one for one in joined.schedule.entries if isinstance(one, Single) or one.rule.start >= since]
    ending = [one for one in old.schedule.entries if isinstance(one, Series) or one.moment.first >= since]
    return all(_holds(one, then) for one in ending for then in fresh)


def _holds(old: Entry, new: Entry) -> bool:
    """Whether a new entry has what was said of all dates of the old one."""
    if old.details != new.details and not (isinstance(old, Single) and isinstance(new, Series)):
        return False
    if isinstance(new, Single) or isinstance(old, Single):
        return True
    sets = [one for one in old.exclusions if not isinstance(one, DateRange) or one.first != one.last]
    doors = old.hours.doors if old.hours else None
    return all(one in new.exclusions for one in sets) and (
        doors is None or bool(new.hours and new.hours.doors is not None)
    )


def _before(event: Event, since: date) -> list[object]:
    return [
        (one.planned, one.moment, one.moved_to, one.title, one.price, one.status, one.booking, one.note)
        for one in _around(event, since)
        if one.planned.first < since
    ]


def _around(event: Event, since: date) -> Sequence[Occurrence]:
    return expand(event, since - WINDOW, since + WINDOW)


def _changes(entry: dict[str, Value]) -> list[Value]:
    return _list(entry.get("changes", []))


def _list(value: Value) -> list[Value]:
    return list(value) if isinstance(value, list) else [value]


def _day(change: Value, today: date) -> date | None:
    """Return the day of a change."""
    on = change.get("on") if isinstance(change, dict) else None
    day = read_date(on, NOWHERE, today=today) if isinstance(on, str) else None
    return day if isinstance(day, date) else None
