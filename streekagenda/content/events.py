"""An event as written becomes an Event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.content.bookings import booking
from streekagenda.content.files import name_fault
from streekagenda.content.media import FLYERS
from streekagenda.content.nearest import nearest
from streekagenda.content.partners import attachments, checked_day, image, links, optional_date
from streekagenda.content.prices import price
from streekagenda.content.references import a_few
from streekagenda.content.regions import contact
from streekagenda.content.schedules import ScheduleReader
from streekagenda.content.where import place_value
from streekagenda.diagnostics import Severity, diagnostic
from streekagenda.model.event import Event, Invitation, Welcome
from streekagenda.model.place import Place
from streekagenda.model.schedule import Closure, Schedule, Series

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.content.declarations.event import EventFile
    from streekagenda.content.findings import Findings
    from streekagenda.content.history import FileHistory
    from streekagenda.content.media import Media
    from streekagenda.content.references import References
    from streekagenda.content.texts import Languages
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.region import Region
    from streekagenda.model.schedule import Entry


class EventReader(Struct, frozen=True, kw_only=True):
    """All that reading an event needs beside its own file."""

    region: Region
    host: str
    references: References
    media: Media
    history: FileHistory
    today: date

    def event(
        self, content_id: str, written: EventFile, languages: Languages, paths: tuple[str, ...], findings: Findings
    ) -> Event:
        """Return an event; when something that it cannot do without is missing, that is among the findings.

        ``paths`` are the files that it comes from, its own first.
        """
        references = self.references
        place = place_value(written.place, written.online, languages, references, findings, ())
        area = references.area(written.area, findings, ("area",))
        where = (place.area if isinstance(place, Place) else None) or area
        schedules = ScheduleReader(region=self.region, references=references, languages=languages, today=self.today)
        entries = schedules.entries(written.when, findings, ("when",), where)
        nowhere = written.place is None and written.online is None and not findings.passed_over & {"place", "online"}
        if nowhere and any(isinstance(one, str) or (one.place or one.online) is None for one in written.when):
            findings.add("missing-place", (), example=min(references.places, default="…"))
        written_out = isinstance(place, Place) and place.source.path == findings.record.path
        if written_out and where is None:
            findings.add("no-area", ("place",), severity=Severity.WARNING)
        if not written.topics:
            findings.add("missing-key", (), key="topics", dutch="onderwerpen")
        _tell_topics(references, findings)
        organisers = self._organisers(content_id, written, findings)
        checked = checked_day(written.checked, findings, self.today)
        return Event(
            id=content_id,
            title=languages.required(written.title, findings, ("title",)),
            schedule=Schedule(entries=entries),
            organisers=organisers,
            place=place,
            area=area,
            summary=languages.text(written.summary, findings, ("summary",)),
            body=languages.body(findings.record.body, written.description, findings),
            topics=references.terms("topic", tuple(written.topics), findings, ("topics",)),
            audiences=references.terms("audience", tuple(written.audiences), findings, ("audiences",)),
            price=price(written.price, languages, findings, ("price",)),
            booking=booking(written.booking, languages, findings, ("booking",)),
            welcome=_welcome(written, languages, findings),
            status=written.status,
            facilities=references.terms("facility", tuple(written.facilities), findings, ("facilities",)),
            languages=tuple(dict.fromkeys(written.languages)),
            contact=contact(written.contact),
            consent=written.consent,
            campaigns=references.campaigns_of(tuple(written.campaign), findings, ("campaign",)),
            image=image(written.image, languages, self.media, findings),
            attachments=attachments(tuple(written.attachments), FLYERS, languages, self.media, findings),
            links=links(tuple(written.links), languages, findings),
            invitation=_invitation(written, languages, findings),
            uid=self._uid(content_id, written, findings),
            aliases=tuple(dict.fromkeys(written.aliases)),
            draft=written.draft,
            checked=checked,
            history=self.history.of((*paths, *_other_files(organisers, place, entries)), checked),
            source=findings.at(()),
        )

    def with_history(self, event: Event, paths: tuple[str, ...]) -> Event:
        """Return an event that comes from these files, as another reader made it, with what this one knows of its history."""
        others = _other_files(event.organisers, event.place, event.schedule.entries)
        known = self.history.of((*paths, *others), event.checked)
        return event if known == event.history else replace(event, history=known)

    def _organisers(self, content_id: str, written: EventFile, findings: Findings) -> tuple[Organisation, ...]:
        folder = content_id.partition("/")[0] if "/" in content_id else None
        ids = tuple(written.organiser) or ((folder,) if folder else ())
        if not ids:
            findings.add("no-organiser", ())
        elif not written.organiser and folder not in self.references.organisations:
            near = nearest(ids[0], self.references.organisations)
            code = "folder-without-organisation-near" if near else "folder-without-organisation"
            findings.add(code, (), folder=ids[0], near=near or "", known=a_few(self.references.organisations))
            return ()
        return self.references.organisations_of(ids, findings, ("organiser",))

    def _uid(self, content_id: str, written: EventFile, findings: Findings) -> str:
        """Return the UID: as the file gives it, else after the oldest id that the file had."""
        for index, alias in enumerate(written.aliases):
            if fault := name_fault(alias):
                findings.add_fault(fault, ("aliases", index))
        if written.uid is None:
            oldest = written.aliases[0] if written.aliases else content_id
            return f"{oldest}@{self.host}"
        return written.uid


_NO_TOPICS = {"missing-key": "missing-topics", "missing-key-empty": "missing-topics-empty"}


def _tell_topics(references: References, findings: Findings) -> None:
    """Say which topics there are to somebody who chose none."""
    for number, one in enumerate(findings.diagnostics):
        if one.code in _NO_TOPICS and ("key", "topics") in one.values and references.topics:
            values = {**dict(one.values), "known": a_few(references.topics), "first": min(references.topics)}
            findings.diagnostics[number] = diagnostic(_NO_TOPICS[one.code], one.location, values)


def _other_files(organisers: tuple[Organisation, ...], place: object, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Return the files of which something is part of what a feed says of the event: where, who, and closed days."""
    series = [entry for entry in entries if isinstance(entry, Series)]
    changes = [change for one in series for change in one.changes]
    places = (place, *(one.details.place for one in (*entries, *changes)))
    closed = any(isinstance(exclusion, Closure) for one in series for exclusion in one.exclusions)
    return tuple(
        dict.fromkeys(
            (
                *(one.source.path for one in places if isinstance(one, Place) and one.id),
                *(one.source.path for one in organisers),
                *(("region.yaml",) if closed else ()),
            )
        )
    )


def _welcome(written: EventFile, languages: Languages, findings: Findings) -> Welcome | None:
    if written.welcome is None:
        return None
    return Welcome(
        who=languages.text(written.welcome.who, findings, ("welcome", "who")),
        way_in=languages.text(written.welcome.way_in, findings, ("welcome", "way_in")),
        included=languages.text(written.welcome.included, findings, ("welcome", "included")),
    )


def _invitation(written: EventFile, languages: Languages, findings: Findings) -> Invitation | None:
    if written.invitation is None:
        return None
    letter = written.invitation
    first = optional_date(letter.visit_from, findings, ("invitation", "visit_from"))
    last = optional_date(letter.visit_until, findings, ("invitation", "visit_until"))
    if first and last and last < first:
        findings.add("until-before-from", ("invitation", "visit_until"), first=first, last=last)
    return Invitation(
        streets=tuple(letter.streets),
        visit_from=first,
        visit_until=last,
        sender=languages.text(letter.sender, findings, ("invitation", "sender")),
        text=languages.text(letter.text, findings, ("invitation", "text")),
    )
