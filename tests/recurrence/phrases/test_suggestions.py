"""What is suggested can be written: each suggestion and each reading of a question is read again.

Fed back it is understood, or asked for what is still missing; it never gets its own question again. Each date in it is
found in what is then understood, on the weekday that stands before it; here dates are found by a regex, not by the grammar.
"""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from streekagenda.diagnostics import Diagnostic
from streekagenda.model.holidays import SchoolBreak
from streekagenda.model.schedule import NamedHoliday
from streekagenda.recurrence.phrases import Reading, missing_time
from tests.recurrence.phrases.telling import understood
from tests.recurrence.phrases.test_expressions import ROWS as REAL
from tests.recurrence.phrases.test_words import FILE

PHRASES = list(
    dict.fromkeys(
        [row.expression for row in REAL]
        + [line.partition("\t")[0] for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]
    )
)

READY = ("first", "second", "both", "past")
"""Values of a question that are whole phrases, ready to be copied."""

NOT_WHOLE = {"when-year-range", "when-first-day", "when-last-day"}
"""Questions of which these values are dates."""

STILL_MISSING = {"when-no-time", "when-no-start", "when-once-or-weekly", "when-instead-or-also"}
"""What may be asked of a suggestion that was not asked before: what only the author knows."""

ASKED_ANEW = {
    "every Friday at 10:00, except 25 and 26 December 2026": ["when-except-no-day"],
}
"""In one year the two days are no two Fridays: in every year they may be."""

_WEEKDAYS = (
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "monday tuesday wednesday thursday friday saturday sunday",
)
_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december",
    "january february march april may june july august september october november december",
)
_WEEKDAY = {name: place for names in _WEEKDAYS for place, name in enumerate(names.split())}
_MONTH = {name: place for names in _MONTHS for place, name in enumerate(names.split(), 1)}
_NAMED = (NamedHoliday, SchoolBreak, str)
_IN_WORDS = re.compile(rf"(?:({'|'.join(_WEEKDAY)}) )?\b(\d{{1,2}}) ({'|'.join(_MONTH)}) (\d{{4}})\b")
_IN_FIGURES = re.compile(r"(?:([a-z]+) )?\b(\d{1,2})-(\d{1,2})-(\d{4})\b")


def problems(phrase: str) -> tuple[Diagnostic, ...]:
    """Return all that is asked of a phrase."""
    reading = understood(phrase)
    return reading.problems or missing_time(reading)


def ready(asked: Diagnostic) -> Iterator[str]:
    """Yield the phrases that a question offers to copy."""
    if asked.suggestion:
        yield asked.suggestion
    if asked.code not in NOT_WHOLE:
        yield from (text for name, text in asked.values if name in READY)


OFFERED = [(phrase, asked, text) for phrase in PHRASES for asked in problems(phrase) for text in ready(asked)]


def _ids(offered: list[tuple[str, Diagnostic, str]]) -> list[str]:
    return [f"{asked.code} {text[:60]}" for _, asked, text in offered]


def test_many_suggestions_are_read_again() -> None:
    assert len(OFFERED) > 200


@pytest.mark.parametrize(("phrase", "asked", "text"), OFFERED, ids=_ids(OFFERED))
def test_suggestion_is_understood_or_lacks_what_only_the_author_knows(
    phrase: str, asked: Diagnostic, text: str
) -> None:
    before = [one.code for one in problems(phrase)]
    before.remove(asked.code)
    again = [one.code for one in problems(text)]
    assert text != phrase
    assert again == ASKED_ANEW[text] if text in ASKED_ANEW else set(again) <= {*before, *STILL_MISSING}


@pytest.mark.parametrize(("phrase", "asked", "text"), OFFERED, ids=_ids(OFFERED))
def test_each_date_of_a_suggestion_is_understood_on_its_weekday(phrase: str, asked: Diagnostic, text: str) -> None:
    del phrase, asked
    reading = understood(text)
    if reading.problems:
        return
    days = _days(reading)
    for weekday, day, month, year in _written(text.lower()):
        found = date(year, month, day)
        assert any(first <= found <= last for first, last in days)
        assert weekday in {None, found.weekday()}


def _written(text: str) -> Iterator[tuple[int | None, int, int, int]]:
    for weekday, day, month, year in _IN_WORDS.findall(text):
        yield _WEEKDAY.get(weekday), int(day), _MONTH[month], int(year)
    for weekday, day, month, year in _IN_FIGURES.findall(text):
        yield _WEEKDAY.get(weekday), int(day), int(month), int(year)


def _days(reading: Reading) -> list[tuple[date, date]]:
    """All days that a reading names: moments, bounds, and what is left out."""
    days = [(one.first, one.last) for one in reading.moments]
    for rule in reading.rules:
        days += [(one, one) for one in (rule.start, rule.until) if one is not None]
        days += [(one.first, one.last) for one in (*rule.also, *rule.exclusions) if not isinstance(one, _NAMED)]
        days += [(one.on, one.on) for one in rule.changes]
    return days
