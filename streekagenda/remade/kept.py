"""What is kept of a site for the next build.

The whole is written, in parts of which each is read when it is asked for, where much of it is new; after a small change only
what differs from the whole that was written last: lines of JSON.
"""

from __future__ import annotations

import json
import zlib
from datetime import datetime
from hashlib import blake2b
from io import BytesIO
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from msgspec import Raw, Struct, field
from msgspec.json import Decoder, encode

from streekagenda import unchanged
from streekagenda.publications.written import NOTHING, Whole, Written, parts_of, with_others
from streekagenda.recurrence.questions import as_text, facets_of
from streekagenda.store.zipped import zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from streekagenda.builds import Settings
    from streekagenda.output import Trace
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.footprints import Footprint
    from streekagenda.store.store import Json
    from streekagenda.unchanged import Seen

_FUNCTION, _WHOLE = "remade", "remade, all of it"
_MUCH = 4
"""The whole is written again when one in so many files, or sets of questions, is another one than in it."""


_DECODED: dict[bytes, Decoder[Any]] = {
    b"dates": Decoder(dict[str, Raw]),
    b"sets": Decoder(list[tuple[str | int, ...]]),
    b"questions": Decoder(list[tuple[Any, ...]]),
}
"""The lines that may be long; others are of any kind."""
_DATES = Decoder(list[tuple[int | list[int], ...]])
"""Of one event."""


class Footprints:
    """Where the dates of events are found, by their ids; what was recalled is read for who asks."""

    def __init__(
        self,
        found: Mapping[str, Footprint],
        events: Collection[str] = (),
        whole: Whole = NOTHING,
        later: Mapping[str, Raw] = MappingProxyType({}),
        facets: Sequence[str] = (),
    ) -> None:
        """Take those that were found, and the ids of all events; others stand in the whole, but for those that are later.

        There they have the numbers of what dates can be chosen by: ``facets`` are those after the ones of the whole.
        """
        self._found, self._events, self._whole, self._later, self._facets = found, events, whole, later, facets

    def get(self, event: str) -> Footprint | None:
        """Return that of an event, where there is one."""
        known = self._found.get(event)
        if known is not None or event not in self._events:
            return known
        written = self._later.get(event) or self._whole.part("dates").get(event)
        if written is None:
            return None
        return tuple(
            (facets_of(self._chosen(cast("int", number))), tuple(dates)) for number, *dates in _DATES.decode(written)
        )

    def after(self, found: Mapping[str, Footprint], events: Collection[str]) -> Footprints:
        """Return those of some events, of which these were found."""
        both = {event: one for event, one in {**self._found, **found}.items() if event in events}
        return Footprints(both, events, self._whole, self._later, self._facets)

    def _chosen(self, number: int) -> str:
        of_whole: Sequence[str] = self._whole.part("facets")
        at = number - len(of_whole)
        return self._facets[at] if at >= 0 else of_whole[number]


class Events(Struct, frozen=True, kw_only=True):
    """The events of a site, as far as files can depend on them."""

    prints: Mapping[str, str]
    """A digest of what each event was made of, by its id."""
    footprints: Footprints
    """Where the dates of each event are found, by its id."""
    wordless: Mapping[str, str] = field(default_factory=dict)
    """A digest of events but for their words, of those that changed since all were read."""


class Known(Struct, frozen=True, kw_only=True):
    """What is remembered of a site."""

    until: datetime
    """Until when what stands there holds."""
    events: Events
    made: Written
    """What was asked while each of its files was made."""
    site: str = ""
    """The trace of these, where it was recalled."""


def recall(settings: Settings, seen: Seen) -> Known | None:
    """Return what is known of the site, where nothing but events can have changed since; else ``None``."""
    blobs, asked = settings.store.blobs, unchanged.asked_for(settings)
    answer = blobs.recall(_FUNCTION, asked) if seen.certain else None
    try:
        last = _of_lines(answer or b"")
        if last.get("beside") != seen.beside or not unchanged.lasts(last, settings.now):
            return None
        of_all = blobs.recall(_WHOLE, asked) or b""
        return _read(last, Whole(_parts(of_all), last["whole"])) if _digest(of_all) == last["whole"] else None
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, zlib.error):
        return None


