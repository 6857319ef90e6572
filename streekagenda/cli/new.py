"""``new``: asks what a new file needs, one question at a time, and writes it with comments for the rest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from streekagenda.cli.from_issue import from_issue
from streekagenda.cli.options import content_option, lang_option, layouts_option, now_option, settings_of
from streekagenda.cli.refusals import Refused
from streekagenda.cli.starting import questions
from streekagenda.cli.starting.making import Making

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import TextIO

    Decorator = Callable[[Any], Any]


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
@lang_option
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
        lang_option,
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
    return Making("organisation", **given).finish(questions.ORGANISATION)


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
    return Making("place", **given).finish(questions.PLACE)


@new.command()
@_options(TITLE, FIRST, UNTIL, ORGANISATIONS)
def campaign(**given: Any) -> int:  # noqa: ANN401 -- as the options declare
    """Write a campaign: a theme or period that gathers activities."""
    return Making("campaign", **given).finish(questions.CAMPAIGN)


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
    return Making("event", **given).finish_event()
