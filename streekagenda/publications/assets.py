"""The files that pages show or load: style and icons, the region's own colours, and the media of content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.output import Output
from streekagenda.publications.colours import THEME, THEME_OF_EMBEDS, theme_of, theme_of_embeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.publications.site import Site


def outputs(site: Site) -> Iterator[Output]:
    """Yield them all."""
    for path, content in site.static:
        yield Output(path=path, content=content)
    if css := theme_of(site):
        yield Output(path=THEME, content=css.encode("utf-8"))
    yield Output(path=THEME_OF_EMBEDS, content=theme_of_embeds(site).encode("utf-8"))
    for path, content in sorted(site.media.items()):
        yield Output(path=path, content=content)
