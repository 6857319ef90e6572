"""What the preview shows at one moment; replaced as a whole after every build."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class Note(Struct, frozen=True, kw_only=True):
    """One thing that is wrong, in words; plain text, never HTML."""

    where: str
    """File, line and column."""
    label: str
    """How bad it is, in one or two words."""
    text: str
    suggestion: str | None = None


class Notice(Struct, frozen=True, kw_only=True):
    """What the bar at the top of every page says."""

    title: str
    notes: tuple[Note, ...] = ()
    detail: str = ""
    """What the machine says of a build that failed."""


class Files(Protocol):
    """The files of a site, each made when it is asked for."""

    def __contains__(self, path: str) -> bool:
        """Whether there is such a file."""

    def read(self, path: str) -> bytes | None:
        """Return a file, or ``None`` where there is none; raises what making it raises."""


class Shown(Struct, frozen=True, kw_only=True):
    """A site that was built, and what is to be said about it."""

    base: str
    """The path below which the site stands, with a slash at both ends."""
    version: str
    """Differs between any two builds that differ, also over restarts of the server."""
    language: str
    """Of the words below, BCP 47."""
    files: Files | None = None
    """The files of the site, by their paths below ``base``; nothing else is ever served."""
    notice: Notice | None = None
    nothing_yet: str = ""
    """What a page says as long as there are no files."""
    page_failed: str = ""
    """What a page says that could not be made."""
