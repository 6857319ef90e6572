"""``when`` as written becomes the entries of a schedule."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.content.bookings import booking
from streekagenda.content.changes import change, said_change
from streekagenda.content.dated_entries import dated
from streekagenda.content.declarations.when import WrittenEntry
from streekagenda.content.exclusions import believed, closure_names, exclusions
from streekagenda.content.faults import Fault
from streekagenda.content.identities import keyed
from streekagenda.content.schedule_checks import (
    check_clock,
    check_end,
    check_number,
    check_series,
    check_twice,
    owner_of,
)
from streekagenda.content.when_values import WhenValues, example, said
from streekagenda.content.where import place_value
from streekagenda.formats.rrule import RuleFault, parse_rule
from streekagenda.model.details import NOTHING_SAID, Details
from streekagenda.model.place import Place
from streekagenda.model.schedule import Series, Single
from streekagenda.recurrence.phrases import Timing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.content.findings import Findings
    from streekagenda.content.references import References
    from streekagenda.content.texts import Languages
    from streekagenda.content.yaml_text import Path
    from streekagenda.model.area import Area
    from streekagenda.model.region import Region
    from streekagenda.model.schedule import Change, Entry, Hours, Moment
    from streekagenda.recurrence.phrases import Reading, ReadRule

    _Said = tuple[int, Change, Path]
    """A change, the number of the series that it was said of, and where it stands."""

OF_ACTIVITIES = {"place", "online", "title", "status", "booking"}
"""Keys that say nothing of the hours at which a place is open."""
COMMON_KEYS = {*OF_ACTIVITIES, "note"}
"""The keys that every entry of an activity may have."""
KEYS_OF = {
    "on": {"on", "time", "doors"},
    "every": {"every", "time", "doors", "from", "until", "count", "except", "also", "changes"},
    "rrule": {"rrule", "start", "end", "duration", "doors", "except", "also", "changes"},
}
"""The keys that go together; ``on``, ``every`` or ``rrule`` says which sort of entry it is."""
_KEYS = {name: field.alias or name for name, field in WrittenEntry.model_fields.items()}
"""What each field is called in a file."""
LONGEST_TIME = timedelta(days=1)
"""How long one occurrence of a rule may last."""


class ScheduleReader(Struct, frozen=True, kw_only=True):
    """Reads ``when`` for one record."""

    region: Region
    references: References
    languages: Languages
    today: date

    def entries(
        self,
        written: tuple[str | WrittenEntry, ...],
        findings: Findings,
        path: Path,
        area: Area | None,
        *,
        first: date | None = None,
    ) -> tuple[Entry, ...]:
        """Return the entries, each with a key of its own; those with a mistake are left out and said.

        ``first`` is the first day of a rule that does not name one: opening hours need none.
        """
        entries: list[Entry] = []
        for index, one in enumerate(written):
            values = WhenValues(findings=findings, today=self.today, closures=closure_names(self.region))
            reader = _EntryReader(self, values, (*path, index), area, first)
            entries += reader.phrase(one) if isinstance(one, str) else reader.mapping(one)
        for entry in entries:
            check_clock(entry, self.region.timezone, findings, path)
        check_twice(entries, findings, path)
        check_number(entries, self.region, self.today, findings, path)
        return keyed(tuple(entries))


class _EntryReader:
    """Reads one entry; ``path`` is where it stands."""

    def __init__(
        self, reader: ScheduleReader, values: WhenValues, path: Path, area: Area | None, first: date | None
    ) -> None:
        self.reader = reader
        self.values = values
        self.findings = values.findings
        self.path = path
        self.area = area
        self.first = first

    def phrase(self, text: str) -> list[Entry]:
        reading = self.values.reading(text, self.path, self.first)
        if reading is None:
            return []
        singles: list[Entry] = [
            Single(key="", moment=moment, details=NOTHING_SAID)
            for moment in self.values.timed(reading, self.path, None)
        ]
        series, said = self._series_of(reading, text, None, None, NOTHING_SAID, self.path)
        return singles + [self._checked(one, self.path) for one in self._changed(series, said)]

    def mapping(self, written: WrittenEntry) -> list[Entry]:
        given = {_KEYS[name] for name in written.model_fields_set}
        sorts = [sort for sort in KEYS_OF if sort in given]
        if len(sorts) != 1:
            self.findings.add("when-one-of" if sorts else "when-nothing", self.path)
            return []
        for key in sorted(given - KEYS_OF[sorts[0]] - COMMON_KEYS):
            written_as = self.findings.record.key_as_written
            said, beside = written_as((*self.path, key)), written_as((*self.path, sorts[0]))
            self.findings.add("when-key-unused", (*self.path, key), key=said, sort=beside)
        if self._says_of_activity(given & OF_ACTIVITIES, self.path):
            return []
        languages, path = self.reader.languages, self.path
        place = place_value(written.place, written.online, languages, self.reader.references, self.findings, path)
        self.area = (place.area if isinstance(place, Place) else None) or self.area
        details = Details(
            title=languages.text(written.title, self.findings, (*path, "title")),
            place=place,
            status=written.status,
            booking=booking(written.booking, languages, self.findings, (*path, "booking")),
            note=languages.text(written.note, self.findings, (*path, "note")),
        )
        details = NOTHING_SAID if details == NOTHING_SAID else details
        if sorts[0] == "on":
            return dated(written, details, self.values, path)
        return self._every(written, details) if sorts[0] == "every" else self._rrule(written, details)

    # ── rules ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _every(self, written: WrittenEntry, details: Details) -> list[Entry]:
        here = (*self.path, "every")
        first = self.values.day(written.first, (*self.path, "from"))
        values = self.values.since(first)
        until = values.day(written.until, (*self.path, "until"))
        if first and until and until < first:
            self.findings.add("until-before-from", (*self.path, "until"), first=first, last=until)
        if until and written.count:
            self.findings.add("until-and-count", (*self.path, "count"))
        timing = self._timing(written)
        phrase = written.every or ""
        reading = values.reading(phrase, here, first or self.first, until=until, recurring=True)
        unread = (written.first and not first) or (written.until and not until) or (written.time and not timing)
        backwards = first is not None and until is not None and until < first
        if reading is None or unread or backwards or (until and written.count):
            return []
        if reading.moments or not reading.rules:
            self.findings.add("every-not-a-rule", here, phrase=phrase)
            return []
        if any(rule.ends_otherwise(until, written.count) for rule in reading.rules):
            key = "until" if until else "count"
            said_as = self.findings.record.key_as_written((*self.path, key))
            self.findings.add("when-end-twice", (*self.path, key), phrase=phrase, key=said_as)
            return []
        series, said = self._series_of(reading, phrase, first, timing, details, here)
        if until or written.count:
            series = [
                replace(
                    one,
                    rule=replace(one.rule, until=until or one.rule.until, count=written.count or one.rule.count),
                )
                for one in series
            ]
        if written.doors is not None:
            doors = (*self.path, "doors")
            series = [replace(one, hours=self.values.with_doors(one.hours, written.doors, doors)) for one in series]
        return self._completed(series, written, said)

    def _says_of_activity(self, keys: set[str], path: Path) -> bool:
        """Say which keys of the hours of a place are those of an activity; of an activity none."""
        if self.first is None:
            return False
        for key in sorted(keys):
            self.findings.add("open-key-unused", (*path, key), key=self.findings.record.key_as_written((*path, key)))
        return bool(keys)

    def _series_of(
        self, reading: Reading, phrase: str, first: date | None, timing: Timing | None, details: Details, path: Path
    ) -> tuple[list[Series], list[_Said]]:
        """Return the series of a phrase, and what it says of single dates, each with the number of its series."""
        series: list[Series] = []
        said: list[_Said] = []
        language = self.reader.languages.languages[0]
        for rule in reading.rules:
            one = self._series(rule, phrase, first or rule.start or self.first, timing, details, path)
            if one is not None:
                changes = (said_change(read, language, self.findings, path) for read in rule.changes)
                said += [(len(series), change, path) for change in changes]
                series.append(one)
        return series, said

    def _series(
        self,
        rule: ReadRule,
        phrase: str,
        start: date | None,
        timing: Timing | None,
        details: Details,
        path: Path,
    ) -> Series | None:
        """Return what a phrase says, at its own hours or else at those beside it."""
        if timing is not None and not rule.timing.lacks_time and rule.timing.hours != timing.hours:
            self.findings.add("when-time-twice", (*self.path, "time"), phrase=phrase, time=said(timing))
            return None
        chosen = _with_length(timing, rule.timing) if timing and rule.timing.lacks_time else rule.timing
        if chosen.lacks_time:
            self.findings.add("when-no-time", self.path, text=phrase, example=example(phrase))
            return None
        if start is None:
            self.findings.add("when-no-from", self.path, phrase=phrase)
            return None
        if rule.start is not None and rule.start != start:
            self.findings.add("when-from-twice", (*self.path, "from"), phrase=phrase, first=start, other=rule.start)
            return None
        taken_away = believed(rule.exclusions, self.findings, path, self.reader.region, self.area)
        also = (replace(one, timing=chosen) if one.timing.lacks_time else one for one in rule.also)
        return Series(
            key="",
            rule=rule.rule(start),
            hours=chosen.hours,
            exclusions=tuple(taken_away),
            also=tuple(one.moment() for one in also),
            details=details,
        )

    def _rrule(self, written: WrittenEntry, details: Details) -> list[Entry]:
        here = (*self.path, "start")
        if written.start is None:
            self.findings.add("rrule-no-start", self.path)
            return []
        moments = self.values.moments(written.start, here, None)
        if len(moments) != 1:
            if moments:
                self.findings.add("rrule-no-start", here)
            return []
        start = moments[0]
        if start.hours is None and start.first != start.last:
            self.findings.add("rrule-start-of-days", here)
            return []
        clock = start.hours.start if start.hours else None
        rule = parse_rule(written.rrule or "", start.first, at=clock, zone=self.reader.region.timezone)
        if isinstance(rule, RuleFault):
            self.findings.add_fault(Fault(code=rule.code, values=dict(rule.values)), (*self.path, "rrule"))
            return []
        hours = self._lasting(start, written)
        if written.doors is not None:
            hours = self.values.with_doors(hours, written.doors, (*self.path, "doors"))
        return self._completed([Series(key="", rule=rule, hours=hours, details=details)], written)

    def _lasting(self, moment: Moment, written: WrittenEntry) -> Hours | None:
        """Return the hours of a first occurrence with its ``end`` or ``duration``."""
        hours = moment.hours
        if written.end is None and written.duration is None:
            return hours
        said = (*self.path, "end" if written.duration is None else "duration")
        if hours is None or hours.end is not None:
            self.findings.add("rrule-end-twice" if hours else "rrule-all-day-lasting", said)
            return hours
        if written.end is not None and written.duration is not None:
            self.findings.add("rrule-end-and-duration", (*self.path, "duration"))
            return hours
        length: timedelta | None
        if written.duration is not None:
            length, here = self.values.duration(written.duration, (*self.path, "duration")), (*self.path, "duration")
        else:
            here = (*self.path, "end")
            end = self._end(written.end or "", moment, here)
            length = end - moment.start if end else None
        if length is None:
            return hours
        if length <= timedelta(0):
            self.findings.add("rrule-end-before-start", here)
        elif length > LONGEST_TIME:
            self.findings.add("rrule-too-long", here)
        else:
            return replace(hours, end=(moment.start + length).time())
        return hours

    def _end(self, text: str, moment: Moment, path: Path) -> datetime | None:
        """Read ``end``: a time of day, or a date and time."""
        if any(character in text for character in "-/ ") and not text.strip().endswith("uur"):
            moments = self.values.moments(text, path, None)
            return moments[0].start if moments else None
        timing = self.values.timing(text, path)
        if timing is None or timing.hours is None:
            return None
        later = moment.hours is not None and timing.hours.start > moment.hours.start
        day = moment.first if later else moment.first + timedelta(days=1)
        return datetime.combine(day, timing.hours.start)

    # ── what a rule may have beside it ────────────────────────────────────────────────────────────────────────────

    def _completed(self, series: list[Series], written: WrittenEntry, said: Sequence[_Said] = ()) -> list[Entry]:
        """Give exceptions to every rule, extra moments to the first, and each change to the rule that it is about."""
        if not series:
            return []
        path = self.path
        values = self.values.since(series[0].rule.start)
        taken_away = exclusions(
            tuple(written.exclusions),
            self.findings,
            (*path, "except"),
            self.reader.region,
            self.area,
            today=values.today,
        )
        usual = Timing(hours=series[0].hours, all_day=series[0].hours is None)
        also = [
            moment
            for index, text in enumerate(written.also)
            for moment in values.moments(text, (*path, "also", index), usual)
        ]
        whole = list(series)
        if taken_away:
            whole = [replace(one, exclusions=tuple(dict.fromkeys((*one.exclusions, *taken_away)))) for one in series]
        if also or whole[0].also:
            whole[0] = replace(whole[0], also=tuple(sorted((*whole[0].also, *also), key=lambda moment: moment.start)))
        changes = list(said)
        for index, one in enumerate(written.changes):
            here = (*path, "changes", index)
            if self._says_of_activity(one.model_fields_set & OF_ACTIVITIES - {"status"}, here):
                continue
            found = change(one, self.reader.languages, self.reader.references, values, here)
            changes += [(0, found, (*here, "on"))] if found else []
        said_in = "until" if written.until else "rrule" if written.rrule else "every"
        return [self._checked(one, (*path, said_in)) for one in self._changed(whole, changes)]

    def _changed(self, series: Sequence[Series], changes: Sequence[_Said]) -> list[Series]:
        """Give each change to the series that it is about; of two on one day that is the one it was said of."""
        whole = list(series)
        for place, found, here in changes:
            order = [place, *(index for index in range(len(whole)) if index != place)]
            owner = owner_of(found, [whole[index] for index in order])
            if isinstance(owner, Fault):
                self.findings.add_fault(owner, here)
            else:
                one = whole[order[owner]]
                whole[order[owner]] = replace(one, changes=(*one.changes, found))
        return whole

    def _checked(self, series: Series, end: Path) -> Series:
        """Say what cannot be of a series; ``end`` is where its last day may stand."""
        check_series(series, self.findings, self.path)
        check_end(series, self.reader.region, self.reader.today, self.findings, end)
        return series

    def _timing(self, written: WrittenEntry) -> Timing | None:
        timing = self.values.timing(written.time, (*self.path, "time"))
        if timing is None or timing.lacks_time or written.doors is None:
            return timing
        return replace(timing, hours=self.values.with_doors(timing.hours, written.doors, (*self.path, "doors")))


def _with_length(timing: Timing, said: Timing) -> Timing:
    """Return a time of day with the length that the phrase beside it says."""
    if timing.hours is None or timing.hours.end is not None or said.duration is None:
        return timing
    start = datetime.combine(date.min, timing.hours.start)
    return replace(timing, hours=replace(timing.hours, end=(start + said.duration).time()))
