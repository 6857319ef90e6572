"""What HTML a partner's text may hold: the door to nh3.

A closed list, and no setting to widen it: no element that holds raw text, no ``svg``, ``math``, ``style``, ``iframe`` or
``form``, no ``id``, ``name`` or ``class``. Every weakness of a sanitiser in recent years needed one of them inside the list.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from html import escape, unescape
from urllib.parse import unquote, urlsplit

import nh3

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
ELEMENTS = HEADINGS | frozenset(
    {"p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "img"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt"}}
SCHEMES = {"http", "https", "mailto", "tel"}
REL = "noopener ugc"
MEDIA = "media/"
PICTURES = (MEDIA, "static/guide/")
"""Folders of the site that hold pictures: those of content, and of the program's own guide."""
_MOST_PASSES = 8

_DROPPED = re.compile(r"^[\x00-\x20]+|[\x00-\x20]+$|[\t\r\n]")  # by every browser (WHATWG URL section 4.4)
_DOT = re.compile(r"%2e", re.IGNORECASE)  # a dot to browsers, also in `..`
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Written as ``&#6;`` in a text; as they are they stand in no file of ours, and pages are put together with some of them."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

# These read what nh3 wrote, in which `<` and `>` within an attribute are entities. They only take away; nh3 runs again.
_HEADING = re.compile(r"<(/?)h([1-6])>")
_PICTURE = re.compile(r"<img(?: [^>]*)?>")
_WHOLE_PICTURE = re.compile(r'<img(?=[^>]* src=")(?=[^>]* alt=")[^>]*>')
_ALT = re.compile(r' alt="([^"]*)"')
_NO_LINK = re.compile(r'<a(?![^>]* href=")[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r'(?:href|src)="([^"]*)"')


@lru_cache(maxsize=8_192)
def sanitised(html: str, *, heading_level: int = 2, root: str = "") -> str:
    """Return HTML of which nothing can do harm, as a fragment that is well-formed HTML.

    Headings begin at ``heading_level`` and skip none; pictures are from :data:`PICTURES` and have an ``alt``; addresses without
    a scheme count from the site's home, to which ``root`` leads. Sanitising twice gives the same.
    """
    clean = _CONTROLS.sub("", _cleaner(root).clean(html))
    # What a browser reads must be what was sanitised: dropping an element can leave a nesting (a link in a link) that
    # a parser mends, so it is done again until nothing changes.
    for _ in range(_MOST_PASSES):
        tidy = _NO_LINK.sub(r"\1", _PICTURE.sub(_kept_if_whole, clean))
        again = _cleaner(root).clean(_renumbered(tidy, heading_level))
        if again == clean:
            return clean
        clean = again
    return escape(without_tags(clean))


def without_tags(html: str) -> str:
    """Return the text of sanitised HTML, without any markup: what it has of ``<`` and ``>`` are tags."""
    return unescape(_TAG.sub("", html))


def media_of(html: str) -> tuple[str, ...]:
    """Return what sanitised HTML (with an empty ``root``) refers to below ``media/``, in alphabetical order."""
    paths = {urlsplit(unescape(address)).path for address in _ADDRESS.findall(html)}
    return tuple(sorted(unquote(path.removeprefix(MEDIA)) for path in paths if path.startswith(MEDIA)))


@lru_cache(maxsize=64)
def _cleaner(root: str) -> nh3.Cleaner:
    def attribute(_element: str, name: str, value: str) -> str | None:
        if name == "src":
            inside = _inside(value)
            return root + inside if inside is not None and inside.startswith(PICTURES) else None
        if name != "href":
            return value
        bare = _DROPPED.sub("", value)
        if _SCHEME.match(bare):
            return bare  # nh3 knows the schemes
        if bare.startswith("#"):
            return None  # nothing in a body has an id
        inside = _inside(value)
        return None if inside is None else (root + inside) or "./"

    return nh3.Cleaner(
        tags=set(ELEMENTS) | {"h1"},
        attributes=ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=SCHEMES,
        link_rel=REL,
    )


def _inside(address: str) -> str | None:
    r"""Return an address without a scheme as a path from the site's home; ``None`` where it leads elsewhere.

    ``//evil.example``, ``/\evil.example`` and the like are addresses of other sites to a browser.
    """
    bare = _DROPPED.sub("", address).replace(" ", "%20")
    if "\\" in bare or bare.startswith("//") or _SCHEME.match(bare):
        return None
    path, mark, rest = bare.partition("?") if "?" in bare else bare.partition("#")
    path = _DOT.sub(".", path)
    folder = "/" if path.endswith("/") else ""
    # From the root down, so that no `..` climbs out of it.
    normal = posixpath.normpath("/" + path.lstrip("/")).lstrip("/")
    return (normal + folder if normal else "") + mark + rest


def _kept_if_whole(found: re.Match[str]) -> str:
    """A picture that may not be shown leaves the words that stand for it."""
    if _WHOLE_PICTURE.fullmatch(found[0]):
        return found[0]
    alt = _ALT.search(found[0])
    return alt[1] if alt else ""


def _renumbered(html: str, top: int) -> str:
    """Begin headings at level ``top``, keep their order of rank, and skip none on the way down.

    A skipped level is an error to the Nu Html Checker; ``#``, ``###``, ``######``, ``##`` become h2, h3, h4, h3.
    """
    ranks: list[int] = []
    opened: list[int] = []

    def renumber(found: re.Match[str]) -> str:
        if found[1]:
            return f"</h{opened.pop() if opened else top}>"
        rank = int(found[2])
        while ranks and ranks[-1] >= rank:
            ranks.pop()
        ranks.append(rank)
        opened.append(min(top + len(ranks) - 1, 6))
        return f"<h{opened[-1]}>"

    return _HEADING.sub(renumber, html)
