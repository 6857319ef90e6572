"""Where the pictures of the map come from, as region.yaml says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streekagenda.model.region import Tiles

if TYPE_CHECKING:
    from streekagenda.content.declarations.files import WrittenMap
    from streekagenda.content.findings import Findings

_PARTS = ("{z}", "{x}", "{y}")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_NEVER = re.compile(r"""[\s<>"'`;,|\\^]""")
"""What no address holds; some of it would end the source in the policy of the page."""


def tiles(written: WrittenMap | None, findings: Findings) -> Tiles | None:
    """Return where they come from; an address that cannot be of tiles goes to ``findings``, and the map is a drawing."""
    if written is None:
        return None
    found = [*_PLACEHOLDER.findall(written.tiles)]
    if sorted(found) != sorted(_PARTS) or not _is_secure(_PLACEHOLDER.sub("0", written.tiles)):
        findings.add("bad-tiles", ("map", "tiles"), value=written.tiles)
        return None
    return Tiles(template=written.tiles, attribution=written.attribution)


def _is_secure(address: str) -> bool:
    """Whether an address is a whole one, with https: a page with https shows no pictures without it."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    plain = not _NEVER.search(address) and "{" not in address and "}" not in address
    return plain and parts.scheme == "https" and bool(parts.hostname) and not parts.username and port != 0
