"""What is taken from a house style of NL Design System, and what is left."""

from __future__ import annotations

import pytest

from streekagenda.formats.token_files import read_tokens

THEME = """\
/* Made by Style Dictionary: --basis-color-default-bg-document: #000; */
.voorbeeld-theme {
  --voorbeeld-kleuren-violet-700: #3f2a66;
  --basis-color-accent-1-color-default: var(--voorbeeld-kleuren-violet-700);
  --basis-color-action-1-color-default: var(--basis-color-accent-1-color-default);
  --basis-color-default-bg-document: #FFF;
  --basis-color-default-bg-hover: #eee;
  --basis-border-radius-md: 8px;
  --basis-text-font-family-default: 'Noto Sans', sans-serif;
  --utrecht-button-font-size: 1rem
}
"""


def test_tokens_that_pages_use_are_taken_with_what_they_refer_to() -> None:
    assert read_tokens(THEME) == (
        {
            "color-default-bg-document": "#FFF",
            "color-action-1-color-default": "#3f2a66",
            "color-accent-1-color-default": "#3f2a66",
            "border-radius-md": "8px",
            "text-font-family-default": '"Noto Sans", sans-serif',
        },
        {},
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("color-default-bg-document", "oklch(0.7 0.1 200)"),
        ("color-default-bg-document", "var(--nergens)"),
        ("color-default-bg-document", "url(https://www.example.org/track.gif)"),
        ("border-radius-md", "calc(1px + 2px)"),
        ("text-font-family-default", "Arial/Verdana"),
    ],
)
def test_other_values_are_strange(name: str, value: str) -> None:
    assert read_tokens(f":root {{ --basis-{name}: {value}; }}") == ({}, {name: value})


def test_tokens_that_refer_to_each_other_end() -> None:
    css = ":root { --basis-border-radius-md: var(--a); --a: var(--b); --b: var(--a); }"
    understood, strange = read_tokens(css)
    assert understood == {}
    assert strange.keys() == {"border-radius-md"}


def test_what_holds_in_the_dark_only_is_left() -> None:
    css = """
        .theme { --basis-color-default-bg-document: #fff }
        @media (prefers-color-scheme: dark) { .theme { --basis-color-default-bg-document: #000 } }
    """
    assert read_tokens(css) == ({"color-default-bg-document": "#fff"}, {})


def test_last_of_two_counts() -> None:
    assert read_tokens(":root{--basis-border-radius-md:1px}:root{--basis-border-radius-md:2px}")[0] == {
        "border-radius-md": "2px"
    }