def remember(settings: Settings, seen: Seen, site: Site, known: Known, trace: Callable[[], Trace | None]) -> None:
    """Keep what is known of a site; ``trace`` gives how it stands, and is asked last."""
    blobs, asked, made, whole = settings.store.blobs, unchanged.asked_for(settings), known.made, known.made.whole
    if not whole.digest or _much(made):
        of_all = b"".join(_all_of(known))
        blobs.learn(_WHOLE, asked, of_all)
        digest, later = _digest(of_all), list[bytes]()
    else:
        digest, later = whole.digest, list(_lines(known))
    lasting = unchanged.lasting(settings.now, site.region.timezone, known.until)
    stands = trace()
    of_site = {"site": stands.digest if stands else "", "wordless": {**known.events.wordless}, "whole": digest}
    now = {"beside": seen.beside, **lasting, **of_site}
    lines = [f"{key} {json.dumps(value)}\n".encode("ascii") for key, value in now.items()]
    blobs.learn(_FUNCTION, asked, b"".join((*lines, *later)))


def _much(made: Written) -> bool:
    """Whether so many files, or sets, are other ones than in the whole that it is written again."""
    before = len(made.whole.part("things"))
    return len(made.other) * _MUCH > len(made.whole.part("files")) or len(made.sets) * _MUCH > before


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _dates(known: Known, events: Iterable[str], facets: dict[str, int], first: int = 0) -> dict[str, Json]:
    """Return where dates of events are found as it is written; the numbers of ``facets`` are added, from the ``first`` on."""
    return {
        event: [
            [first + facets.setdefault(as_text(one), len(facets)), *dates]
            for one, dates in known.events.footprints.get(event) or ()
        ]
        for event in events
    }


def _all_of(known: Known) -> Iterator[bytes]:
    """Yield all of it, in parts that are packed each for itself; all at once would be three times as large as what it tells of."""
    made, facets = known.made, dict[str, int]()

    def of_events() -> Iterator[tuple[str, Iterable[bytes]]]:
        yield "prints", (encode(known.events.prints),)
        yield "dates", (encode(_dates(known, known.events.prints, facets)),)
        yield "facets", (encode([*facets]),)

    many, questions = made.many
    of_files = parts_of(made.files, list(map(made.set_of, range(many))), list(map(made.row, range(questions))))
    for name, content in chain(of_events(), of_files):
        packed = zipped(content)
        yield b"%d %s\n" % (len(packed), name.encode("ascii"))
        yield packed


def _parts(content: bytes) -> dict[str, bytes]:
    """Return what :func:`_all_of` wrote, by names."""
    found, at = {}, 0
    while at < len(content):
        end = content.index(b"\n", at) + 1
        length, name = content[at : end - 1].split(b" ", 1)
        at = end + int(length)
        found[name.decode("ascii")] = content[end:at]
    return found


def _lines(known: Known) -> Iterator[bytes]:
    """Yield what is another thing than in the whole."""
    whole, facets = known.made.whole, dict[str, int]()
    before, now = whole.part("prints"), known.events.prints
    prints = {**dict.fromkeys(before.keys() - now.keys()), **dict(now.items() - before.items())}
    first = len(whole.part("facets"))
    yield _line("prints", prints)
    yield _line("files", known.made.other)
    yield _line("dates", _dates(known, [event for event, own in prints.items() if own is not None], facets, first))
    yield _line("facets", [*facets])
    yield _line("sets", known.made.sets)
    yield _line("questions", known.made.questions)


def _line(key: str, value: Json) -> bytes:
    return b"%s %s\n" % (key.encode("ascii"), encode(value))


def _of_lines(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in BytesIO(content):
        name, _, value = line.partition(b" ")
        decoder = _DECODED.get(name)
        found[name.decode("ascii")] = decoder.decode(value) if decoder else json.loads(value)
    return found


def _read(last: Mapping[str, Any], whole: Whole) -> Known:
    """Return what was kept; what does not stand in the lines stands in the whole. Raises what :func:`recall` knows."""
    made = Written(
        other=last.get("files", {}),
        sets=last.get("sets", ()),
        questions=last.get("questions", ()),
        whole=whole,
    )
    many, questions = made.many
    if not (
        all(
            isinstance(one[0], str) and max(cast("tuple[int, ...]", one[1:]), default=-1) < questions
            for one in made.sets
        )
        and len(whole.numbers("asked ends")) == len(whole.part("things"))
        and max(made.used, default=-1) < many
    ):
        raise ValueError
    prints = with_others(dict(whole.part("prints")), last.get("prints", {}))
    dates, facets = last.get("dates", {}), last.get("facets", ())
    return Known(
        site=last["site"],
        until=datetime.fromisoformat(last["until"]),
        events=Events(
            prints=prints,
            footprints=Footprints({}, prints.keys(), whole, dates, facets),
            wordless=dict(last.get("wordless", {})),
        ),
        made=made,
    )
