"""``forms``: the issue forms of a region's repository, for each forge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from streekagenda import preparing
from streekagenda.cli.issues.answering import CONTEXT
from streekagenda.cli.issues.templates import templates
from streekagenda.cli.options import content_option, layouts_option, now_option, settings_of
from streekagenda.cli.refusals import Refused
from streekagenda.content.history import FileHistory

if TYPE_CHECKING:
    from datetime import datetime


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    show_default=True,
    help="Folder of the repository.",
)
@content_option
@layouts_option
@now_option
def forms(*, output: Path, content: Path, layouts: Path, now: datetime | None) -> int:
    """Write the issue forms for GitHub, Forgejo, Gitea and GitLab, with the topics of the region."""
    settings = settings_of(content=content, layouts=layouts, now=now)
    calendar = preparing.believed(settings, FileHistory()).calendar
    if calendar is None:
        raise Refused("First mend region.yaml: the forms are made from it.")
    language = calendar.region.language
    words = preparing.translations(settings).for_language(language)
    made = templates(calendar, language, lambda message: words.pgettext(CONTEXT, message))
    for path, text in made.items():
        file = output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        click.echo(file, err=True)
    return 0
