"""The whole: a region with its languages, areas and vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.diagnostics import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.area import Area
    from streekagenda.model.organisation import Contact
    from streekagenda.model.repository import Repository
    from streekagenda.model.schedule import Closure
    from streekagenda.model.text import Text
    from streekagenda.model.vocabulary import Term


class Theme(Struct, frozen=True, kw_only=True, gc=False):
    """Colours and logo."""

    primary: str | None = None
    """Of links, buttons and drawings: a CSS colour in hexadecimals, such as ``#1b5e4b``."""
    background: str | None = None
    """Of the page, where it is light."""
    tokens: tuple[tuple[str, str], ...] = ()
    """Tokens of NL Design System and their values, by their names without ``--basis-``."""
    logo: str | None = None
    """Path below ``content/media/``."""


class Tiles(Struct, frozen=True, kw_only=True, gc=False):
    """Where the pictures of a map come from."""

    template: str
    """Address with ``{z}``, ``{x}`` and ``{y}`` in it (Web Mercator tiles, counted from the north-west)."""
    attribution: str
    """Who made them, as their licence asks."""


class AvoidedPhrase(Struct, frozen=True, kw_only=True, gc=False):
    """A wording that this region would rather not see."""

    phrase: str
    instead: str | None = None
    why: str | None = None


class Region(Struct, frozen=True, kw_only=True, gc=False):
    """What ``region.yaml`` says."""

    title: Text
    url: str
    """Where the site is published, with a trailing slash."""
    timezone: str = "Europe/Amsterdam"
    languages: tuple[str, ...] = ("nl",)
    country: str = "NL"
    school_region: str | None = None
    closures: tuple[Closure, ...] = ()
    horizon_months: int = 12
    archive_months: int = 24
    areas: tuple[Area, ...] = ()
    """The municipalities; each holds its neighbourhoods."""
    topics: tuple[Term, ...] = ()
    audiences: tuple[Term, ...] = ()
    facilities: tuple[Term, ...] = ()
    contact: Contact | None = None
    """The editors."""
    repository: Repository | None = None
    """Where the content is kept; without it visitors are sent to the editors."""
    theme: Theme
    tiles: Tiles | None = None
    """Of the map; without them the page of the map shows a drawing."""
    embed_allowed: tuple[str, ...] = ()
    """Origins that may frame the embed pages; empty means anyone."""
    avoid: tuple[AvoidedPhrase, ...] = ()
    checks: tuple[tuple[str, Severity | None], ...] = ()
    """Codes of checks, and how bad the region finds what they find; ``None`` turns a check off."""
    notice: Text | None = None
    """A sentence at the top of every page, such as that this is an example."""
    source: Location

    @property
    def language(self) -> str:
        """The default language."""
        return self.languages[0]

    def all_areas(self) -> Iterator[Area]:
        """Every area, each followed by those in it."""
        return _walk(self.areas)


def _walk(areas: tuple[Area, ...]) -> Iterator[Area]:
    for area in areas:
        yield area
        yield from _walk(area.areas)
