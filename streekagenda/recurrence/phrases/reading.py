"""Reads a phrase that says when: the way from text to moments and rules, or to questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.diagnostics import Diagnostic, Location, problem
from streekagenda.recurrence.phrases.assembly import assemble
from streekagenda.recurrence.phrases.calendar_words import WEEK_NUMBER, about_week
from streekagenda.recurrence.phrases.clauses import EITHER, parts
from streekagenda.recurrence.phrases.context import Context
from streekagenda.recurrence.phrases.doubts import set_aside
from streekagenda.recurrence.phrases.figures import days_in_figures
from streekagenda.recurrence.phrases.group import TIME
from streekagenda.recurrence.phrases.groups import grouped
from streekagenda.recurrence.phrases.lexicon import Kind, Lexicon
from streekagenda.recurrence.phrases.normalising import Phrase, normalise
from streekagenda.recurrence.phrases.parts import MonthDays, NthWeekdays, Remark, Weekdays, Written
from streekagenda.recurrence.phrases.places import ask_for_entries
from streekagenda.recurrence.phrases.plain import plain_moment
from streekagenda.recurrence.phrases.questions import MOST, Edit, Question, diagnostics, question
from streekagenda.recurrence.phrases.quoting import LEXICONS
from streekagenda.recurrence.phrases.readings import PartOfDay, Reading
from streekagenda.recurrence.phrases.scanning import scan
from streekagenda.recurrence.phrases.texts import set_apart
from streekagenda.recurrence.phrases.tokens import Tokens, strangers, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from streekagenda.recurrence.phrases.lexicon import Names

LONGEST = 3000
"""So many characters, and no more: a phrase says when, the rest of the story belongs in the text."""


def read(
    phrase: str,
    location: Location,
    *,
    today: date | None = None,
    start: date | None = None,
    until: date | None = None,
    recurring: bool = False,
    language: str | None = None,
    closures: Iterable[str] = (),
) -> Reading:
    """Read a phrase in Dutch or English, up to :data:`LONGEST` characters.

    ``today`` is a day to reckon from in questions, such as for a missing year; without it the question has no answer
    ready. ``start`` and ``until`` are the first and the last possible day, said elsewhere; a step counts from the first.
    ``recurring`` says that the phrase stands where only what recurs can stand. ``language`` decides where both languages
    fit. ``closures`` are the names of further sets of days off. Nothing is guessed: a problem says what to write instead.
    """
    if len(phrase) > LONGEST:
        return _refused(
            phrase[:LONGEST], location, problem("when-too-long", location, most=LONGEST, length=len(phrase))
        )
    if (moment := plain_moment(phrase)) and not recurring:
        language = language or LEXICONS[0].language
        return Reading(phrase=phrase, location=location, language=language, moments=(moment,))
    written = normalise(phrase)
    if not written.plain.strip():
        return _refused(phrase, location, problem("when-empty", location))
    readings: list[Reading] = []
    for lexicon, tokens in in_languages(written, language, closures):
        context = Context(
            names=lexicon.names, phrase=written.original, today=today, start=start, until=until, recurring=recurring
        )
        readings.append(_read(written, tokens, lexicon, location, context))
        if not readings[-1].problems:
            return readings[-1]
    return min(readings, key=lambda reading: sum(one.code in _STRANGE for one in reading.problems))


_STRANGE = {"when-not-understood", "when-other-language"}
"""A language in which less is strange answers better: of ``13 Januray 2027`` it knows the month."""


def in_languages(
    written: Phrase, language: str | None, closures: Iterable[str] = ()
) -> Iterator[tuple[Lexicon, Tokens]]:
    """Yield the tokens of a phrase in the language that knows most of its words, or in all that know as many."""
    raws = list(scan(written))
    names = scanned_closures(closures)
    with_texts = any(raw.text in {"(", ":"} for raw in raws)
    read_as: dict[str, Tokens] = {}
    unknown: dict[str, int] = {}
    for lexicon in LEXICONS:
        said = raws
        if with_texts:
            tokens = set_apart(days_in_figures(tokenise(raws, lexicon, names)), written.original)
            texts = [token for token in tokens.tokens if token.kind is Kind.TEXT]
            said = [raw for raw in raws if not any(text.start <= raw.start < text.end for text in texts)]
            read_as[lexicon.language] = tokens
        unknown[lexicon.language] = strangers(said, lexicon)
    fewest = min(unknown.values())
    for lexicon in sorted(LEXICONS, key=lambda one: one.language != language):
        if unknown[lexicon.language] == fewest:
            yield lexicon, read_as.get(lexicon.language) or days_in_figures(tokenise(raws, lexicon, names))


def missing_time(reading: Reading) -> tuple[Diagnostic, ...]:
    """Ask for the time that a phrase should have had, where it says none; for callers that have none either."""
    if reading.problems or not reading.lacks_time:
        return ()
    names = next(lexicon.names for lexicon in LEXICONS if lexicon.language == reading.language)
    lacking = next(timing for timing in reading.timings if timing.lacks_time)
    hours = names.example_start if lacking.duration else names.example_hours[lacking.part or PartOfDay.AFTERNOON]
    example = f"{reading.phrase.rstrip(' .,;')}{',' if lacking.duration else ''} {hours}"
    return (problem("when-no-time", reading.location, text=reading.phrase, example=example),)


def _refused(phrase: str, location: Location, asked: Diagnostic) -> Reading:
    return Reading(phrase=phrase, location=location, language=LEXICONS[0].language, problems=(asked,))


def scanned_closures(names: Iterable[str]) -> list[tuple[tuple[str, ...], str]]:
    """Cut the names of closures as a phrase is cut, the longest first."""
    cut = [(tuple(raw.text for raw in scan(normalise(name))), name) for name in names]
    return sorted((one for one in cut if one[0]), key=lambda one: (-len(one[0]), one))


def _read(written: Phrase, tokens: Tokens, lexicon: Lexicon, location: Location, context: Context) -> Reading:
    kept, doubts = set_aside(tokens, written.original)
    found = parts(kept)
    groups = grouped(found, written.original)
    assembled = assemble(groups.groups, context)
    remarks = [joined.piece for joined in found if isinstance(joined.piece, Remark)][:MOST]
    questions = [
        *(doubt for doubt in doubts if not _overruled(doubt, assembled.overruled)),
        *(_about(remark, tokens, lexicon, context) for remark in remarks),
        *groups.questions,
        *assembled.questions,
    ]
    questions = ask_for_entries(questions, tokens.tokens, written.original)
    if not questions and not assembled.moments and not assembled.rules:
        questions = [Question(code="when-no-date", start=0, end=len(written.original))]
    unasked = {"when-no-year"} if any(one.code == "when-list-off-rule" for one in questions) else ()
    problems = diagnostics(_worth_asking(questions), written, location, unasked)
    reading = Reading(phrase=written.original, location=location, language=lexicon.language, problems=problems)
    if problems:
        return reading
    anywhere = all(isinstance(joined.piece, _SAYS_THE_SAME) for joined in found)
    return replace(reading, moments=assembled.moments, rules=assembled.rules, anywhere=anywhere)


_SAYS_THE_SAME = (Weekdays, NthWeekdays, MonthDays, *TIME)
"""Parts for which it does not matter from when to when they hold: nothing in them counts, or lacks its year."""


def _overruled(doubt: Question, overruled: Sequence[Written]) -> bool:
    return doubt.code == "when-about" and any(piece.start <= doubt.start < piece.end for piece in overruled)


def _about(remark: Remark, tokens: Tokens, lexicon: Lexicon, context: Context) -> Question:
    if remark.code == WEEK_NUMBER:
        return about_week(remark, tokens.tokens, lexicon.names, context.today)
    if remark.code == EITHER:
        sign = remark.end - remark.start == 1  # a stroke between two days
        behind = [one.kind for one in tokens.tokens if one.start >= remark.end][:2]
        joined = ", " if behind[1:] == [Kind.SLASH] else f" {lexicon.names.joined} "  # «ma/wo/vr»
        both = Edit(start=remark.start, end=remark.end, text=joined if sign else lexicon.names.joined)
        return question(EITHER, remark, choices={"first": (both,)})
    words = [one.text for one in tokens.tokens if one.kind is Kind.UNKNOWN and remark.start <= one.start < remark.end]
    others = [other for other in LEXICONS if other is not lexicon]
    if words and all(word in other.vocabulary for other in others for word in words):
        return question("when-other-language", remark)
    return question(remark.code, remark, choices=_choices(remark, lexicon.names))


def _choices(remark: Remark, names: Names) -> dict[str, tuple[Edit, ...]]:
    quarters = names.listed(names.months[::3])
    words = {
        "quarters": quarters,
        "joined": names.joined,
        "through": names.through,
        "no": names.not_on.partition(" ")[0],
    }
    return {
        name: tuple(Edit(start=at.start, end=at.end, text=text.format(**words)) for at, text in edits)
        for name, edits in remark.choices.items()
    }


_LEFT_OVER = {
    "when-loose-end",
    "when-no-date",
    "when-only-exception",
    "when-which-day-of-month",
    "when-which-day-of-step",
}
"""Questions that are answered with the answer to any other."""

_BESIDE = {
    EITHER,
    "when-not-understood",
    "when-other-language",
    "when-relative",
    "when-relative-date",
    "when-vague",
    "when-biweekly",
    "when-bimonthly",
    "when-twice-monthly",
    "when-week-number",
    "when-which-days",
    "when-nth-workday",
    "when-quarter",
}

_ONCE = {"when-once-or-weekly", "when-once-or-every", "when-ellipsis", "when-which-weekday-of-month"}
"""Questions that are answered with the answer to one about the word beside them."""


_OF_DATE = {"when-no-year", "when-which-year", "when-which-feast-day"}
"""Questions about a date that is not meant itself."""


def _worth_asking(questions: Sequence[Question]) -> list[Question]:
    answered = set(_LEFT_OVER)
    if any(one.code in _BESIDE for one in questions):
        answered |= _ONCE
    if any(one.code == EITHER for one in questions):
        answered |= {"when-two-times", "when-since-or-once", "when-rule-or-dates"}
    if any(one.code in {"when-full", "when-cancelled"} for one in questions):
        answered |= {"when-same-time-too", "when-no-year"}
    if any(one.code == "when-several-days" for one in questions):
        answered.add("when-two-times")
    if any(one.code in {"when-about", "when-relative"} and not one.edits for one in questions):
        answered |= _OF_DATE  # «rond de kerst»
    worth = [one for one in questions if one.code not in answered]
    return worth or [one for one in questions if one.code == "when-loose-end"] or list(questions)
