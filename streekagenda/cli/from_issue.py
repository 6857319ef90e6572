"""``new --from-issue``: an issue that is a filled-in form becomes a file, or questions.

Exit codes: 0 a file was written, its path is on stdout; 1 something is unclear, nothing was written; 2 the issue is none
of the forms, or usage.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from streekagenda import preparing
from streekagenda.builds import DEFAULT_ZONE, local
from streekagenda.cli.issues.answering import comment as comment_lines
from streekagenda.cli.issues.answering import terminal
from streekagenda.cli.issues.converting import converted
from streekagenda.cli.refusals import Refused
from streekagenda.cli.starting.asking import Asker
from streekagenda.content.trial import Trial

if TYPE_CHECKING:
    from typing import TextIO

    from streekagenda.builds import Settings

UNCLEAR = 1
MOST = 1_000_000
"""Characters that are looked at; GitLab takes as many as this."""


def from_issue(issue: TextIO, comment: Path | None, settings: Settings, language: str) -> int:
    """Convert an issue, say what came of it, and return the exit code.

    Raises:
        Refused: the issue is none of the forms.
    """
    asker = Asker(translations=preparing.translations(settings), language=language, answered=False)
    today = local(settings.now, DEFAULT_ZONE).date()
    result = converted(issue.read(MOST), settings, Trial(settings.content, today), asker)
    if result is None:
        raise Refused("This issue is none of our forms: nothing was done.")
    if comment is not None:
        text = "\n".join([*comment_lines(result, asker, today), ""])
        comment.write_text(text, encoding="utf-8", newline="\n")
    for line in terminal(result, asker):
        click.echo(line, err=True)
    if result.file is None:
        return UNCLEAR
    click.echo(result.file)
    return 0
