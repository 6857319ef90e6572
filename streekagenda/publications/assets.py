"""The files that pages show or load, ours and those of others: style, scripts, icons, own colours, media of content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.output import Output, ready
from streekagenda.publications.colours import THEME, THEME_OF_EMBEDS, theme_of, theme_of_embeds
from streekagenda.publications.editions import host_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.publications.site import Site


def outputs(site: Site) -> Iterator[Output]:
    """Yield them all."""
    for path, content in site.static:
        yield ready(path, content)
    for newest in host_script.released(site)[-1:]:
        yield ready(host_script.NEWEST, newest.content)
    if css := theme_of(site):
        yield ready(THEME, css.encode("utf-8"))
    yield ready(THEME_OF_EMBEDS, theme_of_embeds(site).encode("utf-8"))
    for path, content in sorted(site.media.items()):
        yield ready(path, content)
