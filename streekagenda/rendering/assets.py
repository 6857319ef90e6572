"""The files of ``layouts/static/`` and ``layouts/root/``, and their addresses."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from rcssmin import cssmin  # type: ignore[import-untyped]  # it has no types of its own

from streekagenda.rendering.layouts import files_in, folders

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FOLDER = "static"
ROOT = "root"
"""What stands at the root of the site: files whose address other sites write down."""
_SYMBOL = re.compile(r"""<symbol\b[^>]*?\bid=["']([^"']+)[^>]*(?:/>|>.*?</symbol>)""", re.DOTALL)
_FOR_WRITERS = re.compile(rb"^ *//.*\n|^ +", re.MULTILINE)
"""In a script: lines of comment, and what indents a line. No template of a script has lines of its own."""


def static_files(layouts: Path) -> list[tuple[str, bytes]]:
    """Return every static file as its path on the site (``static/site.css``) and its bytes, in the order of paths.

    Style sheets and scripts come without what only their writers read; what stands at the root as it is, to the byte.
    """
    at_root = [(name, file.read_bytes()) for name, file in files_in(layouts, ROOT).items()]
    return at_root + [(f"{FOLDER}/{name}", _published(file)) for name, file in files_in(layouts, FOLDER).items()]


def _published(file: Path) -> bytes:
    content = file.read_bytes()
    if file.suffix == ".js":
        return _FOR_WRITERS.sub(b"", content)
    return cssmin(content.decode("utf-8")).encode("utf-8") if file.suffix == ".css" else content


def static_addresses(files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Return the address of every one of the static files: ``site.css`` → ``static/site.css?v=3f2a1b9c``.

    The digest makes browsers fetch a file that changed; its name stays, so that files can refer to each other.
    """
    return {path.removeprefix(f"{FOLDER}/"): f"{path}?v={sha256(content).hexdigest()[:8]}" for path, content in files}


def icons(layouts: Path) -> Mapping[str, str]:
    """Return the drawings of ``icons.svg``, each a ``<symbol>``, by their names."""
    file = files_in(layouts, FOLDER).get("icons.svg")
    return {found[1]: found[0] for found in _SYMBOL.finditer(file.read_text(encoding="utf-8"))} if file else {}


def digest(layouts: Path) -> str:
    """Return the digest of all layouts (templates, static files, translations): what every page depends on."""
    total = sha256()
    for name in ("templates", FOLDER, ROOT, "translations"):
        for folder in folders(layouts, name):
            for path, file in files_in(folder.parent, name).items():
                content = file.read_bytes()
                total.update(f"{name}/{path}\0{len(content)}\0".encode())
                total.update(content)
    return total.hexdigest()
