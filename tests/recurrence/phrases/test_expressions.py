"""The 120 real expressions of ``expressions-dev.tsv``, each with its meaning or the question to ask, and its source.

What is clear is understood exactly. What lacks its year is asked, with the year that the source had as the answer
ready. What carries a question is refused. Nothing is silently wrong.
"""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec import Struct

from streekagenda.model.schedule import Frequency
from streekagenda.recurrence.phrases import (
    HOLIDAYS,
    SCHOOL_HOLIDAYS,
    Reading,
    ReadRule,
    Timing,
    missing_time,
    read_exceptions,
    read_hours,
)
from tests.recurrence.phrases.telling import HERE, codes, hours, told, understood

FILE = Path(__file__).with_name("expressions-dev.tsv")

ASKED_BY_THE_FORMAT = {
    "De eerste zondag van de maand in Oud Drimmelen, de tweede in Hooge Zwaluwe, de derde in Wagenberg, de vierde in "
    "Terheijden en een eventuele vijfde in Lage Zwaluwe": ["when-places"],  # each place is an entry of its own
    "20/9/2021 tot 20/10/2021": ["when-until-open"],
    "2de Paasdag (10 april), 2e Pinkstedag (29 mei) en 2de Kerstdag": ["when-which-year", "when-typo"],
    "zaterdag 10 november; vanaf 14.15 uur ontvangst, het programma begint om 14.45 uur en eindigt rond 16.00 uur": [
        "when-no-year-weekday",
        "when-about",
    ],
    "Zaterdag 28 januari van 11.00 – 12.30 uur; Zaterdg 4 februari van 11.00 – 12.30 uur": [
        "when-no-year-weekday",
        "when-typo",
    ],
    "Zondagmiddag 7 november a.s., 's middags van 2 tot 5 uur": ["when-no-year-weekday", "when-relative-date"],
    "Vanaf aanstaande woensdag 1 februari tot en met vrijdag 31 maart op werkdagen van 09.00 tot 20.00 uur": [
        "when-no-year-weekday",
        "when-relative-date",
    ],
}
"""Clear with its source beside it, but the content format refuses it: a bare «tot», vague and relative words, slips."""

NO_QUESTION_IN_THE_PHRASE = {"van 28 september t/m 2 oktober 2024"}
"""The question in the table is about the campaign, whose national dates differ; the phrase itself is clear."""

EXCEPTIONS_ALONE = {"behalve in de schoolvakanties": SCHOOL_HOLIDAYS, "m.u.v. feestdagen": HOLIDAYS}
"""Parts of a phrase: values of ``except``."""

TIMES_ALONE = {
    "Om 19.00 uur is de zaal open, om 19.30 uur begint het programma en om 21.30 uur is het afgelopen": (
        "19:30-21:30 doors=19:00"
    ),
    "mee eten om 18.00 uur; vanaf 17.00 uur is de inloop": "18:00 doors=17:00",
}
"""Parts of a phrase: values of ``time``."""


class Row(Struct, frozen=True, kw_only=True):
    """A row of the table."""

    expression: str
    meaning: str
    kind: str

    @property
    def asks(self) -> bool:
        """Whether the table has a question, or no event at all."""
        return self.kind in {"reject", "deadline"} or any(
            word in self.meaning for word in ("ASK=", "NONE", "LOOKUP=", "DEADLINE=")
        )

    @property
    def year(self) -> int | None:
        """The year of its first date, where the table knows one."""
        found = re.search(r"(?:DATES|RANGE|DTSTART)=(\d{4})-", self.meaning)
        return int(found[1]) if found else None

    @property
    def has_year(self) -> bool:
        """Whether the expression itself says its year."""
        return re.search(r"\b20\d\d\b|'\d\d\b", self.expression) is not None


def _rows() -> list[Row]:
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines if line]
    return [Row(expression=one[0], meaning=one[1], kind=one[3]) for one in cells]


ROWS = _rows()
SPECIAL = {*ASKED_BY_THE_FORMAT, *NO_QUESTION_IN_THE_PHRASE, *EXCEPTIONS_ALONE, *TIMES_ALONE}
DATED = [row for row in ROWS if re.search("DATES=|RANGE=|DTSTART=[-0-9]", row.meaning)]
CLEAR = [row for row in ROWS if not row.asks and row.expression not in SPECIAL]


