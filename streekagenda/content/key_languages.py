"""Values of content files with the keys of a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.declarations.keys import dutch_name, mappings_in, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from streekagenda.content.declarations.fields import Written
    from streekagenda.content.yaml_text import Value

DUTCH = "nl"


def in_language(values: Mapping[str, Value], declarations: Iterable[type[Written]], language: str) -> dict[str, Value]:
    """Return values with the keys of a language; keys that have no name in it stay English."""
    if language != DUTCH:
        return dict(values)
    known = [names(declaration) for declaration in declarations]
    said: dict[str, Value] = {}
    for key, value in values.items():
        fields = [fields[key] for fields in known if key in fields]
        name = next((name for field in fields if (name := dutch_name(field))), key)
        inner = [mapping for field in fields for mapping in mappings_in(field.annotation)]
        said[name] = _in_language(value, inner, language)
    return said


def _in_language(value: Value, inner: Iterable[type[Written]], language: str) -> Value:
    if isinstance(value, dict) and inner:
        return in_language(value, inner, language)
    return [_in_language(one, inner, language) for one in value] if isinstance(value, list) else value
