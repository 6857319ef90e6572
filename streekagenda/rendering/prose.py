"""Partners' Markdown to safe HTML and to plain text: the door to markdown.

The sanitiser (:mod:`streekagenda.rendering.sanitiser`) runs last, on the finished fragment; nothing parses and writes its
output again. A text that could keep the converter busy is not converted: it is shown as it was written.
"""

from __future__ import annotations

import html as html_text
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from streekagenda.formats.markdown import too_slow
from streekagenda.formats.plain_text import one_space
from streekagenda.rendering.sanitiser import media_of, sanitised, without_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown import Markdown

__all__ = ["first_paragraph", "media_in", "plain", "plain_of_html", "to_html", "too_slow"]

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_CELL_END = re.compile(r"</t[hd]>\s*(?=<t[hd]>)")
_ITEM = re.compile(r"\s*<li>\s*(?:<p>)?")
_LINE_END = re.compile(r"<br>|</tr>")
_BLOCK_END = re.compile(r"</(?:p|h[2-6]|ul|ol|pre|blockquote|table)>|<hr>|<(?:p|ul|ol)>")
_SCHEME = re.compile(r"^[a-z]+:")
_PREFIX = re.compile(r"^(?:mailto:|tel:|https?://(?:www\.)?)")
_IN_WORDS = r"""(?:[^\W_]|[ ,.;:?!'"()/%€+–—‘’“”…-])*+"""
_LINE_OF_WORDS = rf"[^\W\d_]{_IN_WORDS}"
_IN_BOLD = rf"{_LINE_OF_WORDS}(?<! )"
_BOLD_WORDS = re.compile(rf"\*\*({_IN_BOLD})\*\*(?!\*)")
_SIMPLE_LINE = rf"(?=(?:\*\*)?[^\W\d_]){_IN_WORDS}(?:\*\*{_IN_BOLD}\*\*(?!\*){_IN_WORDS})*+(?<! )(?:\n|\Z)"
"""The same with some of the words in bold; it does not end in a space, since two of these break a line."""
_PARAGRAPH_APART = re.compile(rf"((?:{_SIMPLE_LINE})+)(?:(?:[ \t]*\n)+|\Z)")
"""Such lines with a gap behind them."""
_LIST_APART = re.compile(rf"((?:- {_SIMPLE_LINE})+)(?:(?:[ \t]*\n)+(?=[^\W\d_])|\Z)")
"""A list of such lines with a gap and a paragraph behind it, or nothing: anything else may go on with the list."""
_EMPTY_LINES = re.compile(r"\n{3,}")

# People write a list right below the line that announces it, as CommonMark allows; the converter wants a gap.
_LIST_AFTER_TEXT = re.compile(r"^((?![-*+>|#]|\d+\.)\S.*)\n(?=(?:[-*+]|1\.) +\S)", re.MULTILINE)


def to_html(text: str, *, heading_level: int = 2, root: str = "") -> Markup:
    """Return Markdown as HTML that is safe to put into a page as it is.

    ``heading_level`` is the level of its highest heading; ``root`` is the link from the page to the site's home
    (``../../``), put before links and images that have no scheme. Pictures come from ``media/`` only.
    """
    simple, html = _simple_and_html(text)
    clean = sanitised(html, heading_level=heading_level, root=root) if html else ""
    return Markup(_joined(simple, clean))  # noqa: S704 -- sanitised just now; what is simple holds no character that means anything


def _converted(text: str) -> str:
    """Markdown to HTML that is not safe yet."""
    return _joined(*_simple_and_html(text))


def _joined(simple: Sequence[_Block], html: str) -> str:
    return "\n".join([*map(_html_of, simple), *([html] if html else [])])


_Block = str | tuple[str, ...]
"""The lines of a paragraph, or the items of a list: words alone, some of them bold."""


