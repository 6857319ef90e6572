"""The events in a page's JSON-LD (schema.org/Event), found wherever pages put them.

Of each node only its name, dates, place, status, address and description are looked at: performers, organisers, offers
and attendees are people and shops, which no file here is about (promise 25).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Json = str | bool | list["Json"] | dict[str, "Json"] | None
"""What a block holds; numbers stay the text that stands there."""
Node = dict[str, Json]

DEEPEST = 20
"""Levels that are gone down to find events."""
EVENTS = frozenset(
    "Event BusinessEvent ChildrensEvent ComedyEvent ConferenceEvent CourseInstance DanceEvent EducationEvent EventSeries "
    "ExhibitionEvent Festival FoodEvent Hackathon LiteraryEvent MusicEvent PerformingArtsEvent SaleEvent ScreeningEvent "
    "SocialEvent SportsEvent TheaterEvent VisualArtsEvent".split()
)
"""Types of happenings where people meet: broadcasts, deliveries and publications are none."""
_HOLDS = ("@graph", "itemListElement", "item", "mainEntity", "event", "events", "hasPart")


class NotJson(ValueError):
    """A block is not JSON (RFC 8259), or too deep to be data."""


def parsed(block: str) -> Json:
    """Return what a block holds.

    Raises:
        NotJson: it cannot be read: NaN and Infinity are no JSON either.
    """
    try:
        found: Json = json.loads(block, parse_int=str, parse_float=str, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise NotJson from error
    return found


def _refuse(name: str) -> Json:
    raise NotJson(name)


def events(data: Json) -> Iterator[Node]:
    """Yield every event, in the order of the page; what an event holds itself is for who reads it."""
    left: list[tuple[Json, int]] = [(data, 0)]
    while left:
        one, depth = left.pop()
        if depth > DEEPEST:
            continue
        if isinstance(one, list):
            left += [(inner, depth + 1) for inner in reversed(one)]
        elif isinstance(one, dict):
            if is_event(one):
                yield one
            else:
                left += [(one[key], depth + 1) for key in reversed(_HOLDS) if key in one]


def is_event(node: Node) -> bool:
    """Whether a node is a happening where people meet."""
    return not EVENTS.isdisjoint(types(node))


def types(node: Node) -> list[str]:
    """Return the types of a node by their plain names."""
    written = node.get("@type")
    return [last(one) for one in (written if isinstance(written, list) else [written]) if isinstance(one, str)]


def last(address: str) -> str:
    """Return ``Event`` of ``https://schema.org/Event`` and of ``schema:Event``."""
    return address.rpartition("/")[2].rpartition(":")[2].strip()


def first(value: Json) -> Json:
    """Return a value, or the first of several."""
    return value[0] if isinstance(value, list) and value else value


def text(value: Json) -> str:
    """Return a text, also that of a value with its language (JSON-LD 1.1 section 4.2.4); nothing else has one."""
    one = first(value)
    if isinstance(one, dict):
        one = one.get("@value")
    return one if isinstance(one, str) else ""


def nodes(value: Json) -> list[Node]:
    """Return the nodes of one value or of several."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def by_id(data: Json, found: Iterable[Node]) -> dict[str, Node]:
    """Return what others may refer to, by its id: nodes of a graph and places of its events, where they say more than that."""
    graph = data.get("@graph") if isinstance(data, dict) else data
    series = [(one, *nodes(one.get("subEvent"))) for one in found]
    places = [place for dates in series for one in dates for place in nodes(one.get("location"))]
    return {text(one.get("@id")): one for one in (*places, *nodes(graph)) if len(one) > 1 and text(one.get("@id"))}
