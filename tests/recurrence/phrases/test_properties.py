"""What holds for every phrase: it is never a crash, never slow, and never an answer that contradicts its text."""

import random
import re
import time
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import example, given, settings
from hypothesis import strategies as st

from streekagenda.model.schedule import Weekday
from streekagenda.recurrence.phrases import (
    LONGEST,
    Reading,
    ReadMoment,
    missing_time,
    read,
    read_date,
    read_days,
    read_duration,
    read_exceptions,
    read_hours,
)
from streekagenda.recurrence.phrases.en import ENGLISH
from streekagenda.recurrence.phrases.nl import DUTCH
from streekagenda.rendering.translations import Translations, load
from tests.recurrence.phrases.telling import HERE, TODAY, told, understood
from tests.recurrence.phrases.test_changes import BEHIND, SUNDAYS
from tests.recurrence.phrases.test_changes import SEVERAL as BEHIND_SEVERAL
from tests.recurrence.phrases.test_expressions import ROWS
from tests.recurrence.phrases.test_refused import ASKED
from tests.recurrence.phrases.test_understood import DATES, EXCEPTIONS, RULES, SEVERAL, TIMES

KNOWN = [
    *(row.expression for row in ROWS),
    *(phrase for phrase, _ in ASKED),
    *(phrase for phrase, _ in DATES + TIMES + RULES + EXCEPTIONS + SEVERAL),
    *(f"{SUNDAYS} {sentence}" for sentence, _ in BEHIND),
    *(phrase for phrase, _ in BEHIND_SEVERAL),
]
NAMES = {"nl": DUTCH.names, "en": ENGLISH.names}

days = st.dates(date(2026, 1, 1), date(2035, 12, 31))
hours_of_day = st.integers(7, 21)


# -------------------------------------------------------------------------------------------------- never a crash


@given(st.text(max_size=LONGEST + 20))
@example("²③٣½…١٢")
@example("\ud800 \x00 \u202e 1-1-2026")
@example("99999999999999999999-99-99")
@example("0000-00-00 99:99 elke 0e 0 weken 0x")
@settings(max_examples=200, deadline=None)
def test_any_text_is_understood_or_asked(text: str) -> None:
    """No exception, and never neither."""
    _answered(read(text, HERE, today=TODAY))
    for reads in (read_date, read_days, read_hours, read_duration, read_exceptions):
        assert reads(text, HERE) is not None


_SIGNS = "abcdeimnortuz 0123456789-./:,;()'’–=\u00a0"


def _mutated(phrase: str, rng: random.Random) -> str:
    """Drop, swap or insert a word, or mistype a character, one to three times."""
    for _ in range(rng.randint(1, 3)):
        words = phrase.split(" ")
        place = rng.randrange(len(words))
        match rng.randrange(5):
            case 0:
                del words[place]
            case 1:
                words.insert(rng.randrange(len(words)), words.pop(place))
            case 2:
                words.insert(place, rng.choice(rng.choice(KNOWN).split(" ")))
            case _:
                letters = list(words[place] or " ")
                where = rng.randrange(len(letters))
                letters[where : where + rng.randint(0, 1)] = rng.choice(["", rng.choice(_SIGNS)])
                words[place] = "".join(letters)
        phrase = " ".join(words)
    return phrase


@given(st.sampled_from(KNOWN), st.randoms(use_true_random=False))
@settings(max_examples=800, deadline=None)
def test_mutated_phrase_never_contradicts_its_weekdays_and_years(phrase: str, rng: random.Random) -> None:
    """Drops, swaps and slips: asked about, or understood in a way that its own words allow."""
    text = _mutated(phrase, rng)[:LONGEST]
    reading = read(text, HERE, today=TODAY)
    _answered(reading)
    if not reading.problems:
        _agrees_with_years(reading, text)
        _agrees_with_weekdays(reading, text)


def _answered(reading: Reading) -> None:
    """Understood or asked, and asked in words: never by the code of a question, or with a hole in a sentence."""
    assert bool(reading.problems) != bool(reading.moments or reading.rules)
    for problem in (*reading.problems, *missing_time(reading)):
        for language in NAMES:
            assert problem.code not in _translations().say(problem, language)


@cache
def _translations() -> Translations:
    return load(Path(__file__).parents[3] / "layouts")


