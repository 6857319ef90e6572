"""The colours of one region's pages, in the light and in the dark: those of the design, with its own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from streekagenda.formats import design_tokens
from streekagenda.formats.design_tokens import ACTION, LIGHT, Tokens

if TYPE_CHECKING:
    from streekagenda.model.event import Campaign
    from streekagenda.model.region import Theme

ACCENTS = ("#8a1f5c", "#1f4e96", "#7a4a00", "#5b3a97", "#0b5f6b")
"""For campaigns that name no colour: far from each other, and from the colours that say that something is off."""


def light(theme: Theme) -> Tokens:
    """Return the colours in the light."""
    tokens = {**LIGHT, **{name: value for name, value in theme.tokens if name in LIGHT}}
    if theme.background is not None:
        tokens = design_tokens.with_background(tokens, theme.background)
    return tokens if theme.primary is None else design_tokens.with_action(tokens, theme.primary)


def dark(theme: Theme) -> Tokens:
    """Return the colours in the dark: a house style is made for the light, so only its own colour comes along."""
    return design_tokens.dark_with(theme.primary or dict(theme.tokens).get(ACTION))


def accent(campaign: Campaign) -> str:
    """Return the colour of a campaign: its own, or one that it has as long as it keeps its id."""
    return campaign.colour or ACCENTS[crc32(campaign.id.encode()) % len(ACCENTS)]


def in_the_light(theme: Theme, colour: str) -> Tokens:
    """Return the colours of what belongs to a campaign, in the light."""
    tokens = light(theme)
    return design_tokens.with_accent(tokens, design_tokens.nearest_accent(tokens, colour))


def in_the_dark(colour: str) -> Tokens:
    """Return the colours of what belongs to a campaign, in the dark."""
    return design_tokens.dark_with(None, colour)