@lru_cache(maxsize=4_096)
def _simple_and_html(text: str) -> tuple[tuple[_Block, ...], str]:
    """Return the blocks that a text begins with as far as they are words alone, and the rest as HTML that is not safe yet."""
    simple: list[_Block] = []
    rest = 0
    while True:
        if found := _PARAGRAPH_APART.match(text, rest):
            simple.append(found[1].rstrip("\n"))
        elif found := _LIST_APART.match(text, rest):
            simple.append(tuple([item.removeprefix("- ") for item in found[1].rstrip("\n").split("\n")]))
        else:
            break
        rest = found.end()
    if rest == len(text):
        return tuple(simple), ""
    if too_slow(text):
        return (), "".join(f"<p>{html_text.escape(part)}</p>\n" for part in re.split(r"\n\s*\n", text.strip()))
    return tuple(simple), _converter().reset().convert(_LIST_AFTER_TEXT.sub(r"\1\n\n", text[rest:]))


@cache
def _converter() -> Markdown:
    """Return one instance for all texts: making one takes longer than most conversions."""
    from markdown import Markdown  # noqa: PLC0415 -- 20 modules; what few activities changed are mostly words alone
    from markdown.extensions.tables import TableExtension  # noqa: PLC0415 -- as above

    # No extension that can set attributes. The extension itself: by its name it is sought in everything that is installed.
    return Markdown(extensions=[TableExtension()], output_format="html")


def _html_of(block: _Block) -> str:
    if isinstance(block, str):
        return f"<p>{_with_bold(block)}</p>"
    return "\n".join(["<ul>", *(f"<li>{_with_bold(item)}</li>" for item in block), "</ul>"])


def _plain_of(block: _Block) -> str:
    if isinstance(block, str):
        return one_space(_without_bold(block))
    return "\n".join(f"- {one_space(_without_bold(item))}" for item in block)


def _with_bold(words: str) -> str:
    return _BOLD_WORDS.sub(r"<strong>\1</strong>", words) if "**" in words else words


def _without_bold(words: str) -> str:
    return _BOLD_WORDS.sub(r"\1", words) if "**" in words else words


def plain(text: str, *, base: str = "") -> str:
    """Return Markdown as plain text: blocks apart by an empty line, list items with ``- ``, links as ``text (address)``.

    ``base`` is the absolute address of the site, put before links that have no scheme; without it those lose their address.
    """
    simple, html = _simple_and_html(text)
    rest = plain_of_html(html, base=base) if html else ""
    return "\n\n".join(part for part in (*map(_plain_of, simple), rest) if part)


def plain_of_html(html: str, *, base: str = "") -> str:
    """Return HTML, of anybody, as plain text in the way of :func:`plain`."""
    marked = sanitised(html, root=base).replace("\n", " ")
    marked = _LINK.sub(_link_in_words, marked)
    marked = _CELL_END.sub(", ", marked)
    marked = _BLOCK_END.sub("\n\n", _LINE_END.sub("\n", _ITEM.sub("\n- ", marked)))
    lines = (one_space(line) for line in without_tags(marked).split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


@lru_cache(maxsize=4_096)
def first_paragraph(text: str, *, limit: int = 300) -> str:
    """Return the first paragraph as plain text on one line, cut at a word with ``…`` when it is longer than ``limit``."""
    simple, _ = _simple_and_html(text)
    line = _plain_of(simple[0]) if simple and isinstance(simple[0], str) else one_space(_first_converted(text))
    if len(line) <= limit:
        return line
    words, _, _ = line[:limit].rpartition(" ")
    return (words or line[: limit - 1]).rstrip(" ,;:.–-") + "…"


def _first_converted(text: str) -> str:
    paragraph = _PARAGRAPH.search(sanitised(_converted(text)))
    return without_tags(paragraph[1]) if paragraph else plain(text).partition("\n\n")[0]


def media_in(text: str) -> tuple[str, ...]:
    """Return the files that a text shows or links to, by their paths below ``content/media/``."""
    return media_of(sanitised(_converted(text)))


def _link_in_words(found: re.Match[str]) -> str:
    """Say a link with its address, unless its words say it already: ``020 123`` says ``tel:020123``."""
    address, words = found[1], found[2]
    if not _SCHEME.match(address) or _PREFIX.sub("", address).rstrip("/") in words.replace(" ", ""):
        return words
    return f"{words} ({_SCHEME.sub('', address) if address.startswith(('mailto:', 'tel:')) else address})"
