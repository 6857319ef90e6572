"""What the preview shows at one moment; replaced as a whole after every build."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """One thing that is wrong, in words; plain text, never HTML."""

    where: str
    """File, line and column."""
    label: str
    """How bad it is, in one or two words."""
    text: str
    suggestion: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """What the bar at the top of every page says."""

    title: str
    notes: tuple[Note, ...] = ()
    detail: str = ""
    """What the machine says of a build that failed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A site that was built, and what is to be said about it."""

    base: str
    """The path below which the site stands, with a slash at both ends."""
    version: str
    """Differs between any two builds that differ, also over restarts of the server."""
    language: str
    """Of the words below, BCP 47."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """Where each file of the site lies, by its path below ``base``; nothing else is ever served."""
    notice: Notice | None = None
    nothing_yet: str = ""
    """What a page says as long as there are no files."""


def files_below(folder: Path) -> dict[str, Path]:
    """Return every file of a site by its posix path; what the program keeps for itself is no part of it."""
    return {
        below: file
        for file in folder.rglob("*")
        if file.is_file() and not file.is_symlink()
        if not (below := file.relative_to(folder).as_posix()).startswith(".streekagenda")
    }
