"""What a build need not read again when only events changed: all that was believed of the other files.

After a build that read everything, what was read and validated is kept (:mod:`streekagenda.store.packed`), with its dates and the
trace of each file of events. The next build takes it over, as the preview takes over what it holds in memory: it is the very same
:func:`~streekagenda.preparing.prepare`. A build that took it over keeps nothing, so that it cannot wander off by small steps.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from enum import Enum
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda import checks, diagnostics, unchanged
from streekagenda.builds import DEFAULT_ZONE, all_to_stay, local
from streekagenda.content import built_events, calendar, history, records, references
from streekagenda.content import contents as said_in_files
from streekagenda.content.amending import Again, read_some
from streekagenda.content.amending import amended as with_read
from streekagenda.content.contents import Shelf, Shelved
from streekagenda.content.faults import Fault
from streekagenda.content.files import LARGEST_MEDIA, open_content
from streekagenda.content.phrases import Phrases
from streekagenda.content.records import identity
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
from streekagenda.recurrence import columns, places
from streekagenda.recurrence.columns import in_columns, of_columns
from streekagenda.recurrence.places import Standing, places_of
from streekagenda.store.packed import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from streekagenda.builds import Settings
    from streekagenda.content.built_events import BuiltEvent, Found, Ground
    from streekagenda.content.calendar import Validated
    from streekagenda.content.history import FileHistory
    from streekagenda.content.records import Records
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.region import Region
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
    *(built_events, calendar, columns, diagnostics, history, places, records, references, said_in_files),
)
"""Modules whose structures and enumerations hold what a content folder says."""
_SIZES = struct.Struct("<4Q")
"""Of the parts of what is kept, each packed by itself."""


class _Ground(Struct, frozen=True, kw_only=True):
    """What it takes to read and validate an event."""

    commit: bytes | None
    history: FileHistory
    ground: Ground
    believed: Region
    told: tuple[Diagnostic, ...]
    """What is wrong with files that could not be read."""


class _Rest(Struct, frozen=True, kw_only=True):
    """All else that was prepared."""

    records: Records
    validated: Validated
    prints: Mapping[str, str]
    dates: columns.Columns
    places: places.Places
    """Where they stand."""


class _Amended(Struct, frozen=True, kw_only=True):
    """What some files hold now, and what became of the events in them by the paths of their own files."""

    again: Again
    events: Mapping[str, BuiltEvent]


_TYPES = frozenset(
    {
        *(_Ground, _Rest, _Amended),
        *(
            one
            for module in _OF_DATA
            for one in vars(module).values()
            if isinstance(one, type) and one.__module__ == module.__name__ and issubclass(one, (Struct, Enum))
        ),
    }
)


class Kept(Struct, frozen=True, kw_only=True):
    """What was kept of files that were all read, of which a few events are not as they were."""

    changed: frozenset[str]
    """Paths below the content folder of all that is not as it was, or came or went."""
    again: frozenset[str]
    """These, and those of the same events in other languages."""
    ground: _Ground
    rest: memoryview
    """What became of events, packed: who reads and validates those that changed does without."""
    shelf: memoryview
    """What files say, packed: of those that are as they were hardly anybody asks for it."""


def recall(settings: Settings, seen: Seen) -> Kept | None:
    """Return what was kept of these files, where nothing but a few events can have changed since; else ``None``."""
    known = settings.store.blobs.recall(unchanged.READ, unchanged.asked_for(settings)) or b""
    made_on = unchanged.ground(settings, seen)
    if not known.startswith(made_on):
        return None
    try:
        traces, ground, shelf, rest = _parts(memoryview(known)[len(made_on) :])
        with all_to_stay():
            then = unpack(traces, (), {}.__getitem__)
            changed = frozenset(path for path, _ in then.items() ^ seen.events.items())
            if len(changed) > MOST:
                return None
            first = unpack(ground, _TYPES, _apart(settings, [], shelf))
    except (ValueError, TypeError):
        return None
    return Kept(
        changed=changed, again=changed.union(_beside(changed, seen.events)), ground=first, rest=rest, shelf=shelf
    )


def before_of(kept: Kept, settings: Settings) -> Before | None:
    """Return what was prepared, for :func:`~streekagenda.preparing.prepare`; ``None`` where it cannot be."""
    from streekagenda.preparing import Before, Prepared, site_of  # noqa: PLC0415 -- what makes a site: who amends does without
    from streekagenda.recurrence.selections import Index  # noqa: PLC0415 -- as above

    first = kept.ground
    named = _named(first.ground, first.history, first.believed)
    try:
        with all_to_stay():
            rest = unpack(kept.rest, _TYPES, _apart(settings, named, kept.shelf))
            dates = of_columns(rest.dates, rest.validated.calendar)
            index = Index(dates, standing=Standing(rest.places, dates.occurrences))
    except (ValueError, TypeError):
        return None
    prepared = Prepared(
        settings=settings,
        commit=first.commit,
        history=first.history,
        records=rest.records,
        validated=rest.validated,
        diagnostics=(),
        site=site_of(dates, rest.validated.media, settings, index=index),
    )
    return Before(prepared=prepared, changed=kept.changed, layouts=True, prints=rest.prints)


def remember(settings: Settings, seen: Seen, prepared: Prepared, prints: Mapping[str, str]) -> None:
    """Keep what was prepared of files that were all read, where it can be told what changes later.

    ``prints`` are digests of what each event was made of, by its id.
    """
    validated, site = prepared.validated, prepared.site
    built = validated.built
    if not seen.certain or not settings.store.remembers or site is None or built is None:
        return
    ground = _Ground(
        commit=prepared.commit,
        history=prepared.history,
        ground=built.ground,
        believed=built.believed,
        told=prepared.records.diagnostics,
    )
    dates = in_columns(site.timeline)
    rest = _Rest(records=prepared.records, validated=validated, prints=prints, dates=dates, places=places_of(dates))
    named = _named(built.ground, prepared.history, built.believed)
    # each build asks organisations which sources they have
    contents = [one.contents.taken() for one in prepared.records.records if one.kind != "organisation"]
    with suppress(ValueError), all_to_stay():
        packed = (
            pack(seen.events, (), {}),
            pack(ground, _TYPES, {**validated.media, **dict(enumerate(contents))}),
            pack(contents, _TYPES, {}),
            pack(rest, _TYPES, {**validated.media, **dict(enumerate([*named, *contents]))}),
        )
        settings.store.blobs.learn(
            unchanged.READ,
            unchanged.asked_for(settings),
            b"".join((unchanged.ground(settings, seen), _SIZES.pack(*map(len, packed)), *packed)),
        )


def amend(kept: Kept, settings: Settings) -> Iterator[bytes]:
    """Yield what files hold now, with the events that changed, for :func:`amended`; what the store learnt of that is kept."""
    first, before = kept.ground, kept.ground.ground
    again = read_some(settings.content, first.told, kept.again, settings.store)
    if again is None:
        return
    found = (record for record, _ in again.values() if record)
    built = calendar.validate(
        records.Records(records=(*before.records, *found), diagnostics=(), broken=before.unread),
        settings.content,
        history=first.history,
        today=local(settings.now, DEFAULT_ZONE).date(),
        drafts=settings.drafts,
        checks=checks.CODES,
        phrases=Phrases(settings.store),
        alike=built_events.BuiltEvents(ground=before, history=first.history, believed=first.believed, by_path={}),
        beside=True,
    ).built
    if built is None or built.ground is not before:
        return
    media = {(name, _digest(one)): one for event in built.by_path.values() for name, one in event.media.items()}
    named = _named(before, first.history, first.believed)
    yield pack(_Amended(again=again, events=built.by_path), _TYPES, {**dict(enumerate(named)), **media})
    settings.store.let_go()


def amended(before: Before, said: bytes) -> Found | None:
    """Return what :func:`amend` said; ``None`` where that is nothing."""
    prepared = before.prepared
    built, settings = prepared.validated.built, prepared.settings
    if built is None or not said:
        return None
    named = _named(built.ground, built.history, built.believed)

    def apart(name: int | tuple[str, bytes]) -> object:
        if isinstance(name, int):
            return named[name]
        content = _media(settings, name[0])
        if _digest(content) != name[1]:
            raise TypeError(name[0])  # not what was judged
        return content

    try:
        found = unpack(said, _TYPES, apart)
    except ValueError:
        return None
    now = with_read(settings.content, prepared.records, found.again, settings.store)
    return built_events.Found(records=now, events=found.events)


def _beside(changed: Iterable[str], there: Iterable[str]) -> Iterator[str]:
    """Yield the paths, of those that are ``there``, of the same events as those that changed."""
    of = {identity(path)[:2] for path in changed}
    stems = tuple({f"{path.rpartition('/')[0]}/{path.rpartition('/')[2].partition('.')[0]}." for path in changed})
    return (path for path in there if path.startswith(stems) and identity(path)[:2] in of)


def _named(ground: Ground, history: FileHistory, believed: Region) -> list[object]:
    """Return what events are made of and refer to: what was unpacked, or is a copy of this, has the same at the same places."""
    of = ground.references
    by_id = (of.areas, of.topics, of.audiences, of.facilities, of.organisations, of.places, of.campaigns)
    return [ground, history, believed, *ground.records, *(one for kind in by_id for one in kind.values())]


def _parts(content: memoryview) -> Iterator[memoryview]:
    """Yield the parts of what is kept; raises ValueError where it is cut off."""
    if len(content) < _SIZES.size:
        raise ValueError
    place = _SIZES.size
    for size in _SIZES.unpack_from(content):
        yield content[place : place + size]
        place += size


def _apart(settings: Settings, named: list[object], shelf: memoryview) -> Callable[[int | str], object]:
    """Return what gives what stands apart: what is ``named``, after it what files say, and media by their names."""
    contents = Shelf(lambda: unpack(shelf, _TYPES, {}.__getitem__))
    first = len(named)

    def apart(name: int | str) -> object:
        if isinstance(name, str):
            return _media(settings, name)
        return named[name] if name < first else Shelved(contents, name - first)

    return apart


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()


def _media(settings: Settings, name: str) -> bytes:
    """Return a picture or flyer, which is not as an event but as all else: what it was."""
    content = open_content(settings.content, f"media/{name}", largest=LARGEST_MEDIA)
    if isinstance(content, Fault):
        raise TypeError(content.code)
    return content
