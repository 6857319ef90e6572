"""``new``: asks what a new file needs, one question at a time, and writes it with comments for the rest."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from streekagenda import pipeline
from streekagenda.cli.from_issue import from_issue
from streekagenda.cli.options import content_option, layouts_option, now_option, settings_of
from streekagenda.cli.refusals import Refused
from streekagenda.cli.reports import text_report
from streekagenda.cli.starting import questions
from streekagenda.cli.starting.asking import Asker
from streekagenda.cli.starting.draft import Draft
from streekagenda.cli.starting.files import name_of_file, write
from streekagenda.cli.starting.whens import answer_when
from streekagenda.cli.starting.wheres import answer_where
from streekagenda.content.trial import Trial
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import TextIO

    from streekagenda.cli.starting.questions import Given

    Decorator = Callable[[Any], Any]


LANG = click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language.")


@click.group(invoke_without_command=True)
@click.option(
    "--from-issue",
    "issue",
    type=click.File(encoding="utf-8", errors="replace"),
    help="Text of an issue that is a filled-in form; - for standard input.",
)
@click.option(
    "--comment",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file what can be answered below the issue.",
)
@content_option
@layouts_option
@now_option
@LANG
@click.pass_context
def new(
    context: click.Context,
    *,
    issue: TextIO | None,
    comment: Path | None,
    content: Path,
    layouts: Path,
    now: datetime | None,
    lang: str,
) -> int:
    """Write a new file with comments, asking for what it needs; or from an issue, without asking."""
    if issue is not None:
        if context.invoked_subcommand is not None:
            raise Refused("Give --from-issue, or say what to make: not both.")
        return from_issue(issue, comment, settings_of(content=content, layouts=layouts, now=now), lang)
    if context.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(context)
    return 0


def _options(*declared: Decorator) -> Decorator:
    """Add options to a command in the order in which they are listed, and those that all kinds share."""
    shared = (
        click.option("--id", "content_id", help="Name of the file, without .md [default: after the title]."),
        click.option("--description", help="The text under the front matter."),
        content_option,
        layouts_option,
        now_option,
        LANG,
        click.option(
            "--ask/--no-ask", "answered", default=None, help="Ask what no option says [default: on a terminal]."
        ),
    )

    def add(command: Any) -> Any:  # noqa: ANN401 -- a function, or a command of click
        for option in reversed((*declared, *shared)):
            command = option(command)
        return command

    return add


TITLE = click.option("--title", "--name", "title", help="What it is called.")
AREA = click.option("--area", help="Id or name of the neighbourhood.")
ADDRESS = (
    click.option("--street", help="Street and number."),
    click.option("--postcode", help="Postcode."),
    click.option("--city", help="Town or village."),
)
REACHED = (click.option("--phone", help="Telephone number."), click.option("--website", help="Web address."))
ORGANISATIONS = click.option("--organisation", multiple=True, help="Id or name of who organises it; more than once.")
ORGANISATION = click.option("--organisation", help="Id or name of the organisation.")
FIRST = click.option("--from", "first", help="First day.")
UNTIL = click.option("--until", help="Last day, inclusive.")


@new.command()
@_options(TITLE, click.option("--kind", help="What sort of organisation."), AREA, *REACHED, click.option("--email"))
def organisation(**given: Any) -> int:  # noqa: ANN401 -- as the options declare
    """Write an organisation: who takes part."""
    return _Work("organisation", **given).finish(questions.ORGANISATION)


@new.command()
@_options(
    TITLE,
    *ADDRESS,
    AREA,
    ORGANISATION,
    click.option("--facility", multiple=True, help="Id or name of what is there; more than once."),
    *REACHED,
)
def place(**given: Any) -> int:  # noqa: ANN401 -- as the options declare
    """Write a place: where people meet."""
    return _Work("place", **given).finish(questions.PLACE)


@new.command()
@_options(TITLE, FIRST, UNTIL, ORGANISATIONS)
def campaign(**given: Any) -> int:  # noqa: ANN401 -- as the options declare
    """Write a campaign: a theme or period that gathers activities."""
    return _Work("campaign", **given).finish(questions.CAMPAIGN)


@new.command()
@_options(
    ORGANISATION,
    TITLE,
    click.option("--place", help="Id or name of a place."),
    click.option("--place-name", help="Name of a place that is written out here, with --street and so on."),
    *ADDRESS,
    AREA,
    click.option("--online", help="Web address, instead of a place."),
    click.option("--when", "when", help="Dates and hours, or how it repeats."),
    click.option("--every", help="How it repeats."),
    click.option("--time", help="Hours, when --when or --every does not say them."),
    FIRST,
    UNTIL,
    click.option("--except", "skip", multiple=True, help="Days it does not go on; more than once."),
    click.option("--topic", multiple=True, help="Id or name of a topic; more than once."),
    click.option("--audience", multiple=True, help="Id or name of an audience; more than once."),
    click.option("--price", help="free, an amount in euro, or a sentence."),
    click.option("--booking-phone", help="Telephone number to sign up."),
    click.option("--booking-email", help="Mail address to sign up."),
    click.option("--booking-url", help="Web page to sign up."),
    click.option("--booking-until", help="Last day to sign up."),
    click.option("--campaign", multiple=True, help="Id or name of a campaign; more than once."),
)
def event(**given: Any) -> int:  # noqa: ANN401 -- as the options declare
    """Write an activity: what there is to do."""
    return _Work("event", **given).finish_event()


class _Work:
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
        translations = pipeline.translations(self.settings)
        self.asker = Asker(
            translations=translations, language=lang, answered=sys.stdin.isatty() if answered is None else answered
        )
        today = pipeline.local(self.settings.now, pipeline.DEFAULT_ZONE).date()
        trial = Trial(content, today)
        if trial.calendar is None:
            for line in text_report(trial.diagnostics, content, translations, lang):
                click.echo(line, err=True)
            raise click.ClickException(self.asker.gettext("First mend region.yaml: a new file depends on it."))
        self.draft = Draft(kind=kind, asker=self.asker, trial=trial, calendar=trial.calendar)

    def finish(self, asked: tuple[questions.Question, ...]) -> int:
        """Ask, write and check a file of plain questions."""
        questions.answer_all(self.draft, asked, self.given)
        return self._write("")

    def finish_event(self) -> int:
        """Ask, write and check an activity."""
        draft, given = self.draft, self.given
        if not draft.calendar.organisations:
            raise click.UsageError(
                self.asker.gettext("There is no organisation yet. Make that first: python build.py new organisation")
            )
        organiser = questions.answer(draft, questions.FOLDER, given.get("organisation"))
        questions.answer_all(draft, (questions.TITLE,), given)
        answer_where(draft, given)
        answer_when(draft, given)
        questions.answer_all(draft, questions.ABOUT, given)
        self._booking()
        questions.answer_all(draft, (questions.CAMPAIGN_OF_EVENT,), given)
        return self._write(str(organiser))

    def _booking(self) -> None:
        named = any(self.given.get(question.parameter) for question in questions.BOOKING)
        ask = self.asker.gettext("Must people sign up?")
        if not named and not (self.asker.answered and self.asker.yes(ask, default=False)):
            return
        booking = questions.answer_within(self.draft, questions.BOOKING, self.given, "booking", {})
        self.draft.answers["booking"] = booking or {"required": self.asker.gettext("yes")}

    def _write(self, folder: str) -> int:
        draft = self.draft
        body = questions.answer(draft, questions.BODY, self.given.get("description"))
        title = str(draft.answers.get("title") or draft.answers.get("name"))
        content_id = name_of_file(draft, self.content_id, title, folder)
        if folder and content_id.partition("/")[0] != folder:
            draft.answers["organiser"] = folder
        content = self.settings.content
        file = write(draft, content_id, str(body or ""), content, self.settings.layouts)
        path = file.relative_to(content).as_posix()
        checked = pipeline.check(self.settings, focus=[path]).diagnostics
        found = [one for one in checked if one.location.path == path and one.severity is not Severity.ADVICE]
        for line in text_report(found, content, self.asker.translations, self.asker.language):
            click.echo(line, err=True)
        if any(one.severity is Severity.ERROR for one in found):
            file.unlink()  # made a moment ago, and right by itself: another file is in its way
            self.asker.say(self.asker.gettext("Nothing was written."))
            return 1
        self.asker.say()
        self.asker.say(self.asker.gettext("Done. Open the file to add what you like; make serve shows it."))
        click.echo(file)
        return 0
