"""Where layouts come from: the folder that a region names, and below it the one that comes with the program.

A region overrides one file by having it; all others stay those of the program.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parents[1]


class BrokenLayout(Exception):
    """A template or catalogue cannot be read, or fails: the mistake of who wrote it, on one line, with its file."""


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
    found = {below: folder / below for folder in reversed(folders(layouts, name)) for below in _below(folder)}
    return dict(sorted(found.items()))


def _below(folder: Path, prefix: str = "") -> Iterator[str]:
    """Yield the paths of the files below a folder."""
    with suppress(PermissionError), os.scandir(folder / prefix) as scan:
        for one in scan:
            if one.name.startswith((".", "~")):
                continue
            if one.is_dir(follow_symlinks=False):
                yield from _below(folder, f"{prefix}{one.name}/")
            elif one.is_file(follow_symlinks=False):
                yield prefix + one.name
