"""What is kept of a site for the next build: lines of JSON.

The whole is written, and compressed, where much of it is new; after a small change only what differs from the whole that was written last.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from io import BytesIO
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Raw, Struct
from msgspec.json import Decoder, encode

from streekagenda import unchanged
from streekagenda.publications.noted import Written
from streekagenda.recurrence.questions import as_text, facets_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from streekagenda.builds import Settings
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.footprints import Footprint
    from streekagenda.store.store import Json
    from streekagenda.unchanged import Seen

Value = TypeVar("Value")

_FUNCTION, _WHOLE = "remade", "remade, all of it"
_AT_ONCE = 5_000
"""Questions that are written in one line."""
_MUCH = 4
"""The whole is written again when one in so many files, or sets of questions, is another one than in it."""


_DECODED: dict[bytes, Decoder[Any]] = {
    b"files": Decoder(dict[str, int | None]),
    b"prints": Decoder(dict[str, str | None]),
    b"dates": Decoder(dict[str, Raw]),
    b"facets": Decoder(list[str]),
    b"sets": Decoder(list[tuple[str | int, ...]]),
    b"questions": Decoder(list[tuple[Any, ...]]),
}
"""The lines that are long; others are of any kind."""
_DATES = Decoder(list[tuple[int | list[int], ...]])
"""Of one event."""


class Footprints(Mapping[str, "Footprint"]):
    """Where the dates of events are found, by their ids; what was recalled is read for who asks."""

    def __init__(
        self,
        found: Mapping[str, Footprint],
        recalled: Mapping[str, Raw] = MappingProxyType({}),
        facets: Sequence[str] = (),
    ) -> None:
        """Take those that were found, and others as they are written: with the number of what dates can be chosen by."""
        self._found, self._recalled, self._facets = found, recalled, facets

    def __getitem__(self, event: str) -> Footprint:
        """Return that of an event; raises KeyError."""
        if event in self._found:
            return self._found[event]
        written = _DATES.decode(self._recalled[event])
        return tuple((facets_of(self._facets[cast("int", number)]), tuple(dates)) for number, *dates in written)

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        yield from self._found
        yield from self._recalled.keys() - self._found.keys()

    def __len__(self) -> int:
        """How many events."""
        return len(self._found.keys() | self._recalled.keys())

    def after(self, found: Mapping[str, Footprint], events: Collection[str]) -> Footprints:
        """Return those of some events, of which these were found."""
        both, recalled = {**self._found, **found}, self._recalled
        if gone := (both.keys() | recalled.keys()) - set(events):
            both, recalled = _without(gone, both), _without(gone, recalled)
        return Footprints(both, recalled, self._facets)


def _without(gone: Collection[str], values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if key not in gone}


class Events(Struct, frozen=True, kw_only=True):
    """The events of a site, as far as files can depend on them."""

    prints: Mapping[str, str]
    """A digest of what each event was made of, by its id."""
    footprints: Footprints
    """Where the dates of each event are found, by its id."""


class Whole(Struct, frozen=True, kw_only=True):
    """What was written when all was."""

    digest: str
    """Of what was written."""
    files: Mapping[str, int]
    prints: Mapping[str, str]
    facets: int
    sets: int
    questions: int
    """So many stand in it; numbers go on from there."""


class Known(Struct, frozen=True, kw_only=True):
    """What is remembered of a site."""

    site: str
    """The trace of its files."""
    until: datetime
    """Until when what stands there holds."""
    events: Events
    made: Written
    """What was asked while each of them was made."""
    whole: Whole | None
    """What was written, of which this is a later state: it has all of its questions and sets by the same numbers."""


def recall(settings: Settings, seen: Seen) -> Known | None:
    """Return what is known of the site, where nothing but events can have changed since; else ``None``."""
    blobs, asked = settings.store.blobs, unchanged.asked_for(settings)
    answer = blobs.recall(_FUNCTION, asked) if seen.certain else None
    try:
        last = _of_lines(answer or b"")
        if last.get("beside") != seen.beside or not unchanged.lasts(last, settings.now):
            return None
        whole = blobs.recall(_WHOLE, asked) or b""
        return _read(last, _of_lines(zlib.decompress(whole))) if _digest(whole) == last["whole"] else None
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, zlib.error):
        return None


def remember(settings: Settings, seen: Seen, site: Site, known: Known) -> None:
    """Keep what is known of a site."""
    blobs, asked = settings.store.blobs, unchanged.asked_for(settings)
    whole = known.whole
    files = _other(known.made.files, whole.files) if whole else {}
    if whole is None or _much(known, whole, len(files)):
        nothing = Whole(digest="", files={}, prints={}, facets=0, sets=0, questions=0)
        packing, facets = zlib.compressobj(1), dict[str, int]()
        lines = _lines(known, nothing, known.made.files, facets)
        packed = b"".join((*map(packing.compress, lines), packing.flush()))
        blobs.learn(_WHOLE, asked, packed)
        whole = Whole(
            digest=_digest(packed),
            files=known.made.files,
            prints=known.events.prints,
            facets=len(facets),
            sets=len(known.made.sets),
            questions=len(known.made.questions),
        )
        files = {}
    lasting = unchanged.lasting(settings.now, site.region.timezone, known.until)
    now = {"beside": seen.beside, **lasting, "site": known.site, "whole": whole.digest}
    of_site = [f"{key} {json.dumps(value)}\n".encode("ascii") for key, value in now.items()]
    blobs.learn(_FUNCTION, asked, b"".join((*of_site, *_lines(known, whole, files, {}))))


def _much(known: Known, whole: Whole, other: int) -> bool:
    """Whether so many files, or sets, are other ones than in the whole that it is written again."""
    return other * _MUCH > len(whole.files) or (len(known.made.sets) - whole.sets) * _MUCH > whole.sets


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _other(now: Mapping[str, Value], before: Mapping[str, Value]) -> dict[str, Value | None]:
    """Return what differs; ``None`` for what is no longer there."""
    gone = dict.fromkeys(before.keys() - now.keys())
    return {**{key: value for key, value in now.items() if before.get(key) != value}, **gone}


def _now(other: Mapping[str, Value | None], before: dict[str, Value]) -> dict[str, Value]:
    """Return what there is now, of what differs."""
    return {key: value for key, value in {**before, **other}.items() if value is not None} if other else before


def _lines(known: Known, whole: Whole, files: Mapping[str, int | None], facets: dict[str, int]) -> Iterator[bytes]:
    """Yield what does not stand in the whole, some in each line: all at once would be three times as large as what it tells of.

    Of ``files`` stands what is another one. The numbers of ``facets`` are added, which go on from those of the whole.
    """
    prints = _other(known.events.prints, whole.prints)
    dates = {
        event: [
            [whole.facets + facets.setdefault(as_text(one), len(facets)), *dates]
            for one, dates in known.events.footprints[event]
        ]
        for event, own in prints.items()
        if own is not None
    }
    yield _line("prints", prints)
    yield _line("files", files)
    yield _line("dates", dates)
    yield _line("facets", list(facets))
    yield _line("sets", known.made.sets[whole.sets :])
    questions = iter(known.made.questions[whole.questions :])
    while some := list(islice(questions, _AT_ONCE)):
        yield _line("questions", some)


def _line(key: str, value: Json) -> bytes:
    return b"%s %s\n" % (key.encode("ascii"), encode(value))


def _of_lines(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = {"questions": []}
    for line in BytesIO(content):
        name, _, value = line.partition(b" ")
        key, decoder = name.decode("ascii"), _DECODED.get(name)
        if decoder is None:
            found[key] = json.loads(value)
        elif key == "questions":
            found[key] += decoder.decode(value)
        else:
            found[key] = decoder.decode(value)
    return found


def _read(last: Mapping[str, Any], whole: Mapping[str, Any]) -> Known:
    sets, questions = [*whole["sets"], *last["sets"]], [*whole["questions"], *last["questions"]]
    made = Written(files=_now(last["files"], whole["files"]), sets=sets, questions=questions)
    if not (
        all(isinstance(one[0], str) for one in sets)
        and max((one[-1] for one in sets if len(one) > 1), default=-1) < len(questions)
        and max(made.files.values(), default=-1) < len(sets)
    ):
        raise ValueError
    prints, dates = _now(last["prints"], whole["prints"]), {**whole["dates"], **last["dates"]}
    return Known(
        site=last["site"],
        until=datetime.fromisoformat(last["until"]),
        events=Events(
            prints=prints,
            footprints=Footprints({}, dates, [*whole["facets"], *last["facets"]]).after({}, prints),
        ),
        made=made,
        whole=Whole(
            digest=last["whole"],
            files=whole["files"],
            prints=whole["prints"],
            facets=len(whole["facets"]),
            sets=len(whole["sets"]),
            questions=len(whole["questions"]),
        ),
    )
