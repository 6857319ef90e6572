"""The events that changed since the last check of all, looked at once more."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from streekagenda import checking, checks
from streekagenda.builds import DEFAULT_ZONE, local
from streekagenda.checks.blocks import Stay
from streekagenda.checks.checked import Known
from streekagenda.checks.judging import Placed
from streekagenda.checks.together import MOST
from streekagenda.checks.whereabouts import Addressed, Whereabouts
from streekagenda.content.calendar import Validated, validate
from streekagenda.content.files import LONGEST_PATH, passed_over
from streekagenda.content.history import Commits, FileHistory
from streekagenda.content.locating import Locator
from streekagenda.content.phrases import Phrases
from streekagenda.content.records import Records, identity, read
from streekagenda.content.references import tells_of_all
from streekagenda.content.snapshots import Blob, Snapshot
from streekagenda.rechecking.kept import as_placed, is_of, named, recall, stays_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from streekagenda.builds import Settings
    from streekagenda.checking import Looked
    from streekagenda.content.yaml_text import Value
    from streekagenda.model.event import Event
    from streekagenda.unchanged import Seen

EVENTS = "events/"
"""How the path of a file of an event begins."""
MOST_CHANGED = 100
"""Files; where more changed, a check of all is not much slower, and the next is fast again."""
_ON_DISK = Blob(mode="", name="", size=0)
_COLLISIONS = frozenset({"alias-taken", "duplicate-uid"})
_UNLESS_NAMED = {"unused-place": "place", "empty-campaign": "campaign"}
"""What is only told of what no event names, and what that is."""


class _Doubt(Exception):
    """It is not certain that a check of all would find the same."""


def recheck(settings: Settings, seen: Seen, wanted: Collection[str] = ()) -> Validated | None:
    """Return what a check would say, of the ``wanted`` files of events or of all; ``None`` where that is not certain.

    Its calendar holds the events that were looked at again, those wanted among them.
    """
    settings = replace(settings, drafts=True)
    last = recall(settings, seen)
    if last is None:
        return None
    learnt = settings.store.learnt
    try:
        found = _Again(settings, seen, last, wanted).validated()
    except _Doubt:
        return None
    settings.store.learnt = learnt  # so few files are read again sooner than all answers are written
    return found


class _Again:
    """The events that changed since the ``last`` check of all, or are wanted, looked at once more."""

    def __init__(self, settings: Settings, seen: Seen, last: Mapping[str, Any], wanted: Collection[str]) -> None:
        self.settings = settings
        self.seen = seen
        self.last = last
        self.wanted = wanted
        before, now = last["traces"], seen.events
        touched = {*wanted, *(path for path, _ in before.items() ^ now.items() if _is_read(path))}
        self.own = self._of_events(before.keys() | now.keys(), touched)
        """The files of these events, as they are and as they were: a translation belongs to what it translates."""
        self.here = {path for path in self.own if path in now and self._is_file(path)}
        """Those that are there."""
        collisions = any(one[2] in _COLLISIONS for one in last["mistakes"])
        if collisions or len(touched) > MOST_CHANGED or not self.here >= set(wanted):
            raise _Doubt

    def _of_events(self, paths: Iterable[str], some: Collection[str]) -> set[str]:
        """Return those of the paths that are of the same events as some of them."""
        ids = {identity(path)[1] for path in some}
        beginnings = tuple(f"{EVENTS}{one}." for one in ids)
        alike = [path for path in paths if path.startswith(beginnings)]
        return {*some, *(path for path in alike if identity(path)[1] in ids and _is_read(path))}

    def _is_file(self, path: str) -> bool:
        """Whether a path is that of a file such as people write, and not of a folder."""
        try:
            mode = (self.settings.content / path).lstat().st_mode
        except OSError as error:
            raise _Doubt from error
        if len(os.fsencode(path)) > LONGEST_PATH or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise _Doubt
        return stat.S_ISREG(mode)

    def validated(self) -> Validated:
        last, own = self.last, self.own
        mistakes = [
            one for one in (as_placed(row).diagnostic for row in last["mistakes"]) if one.location.path not in own
        ]
        known = Known(
            whereabouts=Whereabouts.of(Addressed(*one) for one in last["places"]),
            proper_names=frozenset(last["names"]),
            holidays=tuple(map(date.fromisoformat, last["holidays"])),
        )
        records, small = self._small()
        beside, lost = self._beside(small, known), self._lost(small)
        if beside or lost:
            records, small = self._small(beside, lost)
        mistakes_of_own = [one for one in small.diagnostics if one.location.path in own]
        if small.calendar is None or any(one.code in _COLLISIONS for one in mistakes_of_own):
            raise _Doubt
        mistakes += mistakes_of_own
        events = {one.source.path: one for one in small.calendar.events}
        if not beside <= events.keys():
            raise _Doubt
        calendar = replace(
            small.calendar,
            organisations=(),
            places=tuple(one for one in small.calendar.places if f"place:{one.id}" in lost),
            campaigns=tuple(one for one in small.calendar.campaigns if f"campaign:{one.id}" in lost),
            pages=(),
        )
        asked = records.at_or_below(self.wanted) if self.wanted else None
        looked = checking.look(checking.day_of(calendar, self.settings, asked, known), records, small)
        if self.wanted:
            found = [*looked.told, *looked.unneeded]
        else:
            found = self._all(looked, records, small)
        return replace(small, diagnostics=checking.in_order(checking.to_tell(mistakes, found)))

    # ── the small calendar ────────────────────────────────────────────────────────────────────────────────────────

    def _small(self, beside: Collection[str] = (), lost: Collection[str] = ()) -> tuple[Records, Validated]:
        """Read and validate the events, those ``beside`` them, what they name, and what was ``lost``."""
        own = {*self.here, *self._of_events(self.seen.events, beside)}
        events = self._read(own)
        records = self._read({*own, *self._named_by(events, lost)})
        small = self._believed(records)
        if any(tells_of_all(one.code) for one in small.diagnostics if one.location.path in own):
            records = self._read({*own, *self._all_but_events()})
            small = self._believed(records)
        return records, small

    def _believed(self, records: Records) -> Validated:
        return validate(
            records,
            self.settings.content,
            history=self._history(record.path for record in records.records),
            today=local(self.settings.now, DEFAULT_ZONE).date(),
            drafts=True,
            checks=checks.CODES,
            phrases=Phrases(self.settings.store),
        )

    def _read(self, paths: Iterable[str]) -> Records:
        blobs = dict.fromkeys(sorted(paths, key=lambda path: path.split("/")), _ON_DISK)
        part = Snapshot(folder=self.settings.content, blobs=blobs, kept=frozenset(blobs), contents={})
        return read(part, store=self.settings.store, pulled=False)

    def _named_by(self, events: Records, lost: Collection[str]) -> set[str]:
        """Return the files of the region, of all campaigns, of what was lost, and of what these and the events name."""
        by_id = self._others
        named = {one.id.partition("/")[0] for one in events.records} | {one.partition(":")[2] for one in lost}
        named.update(text for one in events.records for text in _texts(one.document))
        paths = {path for (kind, _), found in by_id.items() if kind in {"region", "campaign"} for path in found}
        places = {path for one in named for path in by_id.get(("place", one), ())}
        for record in self._read({*paths, *places}).records:
            if record.kind != "region":
                named.update(_texts(record.document))
        return paths | places | {path for one in named for path in by_id.get(("organisation", one), ())}

    @cached_property
    def _others(self) -> dict[tuple[str, str], list[str]]:
        """The files that are not of events, by kind and id."""
        found: dict[tuple[str, str], list[str]] = {}
        for path in ("region.yaml", *self.last["others"]):
            found.setdefault(identity(path)[:2], []).append(path)
        return found

    def _all_but_events(self) -> set[str]:
        return {path for (kind, _), found in self._others.items() if kind != "page" for path in found}

    def _history(self, paths: Iterable[str]) -> FileHistory:
        known = json.loads(self.last["commits"])
        moments = {path: [datetime.fromtimestamp(one, UTC) for one in known[path]] for path in paths if path in known}
        commits = {path: Commits(first=first, last=newest) for path, (first, newest) in moments.items()}
        return FileHistory(commits=commits, shallow=self.last["shallow"], known=self.last["known"])

    # ── the events that they are held against ─────────────────────────────────────────────────────────────────────

    def _beside(self, small: Validated, known: Known) -> set[str]:
        """Return the files of the other events that share hours of a block with these."""
        if small.calendar is None:
            raise _Doubt
        checked = checking.day_of(small.calendar, self.settings, known=known)
        self._hold_apart(small.calendar.events)
        paths: list[str] = self.last["events"]
        former = {str(number) for number, path in enumerate(paths) if path in self.own}
        for block in self.last["overfull"]:
            if former & {one.partition(" ")[0] for one in self.last["blocks"][block].split(",")}:
                raise _Doubt
        there: dict[str, set[tuple[str, Stay]]] = {}
        for event in small.calendar.events:
            for stay in stays_of(event, checked):
                there.setdefault(stay.block, set()).add((event.id, stay))
        beside: set[str] = set()
        for block, ours in there.items():
            inside = [one.split(" ") for one in self.last["blocks"].get(block, "").split(",") if one]
            others = [(number, int(start), int(end)) for number, start, end in inside if number not in former]
            if len(others) + len(ours) > MOST:
                raise _Doubt
            beside |= {
                paths[int(number)] for number, start, end in others if any(one.beside(start, end) for _, one in ours)
            }
        return beside

    def _hold_apart(self, events: Iterable[Event]) -> None:
        """Make sure that none of these events takes the address or the UID of another."""
        ids = {identity(path)[1] for path in self.own}
        aliases = {alias: one for alias, one in self.last["aliases"].items() if one not in ids}
        uids = {uid: one for uid, one in self.last["uids"].items() if one not in ids}
        others = {path[len(EVENTS) :].rpartition(".")[0] for path in self.last["events"]} - ids
        for event in events:
            host = event.uid.rpartition("@")[2]
            own_uid = event.uid.removesuffix(f"@{host}") in others
            if (
                event.id in aliases
                or event.uid in uids
                or own_uid
                or any(one in aliases or one in others for one in event.aliases)
            ):
                raise _Doubt
            aliases.update(dict.fromkeys(event.aliases, event.id))
            uids[event.uid] = event.id
            others.add(event.id)

    # ── together with what was found of the others ────────────────────────────────────────────────────────────────

    def _all(self, looked: Looked, records: Records, small: Validated) -> list[Placed]:
        own, last, now = self.own, self.last, self._named_now(small)
        seen = [as_placed(row) for row in last["seen"] if not is_of(row, own)]
        seen = [one for one in seen if one.diagnostic.code not in _UNLESS_NAMED or _unless(one) not in now]
        seen += [one for one in looked.seen if _of(own, one) or one.diagnostic.code in _UNLESS_NAMED]
        accepted = {path: codes for path, codes in last["accepted"].items() if path not in own}
        accepted |= {path: list(codes) for path, codes in small.accepted.items() if path in own}
        told, needed = checks.told(seen, accepted)
        before = {(one.path, one.diagnostic.values): one for one in map(as_placed, last["unneeded"])}
        locator = Locator(records)
        for one in checks.unneeded(looked.checked, accepted, needed):
            if one.finding.path in own:
                told += checking.placed([one], locator)
            elif known := before.get((one.finding.path, tuple(one.finding.values.items()))):
                told.append(known)
            else:
                raise _Doubt
        return told

    def _named_now(self, small: Validated) -> set[str]:
        events = small.calendar.events if small.calendar else ()
        return {name for event in events if event.source.path in self.own for name in named(event)}

    def _lost(self, small: Validated) -> set[str]:
        """Return what these events named, and no event does any more."""
        last, own = self.last, self.own
        former = {name for path, names in _pairs(last) if path in own for name in names.split()}
        gone = former - self._named_now(small)
        return gone and gone - {name for path, names in _pairs(last) if path not in own for name in names.split()}


def _is_read(path: str) -> bool:
    """Whether a file below the folder of events is read as content at all."""
    return path.startswith(EVENTS) and not any(map(passed_over, path.split("/")))


def _pairs(last: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the path of each event with what it named."""
    return zip(last["events"], last["named"], strict=True)


def _of(own: Collection[str], one: Placed) -> bool:
    return one.path in own or any(path in own for path in one.diagnostic.others)


def _unless(one: Placed) -> str:
    """Return what must not be named by any event for a finding to be told."""
    return f"{_UNLESS_NAMED[one.diagnostic.code]}:{dict(one.diagnostic.values)['id']}"


def _texts(value: Value | Mapping[str, Value]) -> Iterator[str]:
    """Yield every text in a document that may be an id."""
    if isinstance(value, str):
        yield value
        return
    for one in value.values() if isinstance(value, Mapping) else value:
        yield from _texts(one)
