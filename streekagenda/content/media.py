"""Images and flyers: JPEG, PNG, WebP, GIF and PDF, by their name and by what is in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.content.faults import Fault
from streekagenda.content.files import LARGEST_MEDIA, is_link, open_content

if TYPE_CHECKING:
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
LOGOS = {**IMAGES, "svg": (b"<svg", b"<?xml")}
"""The region's own logo, which its editors choose, may be SVG."""

_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")


class Media:
    """The folder content/media/; each file is looked at once."""

    def __init__(self, root: Root) -> None:
        """Take the content folder."""
        self.root = root
        self.used: set[str] = set()
        """Files that something refers to: only those are published."""
        self._seen: dict[tuple[str, frozenset[str]], Fault | None] = {}

    def check(self, file: str, kinds: dict[str, tuple[bytes, ...]], findings: Findings, path: Path) -> str:
        """Return the path of a file below media/, after saying what is wrong with it."""
        file = file.removeprefix("media/")
        key = (file, frozenset(kinds))
        if key not in self._seen:
            self._seen[key] = self._look(file, kinds)
        fault = self._seen[key]
        if fault is None:
            self.used.add(file)
        else:
            findings.add_fault(fault, path, file=file)
        return file

    def _look(self, file: str, kinds: dict[str, tuple[bytes, ...]]) -> Fault | None:
        if not _PATH.fullmatch(file) or ".." in file:
            return Fault(code="bad-media-path")
        suffix = file.rpartition(".")[2].lower()
        if suffix not in kinds:
            return Fault(code="media-kind", values={"kinds": ", ".join(kinds)})
        for parent in (part for part in _parents(file) if is_link(self.root, f"media/{part}")):
            return Fault(code="file-is-link", values={"link": parent})
        content = open_content(self.root, f"media/{file}", largest=LARGEST_MEDIA)
        if isinstance(content, Fault):
            return Fault(code="no-media", values={"reason": content.code}) if content.code == "file-gone" else content
        if not content.lstrip().startswith(kinds[suffix]):
            return Fault(code="media-not-what-it-says", values={"suffix": suffix})
        return None


def _parents(file: str) -> list[str]:
    parts = file.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]
