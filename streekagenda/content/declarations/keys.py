"""What the declarations say of keys: which there are, and what they are called in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from streekagenda.content.declarations.fields import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo


def dutch_name(declared: FieldInfo) -> str | None:
    """Return the Dutch name of a field, where it has one."""
    extra = declared.json_schema_extra
    return str(extra["nl"]) if isinstance(extra, dict) and extra.get("nl") else None


def mappings_in(annotation: object) -> Iterator[type[Written]]:
    """Yield the declared mappings that a field's type names, without going into their own fields."""
    if isinstance(annotation, type) and issubclass(annotation, Written):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from mappings_in(part)


def names(declaration: type[Written]) -> dict[str, FieldInfo]:
    """Return the fields of a declaration by the English name that authors write."""
    return {declared.alias or name: declared for name, declared in declaration.model_fields.items()}


def mappings_at(declaration: type[Written], path: Iterable[str | int]) -> list[type[Written]]:
    """Return the mappings that may stand at ``path`` in a file; parts that name no field are passed over."""
    here = [declaration]
    for part in path:
        found = [names(mapping)[part] for mapping in here if isinstance(part, str) and part in names(mapping)]
        if found:
            here = [mapping for field in found for mapping in mappings_in(field.annotation)]
    return here


def all_declarations() -> list[type[Written]]:
    """Return every declaration that a file can hold, each once."""
    from streekagenda.content.declarations.files import FILES  # noqa: PLC0415 -- the other kinds, which no event needs

    seen: list[type[Written]] = []
    todo = list(FILES.values())
    while todo:
        mapping = todo.pop(0)
        if mapping not in seen:
            seen.append(mapping)
            todo += [inner for field in mapping.model_fields.values() for inner in mappings_in(field.annotation)]
    return seen


def declared_names() -> dict[str, str]:
    """Return the English key of each Dutch one; :mod:`~streekagenda.content.declarations.key_names` keeps them."""
    dutch: dict[str, str] = {}
    for declaration in all_declarations():
        for english, declared in names(declaration).items():
            name = dutch_name(declared)
            if name and dutch.setdefault(name, english) != english:
                message = f"{name!r} stands for {dutch[name]!r} and for {english!r}"
                raise ValueError(message)
    return dutch
