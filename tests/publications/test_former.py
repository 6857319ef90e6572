"""What is joined from the former site is what a clean build makes, byte for byte; and of what did not change nothing is written anew."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from streekagenda import remade
from streekagenda.builds import Settings
from streekagenda.output import Placed
from streekagenda.publications import exports, feeds
from streekagenda.publications.exports.shapes import Shapes
from streekagenda.publications.feeds import entries, parts, readers
from streekagenda.publications.feeds.news import Writer
from streekagenda.publications.noted import NOTHING_STAYS, Made, Noted, Noting, Staying, noted
from streekagenda.recurrence.footprints import footprint
from tests.examples import area, change, event, history, organisation, place, rule, series, single, term, text
from tests.publications.feeds.sites import NOW, site

if TYPE_CHECKING:
    from collections.abc import Collection

    from streekagenda.model.event import Event
    from streekagenda.output import Output
    from streekagenda.publications.site import Site

ROUNDS = 8
HOUSES = tuple(
    place(one, area=area("rivierenwijk") if one == "plein" else area()) for one in ("huis", "plein", "schuur")
)
PARTNERS = tuple(map(organisation, ("de-brug", "de-kern")))
TITLES = (
    "Koffie",
    'Een "beker" thee,{"event":"a/0"},{"id":',
    "Soep\nBEGIN:VEVENT\r\nUID:x",
    "<entry><id>brood</id>",
    "Één heel lange naam, die over de rand van een regel gaat; en nog een keer, met komma's, BEGIN:VEVENT",
)


def some_event(chance: random.Random, name: str) -> Event:
    first = date(2026, 8, 1) + timedelta(days=chance.randrange(120))
    weekly = rule("WEEKLY", first, until=first + timedelta(days=chance.choice((40, 90))))
    endless = rule("WEEKLY", first)
    when: list[Any] = chance.choice(
        (
            [single(first)],
            [single(first - timedelta(days=400))],  # in no feed
            [single(first + timedelta(days=1500))],  # beyond all dates of the timeline
            [single(first, None, last=first + timedelta(days=3), place=HOUSES[2])],
            [single(first + timedelta(days=day), key=str(day)) for day in range(0, 40, 7)],
            [series(weekly), single(first, "09:00-10:00", key="x", place=HOUSES[1])],
            [series(endless, changes=[change(first + timedelta(days=7), status="cancelled")])],
            [series(endless, changes=[change(first + timedelta(days=7), moved_to=first + timedelta(days=8))])],
        )
    )
    return event(
        *when,
        id=name,
        uid=f"{name}{'-lang' * chance.choice((0, 20))}@agenda.example.nl",
        title=text(chance.choice(TITLES)),
        body=chance.choice(TITLES),
        place=chance.choice(HOUSES),
        organisers=(chance.choice(PARTNERS),),
        topics=(term(chance.choice(("ontmoeten", "bewegen"))),),
        audiences=(term("ouderen"),) if chance.random() < 0.5 else (),
        aliases=(f"{name}-toen",) if chance.random() < 0.2 else (),
        history=history(datetime(2026, 2, chance.randrange(1, 28), tzinfo=UTC), sequence=chance.randrange(9)),
    )


def site_of(events: dict[str, Event]) -> Site:
    return site(*events.values(), places=HOUSES, organisations=PARTNERS)


def events_of(found: Site) -> remade.Events:
    return remade.Events(
        prints={one.id: repr(one) for one in found.calendar.events},
        footprints=remade.Footprints({one.id: footprint(found.index, one) for one in found.calendar.events}),
    )


def made(
    found: Site, staying: Collection[str] = (), last: remade.Known | None = None, again: Collection[int] = ()
) -> tuple[dict[str, bytes], dict[str, Output], Made]:
    """Return what was made, what stays, and what was asked."""
    content: dict[str, bytes] = {}
    stays: dict[str, Output] = {}
    told = Made.after(last.made, again) if last else Made()

    def placed(output: Output) -> Placed:
        if output.stays:
            stays[output.path] = output
        else:
            content[output.path] = output.make()
        return Placed(path=output.path, written=not output.stays)

    placing = Noting(found.index.asked, placed, staying, ())
    for group in (feeds.calendars.outputs, feeds.readers.outputs, feeds.one_date.outputs, exports.outputs):
        for output in noted(found.index.asked, lambda group=group: group(found)):  # type: ignore[misc]
            one = placing(output)
            if isinstance(one, Noted):
                told.take(one)
    return content, stays, told


def known(told: Made, events: remade.Events, last: remade.Known | None, staying: Staying) -> remade.Known:
    return remade.known_of(told, events, last, staying, NOW)


@pytest.mark.parametrize("newest", [200, 3])
def test_feeds_and_data_joined_from_their_former_selves_are_what_a_clean_build_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newest: int
) -> None:
    monkeypatch.setattr(readers, "NEWEST", newest)  # of 3 one that goes leaves room for one that did not stand there
    monkeypatch.setattr(parts, "MOST_EVENTS", 6)  # so that feeds have parts
    monkeypatch.setattr(parts, "MOST_BYTES", parts.HEAD_BYTES + 9_000)
    written: set[str] = set()
    make, write, shape = entries.vevents_of, Writer.write, Shapes.event
    monkeypatch.setattr(entries, "vevents_of", lambda *given: written.add(given[1].id) or make(*given))
    monkeypatch.setattr(Writer, "write", lambda self, one: written.add(one.event.id) or write(self, one))
    monkeypatch.setattr(Shapes, "event", lambda self, one: written.add(one.id) or shape(self, one))
    settings = Settings(content=tmp_path, layouts=tmp_path, output=tmp_path / "site", now=NOW)
    chance = random.Random(4)
    events = {name: some_event(chance, name) for name in (f"a/{number}" for number in range(12))}
    last: remade.Known | None = None
    kept = NOTHING_STAYS
    for number in range(ROUNDS):
        changed = chance.sample([*events, f"b/{number}"], chance.choice((1, 1, 2, 5))) if number else []
        for name in changed:
            if name in events and chance.random() < 0.2:
                del events[name]
            else:
                events[name] = some_event(chance, name)
        clean, _, _ = made(site_of(events))
        warm = site_of(events)
        now = events_of(warm)
        if last:
            warm = remade.with_former(warm, settings, last, now, {})
            kept = remade.staying(warm, last)
            assert kept.paths
        written.clear()
        content, stays, told = made(warm, kept.paths, last, kept.again)
        assert not last or newest == 3 or written <= set(changed)
        assert content.keys() | stays.keys() == clean.keys()
        assert [path for path, one in content.items() if one != clean[path]] == [], (number, changed)
        assert [path for path, one in stays.items() if one.make() != clean[path]] == [], (number, changed)
        former = {str(one.relative_to(settings.output)): one for one in settings.output.rglob("*") if one.is_file()}
        assert [path for path in stays if former[path].read_bytes() != clean[path]] == [], (number, changed)
        for path in former.keys() - clean.keys():
            former[path].unlink()
        for path, one in clean.items():
            file = settings.output / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(one)
        last = known(told, now, last, kept)
    assert any(path.endswith(".3.ics") for path in clean)
    assert any(path.endswith(".2.json") for path in clean)