def _agrees_with_years(reading: Reading, text: str) -> None:
    written = {int(year) for year in re.findall(r"(?<!\d)(?:20|21)\d\d(?!\d)", text)}
    written |= {2000 + int(year) for year in re.findall(r"['’](\d\d)(?!\d)", text)}
    for moment in reading.moments:
        assert {moment.first.year, moment.last.year} <= written | {year - 1 for year in written}
        assert {moment.last.year, _last_day(moment).year} & written
    for rule in reading.rules:
        assert {day.year for day in (rule.start, rule.until) if day} <= written | {year - 1 for year in written}
        extra = {moment.first for moment in rule.also} | {change.on for change in rule.changes}
        assert {day.year for day in extra} <= written | {year - 1 for year in written}


def _last_day(moment: ReadMoment) -> date:
    """The day of the end, which may be written: the next day for hours past midnight."""
    return moment.moment().end.date() if moment.timing.hours else moment.last


_WEEKDAY = re.compile(
    r"(?<![a-z])(?:(ma|mon)|(di|tue)|(wo|wed)|(do|thu)|(vr|fri)|(za|sat)|(zo|sun))(?=[a-z]*(?:dag|day)|\.|(?![a-z]))"
)
_RANGES = re.compile(
    r"t/m|tot|tem|tm|-|–|through|to|\bwerk|week|doorde|dag\b|daily|dagelijks|day\b|niet|behalve|zon-", re.IGNORECASE
)


def _agrees_with_weekdays(reading: Reading, text: str) -> None:
    """A date falls on a weekday that stands in the text, where one does; a rule has no other weekdays."""
    named = {Weekday((found.lastindex or 1) - 1) for found in _WEEKDAY.finditer(text.lower())}
    if len(named) == 1 and len(reading.moments) == 1 and not reading.rules:
        moment = reading.moments[0]
        ends = {Weekday(moment.first.weekday()), Weekday(_last_day(moment).weekday())}
        assert moment.first != moment.last or ends & named
    if named and not _RANGES.search(text):
        for rule in reading.rules:
            assert {day.weekday for day in rule.weekdays} <= named


# ------------------------------------------------------------------------------------------------ what one writes out


@given(days, st.sampled_from(["nl", "en"]), st.booleans(), st.booleans(), hours_of_day, st.integers(0, 59), st.data())
@settings(deadline=None)
def test_date_and_hours_written_out_are_read_back(
    day: date, language: str, weekday: bool, short: bool, hour: int, minute: int, data: st.DataObject
) -> None:
    names = NAMES[language]
    cut = 3 if language == "en" else 2
    said = names.weekdays[day.weekday()][:cut] if short else names.weekdays[day.weekday()]
    written = data.draw(
        st.sampled_from(
            [
                names.date.format(day=day.day, month=names.months[day.month - 1], year=day.year),
                f"{day.day}-{day.month}-{day.year}",
                f"{day.day:02}/{day.month:02}/{day.year}",
                day.isoformat(),
            ]
        )
    )
    end = hour + data.draw(st.integers(1, 23 - hour))
    link = data.draw(st.sampled_from(["-", " - ", "–", " tot " if language == "nl" else " to "]))
    phrase = f"{said + ' ' if weekday else ''}{written} {hour}:{minute:02}{link}{end}:{minute:02}"
    assert told(understood(phrase)) == [f"{day} {hour:02}:{minute:02}-{end:02}:{minute:02}"]


@given(days, st.integers(1, 6), hours_of_day, st.sampled_from(["nl", "en"]))
@settings(deadline=None)
def test_weekday_that_does_not_fit_gives_both_dates(day: date, off: int, hour: int, language: str) -> None:
    """Each of the two readings is understood, and has what it takes for right."""
    names = NAMES[language]
    said = (day + timedelta(days=off)).weekday()
    written = names.date.format(day=day.day, month=names.months[day.month - 1], year=day.year)
    (asked,) = understood(f"{names.weekdays[said]} {written} {hour}:00").problems
    values = dict(asked.values)
    by_date, by_weekday = (understood(values[name]).moments[0].first for name in ("first", "second"))
    assert by_date == day
    assert by_weekday.weekday() == said
    assert abs((by_weekday - day).days) <= 3


