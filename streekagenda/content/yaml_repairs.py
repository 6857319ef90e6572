"""A line of broken YAML, and how it was probably meant: what ``yaml_mistakes`` found becomes a line to copy."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.content.declarations.key_names import english_of_dutch
from streekagenda.content.declarations.synonyms import MEANT
from streekagenda.diagnostics import Correction

if TYPE_CHECKING:
    from collections.abc import Sequence

_GLUED = re.compile(r"(?P<key>[^\W\d_][\w -]*):(?P<value>(?!//)\S.*)")
_CURLY = re.compile(r"[“„](?P<double>[^“„”]+)[”“]|‘(?P<single>[^‘]+)’")
_VALUE = re.compile(r"(?P<before>\s*(?:- +)*(?:[^\W\d_][\w -]*:\s+)?)(?P<value>\S.*?)(?P<remark>\s+#.*)?\s*")
"""A line of a block: what stands before a value, the value, and a remark behind it."""
_BEFORE_COLON = re.compile(r"([\w-]+):(?=\s)")
_APOSTROPHE = re.compile(r"(?:^\s*(?:- +)?|[:,]\s+|[\[{]\s*)(?P<at>')(?P<word>[stnkm])(?=\s)", re.IGNORECASE)
"""A text that begins as 's avonds, 't Hoekje or 'n praatje."""
_LONGEST = 500
"""Characters of a line for which a repair is sought; nobody would read a longer one."""
_CLOSED = re.compile(r"'(?:[^']|'')*'\s*(?:$|[,\]}]|#)")


class Repair(Struct, frozen=True, kw_only=True):
    """What is wrong, at which line and column of the document, both counted from 0, and the line as it was meant."""

    code: str
    line: int
    column: int
    suggestion: str | None = None
    correction: Correction | None = None


@cache
def _all_keys() -> frozenset[str]:
    """Return each key, and each other word that is written for one."""
    dutch = english_of_dutch()
    return frozenset({*dutch, *dutch.values(), *MEANT})


@cache
def _last_words() -> frozenset[str]:
    """Return the last word of each; "Let op: …" is no key."""
    return frozenset(name.rpartition(" ")[2] for name in _all_keys()) - {"op"}


def repaired(code: str, lines: Sequence[str], line: int, column: int) -> Repair:
    """Return what is more exactly wrong, with the line as it was probably meant where that can be told."""
    if line >= len(lines) or len(lines[line]) > _LONGEST:
        return Repair(code=code, line=line, column=column)
    if code in {"yaml-quote", "yaml-indent", "yaml-bracket"} and (apostrophe := _apostrophe(lines, line)):
        return apostrophe
    source = lines[line]
    if code == "yaml-no-colon" and with_space(source):
        code = "yaml-space"
    elif code == "yaml-indent" and _text_behind_quote(source, column):
        code = "yaml-behind-quote"
    found = Repair(code=code, line=line, column=column)
    if code in {"yaml-tab", "yaml-indent"}:
        return replace(found, correction=_tabs(source) if code == "yaml-tab" else _as_far_as_before(lines, line))
    if code == "yaml-colon" and (value := _VALUE.fullmatch(source)) and without_curly_quotes(value["value"]):
        found = replace(found, code="yaml-colon-curly")
    certain = code == "yaml-space" or (code in {"yaml-colon", "yaml-character"} and not _may_be_more(source))
    return _whole(found, source, _line(code, source, column), certain=certain)


def _line(code: str, source: str, column: int) -> str | None:
    """Return the line as it was probably meant."""
    match code:
        case "yaml-colon" | "yaml-character":
            return _quoted(source)
        case "yaml-space":
            return with_space(source)
        case "yaml-no-colon":
            return _with_colon(source)
        case "yaml-quote":
            return _closed(source, column)
        case "yaml-behind-quote":
            return _text_behind_quote(source, column)
        case "yaml-bracket":
            return _bracketed(source)
        case _:
            return None


def with_space(line: str) -> str | None:
    """Return ``prijs: gratis`` for ``prijs:gratis``, or ``None`` where no space is missing behind a colon."""
    found = _GLUED.fullmatch(line.strip())
    return f"{found['key']}: {found['value']}" if found and ": " not in line else None


