"""A key that the format does not have where it stands: what its author probably means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.declarations.keys import dutch_name, mappings_at, mappings_in, names
from streekagenda.content.declarations.synonyms import may_mean, meant_by
from streekagenda.content.nearest import nearest, slip
from streekagenda.content.writing import scalar
from streekagenda.diagnostics import problem

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from streekagenda.content.declarations.fields import Written
    from streekagenda.content.records import Record
    from streekagenda.content.yaml_text import Path, Value
    from streekagenda.diagnostics import Diagnostic


def unknown_key(record: Record, declaration: type[Written], path: Path) -> Diagnostic:
    """Say that the last key of ``path`` cannot stand there, and which can, in the language of the other keys."""
    key, written = str(path[-1]), record.key_as_written(path)
    location = record.at(path, key=True)
    fields = {name: field for mapping in mappings_at(declaration, path[:-1]) for name, field in names(mapping).items()}
    meant = meant_by(written, fields)
    inner, holders = (key, {}) if meant else _held(key, written, fields)
    if holders:
        example, whole = _example(record, holders, fields, path, inner)
        return problem(
            "misplaced-key",
            location,
            correction=record.instead_of(path, example) if whole else None,
            key=written,
            holders=", ".join(f"“{name}”" for name in holders),
            dutch=", ".join(f"“{dutch_name(field) or name}”" for name, field in holders.items()),
            example=example,
        )
    if not meant and len(path) > 1 and key in names(declaration):
        value = _value(record, path)
        example = f"{written}: {scalar(value) if isinstance(value, str) else '…'}"
        return problem(
            "misplaced-key-above", location, key=written, holder=record.key_as_written(path[:-1]), example=example
        )
    english = meant or _nearest(written, fields, dutch=record.is_dutch)
    if english is None:
        told = ", ".join(dutch_name(field) or name for name, field in fields.items())
        return problem("unknown-key", location, key=written, known=", ".join(fields), dutch=told)
    near = dutch_name(fields[english]) or english if record.is_dutch else english
    correction = record.correction(path, near, key=True, certain=_slip(written, english, fields))
    return problem("unknown-key-near", location, key=written, near=near, suggestion=near, correction=correction)


def _slip(written: str, english: str, fields: dict[str, FieldInfo]) -> bool:
    """Whether a word can only be a name of this key, mistyped; another word for it is never taken for it."""
    its_names = {english, dutch_name(fields[english]) or english}
    others = {name for key, field in fields.items() if key != english for name in (key, dutch_name(field) or key)}
    return any(slip(written, name, others) for name in its_names)


def _held(key: str, written: str, fields: dict[str, FieldInfo]) -> tuple[str, dict[str, FieldInfo]]:
    """Return the key that belongs inside others and is meant by a word, and those others."""
    for one in (key, *may_mean(written)):
        holders = {name: field for name, field in fields.items() if _holds(field, one)}
        if holders:
            return one, holders
    return key, {}


def _value(record: Record, path: Path) -> Value:
    value: Value = dict(record.document)
    for part in path:
        if isinstance(value, dict) and part in value:  # what is in the path and not in the file is passed over
            value = value[str(part)]
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]
    return value


def _example(
    record: Record, holders: dict[str, FieldInfo], fields: dict[str, FieldInfo], path: Path, meant: str
) -> tuple[str, bool]:
    """Return the line that holds the key where it belongs, and whether that line can take the place of this one.

    Other keys that belong there too stand beside it; for what stands there already, or is no text, there is ``…``.
    """
    name = next((one for one in holders if one in record.document), list(holders)[-1])
    said = (dutch_name(holders[name]) or name) if record.is_dutch else name
    inner = {key: one for mapping in mappings_in(holders[name].annotation) for key, one in names(mapping).items()}
    at_top = len(path) == 1
    held = {str(path[-1]): meant}
    if at_top:
        belong = {key: key if key in inner else meant_by(key, inner) for key in record.document if key not in fields}
        held = {key: one for key, one in belong.items() if one}
    written = []
    for key, one in held.items():
        value = record.document.get(key) if at_top else None
        shown = scalar(value, flow=True) if isinstance(value, str) else "…"
        in_words = (dutch_name(inner[one]) or one) if record.is_dutch and one in inner else one
        as_written = record.key_as_written((*path[:-1], key)) if key == one else in_words
        written.append(f"{as_written}: {shown}")
    example = f"{said}: {{{', '.join([*(['…'] if name in record.document else []), *written])}}}"
    return example, len(held) == 1 and "…" not in example


def _holds(field: FieldInfo, key: str) -> bool:
    return any(key in names(inner) for inner in mappings_in(field.annotation))


def _nearest(written: str, fields: dict[str, FieldInfo], *, dutch: bool) -> str | None:
    """Return the English name of the key that looks most like a word, first among the names in its own language."""
    in_dutch = {name: english for english, field in fields.items() if (name := dutch_name(field))}
    in_english = {name: name for name in fields}
    for known in (in_dutch, in_english) if dutch else (in_english, in_dutch):
        if near := nearest(written, known):
            return known[near]
    return None
