"""Organization (schema.org/Organization)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.schema_org.setting import CONTEXT, Setting

if TYPE_CHECKING:
    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.organisation import Organisation


def organisation(setting: Setting, partner: Organisation) -> JsonObject:
    """Return a partner as the page about it says it."""
    return {"@context": CONTEXT, **described(setting, partner)}


def described(setting: Setting, partner: Organisation) -> JsonObject:
    """Return all of a partner."""
    found = named(setting, partner)
    if partner.website:
        found["sameAs"] = partner.website
    if partner.email:
        found["email"] = partner.email
    if partner.phone:
        found["telephone"] = partner.phone
    if partner.logo:
        found["logo"] = setting.image(partner.logo)
    if partner.area:
        found["areaServed"] = {"@type": "AdministrativeArea", "name": setting.name(partner.area.name)}
    return found


def named(setting: Setting, partner: Organisation) -> JsonObject:
    """Return a partner by its name and page, as an event mentions it; one that an event only names has no page."""
    found: JsonObject = {"@type": "Organization", "name": setting.name(partner.name)}
    if partner.id:
        page = setting.page("organisation", partner.id)
        found |= {"@id": page, "url": page}
    return found


def referred(setting: Setting, partner: Organisation) -> JsonObject:
    """Return a partner where the same data has named it already."""
    return {"@id": setting.page("organisation", partner.id)} if partner.id else named(setting, partner)
