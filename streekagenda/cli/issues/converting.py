"""``new --from-issue``: a filled-in form becomes a file, or a file that is there is changed; or it is asked back.

Nothing is written outside the content folder, at a path that the issue chooses, or over a file that is new: an
activity comes at ``events/<organisation that is known>/<name made of its title>.md``.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda import pipeline
from streekagenda.cli.issues.changing import File, cancelled, changed, record_named
from streekagenda.cli.issues.fields import CANCEL, FORMS, NEW
from streekagenda.cli.issues.filing import answer_event
from streekagenda.cli.issues.reading import LONGEST, filled_in, has_question
from streekagenda.cli.issues.rescheduling import gone
from streekagenda.cli.issues.unclear import NOWHERE, Questions, Unclear
from streekagenda.cli.starting.draft import Draft
from streekagenda.cli.starting.files import name_of_file, write
from streekagenda.content.files import decode, open_content, proposal
from streekagenda.content.records import record_of
from streekagenda.diagnostics import Severity, diagnostic
from streekagenda.model.schedule import Series

if TYPE_CHECKING:
    from pathlib import Path

    from streekagenda.builds import Settings
    from streekagenda.cli.issues.reading import Filled
    from streekagenda.cli.starting.asking import Asker
    from streekagenda.content.trial import Trial
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence

CONTEXT = "form"
"""The msgctxt of the words of forms."""


class Converted(Struct, frozen=True, kw_only=True):
    """What became of an issue: the file that was written, or what is asked."""

    file: Path | None = None
    event: Event | None = None
    asked: tuple[Unclear, ...] = ()
    gone: tuple[Occurrence, ...] = ()
    """Coming dates that disappear, in their order."""


def converted(text: str, settings: Settings, trial: Trial, asker: Asker) -> Converted | None:
    """Turn the text of an issue into a file; ``None`` where it is none of our forms.

    Raises:
        click.ClickException: the file would not be right as a whole, although its parts are.
        OSError: from the machine; nothing is half-written then.
    """
    catalogues = asker.translations.catalogues

    def says(message: str) -> frozenset[str]:
        return frozenset({message} | {one.pgettext(CONTEXT, message) for one in catalogues.values()})

    if len(text) > LONGEST:
        too_long = diagnostic("issue-too-long", NOWHERE, {"limit": LONGEST})
        return Converted(asked=(_as_unclear(too_long),)) if has_question(text, FORMS, says) else None
    filled = filled_in(text, FORMS, says)
    if filled is None:
        return None
    if trial.calendar is None:
        return Converted(asked=tuple(map(_as_unclear, trial.diagnostics)))
    questions = Questions(filled.form)
    for field in filled.twice:
        questions.ask(field.id, "issue-heading-twice")
    for field in filled.form.fields:
        if field.required and field.id not in filled.answers:
            questions.ask(field.id, "issue-answer-missing")
    draft = Draft(kind="event", asker=asker, trial=trial, calendar=trial.calendar)
    done = (
        _new(filled, settings, draft, questions) if filled.form is NEW else _changed(filled, settings, draft, questions)
    )
    return done or Converted(asked=tuple(questions.asked))


def _new(filled: Filled, settings: Settings, draft: Draft, questions: Questions) -> Converted | None:
    folder = answer_event(draft, filled, questions)
    if questions.asked:
        return None
    content_id = name_of_file(draft, "", _name(draft), folder)
    file = write(draft, content_id, filled.answers["description"], settings.content, settings.layouts)
    wrong = _wrong(file, settings)
    for one in wrong:
        questions.take(_about(one, filled), [one])
    if wrong:
        file.unlink()  # made a moment ago, and right by itself: what it says may not be published so
        return None
    return Converted(file=file, event=draft.trial.event(content_id, file.read_text(encoding="utf-8")))


def _name(draft: Draft) -> str:
    """Return what the file is named after: the title, or the first day where that has no letter that a name can have."""
    title = str(draft.answers["title"])
    tried = draft.try_out({}).calendar
    if proposal(title) != proposal("") or tried is None or not tried.events:
        return title
    entries = tried.events[0].schedule.entries
    return f"activiteit {min(one.rule.start if isinstance(one, Series) else one.moment.first for one in entries)}"


def _about(mistake: Diagnostic, filled: Filled) -> str:
    """Return the field in whose answer the words stand that a check found."""
    found = dict(mistake.values).get("found")
    return next((field for field, said in filled.answers.items() if found and found in said), "")


def _changed(filled: Filled, settings: Settings, draft: Draft, questions: Questions) -> Converted | None:
    if questions.asked:
        return None
    named = record_named(filled.answers["event"], draft.trial, draft.calendar, questions)
    if named is None:
        return None
    old = open_content(settings.content, named.path)
    text = decode(old) if isinstance(old, bytes) else old
    record = record_of(text, named.path, "event", named.id)[0] if isinstance(text, str) else None
    event = draft.trial.event(named.id, text, path=named.path) if isinstance(text, str) else None
    if not isinstance(old, bytes) or not isinstance(text, str) or record is None or event is None:
        questions.ask("", "issue-cannot-change", path=named.path)
        return None
    file = File(record=record, text=text, event=event)
    new = (cancelled if filled.form is CANCEL else changed)(file, filled, draft, questions)
    if questions.asked or questions.take("", draft.trial.text("event", event.id, new, path=record.path).mistakes):
        return None
    if new == text:
        questions.ask("", "issue-nothing-said")
        return None
    written = settings.content / record.path
    if questions.take("", _refused(written, old, new, settings)):
        return None
    after = draft.trial.event(named.id, new, path=named.path)
    lost = gone(event, after, draft.trial.today) if after else ()
    return Converted(file=written, event=after, gone=lost)


def _refused(file: Path, old: bytes, new: str, settings: Settings) -> list[Diagnostic]:
    """Write the new text, its lines ended as they were; where checks find what they did not find before, take it back."""
    text = new.replace("\n", "\r\n") if b"\r\n" in old else new
    content = codecs.BOM_UTF8 * old.startswith(codecs.BOM_UTF8) + text.encode()
    _write(file, content)
    found = _wrong(file, settings)
    if not found:
        return []
    _write(file, old)
    before = {(one.code, one.values) for one in _wrong(file, settings)}
    wrong = [one for one in found if (one.code, one.values) not in before]
    if not wrong:
        _write(file, content)
    return wrong


def _write(file: Path, content: bytes) -> None:
    """Write a file in one step: it holds what it held or what is new, never half of it."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    beside.replace(file)


def _wrong(file: Path, settings: Settings) -> list[Diagnostic]:
    """Return the errors that ``check`` finds in a file."""
    path = file.relative_to(settings.content).as_posix()
    found = pipeline.check(settings, focus=[path]).diagnostics
    return [one for one in found if one.location.path == path and one.severity is Severity.ERROR]


def _as_unclear(diagnostic: Diagnostic) -> Unclear:
    return Unclear(diagnostic=diagnostic)
