"""The JSON Schemas of content files, for editors that complete and check while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.schema import schemas
from streekagenda.output import Output
from streekagenda.rendering.translations import in_dutch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.publications.site import Site


def outputs(site: Site) -> Iterator[Output]:
    """Yield the schema of every kind of content file: ``schema/event.json``; the same for every region."""
    for kind, text in schemas(in_dutch(site.words[site.region.language].translations)).items():
        yield Output(path=site.addresses.schema(kind), content=text.encode())
