"""What each made: files and bytes by kind, and how many dates its lists show."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

KINDS = {
    "pages of events": r"activiteiten/.+/index\.html$",
    "embeds": r"embed/.*\.html$",
    "RSS and oEmbed": r"embed/.*\.(rss|xml|json)$|.*\.rss\.xml$",
    "months and weeks": r"(agenda|archief)/.*\.html$",
    "other lists": r".*\.html$",
    "calendars of events": r"(feeds/(event|activiteiten)|activiteiten)/.*\.ics$",
    "calendars of selections": r".*\.ics$",
    "Atom": r".*\.atom(\.xml)?$",
    "data by month": r"api/.*\.json$",
    "JSON Feed": r"feeds/.*\.json$",
    "search": r"zoeken/",
}
LIST = re.compile(r'href="[^"]*activiteiten/[^"/#]+/[^"/#]+/(#20[^"]*)?"')
"""To an event; what is over is linked to without its day, which the page of the event does not have any more."""


def count(site: Path) -> dict[str, tuple[int, int]]:
    """Return files and bytes of each kind, what is of none as "other"."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for file in sorted(site.rglob("*")):
        if file.is_file():
            path = file.relative_to(site).as_posix()
            kind = next((kind for kind, form in KINDS.items() if re.match(form, path)), "other")
            found[kind].append(file.stat().st_size)
    return {kind: (len(found[kind]), sum(found[kind])) for kind in [*KINDS, "other"] if kind in found}


def dates_in_lists(site: Path) -> int:
    """Return how many dates lists show: links to an event, but for those of the list of all events from A to Z."""
    return sum(
        len(LIST.findall(file.read_text(encoding="utf-8")))
        for file in site.rglob("*.html")
        if "activiteiten" not in file.relative_to(site).parts[:2]
    )
