"""What became different in the last week, as Atom and as JSON Feed: one entry for each activity, day and kind of change."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from streekagenda.formats import iso8601
from streekagenda.formats.atom import AtomEntry, AtomFeed, atom, atom_entry
from streekagenda.formats.json_feed import JsonFeed, JsonFeedItem, json_feed, json_feed_item
from streekagenda.output import Output
from streekagenda.publications.editions.once import told
from streekagenda.publications.editions.recent import days_told
from streekagenda.publications.editions.told import lines
from streekagenda.publications.editions.wording import contact, location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.told import Told
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

MOST = 200
"""So many entries, the newest: it is for who follows it."""
_NEXT_DATES = 10


def changes(site: Site) -> Iterator[Output]:
    """Yield the feed of what became different."""
    yield Output(path=site.addresses.changes_feed("atom"), make=partial(_as_atom, site))
    yield Output(path=site.addresses.changes_feed("json"), make=partial(_as_json, site))


@told
def last_change(site: Site) -> datetime:
    """Return when any event changed last, in UTC: what an empty feed says, which may not ask the clock."""
    return max((event.history.modified for event in site.calendar.events), default=datetime(2026, 1, 1, tzinfo=UTC))


def _newest(site: Site, words: Words) -> list[Told]:
    return sorted(
        (one for day in days_told(site, words) for one in (*day.told, *day.new)),
        key=lambda one: (one.turn.since, one.name),
        reverse=True,
    )[:MOST]


def _name(words: Words, publisher: str) -> str:
    return words.gettext("New and changed on %(site)s") % {"site": publisher}


def _as_atom(site: Site) -> bytes:
    words, addresses = site.words[site.region.language], site.addresses
    found, publisher = _newest(site, words), words.text(site.region.title).text
    path = addresses.changes_feed("atom")
    head = AtomFeed(
        id=addresses.absolute(path),
        title=_name(words, publisher),
        language=words.language,
        updated=found[0].turn.since if found else last_change(site),
        author=publisher,
        self_url=addresses.absolute(path),
        page_url=addresses.absolute(addresses.page("changes", words.language)),
    )
    return atom(head, [atom_entry(_atom(site, one, words)) for one in found])


def _as_json(site: Site) -> bytes:
    words, addresses = site.words[site.region.language], site.addresses
    publisher = words.text(site.region.title).text
    head = JsonFeed(
        title=_name(words, publisher),
        language=words.language,
        author=publisher,
        feed_url=addresses.absolute(addresses.changes_feed("json")),
        page_url=addresses.absolute(addresses.page("changes", words.language)),
        about=addresses.absolute(f"{addresses.page('subscribe', words.language)}#data"),
    )
    return json_feed(head, [json_feed_item(_item(site, one, words)) for one in _newest(site, words)])


def _atom(site: Site, told: Told, words: Words) -> AtomEntry:
    return AtomEntry(
        id=_id(site, told),
        title=_title(told, words),
        url=_url(site, told, words),
        published=told.turn.since,
        updated=told.turn.since,
        content=_content(site, told, words),
        authors=tuple(words.text(organiser.name).text for organiser in told.who),
        categories=((told.turn.kind.value, told.label),),
    )


def _item(site: Site, told: Told, words: Words) -> JsonFeedItem:
    turn = told.turn
    shown = [one.after or one.before for one in turn.dates]
    first = next(one for one in shown if one is not None)
    dates: list[JsonObject] = [
        {
            **(_date(site, one.after) if one.after else {}),
            **({"before": _date(site, one.before)} if one.before else {}),
        }
        for one in turn.dates[:_NEXT_DATES]
    ]
    return JsonFeedItem(
        id=_id(site, told),
        title=_title(told, words),
        url=_url(site, told, words),
        content=_content(site, told, words),
        published=turn.since,
        modified=turn.since,
        authors=tuple(words.text(organiser.name).text for organiser in told.who),
        tags=(told.label,),
        streekagenda={
            **_date(site, first),
            "change": turn.kind.value,
            **({} if told.of_place else {"event": turn.event.id}),
            "place": location(words, first),
            "url": _url(site, told, words),
            "dates": [*dates],
        },
    )


def _id(site: Site, told: Told) -> str:
    """Return a ``tag:`` (RFC 4151), which stays when something else becomes of the same activity."""
    return f"tag:{site.addresses.host},2026:change/{quote(told.name, safe='/.-_')}"


def _url(site: Site, told: Told, words: Words) -> str:
    return site.addresses.absolute(told.path or site.addresses.page("changes", words.language))


def _title(told: Told, words: Words) -> str:
    return words.gettext("%(what)s: %(title)s") % {"what": told.label, "title": words.text(told.title).text}


def _content(site: Site, told: Told, words: Words) -> str:
    """Return all of it in plain text: what it was and is, why, where, who, and whom to ask."""
    said = ["\n".join(lines(told, words))]
    shown = next(one for date in told.turn.dates for one in (date.after, date.before) if one is not None)
    about = []
    if told.place is not None and (where := location(words, shown)):
        about.append(words.gettext("Where: %(place)s") % {"place": where})
    if names := words.join([words.text(one.name).text for one in told.who]):
        about.append(words.gettext("Organised by %(names)s") % {"names": names})
    if asked := contact(told.ask):
        about.append(words.gettext("Questions: %(contact)s") % {"contact": asked})
    return "\n\n".join([*filter(None, (*said, "\n".join(about))), _url(site, told, words)])


def _date(site: Site, occurrence: Occurrence) -> JsonObject:
    zone = site.region.timezone
    return {
        "start": iso8601.start(occurrence.moment, zone),
        "end": iso8601.end(occurrence.moment, zone),
        "all_day": occurrence.moment.all_day,
        "status": occurrence.status.value,
    }
