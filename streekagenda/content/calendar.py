"""Stage 2: records become a Calendar, references resolved; a record with a mistake is left out, the rest goes on."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from streekagenda.content.built_events import BuiltEvent, BuiltEvents, Ground, is_alone
from streekagenda.content.check_codes import check_codes
from streekagenda.content.collisions import without_collisions
from streekagenda.content.findings import Findings, capped
from streekagenda.content.media import Media
from streekagenda.content.phrases import Phrases
from streekagenda.content.references import References
from streekagenda.content.stand_ins import STAND_IN, TOLD_BY_THE_REGION, named_after
from streekagenda.diagnostics import Diagnostic, Location, problem
from streekagenda.model.calendar import Calendar, FreePage
from streekagenda.model.organisation import Organisation
from streekagenda.model.place import Place
from streekagenda.urls import Addresses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from streekagenda.content.declarations.fields import Written
    from streekagenda.content.designs import Design
    from streekagenda.content.events import EventReader
    from streekagenda.content.files import Root
    from streekagenda.content.history import FileHistory
    from streekagenda.content.records import Record, Records
    from streekagenda.content.texts import Languages
    from streekagenda.model.region import Region
    from streekagenda.model.text import Text

_NOT_REFERRED_TO = frozenset({"event", "page"})

Declared = TypeVar("Declared", bound="Written")
Built = TypeVar("Built")


class Validated(Struct, frozen=True, kw_only=True):
    """What is believed, and what was wrong with the rest."""

    calendar: Calendar | None
    """``None`` when the region itself has a mistake."""
    diagnostics: tuple[Diagnostic, ...]
    media: Mapping[str, bytes] = field(default_factory=dict)
    """Files below content/media/ that something refers to, as they were judged."""
    accepted: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For the path of a file, the codes of checks that its author accepts, each with the reason."""
    built: BuiltEvents | None = None
    """What became of the files of events, for :func:`validate` of other records."""


def validate(  # noqa: PLR0913 -- what it knows comes from as many sides
    records: Records,
    root: Root,
    *,
    history: FileHistory,
    today: date,
    drafts: bool = False,
    design: Design | None = None,
    checks: Collection[str] | None = None,
    phrases: Phrases | None = None,
    alike: BuiltEvents | None = None,
    beside: bool = False,
) -> Validated:
    """Return the calendar that the records make; ``today`` is only used in questions such as which year is meant.

    ``design`` is what the layouts have; without it nothing is said of what they lack. ``checks`` are the codes that
    the checks have; without them nothing is said of codes that they lack. ``phrases`` reads what stands in the records.
    ``alike`` is what became of other records, of which some are the very same; with the same day and checks.
    ``beside`` says that its media and design were the same too.
    """
    desk = _Desk(records, root, history, today, drafts=drafts, design=design, checks=checks, phrases=phrases)
    return desk.calendar(alike, beside=beside)


