"""Structured data of schema.org as JSON-LD: what search engines and other programs read from a page.

Each function returns one thing with its ``@context``, ready for :func:`streekagenda.formats.json_text.json_in_html`.
"""

from streekagenda.formats.schema_org.breadcrumbs import breadcrumbs
from streekagenda.formats.schema_org.events import event
from streekagenda.formats.schema_org.organisations import organisation
from streekagenda.formats.schema_org.places import place
from streekagenda.formats.schema_org.setting import Setting

__all__ = ["Setting", "breadcrumbs", "event", "organisation", "place"]
