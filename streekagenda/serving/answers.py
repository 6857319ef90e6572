"""A path that a browser asks for becomes an answer: by looking it up among what was built, never on the disk."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.serving.media_types import media_type
from streekagenda.serving.overlay import PLACE, POLICY, page_without_site, with_overlay
from streekagenda.serving.shown import Notice
from streekagenda.urls import file_of

if TYPE_CHECKING:
    from streekagenda.serving.shown import Shown

NOT_FOUND = "404.html"
_OWN = frozenset({"reload.js", "preview.css"})
"""Files of ``serving/browser/``."""
HTML = media_type(NOT_FOUND)


class Answer(Struct, frozen=True, kw_only=True):
    """What goes back to a browser."""

    status: HTTPStatus = HTTPStatus.OK
    kind: str = HTML
    """Content-Type."""
    body: bytes = b""
    location: str | None = None
    """Where to go instead: a path on this server."""
    policy: str | None = None
    """Content-Security-Policy, for pages that are not of the site; those of the site bring their own."""


def answer(path: str, shown: Shown) -> Answer:
    """Return what stands at a path, given without its percent signs and query."""
    if path.startswith(PLACE):
        return _own(path.removeprefix(PLACE), shown)
    if path == "/" != shown.base or path == shown.base.rstrip("/") != "":
        return Answer(status=HTTPStatus.FOUND, location=quote(shown.base))
    if shown.files is None:
        return _nothing_built(shown)
    if not path.startswith(shown.base):
        return _not_found(shown)
    below = path.removeprefix(shown.base)
    if not below.endswith("/") and below and f"{below}/index.html" in shown.files:
        return Answer(status=HTTPStatus.FOUND, location=quote(f"{path}/"))
    return _file(file_of(below), shown, HTTPStatus.OK) or _not_found(shown)


def not_made(shown: Shown, failure: str) -> Answer:
    """Return a page that says why the page that was asked for could not be made; it reloads as all others do."""
    notice = Notice(title=shown.page_failed, detail=failure.strip().rpartition("\n")[2])
    said = replace(shown, nothing_yet=shown.page_failed, notice=notice)
    return Answer(status=HTTPStatus.INTERNAL_SERVER_ERROR, body=page_without_site(said), policy=POLICY)


def _file(name: str, shown: Shown, status: HTTPStatus) -> Answer | None:
    body = shown.files.read(name) if shown.files else None
    if body is None:
        return None
    kind = media_type(name)
    return Answer(status=status, kind=kind, body=with_overlay(body, shown) if kind == HTML else body)


def _not_found(shown: Shown) -> Answer:
    nothing = Answer(status=HTTPStatus.NOT_FOUND, kind=media_type(".txt"), body=b"404\n")
    return _file(NOT_FOUND, shown, HTTPStatus.NOT_FOUND) or nothing


def _nothing_built(shown: Shown) -> Answer:
    return Answer(status=HTTPStatus.SERVICE_UNAVAILABLE, body=page_without_site(shown), policy=POLICY)


def _own(name: str, shown: Shown) -> Answer:
    if name in _OWN:
        return Answer(kind=media_type(name), body=_own_file(name))
    return _not_found(shown)


@cache
def _own_file(name: str) -> bytes:
    return (files("streekagenda.serving") / "browser" / name).read_bytes()
