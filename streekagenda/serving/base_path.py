"""Below which path the region is published: the preview stands below the same one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streekagenda.content.declarations.key_names import canonical
from streekagenda.content.faults import Fault
from streekagenda.content.files import decode, open_content
from streekagenda.content.yaml_text import parse

if TYPE_CHECKING:
    from pathlib import Path

_PLAIN = re.compile(r"/(?:[\w.~-]+/)*", re.ASCII)


def base_path(content: Path) -> str | None:
    """Return the path that the region's address ends in, with a slash at both ends; ``None`` when it says none.

    The build is told the address of the preview, so that this must be known before; mistakes are for the build to say.
    """
    found = open_content(content, "region.yaml")
    text = found if isinstance(found, Fault) else decode(found)
    if isinstance(text, Fault):
        return None
    url = parse(text, canonical=canonical).value.get("url")
    if not isinstance(url, str):
        return None
    try:
        path = urlsplit(url).path.rstrip("/") + "/"
    except ValueError:
        return None
    return path if _PLAIN.fullmatch(path) else None
