"""Organisations, campaigns and free pages as written become those of the model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from streekagenda.content.media import IMAGES
from streekagenda.content.sources import address_fault
from streekagenda.content.themes import accent
from streekagenda.diagnostics import Diagnostic, Severity
from streekagenda.model.calendar import FreePage
from streekagenda.model.event import Campaign
from streekagenda.model.media import Attachment, Image, Link
from streekagenda.model.organisation import FeedSource, Organisation
from streekagenda.model.text import Said, Text
from streekagenda.urls import RESERVED

if TYPE_CHECKING:
    from streekagenda.content.declarations.files import CampaignFile, OrganisationFile, PageFile
    from streekagenda.content.declarations.parts import WrittenAttachment, WrittenImage, WrittenLink
    from streekagenda.content.findings import Findings
    from streekagenda.content.media import Media
    from streekagenda.content.references import References
    from streekagenda.content.texts import Languages
    from streekagenda.content.yaml_text import Path
    from streekagenda.model.region import Theme


def organisation(
    content_id: str,
    written: OrganisationFile,
    languages: Languages,
    references: References,
    media: Media,
    findings: Findings,
) -> Organisation:
    """Return an organisation."""
    name = languages.required(written.name, findings, ("name",))
    logo = None
    if written.logo:
        alt = languages.text(written.logo_alt, findings, ("logo_alt",)) or name
        logo = _image(media.check(written.logo, IMAGES, findings, ("logo",)), alt, media)
    for index, source in enumerate(written.sources):
        if (source.ical is None) == (source.csv is None):
            findings.add("source-one-of", ("sources", index))
        for key, address in (("ical", source.ical), ("csv", source.csv)):
            if address and (code := address_fault(address, a_file=key == "csv")):
                findings.add(code, ("sources", index, key))
    return Organisation(
        id=content_id,
        name=name,
        kind=written.kind,
        website=written.website,
        email=written.email,
        phone=written.phone,
        area=references.area(written.area, findings, ("area",)),
        logo=logo,
        sources=tuple(
            FeedSource(
                ical=source.ical,
                csv=source.csv,
                place=source.place,
                topics=tuple(source.topics),
                audiences=tuple(source.audiences),
                include=tuple(source.include),
                exclude=tuple(source.exclude),
            )
            for source in written.sources
        ),
        body=languages.body(findings.record.body, written.description, findings),
        source=findings.at(()),
    )


def campaign(
    content_id: str,
    written: CampaignFile,
    languages: Languages,
    references: References,
    media: Media,
    theme: Theme,
    findings: Findings,
) -> Campaign:
    """Return a campaign."""
    first = optional_date(written.first, findings, ("from",))
    last = optional_date(written.until, findings, ("until",))
    if first and last and last < first:
        findings.add("until-before-from", ("until",), first=first, last=last)
    return Campaign(
        id=content_id,
        title=languages.required(written.title, findings, ("title",)),
        first=first,
        last=last,
        organisers=references.organisations_of(tuple(written.organiser), findings, ("organiser",)),
        image=image(written.image, languages, media, findings),
        links=links(written.links, languages, findings),
        colour=accent(written.colour, theme, findings),
        body=languages.body(findings.record.body, written.description, findings),
        source=findings.at(()),
    )


def free_page(content_id: str, written: PageFile, languages: Languages, findings: Findings) -> FreePage:
    """Return a free page."""
    first_word = content_id.split("/", maxsplit=1)[0]
    if (first_word in RESERVED and content_id != "toegankelijkheid") or first_word in languages.languages:
        findings.add("reserved-address", (), address=first_word)
    nothing = Text(versions=(Said(text="", language=languages.languages[0]),))
    return FreePage(
        id=content_id,
        title=languages.required(written.title, findings, ("title",)),
        body=languages.body(findings.record.body, written.description, findings) or nothing,
        source=findings.at(()),
    )


def image(written: WrittenImage | None, languages: Languages, media: Media, findings: Findings) -> Image | None:
    """Return a picture."""
    if written is None:
        return None
    file = media.check(written.file, IMAGES, findings, ("image", "file"))
    return _image(file, languages.required(written.alt, findings, ("image", "alt")), media)


def _image(file: str, alt: Text, media: Media) -> Image:
    width, height = media.sizes.get(file, (None, None))
    return Image(file=file, alt=alt, width=width, height=height)


def links(written: tuple[WrittenLink, ...], languages: Languages, findings: Findings) -> tuple[Link, ...]:
    """Return addresses elsewhere."""
    return tuple(
        Link(url=one.url, title=languages.required(one.title, findings, ("links", index, "title")))
        for index, one in enumerate(written)
    )


def attachments(
    written: tuple[WrittenAttachment, ...],
    kinds: dict[str, tuple[bytes, ...]],
    languages: Languages,
    media: Media,
    findings: Findings,
) -> tuple[Attachment, ...]:
    """Return flyers."""
    return tuple(
        Attachment(
            file=media.check(one.file, kinds, findings, ("attachments", index, "file")),
            title=languages.required(one.title, findings, ("attachments", index, "title")),
        )
        for index, one in enumerate(written)
    )


def checked_day(written: str | None, findings: Findings, today: date) -> date | None:
    """Return when somebody last saw that a file is right; ``None`` also for a day that is still to come."""
    found = optional_date(written, findings, ("checked",))
    if found is not None and found > today:
        findings.add("checked-later", ("checked",), severity=Severity.WARNING, day=found.isoformat())
        return None
    return found


def optional_date(written: str | None, findings: Findings, path: Path) -> date | None:
    """Return a date, or ``None`` when there is none or it cannot be read."""
    if written is None:
        return None
    found = findings.phrases.day(written)
    if isinstance(found, Diagnostic):
        findings.take_at(found, path)
        return None
    return found
