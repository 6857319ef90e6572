"""The same activity in two files, mostly of two partners: the same day and place, near hours, and titles that are alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from streekagenda.checks.finding import Finding
from streekagenda.checks.together import meeting, near, overlap, pairs
from streekagenda.checks.whereabouts import plain
from streekagenda.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.checks.together import Meeting
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence

ALIKE, ALIKE_OF_ONE_PARTNER = 85, 95
"""Of 100, as rapidfuzz reckons it; one partner has parallel groups more often than it sends the same thing twice."""
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("de het een en of in op van voor met bij aan te tot uit naar om the a and of in at for with".split())
_DAYS = frozenset(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
"""What is at one time is on one day: its name says nothing."""


def same_activity(checked: Checked) -> Iterator[Finding]:
    """Events that are probably one, in two files; one partner may do the same thing twice, one after the other."""
    where = checked.whereabouts.house

    def in_one_house(one: Occurrence, other: Occurrence) -> bool:
        return where(one.place) == where(other.place)

    for one, other in pairs(
        checked.slots, lambda _, slot: filter(None, (where(slot.place),)), near, checked.asked_about
    ):
        if alike(one, other):
            together = near if strangers(one, other) else overlap
            found = meeting(checked.coming(one), checked.coming(other), together, in_one_house)
            if found:
                yield of_two(checked, one, other, found)


def strangers(one: Event, other: Event) -> bool:
    """Whether two events have no partner in common."""
    return {partner.id for partner in one.organisers}.isdisjoint(partner.id for partner in other.organisers)


def of_two(checked: Checked, one: Event, other: Event, found: Meeting, place: Place | None = None) -> Finding:
    """Return what is said of two events: in the file that is asked about, or else in the newer of the two.

    A ``place`` with a file is one of those that it is about: there too it can be accepted.
    """
    newer = max((one, other), key=lambda event: (checked.asked_about(event), event.history.created, event.id))
    older = other if newer is one else one
    return Finding(
        path=newer.source.path,
        key=("when",),
        values={
            "title": older.title.first,
            "file": older.source.path,
            "date": found.start.date().isoformat(),
            "hour": f"{found.start:%H}",
            "minute": f"{found.start:%M}",
            "times": str(found.times),
            "place": place.source.path if place else "",
        },
        others=(older.source.path, *((place.source.path,) if place and place.id else ())),
    )


def alike(one: Event, other: Event) -> bool:
    """Whether titles are so much alike that they are probably of one activity.

    The names of places, neighbourhoods, partners and weekdays do not count; letters and numbers that tell groups apart do.
    """
    least = ALIKE if strangers(one, other) else ALIKE_OF_ONE_PARTNER
    names = _names(one) | _names(other)
    return any(
        _alike(said.text, also.text, unsaid) >= least
        for said in one.title.versions
        for also in other.title.versions
        for unsaid in (names, names | _DAYS)
    )


def _alike(one: str, other: str, names: frozenset[str]) -> float:
    mine, theirs = _told(one, names), _told(other, names)
    if {word for word in mine if _tells_apart(word)} != {word for word in theirs if _tells_apart(word)}:
        return 0
    return max(fuzz.token_set_ratio(" ".join(mine), " ".join(theirs)), fuzz.ratio("".join(mine), "".join(theirs)))


def _told(title: str, names: frozenset[str]) -> list[str]:
    words = [plain(word) for word in _WORD.findall(title) if word.lower() not in _SMALL]
    return [word for word in words if word not in names] or words


def _tells_apart(word: str) -> bool:
    return len(word) == 1 or any(letter.isdigit() for letter in word)


def _names(event: Event) -> frozenset[str]:
    """The words of the names of an event's place, neighbourhood and partners."""
    place = event.place if isinstance(event.place, Place) else None
    area = place.area if place and place.area else event.area
    named = [one.name for one in event.organisers] + ([place.name] if place else []) + ([area.name] if area else [])
    return _words(tuple(name.first for name in named))


@lru_cache(maxsize=4096)
def _words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(word) for name in names for word in _WORD.findall(name))
