"""Images and flyers: JPEG, PNG, WebP, GIF and PDF, by their name and by what is in them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from streekagenda.content.faults import Fault
from streekagenda.content.files import LARGEST, LARGEST_MEDIA, LONGEST_NAME, is_link, open_content, walk
from streekagenda.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streekagenda.content.files import Root
    from streekagenda.content.findings import Findings
    from streekagenda.content.yaml_text import Path

IMAGES = {
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "webp": (b"RIFF",),
    "gif": (b"GIF87a", b"GIF89a"),
}
"""Suffixes of images and how such a file begins."""
FLYERS = {**IMAGES, "pdf": (b"%PDF-",)}
LOGOS = {**IMAGES, "svg": (b"<svg", b"<?xml", b"<!DOCTYPE svg")}
"""The region's own logo, which its editors choose, may be SVG."""

_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")


class Media:
    """The folder content/media/; each file is read once, so that what is published is what was judged."""

    def __init__(self, root: Root, store: Store | None = None) -> None:
        """Take the content folder, and what former runs have seen."""
        self.root = root
        self.store = store or Store()
        self.used: dict[str, bytes] = {}
        """Files that something refers to, and what is in them: only those are published."""
        self.sizes: dict[str, tuple[int, int]] = {}
        """How wide and high pictures are when they are published, in pixels."""
        self._read: dict[str, bytes | Fault] = {}
        self._seen: dict[tuple[str, frozenset[str]], bytes | Fault] = {}

    def check(self, file: str, kinds: dict[str, tuple[bytes, ...]], findings: Findings, path: Path) -> str:
        """Return the path of a file below media/, after saying what is wrong with it."""
        file = file.removeprefix("media/")
        key = (file, frozenset(kinds))
        if key not in self._seen:
            self._seen[key] = self._look(file, kinds)
        seen = self._seen[key]
        if isinstance(seen, Fault):
            findings.add_fault(seen, path, file=file)
        else:
            self.used[file] = seen
        return file

    def text(self, file: str, suffix: str, findings: Findings, path: Path) -> str | None:
        """Return the text of a file below media/ that is read and not published, or say what is wrong with it."""
        file = file.removeprefix("media/")
        content = self._look(file, {suffix: (b"",)}, largest=LARGEST)
        if isinstance(content, Fault):
            findings.add_fault(content, path, file=file)
            return None
        return content.decode("utf-8", errors="replace")

    def _look(self, file: str, kinds: dict[str, tuple[bytes, ...]], *, largest: int = LARGEST_MEDIA) -> bytes | Fault:
        if not _PATH.fullmatch(file) or ".." in file:
            return Fault(code="bad-media-path")
        if len(file) > LONGEST_NAME:
            return Fault(code="name-too-long", values={"limit": LONGEST_NAME})
        suffix = file.rpartition(".")[2].lower()
        if suffix not in kinds:
            return Fault(code="media-kind", values={"kinds": ", ".join(kinds)})
        for parent in (part for part in _parents(file) if is_link(self.root, f"media/{part}")):
            return Fault(code="file-is-link", values={"link": parent})
        if file not in self._read:
            self._read[file] = open_content(self.root, f"media/{file}", largest=largest)
        content = self._read[file]
        if isinstance(content, Fault):
            return Fault(code="no-media", values={"reason": content.code}) if content.code == "file-gone" else content
        if not content.lstrip().startswith(kinds[suffix]):
            return Fault(code="media-not-what-it-says", values={"suffix": suffix})
        for part in (*_parents(file), file):
            if (other := self._first.get(part.lower(), part)) != part:
                return Fault(code="media-same-name", values={"other": other})
        return self._harm(file, suffix, content) or content

    @cached_property
    def _first(self) -> Mapping[str, str]:
        """The first of all files and folders whose names differ in capitals alone, by that name in small letters.

        A site has one of them: on many disks they are one.
        """
        found: dict[str, str] = {}
        for one in walk(self.root, "media"):
            file = one.path.removeprefix("media/")
            for part in (*_parents(file), file):
                found.setdefault(part.lower(), part)
        return found

    def _harm(self, file: str, suffix: str, content: bytes) -> Fault | None:
        if suffix in IMAGES:
            return self._picture(file, content)
        return {"svg": _drawing, "pdf": _flyer}.get(suffix, _nothing)(content)

    def _picture(self, file: str, content: bytes) -> Fault | None:
        """Look whether a picture can be shown: all of it is read, once for as long as it stays the same."""
        known = (self.store.blobs.recall("size", content) or b"").split()
        if len(known) == 2:
            self.sizes[file] = (int(known[0]), int(known[1]))
            return None
        from streekagenda.formats import pictures  # noqa: PLC0415 -- Pillow, which what was seen before does not need

        try:
            width, height = pictures.size(content)
        except pictures.TooLargeError as error:
            values = {
                "width": error.width,
                "height": error.height,
                "most": pictures.MOST_PIXELS // 1_000_000,
                "side": pictures.LONGEST_SIDE,
            }
            return Fault(code="picture-too-large", values=values)
        except pictures.UnreadableError:
            return Fault(code="picture-unreadable")
        self.sizes[file] = (width, height)
        self.store.blobs.learn("size", content, b"%d %d" % (width, height))
        return None


def _nothing(_: bytes) -> None:
    """A style sheet of tokens is read by itself, and not published."""


def _drawing(content: bytes) -> Fault | None:
    from streekagenda.formats import drawings  # noqa: PLC0415 -- with expat, for few files

    try:
        drawings.check(content)
    except drawings.NotPlain as error:
        return Fault(code="drawing-not-plain", values={"found": error})
    return None


def _flyer(content: bytes) -> Fault | None:
    from streekagenda.formats import flyers  # noqa: PLC0415 -- as above

    try:
        flyers.check(content)
    except flyers.NotPlain as error:
        return Fault(code="flyer-not-plain", values={"found": error})
    except flyers.Locked:
        return Fault(code="flyer-locked")
    return None


def _parents(file: str) -> list[str]:
    parts = file.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]
