"""Whether a build would give what the last one gave: then there is nothing to do, and it takes no time.

What a build is made of is looked at as git does: by size, inode and times of every file, and by the commit that is
checked out. The site is looked at in the same way, so that what somebody took away from it comes back. Any doubt means a
build; the guard is ``tests/test_unchanged.py``, which makes every kind of change.
"""

from __future__ import annotations

import json
import os
import struct
from contextlib import ExitStack, chdir, contextmanager, suppress
from datetime import datetime
from functools import cache, partial
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING, Any

from msgspec import Struct, ValidationError, convert, field, to_builtins
from msgspec.structs import replace

from streekagenda import output
from streekagenda.beside import beside, can_be_beside, sign
from streekagenda.builds import DEFAULT_ZONE, Built, local
from streekagenda.content.folders import FOLDERS
from streekagenda.content.history import checked_out
from streekagenda.diagnostics import Correction, Diagnostic, Location, Severity
from streekagenda.output import Published, Stood, Top, Trace
from streekagenda.rendering.layouts import packaged
from streekagenda.store.plain import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from streekagenda.builds import Settings
    from streekagenda.output import Held, Left, Whole

RACY_NS = 50_000_000
"""A file that changed so shortly before it was looked at may have changed once more within the same tick of the clock."""
_COARSE_NS = 10_000_000
_COARSE_RACY_NS = 3_000_000_000
"""The same where a file system has times of whole seconds, or of two (FAT): theirs are multiples of 10 ms."""
_FUNCTION, _STOOD = "build", "how the site stood"
_YES, _NO = b"yes", b"no"
_LARGE = 40_000
"""Files of a site at which no other process looks while this one goes on: each would copy what the other one touches."""
_TOP = struct.Struct("=QQQq")
_TYPES = {one.__name__: one for one in (Correction, Diagnostic, Location, Severity, Published)}
_NOT_LOOKED_AT = frozenset({".git"})
"""Of it the commit that is checked out is an input, and nothing else."""
_FACTS = attrgetter("st_size", "st_dev", "st_ino", "st_mode", "st_mtime_ns", "st_ctime_ns")
"""What of a file is another number after each change of it."""
_TRACE = struct.Struct("=QQQQqq").pack
_MODE = 3
_HERE = Path()
_NAME = attrgetter("name")
_READ = frozenset({*FOLDERS, "media"})
"""The folders of content; what else lies there may lead anywhere."""
READ = "reread"
"""Of what was read and validated; where it is kept, little is read (:mod:`streekagenda.reread`)."""
_APART = "events"
"""The folder of content that most changes are in, of which it is told what changed."""


class Seen(Struct, frozen=True, kw_only=True):
    """What a build is made of, before it begins."""

    digest: str
    """Of the trace of every file, and of the commit."""
    certain: bool
    """Whether a later change of any of them can be told."""
    beside: str = ""
    """Of the trace of every file but those of events; the commit is not in it."""
    events: Mapping[str, str] = field(default_factory=dict)
    """The trace of each file and folder of events, by its path below the content folder."""
    commit: bytes = b""
    """Which one is checked out, as :func:`~streekagenda.content.history.checked_out` says."""


def see(settings: Settings, clock_ns: int) -> Seen:
    """Look at all that a build reads; ``clock_ns`` is the time of the machine's file systems (``time.time_ns``)."""
    # a folder that is named in two ways is looked at once
    folders = {os.path.abspath(one): one for one in (packaged(), settings.layouts, settings.content)}  # noqa: PTH100 -- as below
    try:
        traces = [
            _traces(folder, apart=_APART, linked=_READ) if folder == settings.content else _traces(folder, linked=None)
            for folder in folders.values()
            if folder.is_dir()
        ]
    except OSError:  # somebody takes a file away just now, or a folder cannot be listed, which a build can say better
        return Seen(digest="", certain=False)
    commit = checked_out(settings.content) or b""
    beside = _digest(*(one.beside for one in traces))
    events = {path: trace for one in traces for path, trace in one.apart.items()}
    apart = "\n".join([f"{path}\0{trace}" for path, trace in events.items()])
    return Seen(
        digest=_digest(beside.encode("ascii"), apart.encode("utf-8", "surrogateescape"), commit),
        certain=max(one.settled for one in traces) < clock_ns,
        beside=beside,
        events=events,
        commit=commit,
    )


def still(settings: Settings, seen: Seen) -> bool:
    """Whether all is as it was when it was looked at."""
    return see(settings, 0).digest == seen.digest


def recall(settings: Settings, seen: Seen) -> Built | None:
    """Return what a build would do where it would change nothing, else ``None``."""
    last = _last(settings)
    try:
        if last.get("inputs") != seen.digest or not stands(settings, _trace(last)):
            return None
        diagnostics, published = from_plain(last["built"], _TYPES)
    except (ValueError, KeyError, TypeError):
        return None
    return Built(diagnostics=diagnostics, published=published)


