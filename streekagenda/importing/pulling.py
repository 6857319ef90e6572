"""What came of the source of an organisation becomes content files that no hand has written; or why it is not believed.

A source that cannot be fetched or read, breaks off, or holds nothing where it held much, changes nothing: what came of it
when it last went well stays. What is gone from a source that went well is gone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.content.faults import Fault
from streekagenda.content.files import is_link, open_content
from streekagenda.content.pulled import event_id
from streekagenda.content.records import record_of
from streekagenda.diagnostics import Location, Severity, diagnostic
from streekagenda.importing import calendars, csv_files, recognising
from streekagenda.importing.found import MOST_BYTES, Reading, left_out
from streekagenda.importing.plan import KIND, plan
from streekagenda.web.failures import Unanswered
from streekagenda.web.fetching import fetch
from streekagenda.web.network import INTERNET, Network

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from streekagenda.content.records import Record
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.importing.found import Found
    from streekagenda.importing.plan import Judge, NewFile
    from streekagenda.importing.writing import Setting
    from streekagenda.model.organisation import FeedSource

MANY = 5
"""Activities that do not all disappear in one day: then something is wrong with the source."""
EMPTY = "import-no-events"
"""An import of nothing is a mistake; a source may be empty for a while."""
_WEB = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class Pulled(Struct, frozen=True, kw_only=True):
    """What came of a source."""

    files: tuple[tuple[str, str], ...] = ()
    """Path below the content folder, were it a content file, and text; in the order of the paths."""
    told: tuple[Diagnostic, ...] = ()
    """As in :class:`Reading`."""
    drafts: int = 0
    """How many are not shown, for what their source does not say."""
    there: int = 0
    """How many somebody has written already."""
    failed: bool = False
    """Whether it is not believed; ``told`` says why."""


def fetched(source: FeedSource, content: Path, network: Network = INTERNET) -> Reading:
    """Read what stands at a source; what is wrong with it as a whole is told, and nothing is found."""
    address = source.ical or source.csv or ""
    if _WEB.match(address):
        try:
            told = fetch(address, largest=MOST_BYTES, network=network).content
        except Unanswered as unanswered:
            return Reading(left_out=(left_out(f"import-web-{unanswered.reason}", number=unanswered.status),))
    else:
        parts = address.split("/")
        linked = any(is_link(content, "/".join(parts[:end])) for end in range(1, len(parts)))
        opened = Fault(code="file-is-link") if linked else open_content(content, address, largest=MOST_BYTES)
        if isinstance(opened, Fault):
            return Reading(left_out=(diagnostic(opened.code, Location(path=""), opened.values),))
        told = opened
    reader = recognising.reader(told)
    if isinstance(reader, str):
        return Reading(left_out=(left_out(reader),))
    if reader is not (calendars.read if source.ical else csv_files.read):
        return Reading(left_out=(left_out("import-no-calendar" if source.ical else "import-unknown-kind"),))
    if source.ical and not re.search(rb"END:VCALENDAR\s*\Z", told, re.IGNORECASE):
        return Reading(left_out=(left_out("source-cut-off"),))
    return reader(told)


def pulled(
    source: FeedSource,
    reading: Reading,
    before: Sequence[tuple[str, str]],
    setting: Setting,
    records: Sequence[Record],
    taken: Collection[str],
    judge: Judge,
) -> Pulled:
    """Return what becomes of what was read.

    Args:
        source: With its words to include and exclude.
        reading: What stands there.
        before: The files of the last time that went well.
        setting: The region, the organisation, and what the source says of all its activities.
        records: What stands in the content folder, and came of other sources.
        taken: Ids of those.
        judge: Says what is wrong with new files.
    """
    told = reading.left_out
    if not reading.found and any(one.severity is Severity.ERROR for one in told):
        return Pulled(told=told, failed=True)
    if not reading.found and len(before) >= MANY:
        return Pulled(told=(*told, left_out("source-empty", number=len(before))), failed=True)
    chosen = (one for one in reading.found if _wanted(one, source))
    # In an order of their own, so that names do not follow that of the feed.
    ordered = tuple(sorted(chosen, key=lambda one: (one.uid, str(one.start), one.summary)))
    planned = plan(replace(reading, found=ordered), setting, records, taken, judge)
    files = _with_their_names(planned.files, before, taken)
    drafts = sum(one.draft for one in planned.files)
    said = tuple(one for one in planned.told if one.code != EMPTY)
    return Pulled(files=files, told=said, drafts=drafts, there=planned.there)


def _wanted(found: Found, source: FeedSource) -> bool:
    text = " ".join((found.summary, found.description, *found.categories)).casefold()
    included = not source.include or any(word.casefold() in text for word in source.include)
    return included and not any(word.casefold() in text for word in source.exclude)


def _with_their_names(
    files: Iterable[NewFile], before: Iterable[tuple[str, str]], taken: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """Give each activity the name that it had, so that its address stays; by its UID."""
    had: Mapping[str, str] = {_uid(text): path for path, text in before if event_id(path) not in taken}
    new = {one.path: (_uid(one.text), one.text) for one in files}
    named = {had[uid]: text for uid, text in new.values() if uid in had}
    for path, (uid, text) in new.items():
        if uid not in had:
            free, number = path, 1
            while free in named or event_id(free) in taken:
                number += 1
                free = f"{path.removesuffix('.md')}-{number}.md"
            named[free] = text
    return tuple(sorted(named.items()))


def _uid(text: str) -> str:
    record, _ = record_of(text, "events/x.md", KIND, "x")
    return str(record.document.get("uid", "")) if record else ""
