"""Where the pictures of the map come from, as region.yaml says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streekagenda.diagnostics import Severity
from streekagenda.model.region import Tiles

if TYPE_CHECKING:
    from streekagenda.content.declarations.files import WrittenMap
    from streekagenda.content.findings import Findings

_GAPS, _FILLED = ("{z}", "{x}", "{y}"), "(0)"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_NEVER = re.compile(r"""[\s<>"'`;,|\\^{}]""")
"""What no address holds; some of it would end the source in the policy of the page."""


def tiles(written: WrittenMap | None, findings: Findings) -> Tiles | None:
    """Return where they come from; an address that cannot be of tiles is a warning, since a drawing does instead."""
    if written is None:
        return None
    gaps = sorted(_PLACEHOLDER.findall(written.tiles))
    if gaps != sorted(_GAPS) or not _is_secure(_PLACEHOLDER.sub(_FILLED, written.tiles)):
        findings.add("bad-tiles", ("map", "tiles"), severity=Severity.WARNING, value=written.tiles)
        return None
    return Tiles(template=written.tiles, attribution=written.attribution)


def _is_secure(address: str) -> bool:
    """Whether an address is a whole one, with https: a page with https shows no pictures without it."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    plain = not _NEVER.search(address) and _FILLED not in parts.netloc
    return plain and parts.scheme == "https" and bool(parts.hostname) and not parts.username and port != 0
