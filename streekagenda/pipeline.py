"""The six stages, in order: read, validate, expand, check, publish, write. Start reading here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from streekagenda import checks, publications, unchanged
from streekagenda.builds import DEFAULT_ZONE, Built, Settings, local
from streekagenda.content import fixing, sources
from streekagenda.content.calendar import Validated, validate
from streekagenda.content.designs import Design
from streekagenda.content.history import FileHistory, checked_out, read_history
from streekagenda.content.locating import Locator
from streekagenda.content.phrases import Phrases
from streekagenda.content.recent import Present, lately
from streekagenda.content.records import Records, read
from streekagenda.diagnostics import Diagnostic, Location, Severity, diagnostic, problem
from streekagenda.model.schedule import MIDNIGHT
from streekagenda.output import publish
from streekagenda.publications import pictures, search
from streekagenda.publications.lasting import lasts_until
from streekagenda.publications.site import Site
from streekagenda.recurrence.differences import Days
from streekagenda.recurrence.expansion import timeline
from streekagenda.recurrence.selections import Index
from streekagenda.recurrence.turns import Recent, in_order, turns_of
from streekagenda.rendering.assets import icons, static_files
from streekagenda.rendering.templates import DEFAULT, Renderer
from streekagenda.rendering.translations import Translations, languages, load
from streekagenda.urls import Addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from streekagenda.checks.judging import Judged
    from streekagenda.checks.online import Ask
    from streekagenda.content.built_events import BuiltEvents
    from streekagenda.content.files import Root
    from streekagenda.content.fixing import Fixed
    from streekagenda.content.records import Record
    from streekagenda.model.calendar import Calendar, Timeline
    from streekagenda.model.region import Region
    from streekagenda.output import Published
    from streekagenda.unchanged import Seen


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """All that is known before anything is published."""

    settings: Settings
    commit: bytes | None
    """Which commit is checked out."""
    history: FileHistory
    records: Records
    validated: Validated
    diagnostics: tuple[Diagnostic, ...]
    site: Site | None
    """``None`` where there can be none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """What was prepared a moment ago, and what is still as it was then."""

    prepared: Prepared
    files: frozenset[str]
    """Paths below the content folder."""
    layouts: bool


def build(settings: Settings, *, progress: Callable[[int], None] | None = None, seen: Seen | None = None) -> Built:
    """Turn content and layouts into a site; raises OSError, and what ``output`` raises, when the machine fails.

    What it did is remembered for the next build, where ``seen`` is what it is made of (:mod:`streekagenda.unchanged`).
    """
    found = prepare(settings)
    nothing_written = Built(diagnostics=found.diagnostics, published=None)
    site, diagnostics = found.site, found.diagnostics
    del found  # nobody asks any more how the files read: their room is for the pages
    if site is None or (settings.strict and nothing_written.errors):
        return nothing_written
    outputs = publications.outputs(site, settings.jobs)
    protected = (settings.content, settings.layouts)
    zone, until = site.region.timezone, lasts_until(site)

    def remember(published: Published) -> None:
        if seen:
            built = Built(diagnostics=diagnostics, published=published)
            unchanged.remember(settings, seen, built, zone=zone, until=until)

    published = publish(outputs, settings.output, protected=protected, progress=progress, done=remember)
    return Built(diagnostics=diagnostics, published=published)


def prepare(settings: Settings, before: Before | None = None) -> Prepared:
    """Read, validate and expand; of what is as it was ``before`` nothing is done twice, and the result is the same."""
    last = before.prepared if before else None
    commit = checked_out(settings.content)
    history = last.history if last and last.commit == commit else read_history(settings.content)
    records = read(
        settings.content,
        alike=last.records if last else None,
        kept=before.files if before else (),
        store=settings.store,
    )
    day = local(settings.now, DEFAULT_ZONE).date()
    same_day = last is not None and last.history is history and local(last.settings.now, DEFAULT_ZONE).date() == day
    alike = last.validated.built if last and same_day else None
    validated = believed_of(records, settings.content, settings, history, alike)
    diagnostics = (*_about(history), *_lacking(), *validated.diagnostics)
    site = None
    if validated.calendar is not None:
        occurrences = expand(validated.calendar, settings.now, last.site.timeline if last and last.site else None)
        site = replace(
            site_of(occurrences, validated.media, settings, before),
            recent=recent(records, validated, settings, history),
        )
    return Prepared(
        settings=settings,
        commit=commit,
        history=history,
        records=records,
        validated=validated,
        diagnostics=diagnostics,
        site=site,
    )