@given(days, days, st.booleans())
@settings(deadline=None)
def test_suggested_year_is_near_and_fits(day: date, today: date, with_weekday: bool) -> None:
    """The next such date; where its weekday does not fit, every reading that is offered is a whole answer."""
    names = DUTCH.names
    said = f"{names.weekdays[day.weekday()]} " if with_weekday else ""
    phrase = f"{said}{day.day} {names.months[day.month - 1]} 10 uur"
    (asked,) = read(phrase, HERE, today=today).problems
    values = dict(asked.values)
    nearest = date(today.year + (8 if (day.month, day.day) == (2, 29) else 2), 12, 31)
    if asked.suggestion is not None:
        (moment,) = read(asked.suggestion, HERE).moments
        assert today <= moment.first <= nearest
        assert (moment.first.month, moment.first.day) == (day.month, day.day)
        assert not with_weekday or moment.first.weekday() == day.weekday()
    else:
        assert with_weekday
        by_date, by_weekday = (read(values[name], HERE).moments[0].first for name in ("first", "second"))
        assert today <= by_date <= nearest
        assert (by_date.month, by_date.day) == (day.month, day.day)
        assert by_weekday.weekday() == day.weekday()
        assert abs((by_weekday - by_date).days) <= 3
    if "past" in values:
        (been,) = read(values["past"], HERE).moments
        assert today - timedelta(days=183) <= been.first < today


@given(st.lists(st.sampled_from(list(Weekday)), min_size=2, max_size=6, unique=True), st.sampled_from(["nl", "en"]))
@settings(deadline=None)
def test_weekdays_in_a_list_are_read_back_in_order(weekdays: list[Weekday], language: str) -> None:
    names = NAMES[language]
    said = [names.weekdays[day] for day in weekdays]
    phrase = f"{', '.join(said[:-1])} {names.joined} {said[-1]} 10:00-12:00"
    (rule,) = understood(phrase).rules
    assert [day.weekday for day in rule.weekdays] == sorted(weekdays)


_SPELLINGS = [
    ("-", ["–", "—", "‑", "−", " - "]),
    ("'", ["’", "‘", "´", "`"]),
    (" ", ["\u00a0", "  ", "\u202f", "\t"]),
    ("é", ["e", "e\u0301"]),
    ("1", ["１"]),
]


@given(st.sampled_from(DATES + TIMES + EXCEPTIONS), st.sampled_from(_SPELLINGS), st.booleans(), st.data())
@settings(deadline=None)
def test_other_characters_for_the_same_change_nothing(
    row: tuple[str, list[str]], spelling: tuple[str, list[str]], capitals: bool, data: st.DataObject
) -> None:
    """Dashes, quotes and spaces of all kinds, wide figures, capitals."""
    phrase, expected = row
    plain, others = spelling
    other = data.draw(st.sampled_from(others))
    if "-" in (plain, other) and ("zon-" in phrase or re.search(r"\d{4}-\d|-\d{4}", phrase)) and " " in other:
        return  # in a date and in an ellipsis a space makes a difference
    written = phrase.replace(plain, other)
    again = read(
        written.upper() if capitals and "=" not in written else written, HERE, closures=("Zomerstop",), today=TODAY
    )
    assert told(again) == expected


# ------------------------------------------------------------------------------------------------------------ fast


def test_a_thousand_phrases_take_less_than_a_second() -> None:
    budget = 1.0 if Coverage.current() is None else 10.0
    phrases = (KNOWN * (1000 // len(KNOWN) + 1))[:1000]
    begin = time.process_time()
    for phrase in phrases:
        read(phrase, HERE, today=TODAY)
    assert time.process_time() - begin < budget


@pytest.mark.parametrize(
    "piece",
    ["1 ", "1-", "1, ", "en ", "behalve ", "maandag en ", "1 oktober ", "van ", "eerste ", "(", "12:00 ", "qwertyui ",
     "1 en 2 t/m 3, ", "van 1 tot ", "1 januari en ", "elke eerste en ", "1e, ", "zatrdag ", "'s ", "=", ".."],
)  # fmt: skip
def test_the_same_piece_over_and_over_is_not_slow(piece: str) -> None:
    begin = time.process_time()
    _answered(read((piece * LONGEST)[:LONGEST], HERE, today=TODAY))
    assert time.process_time() - begin < (2 if Coverage.current() is None else 20)
