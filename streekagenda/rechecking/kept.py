"""What is kept of a check of all: all that the checks saw, and what they know of each event when they look at another."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from streekagenda.builds import DEFAULT_ZONE, local
from streekagenda.checks.blocks import Stay, stays
from streekagenda.checks.judging import Placed
from streekagenda.checks.together import MOST, slots
from streekagenda.checks.unused import places_of
from streekagenda.content.files import walk
from streekagenda.content.folders import FOLDERS
from streekagenda.diagnostics import Correction, Diagnostic, Location, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from streekagenda.builds import Settings
    from streekagenda.checking import Looked
    from streekagenda.checks.checked import Checked
    from streekagenda.content.calendar import Validated
    from streekagenda.content.history import FileHistory
    from streekagenda.content.records import Records
    from streekagenda.model.event import Event
    from streekagenda.store import Json
    from streekagenda.unchanged import Seen

_FUNCTION = "check"
_SEVERITIES = {one.value: one for one in Severity}


def remember(
    settings: Settings, seen: Seen, records: Records, history: FileHistory, validated: Validated, looked: Looked
) -> None:
    """Keep what a check of all found, where it can be told what changes later, and nothing came of a source by the hour."""
    if not seen.certain or records.sources or validated.calendar is None:
        return
    calendar, checked = validated.calendar, looked.checked
    blocks: dict[str, list[str]] = {}
    for number, event in enumerate(calendar.events):
        for block, start, end in stays_of(event, checked):
            blocks.setdefault(block, []).append(f"{number} {start} {end}")
    zone = calendar.region.timezone
    answer = {
        "beside": _beside(seen),
        "zone": zone,
        "days": _days(settings, zone),
        "traces": dict(seen.events),
        "mistakes": [_row("", one) for one in validated.diagnostics],
        "seen": [_row(one.path, one.diagnostic) for one in looked.seen],
        "unneeded": [_row(one.path, one.diagnostic) for one in looked.unneeded],
        "accepted": {path: list(codes) for path, codes in validated.accepted.items()},
        "others": [one.path for folder in FOLDERS if folder != "events" for one in walk(settings.content, folder)],
        "events": [event.source.path for event in calendar.events],
        "named": [" ".join(sorted(named(event))) for event in calendar.events],
        "blocks": {block: ",".join(inside) for block, inside in blocks.items()},
        "overfull": [block for block, inside in blocks.items() if len(inside) > MOST],
        "aliases": {alias: event.id for event in calendar.events for alias in event.aliases},
        "uids": {event.uid: event.id for event in calendar.events if event.uid.partition("@")[0] != event.id},
        "places": [list(one) for one in checked.whereabouts.known],
        "holidays": [day.isoformat() for day in checked.holidays],
        "names": sorted(checked.proper_names),
        "shallow": history.shallow,
        "known": history.known,
        "commits": json.dumps(
            {path: [_seconds(one.first), _seconds(one.last)] for path, one in history.commits.items()}
        ),
    }
    settings.store.blobs.learn(_FUNCTION, _question(settings), json.dumps(answer).encode("ascii"))


def recall(settings: Settings, seen: Seen) -> Mapping[str, Any] | None:
    """Return what was kept, where nothing but files of events changed since."""
    answer = settings.store.blobs.recall(_FUNCTION, _question(settings))
    last: dict[str, Any] = json.loads(answer) if answer else {}
    if not last or last["beside"] != _beside(seen) or last["days"] != _days(settings, last["zone"]):
        return None
    return last


def _beside(seen: Seen) -> list[str]:
    """Return what changes with all but the files of events."""
    return [seen.beside, seen.commit.decode("ascii", "replace")]


def _question(settings: Settings) -> bytes:
    folders = (settings.content, settings.layouts)
    return b"\0".join(os.fsencode(os.path.abspath(one)) for one in folders)  # noqa: PTH100 -- not where a link leads: what it is


def _days(settings: Settings, zone: str) -> list[str]:
    """Return the day on which files are validated, and that on which they are checked."""
    return [local(settings.now, one).date().isoformat() for one in (DEFAULT_ZONE, zone)]


def stays_of(event: Event, checked: Checked) -> frozenset[Stay]:
    """Return what an event has in which block; a draft is held against nothing."""
    return frozenset() if event.draft else stays(event, slots(event, checked.today), checked.whereabouts)


def named(event: Event) -> set[str]:
    """Return what is used by an event, and else by nothing."""
    return {
        *(f"place:{one}" for one in places_of(event) if one is not None),
        *(f"campaign:{one.id}" for one in event.campaigns),
    }


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _row(path: str, one: Diagnostic) -> Json:
    place, correction = one.location, one.correction
    corrected: Json = [correction.start, correction.end, correction.text, correction.certain] if correction else None
    where: Json = [place.path, place.line, place.column]
    return [path, where, one.code, one.severity.value, one.values, one.suggestion, corrected, one.others, one.about]


def is_of(row: Any, paths: AbstractSet[str]) -> bool:  # noqa: ANN401 -- a line of JSON
    """Whether a diagnostic, as it was kept, is about one of some files, or names one."""
    return row[0] in paths or not paths.isdisjoint(row[-2])


def as_placed(row: Any) -> Placed:  # noqa: ANN401 -- a line of JSON
    """Return a diagnostic, and the file that the check names, as they were kept."""
    path, (file, line, column), code, severity, values, suggestion, corrected, others, about = row
    correction = None
    if corrected:
        start, end, text, certain = corrected
        correction = Correction(start=start, end=end, text=text, certain=certain)
    told = Diagnostic(
        code=code,
        location=Location(path=file, line=line, column=column),
        severity=_SEVERITIES[severity],
        values=tuple([(name, value) for name, value in values]),
        suggestion=suggestion,
        correction=correction,
        others=tuple(others),
        about=about,
    )
    return Placed(path=path, diagnostic=told)
