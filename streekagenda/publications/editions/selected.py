"""Lists that are ready for who has no script: two things together, and below the agenda one thing that many look for.

With script a reader combines them at will (``layouts/static/filter.js``); here is a page for what is asked most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from streekagenda.model.occurrence import first_day
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import coming, faded_events, over, to_come
from streekagenda.publications.editions.facets import facilities, walk_in, weekdays
from streekagenda.publications.editions.listings import Listing, name_of
from streekagenda.publications.editions.once import once, told_wordless
from streekagenda.urls import NOT_A_FACILITY, READY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.coming import Coming
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

WEEKEND = frozenset({"saturday", "sunday"})


class Selected:
    """The lists that a site has beside those of one thing."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @property
    def pairs(self) -> tuple[Listing, ...]:
        """The lists of an area and a topic or an audience that hold anything to come, in the order of the region."""
        return _pairs(self._site)

    def with_part(self, kind: str, part: str) -> Sequence[Listing]:
        """Return the pairs of which one of both is this: ``("area", "zandweerd")``, ``("topic", "bewegen")``."""
        _told_with_part(self._site, kind, part)
        with self._site.index.asked.during():  # that tells which; the rest of a list is said by its name
            return _by_part(self._site).get((kind, part), [])

    @property
    def ready(self) -> tuple[Listing, ...]:
        """The lists below the agenda that hold anything to come: free, walk-in, weekend, and each facility."""
        return tuple(Listing(kind="agenda", selection=Selection(), ready=name) for name in _ready(self._site))


@told_wordless
def _held(site: Site) -> frozenset[tuple[str, str, str]]:
    found: defaultdict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    for one in to_come(site, site.today):
        if (area := one.area) is not None:
            terms, event = found[area.line], one.event  # many share the line
            terms.update([("topic", term.id) for term in event.topics])
            terms.update([("audience", term.id) for term in event.audiences])
    return frozenset((area, *term) for line, terms in found.items() for area in line for term in terms)


@once
def _pairs(site: Site) -> tuple[Listing, ...]:
    held, region = _held(site), site.region
    return tuple(
        Listing(kind="area", selection=Selection(**{"area": area.id, kind: term.id}), subject=area, other=(kind, term))
        for area in region.all_areas()
        for kind, terms in (("topic", region.topics), ("audience", region.audiences))
        for term in terms
        if (area.id, kind, term.id) in held
    )


@once
def _by_part(site: Site) -> Mapping[tuple[str, str], list[Listing]]:
    found = defaultdict(list)
    for pair in _pairs(site):
        for kind in ("area", "topic", "audience"):
            if (chosen := getattr(pair.selection, kind)) is not None:
                found[kind, chosen].append(pair)
    return found


@told_wordless
def _told_with_part(site: Site, kind: str, part: str) -> tuple[tuple[str | None, ...], ...]:
    found = (one.selection for one in _by_part(site).get((kind, part), []))
    return tuple((one.area, one.topic, one.audience) for one in found)


@told_wordless
def _ready(site: Site) -> tuple[str, ...]:
    names = (*READY, *(one.id for one in site.region.facilities if one.id not in NOT_A_FACILITY))
    empty = set(names)
    for one in _by_weekday(site):
        empty.difference_update([name for name in empty if chooses(name)(one)])
        if not empty:
            break
    return tuple(name for name in names if name not in empty)


@once
def selected_of(site: Site) -> Selected:
    """Return the lists of a site."""
    return Selected(site)


@cache
def chooses(name: str) -> Callable[[Occurrence], bool]:
    """Return what tells whether an occurrence belongs to a list below the agenda."""
    if name == "free":
        return lambda one: one.price is not None and one.price.free
    if name == "walk-in":
        return walk_in
    if name == "weekend":
        return lambda one: not WEEKEND.isdisjoint(weekdays(one.moment.first, one.moment.last))
    return lambda one: name in facilities(one)


def coming_of(site: Site, listing: Listing) -> Coming:
    """Return what is to come for a list without an end.

    Who lists what is to come of all events asks which dates these are, and then for what he shows of them (:func:`shows`).
    """
    wanted = chooses(listing.ready) if listing.ready else None
    if listing.selection != Selection():
        return coming(site, listing.selection, wanted)
    _told_of_coming(site, listing.ready)
    with site.index.asked.during():
        return coming(site, listing.selection, wanted)


def shows(site: Site, listing: Listing, dates: Sequence[Occurrence]) -> None:
    """Ask for the events of dates that are shown of what is to come."""
    if listing.selection == Selection():
        for one in dates:
            site.index.note(one.event)


@told_wordless
def _told_of_coming(site: Site, ready: str) -> tuple[tuple[str, ...], ...]:
    found = coming(site, Selection(), chooses(ready) if ready else None)
    days = tuple(day.isoformat() if day else "" for day in (found.until, found.following))
    return days, *(tuple(_said(one) for one in some) for some in (found.shown, found.later))


def _said(one: Occurrence) -> str:
    """Return which date of which event it is."""
    return f"{one.event.id} {one.moment.start.isoformat()} {one.moment.end.isoformat()} {one.planned.start.isoformat()}"


def query(listing: Listing) -> str:
    """Return what a list chooses, as the filter of another list takes it in its address: ``area=zandweerd&free=1``."""
    chosen = [(kind, one) for kind in ("area", "topic", "audience") if (one := getattr(listing.selection, kind))]
    if listing.ready in {"free", "walk-in"}:
        chosen.append((listing.ready, "1"))
    elif listing.ready == "weekend":
        chosen.extend(("weekday", day) for day in sorted(WEEKEND))
    elif listing.ready:
        chosen.append(("facility", listing.ready))
    return urlencode(chosen)


def title(site: Site, name: str, words: Words) -> str:
    """Return what a list below the agenda is called."""
    _ = words.gettext
    own = {"free": _("Free"), "walk-in": _("Just walk in"), "weekend": _("At the weekend")}
    return own.get(name) or next(words.text(one.name).text for one in site.region.facilities if one.id == name)


def short(pair: Listing, kind: str, words: Words) -> str:
    """Return what a pair is called on the page of one of its two: by the other one."""
    assert pair.subject is not None and pair.other is not None  # noqa: S101, PT018 -- it is a pair
    return words.text(pair.other[1].name if kind == "area" else name_of(pair.subject)).text


def _by_weekday(site: Site) -> Iterator[Occurrence]:
    """Yield what is to come, of dates that are alike only the first of each day of the week."""
    today, now, without = site.today, site.timeline.now, faded_events(site)
    dates = site.timeline.occurrences
    begins = bisect_left(dates, today, key=first_day)
    begun = site.index.select(Selection(), today, today)  # few of all that lies behind
    running = [one for one in begun if one.moment.first < today <= one.moment.last]
    seen: set[object] = set()
    for one in chain(running, islice(dates, begins, None)):
        key = (id(one.circumstances), one.moment.first.weekday())
        if key not in seen and not over(one.moment, now):
            seen.add(key)
            if one.event.id not in without:
                yield one
