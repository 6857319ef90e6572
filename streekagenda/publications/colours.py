"""The style sheet with which a region gives the pages its own colours, and its campaigns theirs."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from streekagenda.formats import house_styles
from streekagenda.formats.design_tokens import ACCENT, ACCENT_TINT, DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from streekagenda.model.event import Campaign
    from streekagenda.model.region import Theme
    from streekagenda.publications.site import Site

THEME, THEME_OF_EMBEDS = "static/theme.css", "static/theme-embed.css"
_OF_CAMPAIGN = (ACCENT, ACCENT_TINT)


def theme_of(site: Site) -> str:
    """Return the style sheet of a site; nothing where all is as the design has it."""
    return _cached(site.region.theme, _accents(site))


def theme_of_embeds(site: Site) -> str:
    """Return the style sheet of the embeds of a site, which can be told to be light or dark."""
    return _cached_of_embeds(site.region.theme, _accents(site))


def theme_address(site: Site, *, embedded: bool) -> str | None:
    """Return the address of the style sheet, with its digest against stale caches; ``None`` where there is none."""
    path, css = (THEME_OF_EMBEDS, theme_of_embeds(site)) if embedded else (THEME, theme_of(site))
    return f"{path}?v={_digest(css)}" if css else None


def accent_class(campaign: Campaign) -> str:
    """Return the class of what belongs to a campaign: ``accent-8a1f5c``."""
    return f"accent-{house_styles.accent(campaign).removeprefix('#')}"


def theme_css(theme: Theme, accents: Iterable[str] = ()) -> str:
    """Return the style sheet of a theme and the colours of campaigns, as custom properties."""
    others = {name: value for name, value in theme.tokens if name not in LIGHT}
    light = _rule(":root", {**_changed(house_styles.light(theme), LIGHT), **others})
    dark = _rule(":root", _changed(house_styles.dark(theme), DARK))
    for colour in sorted(set(accents)):
        marked = f".accent-{colour.removeprefix('#')}"
        light += _rule(marked, _only(house_styles.in_the_light(theme, colour)))
        dark += _rule(marked, _only(house_styles.in_the_dark(colour)))
    return light + (f"@media (prefers-color-scheme: dark) {{\n{dark}}}\n" if dark else "")


def schemes_css(theme: Theme, accents: Iterable[str] = ()) -> str:
    """Return all colours of the light and of the dark, for pages that say which of both they have in ``data-scheme``.

    After :func:`theme_css`: these go before what the reader's device prefers.
    """
    schemes = {"light": house_styles.light(theme), "dark": house_styles.dark(theme)}
    found = ""
    for scheme, tokens in schemes.items():
        marked = f':root[data-scheme="{scheme}"]'
        found += f"{marked} {{ color-scheme: {scheme}; }}\n" + _rule(marked, tokens)
        for colour in accents:
            own = house_styles.in_the_light(theme, colour) if scheme == "light" else house_styles.in_the_dark(colour)
            found += _rule(f"{marked} .accent-{colour.removeprefix('#')}", _only(own))
    return found


@cache
def _cached(theme: Theme, accents: tuple[str, ...]) -> str:
    return theme_css(theme, accents)


@cache
def _cached_of_embeds(theme: Theme, accents: tuple[str, ...]) -> str:
    return theme_css(theme, accents) + schemes_css(theme, accents)


@cache
def _digest(css: str) -> str:
    return sha256(css.encode()).hexdigest()[:8]


def _accents(site: Site) -> tuple[str, ...]:
    return tuple(sorted({house_styles.accent(one) for one in site.calendar.campaigns}))


def _changed(tokens: Mapping[str, str], design: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in tokens.items() if value != design[name]}


def _only(tokens: Mapping[str, str]) -> dict[str, str]:
    return {name: tokens[name] for name in _OF_CAMPAIGN}


def _rule(selector: str, tokens: Mapping[str, str]) -> str:
    inside = " ".join(f"--basis-{name}: {value};" for name, value in tokens.items())
    return f"{selector} {{ {inside} }}\n" if tokens else ""
