"""``import``: activities that somebody keeps elsewhere become content files.

Exit codes: 0 done, also when all of them were there already; 1 something in the file cannot be taken, the rest is
written; 2 usage; 3 the machine failed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from streekagenda import pipeline, preparing
from streekagenda.builds import local, months_later
from streekagenda.cli.options import (
    content_option,
    lang_option,
    layouts_option,
    now_option,
    remembering,
    settings_of,
)
from streekagenda.cli.progress import Progress
from streekagenda.cli.refusals import Refused
from streekagenda.cli.reports import text_report
from streekagenda.cli.reports.printable import printable
from streekagenda.cli.starting.choices import named, organisations, places, topics
from streekagenda.content.files import is_link
from streekagenda.content.nearest import nearest
from streekagenda.diagnostics import Severity
from streekagenda.importing import recognising
from streekagenda.importing.found import MOST_BYTES, TITLE, Reading, left_out
from streekagenda.importing.plan import KIND, NewFile, Plan, plan
from streekagenda.importing.writing import Setting
from streekagenda.web.failures import Unanswered
from streekagenda.web.fetching import fetch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from gettext import NullTranslations

    from streekagenda.builds import Settings
    from streekagenda.cli.starting.choices import Choice
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.rendering.translations import Translations

WRONG = 1
MOST_TOLD = 200
"""Messages that are said one by one; the rest is counted."""
WEB = ("https://", "http://")
CALENDAR = "webcal://"
"""What calendar programs are sent to; it is https (draft-byrne-webcal section 2)."""
_NAMED = re.compile(r"(?<=//)[^/@]*@")
"""A name and a password in an address: never said again."""


@click.command("import")
@click.argument("source", metavar="FILE-or-URL")
@click.option("--organisation", required=True, help="Id or name of the organisation whose activities these are.")
@click.option("--topic", "topic", multiple=True, help="Id or name of a topic, for what names none; more than once.")
@click.option("--place", help="Id or name of a place, for what does not say where it is.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@content_option
@layouts_option
@now_option
@lang_option
def import_(  # noqa: PLR0913 -- one parameter for each option
    *,
    source: str,
    organisation: str,
    topic: tuple[str, ...],
    place: str | None,
    dry_run: bool,
    content: Path,
    layouts: Path,
    now: datetime | None,
    lang: str,
) -> int:
    """Write activities from another calendar or a table as files: iCal, CSV, XLSX or a web page."""
    settings = remembering(settings_of(content=content, layouts=layouts, now=now))
    translations = preparing.translations(settings)
    words = translations.for_language(lang)
    records, validated, found_in = pipeline.beside(settings)
    if validated.calendar is None:
        for line in text_report(validated.diagnostics, content, translations, lang):
            click.echo(line, err=True)
        raise click.ClickException(words.gettext("First mend region.yaml: a new file depends on it."))
    calendar = validated.calendar
    here = local(settings.now, calendar.region.timezone).date()
    setting = Setting(
        calendar=calendar,
        organisation=_chosen("--organisation", organisation, organisations(calendar, lang)),
        topics=tuple(_chosen("--topic", one, topics(calendar, lang)) for one in topic),
        place=_chosen("--place", place, places(calendar, lang)) if place else None,
        today=here,
        first=months_later(here, -calendar.region.archive_months),
        last=months_later(here, calendar.region.horizon_months),
        translations=translations,
    )
    with Progress(words.gettext("Reading")) as progress:
        reading = _read(source)
        taken = {content_id for kind, content_id in records.broken if kind == KIND}
        taken |= {one.id for one in records.records if one.kind == KIND} | _there(settings, setting)
        progress.update(len(reading.found))
        planned = plan(reading, setting, records.records, taken, found_in)
    written = planned.files if dry_run else _written(planned.files, settings)
    for file in written:
        click.echo(settings.content / file.path)
    report = _Report(plan=planned, source=source, translations=translations, language=lang)
    for line in report.lines(dry_run=dry_run):
        click.echo(line, err=True)
    return WRONG if any(one.severity is Severity.ERROR for one in planned.told) else 0


def _chosen(option: str, said: str, choices: Sequence[Choice]) -> str:
    """Return the id of what was named by its id or its name.

    Raises:
        Refused: nothing is called so; what looks like it is said.
    """
    found = named(said, choices)
    if len(found) == 1:
        return found[0].value
    near = nearest(said, [name for one in choices for name in (one.value, one.label)])
    known = ", ".join(one.value for one in choices[:10])
    if near:
        raise Refused(
            "%(option)s: we do not know “%(name)s”. Do you mean %(near)s?", option=option, name=said, near=near
        )
    raise Refused(
        "%(option)s: we do not know “%(name)s”. Choose from: %(known)s.", option=option, name=said, known=known
    )


def _read(source: str) -> Reading:
    """Read a file, or what stands at an address."""
    if source.lower().startswith(CALENDAR):
        source = f"https://{source[len(CALENDAR) :]}"
    if source.lower().startswith(WEB):
        try:
            fetched = fetch(source, largest=MOST_BYTES)
        except Unanswered as unanswered:
            return Reading(left_out=(left_out(f"import-web-{unanswered.reason}", number=unanswered.status),))
        return recognising.read(fetched.content)
    file = Path(source)
    if not file.exists():
        raise Refused("There is no file “%(file)s”.", file=source)
    if not file.is_file():
        raise Refused("“%(file)s” is no file.", file=source)
    try:
        with file.open("rb") as stream:
            return recognising.read(stream.read(MOST_BYTES + 1))
    except PermissionError as error:
        raise Refused("You may not read the file “%(file)s”.", file=source) from error


def _there(settings: Settings, setting: Setting) -> set[str]:
    """Return the ids whose files stand in the folder of the organisation, also what no record was made of."""
    folder = settings.content / "events" / setting.organisation
    return (
        {f"{setting.organisation}/{one.name.partition('.')[0]}" for one in folder.glob("*")}
        if folder.is_dir()
        else set()
    )


def _written(files: Sequence[NewFile], settings: Settings) -> Sequence[NewFile]:
    """Write the files, each whole or not at all, and nothing over what is there.

    Raises:
        OSError: from the machine; the files that were written before are right.
        Refused: the folder leads out of the content.
    """
    root = settings.content
    for file in files:
        target = root / file.path
        for folder in Path(file.path).parents:
            if is_link(root, folder.as_posix()):
                raise Refused("“%(folder)s” is a link: nothing is written through it.", folder=root / folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        new = target.with_name(f".{target.name}.new")
        try:
            new.write_text(file.text, encoding="utf-8", newline="\n")
            _put(new, target)
        finally:
            new.unlink(missing_ok=True)
    return files


def _put(new: Path, target: Path) -> None:
    """Give a whole file its name; unlike a rename a link never takes the place of a file."""
    try:
        os.link(new, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without links, such as a stick
        if target.exists():
            raise
        new.rename(target)


class _Report:
    """What is said of an import."""

    def __init__(self, *, plan: Plan, source: str, translations: Translations, language: str) -> None:
        self.plan = plan
        self.source = printable(_NAMED.sub("…@", source))
        self.translations = translations
        self.language = language
        self.words: NullTranslations = translations.for_language(language)

    def lines(self, *, dry_run: bool) -> list[str]:
        """Return what was left out, each with its place and why; then what was written."""
        told = self.plan.told
        said = [self._line(one) for one in told[:MOST_TOLD]]
        if len(told) > MOST_TOLD:
            said.append(f"… {len(told) - MOST_TOLD}")
        return [*said, *([""] if said else []), *self._summary(dry_run=dry_run)]

    def _line(self, one: Diagnostic) -> str:
        one = replace(one, values=tuple((name, _short(value)) for name, value in one.values))
        title = dict(one.values).get(TITLE, "")
        about = f" “{printable(title)}”:" if title else ""
        severity = self.words.pgettext("severity", one.severity.value)
        said = printable(self.translations.say(one, self.language))
        return f"{self.source}:{one.location.line}: {severity}:{about} {said}"

    def _summary(self, *, dry_run: bool) -> list[str]:
        plan, count = self.plan, self.words.ngettext
        new, drafts = len(plan.files), sum(one.draft for one in plan.files)
        if dry_run:
            said = [count("%(n)s file would be written.", "%(n)s files would be written.", new) % {"n": new}]
        else:
            said = [count("%(n)s file written.", "%(n)s files written.", new) % {"n": new}]
        if drafts:
            asked = count(
                "%(n)s of them is a draft: something is missing that its source does not say. The questions stand at its top.",
                "%(n)s of them are drafts: something is missing that the source does not say. The questions stand at their top.",
                drafts,
            )
            said.append(asked % {"n": drafts})
        if plan.there:
            there = count(
                "%(n)s activity was there already: nothing was done to it.",
                "%(n)s activities were there already: nothing was done to them.",
                plan.there,
            )
            said.append(there % {"n": plan.there})
        if plan.over:
            over = count(
                "%(n)s activity is over for so long that no page shows it.",
                "%(n)s activities are over for so long that no page shows them.",
                plan.over,
            )
            said.append(over % {"n": plan.over})
        left = sum(one.severity is Severity.ERROR for one in plan.told)
        if left:
            out = count(
                "%(n)s mistake: see above what was not taken.", "%(n)s mistakes: see above what was not taken.", left
            )
            said.append(out % {"n": left})
        if new and not dry_run:
            said.append(self.words.gettext("Look at them, and try: python build.py check"))
        return said


def _short(title: str, most: int = 80) -> str:
    return title if len(title) <= most else title[: most - 1] + "…"
