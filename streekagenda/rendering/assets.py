"""The files of ``layouts/static/``, and their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def static_files(layouts: Path) -> list[tuple[str, bytes]]:
    """Return every static file as its path on the site (``static/site.css``) and its bytes, in the order of paths."""
    raise NotImplementedError


def digest(layouts: Path) -> str:
    """Return the digest of all layouts (templates, static files, translations): what every page depends on."""
    raise NotImplementedError
