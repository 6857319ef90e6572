"""How a mapping is written, from the example in its declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.declarations.keys import dutch_name, mappings_at, mappings_in, names
from streekagenda.content.key_languages import DUTCH, in_language
from streekagenda.content.writing import scalar

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from streekagenda.content.declarations.fields import Written
    from streekagenda.content.yaml_text import Path

_NO = frozenset({"no", "nee", "false"})
_IN_DUTCH = {"yes": "ja", "no": "nee"}
_YES_NO = {*_IN_DUTCH, *_IN_DUTCH.values()}


def example_at(declaration: type[Written], path: Path, value: object) -> tuple[str, str] | None:
    """Return how the key that ``path`` leads to is written, in English and in Dutch; ``value`` is what stands there."""
    keys = [part for part in path if isinstance(part, str)]
    found = [field for mapping in mappings_at(declaration, keys[:-1]) if (field := names(mapping).get(keys[-1]))]
    if not found or not found[0].examples or not isinstance(found[0].examples[0], dict):
        return None
    example = dict(found[0].examples[0])
    if isinstance(value, str) and value.strip().casefold() in _NO and example.get("required") == "yes":
        example = {"required": "no"}
    inner = list(mappings_in(found[0].annotation))
    in_dutch = {key: _IN_DUTCH.get(str(one), str(one)) for key, one in in_language(example, inner, DUTCH).items()}
    return _line(keys[-1], example, found[0]), _line(dutch_name(found[0]) or keys[-1], in_dutch, found[0])


def _line(key: str, example: dict[str, str], field: FieldInfo) -> str:
    inside = ", ".join(f"{name}: {_value(said)}" for name, said in example.items())
    return f"{key}: [{{{inside}}}]" if field.default == () else f"{key}: {{{inside}}}"


def _value(said: str) -> str:
    return said if said in _YES_NO else scalar(said, flow=True)