def _ids(rows: list[Row]) -> list[str]:
    return [row.expression[:60] for row in rows]


# ----------------------------------------------------------------------------------- the meaning, as the table says it


def meaning(row: Row, year: int | None = None) -> list[str]:
    """Tell the meaning of a row as :func:`told` tells a reading."""
    text = row.meaning.replace("----", f"{year}-").replace("YEAR-", f"{year}-")
    if found := re.search(r"RULES=(.+)", text):
        rules = re.findall(r"\[(.*?)\]", found[1])
        return [_rule_line(*_short_rule(one)) for one in rules]
    fields = dict(re.findall(r"([A-Z]+)=([^; ]+(?:;(?:BY|UNTIL|INTERVAL)[A-Z]*=[^; ]+)*)", text))
    duration = _duration(fields.get("DURATION"))
    if "RANGE" in fields:
        first, last = fields["RANGE"].split("/")
        return [f"{first}..{last} all-day"]
    if "DATES" in fields:
        return [_moment_line(*_split(one), duration) for one in fields["DATES"].split(",")]
    start = fields.get("DTSTART", "")
    clock = start.partition("T")[2].split(" ")[0]
    rule = fields["RRULE"]
    if start[:1].isdigit():
        rule += f";FROM={start[:10]}"
    return [_rule_line(rule, clock, duration)]


def _split(one: str) -> tuple[str, str, timedelta | None]:
    day, _, rest = one.partition("T")
    clock, _, duration = rest.partition("/")
    return day, clock, _duration(duration)


def _short_rule(one: str) -> tuple[str, str, timedelta | None]:
    clock, duration, rule = re.fullmatch(r"\*T(\S+) (\S+) (\S+)", one).groups()  # type: ignore[union-attr]
    return rule, clock, _duration(duration)


def _moment_line(day: str, clock: str, own: timedelta | None, duration: timedelta | None) -> str:
    return f"{day} {_time(clock, own or duration)}"


def _rule_line(rule: str, clock: str, duration: timedelta | None) -> str:
    values = dict(part.split("=") for part in rule.split(";"))
    months = values.get("BYMONTH")
    parts = [
        values["FREQ"],
        values.get("BYDAY", ""),
        f"months={months}" if months else "",
        _time(clock, duration),
        f"from={values['FROM']}" if "FROM" in values else "",
        f"until={values['UNTIL']}" if "UNTIL" in values else "",
    ]
    return " ".join(part for part in parts if part)


def _time(clock: str, duration: timedelta | None) -> str:
    if not clock:
        return "no-time"
    end = datetime.fromisoformat(f"2000-01-01T{clock}") + duration if duration else None
    return clock + (f"-{end:%H:%M}" if end else "")


def _duration(text: str | None) -> timedelta | None:
    if not text:
        return None
    found = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", text)
    assert found, text
    return timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0))


def _plain(lines: list[str]) -> list[str]:
    """Leave out parts of the day and labels, of which the table says nothing."""
    return [re.sub(r" \((morning|afternoon|evening)\)| =\w+", "", line) for line in lines]


# -------------------------------------------------------------------------------------------------------------- tests


def test_table_has_its_120_rows() -> None:
    assert len(ROWS) == 120
    assert {row.expression for row in ROWS} >= SPECIAL


WITH_YEAR = [row for row in CLEAR if row.has_year or row not in DATED]


@pytest.mark.parametrize("row", WITH_YEAR, ids=_ids(WITH_YEAR))
def test_clear_expression_is_understood_exactly(row: Row) -> None:
    reading = understood(row.expression)
    expected = meaning(row)
    assert reading.problems == ()
    assert _plain(told(reading)) == expected
    asks_for_time = any(line.endswith("no-time") for line in expected)
    assert [one.code for one in missing_time(reading)] == (["when-no-time"] if asks_for_time else [])


WITHOUT_YEAR = [row for row in CLEAR if not row.has_year and row in DATED]


