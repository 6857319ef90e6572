"""Whether a build would give what the last one gave: then there is nothing to do, and it takes no time.

What a build is made of is looked at as git does: by size, inode and times of every file, and by the commit that is
checked out. The site is looked at in the same way, so that what somebody took away from it comes back. Any doubt means a
build; the guard is ``tests/test_unchanged.py``, which makes every kind of change.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from streekagenda.builds import DEFAULT_ZONE, Built, local
from streekagenda.content.history import checked_out
from streekagenda.diagnostics import Correction, Diagnostic, Location, Severity
from streekagenda.output import Published
from streekagenda.rendering.layouts import packaged
from streekagenda.store.plain import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from streekagenda.builds import Settings

RACY_NS = 50_000_000
"""A file that changed so shortly before it was looked at may have changed once more within the same tick of the clock."""
_COARSE_NS = 10_000_000
_COARSE_RACY_NS = 3_000_000_000
"""The same where a file system has times of whole seconds, or of two (FAT): theirs are multiples of 10 ms."""
_FUNCTION = "build"
_TYPES = {one.__name__: one for one in (Correction, Diagnostic, Location, Severity, Published)}
_NOT_LOOKED_AT = frozenset({".git"})
"""Of it the commit that is checked out is an input, and nothing else."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What a build is made of, before it begins."""

    digest: str
    """Of the trace of every file, and of the commit."""
    certain: bool
    """Whether a later change of any of them can be told."""


def see(settings: Settings, clock_ns: int) -> Seen:
    """Look at all that a build reads; ``clock_ns`` is the time of the machine's file systems (``time.time_ns``)."""
    folders = dict.fromkeys((settings.content, settings.layouts, packaged()))
    try:
        traces = [
            _traces(folder, but=_NOT_LOOKED_AT, linked=folder != settings.content)
            for folder in folders
            if folder.is_dir()
        ]
    except OSError:  # somebody takes a file away just now, or a folder cannot be listed, which a build can say better
        return Seen(digest="", certain=False)
    commit = checked_out(settings.content) or b""
    digest = blake2b(b"\0".join((*(one for one, _ in traces), commit)), digest_size=16)
    return Seen(digest=digest.hexdigest(), certain=max(settled for _, settled in traces) < clock_ns)


def recall(settings: Settings, seen: Seen) -> Built | None:
    """Return what a build would do where it would change nothing, else ``None``."""
    answer = settings.store.blobs.recall(_FUNCTION, _question(settings))
    try:
        last = json.loads(answer) if answer else {}
        if last.get("inputs") != seen.digest or not _lasts(last, settings.now):
            return None
        if last["site"] != _traces(settings.output)[0].decode("ascii"):
            return None
        diagnostics, published = from_plain(last["built"], _TYPES)
    except (ValueError, KeyError, TypeError, OSError):
        return None
    return Built(diagnostics=diagnostics, published=published)


def remember(settings: Settings, seen: Seen, built: Built, *, zone: str, until: datetime) -> None:
    """Keep what a build did, for builds of the same until a moment on the wall clock of ``zone``.

    While nobody else can write the site: what stands there now is taken for what that build made.
    """
    done = built.published
    if done is None or not seen.certain or not settings.store.remembers:
        return
    try:
        site = _traces(settings.output)[0].decode("ascii")
    except OSError:
        return
    published = Published(written=0, unchanged=done.written + done.unchanged, removed=0)
    answer = {
        "inputs": seen.digest,
        "site": site,
        "zone": zone,
        "from": local(settings.now, zone).isoformat(),
        "until": until.isoformat(),
        "day": local(settings.now, DEFAULT_ZONE).date().isoformat(),
        "built": to_plain((built.diagnostics, published)),
    }
    settings.store.blobs.learn(_FUNCTION, _question(settings), json.dumps(answer).encode("ascii"))


def _lasts(last: dict[str, str], now: datetime) -> bool:
    begun, until = datetime.fromisoformat(last["from"]), datetime.fromisoformat(last["until"])
    same_day = local(now, DEFAULT_ZONE).date().isoformat() == last["day"]  # by which files are validated
    return same_day and begun <= local(now, last["zone"]) < until


def _question(settings: Settings) -> bytes:
    folders = (settings.content, settings.layouts, settings.output)
    asked = (settings.base_url, settings.strict, settings.drafts)
    return b"\0".join((*(os.fsencode(os.path.abspath(one)) for one in folders), repr(asked).encode()))  # noqa: PTH100 -- not where a link leads: what it is


def settles(changed_ns: int) -> int:
    """Return from when on a file that changed at a moment can be seen to change again, both in nanoseconds."""
    return changed_ns + (RACY_NS if changed_ns % _COARSE_NS else _COARSE_RACY_NS)


def _traces(top: Path, *, but: Collection[str] = (), linked: bool = False) -> tuple[bytes, int]:
    """Return a digest of the traces of all in a folder, and since when a later change of any can be told, in nanoseconds.

    What is ``linked`` at its top is looked at too: so layouts are read, and content never.
    """
    digest, settled, first = blake2b(digest_size=16), 0, os.fspath(top)
    folders = [first]
    itself = os.stat(top)  # noqa: PTH116 -- as below
    digest.update(f"{itself.st_mode} {itself.st_uid}\n".encode("ascii"))
    while folders:
        folder = folders.pop()
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda one: one.name)
        lines = [folder]
        for entry in entries:
            if entry.name in but:
                continue
            if entry.is_dir(follow_symlinks=linked and folder == first):
                folders.append(entry.path)
            found = entry.stat(follow_symlinks=False)
            size, inode, mode, device = found.st_size, found.st_ino, found.st_mode, found.st_dev
            lines.append(f"{entry.name}\0{size} {device} {inode} {mode} {found.st_mtime_ns} {found.st_ctime_ns}")
            settled = max(settled, settles(found.st_ctime_ns))
        digest.update("\n".join(lines).encode("utf-8", "surrogateescape"))
    return digest.hexdigest().encode("ascii"), settled
