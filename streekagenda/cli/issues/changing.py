"""A filled-in form about an activity that is there: a change, or a date that is off; in the file, or asked back.

A change of one date is tried in every way in which the format can say it, and taken where it does to the dates just
what was asked: that day is another, or off, and all other days stay what they are.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from streekagenda.cli.issues import values
from streekagenda.cli.issues.rescheduling import from_then_on
from streekagenda.cli.issues.unclear import NOWHERE
from streekagenda.cli.starting.choices import Choice
from streekagenda.content.editing import with_body, with_item, with_keys, with_value
from streekagenda.content.records import record_of
from streekagenda.diagnostics import Diagnostic
from streekagenda.model.details import Status
from streekagenda.model.place import Online, Place
from streekagenda.recurrence.expansion import expand
from streekagenda.recurrence.phrases import read_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from streekagenda.cli.issues.reading import Filled
    from streekagenda.cli.issues.unclear import Questions
    from streekagenda.cli.starting.draft import Draft
    from streekagenda.content.records import Record
    from streekagenda.content.trial import Trial
    from streekagenda.content.yaml_text import Path, Value
    from streekagenda.model.calendar import Calendar
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence

    Wanted = Callable[[list[Occurrence], list[Occurrence]], bool]
    """Whether the dates before and after a change differ as they should."""

ALL = frozenset({"alles", "alle", "alle dagen", "alle keren", "all", "everything", "every day"})
AHEAD = timedelta(days=3 * 366)
"""How far dates are compared."""
OF_ONE_DAY = ("date", "time", "note")
"""Fields that only make sense for one day."""
OF_ALWAYS = ("when", "description")
"""Fields that cannot hold for one day."""


class File(Struct, frozen=True, kw_only=True):
    """The file of an activity."""

    record: Record
    text: str
    event: Event


def record_named(said: str, trial: Trial, calendar: Calendar, questions: Questions) -> Record | None:
    """Return the file of the activity of which somebody wrote the address, the id or the title."""
    wanted = values.line(said)
    path = unquote(urlsplit(wanted).path if "//" in wanted else wanted).strip("/").removesuffix("/index.html")
    path = path.removesuffix(".md").removesuffix(".yaml")
    for record in trial.events:
        if path == record.id or path.endswith(f"/{record.id}") or path in _texts_of(record, "aliases"):
            return record
    names = {one.id: one.name.first for one in calendar.organisations if one.id}
    known = [_choice(record, names) for record in trial.events]
    found = values.one_of("event", said, known, questions, "issue-unknown-event")
    return next((record for record in trial.events if record.id == found), None)


def _choice(record: Record, organisations: Mapping[str, str]) -> Choice:
    """Return an activity by its title, told apart from others of that title by who organises it."""
    titles = _texts_of(record, "title") or [record.id]
    organisers = _texts_of(record, "organiser") or [record.id.partition("/")[0]]
    label = ", ".join((titles[0], *(organisations.get(one, one) for one in organisers)))
    return Choice(value=record.id, label=label, also=tuple(titles))


def _texts_of(record: Record, key: str) -> list[str]:
    """Return the texts at a key: one, a list of them, or one for each language."""
    value = record.document.get(key, [])
    several = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    return [values.line(one) for one in several if isinstance(one, str)]


def changed(file: File, filled: Filled, draft: Draft, questions: Questions) -> str:
    """Return the text of a file with what a form for a change says; what is unclear is asked."""
    said, trial = filled.answers, draft.trial
    if not said.keys() - {"event", "day"}:
        questions.ask("", "issue-nothing-said")
        return file.text
    for field in OF_ALWAYS if "day" in said else OF_ONE_DAY:
        if field in said:
            questions.ask(field, "issue-not-for-one-day" if "day" in said else "issue-which-day")
    keys = _keys(said, draft, questions)
    if questions.asked:
        return file.text
    if "day" in said:
        days = _days(said["day"], file, trial, questions)
        if len(days) > 1:
            questions.ask("day", "issue-one-day-at-a-time")
        if questions.asked:
            return file.text
        return _one_day(file, days[0], {"on": days[0].isoformat(), **keys}, trial, questions, _only(days[0]))
    text = file.text
    for key, value in keys.items():
        if key == "when":
            text = from_then_on(text, _record(text, file), file.event, value, draft, questions)
        else:
            text = _replaced(text, file, key, value, questions)
    if "description" in said:
        text = with_body(text, _record(text, file), said["description"]) or text
    return text


def cancelled(file: File, filled: Filled, draft: Draft, questions: Questions) -> str:
    """Return the text of a file in which some dates, or all, are off; what is unclear is asked."""
    said, trial = filled.answers, draft.trial
    note = str(_keys({key: said[key] for key in ("note",) if key in said}, draft, questions).get("note", ""))
    if questions.asked:
        return file.text
    off: dict[str, Value] = {"status": _cancelled(file.record), **({"note": note} if note else {})}
    if values.line(said["day"]).casefold().rstrip(".!") in ALL:
        return _all_off(file, off, trial, questions)
    text = file.text
    for day in _days(said["day"], file, trial, questions):
        now = File(
            record=_record(text, file),
            text=text,
            event=trial.event(file.record.id, text, path=file.record.path) or file.event,
        )
        text = _one_day(now, day, {"on": day.isoformat(), **off}, trial, questions, _off(day))
    return text


# ── what an answer means ──────────────────────────────────────────────────────────────────────────────────────────


def _keys(said: Mapping[str, str], draft: Draft, questions: Questions) -> dict[str, Value]:
    """Return the keys of the format that a change sets."""
    keys: dict[str, Value] = {}
    if "date" in said:
        day = read_date(values.line(said["date"]), NOWHERE, today=draft.trial.today)
        if not questions.take("date", [day] if isinstance(day, Diagnostic) else []):
            keys["date"] = str(day)
    for key in ("time", "note"):
        if key in said:
            keys[key] = values.line(said[key])
            questions.take(key, draft.mistakes({"when": {"on": "2026-01-01", "time": "10:00-11:00", key: keys[key]}}))
    if "when" in said:
        keys["when"], wrong = values.when(said["when"], lambda value: draft.mistakes({"when": value}))
        questions.take("when", wrong)
    for key in ("title", "price"):
        if key in said:
            keys[key] = values.line(said[key])
            questions.take(key, draft.mistakes({key: keys[key]}))
    if "place" in said:
        where = values.where(draft.calendar, said, draft.asker.language, questions)
        questions.take("place", draft.mistakes(where))
        keys |= where
    return keys


def _days(answer: str, file: File, trial: Trial, questions: Questions) -> list[date]:
    """Return the days that an answer names, each of which the activity has."""
    found: list[date] = []
    for line in filter(None, (values.line(one).removeprefix("- ") for one in answer.splitlines())):
        day = read_date(line, NOWHERE, today=trial.today)
        if isinstance(day, Diagnostic):
            questions.take("day", [day])
        elif any(one.planned.first == day for one in _dates(file.event, day)):
            found.append(day)
        else:
            coming = [one.moment.first.isoformat() for one in _dates(file.event, trial.today)]
            known = f"issue-no-such-day{'-known' if coming else ''}"
            questions.ask("day", known, day=day, first=coming[0] if coming else "")
    return list(dict.fromkeys(found))


# ── one date ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _one_day(
    file: File, day: date, change: dict[str, Value], trial: Trial, questions: Questions, wanted: Wanted
) -> str:
    """Return the text in which one date is changed as wanted."""
    before = _dates(file.event, min(day, trial.today))
    for text in _ways(file, change):
        event = trial.event(file.record.id, text, path=file.record.path)
        if event is not None and wanted(before, _dates(event, min(day, trial.today))):
            return text
    questions.ask("", "issue-cannot-change", path=file.record.path)
    return file.text


def _ways(file: File, change: dict[str, Value]) -> Iterator[str]:
    """Yield the texts in which a change may be said, those that leave most of the layout first."""
    when = file.record.document["when"]
    entries: list[tuple[Path, Value]] = [(("when",), when)]
    if isinstance(when, list):
        entries = [(("when", index), entry) for index, entry in enumerate(when)]
    beside = {key: value for key, value in change.items() if key in {"status", "note", "title", "place", "booking"}}
    for path, entry in entries:
        if isinstance(entry, dict) and "changes" in entry:
            yield from _texts(with_item(file.text, file.record, (*path, "changes"), change))
        elif isinstance(entry, dict):
            yield from _texts(with_keys(file.text, file.record, path, {"changes": [change]}))
        if isinstance(entry, dict) and beside.keys() == change.keys() - {"on"} and not beside.keys() & entry.keys():
            yield from _texts(with_keys(file.text, file.record, path, beside))
        if isinstance(entry, str):
            ways: tuple[dict[str, Value], ...] = ({"every": entry, "changes": [change]}, {"on": entry, **beside})
            for said in ways:
                yield from _texts(with_value(file.text, file.record, "when", _instead(when, path, said)))


def _instead(when: Value, path: Path, entry: Value) -> Value:
    if not isinstance(when, list):
        return entry
    return [entry if index == path[1] else one for index, one in enumerate(when)]


def _all_off(file: File, off: dict[str, Value], trial: Trial, questions: Questions) -> str:
    """Return the text in which the whole activity is off, with the reason at its dates where it can stand there."""
    text = _replaced(file.text, file, "status", off["status"], questions)
    when = file.record.document["when"]
    if "note" in off and not isinstance(when, list):
        record = _record(text, file)
        reason = {"note": off["note"]}
        ways = [with_keys(text, record, ("when",), reason)] if isinstance(when, dict) and "note" not in when else []
        if isinstance(when, str):
            ways = [with_value(text, record, "when", {key: when, **reason}) for key in ("on", "every")]
        for way in _texts(*ways):
            if not trial.text("event", file.record.id, way, path=file.record.path).mistakes:
                return way
    return text


def _only(day: date) -> Wanted:
    """Only this day is another."""

    def wanted(before: list[Occurrence], after: list[Occurrence]) -> bool:
        return _facts(before, day) == _facts(after, day) and _facts(before, day, but=False) != _facts(
            after, day, but=False
        )

    return wanted


def _off(day: date) -> Wanted:
    """This day is off, and all others are as they were."""

    def wanted(before: list[Occurrence], after: list[Occurrence]) -> bool:
        that_day = [one for one in after if one.planned.first == day]
        off = that_day and all(one.status is Status.CANCELLED for one in that_day)
        return bool(off) and _facts(before, day) == _facts(after, day)

    return wanted


def _facts(dates: list[Occurrence], day: date, *, but: bool = True) -> list[object]:
    """Return what is known of all dates but one, or of that one."""
    return [
        (one.planned, one.moment, one.moved_to, one.title, _named(one.place), one.price, one.status, one.note)
        for one in dates
        if (one.planned.first != day) == but
    ]


def _named(place: Place | Online | None) -> object:
    """Return what tells places apart; where they stand in a file does not count."""
    return (place.id, place.name, place.street) if isinstance(place, Place) else place


def _dates(event: Event, first: date) -> list[Occurrence]:
    return list(expand(event, first, first + AHEAD))


# ── the file ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _replaced(text: str, file: File, key: str, value: Value, questions: Questions) -> str:
    """Return the text with another value for a key; a text in several languages is left to the editors."""
    record = _record(text, file)
    several = isinstance(record.document.get(key), dict) and key not in {"when", "place"}
    new = None if several else with_value(text, record, key, value)
    if new is None:
        questions.ask(key, "issue-cannot-change", path=record.path)
        return text
    if key in {"place", "online"}:
        return _without_other(new, file, "online" if key == "place" else "place", questions)
    return new


def _without_other(text: str, file: File, key: str, questions: Questions) -> str:
    """Leave a text whose place is said in two ways to the editors."""
    if key in _record(text, file).document:
        questions.ask("place", "issue-cannot-change", path=file.record.path)
    return text


def _cancelled(record: Record) -> str:
    """Return the status as the author of the file writes it."""
    return "afgelast" if record.is_dutch else str(Status.CANCELLED)


def _record(text: str, file: File) -> Record:
    record, _ = record_of(text, file.record.path, "event", file.record.id)
    return record or file.record


def _texts(*ways: str | None) -> Iterator[str]:
    yield from (way for way in ways if way is not None)