def without_curly_quotes(text: str) -> str | None:
    """Return a text without the curly quotation marks around it, or ``None`` where there are none."""
    found = _CURLY.fullmatch(text.strip())
    return (found["double"] or found["single"]).strip() if found else None


def _whole(repair: Repair, source: str, text: str | None, *, certain: bool) -> Repair:
    """Complete a repair with another text on the whole line, as far from the edge."""
    if text is None:
        return repair
    first, end = len(source) - len(source.lstrip()), len(source.rstrip())
    correction = Correction(start=first + 1, end=end + 1, text=text, certain=certain)
    return replace(repair, suggestion=text, correction=correction)


def _may_be_more(source: str) -> bool:
    """Whether a second key, or a remark, stands on the line: then its value does not go on to its end."""
    _, *inner = _BEFORE_COLON.findall(source) or [""]
    return " #" in source or any(word.casefold() in _last_words() for word in inner)


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _quoted(source: str) -> str | None:
    """Return the line with its value in quotation marks."""
    found = _VALUE.fullmatch(source)
    if not found or ":" not in found["before"] or found["value"][0] in "'\"[{|>":
        return None
    value = without_curly_quotes(found["value"]) or found["value"]
    return f"{found['before'].strip()} {_double(value)}{found['remark'] or ''}"


def _apostrophe(lines: Sequence[str], line: int) -> Repair | None:
    """Find, on this line or above it, a text that begins with an apostrophe, which YAML takes for a quotation mark."""
    for number in range(line, -1, -1):
        source = lines[number]
        for found in _APOSTROPHE.finditer(source) if len(source) <= _LONGEST else ():
            column = found.start("at")
            if _CLOSED.match(source, column):
                continue
            repair = Repair(code="yaml-apostrophe", line=number, column=column)
            value = _VALUE.fullmatch(source)
            if value is None or value.start("value") != column:
                return repair
            text = f"{value['before'].strip()} {_double(value['value'])}{value['remark'] or ''}".strip()
            return _whole(repair, source, text, certain=not _may_be_more(source))
    return None


def _text_behind_quote(source: str, column: int) -> str | None:
    """Return the line with quotation marks around the whole value, of which only the first words have them."""
    found = _VALUE.fullmatch(source)
    if not found or found["value"][0] not in "'\"" or source[:column].rstrip()[-1:] != found["value"][0]:
        return None
    value = found["value"]
    quoted = _double(value) if value[0] == "'" else "'" + value.replace("'", "''") + "'"
    return f"{found['before'].strip()} {quoted}{found['remark'] or ''}".strip()


def _with_colon(source: str) -> str | None:
    """Return ``titel: Koffie`` for ``titel Koffie``."""
    key, _, value = source.strip().partition(" ")
    return f"{key}: {value.strip()}" if key.casefold() in _all_keys() and value.strip() else None


def _closed(source: str, column: int) -> str | None:
    """Return the line with the quotation mark that its value lacks at the end."""
    mark, rest = source[column : column + 1], source[column + 1 :]
    if mark not in {"'", '"'} or mark in rest or " #" in rest or set("[{") & set(source[:column]):
        return None
    return f"{source.strip()}{mark}"


def _bracketed(source: str) -> str | None:
    """Return the line with the bracket that it lacks at the end."""
    for opening, closing in ("[]", "{}"):
        if source.count(opening) == source.count(closing) + 1 and not set("'\"#") & set(source):
            return f"{source.strip()}{closing}"
    return None


def _tabs(source: str) -> Correction | None:
    """Return the correction that writes two spaces for each tab at the start of a line."""
    tabs = len(source) - len(source.lstrip("\t"))
    return Correction(start=1, end=tabs + 1, text="  " * tabs) if tabs else None


def _as_far_as_before(lines: Sequence[str], line: int) -> Correction | None:
    """Return the correction that lets a line begin as far from the edge as the one with a value before it."""
    source = lines[line]
    before = next((lines[number] for number in range(line - 1, -1, -1) if lines[number].strip()), "")
    wide, narrow = (len(one) - len(one.lstrip(" ")) for one in (source, before))
    key, _, value = before.strip().partition(":")
    if (
        wide <= narrow
        or not value.strip()
        or key.lstrip("- ").casefold() not in _all_keys()
        or before.lstrip().startswith("-")
    ):
        return None
    return Correction(start=1, end=wide + 1, text=" " * narrow)