def check(settings: Settings, focus: Collection[str] | None = None, ask: Ask | None = None) -> Validated:
    """Read, validate and run the checks; nothing is written. Drafts are checked too.

    ``focus`` are the files and folders, below the content folder, whose findings are wanted; what checks find in others
    is not sought. The mistakes of all files are there. With ``ask``, such as an
    :class:`~streekagenda.checks.online.asking.Asker`, links are asked whether they answer.
    """
    settings = replace(settings, drafts=True)
    records = read(settings.content, store=settings.store)
    validated = believed_of(records, settings.content, settings, read_history(settings.content))
    return with_findings(validated, records, settings, focus, ask)


def fixes(settings: Settings, wanted: Callable[[str], bool]) -> tuple[Fixed, ...]:
    """Return the files, of ``wanted`` paths, as they are with the corrections of which nothing else can be meant."""
    settings = replace(settings, drafts=True)

    def mistakes(records: Records) -> tuple[Diagnostic, ...]:
        return believed_of(records, settings.content, settings, FileHistory()).diagnostics

    records = read(settings.content, store=settings.store)
    return fixing.fixes(settings.content, records, mistakes(records), mistakes, wanted)


def beside(
    settings: Settings, *, pulled: bool = True
) -> tuple[Records, Validated, Callable[[Sequence[Record]], tuple[Diagnostic, ...]]]:
    """Read and validate, drafts too; also return what says the mistakes of files that are not there yet.

    Without ``pulled`` what came of sources is not there either.
    """
    settings = replace(settings, drafts=True)
    records = read(settings.content, store=settings.store, pulled=pulled)
    validated = believed_of(records, settings.content, settings, FileHistory())

    def found_in(new: Sequence[Record]) -> tuple[Diagnostic, ...]:
        both = replace(records, records=(*records.records, *new))
        tried = believed_of(both, settings.content, settings, FileHistory(), alike=validated.built)
        return with_findings(tried, both, settings, [one.path for one in new], least=Severity.ERROR).diagnostics

    return records, validated, found_in


def with_findings(
    validated: Validated,
    records: Records,
    settings: Settings,
    focus: Collection[str] | None,
    ask: Ask | None = None,
    *,
    least: Severity = Severity.ADVICE,
) -> Validated:
    """Run the checks, give each finding of at least a severity its place, and add it to the mistakes."""
    from streekagenda.checks.checked import Checked  # noqa: PLC0415 -- brings rapidfuzz with it; a build checks nothing

    calendar = validated.calendar
    if calendar is None:
        return validated
    today = local(settings.now, calendar.region.timezone).date()
    checked = Checked(
        calendar=calendar,
        today=today,
        last=months_later(today, calendar.region.horizon_months),
        focus=None if focus is None else records.at_or_below(focus),
        whole=all(one.severity is not Severity.ERROR for one in validated.diagnostics),
    )
    ranks = tuple(Severity)
    judged = checks.findings(checked, validated.accepted, ask)
    wanted = (one for one in judged if ranks.index(one.severity) <= ranks.index(least))
    found = (*validated.diagnostics, *_placed(wanted, Locator(records)))
    found = tuple(sources.at_their_source(found, records.pulled))
    return replace(validated, diagnostics=tuple(sorted(found, key=lambda one: (one.location, one.code))))


def _placed(found: Iterable[Judged], locator: Locator) -> Iterator[Diagnostic]:
    for one in sorted(found, key=lambda one: one.finding.path):  # the places of a file are found once, all together
        seen = one.finding
        path, key, text = seen.path, seen.key, seen.suggestion
        location = locator.find(path, key, excerpt=seen.excerpt, language=seen.language)
        correction = (
            locator.correction(path, key, text, excerpt=seen.excerpt, language=seen.language)
            if text is not None
            else None
        )
        told = diagnostic(
            one.code, location, seen.values, severity=one.severity, suggestion=text, correction=correction
        )
        yield replace(told, others=seen.others)


def believed(settings: Settings, history: FileHistory) -> Validated:
    """Read and validate; nothing is checked beyond that."""
    return believed_of(read(settings.content, store=settings.store), settings.content, settings, history)


