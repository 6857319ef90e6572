"""Any text in Markdown is shown as it is, and nothing in it comes alive; markdown-it-py (CommonMark) judges."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from streekagenda.formats.markdown_text import as_text, code_span, fenced

COMMENT = "<!-- -->"
PLACES = ("{}\n", "- **Waar:** {}\n", "### Nieuw: {}\n", "> {}\n", "| {} | een |\n| --- | --- |\n| twee | {} |\n")
ALIVE = re.compile(r"(?<!\\)[@#!%~$\[]\w|&amp;\w|://|www\.|\bGH-\d|:[a-z]+:", re.IGNORECASE)


def inline(markdown: str) -> list[Token]:
    """Return what stands within the blocks of a text."""
    blocks = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)
    return [token for block in blocks if block.type == "inline" for token in block.children or []]


def shown(markdown: str) -> str:
    """Return the text that one sees of one piece of mark-up; there is nothing but text in it, and comments."""
    tokens = inline(markdown)
    assert {token.type for token in tokens} <= {"text", "html_inline", "text_special"}
    assert {token.content for token in tokens if token.type == "html_inline"} <= {COMMENT}
    return "".join(token.content for token in tokens if token.type != "html_inline")


@pytest.mark.parametrize(
    "text",
    [
        "Koffie & thee", "5 < 6 > 4", "*sterren* en _strepen_", "`code`", "[klik](https://kwaad.example)", "![](x.png)",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- weg", "&lt;b&gt; &#35;12", "a | b", "C#", "C #",
        "- lijst", "1. lijst", "# kop", "> citaat", "---", "===", "~~door~~", "$x$", "[ref]: https://kwaad.example", "\\", "a\\",
        "@redacteur", "#12", "!12", "%3", "~bug", '%"mijlpaal"', "GH-12", "groep/project#3", "info@example.org", "/close",
        "https://kwaad.example", "www.kwaad.example", "HTTPS://x", "ftp://x", ":warning:", "[vulnerability:3]", "&12", "19:30",
    ],
)  # fmt: skip
def test_text_is_shown_as_it_is_and_nothing_comes_alive(text: str) -> None:
    assert shown(as_text(text)) == text
    assert not ALIVE.search(as_text(text).replace("\\", ""))


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=40), st.sampled_from(PLACES))
def test_any_text_is_shown_as_it_is_wherever_it_stands(text: str, place: str) -> None:
    words = " ".join(text.split())
    written = as_text(text)
    rendered = [
        token for token in inline(place.format(written, written)) if token.type not in {"strong_open", "strong_close"}
    ]
    assert {token.type for token in rendered} <= {"text", "html_inline", "text_special"}
    around = place.count("{}")
    seen = "".join(token.content for token in rendered if token.type != "html_inline")
    assert seen.count(words) >= around if words else True
    assert "\n" not in written


def test_what_is_hidden_is_shown_and_lines_become_one() -> None:
    assert as_text("a\u202eb\x1bc\n\t d") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c d"


@given(st.text(alphabet="`a |\\<", min_size=1, max_size=20))
def test_code_shows_its_text(text: str) -> None:
    (token,) = inline(f"x {code_span(text)}")[1:]
    assert (token.type, token.content.strip()) == ("code_inline", text.strip())


def test_fence_is_longer_than_any_in_it() -> None:
    assert list(fenced(["```", "/close", "````"])) == ["`````text", "```", "/close", "````", "`````"]
