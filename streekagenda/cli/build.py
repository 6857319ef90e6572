"""``build``: content/ and layouts/ become site/."""

from __future__ import annotations

import os
from functools import cache, partial
from typing import TYPE_CHECKING

import click

from streekagenda import ahead, unchanged
from streekagenda.cli.options import (
    base_url_option,
    content_option,
    lang_option,
    layouts_option,
    moment_of_files,
    no_cache_option,
    now_option,
    output_option,
    remembering,
    settings_of,
)
from streekagenda.cli.progress import Progress
from streekagenda.cli.reports import text_report
from streekagenda.cli.reports.printable import printable
from streekagenda.output import Standing, standing
from streekagenda.rendering.translations import load

if TYPE_CHECKING:
    from datetime import datetime
    from gettext import NullTranslations
    from pathlib import Path

    from streekagenda.builds import Built


@click.command()
@content_option
@layouts_option
@output_option
@base_url_option
@now_option
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes to work with [default: one a core].")
@click.option("--strict", is_flag=True, help="Write nothing when the content has errors.")
@no_cache_option
@click.option("--drafts", is_flag=True, help="Publish drafts too, to look at them.")
@lang_option
def build(  # noqa: PLR0913 -- one parameter for each option
    *,
    content: Path,
    layouts: Path,
    output: Path,
    base_url: str | None,
    now: datetime | None,
    jobs: int | None,
    strict: bool,
    no_cache: bool,
    drafts: bool,
    lang: str,
) -> int:
    """Build the site. Files with a mistake are left out and said; the exit code is then 1."""
    settings = settings_of(
        content=content,
        layouts=layouts,
        output=output,
        base_url=base_url,
        now=now,
        jobs=jobs or len(os.sched_getaffinity(0)),
        strict=strict,
        drafts=drafts,
    )
    settings = remembering(settings, no_cache=no_cache)
    # read when they are first wanted: others are at work by then
    words = cache(partial(load, settings.layouts, only=(lang,), blobs=settings.store.blobs))
    seen = unchanged.see(settings, moment_of_files()) if settings.store.remembers else None
    built = unchanged.recall(settings, seen) if seen else None
    if built is None:
        with (
            unchanged.looking(settings, seen) as looking,
            ahead.reading(settings, seen) as reading,
            Progress(words().for_language(lang).gettext("Making pages and feeds")) as progress,
        ):
            from streekagenda import pipeline  # noqa: PLC0415 -- half a second, which a build of nothing new does not need

            built = pipeline.build(settings, progress=progress.update, seen=seen, reading=reading, looking=looking)
    with standing(Standing.NEW if built.published else Standing.OLD):
        for line in text_report(built.diagnostics, settings.content, words(), lang):
            click.echo(line, err=True)
        click.echo(_summary(built, settings.output, words().for_language(lang)), err=True)
    return 1 if built.errors else 0


def _summary(built: Built, output: Path, catalogue: NullTranslations) -> str:
    if built.published is None:
        return catalogue.gettext("Nothing was written: the site stands as it was.")
    done = built.published
    sentence = catalogue.gettext(
        "%(folder)s: %(files)s files, of which %(written)s new or changed; %(removed)s removed."
    )
    counts = {"files": done.written + done.unchanged, "written": done.written, "removed": done.removed}
    said = sentence % {"folder": printable(str(output)), **counts}
    if not built.errors:
        return said
    left_out = catalogue.ngettext(
        "%(n)s mistake: that file is not on the site.", "%(n)s mistakes: those files are not on the site.", built.errors
    )
    return f"{said} {left_out % {'n': built.errors}}"
