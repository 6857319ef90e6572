"""One new file: asked for, written, and checked as ``check`` does before anybody is told that it is there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from streekagenda import pipeline, preparing
from streekagenda.builds import DEFAULT_ZONE, local
from streekagenda.checks.personal import mobile_numbers
from streekagenda.cli.options import settings_of
from streekagenda.cli.reports import text_report
from streekagenda.cli.starting import questions
from streekagenda.cli.starting.asking import Asker, Back
from streekagenda.cli.starting.draft import Draft
from streekagenda.cli.starting.files import add_keys, name_of_file, write
from streekagenda.cli.starting.whens import answer_when
from streekagenda.cli.starting.wheres import answer_where
from streekagenda.content.trial import Trial
from streekagenda.diagnostics import Location, Severity, problem
from streekagenda.urls import Addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from streekagenda.cli.starting.questions import Given
    from streekagenda.content.yaml_text import Value
    from streekagenda.diagnostics import Diagnostic

AGREES = "Does that person agree that everybody can read it?"
MOBILE = "mobile-number"
PERSONAL = frozenset({MOBILE, "personal-mailbox", "person-as-contact"})
"""Checks that refuse what is of a person, unless that person agreed."""


class Making:
    """One new file, from the options to the report."""

    def __init__(
        self,
        kind: str,
        /,
        *,
        content_id: str | None,
        description: str | None,
        content: Path,
        layouts: Path,
        now: datetime | None,
        lang: str,
        answered: bool | None,
        **given: Given,
    ) -> None:
        self.settings = settings_of(content=content, layouts=layouts, now=now)
        self.given: dict[str, Given] = {**given, "description": description}
        self.content_id = content_id or ""
        translations = preparing.translations(self.settings)
        self.asker = Asker(
            translations=translations, language=lang, answered=sys.stdin.isatty() if answered is None else answered
        )
        today = local(self.settings.now, DEFAULT_ZONE).date()
        trial = Trial(content, today)
        if trial.calendar is None:
            for line in text_report(trial.diagnostics, content, translations, lang):
                click.echo(line, err=True)
            raise click.ClickException(self.asker.gettext("First mend region.yaml: a new file depends on it."))
        self.draft = Draft(kind=kind, asker=self.asker, trial=trial, calendar=trial.calendar)

    def finish(self, asked: tuple[questions.Question, ...]) -> int:
        """Ask, write and check a file of plain questions."""

        def ask() -> str:
            questions.answer_all(self.draft, asked, self.given)
            return ""

        return self._make(ask)

    def finish_event(self) -> int:
        """Ask, write and check an activity."""
        draft, given = self.draft, self.given
        if not draft.calendar.organisations:
            raise click.UsageError(
                self.asker.gettext("There is no organisation yet. Make that first: python build.py new organisation")
            )

        def ask() -> str:
            organiser = questions.answer(draft, questions.FOLDER, given.get("organisation"))
            questions.answer_all(draft, (questions.TITLE,), given)
            answer_where(draft, given)
            answer_when(draft, given)
            questions.answer_all(draft, questions.ABOUT, given)
            self._booking()
            questions.answer_all(draft, (questions.CAMPAIGN_OF_EVENT,), given)
            return str(organiser)

        return self._make(ask)

    def _booking(self) -> None:
        named = any(self.given.get(question.parameter) for question in questions.BOOKING)
        ask = self.asker.gettext("Must people sign up?")
        if not named and not (self.asker.answered and self.asker.yes(ask, default=False)):
            return
        phone, *others = questions.BOOKING
        booking = self._phone(phone)
        booking = questions.answer_within(self.draft, others, self.given, "booking", booking)
        self.draft.answers["booking"] = booking or {"required": self.asker.gettext("yes")}

    def _phone(self, question: questions.Question) -> dict[str, Value]:
        """Return a telephone number; one of a person only when that person agrees that everybody can read it."""
        asker, draft = self.asker, self.draft
        while True:
            found = questions.answer_within(draft, (question,), self.given, "booking", {})
            mobile = next(mobile_numbers(str(found.get("phone", ""))), "")
            refused = dict(draft.calendar.region.checks).get(MOBILE, Severity.ERROR) is Severity.ERROR
            if not mobile or not refused or not asker.answered or self.given.get(question.parameter):
                return found
            asker.explain([problem(MOBILE, Location(path=""), found=mobile)])
            if asker.yes(asker.gettext(AGREES), default=False):
                draft.answers["consent"] = asker.gettext("yes")
                return found
            del asker.answers[-2:]  # the number, and that nobody agreed: who goes back later does not meet them again

    def _make(self, ask: Callable[[], str]) -> int:
        """Ask, write and check; what is wrong with the whole is answered anew, one question after another back."""
        if self.asker.answered:
            self.asker.say(self.asker.gettext("Type < to go back one question. Ctrl-C stops: then nothing is written."))
        while True:
            try:
                file, found = self._written(*self._asked(ask))
            except Back:
                self._go_back()
                continue
            except click.exceptions.Abort:
                self.asker.say()
                self.asker.say(self.asker.gettext("Nothing was written."))
                raise
            if not _errors(found):
                self._report(found)
                break
            file.unlink()  # made a moment ago, and its answers are right by themselves
            if not self.asker.answered:
                self._report(found)
                self.asker.say(self.asker.gettext("Nothing was written."))
                return 1
            if not _personal(found):  # of those it was said a moment ago
                self.asker.explain(_errors(found))
            self.asker.say(self.asker.gettext("Type < until you are at the answer that must be different."))
            self._go_back()
        self._what_next(file)
        click.echo(file)
        return 0

    def _what_next(self, file: Path) -> None:
        """Say where the file is, and how it comes on the site."""
        region, say = self.draft.calendar.region, self.asker.gettext
        addresses = Addresses(url=region.url, languages=region.languages)
        language = self.asker.language if self.asker.language in region.languages else region.language
        page, editors = addresses.absolute(addresses.page("submit", language)), self.draft.editors()
        self.asker.say()
        self.asker.say(say("Done. Your file is %(file)s. You can open it and fill in more.") % {"file": file})
        if editors:
            told = say(
                "It is not on the site yet. Send the file to the editors: %(editors)s. Or fill in the form: %(page)s"
            )
        else:
            told = say("It is not on the site yet. Send the file to the editors, or fill in the form: %(page)s")
        self.asker.say(told % {"editors": editors, "page": page})

    def _asked(self, ask: Callable[[], str]) -> tuple[str, str]:
        """Ask everything, and return the id of the file and the text under its front matter."""
        draft = self.draft
        folder = ask()
        body = questions.answer(draft, questions.BODY, self.given.get("description"))
        title = str(draft.answers.get("title") or draft.answers.get("name"))
        content_id = name_of_file(draft, self.content_id, title, folder)
        if folder and content_id.partition("/")[0] != folder:
            draft.answers["organiser"] = folder
        return content_id, str(body or "")

    def _go_back(self) -> None:
        self.draft.answers.clear()
        self.draft.accepted.clear()
        self.asker.go_back()

    def _written(self, content_id: str, body: str) -> tuple[Path, list[Diagnostic]]:
        """Write the file, with what was said of what checks find in it; return where, and what they find then."""
        content = self.settings.content
        file = write(self.draft, content_id, body, content, self.settings.layouts)
        try:
            found = self._found(file)
            accepted = self.draft.accepted
            meant: dict[str, Value] = {one.code: accepted[one.code] for one in found if one.code in accepted}
            more: dict[str, Value] = {"accept": meant} if meant else {}
            if self._agreed(found):
                more["consent"] = self.asker.gettext("yes")
            if more:
                add_keys(file, content, self.draft, more)
                found = self._found(file)
        except BaseException:  # also Ctrl-C: a file that nobody was told of is not left behind
            file.unlink()
            raise
        return file, found

    def _agreed(self, found: Sequence[Diagnostic]) -> bool:
        """Ask whether a person agrees that everybody can read what checks refuse for that alone."""
        if not self.asker.answered or not _personal(found):
            return False
        self.asker.say()
        self.asker.explain(_errors(found))
        if self.asker.yes(self.asker.gettext(AGREES), default=False):
            return True
        self.asker.answers.pop()  # who goes back from here answers the question before this one anew
        return False

    def _report(self, found: Sequence[Diagnostic]) -> None:
        for line in text_report(found, self.settings.content, self.asker.translations, self.asker.language):
            click.echo(line, err=True)

    def _found(self, file: Path) -> list[Diagnostic]:
        """Return what ``check`` finds in a file, but for advice: who begins has enough to do."""
        path = file.relative_to(self.settings.content).as_posix()
        checked = pipeline.check(self.settings, focus=[path]).diagnostics
        return [one for one in checked if one.location.path == path and one.severity is not Severity.ADVICE]


def _errors(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    return [one for one in found if one.severity is Severity.ERROR]


def _personal(found: Sequence[Diagnostic]) -> bool:
    """Whether all that is refused is refused for the sake of a person."""
    return {{one.code} <= PERSONAL for one in _errors(found)} == {True}
