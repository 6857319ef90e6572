"""The parts that declarations are made of: a field with its Dutch name, and the types of a value as it is written.

Every value arrives as the text that stands in the file. Dates and hours stay text here: reading them needs to know
where they stand and what day it is, see ``content/schedules.py``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Tag,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function, no_info_before_validator_function, str_schema

from streekagenda.content.nearest import nearest, slip
from streekagenda.formats.plain_text import is_blank

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Written(BaseModel):
    """A mapping in a content file; a key that is not declared is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def field(doc: str, *, nl: str | None = None, default: Any = None, required: bool = False, **schema: Any) -> Any:  # noqa: ANN401 -- pydantic's Field is untyped too
    """Declare a field: what it means, its Dutch name, and, as in JSON Schema, ``examples``."""
    return Field(... if required else default, description=doc, json_schema_extra={"nl": nl or ""}, **schema)


def mistake(code: str, **values: object) -> PydanticCustomError:
    """Return the exception by which a validator reports a mistake.

    Among the values ``suggestion`` is text to copy, and ``certain`` says that nothing else can be meant.
    """
    return PydanticCustomError(code, "{code}", {"code": code, **{name: str(value) for name, value in values.items()}})


# ── text ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _not_empty(value: str) -> str:
    if is_blank(value):
        raise mistake("empty-text")
    return value


class _SomeLanguage:
    """Refuses a text in no language at all."""

    def _check(self, value: dict[str, str]) -> dict[str, str]:
        if not value:
            raise mistake("empty-text")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 -- pydantic's protocol
        return no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), "minProperties": 1}


_SOME_LANGUAGE = _SomeLanguage()


class _Text:
    """A text as a function reads it. It makes its schema by itself, which is soon done: half of all keys hold a text."""

    def __init__(self, read: Callable[[str], str], *, pattern: str) -> None:
        self._read, self._pattern = read, pattern

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 -- pydantic's protocol
        return no_info_after_validator_function(self._read, str_schema())

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": self._pattern}


def _words(value: str) -> str:
    return _not_empty(" ".join(value.split()))


Words = Annotated[str, _Text(_words, pattern=r"\S")]
"""Text on one line, line breaks and double spaces as single spaces, whose reader knows how long it may be."""
Prose = Annotated[str, _Text(_not_empty, pattern=r"\S")]
"""Text in which line breaks may matter."""

_LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?"
_COLOUR = r"#[0-9a-fA-F]{6}"


def _language_code(value: str) -> str:
    if not re.fullmatch(_LANGUAGE, value):
        raise mistake("bad-language", language=value)
    return value


LanguageCode = Annotated[str, _Text(_language_code, pattern=f"^{_LANGUAGE}$")]


def _colour(value: str) -> str:
    if not re.fullmatch(_COLOUR, value):
        raise mistake("bad-colour", value=value)
    return value.lower()


Colour = Annotated[str, _Text(_colour, pattern=f"^{_COLOUR}$")]


def _shape(value: object) -> str:
    return "mapping" if isinstance(value, dict) else "text"


WrittenText = Annotated[
    Annotated[Words, Tag("text")] | Annotated[dict[LanguageCode, Words], _SOME_LANGUAGE, Tag("mapping")],
    Discriminator(_shape),
]
"""The type ``text*`` of the content format: a text, or a mapping of language to text."""
WrittenProse = Annotated[
    Annotated[Prose, Tag("text")] | Annotated[dict[LanguageCode, Prose], _SOME_LANGUAGE, Tag("mapping")],
    Discriminator(_shape),
]


class AtMost:
    """Refuses a text, or one of its languages, of more than ``limit`` characters."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def _check(self, value: str | dict[str, str]) -> str | dict[str, str]:
        longest = max(map(len, [value] if isinstance(value, str) else value.values()), default=0)
        if longest > self.limit:
            raise mistake("too-long", length=longest, limit=self.limit)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 -- pydantic's protocol
        return no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say the limit at each text."""
        schema = handler(core)
        for one in schema.get("oneOf", [schema]):
            for text in one.get("patternProperties", {"": one}).values():
                text["maxLength"] = self.limit
        return schema


def at_most(limit: int) -> AtMost:
    """Refuse a text, or one of its languages, of more than ``limit`` characters."""
    return AtMost(limit)


Line = Annotated[Words, at_most(500)]
"""Text on one line."""

# ── lists ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_as_list), Field(max_length=1000)]
"""One thing, or a list of them."""


class _AtLeastOne:
    def _check(self, value: tuple[T, ...]) -> tuple[T, ...]:
        if not value:
            raise mistake("empty-list")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 -- pydantic's protocol
        return no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), "minItems": 1}


AT_LEAST_ONE = _AtLeastOne()
"""Refuses an empty list."""

