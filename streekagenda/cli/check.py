"""``check``: what is wrong with the content; nothing is written."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from streekagenda.cli.options import (
    content_option,
    lang_option,
    layouts_option,
    moment_of_build,
    moment_of_files,
    no_cache_option,
    now_option,
    remembering,
    settings_of,
)
from streekagenda.cli.progress import Progress
from streekagenda.cli.refusals import Refused
from streekagenda.cli.reports import FORMATS, in_form
from streekagenda.cli.reports.report import Report
from streekagenda.diagnostics import Severity
from streekagenda.rendering.translations import load

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import datetime
    from gettext import NullTranslations

    from streekagenda.builds import Settings
    from streekagenda.checks.online import Ask
    from streekagenda.comparison import Comparison
    from streekagenda.content.calendar import Validated
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.judging import CheckedFeeds
    from streekagenda.model.event import Event
    from streekagenda.rendering.translations import Translations


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@content_option
@layouts_option
@now_option
@click.option(
    "--feeds", is_flag=True, help="Make all feeds too, and let the calendar programs that are here read them."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How the report is written.",
)
@click.option("--since", metavar="REV", help="Only what has changed since a git revision, such as main... or HEAD~1.")
@click.option("--online", is_flag=True, help="Also ask whether the links answer; takes a while.")
@click.option("--fix", is_flag=True, help="First put right what can only be meant in one way.")
@no_cache_option
@lang_option
def check(  # noqa: PLR0913 -- one parameter for each option
    *,
    paths: tuple[Path, ...],
    content: Path,
    layouts: Path,
    now: datetime | None,
    feeds: bool,
    form: str,
    since: str | None,
    online: bool,
    fix: bool,
    no_cache: bool,
    lang: str,
) -> int:
    """Say what is wrong with the content, or with the files PATHS alone, and how we read the dates in these."""
    settings = remembering(settings_of(content=content, layouts=layouts, now=now), no_cache=no_cache)
    translations = load(settings.layouts, only=(lang,), blobs=settings.store.blobs)
    words = translations.for_language(lang)
    wanted = {_below(path, content) for path in paths}
    with Progress(words.gettext("Checking")) as progress:
        links = partial(progress.update, label=words.gettext("Asking the links"))
        ask = _asking(links, no_cache=no_cache) if online else None
        told = tuple(_fixed(settings, wanted, since, words)) if fix else ()
        change = _compared(settings, since, ask) if since is not None else None
        validated = change.validated if change else _checked(settings, wanted, ask, whole=feeds)
        checked = _judged(validated, settings) if feeds else None
    found = tuple(one for one in validated.diagnostics if not wanted or _at_or_below(wanted, one.location.path))
    if checked:
        found = (*found, *checked.diagnostics)
        told = (*told, *_who_judged(checked, words))
    if fix:
        told = (*told, *_left_to_you(found, words))
    for line in told:
        click.echo(line, err=True)
    report = Report(
        diagnostics=found,
        content=content,
        translations=translations,
        language=lang,
        colour=form == "text" and on_terminal(),
    )
    said = _of_change(report, change) if change and form == "markdown" else in_form(form, report)
    click.echo("\n".join(said))  # at once: each of 20,000 lines would go to the system by itself
    asked = wanted | (change.files.touched if change else set())
    if form == "text" and validated.calendar and asked:
        for line in _how_we_read(validated.calendar.events, asked, translations, lang):
            click.echo(line)
    return 1 if any(one.severity is Severity.ERROR for one in found) else 0


def _checked(settings: Settings, wanted: Collection[str], ask: Ask | None, *, whole: bool) -> Validated:
    """Check all, or only what changed since that was done; the ``whole`` calendar comes of a check of all."""
    from streekagenda import rechecking, unchanged  # noqa: PLC0415 -- what reads content, and no page; `--since` needs another

    seen = None
    if settings.store.remembers and ask is None and not whole:
        seen = unchanged.see(settings, moment_of_files())
        found = rechecking.recheck(settings, seen, wanted)
        if found:
            return found
    from streekagenda import pipeline  # noqa: PLC0415 -- a fifth of a second, which a check of one file does not need

    return pipeline.check(settings, focus=wanted or None, ask=ask, before=seen)


def _compared(settings: Settings, since: str, ask: Ask | None) -> Comparison:
    from streekagenda.cli.since import compared  # noqa: PLC0415 -- as in _checked

    return compared(settings, since, ask)


def _of_change(report: Report, change: Comparison) -> Iterator[str]:
    from streekagenda.cli.reports import as_change  # noqa: PLC0415 -- as in _checked

    return as_change.lines(report, change)


def _asking(progress: Callable[[int, int], None], *, no_cache: bool) -> Ask:
    from streekagenda.cli.online import asking_once  # noqa: PLC0415 -- the network, which no other check needs

    return asking_once(moment_of_build(None), os.environ, progress, no_cache=no_cache)


def _fixed(settings: Settings, wanted: Collection[str], since: str | None, words: NullTranslations) -> Iterator[str]:
    """Put right what is certain in the files that are asked about, and say so."""
    from streekagenda.cli.fixing import fix as corrected  # noqa: PLC0415 -- as in _checked

    touched = _compared(settings, since, None).files.touched if since is not None else None
    for_all = wanted or {"."}
    return corrected(settings, lambda path: _at_or_below(for_all, path) and (touched is None or path in touched), words)


def _left_to_you(found: Collection[Diagnostic], words: NullTranslations) -> Iterator[str]:
    """Say that what could be proposed was not written: it is sure enough to show, and not to change without asking."""
    count = sum(bool(one.suggestion or one.correction) for one in found)
    if count:
        yield words.ngettext(
            "%(n)s message has a proposal behind an arrow (→). That was not changed: "
            "look yourself whether it is what you mean, and copy it then.",
            "%(n)s messages have a proposal behind an arrow (→). Those were not changed: "
            "look yourself whether it is what you mean, and copy it then.",
            count,
        ) % {"n": count}


def on_terminal() -> bool:
    """Whether colours can be seen, and are wanted (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _how_we_read(
    events: Iterable[Event], asked: Collection[str], translations: Translations, language: str
) -> Iterator[str]:
    """Say back the dates of files that were asked for by their names: no mistake is not yet what was meant."""
    from streekagenda.rendering.words import Words  # noqa: PLC0415 -- which no check of all needs

    words = Words(language=language, translations=translations)
    for event in events:
        if event.source.path in asked:
            dates = words.schedule_full(event.schedule)
            yield f"{event.source.path}: {words.gettext('This is how we read it: %(dates)s') % {'dates': dates}}"


def _judged(validated: Validated, settings: Settings) -> CheckedFeeds:
    from streekagenda.judging import check_feeds  # noqa: PLC0415 -- all judges, which no other check needs

    return check_feeds(validated, settings)


def _who_judged(checked: CheckedFeeds, words: NullTranslations) -> Iterator[str]:
    """Say what was looked at and by whom; beside the report, of which it is no part."""
    said = {"feeds": checked.feeds, "dates": checked.dates, "judges": "; ".join(checked.asked)}
    yield words.gettext("%(feeds)s calendars read, and %(dates)s dates compared with the pages, by: %(judges)s.") % said
    if checked.lacking:
        lacking = {"judges": "; ".join(checked.lacking)}
        yield words.gettext("Not installed here, so not asked: %(judges)s.") % lacking


def _below(path: Path, content: Path) -> str:
    """Return a path that was given, as seen from the content folder."""
    if not path.exists():
        if (content / path).exists():
            return path.as_posix()
        raise Refused("There is no file or folder “%(path)s”.", path=path)
    try:
        return path.resolve().relative_to(content.resolve()).as_posix()
    except ValueError:
        raise Refused(
            "“%(path)s” does not lie in “%(folder)s”, and is only checked there. "
            "Copy it to %(folder)s/events/<organisation>/ and check it again; "
            "or say with --content which folder is meant.",
            path=path,
            folder=content,
        ) from None


def _at_or_below(wanted: Collection[str], path: str) -> bool:
    """Whether a path is one of those wanted, or lies in one; ``.`` is the content folder."""
    return any(one in {".", path} or path.startswith(f"{one}/") for one in wanted)
