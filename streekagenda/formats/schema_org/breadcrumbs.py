"""BreadcrumbList (schema.org/BreadcrumbList): the way from the home page to a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.plain_text import line
from streekagenda.formats.schema_org.setting import CONTEXT, Setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.formats.json_text import JsonObject


def breadcrumbs(setting: Setting, trail: Sequence[tuple[str, str]]) -> JsonObject:
    """Return the trail of names and paths, the home page first and this page last."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": line(name), "item": setting.addresses.absolute(path)}
            for position, (name, path) in enumerate(trail, start=1)
        ],
    }
