"""JSON Schemas of content files (draft 2020-12), made from the declarations, for editors that complete and check.

Each key stands in them twice, in English and by its Dutch name, each with its title, description and example in its own
language; a key with one name for both has both descriptions. Editors read YAML numbers as numbers where we read the text
that stands there, so that a text may be a number too. What a schema cannot know is listed in the test that holds it
against the validator (``tests/content/test_schema.py``).
"""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from streekagenda.content.declarations.event import EventFile
from streekagenda.content.declarations.examples import examples
from streekagenda.content.declarations.files import FILES, RegionFile
from streekagenda.content.declarations.keys import all_declarations, dutch_name, mappings_in, names
from streekagenda.content.declarations.when import WrittenEntry
from streekagenda.content.key_languages import DUTCH, in_language
from streekagenda.content.schedules import COMMON_KEYS, KEYS_OF
from streekagenda.store.compiled import file_in, keep, recall

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from pydantic.fields import FieldInfo

    from streekagenda.content.declarations.fields import Written
    from streekagenda.content.yaml_text import Value

    Translate = Callable[[str], str]
    """Returns the Dutch of an English description."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"
KINDS = tuple(FILES)
_HERE = Path(__file__).resolve().parent
_NO_TEXT = "0"
"""What is kept was made of no text: the program alone decides whether it is believed."""
_LIST_LIMIT = 1000
"""Marks a list that may also be written as one item, see ``declarations.fields.one_or_list``."""


def schemas(
    dutch: Translate = str,
    known: Mapping[str, Sequence[str]] | None = None,
    *,
    checks: Collection[str] = (),
) -> dict[str, str]:
    """Return the JSON text of the schema of each kind of file, by its kind; without Dutch, English takes its place.

    ``known`` are ids of the region by the key that names them, such as its topics. They are examples, which editors
    offer: what was added since would be wrong if they were all that can be. ``checks`` are the codes of all checks, of
    which an author accepts some and a region judges some; without them each code is taken.
    """
    return {kind: schema_of(kind, dutch, known or {}, checks=checks) for kind in KINDS}


def schema_of(kind: str, dutch: Translate, ids: Mapping[str, Sequence[str]], *, checks: Collection[str]) -> str:
    """Return the JSON text of the schema of one kind of file; as :func:`schemas`."""
    schema = json.loads(_declared(kind))
    known = {one.__name__: one for one in all_declarations()}
    for name, part in (*schema.get("$defs", {}).items(), (FILES[kind].__name__, schema)):
        if name in known:
            _name(part, known[name], dutch)
            if known[name] is not RegionFile:  # which is where they come from
                _offer(part, known[name], ids)
    for part in _objects(schema):
        _loosen(part)
    for name in ("accept", "bewust", "checks", "controles") if checks else ():
        if name in schema["properties"]:
            schema["properties"][name]["propertyNames"] = {"enum": sorted(checks)}
    whole = {"$schema": DRAFT, **schema, "title": kind}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


@cache
def _declared(kind: str) -> bytes:
    """Return the schema as pydantic makes it, which takes two thirds of the time: kept beside the program, that decides it."""
    file = file_in(_HERE, "schema", f"{kind}.json")
    found = recall(file, _NO_TEXT)
    if found is None:
        found = json.dumps(FILES[kind].model_json_schema(by_alias=True)).encode("ascii")
        keep(file, _NO_TEXT, found)
    return found


# ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _name(schema: dict[str, Any], declaration: type[Written], dutch: Translate) -> None:
    """Give the schema of a mapping both names of each key, and say what they mean."""
    schema["description"] = _both(schema["description"], dutch)
    schema.pop("title", None)
    properties: dict[str, Any] = {}
    conditions: list[dict[str, Any]] = []
    required = schema.pop("required", [])
    for key, field in names(declaration).items():
        part = schema["properties"][key]
        part.pop("nl", None)
        if part.get("default", ...) in (None, []):
            del part["default"]
        twin = dutch_name(field) or key
        english, in_dutch = _examples(declaration, key, field)
        said = str(field.description)
        if twin == key:
            shown = [one for index, one in enumerate((*in_dutch, *english)) if one not in (*in_dutch, *english)[:index]]
            properties[key] = {**part, "title": _title(key), "description": _both(said, dutch), "examples": shown}
            conditions += [{"required": [key]}] if key in required else []
            continue
        properties[key] = {**part, "title": _title(key), "description": said, "examples": english}
        properties[twin] = {**part, "title": _title(twin), "description": dutch(said), "examples": in_dutch}
        conditions.append({"not": {"required": [key, twin]}})
        conditions += [{"anyOf": [{"required": [key]}, {"required": [twin]}]}] if key in required else []
    schema["properties"] = properties
    if declaration is WrittenEntry:
        conditions += _sorts_of_entry()
    if declaration is EventFile:
        conditions.append(_somewhere())
    if conditions:
        schema["allOf"] = conditions


def _offer(schema: dict[str, Any], declaration: type[Written], ids: Mapping[str, Sequence[str]]) -> None:
    """Put the ids of the region at the keys that name them, and at the items of their lists."""
    for key, field in names(declaration).items():
        for name in {key, dutch_name(field) or key} if ids.get(key) else ():
            part = schema["properties"][name] = copy.deepcopy(schema["properties"][name])
            part["examples"] = list(ids[key])
            if "items" in part:
                part["items"]["examples"] = list(ids[key])


def _sorts_of_entry() -> Iterator[dict[str, Any]]:
    """Yield that an entry of ``when`` is of one sort, which says the keys that it may have."""
    twins = {key: dutch_name(field) or key for key, field in names(WrittenEntry).items()}
    marks = [name for sort in KEYS_OF for name in dict.fromkeys((sort, twins[sort]))]
    yield {"anyOf": [{"required": [name]} for name in marks]}
    for sort, own in KEYS_OF.items():
        allowed = sorted({name for key in own | COMMON_KEYS for name in (key, twins[key])})
        for name in dict.fromkeys((sort, twins[sort])):
            yield {"anyOf": [{"not": {"required": [name]}}, {"propertyNames": {"enum": allowed}}]}


def _somewhere() -> dict[str, Any]:
    """Return that an event, or each entry of its ``when``, says where it is."""
    said = [
        {"required": [name]} for key in ("place", "online") for name in dict.fromkeys((key, _dutch(EventFile, key)))
    ]
    entry = {"type": "object", "anyOf": said}
    entries = {"anyOf": [entry, {"type": "array", "items": entry}]}
    return {"anyOf": [*said, {"properties": dict.fromkeys(("when", _dutch(EventFile, "when")), entries)}]}


def _dutch(declaration: type[Written], key: str) -> str:
    return dutch_name(names(declaration)[key]) or key


def _both(said: str, dutch: Translate) -> str:
    return " · ".join(dict.fromkeys((dutch(said), said)))


def _title(key: str) -> str:
    spaced = key.replace("_", " ")
    return spaced[0].upper() + spaced[1:]


def _examples(declaration: type[Written], key: str, field: FieldInfo) -> tuple[list[Value], list[Value]]:
    """Return the examples of a key with English keys, and with Dutch keys."""
    english, in_dutch = examples(declaration.__name__, key, list(field.examples or ()))
    inner = list(mappings_in(field.annotation))
    return english, [_in_dutch(one, inner) for one in in_dutch]


def _in_dutch(value: Value, inner: list[type[Written]]) -> Value:
    if isinstance(value, list):
        return [_in_dutch(one, inner) for one in value]
    return in_language(value, inner, DUTCH) if isinstance(value, dict) else value


# ── shapes ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 -- JSON
    if isinstance(value, dict):
        inner = [one for key, one in value.items() if key != "examples"]
        yield value
        for one in inner:
            yield from _objects(one)
    elif isinstance(value, list):
        for one in value:
            yield from _objects(one)


def _loosen(schema: dict[str, Any]) -> None:
    """Change one schema object in place: one or a list, text that looks like a number, languages as keys."""
    if schema.get("type") == "array" and "maxLength" in schema:  # how pydantic says it behind a validator
        schema["maxItems"] = schema.pop("maxLength")
    if schema.get("type") == "array" and schema.get("maxItems") == _LIST_LIMIT:
        kept = ("type", "minItems", "maxItems", "items")
        as_list = {key: schema.pop(key) for key in kept if key in schema}
        schema["anyOf"] = [as_list["items"], as_list]
    if schema.get("type") == "string" and not schema.keys() & {"enum", "format"}:
        schema["type"] = ["string", "number"]
    for pattern, inner in schema.pop("patternProperties", {}).items():
        schema["propertyNames"] = {"pattern": pattern}
        schema["additionalProperties"] = inner
