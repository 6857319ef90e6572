"""What the preview adds to a page: a bar with what is wrong, and the script that reloads it.

All words are escaped text. Style and script are files of their own: pages allow nothing inline.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.serving.shown import Note, Notice, Shown

PLACE = "/-/"
"""What the preview adds of its own stands here, outside the site."""
SCRIPT = f"{PLACE}reload.js"
STYLE = f"{PLACE}preview.css"
EVENTS = f"{PLACE}events"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
"""Content-Security-Policy of the pages that the preview makes itself."""

_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
_BODY_END = re.compile(rb"</body\s*>(?!.*</body)", re.IGNORECASE | re.DOTALL)


def with_overlay(page: bytes, shown: Shown) -> bytes:
    """Return an HTML page with the bar and the script; a fragment without a body stays as it is."""
    opening, closing = _BODY.search(page), _BODY_END.search(page)
    if opening is None or closing is None:
        return page
    bar = "".join(_bar(shown.notice, shown.language)) if shown.notice else ""
    return b"".join(
        (
            page[: opening.end()],
            bar.encode(),
            page[opening.end() : closing.start()],
            _script(shown).encode(),
            page[closing.start() :],
        )
    )


def page_without_site(shown: Shown) -> bytes:
    """Return a page that says why there is none; it reloads as all others do."""
    title = escape(shown.nothing_yet)
    page = (
        f'<!doctype html>\n<html lang="{escape(shown.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n"
        f'<link rel="stylesheet" href="{STYLE}">\n'
        "</head>\n<body>\n"
        f'<main class="streekagenda-empty"><h1>{title}</h1></main>\n'
        "</body>\n</html>\n"
    )
    return with_overlay(page.encode(), shown)


def _script(shown: Shown) -> str:
    return f'<script src="{SCRIPT}?v={quote(shown.version, safe="")}"></script>'


def _bar(notice: Notice, language: str) -> Iterator[str]:
    yield f'<link rel="stylesheet" href="{STYLE}">'
    yield f'<aside class="streekagenda-preview" lang="{escape(language)}" dir="ltr">'
    yield f"<details open><summary>{escape(notice.title)}</summary>"
    if notice.detail:
        yield f"<pre>{escape(notice.detail)}</pre>"
    if notice.notes:
        yield "<ul>"
        for note in notice.notes:
            yield from _item(note)
        yield "</ul>"
    yield "</details></aside>"


def _item(note: Note) -> Iterator[str]:
    yield f"<li><code>{escape(note.where)}</code> {escape(note.label)}: {escape(note.text)}"
    if note.suggestion:
        yield f"<pre>→ {escape(note.suggestion)}</pre>"
    yield "</li>"
