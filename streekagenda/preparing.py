"""Stages 1 to 3: all that is known before anything is published; of what is as it was before nothing is done twice."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from streekagenda import checks
from streekagenda.builds import DEFAULT_ZONE, Settings, local, months_later
from streekagenda.content import sources
from streekagenda.content.amending import read_again
from streekagenda.content.calendar import Validated, validate
from streekagenda.content.designs import Design
from streekagenda.content.history import FileHistory, checked_out, read_history
from streekagenda.content.phrases import Phrases
from streekagenda.content.recent import Present, lately
from streekagenda.content.records import Records, read
from streekagenda.diagnostics import Diagnostic, Location, Severity, problem
from streekagenda.model.schedule import MIDNIGHT
from streekagenda.publications import pictures, search
from streekagenda.publications.site import Site
from streekagenda.recurrence.differences import Days
from streekagenda.recurrence.expansion import changed, timeline
from streekagenda.recurrence.selections import Index
from streekagenda.recurrence.turns import Recent, in_order, turns_of
from streekagenda.rendering.assets import icons
from streekagenda.rendering.templates import DEFAULT, Renderer
from streekagenda.rendering.translations import Translations, languages, load
from streekagenda.urls import Addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from streekagenda.content.built_events import BuiltEvents, Found
    from streekagenda.content.files import Root
    from streekagenda.model.calendar import Calendar, Timeline
    from streekagenda.model.media import Sizes
    from streekagenda.model.region import Region


class Prepared(Struct, frozen=True, kw_only=True):
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


class Before(Struct, frozen=True, kw_only=True):
    """What was prepared a moment ago, and what is not as it was then."""

    prepared: Prepared
    changed: frozenset[str]
    """Paths below the content folder of all files that are not as they were, or came or went."""
    layouts: bool
    """Whether these are as they were."""
    prints: Mapping[str, str] = field(default_factory=dict)
    """Digests of what events were made of, by their ids, where these are known."""

    @property
    def beside(self) -> bool:
        """Whether what stands beside the records is as it was: media and layouts."""
        return self.layouts and not any(path.startswith("media/") for path in self.changed)


def prepare(
    settings: Settings,
    before: Before | None = None,
    there: Callable[[], Found | None] = lambda: None,
    commit: bytes | None = None,
) -> Prepared:
    """Read, validate and expand; of what is as it was ``before`` nothing is done twice, and the result is the same.

    ``there`` waits for what another process found just now, if anything; what does not depend on that is done before.
    ``commit`` is the one that is known to be checked out, empty where there is none.
    """
    last = before.prepared if before else None
    commit = checked_out(settings.content) if commit is None else commit or None
    history = last.history if last and last.commit == commit else read_history(settings.content)
    lacking = _lacking()
    found = there()
    if found:
        records = found.records
    elif before:
        records = read_again(settings.content, before.prepared.records, before.changed, settings.store)
    else:
        records = read(settings.content, store=settings.store)
    day = local(settings.now, DEFAULT_ZONE).date()
    same_day = last is not None and local(last.settings.now, DEFAULT_ZONE).date() == day
    alike = last.validated.built if last and same_day else None
    if alike and found:
        alike = alike.with_others(found.events)
    validated = believed_of(
        records, settings.content, settings, history, alike, beside=before is not None and before.beside
    )
    diagnostics = (*_about(history), *lacking, *validated.diagnostics)
    site = None
    if validated.calendar is not None:
        occurrences, index = _expanded(validated.calendar, settings.now, before)
        site = replace(
            site_of(occurrences, validated.media, settings, before, index),
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


def believed(settings: Settings, history: FileHistory) -> Validated:
    """Read and validate; nothing is checked beyond that."""
    return believed_of(read(settings.content, store=settings.store), settings.content, settings, history)


def believed_of(
    records: Records,
    root: Root,
    settings: Settings,
    history: FileHistory,
    alike: BuiltEvents | None = None,
    *,
    beside: bool = False,
) -> Validated:
    """Validate what was read from a content folder: that of the settings, or as it was at a revision.

    ``beside`` says that media and layouts are what they were for ``alike``.
    """
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
        beside=beside,
    )
    if not records.sources:
        return validated
    # by the hour, so that builds of an hour say the same (:func:`~streekagenda.publications.lasting.lasts_until`)
    hour = settings.now.replace(minute=0, second=0, microsecond=0)
    told = (*validated.diagnostics, *sources.told(records.sources, hour))
    placed = sources.at_their_source(told, records.pulled)
    return replace(validated, diagnostics=tuple(sorted(placed, key=lambda one: (one.location, one.code))))


def expand(calendar: Calendar, now: datetime) -> Timeline:
    """Return all that happens from the start of the archive to the horizon."""
    return timeline(calendar, *_window(calendar, now))


def _expanded(calendar: Calendar, now: datetime, before: Before | None) -> tuple[Timeline, Index]:
    """Return what happens, and its index; of what was ``before`` it takes over the dates of events that are still the same."""
    window = _window(calendar, now)
    site = before.prepared.site if before else None
    last = site.timeline if site else None
    if (
        site is None
        or last is None
        or last.now.date() != window[0].date()
        or _span(last.calendar.region) != _span(calendar.region)
    ):
        occurrences = expand(calendar, now)
        return occurrences, Index(occurrences)
    occurrences, change = changed(last, calendar, *window)
    return occurrences, site.index.changed(occurrences, change)


def _window(calendar: Calendar, now: datetime) -> tuple[datetime, date, date]:
    """Return the moment in the region, and the first and last day of which dates are sought."""
    region = calendar.region
    here = local(now, region.timezone)
    return here, months_later(here.date(), -region.archive_months), months_later(here.date(), region.horizon_months)


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
    occurrences: Timeline,
    media: Mapping[str, bytes],
    settings: Settings,
    before: Before | None = None,
    index: Index | None = None,
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
    known = drawn.pictures if drawn else pictures.as_they_are(renderer.static, settings.store)
    files: Mapping[str, bytes]
    sizes: Mapping[str, Sizes]
    if drawn and before and before.prepared.validated.media == media:
        files, sizes = drawn.media, drawn.pictures
    else:
        files, sizes = pictures.published(media, addresses, settings.store, settings.jobs)
    return Site(
        timeline=occurrences,
        index=index or Index(occurrences),
        addresses=addresses,
        renderer=renderer,
        words={language: renderer.words(language) for language in region.languages},
        static=renderer.static,
        media=files,
        pictures={**sizes, **{path: known[path] for path, _ in renderer.static if path in known}},
        blobs=settings.store.blobs,
    )


def translations(settings: Settings, only: Collection[str] | None = None) -> Translations:
    """Return the words of every language, or ``only`` of some."""
    return load(settings.layouts, only=only, blobs=settings.store.blobs)


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
