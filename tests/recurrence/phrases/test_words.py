"""Phrases as libraries, churches, clubs and meeting places write them, each with the exact words of the answer.

``answers.tsv`` holds a phrase, the language of the phrase and of its answer, whether it is understood or asked about,
the answer, and the phrase that is suggested instead. What is understood is said back by ``rendering``; of what is not,
these are the words that an author reads, one line for each question. Every line was read aloud; make the file anew with
``python -m tests.recurrence.phrases.test_words`` after a change of words, and read what has changed.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from msgspec import Struct

from streekagenda.model.details import Details
from streekagenda.model.holidays import SchoolBreak
from streekagenda.model.schedule import (
    DateRange,
    Entry,
    Exclusion,
    NamedHoliday,
    PublicHolidays,
    Schedule,
    SchoolHolidays,
    Series,
    Single,
)
from streekagenda.recurrence.phrases import HOLIDAYS, ReadExclusion, Reading, missing_time
from streekagenda.rendering.translations import Translations, load
from streekagenda.rendering.words import Words
from tests.recurrence.phrases.telling import TODAY, understood
from tests.recurrence.phrases.test_expressions import ROWS as REAL

FILE = Path(__file__).with_name("answers.tsv")
LAYOUTS = Path(__file__).parents[3] / "layouts"
HEAD = "phrase\tlanguage\toutcome\tanswer\tsuggestion"
BETWEEN = " ¶ "
"""Between the answers to one phrase with several questions, each of which is a line of its own on the screen."""


class Answer(Struct, frozen=True, kw_only=True):
    """What is answered to a phrase."""

    phrase: str
    language: str
    outcome: str
    words: str
    suggestion: str

    @property
    def line(self) -> str:
        """The line of the table."""
        return "\t".join((self.phrase, self.language, self.outcome, self.words, self.suggestion))


@cache
def _translations() -> Translations:
    return load(LAYOUTS)


def answered(phrase: str) -> Answer:
    """Answer a phrase on :data:`TODAY`, in its own language."""
    reading = understood(phrase)
    problems = reading.problems or missing_time(reading)
    if problems:
        suggestions = dict.fromkeys(problem.suggestion for problem in problems if problem.suggestion)
        said = BETWEEN.join(_translations().say(problem, reading.language) for problem in problems)
        outcome, suggestion = "asked", BETWEEN.join(suggestions)
    else:
        words = Words(language=reading.language, translations=_translations())
        said = words.schedule_full(Schedule(entries=tuple(_entries(reading))), today=TODAY)
        outcome, suggestion = "understood", ""
    return Answer(phrase=phrase, language=reading.language, outcome=outcome, words=said, suggestion=suggestion)


def _entries(reading: Reading) -> Iterator[Entry]:
    for number, moment in enumerate(reading.moments):
        yield Single(key=f"d{number}", moment=moment.moment(), details=Details())
    for number, rule in enumerate(reading.rules):
        exclusions = tuple(map(_exclusion, rule.exclusions))
        yield Series(
            key=f"r{number}",
            rule=rule.rule(rule.start or TODAY),
            hours=rule.timing.hours,
            exclusions=exclusions,
            also=tuple(one.moment() for one in rule.also),
            changes=tuple(one.change(reading.language) for one in rule.changes),
            details=Details(),
        )


def _exclusion(one: ReadExclusion) -> Exclusion:
    if isinstance(one, DateRange | NamedHoliday):
        return one
    if one == HOLIDAYS:
        return PublicHolidays(country="NL")
    return SchoolHolidays(region="noord", name=one if isinstance(one, SchoolBreak) else None)


def _lines() -> list[str]:
    head, *lines = FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else [HEAD]
    assert head == HEAD
    return lines


@pytest.mark.parametrize("line", _lines(), ids=lambda line: line.partition("\t")[0][:60])
def test_answer_is_in_these_words(line: str) -> None:
    assert answered(line.partition("\t")[0]).line == line


def test_table_has_150_phrases_of_our_own_half_of_them_questions() -> None:
    rows = [line.split("\t") for line in _lines()]
    phrases = [row[0] for row in rows]
    asked = sum(row[2] == "asked" for row in rows)
    assert len(set(phrases)) == len(phrases)
    assert len(set(phrases) - {row.expression for row in REAL}) >= 150
    assert 0.5 <= asked / len(rows) <= 0.6


if __name__ == "__main__":
    anew = [answered(line.partition("\t")[0]).line for line in _lines()]
    FILE.write_text("\n".join([HEAD, *anew, ""]), encoding="utf-8", newline="\n")
