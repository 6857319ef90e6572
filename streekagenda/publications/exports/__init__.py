"""The calendar as data: ``/api/v1/``, for websites and apps of others, with JSON Schemas and an OpenAPI description.

What stands here is a promise to programs that we do not know: version 1 gains fields, and loses or changes none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import partial
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from streekagenda.formats.json_text import file_of, file_with, json_file, json_list, json_object, json_text, with_others
from streekagenda.model.occurrence import first_day, without_traces
from streekagenda.model.schedule import ONE_DAY
from streekagenda.model.selection import Selection
from streekagenda.output import Output
from streekagenda.publications.editions.coming import held_between, not_over
from streekagenda.publications.editions.months import months_from
from streekagenda.publications.editions.once import once
from streekagenda.publications.exports.descriptions import FILES, openapi, schema
from streekagenda.publications.exports.shapes import Shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from streekagenda.formats.json_text import Json as Json
    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.exports.descriptions import File
    from streekagenda.publications.site import Site

One = TypeVar("One")

FOLDER = "api/v1"
_OF_EVENT, _ID = '{"event":', '{"id":'
"""With what the row of a date begins, and that of an event."""
_OWN_ID, _EVENT_ID = attrgetter("id"), attrgetter("circumstances.event.id")
FIRST_DATES = 100
"""So many dates stand in the file that lists the months."""


class _Rows(NamedTuple, Generic[One]):
    """The rows of a file."""

    things: Sequence[One]
    """Of which each has a row, or none."""
    begin: str
    """With what each begins; the id of its event follows."""
    event: Callable[[One], str]
    """Gives that id."""
    write: Callable[[One], str | None]
    begun: Callable[[One], str | None]
    """Gives so much of the beginning of a row that none of another event begins so."""

    def next_but(self, events: Collection[str], at: int) -> str | None:
        """Return the beginning of the first row behind a place that is not of some events."""
        others = map(self.things.__getitem__, range(at + 1, len(self.things)))
        return next(filter(None, (self.begun(one) for one in others if self.event(one) not in events)), None)


def outputs(site: Site) -> Iterator[Output]:
    """Yield the data of a site: one file per kind of thing, one per month of dates, and what describes them."""
    shapes = Shapes(site)
    calendar, region = site.calendar, site.region
    documents: dict[str, Callable[[], bytes]] = {
        "region": lambda: json_file(shapes.region()),
        "areas": lambda: json_file({"areas": [shapes.area(one) for one in region.all_areas()]}),
        "organisations": lambda: json_file(
            {"organisations": [shapes.organisation(one) for one in calendar.organisations if one.id]}
        ),
        "places": lambda: json_file({"places": [shapes.place(one) for one in calendar.places if one.id]}),
        "campaigns": lambda: json_file({"campaigns": [shapes.campaign(one) for one in calendar.campaigns]}),
        "events": partial(_events, site, shapes),
        "occurrences": partial(_first_occurrences, site, shapes),
    }
    for month in site.index.asked.each(lambda: _months(site)):
        documents[f"occurrences/{month}"] = partial(_occurrences, site, shapes, month)
    for name, document in documents.items():
        yield Output(path=f"{FOLDER}/{name}.json", make=document)
    folder = site.addresses.absolute(f"{FOLDER}/")
    for file in FILES:
        yield Output(path=f"{FOLDER}/{file.schema}", make=partial(_schema, file, folder))
    yield Output(path=f"{FOLDER}/openapi.json", make=lambda: json_file(openapi(folder, region.title.first)))


def _schema(file: File, folder: str) -> bytes:
    return json_file(schema(file, folder))


def _occurrences(site: Site, shapes: Shapes, month: str) -> bytes:
    """Return the file of the dates that begin in a month, as JSON.

    It holds what the lists on pages hold: not the dates of what faded, nor the traces of dates that moved away. Most of
    a date is what it has in common with others, and is written but once.
    """
    first = date.fromisoformat(f"{month}-01")
    held = held_between(site, Selection(), first, months_from(first, 1) - ONE_DAY)
    dates = held[bisect_left(held, first, key=first_day) :]

    def row(one: Occurrence) -> str | None:
        return None if one.moved_to else shapes.occurrence(one)

    rows = _Rows(dates, begin=_OF_EVENT, event=_EVENT_ID, write=row, begun=row)
    head: JsonObject = {"month": month, "occurrences": []}
    return _file(site, f"{FOLDER}/occurrences/{month}.json", head, rows, partial(_on_days_of, site, dates))


def _on_days_of(site: Site, dates: Sequence[Occurrence], events: Iterable[str]) -> list[int]:
    """Return the places of dates in order of time that stand on the same days as those of some events, which are few."""
    with site.index.asked.during():  # who has all dates has asked for these
        found = [site.index.of(one) for one in map(site.index.event, events) if one]
    days = sorted({one.moment.first for of_event in found for one in of_event})
    on_each = (range(bisect_left(dates, day, key=first_day), bisect_right(dates, day, key=first_day)) for day in days)
    return list(chain.from_iterable(on_each))


def _events(site: Site, shapes: Shapes) -> bytes:
    events = site.calendar.events
    rows = _Rows(
        events,
        begin=_ID,
        event=_OWN_ID,
        write=lambda one: json_text(shapes.event(one)),
        begun=lambda one: f"{_ID}{json_text(one.id)},",
    )
    return _file(site, f"{FOLDER}/events.json", {"events": []}, rows, lambda _: range(len(events)))


def _file(
    site: Site,
    path: str,
    head: JsonObject,
    rows: _Rows[One],
    among: Callable[[Collection[str]], Iterable[int]],
) -> bytes:
    """Return a file of rows; those of events which are as they were stand as they do in the former site, in the same order.

    ``among`` gives the places, in order, among which those of some events are.
    """
    if site.former:
        changed = site.former.changed
        new = []
        for at in among(changed):
            if rows.event(rows.things[at]) in changed and (row := rows.write(rows.things[at])):
                following = rows.next_but(changed, at)
                new.append((row.encode(), None if following is None else following.encode()))
        if found := with_others(site.former.read(path), head, rows.begin, changed, new):
            return found
    return file_with(head, [row.encode() for row in map(rows.write, rows.things) if row])


def _first_occurrences(site: Site, shapes: Shapes) -> bytes:
    """Return the small file of dates, which lists the files of months."""
    months: list[JsonObject] = [
        {"month": month, "occurrences": count, "url": site.addresses.absolute(f"{FOLDER}/occurrences/{month}.json")}
        for month, count in _months(site).items()
    ]
    ahead = not_over(held_between(site, Selection(), site.today), site.timeline.now)
    coming = [shapes.occurrence(one) for one in islice((one for one in ahead if not one.moved_to), FIRST_DATES)]
    today = json_text(site.today.isoformat())
    return file_of(json_object({"from": today, "coming": json_list(coming), "months": json_text(months)}))


@once
def _months(site: Site) -> Mapping[str, int]:
    """Return the months in which any date begins, in order of time, and how many do."""
    dates, found, at = held_between(site, Selection()), {}, 0
    while at < len(dates):
        first = dates[at].moment.first.replace(day=1)
        end = bisect_left(dates, months_from(first, 1), at, key=first_day)
        if many := without_traces(dates[at:end]):
            found[first.isoformat()[:7]] = len(many)
        at = end
    return found
