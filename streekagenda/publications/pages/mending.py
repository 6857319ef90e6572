"""“Is this not right?”: the ways to say so, or to mend it, from the page of an activity."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from streekagenda.formats import forges
from streekagenda.formats.uris import in_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.event import Event
    from streekagenda.publications.editions.edition import Edition


class Way(Struct, frozen=True, kw_only=True):
    """One of them."""

    label: str
    icon: str
    address: str
    """Absolute."""


def ways(edition: Edition, event: Event) -> tuple[Way, ...]:
    """Return them, the most natural first; none where the region has no editors with mail and no repository."""
    return (*_by_mail(edition, event), *_at_forge(edition, event))


def _by_mail(edition: Edition, event: Event) -> Iterator[Way]:
    words, editors = edition.words, edition.site.region.contact
    title = words.text(event.title).text
    subject = words.gettext("Is this not right? %(title)s") % {"title": title}
    page = edition.addresses.absolute(edition.path("event", event.id))
    body = f"{page}\r\n\r\n"
    gaps = f"?subject={in_query(subject)}&body={in_query(body)}"
    if editors and editors.email:
        label = words.gettext("Mail the editors")
        yield Way(label=label, icon="mail", address=f"mailto:{quote(editors.email, safe='@')}{gaps}")
    for organiser in event.organisers[:1]:
        if organiser.email and not (editors and editors.email == organiser.email):
            label = words.gettext("Mail %(organisation)s") % {"organisation": words.text(organiser.name).text}
            yield Way(label=label, icon="mail", address=f"mailto:{quote(organiser.email, safe='@')}{gaps}")


def _at_forge(edition: Edition, event: Event) -> Iterator[Way]:
    repository, gettext = edition.site.region.repository, edition.words.gettext
    if repository is None:
        return
    page = edition.addresses.absolute(edition.path("event", event.id))
    forms = {"wijzigen": gettext("Pass on a change"), "afgelasten": gettext("Pass on that it does not go ahead")}
    for form, label in forms.items():
        if address := forges.issue_form(repository, form, {"event": page}):
            yield Way(label=label, icon="pencil", address=address)
    if not event.source.path.startswith("."):  # what came of a source has no file that somebody can change
        yield Way(label=gettext("Change the file"), icon="file", address=forges.edit(repository, event.source.path))
