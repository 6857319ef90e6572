"""The files that pages show or load: style and icons, the region's own colours, and the media of content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.output import Output
from streekagenda.publications.colours import theme_css

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.publications.site import Site

THEME = "static/theme.css"


def outputs(site: Site) -> Iterator[Output]:
    """Yield them all."""
    for path, content in site.static:
        yield Output(path=path, content=content)
    if site.region.theme.primary:
        yield Output(path=THEME, content=theme_css(site.region.theme.primary).encode("utf-8"))
    for path, content in sorted(site.media.items()):
        yield Output(path=path, content=content)
