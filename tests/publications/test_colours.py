"""The style sheet of a region's colours, and those of its campaigns."""

from __future__ import annotations

import re

from streekagenda.model.region import Theme
from streekagenda.publications.colours import accent_class, theme_css
from streekagenda.publications.pages import outputs
from tests import examples as ex
from tests.publications.html_sites import site, texts


def test_design_as_it_is_needs_no_style_sheet() -> None:
    assert theme_css(Theme()) == ""
    assert theme_css(Theme(primary="#1b5e4b")) == ""


def test_own_colour_and_accents() -> None:
    assert theme_css(Theme(primary="#1f4e96"), ["#8a1f5c"]).splitlines() == [
        (
            ":root { --basis-color-action-1-color-default: #1f4e96; --basis-color-action-1-bg-default: #e4e9ef; "
            "--basis-color-action-1-inverse-bg-default: #1f4e96; --basis-color-accent-1-color-default: #1f4e96; "
            "--basis-color-accent-1-bg-default: #e4e9ef; }"
        ),
        ".accent-8a1f5c { --basis-color-accent-1-color-default: #8a1f5c; --basis-color-accent-1-bg-default: #f1e3e8; }",
        "@media (prefers-color-scheme: dark) {",
        (
            ":root { --basis-color-action-1-color-default: #b0c4e1; --basis-color-action-1-bg-default: #3c4548; "
            "--basis-color-action-1-inverse-bg-default: #b0c4e1; --basis-color-accent-1-color-default: #b0c4e1; "
            "--basis-color-accent-1-bg-default: #3c4548; }"
        ),
        ".accent-8a1f5c { --basis-color-accent-1-color-default: #e2b3ce; --basis-color-accent-1-bg-default: #464144; }",
        "}",
    ]


def test_tokens_of_a_house_style_are_passed_on() -> None:
    theme = Theme(tokens=(("border-radius-md", "4px"), ("color-action-1-color-default", "#1f4e96")))
    light, dark = theme_css(theme).split("@media (prefers-color-scheme: dark)")
    assert light == ":root { --basis-color-action-1-color-default: #1f4e96; --basis-border-radius-md: 4px; }\n"
    assert "--basis-color-action-1-color-default: #b0c4e1;" in dark


def test_pages_name_the_style_sheet_by_its_digest_and_campaigns_by_their_class() -> None:
    campaign = ex.campaign("week", first=ex.day("2026-09-24"), last=ex.day("2026-10-30"), colour="#8a1f5c")
    found = texts(outputs(site(ex.event(campaigns=(campaign,)), campaigns=(campaign,)), "nl"))
    assert accent_class(campaign) == "accent-8a1f5c"
    assert re.findall(r'href="(static/theme\.css\?v=[0-9a-f]{8})"', found["index.html"])
    assert '<li class="accent-8a1f5c"' in found["index.html"]
    assert '<p class="label accent-8a1f5c">' in found["agenda/index.html"]
    assert '<article class="of-campaign accent-8a1f5c">' in found["campagnes/week/index.html"]
    assert "theme.css" not in texts(outputs(site(ex.event()), "nl"))["index.html"]
