"""A whole site of made-up events, ready to be published as feeds."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from streekagenda.publications import feeds
from streekagenda.publications.site import Site
from streekagenda.recurrence.expansion import timeline
from streekagenda.recurrence.selections import Index
from streekagenda.rendering.translations import Translations, load
from streekagenda.rendering.words import Words
from streekagenda.urls import Addresses
from tests.examples import calendar

if TYPE_CHECKING:
    from streekagenda.model.calendar import Calendar
    from streekagenda.model.event import Event
    from streekagenda.rendering.templates import Renderer

NOW = datetime(2026, 9, 1, 12)


def site(*events: Event, now: datetime = NOW, whole: Calendar | None = None, **more: Any) -> Site:
    """A site on the first of September 2026; more of its calendar, such as ``region``, by name."""
    whole = whole or calendar(*events, **more)
    region = whole.region
    line = timeline(whole, now, now.date() - timedelta(days=730), now.date() + timedelta(days=730))
    return Site(
        timeline=line,
        index=Index(line),
        addresses=Addresses(url=region.url, languages=region.languages),
        renderer=cast("Renderer", None),  # feeds are not made of templates
        words={language: Words(language=language, translations=translations()) for language in region.languages},
    )


@cache
def translations() -> Translations:
    return load(Path("layouts"))


def published(*events: Event, now: datetime = NOW, **more: Any) -> dict[str, bytes]:
    """The feeds of a site, by their paths."""
    return {output.path: output.content for output in feeds.outputs(site(*events, now=now, **more))}
