"""What every publication works from."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import force_setattr

from streekagenda.recurrence.asked import ALL, TOLD, Watched, digest_of
from streekagenda.recurrence.turns import Recent
from streekagenda.store.blobs import Blobs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from streekagenda.model.calendar import Calendar, Timeline
    from streekagenda.model.media import Sizes
    from streekagenda.model.region import Region
    from streekagenda.publications.former import Former
    from streekagenda.recurrence.asked import Asked, Question
    from streekagenda.recurrence.selections import Index
    from streekagenda.rendering.templates import Renderer
    from streekagenda.rendering.words import Words
    from streekagenda.urls import Addresses


RECENT = "recent"
"""Told of what became of activities in the last days."""


class Site(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """One region at one moment, with what it takes to publish it."""

    timeline: Timeline
    """The index notes who reads all of its events or dates."""
    index: Index
    """The occurrences of the timeline, by selection."""
    addresses: Addresses
    renderer: Renderer
    words: Mapping[str, Words]
    """By language, one for each language of the region."""
    recent: Recent = field(default_factory=Recent)
    """What became of activities in the last days."""
    static: tuple[tuple[str, bytes], ...] = ()
    """The files of the layouts, by their paths on the site (``static/site.css``)."""
    media: Mapping[str, bytes] = field(default_factory=dict)
    """The files of ``content/media/`` that content refers to as they are published, by their paths on the site."""
    pictures: Mapping[str, Sizes] = field(default_factory=dict)
    """The pictures among them and among the static files, by their paths on the site."""
    former: Former | None = None
    """The site that this one takes the place of, where it is known how that stands."""
    blobs: Blobs = field(default_factory=Blobs)
    """Where is remembered, from one build to the next, what takes long to find."""
    prints: Mapping[str, str] = field(default_factory=dict)
    """A digest of all that an event depends on but the moment, by its id; nothing where that is not known for certain."""
    beside: str = ""
    """The same of all else, which depends on no event."""

    @cached_property
    def found(self) -> dict[object, object]:
        """What was found for it once; see :mod:`streekagenda.publications.editions.once`."""
        return {}

    def __post_init__(self) -> None:
        """Have it noted who reads what may change with any event."""
        asked = self.index.asked
        whole: object = self.timeline
        if not isinstance(whole, Watched):  # as it is where a site is made of another one
            force_setattr(self, "timeline", _Line(self.timeline, asked))
        recent: object = self.recent
        if not isinstance(recent, Watched):
            names = frozenset({"known", "since", "turns"})
            told = partial(recent_told, self.recent)
            force_setattr(self, "recent", Watched(recent, asked, told, names))

    @property
    def calendar(self) -> Calendar:
        """All that is valid."""
        return self.timeline.calendar

    @property
    def region(self) -> Region:
        """What ``region.yaml`` says."""
        return self.timeline.calendar.region

    @cached_property
    def today(self) -> date:
        """The day of the build in the region."""
        return self.timeline.now.date()


class _Line(Watched):
    """A timeline, whose calendar is watched too; what may be read as it is, is asked for often and at hand."""

    __slots__ = ("calendar", "now")

    def __init__(self, timeline: Timeline, asked: Asked) -> None:
        super().__init__(timeline, asked, lambda: ALL, frozenset({"occurrences"}))
        self.now = timeline.now
        self.calendar = _Calendar(timeline.calendar, asked)


class _Calendar(Watched):
    __slots__ = ("campaigns", "organisations", "pages", "places", "region")

    def __init__(self, calendar: Calendar, asked: Asked) -> None:
        super().__init__(calendar, asked, lambda: ALL, frozenset({"events"}))
        for name in _Calendar.__slots__:
            setattr(self, name, getattr(calendar, name))


def recent_told(recent: Recent) -> Question:
    """Return the question what became of activities in the last days, with a digest of the answer."""
    return (TOLD, RECENT, (), digest_of((recent.known, recent.since, recent.turns)), frozenset({ALL}))
