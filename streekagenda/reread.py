"""What a build need not read again when only events changed: all that was believed of the other files.

After a build that read everything, what was read and validated is kept (:mod:`streekagenda.store.packed`), with its dates and the
trace of each file of events. The next build takes it over, as the preview takes over what it holds in memory: it is the very same
:func:`~streekagenda.preparing.prepare`. A build that took it over keeps nothing, so that it cannot wander off by small steps.
"""

from __future__ import annotations

from contextlib import suppress
from enum import Enum
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda import checks, diagnostics, unchanged
from streekagenda.builds import DEFAULT_ZONE, all_to_stay, local
from streekagenda.content import built_events, calendar, history, records, references
from streekagenda.content.amending import read_again
from streekagenda.content.faults import Fault
from streekagenda.content.files import LARGEST_MEDIA, open_content
from streekagenda.content.phrases import Phrases
from streekagenda.model import (
    area,
    details,
    event,
    holidays,
    media,
    occurrence,
    organisation,
    place,
    region,
    repository,
    schedule,
    text,
    vocabulary,
)
from streekagenda.model import calendar as valid
from streekagenda.recurrence import columns
from streekagenda.recurrence.columns import in_columns, of_columns
from streekagenda.store.packed import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.builds import Settings
    from streekagenda.content.built_events import BuiltEvents, Found
    from streekagenda.content.calendar import Validated
    from streekagenda.content.history import FileHistory
    from streekagenda.content.records import Records
    from streekagenda.preparing import Before, Prepared
    from streekagenda.unchanged import Seen

MOST = 100
"""So many files that changed are looked at one by one; where more did, all are read, and that is kept."""
_OF_DATA = (
    *(
        area,
        details,
        event,
        holidays,
        media,
        occurrence,
        organisation,
        place,
        region,
        repository,
        schedule,
        text,
        valid,
        vocabulary,
    ),
    *(built_events, calendar, columns, diagnostics, history, records, references),
)
"""Modules whose structures and enumerations hold what a content folder says."""
_TYPES = frozenset(
    one
    for module in _OF_DATA
    for one in vars(module).values()
    if isinstance(one, type) and one.__module__ == module.__name__ and issubclass(one, (Struct, Enum))
)


class Kept(Struct, frozen=True, kw_only=True):
    """What was prepared of files that were all read, of which a few events are not as they were."""

    changed: frozenset[str]
    """Paths below the content folder of all that is not as it was, or came or went."""
    commit: bytes | None
    history: FileHistory
    records: Records
    validated: Validated
    dates: columns.Columns | None


def recall(settings: Settings, seen: Seen) -> Kept | None:
    """Return what was prepared of these files, where nothing but a few events can have changed since; else ``None``."""
    known = settings.store.blobs.recall(unchanged.READ, unchanged.asked_for(settings)) or b""
    made_on = unchanged.ground(settings, seen)
    if not known.startswith(made_on):
        return None
    try:
        with all_to_stay():
            _, traces, kept, dates = unpack(known[len(made_on) :], _TYPES, partial(_media, settings))
            changed = frozenset(path for path, _ in traces.items() ^ seen.events.items())
            return Kept(changed=changed, dates=dates, **kept) if len(changed) <= MOST else None
    except (ValueError, TypeError):
        return None


def before_of(kept: Kept, settings: Settings) -> Before | None:
    """Return what was prepared, for :func:`~streekagenda.preparing.prepare`; ``None`` where it cannot be."""
    from streekagenda.preparing import Before, Prepared, site_of  # noqa: PLC0415 -- what makes a site: who amends does without

    valid = kept.validated.calendar
    try:
        with all_to_stay():
            dates = of_columns(kept.dates, valid) if valid and kept.dates else None
    except (ValueError, TypeError):
        return None
    prepared = Prepared(
        settings=settings,
        commit=kept.commit,
        history=kept.history,
        records=kept.records,
        validated=kept.validated,
        diagnostics=(),
        site=site_of(dates, kept.validated.media, settings) if dates else None,
    )
    return Before(prepared=prepared, changed=kept.changed, layouts=True)


def remember(settings: Settings, seen: Seen, prepared: Prepared) -> None:
    """Keep what was prepared of files that were all read, where it can be told what changes later."""
    if not seen.certain or not settings.store.remembers:
        return
    kept = {name: getattr(prepared, name) for name in ("commit", "history", "records", "validated")}
    # first what holds records and events in turn: the texts that both have are near to each other, and compressed to one
    dates = in_columns(prepared.site.timeline) if prepared.site else None
    value = (prepared.validated.built, seen.events, kept, dates)
    with suppress(ValueError), all_to_stay():
        packed = pack(value, _TYPES, prepared.validated.media)
        settings.store.blobs.learn(
            unchanged.READ, unchanged.asked_for(settings), unchanged.ground(settings, seen) + packed
        )


def amend(kept: Kept, settings: Settings) -> Iterator[bytes]:
    """Yield what files hold now, with the events that changed, for :func:`amended`; what the store learnt of that is kept."""
    before = kept.validated.built
    if before is None:
        return
    records = read_again(settings.content, kept.records, kept.changed, settings.store)
    built = calendar.validate(
        records,
        settings.content,
        history=kept.history,
        today=local(settings.now, DEFAULT_ZONE).date(),
        drafts=settings.drafts,
        checks=checks.CODES,
        phrases=Phrases(settings.store),
        alike=before,
        beside=True,
    ).built
    if built is None or built.ground is not before.ground:
        return
    new = {path: one for path, one in built.by_path.items() if one is not before.by_path.get(path)}
    media = {(name, _digest(content)): content for one in new.values() for name, content in one.media.items()}
    yield pack(
        built_events.Found(records=records, events=new),
        _TYPES,
        {**dict(enumerate(_named(kept.records, before))), **media},
    )
    settings.store.let_go()


def amended(before: Before, said: bytes) -> Found | None:
    """Return what :func:`amend` said; ``None`` where that is nothing."""
    prepared = before.prepared
    built = prepared.validated.built
    if built is None or not said:
        return None
    named = _named(prepared.records, built)

    def apart(name: int | tuple[str, bytes]) -> object:
        if isinstance(name, int):
            return named[name]
        content = _media(prepared.settings, name[0])
        if _digest(content) != name[1]:
            raise TypeError(name[0])  # not what was judged
        return content

    try:
        return unpack(said, _TYPES, apart)  # type: ignore[no-any-return]
    except ValueError:
        return None


def _named(known: Records, built: BuiltEvents) -> list[object]:
    """Return what events are made of and refer to: a copy of this process has the same at the same places."""
    of = built.ground.references
    by_id = (of.areas, of.topics, of.audiences, of.facilities, of.organisations, of.places, of.campaigns)
    return [*known.records, *(one for kind in by_id for one in kind.values())]


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()


def _media(settings: Settings, name: str) -> bytes:
    """Return a picture or flyer, which is not as an event but as all else: what it was."""
    content = open_content(settings.content, f"media/{name}", largest=LARGEST_MEDIA)
    if isinstance(content, Fault):
        raise TypeError(content.code)
    return content