def believed_of(
    records: Records, root: Root, settings: Settings, history: FileHistory, alike: BuiltEvents | None = None
) -> Validated:
    """Validate what was read from a content folder: that of the settings, or as it was at a revision."""
    validated = validate(
        records,
        root,
        history=history,
        today=local(settings.now, DEFAULT_ZONE).date(),
        drafts=settings.drafts,
        design=Design(languages=languages(settings.layouts), icons=frozenset(icons(settings.layouts))),
        checks=checks.CODES,
        phrases=Phrases(settings.store),
        alike=alike,
    )
    if not records.sources:
        return validated
    # by the hour, so that builds of an hour say the same (:func:`~streekagenda.publications.lasting.lasts_until`)
    hour = settings.now.replace(minute=0, second=0, microsecond=0)
    told = (*validated.diagnostics, *sources.told(records.sources, hour))
    placed = sources.at_their_source(told, records.pulled)
    return replace(validated, diagnostics=tuple(sorted(placed, key=lambda one: (one.location, one.code))))


def expand(calendar: Calendar, now: datetime, before: Timeline | None = None) -> Timeline:
    """Return all that happens from the start of the archive to the horizon; ``before`` is what was found a moment ago."""
    region = calendar.region
    here = local(now, region.timezone)
    first = months_later(here.date(), -region.archive_months)
    last = months_later(here.date(), region.horizon_months)
    same = before and before.now.date() == here.date() and _span(before.calendar.region) == _span(region)
    return timeline(calendar, here, first, last, alike=before if same else None)


def _span(region: Region) -> tuple[int, int, str]:
    return region.archive_months, region.horizon_months, region.timezone


def recent(records: Records, validated: Validated, settings: Settings, history: FileHistory) -> Recent:
    """Return what became of activities in the last days; nothing where git does not tell."""
    if validated.calendar is None:
        return Recent()
    region = validated.calendar.region
    here = local(settings.now, region.timezone)
    found = lately(
        Present(
            folder=settings.content,
            records=records,
            validated=validated,
            history=history,
            now=here,
            phrases=Phrases(settings.store),
        )
    )
    midnight, last = datetime.combine(here.date(), MIDNIGHT), months_later(here.date(), region.horizon_months)
    days = Days(region=region, now=midnight, last=last)
    turns = in_order(turn for states in found.states.values() for turn in turns_of(states, days))
    return Recent(known=found.known, since=found.since, turns=turns)


def site_of(
    occurrences: Timeline, media: Mapping[str, bytes], settings: Settings, before: Before | None = None
) -> Site:
    """Return what every publication works from; of ``before`` it takes over what is the same."""
    last = before.prepared.site if before else None
    region = occurrences.calendar.region
    spoken = last and last.region.languages == region.languages  # of others there are no words yet
    drawn = last if before and before.layouts and spoken else None
    addresses = Addresses(url=settings.base_url or region.url, languages=region.languages)
    renderer = (
        drawn.renderer
        if drawn
        else Renderer(settings.layouts, translations(settings, only=(*region.languages, DEFAULT)))
    )
    static = drawn.static if drawn else tuple(static_files(settings.layouts))
    known = drawn.pictures if drawn else pictures.as_they_are(static)
    files, sizes = pictures.published(media, addresses, settings.store, settings.jobs)
    return Site(
        timeline=occurrences,
        index=Index(occurrences, last.index if last else None),
        addresses=addresses,
        renderer=renderer,
        words={language: renderer.words(language) for language in region.languages},
        static=static,
        media=files,
        pictures=sizes | {path: known[path] for path, _ in static if path in known},
    )


def translations(settings: Settings, only: Collection[str] | None = None) -> Translations:
    """Return the words of every language, or ``only`` of some."""
    return load(settings.layouts, only=only, blobs=settings.store.blobs)


def months_later(day: date, months: int) -> date:
    """Return the same day of another month, or the last day that it has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for length in range(day.day, 27, -1):
        try:
            return date(year, month + 1, length)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def _lacking() -> tuple[Diagnostic, ...]:
    """Return what the site has to do without on this machine."""
    if search.possible():
        return ()
    return (problem("no-search", Location(path="region.yaml"), severity=Severity.ADVICE),)


def _about(history: FileHistory) -> tuple[Diagnostic, ...]:
    location = Location(path="region.yaml")
    if not history.known:
        severity = Severity.ADVICE if history.lacking == "no-history" else Severity.WARNING
        return (problem(history.lacking, location, severity=severity),)
    if history.shallow:
        return (problem("shallow-history", location, severity=Severity.WARNING),)
    return ()
