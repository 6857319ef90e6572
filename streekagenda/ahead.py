"""Content is read by another process while this one brings up what makes a site of it: each takes a tenth of a second and more.

Where nothing is known of it, all is read, and the phrases that are in it, so that a store knows them. Else the few events that changed
are read and validated (:mod:`streekagenda.reread`).
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.beside import beside, can_be_beside
from streekagenda.builds import DEFAULT_ZONE, local
from streekagenda.store.packed import pack, unpack
from streekagenda.unchanged import READ, asked_for, ground

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streekagenda.builds import Settings
    from streekagenda.content.built_events import Found
    from streekagenda.reread import Kept
    from streekagenda.unchanged import Seen


class Reading(Struct, frozen=True, kw_only=True):
    """What is known of files that were read before, and what another process finds in the others."""

    kept: Callable[[], Kept | None]
    """Gives what is known, once: it takes as much memory as the calendar itself."""
    said: Callable[[], bytes] = bytes
    """Waits for what it says; nothing where there is none."""

    @property
    def waits(self) -> bool:
        """Whether another process reads, so that there is time for what is wanted later."""
        return self.said is not bytes


@contextmanager
def reading(settings: Settings, seen: Seen | None) -> Iterator[Reading]:
    """Begin to read what is not known, which may be all, and to validate events that changed."""
    alone = settings.jobs < 2 or not can_be_beside()
    if seen and settings.store.blobs.begins(READ, asked_for(settings), ground(settings, seen)):
        from streekagenda import reread  # noqa: PLC0415 -- what content is made of, which a clean build brings up meanwhile

        held = [reread.recall(settings, seen)]
        if alone or held[0] is None or not held[0].changed:
            yield Reading(kept=held.pop)
            return
        # before the events are unpacked, which takes as long, and memory that a copy would touch
        with beside(partial(reread.amend, held[0], settings)) as said:
            yield Reading(kept=held.pop, said=said)
    elif seen is None or alone:
        yield Reading(kept=_nothing)
    else:
        with beside(partial(_read, settings)) as said:
            yield Reading(kept=_nothing, said=said)


def _nothing() -> None:
    """Nothing is known."""


def all_found(said: Callable[[], bytes], settings: Settings) -> Found | None:
    """Return all that was read, or ``None`` where it was not; what was found of the phrases in it comes when the store is asked."""
    from streekagenda.content import built_events, events, mistakes  # noqa: F401, PLC0415 -- what believes it, while it is read

    try:
        records = unpack(said(), _types(), _nothing_apart)
    except ValueError:
        return None
    settings.store.expect(said)
    return built_events.Found(records=records)


def _read(settings: Settings) -> Iterator[bytes]:
    """Yield what was read, and then what the store knows of it."""
    from streekagenda.content.records import read  # noqa: PLC0415 -- the other process brings it up too

    records = read(settings.content, store=settings.store)
    yield pack(records, _types(), {})

    from streekagenda.content.foreseen import foresee  # noqa: PLC0415 -- the grammar of phrases, when all is read
    from streekagenda.content.phrases import Phrases  # noqa: PLC0415 -- as above

    foresee(records, Phrases(settings.store), local(settings.now, DEFAULT_ZONE).date())
    yield settings.store.used()


def _nothing_apart(name: str) -> bytes:
    raise KeyError(name)


def _types() -> frozenset[type]:
    """Return what records are made of."""
    from streekagenda import diagnostics  # noqa: PLC0415 -- as above
    from streekagenda.content import contents, records  # noqa: PLC0415 -- as above

    return frozenset(
        one
        for module in (contents, diagnostics, records)
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == module.__name__ and issubclass(one, (Struct, Enum))
    )
