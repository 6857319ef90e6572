"""``pull``: what partners keep elsewhere is fetched, for the next build to read.

Exit codes: 0 done; 1 something was not taken, or a source was not there: what came of it before stays; 2 usage; 3 the
machine failed.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from streekagenda import pipeline, preparing
from streekagenda.builds import local, months_later
from streekagenda.cli.options import (
    content_option,
    lang_option,
    layouts_option,
    moment_of_build,
    now_option,
    remembering,
    settings_of,
)
from streekagenda.cli.progress import Progress
from streekagenda.cli.reports import text_report
from streekagenda.cli.reports.printable import printable
from streekagenda.content.folders import FOLDERS
from streekagenda.content.pulled import FOLDER, Damaged, Kept, event_id, load, save, source_addresses, tidy
from streekagenda.content.records import record_of
from streekagenda.diagnostics import Severity
from streekagenda.formats.uris import is_example
from streekagenda.importing.found import TITLE, Reading
from streekagenda.importing.plan import KIND
from streekagenda.importing.pulling import Pulled, fetched, pulled
from streekagenda.importing.writing import Setting
from streekagenda.web.network import INTERNET, Network

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from streekagenda.builds import Settings
    from streekagenda.content.records import Records
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.calendar import Calendar
    from streekagenda.model.organisation import FeedSource
    from streekagenda.rendering.translations import Translations

AT_ONCE = 8
"""Sources that are fetched side by side."""
MOST_TOLD = 20
"""Messages of one source that are said one by one; the rest is counted."""
NETWORK: Network = INTERNET
"""Another only for tests."""


class _Source(Struct, frozen=True, kw_only=True):
    organisation: str
    name: str
    source: FeedSource

    @property
    def address(self) -> str:
        return (self.source.ical or self.source.csv or "").strip()

    @property
    def about(self) -> str:
        """How it is called in a report."""
        return printable(f"{self.name}, {self.address}")


@click.command()
@content_option
@layouts_option
@now_option
@lang_option
def pull(*, content: Path, layouts: Path, now: datetime | None, lang: str) -> int:
    """Fetch the activities that organisations keep elsewhere; the next build shows them."""
    settings = remembering(settings_of(content=content, layouts=layouts, now=now))
    translations = preparing.translations(settings)
    words = translations.for_language(lang)
    records, validated, judge = pipeline.beside(settings, pulled=False)
    if validated.calendar is None:
        for line in text_report(validated.diagnostics, content, translations, lang):
            click.echo(line, err=True)
        raise click.ClickException(words.gettext("First mend region.yaml: a new file depends on it."))
    calendar = validated.calendar
    sources = [
        _Source(organisation=one.id or "", name=one.name.in_language(lang).text, source=source)
        for one in calendar.organisations
        for source in one.sources
    ]
    _tidy(content, records, validated.diagnostics)
    if not sources:
        click.echo(words.gettext("No organisation has sources: there is nothing to fetch."), err=True)
    for example in (one for one in sources if is_example(one.address)):
        said = words.gettext("%(source)s: this address is an example. Nothing is fetched.")
        click.echo(said % {"source": example.about}, err=True)
    sources = [one for one in sources if not is_example(one.address)]
    if not sources:
        return 0
    with Progress(words.gettext("Fetching")) as progress, ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        readings: list[Reading] = []
        for reading in pool.map(lambda one: fetched(one.source, content, NETWORK), sources):
            readings.append(reading)
            progress.update(len(readings), len(sources))
    wrong = False
    everything, taken = list(records.records), _taken(records)
    for source, reading in zip(sources, readings, strict=True):
        before = _before(content, source)
        setting = _setting(source, calendar, settings, translations)
        found = pulled(source.source, reading, before.files if before else (), setting, everything, taken, judge)
        if found.failed:
            kept = before.files if before else ()
        else:
            kept = found.files
            moment = moment_of_build(now)
            good = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
            save(content, source.organisation, source.address, Kept(good=good, files=kept))
        for path, text in kept:
            record, _ = record_of(text, f"{FOLDER}/{path}", KIND, event_id(path))
            everything += [record] if record else []
            taken.add(event_id(path))
        wrong = wrong or found.failed or any(one.severity is Severity.ERROR for one in found.told)
        for line in _report(source, found, before, translations, lang):
            click.echo(line, err=True)
    return 1 if wrong else 0


def _tidy(content: Path, records: Records, found: Sequence[Diagnostic]) -> None:
    """Remove what was kept of sources that are gone; not while a file is broken in which they may stand."""
    folder = next(folder for folder, kind in FOLDERS.items() if kind == "organisation")
    if any(one.severity is Severity.ERROR and one.location.path.startswith(f"{folder}/") for one in found):
        return
    organisations = (one for one in records.records if one.kind == "organisation" and one.language is None)
    tidy(content, [(one.id, address) for one in organisations for _, address in source_addresses(one.document)])


def _taken(records: Records) -> set[str]:
    """Return the ids of the activities that somebody wrote."""
    broken = {content_id for kind, content_id in records.broken if kind == KIND}
    return broken | {one.id for one in records.records if one.kind == KIND}


def _before(content: Path, source: _Source) -> Kept | None:
    try:
        return load(content, source.organisation, source.address)
    except (Damaged, ValueError, TypeError):
        return None


def _setting(source: _Source, calendar: Calendar, settings: Settings, translations: Translations) -> Setting:
    here = local(settings.now, calendar.region.timezone).date()
    return Setting(
        calendar=calendar,
        organisation=source.organisation,
        topics=source.source.topics,
        audiences=source.source.audiences,
        place=source.source.place,
        today=here,
        first=months_later(here, -calendar.region.archive_months),
        last=months_later(here, calendar.region.horizon_months),
        translations=translations,
    )


def _report(
    source: _Source, found: Pulled, before: Kept | None, translations: Translations, lang: str
) -> Iterator[str]:
    words = translations.for_language(lang)
    if found.failed:
        stays = words.gettext("%(source)s: this did not work. What came of it before stays: %(n)s activities.")
        yield stays % {"source": source.about, "n": len(before.files) if before else 0}
    else:
        yield f"{source.about}: " + words.ngettext("%(n)s activity.", "%(n)s activities.", len(found.files)) % {
            "n": len(found.files)
        }
    for one in found.told[:MOST_TOLD]:
        severity = words.pgettext("severity", one.severity.value)
        short = replace(one, values=tuple((name, value[:80]) for name, value in one.values))
        title = dict(short.values).get(TITLE, "")
        named = f" “{printable(title)}”:" if title else ""
        yield f"  {severity}:{named} {printable(translations.say(short, lang))}"
    if len(found.told) > MOST_TOLD:
        yield f"  … {len(found.told) - MOST_TOLD}"
    if found.drafts:
        hidden = words.ngettext(
            "%(n)s of them is not shown: its place or topic is not known, or it is not sure. "
            "Add a place and topics to the source.",
            "%(n)s of them are not shown: their place or topic is not known, or they are not sure. "
            "Add a place and topics to the source.",
            found.drafts,
        )
        yield f"  {hidden % {'n': found.drafts}}"
    if found.there:
        there = words.ngettext(
            "%(n)s activity has a file of its own: that stays.",
            "%(n)s activities have a file of their own: those stay.",
            found.there,
        )
        yield f"  {there % {'n': found.there}}"
