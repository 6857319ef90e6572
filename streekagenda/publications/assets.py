"""The files that pages show or load: style and icons, the region's own colours, and the media of content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.output import Output
from streekagenda.publications.colours import THEME, theme_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.publications.site import Site


def outputs(site: Site) -> Iterator[Output]:
    """Yield them all."""
    for path, content in site.static:
        yield Output(path=path, content=content)
    if css := theme_of(site):
        yield Output(path=THEME, content=css.encode("utf-8"))
    for path, content in sorted(site.media.items()):
        yield Output(path=path, content=content)
