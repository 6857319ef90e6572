"""What a change does in the calendars of those who are subscribed: which dates change there, and under what name."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from streekagenda.formats.plain_text import line
from streekagenda.model.place import Place
from streekagenda.publications.editions.wording import location, title
from streekagenda.recurrence.differences import DateKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.recurrence.differences import DateChange
    from streekagenda.rendering.words import Words

MOST = 4
"""Dates of one kind that are told one by one, or named in one sentence."""


def told(changes: Sequence[DateChange], words: Words) -> Iterator[str]:
    """Yield what who follows the calendar sees of changed dates, the gravest first, each in plain text."""
    order = list(DateKind)
    for kind, found in groupby(sorted(changes, key=lambda one: order.index(one.kind)), key=attrgetter("kind")):
        alike = list(found)
        if kind is DateKind.ADDRESS:
            yield from dict.fromkeys(_address(change, words) for change in alike)
        elif len(alike) > MOST:
            yield _several(kind, alike, words)
        else:
            yield from (_one(change, words) for change in alike)


def _one(change: DateChange, words: Words) -> str:
    before, after = change.before, change.after
    if change.kind is DateKind.GONE and before is not None:
        return words.gettext("%(title)s on %(moment)s is gone, without a word.") % _values(before, words)
    if after is None:
        return ""
    values = _values(after, words)
    match change.kind:
        case DateKind.ADDED:
            return words.gettext("%(title)s on %(moment)s is new.") % values
        case DateKind.MOVED if before is not None:
            return words.gettext("%(title)s is now on %(moment)s. It was on %(before)s.") % {
                **values,
                "before": words.moment(before.moment),
            }
        case DateKind.ELSEWHERE if before is not None:
            return words.gettext("%(title)s on %(moment)s is somewhere else: %(place)s. It was: %(before)s.") % {
                **values,
                "place": location(words, after),
                "before": location(words, before),
            }
        case DateKind.RETITLED if before is not None:
            return words.gettext("%(before)s on %(moment)s is now called %(title)s.") % {
                **values,
                "before": _title(before, words),
            }
        case DateKind.ON_AGAIN:
            return words.gettext("%(title)s on %(moment)s takes place after all.") % values
        case _:
            return words.gettext("%(title)s on %(moment)s.") % values


def _address(change: DateChange, words: Words) -> str:
    """Say the address of a place that stays the same one."""
    place = change.after.place if change.after else None
    if not isinstance(place, Place):
        return ""
    said = {
        "place": line(words.text(place.name).text),
        "address": ", ".join(line(part) for part in (place.street, place.city) if part),
    }
    if not said["address"]:
        return words.gettext("The address of %(place)s is no longer there.") % said
    return words.gettext("The address of %(place)s is now: %(address)s.") % said


def _several(kind: DateKind, changes: Sequence[DateChange], words: Words) -> str:
    """Say of many dates of one kind how many they are, and the first and last of them."""
    shown = [one.after or one.before for one in changes]
    first, last = (one for one in (shown[0], shown[-1]) if one is not None)
    sentence = {
        DateKind.GONE: words.gettext("%(n)s dates of %(title)s are gone, without a word: %(first)s to %(last)s."),
        DateKind.ADDED: words.gettext("%(n)s dates of %(title)s are new: %(first)s to %(last)s."),
        DateKind.MOVED: words.gettext("%(n)s dates of %(title)s are at another time: %(first)s to %(last)s."),
        DateKind.ELSEWHERE: words.gettext("%(n)s dates of %(title)s are somewhere else: %(first)s to %(last)s."),
        DateKind.RETITLED: words.gettext("%(n)s dates are now called %(title)s: %(first)s to %(last)s."),
        DateKind.ON_AGAIN: words.gettext("%(n)s dates of %(title)s take place after all: %(first)s to %(last)s."),
    }.get(kind, words.gettext("%(n)s times %(title)s: %(first)s to %(last)s."))
    return sentence % {
        "n": len(changes),
        "title": _title(first, words),
        "first": words.date(first.moment.first),
        "last": words.date(last.moment.first),
    }


def _values(one: Occurrence, words: Words) -> dict[str, str]:
    return {"title": _title(one, words), "moment": words.moment(one.moment)}


def _title(one: Occurrence, words: Words) -> str:
    """Return the title as it stands in a calendar program: of what is off with that first."""
    return words.gettext("“%(title)s”") % {"title": line(title(words, one.title, one.status))}