class _Desk:
    """Holds what has been believed so far while the records are gone through, kind by kind."""

    def __init__(
        self,
        records: Records,
        root: Root,
        history: FileHistory,
        today: date,
        *,
        drafts: bool,
        design: Design | None,
        checks: Collection[str] | None,
        phrases: Phrases | None,
    ) -> None:
        self.records = records
        self.phrases = phrases or Phrases()
        self.history = history
        self.today = today
        self.drafts = drafts
        self.design = design
        self.checks = checks
        self.accepted: dict[str, Mapping[str, str]] = {}
        self.media = Media(root, self.phrases.store)
        self.diagnostics: list[Diagnostic] = list(records.diagnostics)
        self.broken = set(records.broken)
        self.originals: defaultdict[str, list[Record]] = defaultdict(list)
        self.translations: dict[tuple[str, str], list[Record]] = {}
        for record in records.records:
            if record.language is None:
                self.originals[record.kind].append(record)
            else:
                self.translations.setdefault((record.kind, record.id), []).append(record)

    def calendar(self, alike: BuiltEvents | None, *, beside: bool) -> Validated:
        ground = self._ground(alike.ground if alike and beside else None)
        believed, references = ground.region or STAND_IN, ground.references
        built = self._events(ground, alike, beside=beside)
        events, collided = without_collisions([one.event for one in built.by_path.values() if one.event])
        self.diagnostics += collided
        pages = self._pages(believed) if self.originals["page"] else ()
        if ("region", "region") in self.broken:
            # What only the region can tell is not known now, and so not wrong.
            own = {one.path for one in self.records.records if one.kind == "region"}
            self.diagnostics = [
                one
                for one in self.diagnostics
                if one.location.path in own or not one.code.startswith(TOLD_BY_THE_REGION)
            ]
            return Validated(calendar=None, diagnostics=self._sorted())
        calendar = Calendar(
            region=believed,
            organisations=tuple(one for one in references.organisations.values() if one.id),
            places=tuple(one for one in references.places.values() if one.id),
            campaigns=tuple(references.campaigns.values()),
            events=tuple(one for one in events if self.drafts or not one.draft),
            pages=pages,
        )
        return Validated(
            calendar=calendar,
            diagnostics=self._sorted(),
            media=dict(sorted(self.media.used.items())),
            accepted=self.accepted,
            built=built,
        )

    # ── kind by kind, in the order in which they refer to each other ──────────────────────────────────────────────

    def _ground(self, known: Ground | None) -> Ground:
        """Return the region and all that events refer to; what is ``known`` where it was made of the same."""
        records = tuple(one for one in self.records.records if one.kind not in _NOT_REFERRED_TO)
        unread = _referred_to(self.broken)
        if known and known.made_of(records, unread):
            self.diagnostics += known.diagnostics
            self.broken |= known.broken
            self.accepted |= known.accepted
            self.media.used |= known.media
            return known
        said_before = len(self.diagnostics)
        found = self._region()
        references = self._references(found or STAND_IN)
        return Ground(
            records=records,
            unread=unread,
            region=found,
            references=references,
            diagnostics=tuple(self.diagnostics[said_before:]),
            broken=_referred_to(self.broken),
            accepted=dict(self.accepted),
            media=dict(self.media.used),
        )

    def _region(self) -> Region | None:
        """Return the region, also when it has a mistake: then the rest is only looked at."""
        from streekagenda.content.declarations.files import RegionFile  # noqa: PLC0415 -- as in _references
        from streekagenda.content.designs import check_design  # noqa: PLC0415 -- as there
        from streekagenda.content.regions import region  # noqa: PLC0415 -- as there

        for _, written, findings in self._believed("region", RegionFile):
            made = region(written, self.media, findings)
            check_design(written, self.design, findings)
            check_codes("checks", written.checks, self.checks, findings)
            self._built(findings, made)
            return made
        self.broken.add(("region", "region"))
        return None

    def _references(self, believed: Region) -> References:
        # what events refer to is mostly known
        from streekagenda.content.declarations.files import CampaignFile, OrganisationFile, PlaceFile  # noqa: PLC0415 -- see above
        from streekagenda.content.partners import campaign, organisation  # noqa: PLC0415 -- see above
        from streekagenda.content.places import place  # noqa: PLC0415 -- see above
        from streekagenda.content.schedules import ScheduleReader  # noqa: PLC0415 -- see above
        from streekagenda.content.texts import Languages  # noqa: PLC0415 -- see above

        languages = Languages(languages=believed.languages)
        known = References(
            country=believed.country,
            areas={area.id: area for area in believed.all_areas()},
            topics={term.id: term for term in believed.topics},
            audiences={term.id: term for term in believed.audiences},
            facilities={term.id: term for term in believed.facilities},
        )
        organisations: dict[str, Organisation] = {}
        for record, written, findings in self._believed("organisation", OrganisationFile):
            made = organisation(record.id, written, self._of(record, languages), known, self.media, findings)
            organisations[record.id] = self._built(findings, made) or replace(
                made, id=None, name=_name(findings, made.name)
            )
        for content_id, stub in self._stubs("organisation", organisations):
            organisations[content_id] = Organisation(id=None, name=stub, source=Location(path=""))
        known = replace(known, organisations=organisations)
        places: dict[str, Place] = {}
        for record, written_place, findings in self._believed("place", PlaceFile):
            own = self._of(record, languages)
            schedules = ScheduleReader(region=believed, references=known, languages=own, today=self.today)
            made_place = place(record.id, written_place, own, known, believed, schedules, findings)
            places[record.id] = self._built(findings, made_place) or replace(
                made_place, id=None, name=_name(findings, made_place.name), open=None
            )
        for content_id, stub in self._stubs("place", places):
            places[content_id] = Place(id=None, name=stub, source=Location(path=""))
        known = replace(known, places=places)
        campaigns = {
            made_campaign.id: made_campaign
            for record, written_campaign, findings in self._believed("campaign", CampaignFile)
            if (
                made_campaign := self._built(
                    findings,
                    campaign(
                        record.id,
                        written_campaign,
                        self._of(record, languages),
                        known,
                        self.media,
                        believed.theme,
                        findings,
                    ),
                )
            )
        }
        return replace(known, campaigns=campaigns, broken=_referred_to(self.broken))

    def _pages(self, believed: Region) -> tuple[FreePage, ...]:
        from streekagenda.content.declarations.files import PageFile  # noqa: PLC0415 -- as in _references
        from streekagenda.content.partners import free_page  # noqa: PLC0415 -- as there
        from streekagenda.content.texts import Languages  # noqa: PLC0415 -- as there

        languages = Languages(languages=believed.languages)
        return tuple(
            page
            for record, written, findings in self._believed("page", PageFile)
            if (page := self._built(findings, free_page(record.id, written, self._of(record, languages), findings)))
        )

    def _events(self, ground: Ground, alike: BuiltEvents | None, *, beside: bool) -> BuiltEvents:
        believed, references = ground.region or STAND_IN, ground.references
        reader = cache(partial(self._reader, believed, references))
        known = alike.under(believed, references) if alike else {}
        built: dict[str, BuiltEvent] = {}
        for record in self.originals["event"]:
            translations = tuple(self.translations.get(("event", record.id), ()))
            one = known.get(record.path)
            if one is not None and one.made_of(record, translations) and (beside or one.alone):
                self._take(one)
                if one.event and alike and alike.history is not self.history:
                    one = one.of(reader().with_history(one.event, one.paths))
            else:
                one = self._event(record, translations, reader())
            built[record.path] = one
        return BuiltEvents(ground=ground, history=self.history, believed=believed, by_path=built)

    def _reader(self, believed: Region, references: References) -> EventReader:
        """Return what reads events; where all are known, nobody needs it."""
        from streekagenda.content.events import EventReader  # noqa: PLC0415 -- as in _references

        return EventReader(
            region=believed,
            host=Addresses(url=believed.url, languages=believed.languages).host,
            references=references,
            media=self.media,
            history=self.history,
            today=self.today,
        )

    def _event(self, record: Record, translations: tuple[Record, ...], reader: EventReader) -> BuiltEvent:
        from streekagenda.content.declarations.event import EventFile  # noqa: PLC0415 -- as in _references
        from streekagenda.content.texts import Languages  # noqa: PLC0415 -- as there

        said_before = len(self.diagnostics)
        event = None
        everything, self.media.used = self.media.used, {}
        for _, written, findings in self._believed_of([record], EventFile):
            paths = (record.path, *(one.path for one in translations))
            languages = self._of(record, Languages(languages=reader.region.languages))
            event = self._built(findings, reader.event(record.id, written, languages, paths, findings))
        own, self.media.used = self.media.used, everything
        everything.update(own)
        return BuiltEvent(
            record=record,
            translations=translations,
            event=event,
            diagnostics=tuple(self.diagnostics[said_before:]),
            accepted=self.accepted.get(record.path),
            media=own,
            alone=is_alone((record, *translations)),
        )

    def _take(self, built: BuiltEvent) -> None:
        """Take over what became of a record elsewhere."""
        if built.diagnostics:
            self.diagnostics += built.diagnostics
        if built.event is None:
            self.broken.add(("event", built.record.id))
        if built.accepted is not None:
            self.accepted[built.record.path] = built.accepted
        if built.media:
            self.media.used |= built.media

    # ── one record ────────────────────────────────────────────────────────────────────────────────────────────────

    def _believed(self, kind: str, declaration: type[Declared]) -> Iterator[tuple[Record, Declared, Findings]]:
        return self._believed_of(self.originals[kind], declaration)

    def _believed_of(
        self, records: Iterable[Record], declaration: type[Declared]
    ) -> Iterator[tuple[Record, Declared, Findings]]:
        from streekagenda.content.mistakes import believe  # noqa: PLC0415 -- as in _references

        for record in records:
            believed = believe(record, declaration)
            if believed.written is None:
                self.diagnostics += believed.diagnostics
                self.broken.add((record.kind, record.id))
            else:
                findings = Findings(record, believed.diagnostics, believed.passed_over, phrases=self.phrases)
                self._accept(believed.written, findings)
                yield record, believed.written, findings

    def _accept(self, written: Written, findings: Findings) -> None:
        """Keep which checks the author of a file accepts."""
        if accepted := getattr(written, "accept", None):  # a region and a page have none
            check_codes("accept", accepted, self.checks, findings)
            self.accepted[findings.record.path] = accepted

    def _built(self, findings: Findings, made: Built) -> Built | None:
        self.diagnostics += findings.diagnostics
        if findings.failed:
            self.broken.add((findings.record.kind, findings.record.id))
            return None
        return made

    def _of(self, record: Record, languages: Languages) -> Languages:
        """Return the languages with the translations that stand beside a record."""
        beside = self.translations.get((record.kind, record.id))
        if not beside:
            return languages
        from streekagenda.content.translated_files import translated  # noqa: PLC0415 -- as in _references

        found, mistakes = translated(beside, languages)
        self.diagnostics += mistakes
        return found

    def _stubs(self, kind: str, known: dict[str, Built]) -> Iterable[tuple[str, Text]]:
        """Yield id and name of what is there but cannot be read, so that others who name it do not suffer."""
        for broken_kind, content_id in sorted(self.broken):
            if broken_kind == kind and content_id not in known:
                yield content_id, named_after(content_id)

    def _sorted(self) -> tuple[Diagnostic, ...]:
        originals = (
            {(kind, one.id) for kind, found in self.originals.items() for one in found} if self.translations else ()
        )
        for name, found in self.translations.items():
            if name not in originals and name not in self.broken:
                self.diagnostics += [problem("translation-without-original", one.at(), id=one.id) for one in found]
        return tuple(capped(sorted(dict.fromkeys(self.diagnostics), key=lambda one: (one.location, one.code))))


def _referred_to(names: Collection[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Return what is no event and no page: nothing refers to these."""
    return frozenset(one for one in names if one[0] not in _NOT_REFERRED_TO)


def _name(findings: Findings, name: Text) -> Text:
    """Return the name that a file gives, or one after its id where it gives none."""
    return named_after(findings.record.id) if "name" in findings.passed_over else name
