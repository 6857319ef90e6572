"""The web addresses that stand in content files, each with the places where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from streekagenda.checks.finding import Finding
from streekagenda.model.place import Online

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.model.details import Details
    from streekagenda.model.event import Event

    Written = tuple[str, tuple[str | int, ...], str]

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\[\]{}|\\^]+")
_TRAILING = ".,;:!?*_"


def findings_of(checked: Checked) -> dict[str, list[Finding]]:
    """Return what can be asked, without its fragment, and what is to be said of it if it leads nowhere."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for path, key, url in _written(checked):
        finding = Finding(path=path, key=key, excerpt=url, values={"address": url})
        found[urldefrag(url).url].append(finding)
    return dict(found)


def _written(checked: Checked) -> Iterator[Written]:
    """Yield path, key and address; what stands in a file twice under one key comes once."""
    for event in checked.running:
        yield from dict.fromkeys(_of_event(event))
    for place in checked.places:
        if place.website:
            yield place.source.path, ("website",), place.website
    for organisation in checked.organisations:
        if organisation.website:
            yield organisation.source.path, ("website",), organisation.website
        for index, source in enumerate(organisation.sources):
            if source.ical:
                yield organisation.source.path, ("sources", index, "ical"), source.ical
    for campaign in checked.campaigns:
        for index, link in enumerate(campaign.links):
            yield campaign.source.path, ("links", index, "url"), link.url
    running = {event.source.path for event in checked.running}
    over = {event.source.path for event in checked.events} - running
    for texts in checked.texts:
        if texts.path not in over:
            yield from dict.fromkeys(
                (texts.path, passage.key, url)
                for passage in texts.passages
                if passage.key == ("description",)
                for url in addresses_in(passage.text)
            )


def _of_event(event: Event) -> Iterator[Written]:
    path = event.source.path
    for index, link in enumerate(event.links):
        yield path, ("links", index, "url"), link.url
    if event.booking and event.booking.url:
        yield path, ("booking", "url"), event.booking.url
    if isinstance(event.place, Online):
        yield path, ("online",), event.place.url
    for entry in event.schedule.entries:
        yield from ((path, ("when",), url) for url in _of_details(entry.details))
        for change in getattr(entry, "changes", ()):
            yield from ((path, ("when",), url) for url in _of_details(change.details))


def _of_details(details: Details) -> Iterator[str]:
    if details.booking and details.booking.url:
        yield details.booking.url
    if isinstance(details.place, Online):
        yield details.place.url


def addresses_in(text: str) -> Iterator[str]:
    """Yield the web addresses in a text, without the marks of the sentence or the link around them."""
    for found in _ADDRESS.finditer(text):
        url = found[0].rstrip(_TRAILING)
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(_TRAILING)
        if "://" in url and url.partition("://")[2]:
            yield url
