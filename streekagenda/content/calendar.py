"""Stage 2: records become a Calendar, references resolved; a record with a mistake is left out, the rest goes on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from streekagenda.content.bodies import body_fault
from streekagenda.content.built_events import BuiltEvent, BuiltEvents
from streekagenda.content.check_codes import check_codes
from streekagenda.content.declarations.event import EventFile, TranslationFile
from streekagenda.content.declarations.files import (
    FILES,
    CampaignFile,
    OrganisationFile,
    PageFile,
    PlaceFile,
    RegionFile,
)
from streekagenda.content.declarations.keys import dutch_name, names
from streekagenda.content.designs import check_design
from streekagenda.content.events import EventReader
from streekagenda.content.findings import LIMIT, Findings
from streekagenda.content.media import Media
from streekagenda.content.mistakes import believe
from streekagenda.content.nearest import nearest
from streekagenda.content.partners import campaign, free_page, organisation
from streekagenda.content.phrases import Phrases
from streekagenda.content.places import place
from streekagenda.content.references import References
from streekagenda.content.regions import region
from streekagenda.content.schedules import ScheduleReader
from streekagenda.content.stand_ins import STAND_IN, TOLD_BY_THE_REGION, named_after
from streekagenda.content.texts import Languages, Translated
from streekagenda.diagnostics import Diagnostic, Location, diagnostic, problem
from streekagenda.model.calendar import Calendar
from streekagenda.model.organisation import Organisation
from streekagenda.model.place import Place
from streekagenda.urls import Addresses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from streekagenda.content.declarations.fields import Written
    from streekagenda.content.designs import Design
    from streekagenda.content.files import Root
    from streekagenda.content.history import FileHistory
    from streekagenda.content.records import Record, Records
    from streekagenda.model.event import Event
    from streekagenda.model.region import Region
    from streekagenda.model.text import Text

Declared = TypeVar("Declared", bound="Written")
Built = TypeVar("Built")


@dataclass(frozen=True, kw_only=True, slots=True)
class Validated:
    """What is believed, and what was wrong with the rest."""

    calendar: Calendar | None
    """``None`` when the region itself has a mistake."""
    diagnostics: tuple[Diagnostic, ...]
    media: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Files below content/media/ that something refers to, as they were judged."""
    accepted: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For the path of a file, the codes of checks that its author accepts, each with the reason."""
    built: BuiltEvents | None = field(default=None, compare=False, repr=False)
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
) -> Validated:
    """Return the calendar that the records make; ``today`` is only used in questions such as which year is meant.

    ``design`` is what the layouts have; without it nothing is said of what they lack. ``checks`` are the codes that
    the checks have; without them nothing is said of codes that they lack. ``phrases`` reads what stands in the records.
    ``alike`` is what became of other records, of which some are the very same; with the same history, day and checks.
    """
    desk = _Desk(records, root, history, today, drafts=drafts, design=design, checks=checks, phrases=phrases)
    return desk.calendar(alike)


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
        self.translations: dict[tuple[str, str], list[Record]] = {}
        for record in records.records:
            if record.language is not None:
                self.translations.setdefault((record.kind, record.id), []).append(record)

    def calendar(self, alike: BuiltEvents | None) -> Validated:
        found = self._region()
        believed = found or STAND_IN
        references = self._references(believed)
        built = self._events(believed, references, alike.under(believed, references) if alike else {})
        events = tuple(self._without_collisions([one.event for one in built.by_path.values() if one.event]))
        languages = Languages(languages=believed.languages)
        pages = tuple(
            page
            for record, written, findings in self._believed("page", PageFile)
            if (page := self._built(findings, free_page(record.id, written, self._of(record, languages), findings)))
        )
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
            events=events,
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

    def _region(self) -> Region | None:
        """Return the region, also when it has a mistake: then the rest is only looked at."""
        for _, written, findings in self._believed("region", RegionFile):
            made = region(written, self.media, findings)
            check_design(written, self.design, findings)
            check_codes("checks", written.checks, self.checks, findings)
            self._built(findings, made)
            return made
        self.broken.add(("region", "region"))
        return None

    def _references(self, believed: Region) -> References:
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
        # nothing refers to an event
        broken = frozenset(one for one in self.broken if one[0] != "event")
        return replace(known, campaigns=campaigns, broken=broken)

    def _events(self, believed: Region, references: References, known: Mapping[str, BuiltEvent]) -> BuiltEvents:
        addresses = Addresses(url=believed.url, languages=believed.languages)
        reader = EventReader(
            region=believed,
            host=addresses.host,
            references=references,
            media=self.media,
            history=self.history,
            today=self.today,
        )
        languages = Languages(languages=believed.languages)
        built: dict[str, BuiltEvent] = {}
        for record in self._originals("event"):
            translations = tuple(self.translations.get(("event", record.id), ()))
            one = known.get(record.path)
            if one is None or not one.made_of(record, translations):
                one = self._event(record, translations, reader, languages)
            else:
                self._take(one)
            built[record.path] = one
        return BuiltEvents(region=believed, references=references, by_path=built)

    def _event(
        self, record: Record, translations: tuple[Record, ...], reader: EventReader, languages: Languages
    ) -> BuiltEvent:
        said_before = len(self.diagnostics)
        event = None
        for _, written, findings in self._believed_of([record], EventFile):
            paths = (record.path, *(one.path for one in translations))
            event = self._built(
                findings, reader.event(record.id, written, self._of(record, languages), paths, findings)
            )
        return BuiltEvent(
            record=record,
            translations=translations,
            event=event,
            diagnostics=tuple(self.diagnostics[said_before:]),
            accepted=self.accepted.get(record.path),
        )

    def _take(self, built: BuiltEvent) -> None:
        """Take over what became of a record elsewhere."""
        self.diagnostics += built.diagnostics
        if built.event is None:
            self.broken.add(("event", built.record.id))
        if built.accepted is not None:
            self.accepted[built.record.path] = built.accepted

    def _without_collisions(self, events: list[Event]) -> Iterator[Event]:
        """Leave out an event that takes the UID or, by an alias, the address of another."""
        ids = {event.id for event in events}
        # A UID that a file gives itself is the one at fault, also when its file comes first.
        uids = {event.uid: event.id for event in events if event.uid.startswith(f"{event.id}@")}
        aliases = Counter(alias for event in events for alias in set(event.aliases))
        for event in events:
            location = event.source
            taken = [alias for alias in event.aliases if alias in ids or aliases[alias] > 1]
            if taken:
                self.diagnostics.append(problem("alias-taken", location, alias=taken[0]))
                continue
            other = uids.setdefault(event.uid, event.id)
            if other != event.id:
                self.diagnostics.append(problem("duplicate-uid", location, uid=event.uid, other=other))
                continue
            if self.drafts or not event.draft:
                yield event

    # ── one record ────────────────────────────────────────────────────────────────────────────────────────────────

    def _believed(self, kind: str, declaration: type[Declared]) -> Iterator[tuple[Record, Declared, Findings]]:
        return self._believed_of(self._originals(kind), declaration)

    def _originals(self, kind: str) -> Iterator[Record]:
        return (record for record in self.records.records if record.kind == kind and record.language is None)

    def _believed_of(
        self, records: Iterable[Record], declaration: type[Declared]
    ) -> Iterator[tuple[Record, Declared, Findings]]:
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
        if isinstance(written, EventFile | PlaceFile | OrganisationFile | CampaignFile) and written.accept:
            check_codes("accept", written.accept, self.checks, findings)
            self.accepted[findings.record.path] = written.accept

    def _built(self, findings: Findings, made: Built) -> Built | None:
        self.diagnostics += findings.diagnostics
        if findings.failed:
            self.broken.add((findings.record.kind, findings.record.id))
            return None
        return made

    def _of(self, record: Record, languages: Languages) -> Languages:
        """Return the languages with the translations that stand beside a record."""
        found: dict[str, Translated] = {}
        for one in self.translations.get((record.kind, record.id), ()):
            believed = believe(one, TranslationFile)
            mistakes = (*believed.diagnostics, *_not_of_original(one, believed.written), *_slow(one, believed.written))
            self.diagnostics += mistakes
            written = believed.written
            if written is None or mistakes or one.language is None:
                continue
            if one.language not in languages.languages:
                near = nearest(one.language, languages.languages)
                known = ", ".join(languages.languages)
                self.diagnostics.append(
                    problem("unknown-language", one.at(), language=one.language, known=known, suggestion=near)
                )
            else:
                found[one.language] = Translated(file=written, body=one.body)
        return replace(languages, translations=found) if found else languages

    def _stubs(self, kind: str, known: dict[str, Built]) -> Iterable[tuple[str, Text]]:
        """Yield id and name of what is there but cannot be read, so that others who name it do not suffer."""
        for broken_kind, content_id in sorted(self.broken):
            if broken_kind == kind and content_id not in known:
                yield content_id, named_after(content_id)

    def _sorted(self) -> tuple[Diagnostic, ...]:
        originals = {(one.kind, one.id) for one in self.records.records if one.language is None} | self.broken
        for name, found in self.translations.items():
            if name not in originals:
                self.diagnostics += [problem("translation-without-original", one.at(), id=one.id) for one in found]
        return tuple(_capped(sorted(dict.fromkeys(self.diagnostics), key=lambda one: (one.location, one.code))))


def _capped(diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield at most :data:`LIMIT` diagnostics of each file, and then how many more it has."""
    for path, found in groupby(diagnostics, key=lambda one: one.location.path):
        listed = list(found)
        yield from listed[:LIMIT]
        if len(listed) > LIMIT:
            yield problem("too-many-mistakes", Location(path=path), count=len(listed) - LIMIT)


def _not_of_original(record: Record, written: TranslationFile | None) -> Iterator[Diagnostic]:
    """Say which keys of a translation its original cannot have: nobody would ever read them."""
    of_original = names(FILES[record.kind])
    possible = {key: field for key, field in names(TranslationFile).items() if key in of_original}
    for key in sorted(written.model_fields_set - possible.keys() if written else ()):
        where, said = record.at((key,), key=True), record.key_as_written((key,))
        dutch = ", ".join(dutch_name(field) or name for name, field in possible.items())
        yield problem("unknown-key", where, key=said, known=", ".join(possible), dutch=dutch)


def _slow(record: Record, written: TranslationFile | None) -> Iterator[Diagnostic]:
    """Say that the description of a translation cannot be converted in a moment."""
    if written and written.description and (fault := body_fault(written.description)):
        yield diagnostic(fault.code, record.at(("description",)), fault.values)


def _name(findings: Findings, name: Text) -> Text:
    """Return the name that a file gives, or one after its id where it gives none."""
    return named_after(findings.record.id) if "name" in findings.passed_over else name
