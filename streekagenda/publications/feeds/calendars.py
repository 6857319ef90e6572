"""The feeds that are calendars. Of one that holds a changed event all that did not change is taken from its former self."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.css_colours import nearest_name
from streekagenda.formats.ical import CalendarHead, Cut, calendar
from streekagenda.model.selection import Selection
from streekagenda.output import Output
from streekagenda.publications.editions.once import once
from streekagenda.publications.feeds.entries import remark
from streekagenda.publications.feeds.held import Held, may_hold_others
from streekagenda.publications.feeds.listing import PATH, listing
from streekagenda.publications.feeds.parts import in_parts
from streekagenda.recurrence.asked import ALL, IN_FEED, REMARKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from streekagenda.model.event import Event
    from streekagenda.publications.feeds.entries import Entries, FeedEntry
    from streekagenda.publications.feeds.held import Feed
    from streekagenda.publications.site import Site


class _Sheet(Struct, frozen=True, kw_only=True, dict=True):
    """A calendar, in as many parts as it takes."""

    site: Site
    entries: Entries
    path: Callable[[int], str]
    """Gives that of each part, by its number; the first is 1."""
    title: str
    page: str
    find: Callable[[], Sequence[Sequence[FeedEntry]]]
    find_before: Callable[[], Sequence[Sequence[FeedEntry]]] = tuple
    """Finds what its parts held in the former site; none where nobody knows."""

    @cached_property
    def parts(self) -> Sequence[Sequence[FeedEntry]]:
        """What it holds."""
        return self.find()

    @cached_property
    def staying(self) -> frozenset[int]:
        """The numbers of the parts of which it is certain that they are as they were in the former site."""
        former, parts = self.site.former, self.parts
        before = self.find_before() if former and len(parts) > 1 else ()
        if former is None or len(before) != len(parts):  # each says how many there are
            return frozenset()
        same = (number for number, (was, now) in enumerate(zip(before, parts, strict=True), 1) if was == now)
        return frozenset(one for one in same if former.changed.isdisjoint([entry.event for entry in parts[one - 1]]))

    @cached_property
    def before(self) -> Cut:
        """The VEVENTs that it had in the former site."""
        former = self.site.former
        return Cut(former.read(one) for one in former.parts(self.path)) if former else Cut(())


def outputs(site: Site) -> Iterator[Output]:
    """Yield the feeds that are calendars, and the index of all feeds."""
    asked, former, held = site.index.asked, site.former, Held(site)
    for feed in asked.each(lambda: held.feeds, lambda one: f"calendar {one.name}"):
        path = partial(_path, site, feed.selection)
        asked.note((IN_FEED, path(1)))
        same = former is not None and feed.facets not in may_hold_others(site)
        yield from _outputs(site, partial(_of_feed, site, held, feed), path, same=same)
    for event in asked.each(lambda: site.calendar.events, lambda one: f"calendar of {one.id}"):
        same = former is not None and event.id not in former.changed
        for one in (event.id, *event.aliases):
            path = partial(_event_path, site, one)
            yield from _outputs(site, partial(_of_event, site, held.entries, event), path, same=same)
    asked.note(ALL)
    yield Output(path=PATH, make=partial(listing, site, held))


def _path(site: Site, selection: Selection, number: int) -> str:
    return site.addresses.feed(selection, part=number)


def _event_path(site: Site, event_id: str, number: int) -> str:
    return site.addresses.event_feed(event_id, part=number)


@once
def that_may_differ(site: Site) -> frozenset[str]:
    """Return where the feeds stand that may hold others than in the former site; only the first part of each."""
    return frozenset(site.addresses.feed(Selection(**dict(facets))) for facets in may_hold_others(site))


def _of_feed(site: Site, held: Held, feed: Feed) -> _Sheet:
    return _Sheet(
        site=site,
        entries=held.entries,
        path=partial(_path, site, feed.selection),
        title=feed.title,
        page=feed.page,
        find=partial(held.parts, feed.facets),
        find_before=partial(held.parts_before, feed.facets),
    )


def _of_event(site: Site, entries: Entries, event: Event) -> _Sheet:
    """Return the feed of an event, of which there is one if it has a page or a place in another feed."""
    words, dates = site.words[site.region.language], site.index.of(event)

    def parts() -> Sequence[Sequence[FeedEntry]]:
        found = entries.of(event.id)
        site.index.asked.note((REMARKED, event.id, remark(found)))
        recent = [entry for entry in found if entry.recent]
        return in_parts(recent or found, site.today) if recent or dates else ()

    return _Sheet(
        site=site,
        entries=entries,
        path=partial(_event_path, site, event.id),
        title=words.text(event.title).text,
        page=site.addresses.page("event", words.language, event.id),
        find=parts,
    )


def _outputs(site: Site, find: Callable[[], _Sheet], path: Callable[[int], str], *, same: bool) -> Iterator[Output]:
    """Yield the parts of a calendar, at its own or at a former address; ``same``: they are what they were before."""
    if site.former and same:
        for number, one in enumerate(site.former.parts(path), 1):
            yield Output(path=one, make=partial(_found, find, number))
        return
    sheet = find()
    for number in range(1, len(sheet.parts) + 1):
        yield Output(path=path(number), make=partial(_made, sheet, number), stays=number in sheet.staying)


def _found(find: Callable[[], _Sheet], number: int) -> bytes:
    return _made(find(), number)


def _made(sheet: _Sheet, number: int) -> bytes:
    site, parts = sheet.site, sheet.parts
    region = site.region
    words = site.words[region.language]
    colour = region.theme.primary
    about = [words.text(region.notice).text] if region.notice else []
    if len(parts) > 1:
        subscribe = site.addresses.absolute(site.addresses.page("subscribe", words.language))
        said = words.gettext("This is part %(number)s of %(parts)s. You find the others at %(address)s")
        about.append(said % {"number": number, "parts": len(parts), "address": subscribe})
    held = parts[number - 1]
    head = CalendarHead(
        name=sheet.title if number == 1 else f"{sheet.title} ({number})",
        description="\n".join(about),
        source=site.addresses.absolute(sheet.path(number)),
        url=site.addresses.absolute(sheet.page),
        colour=colour,
        colour_name=nearest_name(colour) if colour else None,
        modified=max((entry.modified for entry in held), default=None),
    )
    return calendar(head, (_content(sheet, entry) for entry in held), region.timezone)


def _content(sheet: _Sheet, entry: FeedEntry) -> bytes:
    former = sheet.site.former
    if former and entry.event not in former.changed:
        content = sheet.before.of(entry.uid)
        if content is not None and len(content) == entry.octets:
            return content
    return sheet.entries.content(entry)
