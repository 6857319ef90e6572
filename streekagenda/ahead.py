"""Content is read by another process while this one brings up what makes a site of it: each takes a tenth of a second and more.

It also reads the phrases that are in it, so that a store knows them.
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import Enum
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.beside import beside, can_be_beside
from streekagenda.builds import DEFAULT_ZONE, local
from streekagenda.store.packed import pack, unpack
from streekagenda.unchanged import asked_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streekagenda.builds import Settings
    from streekagenda.content.records import Records
    from streekagenda.unchanged import Seen

KEPT = "reread"
"""Of what was read before; where it is there, little is read (:mod:`streekagenda.reread`)."""


def ground(settings: Settings, seen: Seen) -> bytes:
    """Return a digest of all that must be as it was for what was read before: what is no file of an event, and the day."""
    day = local(settings.now, DEFAULT_ZONE).date().isoformat()
    return blake2b(repr((seen.beside, day)).encode("ascii"), digest_size=16).digest()


@contextmanager
def reading(settings: Settings, seen: Seen | None) -> Iterator[Callable[[], Records | None]]:
    """Begin to read where nothing is known of it; give what returns all that was read, or ``None`` where it was not."""
    known = seen and settings.store.blobs.begins(KEPT, asked_for(settings), ground(settings, seen))
    if seen is None or known or settings.jobs < 2 or not can_be_beside():
        yield lambda: None
        return
    with beside(partial(_read, settings)) as said:

        def found() -> Records | None:
            """Return what was read; what was then found of the phrases in it comes when the store is asked."""
            try:
                records = unpack(said(), _types(), _nothing_apart)
            except ValueError:
                return None
            settings.store.expect(said)
            return records  # type: ignore[no-any-return]

        yield found


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
    from streekagenda.content import records  # noqa: PLC0415 -- as above

    return frozenset(
        one
        for module in (diagnostics, records)
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == module.__name__ and issubclass(one, (Struct, Enum))
    )
