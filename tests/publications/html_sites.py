"""A whole site of made-up events, ready to be published as pages."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html5lib

from streekagenda.publications import pages
from streekagenda.publications.site import Site
from streekagenda.recurrence.expansion import timeline
from streekagenda.recurrence.selections import Index
from streekagenda.rendering.assets import static_files
from streekagenda.rendering.templates import Renderer
from streekagenda.rendering.translations import load
from streekagenda.urls import Addresses
from tests import examples as ex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from streekagenda.model.event import Event
    from streekagenda.output import Output

LAYOUTS = Path("layouts")
NOW = datetime(2026, 9, 30, 12)
"""A Wednesday, at noon."""


_APART = {"br", "p", "li", "dt", "dd", "td", "th", "div", "section", "h1", "h2", "h3", "summary"}
"""Elements that stand on lines of their own."""


@cache
def renderer() -> Renderer:
    return Renderer(LAYOUTS, load(LAYOUTS))


def site(*events: Event, now: datetime = NOW, **more: Any) -> Site:
    """A site on Wednesday 30 September 2026; ``more`` of its calendar by name, and of its region as ``in_region``."""
    in_region = more.pop("in_region", {})
    calendar = ex.calendar(*events, region=ex.region(**in_region), **more)
    line = timeline(calendar, now, now.date() - timedelta(days=730), now.date() + timedelta(days=365))
    languages = calendar.region.languages
    return Site(
        timeline=line,
        index=Index(line),
        addresses=Addresses(url=calendar.region.url, languages=languages),
        renderer=renderer(),
        words={language: renderer().words(language) for language in languages},
        static=tuple(static_files(LAYOUTS)),
    )


def published(whole: Site, language: str = "nl") -> dict[str, str]:
    """The pages of a site in one language, by the paths of their files."""
    return texts((*pages.outputs(whole, language), *pages.listing_outputs(whole, language, frozenset())))


def texts(outputs: Iterable[Output]) -> dict[str, str]:
    return {output.path: output.content.decode("utf-8") for output in outputs}


def page(path: str, *events: Event, language: str = "nl", **more: Any) -> Element:
    """One page of a site with these events, as a browser reads it."""
    return parsed(published(site(*events, **more), language)[f"{path}index.html"])


def parsed(html: str) -> Element:
    tree: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return tree


def words(element: Element) -> str:
    """The words that a reader sees in an element, with one space between them."""
    return " ".join("".join(_seen(element)).split())


def _seen(element: Element) -> Iterator[str]:
    if (
        element.tag in {"script", "textarea"}
        or "paper-only" in (element.get("class") or "")
        or element.get("hidden") is not None
    ):
        return
    apart = " " if element.tag in _APART else ""
    yield apart
    yield element.text or ""
    for child in element:
        yield from _seen(child)
        yield child.tail or ""
    yield apart


def find(tree: Element, class_name: str) -> list[Element]:
    """The elements of a class, in the order of the page."""
    return [one for one in tree.iter() if class_name in (one.get("class") or "").split()]


def main(tree: Element) -> Element:
    (found,) = tree.iter("main")
    return found
