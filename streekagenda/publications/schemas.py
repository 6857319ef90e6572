"""The JSON Schemas of content files, for editors that complete and check while one types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.checks import CODES
from streekagenda.output import Output
from streekagenda.rendering.translations import in_dutch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.calendar import Calendar
    from streekagenda.publications.site import Site


MOST = 200
"""Ids of one kind that are offered; a longer list is no help while one types."""


def outputs(site: Site) -> Iterator[Output]:
    """Yield the schema of every kind of content file, ``schema/event.json``, with the ids of the region to choose from."""
    for _ in site.index.asked.each(lambda: ("schemas",), str):  # one thing, which stays as a whole
        from streekagenda.content.schema import KINDS  # noqa: PLC0415 -- all declarations, which a site whose schemas stay does not need

        for kind in KINDS:
            yield Output(path=site.addresses.schema(kind), make=partial(_schema, site, kind))


def _schema(site: Site, kind: str) -> bytes:
    from streekagenda.content.schema import schema_of  # noqa: PLC0415 -- as above

    dutch = in_dutch(site.words[site.region.language].translations)
    return schema_of(kind, dutch, _known(site.calendar), checks=CODES).encode()


def _known(calendar: Calendar) -> dict[str, list[str]]:
    """Return the ids of the region, by the key that names them."""
    region = calendar.region
    organisations = [one.id for one in calendar.organisations if one.id]
    ids = {
        "topics": [one.id for one in region.topics],
        "audiences": [one.id for one in region.audiences],
        "facilities": [one.id for one in region.facilities],
        "area": [one.id for one in region.all_areas()],
        "place": [one.id for one in calendar.places if one.id],
        "organiser": organisations,
        "organisation": organisations,
        "campaign": [one.id for one in calendar.campaigns],
    }
    return {key: found for key, found in ids.items() if 0 < len(found) <= MOST}
