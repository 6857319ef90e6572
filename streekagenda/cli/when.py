"""``when``: says how a phrase is understood: a sentence, the RRULE, the next dates."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import replace

from streekagenda.builds import DEFAULT_ZONE, local
from streekagenda.cli.options import DAY, lang_option, layouts_option, moment_of_build, now_option
from streekagenda.content.faults import Fault
from streekagenda.content.schedule_checks import owner_of
from streekagenda.diagnostics import Diagnostic, Location, diagnostic, problem
from streekagenda.formats.rrule import rule_text
from streekagenda.model.details import Details, Status
from streekagenda.model.holidays import SchoolBreak
from streekagenda.model.schedule import (
    DateRange,
    NamedHoliday,
    PublicHolidays,
    Schedule,
    SchoolHolidays,
    Series,
    Single,
)
from streekagenda.recurrence.clock_changes import skipped_moment
from streekagenda.recurrence.instances import instances
from streekagenda.recurrence.phrases import HOLIDAYS, Reading, ReadRule, missing_time, read
from streekagenda.rendering.translations import load
from streekagenda.rendering.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.schedule import Entry, Exclusion, Moment

AHEAD = timedelta(days=3 * 366)
"""How far dates are sought."""
ZONE = DEFAULT_ZONE


class Question(Struct, frozen=True, kw_only=True):
    """A phrase and what it is read with."""

    phrase: str
    first: date | None
    until: date | None
    today: date
    school_region: str


class Spoken(click.Command):
    """A command of which an argument may begin with the dash of a list, which is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Set such an argument apart by the space that a phrase may begin with."""
        return super().parse_args(ctx, [f" {one}" if one.startswith("- ") else one for one in args])


@click.command(cls=Spoken)
@click.argument("phrase")
@click.option("--from", "first", type=DAY, help="First possible day of a rule.")
@click.option("--until", type=DAY, help="Last possible day of a rule, inclusive.")
@click.option("--count", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many dates to show.")
@lang_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The answer as text or as JSON.",
)
@click.option(
    "--school-region",
    type=click.Choice(["noord", "midden", "zuid"]),
    default="noord",
    show_default=True,
    help="Whose school holidays are meant.",
)
@layouts_option
@now_option
def when(  # noqa: PLR0913 -- one parameter for each option
    *,
    phrase: str,
    first: date | None,
    until: date | None,
    count: int,
    lang: str,
    form: str,
    school_region: str,
    layouts: Path,
    now: datetime | None,
) -> int:
    """Say how PHRASE is understood, or what has to be asked."""
    today = local(moment_of_build(now), ZONE).date()
    question = Question(phrase=phrase, first=first, until=until, today=today, school_region=school_region)
    translations = load(layouts, only=(lang,))
    words = Words(language=lang, translations=translations)
    entries = _understand(question)
    diagnostics = [entry for entry in entries if isinstance(entry, Diagnostic)]
    if diagnostics:
        _refuse(diagnostics, lambda found: translations.say(found, lang), form)
        return 1
    understood = tuple(entry for entry in entries if not isinstance(entry, Diagnostic))
    answer = _answer(understood, words, question, count)
    if form == "json":
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        _tell(answer, words)
    return 0


def _understand(question: Question) -> list[Entry | Diagnostic]:
    location = Location(path="")
    reading = read(
        question.phrase, location, start=question.first, until=question.until, today=question.first or question.today
    )
    problems = reading.problems or missing_time(reading)
    if problems:
        return list(problems)
    if question.until and any(rule.count for rule in reading.rules):
        return [problem("when-end-twice", location, phrase=question.phrase, key="--until")]
    entries = list(_entries(reading, question)) or [problem("when-not-understood", location, text=question.phrase)]
    return list(_skipped(entries, location)) or entries


def _skipped(entries: list[Entry | Diagnostic], location: Location) -> Iterator[Diagnostic]:
    """Refuse a time that does not exist because the clock goes forward, as ``check`` does."""
    for entry in entries:
        moment = None if isinstance(entry, Diagnostic) else skipped_moment(entry, ZONE)
        if moment is not None:
            yield problem("time-does-not-exist", location, day=moment.first, time=f"{moment.start:%H:%M}")


def _entries(reading: Reading, question: Question) -> Iterator[Entry | Diagnostic]:
    for number, moment in enumerate(reading.moments):
        yield Single(key=str(number), moment=moment.moment(), details=Details())
    for number, rule in enumerate(reading.rules):
        believed = rule.rule(rule.start or question.first or question.today)
        last = min((day for day in (question.until, believed.until) if day), default=None)
        series = Series(
            key=f"r{number}",
            rule=replace(believed, until=last),
            hours=rule.timing.hours,
            exclusions=tuple(_exclusions(rule, question.school_region)),
            also=tuple(one.moment() for one in rule.also),
            details=Details(),
        )
        for read_change in rule.changes:
            change = read_change.change(reading.language)
            owner = owner_of(change, [series])
            if isinstance(owner, Fault):
                yield diagnostic(owner.code, reading.location, owner.values)
            series = replace(series, changes=(*series.changes, change))
        yield series


def _exclusions(rule: ReadRule, school_region: str) -> Iterator[Exclusion]:
    for one in rule.exclusions:
        if isinstance(one, DateRange | NamedHoliday):
            yield one
        elif one == HOLIDAYS:
            yield PublicHolidays(country="NL")
        else:
            yield SchoolHolidays(region=school_region, name=one if isinstance(one, SchoolBreak) else None)


def _answer(entries: tuple[Entry, ...], words: Words, question: Question, count: int) -> dict[str, Any]:
    moments = sorted(
        (moment for entry in entries for moment in islice(_moments(entry), count)), key=lambda moment: moment.start
    )
    series = [entry for entry in entries if isinstance(entry, Series)]
    schedule = Schedule(entries=entries)
    whole = {
        **_described(moments[:count]),
        "rrule": rule_text(series[0].rule, series[0].hours, ZONE) if series else None,
        "sentence": words.schedule_full(schedule, today=_not_asked(series, question)),
        "lengths": _lengths(schedule, words, question.today),
    }
    if len(series) > 1:
        whole["rules"] = [
            {
                **_described(list(islice(_moments(one), count))),
                "rrule": rule_text(one.rule, one.hours, ZONE),
                "sentence": words.schedule_full(Schedule(entries=(one,)), today=_not_asked([one], question)),
            }
            for one in series
        ]
    return whole


def _not_asked(series: list[Series], question: Question) -> date | None:
    """Return today where a rule begins today only because nobody said when: then that is left out, else all is said."""
    unsaid = question.first is None and any(one.rule.start == question.today for one in series)
    return question.today if unsaid else None


def _lengths(schedule: Schedule, words: Words, today: date) -> dict[str, str]:
    """Return a schedule as it stands on a chip, in a list, in one sentence, in full, and as a voice says it."""
    return {
        "badge": words.schedule_badge(schedule, today=today),
        "line": words.schedule_line(schedule, today=today),
        "sentence": words.schedule_sentence(schedule, today=today),
        "full": words.schedule_full(schedule),
        "spoken": words.schedule_spoken(schedule, today=today),
    }


def _moments(entry: Entry) -> Iterator[Moment]:
    if isinstance(entry, Single):
        yield entry.moment
    else:
        for one in instances(entry, entry.rule.start, entry.rule.start + AHEAD):
            if one.change is None or one.change.details.status is not Status.CANCELLED:
                yield one.moment


def _described(moments: list[Moment]) -> dict[str, Any]:
    if not moments:
        return {"start": None, "end": None, "all_day": False, "dates": []}
    first = moments[0]
    known_end = first.all_day or (first.hours is not None and first.hours.end is not None)
    last = first.last if first.all_day else first.end
    return {
        "start": _iso(first),
        "end": last.isoformat() if known_end else None,
        "all_day": first.all_day,
        "dates": [_iso(moment) for moment in moments],
    }


def _iso(moment: Moment) -> str:
    """Return a start as local ISO 8601: a date for whole days, else with minutes."""
    return moment.first.isoformat() if moment.all_day else moment.start.isoformat(timespec="seconds")


def _refuse(diagnostics: list[Diagnostic], say: Any, form: str) -> None:  # noqa: ANN401 -- a function of one diagnostic
    if form == "json":
        items = [
            {
                "code": found.code,
                "severity": found.severity.value,
                "message": say(found),
                **({"suggestion": found.suggestion} if found.suggestion else {}),
            }
            for found in diagnostics
        ]
        click.echo(json.dumps({"diagnostics": items}, ensure_ascii=False, indent=2))
        return
    for found in diagnostics:
        click.echo(say(found))
        for line in (found.suggestion or "").splitlines():
            click.echo(f"    → {line}")


def _tell(answer: dict[str, Any], words: Words) -> None:
    click.echo(answer["sentence"])
    for start in answer["dates"]:
        moment = datetime.fromisoformat(start)
        clock = "" if len(start) == len("2026-10-01") else f" {words.clock(moment.time())}"
        click.echo(f"  {words.day(moment.date())}{clock}")
    for one in answer.get("rules", [answer]):
        if one["rrule"]:
            click.echo(words.gettext("For calendar programs: %(rule)s") % {"rule": f"RRULE:{one['rrule']}"})
