"""What a build need not read again when only events changed: all that was believed of the other files.

After a build that read everything, what was read and validated is kept (:mod:`streekagenda.store.packed`), with its dates and the
trace of each file of events. The next build takes it over, as the preview takes over what it holds in memory: it is the very same
:func:`~streekagenda.preparing.prepare`. A build that took it over keeps nothing, so that it cannot wander off by small steps.
"""

from __future__ import annotations

from contextlib import suppress
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda import diagnostics, unchanged
from streekagenda.ahead import KEPT, ground
from streekagenda.builds import all_to_stay
from streekagenda.content import built_events, calendar, history, records, references
from streekagenda.content.faults import Fault
from streekagenda.content.files import LARGEST_MEDIA, open_content
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
from streekagenda.preparing import Before, Prepared
from streekagenda.recurrence import columns
from streekagenda.recurrence.columns import in_columns, of_columns
from streekagenda.store.packed import pack, unpack

if TYPE_CHECKING:
    from streekagenda.builds import Settings
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


def recall(settings: Settings, seen: Seen) -> Before | None:
    """Return what was prepared of these files, where nothing but a few events can have changed since; else ``None``."""
    known = settings.store.blobs.recall(KEPT, unchanged.asked_for(settings)) or b""
    made_on = ground(settings, seen)
    if not known.startswith(made_on):
        return None
    try:
        with all_to_stay():
            _, traces, kept, dates = unpack(known[len(made_on) :], _TYPES, partial(_media, settings))
            changed = frozenset(path for path, _ in traces.items() ^ seen.events.items())
            if len(changed) > MOST:
                return None
            prepared = Prepared(settings=settings, diagnostics=(), site=None, **kept)
            valid = prepared.validated.calendar
            happening = of_columns(dates, valid) if valid and dates else None
    except (ValueError, TypeError):
        return None
    return Before(prepared=prepared, changed=changed, layouts=True, dates=happening)


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
        settings.store.blobs.learn(KEPT, unchanged.asked_for(settings), ground(settings, seen) + packed)


def _media(settings: Settings, name: str) -> bytes:
    """Return a picture or flyer, which is not as an event but as all else: what it was."""
    content = open_content(settings.content, f"media/{name}", largest=LARGEST_MEDIA)
    if isinstance(content, Fault):
        raise TypeError(content.code)
    return content
