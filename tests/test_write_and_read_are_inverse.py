"""The full description of a schedule, read as a phrase, gives the same schedule: in Dutch and in English.

So a partner may copy a sentence of the site into ``when:``. It is read by content's own reader. Not held, for a phrase
cannot say it: places, prices, how one signs up; what an entry says of itself (a title, a note, that it is off); the hours
or the other day of a date that is off. Keys are made anew, and the order of exceptions, extra moments and changes says
nothing. A closing full stop of a note is that of its sentence.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from streekagenda.content.findings import Findings
from streekagenda.content.records import Record
from streekagenda.content.references import References
from streekagenda.content.schedules import ScheduleReader
from streekagenda.content.texts import Languages
from streekagenda.model.schedule import Entry, Schedule, Series, Single
from streekagenda.recurrence.phrases import LONGEST
from streekagenda.rendering.words import Words
from tests.examples import region
from tests.rendering.languages import EN, NL
from tests.sayable import CLOSURES, SCHEDULES

RECORD = Record(
    kind="event", id="koffie", path="events/koffie.md", document={}, body="", body_line=1, yaml="", yaml_line=1
)
REGION = region(languages=("nl", "en"), closures=CLOSURES)


def read_back(phrase: str) -> tuple[Entry, ...] | list[str]:
    """The entries of ``when: phrase``, or the codes of what is asked."""
    findings = Findings(RECORD)
    languages = Languages(languages=REGION.languages)
    reader = ScheduleReader(region=REGION, references=References(), languages=languages, today=date(2026, 9, 1))
    entries = reader.entries((phrase,), findings, ("when",), REGION.areas[0])
    return [found.code for found in findings.diagnostics] or told(entries)


def told(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries without what no sentence tells: their keys, and the order of what has no order."""
    singles = [replace(one, key="") for one in entries if isinstance(one, Single)]
    series = [
        replace(
            one,
            key="",
            exclusions=tuple(sorted(one.exclusions, key=repr)),
            also=tuple(sorted(one.also, key=repr)),
            changes=tuple(sorted(one.changes, key=repr)),
        )
        for one in entries
        if isinstance(one, Series)
    ]
    return (*sorted(singles, key=repr), *series)


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@given(SCHEDULES)
@settings(max_examples=300, deadline=None)
def test_full_description_is_read_back_as_the_same_schedule(words: Words, schedule: Schedule) -> None:
    sentence = words.schedule_full(schedule)
    if len(sentence) <= LONGEST:
        assert read_back(sentence) == told(schedule.entries), sentence
