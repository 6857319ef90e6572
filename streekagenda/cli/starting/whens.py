"""When an activity is: read as a phrase, completed by what it leaves open, and said back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.cli.starting.draft import NAMELESS
from streekagenda.diagnostics import Diagnostic, Location
from streekagenda.recurrence.expansion import expand
from streekagenda.recurrence.phrases import read, read_date, read_hours
from streekagenda.rendering.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streekagenda.cli.starting.draft import Draft
    from streekagenda.cli.starting.questions import Given
    from streekagenda.content.trial import Tried
    from streekagenda.content.yaml_text import Value
    from streekagenda.recurrence.phrases import Reading

NOWHERE = Location(path="")
ON_HOLIDAY = "on-holiday"
"""The check that asks whether it goes on on public holidays."""
NO_START = "when-no-start"
"""The question that a step asks which has no first day to count from."""
AHEAD = timedelta(days=3 * 366)
"""How far dates are sought to say back."""
SAID_BACK = 4
"""Dates that are said back."""
SETS = {"nl": ("feestdagen", "schoolvakanties"), "en": ("holidays", "school-holidays")}
"""What ``except`` calls the sets of days that many activities skip."""


class When(Struct, frozen=True, kw_only=True):
    """What was said."""

    phrase: str
    recurring: bool
    time: str = ""
    first: str = ""
    until: str = ""
    exceptions: tuple[str, ...] = ()

    def value(self) -> Value:
        """Return it as it stands in a file: a phrase that says all by itself, else the phrase among keys."""
        beside = {"time": self.time, "from": self.first, "until": self.until}
        keys: dict[str, Value] = {key: text for key, text in beside.items() if text}
        if self.exceptions:
            keys["except"] = list(self.exceptions)
        return {"every" if self.recurring else "on": self.phrase, **keys} if keys else self.phrase


def answer_when(draft: Draft, given: Mapping[str, Given]) -> None:
    """Take into the draft when it is.

    Raises:
        click.UsageError: what an option holds is wrong, or it is missing and nobody can be asked.
    """
    desk = _Desk(draft, given)
    while True:
        said = desk.when()
        tried = draft.try_out({"when": said.value()})
        if tried.mistakes:
            desk.refuse(tried.mistakes)
        elif _agreed(draft, tried, asked=not desk.phrase):
            draft.answers["when"] = said.value()
            return


class _Desk:
    """Puts together what the options say and what is answered."""

    def __init__(self, draft: Draft, given: Mapping[str, Given]) -> None:
        self.draft = draft
        self.asker = draft.asker
        self.given = given
        self.recurring = bool(given.get("every"))
        self.option = "--every" if self.recurring else "--when"
        self.phrase = str(given.get("every") or given.get("when") or "")

    def when(self, phrase: str = "") -> When:
        """Return a phrase with what it leaves open."""
        phrase = phrase or self.phrase or self._ask_phrase()
        first = self._given_day("first", "--from")
        reading = self._read(phrase, first)
        if not first and any(problem.code == NO_START for problem in reading.problems):
            first = self._ask_first()
            reading = self._read(phrase, first)
        if reading.problems:
            self.refuse(reading.problems)
            return self.when()
        time = self._time(reading)
        if time and _wrong_hours(time):  # all of it was said, not the hours alone
            return self.when(time)
        if not reading.rules:
            return When(phrase=phrase, recurring=False, time=time)
        if not first and any(rule.start is None for rule in reading.rules):
            first = self._ask_first()
        return When(
            phrase=phrase,
            recurring=True,
            time=time,
            first=first,
            until=self._until(reading),
            exceptions=self._exceptions(reading),
        )

    def refuse(self, mistakes: Sequence[Diagnostic]) -> None:
        """Say what is wrong; what stands in an option cannot be asked again."""
        if self.phrase:
            raise self.asker.refuse(self.option, mistakes)
        self.asker.explain(mistakes)

    def _ask_phrase(self) -> str:
        if not self.asker.answered:
            raise self.asker.missing("--when")
        return self.asker.line(
            self.asker.gettext(
                "When is it? For example: %(weekday)s from 19:30 to 21:00. Or: every Sunday 14:00-16:00."
            )
            % self.draft.example_days(),
            required=True,
            check=lambda phrase: [one for one in self._read(phrase, "").problems if one.code != NO_START],
        )

    def _read(self, phrase: str, first: str) -> Reading:
        today = self.draft.trial.today
        start = read_date(first, NOWHERE, today=today) if first else None
        return read(
            phrase,
            NOWHERE,
            today=today,
            start=None if isinstance(start, Diagnostic) else start,
            recurring=self.recurring,
            language=self.asker.language,
        )

    def _time(self, reading: Reading) -> str:
        given = str(self.given.get("time") or "")
        if given:
            if mistakes := _wrong_hours(given):
                raise self.asker.refuse("--time", mistakes)
            return given
        if not reading.lacks_time:
            return ""
        if not self.asker.answered:
            raise self.asker.missing("--time")
        ask = self.asker.gettext("At what time? For example 14:00-16:00. Write all day when it has no hours.")
        return self.asker.line(ask, required=True, check=self._no_hours)

    def _no_hours(self, text: str) -> Sequence[Diagnostic]:
        """Return what is wrong with hours; somebody may also say again all of it, now with the hours."""
        wrong = _wrong_hours(text)
        if wrong:
            reading = self._read(text, "")
            problems = [one for one in reading.problems if one.code != NO_START]
            if not problems and not reading.lacks_time:
                return ()
        return wrong

    def _ask_first(self) -> str:
        if not self.asker.answered:
            raise self.asker.missing("--from")
        ask = self.asker.gettext("From which day on? For example %(day)s") % self.draft.example_days()
        return self.asker.line(ask, required=True, check=self._wrong_day)

    def _until(self, reading: Reading) -> str:
        given = self._given_day("until", "--until")
        if given or not self.asker.answered or any(rule.until or rule.count for rule in reading.rules):
            return given
        ask = self.asker.gettext("What is the last day? Leave it empty when it goes on.")
        return self.asker.line(ask, required=False, check=self._wrong_day)

    def _exceptions(self, reading: Reading) -> tuple[str, ...]:
        given = tuple(self.given.get("skip") or ())
        if given or not self.asker.answered or any(rule.exclusions for rule in reading.rules):
            return given
        holidays, school_holidays = SETS.get(self.asker.language, SETS["en"])
        skipped = []
        if self.asker.yes(self.asker.gettext("Does it go on on public holidays?"), default=True):
            self.draft.accepted[ON_HOLIDAY] = self.asker.gettext("It goes on then.")
        else:
            skipped.append(holidays)
        if not self.asker.yes(self.asker.gettext("Does it go on in the school holidays?"), default=True):
            skipped.append(school_holidays)
        return tuple(skipped)

    def _given_day(self, name: str, option: str) -> str:
        given = str(self.given.get(name) or "")
        if given and (mistakes := self._wrong_day(given)):
            raise self.asker.refuse(option, mistakes)
        return given

    def _wrong_day(self, text: str) -> Sequence[Diagnostic]:
        found = read_date(text, NOWHERE, today=self.draft.trial.today)
        return (found,) if isinstance(found, Diagnostic) else ()


def _wrong_hours(text: str) -> Sequence[Diagnostic]:
    found = read_hours(text, NOWHERE)
    return (found,) if isinstance(found, Diagnostic) else ()


def _agreed(draft: Draft, tried: Tried, *, asked: bool) -> bool:
    """Say back how the dates are understood; who typed them can say that it is not so."""
    asker = draft.asker
    event = next((one for one in tried.calendar.events if one.id == NAMELESS), None) if tried.calendar else None
    if event is None:
        return True
    words = Words(language=asker.language, translations=asker.translations)
    today = draft.trial.today
    asker.say()
    asker.say(asker.gettext("This is how we read it: %(dates)s") % {"dates": words.schedule_full(event.schedule)})
    coming = expand(event, today, today + AHEAD)
    for occurrence in coming[:SAID_BACK]:
        asker.say(f"    {words.moment(occurrence.moment)}")
    if len(coming) > SAID_BACK:
        asker.say("    …")
    if not coming:
        asker.say(asker.gettext("Mind: all of this lies in the past."))
    return not asked or asker.yes(asker.gettext("Is that right?"), default=bool(coming))