def _last(settings: Settings) -> dict[str, Any]:
    """Return what the last build kept, where that holds now; else nothing."""
    answer = settings.store.blobs.recall(_FUNCTION, asked_for(settings))
    with suppress(ValueError, KeyError, TypeError):
        last = json.loads(answer or b"{}")
        return last if lasts(last, settings.now) else {}
    return {}


def remember(settings: Settings, seen: Seen, built: Built, *, zone: str, until: datetime, site: Trace | None) -> None:
    """Keep what a build did, for builds of the same until a moment on the wall clock of ``zone``.

    ``site`` is the trace of what stands there, taken while nobody else could write it: that is what this build made.
    """
    done = built.published
    if done is None or site is None or not seen.certain:
        return
    published = Published(written=0, unchanged=done.written + done.unchanged, removed=0)
    answer = {
        "inputs": seen.digest,
        "beside": seen.beside,
        "trace": to_builtins(site),
        **lasting(settings.now, zone, until),
        "built": to_plain((built.diagnostics, published)),
    }
    settings.store.blobs.learn(_FUNCTION, asked_for(settings), json.dumps(answer).encode("ascii"))


def lasting(now: datetime, zone: str, until: datetime) -> dict[str, str]:
    """Return for how long what a build made holds."""
    return {
        "zone": zone,
        "from": local(now, zone).isoformat(),
        "until": until.isoformat(),
        "day": local(now, DEFAULT_ZONE).date().isoformat(),
    }


def lasts(last: Mapping[str, str], now: datetime) -> bool:
    """Whether what a build made holds now, by what :func:`lasting` said of it."""
    begun, until = datetime.fromisoformat(last["from"]), datetime.fromisoformat(last["until"])
    same_day = local(now, DEFAULT_ZONE).date().isoformat() == last["day"]  # by which files are validated
    return same_day and begun <= local(now, last["zone"]) < until


def asked_for(settings: Settings) -> bytes:
    """Return what a build is asked for, but for the moment."""
    folders = (settings.content, settings.layouts, settings.output)
    asked = (settings.base_url, settings.strict, settings.drafts)
    return b"\0".join((*(os.fsencode(os.path.abspath(one)) for one in folders), repr(asked).encode()))  # noqa: PTH100 -- not where a link leads: what it is


def ground(settings: Settings, seen: Seen) -> bytes:
    """Return a digest of all that must be as it was for what was read before: what is no file of an event, and the day."""
    day = local(settings.now, DEFAULT_ZONE).date().isoformat()
    return blake2b(repr((seen.beside, day)).encode("ascii"), digest_size=16).digest()


def stands(settings: Settings, trace: Trace | None) -> bool:
    """Whether the site stands as a build left it; what is not known to stand there may be another site."""
    whole = _whole(settings, trace) if trace else None
    return bool(trace and whole and output.stands(settings.output, whole, trace))


def _trace(last: Mapping[str, Any]) -> Trace | None:
    with suppress(ValidationError):
        return convert(last.get("trace"), Trace | None)
    return None


def _whole(settings: Settings, trace: Trace) -> Whole | None:
    """Return how the site stood when all of it was looked at, by which its trace says how it stands."""
    packed = settings.store.blobs.recall(_STOOD, asked_for(settings)) or b""
    named = trace.whole.encode("ascii")
    with suppress(ValueError):
        return output.Whole.unpacked(packed[len(named) :]) if packed.startswith(named) else None
    return None


class Looking(Struct, frozen=True, kw_only=True):
    """A look at the site, and later at the inputs, by another process: begun while nobody else can write the site, until this ends."""

    held: Held
    """The lock of the site."""
    trace: Trace
    """How the site was left, and the former one."""
    said: Callable[[], bytes]
    """Gives what that process says, as :func:`_looks` has it."""
    look_again: Callable[[], None]
    """Has it look once more at all that a build reads."""


@contextmanager
def looking(settings: Settings, seen: Seen | None) -> Iterator[Looking | None]:
    """Begin to look at the site, where a build may go on with it and nobody else writes it: while this process is small, and has other work."""
    last = _last(settings) if seen and seen.certain and settings.jobs > 1 and can_be_beside() else {}
    with ExitStack() as until_the_end:
        held = None
        trace = _trace(last)
        if trace and seen and last.get("beside") == seen.beside:
            held = until_the_end.enter_context(output.held_early(settings.output, (settings.content, settings.layouts)))
        if trace is None or held is None:
            yield None
            return
        give, given = until_the_end.enter_context(sign())
        said = until_the_end.enter_context(beside(partial(_looks, settings, trace, given)))
        yield Looking(held=held, trace=trace, said=said, look_again=give)


def _looks(settings: Settings, trace: Trace, given: Callable[[], bool]) -> Iterator[bytes]:
    """Yield how the top of the site stands where all files do as they were left, and whether the former one does; then what the inputs are."""
    whole = _whole(settings, trace)
    if whole is None:
        return
    with chdir(settings.output):  # from where the way to each path is a tenth shorter; no other process goes there
        top, former = output.both_stand(_HERE, whole, trace, halved=False)
    if top is None:
        return
    yield _TOP.pack(*top)
    yield _YES if former else _NO
    del whole
    if given():
        yield see(settings, 0).digest.encode("ascii")


