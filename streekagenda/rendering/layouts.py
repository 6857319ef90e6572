"""Where layouts come from: the folder that a region names, and below it the one that comes with the program.

A region overrides one file by having it; all others stay those of the program.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


class BrokenLayout(Exception):
    """A template or catalogue cannot be read: the mistake of who wrote it, on one line, with its file."""


@lru_cache(maxsize=1)
def packaged() -> Path:
    """Return the layouts of the program: within the package where it is installed, beside it in a checkout."""
    installed = PACKAGE / "_layouts"
    return installed if installed.is_dir() else PACKAGE.parent / "layouts"


def folders(layouts: Path, name: str) -> list[Path]:
    """Return the folders called ``name`` that exist, in order of precedence: the region's own, the program's."""
    found = [layouts / name]
    if layouts.resolve() != packaged().resolve():
        found.append(packaged() / name)
    return [folder for folder in found if folder.is_dir()]


def files_in(layouts: Path, name: str) -> dict[str, Path]:
    """Return every file below the folders called ``name``, by its posix path there, in the order of those paths.

    Hidden files and links are no layouts.
    """
    found: dict[str, Path] = {}
    for folder in reversed(folders(layouts, name)):
        for file in folder.rglob("*"):
            below = file.relative_to(folder)
            hidden = any(part.startswith((".", "~")) for part in below.parts)
            if not hidden and not file.is_symlink() and file.is_file():
                found[below.as_posix()] = file
    return dict(sorted(found.items()))
