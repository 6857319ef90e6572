"""The feeds of a site, held against the ten rules as they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.ical_rules import Broken, BrokenFeed, broken_in_feed, name_of, vevents_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streekagenda.output import Output


class BrokenRule(Struct, frozen=True, kw_only=True):
    """A rule that a feed breaks; what several feeds share is told of the first."""

    path: str
    broken: Broken


class Sheet(Struct, frozen=True, kw_only=True):
    """A feed without the VEVENTs that earlier ones had: together they are all heads, and each VEVENT once."""

    path: str
    content: bytes


class Judged(Struct, frozen=True, kw_only=True):
    """What came of it."""

    sheets: tuple[Sheet, ...]
    """One for each feed that was made."""
    broken: tuple[BrokenRule, ...]


def judged(outputs: Iterable[Output]) -> Judged:
    """Judge the calendars among some outputs, as they are made; when one is not made at all, it is the last."""
    sheets: list[Sheet] = []
    found: dict[Broken, BrokenRule] = {}
    written: dict[tuple[str, str], bytes] = {}
    known: set[bytes] = set()
    path = "feeds/"
    try:
        for output in outputs:
            if not output.path.endswith(".ics"):
                continue
            path = output.path
            broken = list(broken_in_feed(output.content, known=known))
            held = vevents_of(output.content)
            for vevent in held:
                name = name_of(vevent)
                if written.setdefault(name, vevent) != vevent:
                    broken.append(Broken(rule=2, found=f"UID:{name[0]} {name[1]}".rstrip()))
            sheets.append(Sheet(path=path, content=_without(output.content, held, known)))
            known.update(held)
            for one in broken:
                found.setdefault(one, BrokenRule(path=path, broken=one))
    except BrokenFeed as error:
        found.setdefault(error.broken, BrokenRule(path=path, broken=error.broken))
    return Judged(sheets=tuple(sheets), broken=tuple(found.values()))


def _without(feed: bytes, held: list[bytes], known: set[bytes]) -> bytes:
    """Return a feed without what is known of the VEVENTs that it holds."""
    if known.isdisjoint(held):
        return feed
    head, tail = feed[: feed.index(held[0])], feed[feed.rindex(held[-1]) + len(held[-1]) :]
    return b"".join((head, *(vevent for vevent in held if vevent not in known), tail))
