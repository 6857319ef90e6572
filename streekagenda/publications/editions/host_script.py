"""The script that other sites load beside their frames: every version that was ever released, and which is the newest.

A site that checks what it loads keeps its version, whose bytes never change. One that wants mends by themselves loads
the newest without a number in its address.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.integrity import integrity

if TYPE_CHECKING:
    from streekagenda.publications.site import Site

NEWEST = "embed.js"
"""The path of the newest version."""
_RELEASED = re.compile(r"embed-(\d+)\.(\d+)\.(\d+)\.js")


class HostScript(Struct, frozen=True, kw_only=True):
    """One version of the script."""

    path: str
    """``embed-1.0.0.js``, at the root of the site."""
    content: bytes

    @property
    def integrity(self) -> str:
        """What a snippet says beside its address, ``sha384-…``."""
        return integrity(self.content)


def released(site: Site) -> tuple[HostScript, ...]:
    """Return every version, the newest last."""
    found = [(match, content) for path, content in site.static if (match := _RELEASED.fullmatch(path))]
    return tuple(
        HostScript(path=match[0], content=content)
        for match, content in sorted(found, key=lambda one: tuple(map(int, one[0].groups())))
    )


def newest(site: Site) -> HostScript:
    """Return the newest version, which stands at :data:`NEWEST` too."""
    return released(site)[-1]
