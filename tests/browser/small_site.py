"""A small site of made-up events on disk, for what a reader does with its lists."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from streekagenda.model.details import Booking
from streekagenda.publications import assets, embeds, pages
from tests import examples as ex
from tests.publications.html_sites import site

if TYPE_CHECKING:
    from pathlib import Path

    from streekagenda.model.event import Event
    from streekagenda.publications.site import Site

NOW = datetime(2026, 11, 22, 12)
"""A Sunday, at noon."""


def events() -> tuple[Event, ...]:
    """A week of a small town: weekly coffee and soup, an evening past midnight, a run of days, a single date."""
    dijk = ex.place("de-dijk", "De Dijk", area=ex.area("rivierenwijk"), facilities=(ex.term("rolstoel"),))
    moving = (ex.term("bewegen"),)
    return (
        ex.event(ex.series(), id="de-kern/koffie", title="Zondagkoffie", price=ex.details(price=0).price),
        ex.event(
            ex.series(ex.rule("WEEKLY", "2026-09-07", "MO,WE"), "10:00-11:30"),
            id="de-kern/wandelen",
            title="Wandelen",
            topics=moving,
            place=dijk,
            audiences=(ex.term("ouderen"),),
        ),
        ex.event(
            ex.single("2026-11-22", "22:00-01:00"),
            id="de-kern/film",
            title="Nachtfilm",
            booking=Booking(),
            languages=("nl", "ar"),
        ),
        ex.event(ex.single("2026-11-21", None, last="2026-11-25"), id="de-kern/markt", title="Wintermarkt", place=dijk),
        ex.event(ex.single("2026-11-24", "19:30"), id="de-kern/lezing", title="Lezing"),
        ex.event(
            ex.series(ex.rule("WEEKLY", "2026-09-05", "SA"), "12:00-14:00"),
            id="de-kern/soep",
            title="Soep",
            topics=moving,
            price=ex.details(price=0).price,
            booking=Booking(required=False),
        ),
        ex.event(
            ex.series(ex.rule("WEEKLY", "2026-09-03", "TH"), changes=[ex.change("2026-11-26", status="cancelled")]),
            id="de-kern/kaarten",
            title="Kaarten",
        ),
    )


def made(**more: Any) -> Site:
    return site(*events(), now=NOW, **more)


def written(whole: Site, folder: Path) -> Path:
    """Write the pages, embeds and files of a site."""
    for language in whole.words:
        for outputs in (pages.outputs(whole, language), embeds.outputs(whole, language), assets.outputs(whole)):
            for one in outputs:
                file = folder / one.path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(one.content)
    return folder