@pytest.mark.parametrize("row", WITHOUT_YEAR, ids=_ids(WITHOUT_YEAR))
def test_expression_without_a_year_is_asked_and_its_suggestion_is_what_was_meant(row: Row) -> None:
    """In the year of its source the suggestion is that date; where the table knows only the weekday, in one that fits."""
    years = [row.year] if row.year else range(2014, 2026)
    readings = (understood(row.expression, today=date(year, 1, 1)) for year in years)
    reading = next(one for one in readings if "when-no-year" in codes(one))
    assert set(codes(reading)) == {"when-no-year"}
    suggestion = reading.problems[0].suggestion
    assert suggestion is not None
    again = understood(suggestion)
    assert again.problems == ()
    year = again.moments[0].first.year if again.moments else again.rules[0].start.year  # type: ignore[union-attr]
    assert row.year in {None, year}
    if row.expression == "op 22 maart; die zaterdag van 10 tot 13 uur":
        assert again.moments[0].first.weekday() == 5
    assert _plain(told(again)) == meaning(row, year)


ASKED = [row for row in ROWS if row.asks and row.expression not in SPECIAL]


@pytest.mark.parametrize("row", ASKED, ids=_ids(ASKED))
def test_expression_with_a_question_is_refused(row: Row) -> None:
    assert codes(understood(row.expression)) != []


@pytest.mark.parametrize(("expression", "expected"), ASKED_BY_THE_FORMAT.items())
def test_expression_that_the_format_refuses_is_asked(expression: str, expected: list[str]) -> None:
    assert codes(understood(expression)) == expected


def test_run_of_days_is_understood_whatever_the_nation_does() -> None:
    assert told(understood("van 28 september t/m 2 oktober 2024")) == ["2024-09-28..2024-10-02 all-day"]


@pytest.mark.parametrize(("expression", "expected"), EXCEPTIONS_ALONE.items())
def test_exception_alone_is_a_value_of_except(expression: str, expected: str) -> None:
    assert read_exceptions(expression, HERE) == (expected,)
    assert codes(understood(expression)) == ["when-only-exception"]


@pytest.mark.parametrize(("expression", "expected"), TIMES_ALONE.items())
def test_time_alone_is_a_value_of_time(expression: str, expected: str) -> None:
    timing = read_hours(expression, HERE)
    assert isinstance(timing, Timing)
    assert timing.hours is not None
    assert hours(timing.hours) == expected
    assert codes(understood(expression)) == ["when-no-date"]


QUESTIONS = {
    "de komende periode": "when-relative",
    "okt 2018": "when-which-day-of-month",
    "iedere zondagmiddag": "when-no-time",
    "op zaterdag en zondagmiddag": "when-ellipsis",
    "iedere zondagmiddag of doordeweekse middag": "when-either",
    "Met feestdagen wordt iets extra's georganiseerd": "when-which-holidays",
    "Hele week": "when-which-days",
    "zes keer per jaar": "when-how-often",
    "om de week op woensdag": "when-no-start",
    "van 12-14 uur": "when-no-date",
    "in de even weken": "when-which-day-of-step",
    "eens per maand": "when-which-day-of-step",
    "elk jaar in de eerste week van oktober": "when-which-days",
    "elke eerste donderdag van de maand van 19.30 tot 21.00 uur; 2 februari, 2 maart, 6 april, 11 mei en 1 juni (2023)": (
        "when-list-off-rule"
    ),
    "één keer in de twee weken op donderdagen": "when-weeks-or-month",
    "van begin oktober tot begin april": "when-part-of-month",
    "11 juli van 15.00 uur tot 17.00 uur": "when-no-year",
    "Eerste Kerstdag van 17 – 20 uur": "when-no-year",
    "vier middagen per week": "when-how-often",
    "op vrijdag- of zaterdagavond": "when-either",
    "Éen keer in de drie maanden": "when-which-day-of-step",
    "van 24 tot 29 september": "when-until-open",
    "in het weekeinde van 31 oktober/1 november": "when-no-year",
    "tot nader order": "when-vague",
}


@pytest.mark.parametrize(("expression", "code"), QUESTIONS.items())
def test_question_has_the_meaning_of_that_in_the_table(expression: str, code: str) -> None:
    assert code in codes(understood(expression))


def test_questions_keep_what_was_understood() -> None:
    """A rule that lacks only its time is there for a time from elsewhere."""
    reading: Reading = understood("iedere zondagmiddag")
    assert [rule.frequency for rule in reading.rules] == [Frequency.WEEKLY]
    assert isinstance(reading.rules[0], ReadRule)
    assert reading.lacks_time