# ── choices ───────────────────────────────────────────────────────────────────────────────────────────────────────


_NEGATIONS = frozenset({"niet", "geen", "not", "no", "never", "nooit"})


class Choice:
    """Marks a fixed value, which may be written in English or by its Dutch name."""

    def __init__(
        self,
        enumeration: type[StrEnum],
        dutch: dict[str, str],
        *,
        also: dict[str, str] | None = None,
        elsewhere: dict[str, str] | None = None,
    ) -> None:
        """Take the enumeration, and the English value of each Dutch name.

        ``also`` are further words that can mean only one of them; ``elsewhere`` the words that belong at another key,
        each with the code that says where.
        """
        self.names = {member.value: member for member in enumeration}
        self.choices = {"choices": ", ".join(self.names)}
        named = {value: name for name, value in dutch.items()}
        self.choices["dutch"] = ", ".join(named.get(value, value) for value in self.names)
        self.names |= {name: enumeration(value) for name, value in (dutch | (also or {})).items()}
        self.elsewhere = elsewhere or {}

    def _read(self, value: object) -> object:
        if not isinstance(value, str):
            raise mistake("unknown-value", value="[…]", **self.choices)
        word = " ".join(value.casefold().split())
        if word in self.elsewhere:
            raise mistake(self.elsewhere[word], value=value)
        chosen = self.names.get(word)
        if chosen is None:
            # "gaat niet door" looks much like "gaat door": a near word must never turn a "no" into a "yes".
            near = None if _NEGATIONS & set(value.casefold().split()) else nearest(value, self.names)
            others = [name for name, member in self.names.items() if near and member is not self.names[near]]
            certain = {"certain": "yes"} if near and slip(value, near, others) else {}
            proposal = {"suggestion": near} if near else {}
            raise mistake("unknown-value", value=value, **self.choices, **proposal, **certain)
        return chosen

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 -- pydantic's protocol
        """Read the value before the enumeration sees it."""
        return no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Name all values in both languages."""
        return {"type": "string", "enum": list(self.names)}


def _yes_no(value: object) -> object:
    words = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nee": False}
    if not isinstance(value, str) or value.strip().casefold() not in words:
        raise mistake("not-yes-or-no", value=value)
    return words[value.strip().casefold()]


YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nee", "yes", "no"]}]}),
]

# ── numbers ───────────────────────────────────────────────────────────────────────────────────────────────────────


TEXT_ALONE = ["string"]
"""The type of what stands between quotation marks: in a schema any other text may be a number too."""


class WholeNumber:
    """Reads a whole number from ``least`` to ``most``."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def _read(self, value: object) -> object:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,9}", value.strip()):
            raise mistake("not-a-number", value=value, least=self.least, most=self.most)
        number = int(value)
        if not self.least <= number <= self.most:
            raise mistake("number-out-of-range", value=value, least=self.least, most=self.most)
        return number

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 -- pydantic's protocol
        """Read the text before pydantic sees it."""
        return no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say the limits; a number may stand between quotation marks."""
        number = {"type": "integer", "minimum": self.least, "maximum": self.most}
        written = "^(?=.*[1-9])[0-9]{1,9}$" if self.least > 0 else "^[0-9]{1,9}$"
        return {"anyOf": [number, {"type": TEXT_ALONE, "pattern": written}]}


def whole_number(least: int, most: int) -> WholeNumber:
    """Read a whole number from ``least`` to ``most``."""
    return WholeNumber(least, most)


def _degrees(value: object) -> object:
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(part, str) for part in value):
        raise mistake("bad-geo")
    try:
        latitude, longitude = (float(Decimal(part.strip())) for part in value)
    except (ArithmeticError, ValueError):  # the latter for sNaN
        raise mistake("bad-geo") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise mistake("bad-geo")
    return latitude, longitude


def _degrees_schema(limit: int, whole: str) -> dict[str, Any]:
    """Return the schema of degrees from ``-limit`` to ``limit``; ``whole`` matches the whole degrees below it."""
    written = rf"^-?0*(?:{whole}(?:\.[0-9]+)?|{limit}(?:\.0+)?)$"
    number = {"type": "number", "minimum": -limit, "maximum": limit}
    return {"anyOf": [number, {"type": TEXT_ALONE, "pattern": written}]}


Geo = Annotated[
    tuple[float, float],
    BeforeValidator(_degrees),
    WithJsonSchema(
        {
            "type": "array",
            "prefixItems": [_degrees_schema(90, "[0-8]?[0-9]"), _degrees_schema(180, "(?:1[0-7]|[0-9])?[0-9]")],
            "minItems": 2,
            "maxItems": 2,
        }
    ),
]
"""Latitude and longitude, WGS 84."""