def stood(settings: Settings, seen: Seen, site: str, names: Mapping[str, int], looking: Looking | None) -> Stood | None:
    """Return the site, with these ``names``, where it :func:`stands` as it was left, and all that is read as it was ``seen``.

    Else ``None``. Nobody else can write the site; what was ``looking`` since that was so is asked.
    """
    trace = looking.trace if looking else _trace(_last(settings))
    if trace is None or trace.digest != site or trace.many != len(names):
        return None
    if looking and (top := looking.said()):
        former, inputs = looking.said(), looking.said().decode("ascii")
        own, before = Top(*_TOP.unpack(top)), former == _YES
    else:
        whole, inputs = _whole(settings, trace), see(settings, 0).digest
        found, before = output.both_stand(settings.output, whole, trace) if whole else (None, False)
        if found is None:
            return None
        own = found
    if inputs != seen.digest:
        return None
    as_left = replace(trace, site=replace(trace.site, top=own))
    return Stood(trace=as_left, names=names, former=before, alone=partial(stands, settings, trace))


def trace_of(settings: Settings, left: Left) -> Trace | None:
    """Return how the site stands, for :func:`stands`; ``None`` where that cannot be told."""
    try:
        trace, whole = left.trace()
    except OSError:
        return None
    if whole:
        settings.store.blobs.learn(_STOOD, asked_for(settings), trace.whole.encode("ascii") + whole)
    return trace


@contextmanager
def tracing(settings: Settings, left: Left) -> Iterator[Callable[[], Trace | None]]:
    """Give what gives the :func:`trace_of` a site; at one that is all new, and not large, another process looks meanwhile."""
    if left.stood or settings.jobs < 2 or len(left.files) > _LARGE or not can_be_beside():
        found = trace_of(settings, left)
        yield lambda: found
        return

    def work() -> Iterator[bytes]:
        yield json.dumps({"trace": to_builtins(trace_of(settings, left))}).encode("ascii")

    with beside(work) as said:
        yield cache(lambda: _trace(json.loads(said() or b"{}")) or trace_of(settings, left))


def settles(changed_ns: int) -> int:
    """Return from when on a file that changed at a moment can be seen to change again, both in nanoseconds."""
    return changed_ns + (RACY_NS if changed_ns % _COARSE_NS else _COARSE_RACY_NS)


class _Traces(Struct, frozen=True, kw_only=True):
    """Of all in a folder."""

    beside: bytes
    """A digest of the traces of all that is not apart."""
    apart: Mapping[str, str]
    """The traces of the files apart, by their paths below the folder."""
    settled: int
    """Since when a later change of any can be told, in nanoseconds."""


def _traces(top: Path, *, apart: str = "", linked: Collection[str] | None) -> _Traces:
    """Return the traces of all in a folder; of the folder ``apart`` at its top for each file alone.

    Of what is ``linked`` at its top these names are looked at too, or all with ``None``: as content and layouts are read.
    """
    digest, settled, first = blake2b(digest_size=16), 0, os.fspath(top)
    folders, alone = [first], f"{first}/{apart}/" if apart else "\0"
    found_apart: dict[str, str] = {}
    itself = os.stat(top)  # noqa: PTH116 -- as below
    digest.update(f"{itself.st_mode} {itself.st_uid}\n".encode("ascii"))
    while folders:
        folder = folders.pop()
        with os.scandir(folder) as scan:
            entries = sorted([one for one in scan if one.name not in _NOT_LOOKED_AT], key=_NAME)
        folders += [
            one.path
            for one in entries
            if one.is_dir(follow_symlinks=folder == first and (linked is None or one.name in linked))
        ]
        found = [_FACTS(one.stat(follow_symlinks=False)) for one in entries]
        settled = max([settled, *map(settles, [facts[-1] for facts in found])])
        if f"{folder}/".startswith(alone):
            below = f"{folder[len(first) + 1 :]}/"
            found_apart.update(
                (below + one.name, (_folder(facts) if S_ISDIR(facts[_MODE]) else _TRACE(*facts)).hex())
                for one, facts in zip(entries, found, strict=True)
            )
            continue
        digest.update(b"\0".join([os.fsencode(one) for one in (folder, *(one.name for one in entries))]))
        for one, facts in zip(entries, found, strict=True):
            digest.update(_folder(facts) if f"{one.path}/" == alone else _TRACE(*facts))
    return _Traces(beside=digest.hexdigest().encode("ascii"), apart=found_apart, settled=settled)


def _folder(facts: tuple[int, ...]) -> bytes:
    """Return the trace of a folder that has those of its files beside it: when one is made or goes, its own size and times are others."""
    return _TRACE(0, *facts[1 : _MODE + 1], 0, 0)


def _digest(*parts: bytes) -> str:
    return blake2b(b"\0".join(parts), digest_size=16).hexdigest()
