"""Texts of somebody else as plain text: no HTML, no control character, nothing that turns a line around."""

from __future__ import annotations

import re

from streekagenda.formats import plain_text
from streekagenda.rendering.prose import plain_of_html

MOST = 50_000
"""Characters of one text that are looked at: a description on a page is never as long."""

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\u2060\u00ad]")
"""What turns the direction of a text around (CVE-2021-42574), or stands in it unseen."""
_ELEMENTS = "p|br|div|span|a|b|i|u|em|strong|ul|ol|li|html|body|table|tr|td|h[1-6]|font|img|script|style"
_HTML = re.compile(rf"</?(?:{_ELEMENTS})\b[^<>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"([\\*`\[\]]|(?<!\w)_|_(?!\w))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^(?=[-=:|\s]+$|#|>|\+\s)")
"""What makes a heading, a rule, a quotation or a table of a line; a list of ``-`` or ``1.`` is one."""
_ITEM = re.compile(r"- |[0-9]{1,3}[.)] ")
_RUN = re.compile(r"(\S)\1{39,}")
_EMPTY_LINES = re.compile(r"\n{3,}")


def line(text: str) -> str:
    """Return a text on one line; HTML becomes what it says."""
    return plain_text.line(lines(text))


def lines(text: str) -> str:
    """Return a text of one or more lines; HTML becomes what it says."""
    said = text[:MOST]
    if _HTML.search(said):
        said = plain_of_html(said)
    return _EMPTY_LINES.sub("\n\n", plain_text.lines(_TURNING.sub("", said)))


def shortened(text: str, most: int) -> str:
    """Return at most so many characters, cut at a word where there is one; a longer text ends in ``…``."""
    if len(text) <= most:
        return text
    words, _, _ = text[: most - 1].rpartition(" ")
    return (words if len(words) > most // 2 else text[: most - 1]).rstrip(" ,;:.–-") + "…"


def as_markdown(text: str) -> str:
    """Return Markdown that shows these lines of plain text as they are; each keeps its line."""
    shown = []
    for one in text.split("\n"):
        whole = _RUN.sub(lambda found: found[1] * 3, one.strip())
        escaped = _MARKUP.sub(r"\\\1", _ENTITY.sub("&amp;", whole).replace("<", "&lt;"))
        shown.append(_AT_START.sub(r"\\", escaped) if escaped else "")
    pairs = zip(shown, [*shown[1:], ""], strict=True)
    return "\n".join(
        f"{one}  " if one and following and not _ITEM.match(following) else one for one, following in pairs
    )
