"""JSON (RFC 8259) as files, and the one way to write it into a page.

Inside ``<script>`` HTML knows no entities, and ``</script>`` or ``<!--`` in a text would end or swallow the page. So
the characters that mean something to HTML, and two that end a line in older JavaScript, are written as escapes, which
JSON reads as the same characters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from msgspec.json import Encoder

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
"""What JSON can hold."""

JsonObject = dict[str, Json]

_END_OF_LIST = b"]}\n"
_FEW = 8
"""Texts of which each is sought for itself."""
_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def _as_text(data: object) -> str:
    """Return a text that is marked, such as HTML, as one that is not; raises TypeError for what is no text."""
    if isinstance(data, str):
        return str.__str__(data)
    raise TypeError(type(data))


_written = Encoder(enc_hook=_as_text).encode
"""Compact, in UTF-8: as ``json.dumps`` writes it, in a tenth of the time; but 0.00001 and 1e16 where that has 1e-05 and 1e+16."""


class Written(str):
    """JSON that is written already."""

    __slots__ = ()


def json_text(data: Json) -> str:
    """Return data as compact text, keys in the order of the data."""
    return data if type(data) is Written else _written(data).decode()


def json_bytes(data: Json) -> bytes:
    """Return data as :func:`json_text` does, in UTF-8."""
    return data.encode() if type(data) is Written else _written(data)


def json_list(texts: Iterable[str]) -> str:
    """Return a list of what is written already."""
    return f"[{','.join(texts)}]"


def json_object(texts: Mapping[str, str]) -> str:
    """Return an object of which the values are written already."""
    return "{" + ",".join([f"{json_text(name)}:{text}" for name, text in texts.items()]) + "}"


def file_of(text: str) -> bytes:
    """Return JSON as the bytes of a file, in UTF-8."""
    return f"{text}\n".encode()


def json_file(data: Json) -> bytes:
    """Return data as the bytes of a file: UTF-8, compact, keys in the order of the data."""
    return json_bytes(data) + b"\n"


def file_with(head: JsonObject, objects: Iterable[bytes]) -> bytes:
    """Return data as a file, with objects that are written already in the empty list that comes last in it."""
    before, rows = json_file(head).removesuffix(_END_OF_LIST), list(objects)
    if not rows:
        return before + _END_OF_LIST
    rows[0] = before + rows[0]
    rows[-1] += _END_OF_LIST
    return b",".join(rows)  # once, for there may be 20 MB of them


def with_others(
    file: bytes, head: JsonObject, begin: str, gone: Collection[str], new: Iterable[tuple[bytes, bytes | None]]
) -> bytes | None:
    """Return a file that :func:`file_with` made with other objects in its list: ``None`` where it is not as it should be.

    All of them ``begin`` so, as for :func:`cut`, and a text follows. Those of which it is one of ``gone`` are left out. Each
    ``new`` one, in order, comes with the beginning of the next one behind it that stays; ``None`` at the end. The others are
    not looked at: who asks knows that they stay in the order in which they stand.
    """
    before, between = json_file(head).removesuffix(_END_OF_LIST), b"," + begin.encode()
    first, end = len(before), len(file) - len(_END_OF_LIST)
    if not (file.startswith(before + between[1:]) and file.endswith(_END_OF_LIST)):
        return None
    # what stands behind anything else is within a row
    cuts = [at for at in _begun(file, between[1:], gone) if at == first or file[at - 1 : at] == b","]
    edits = [(at, file.find(between, at) + 1 or end + 1, b"") for at in cuts]
    at = first
    for row, following in new:
        if following is None:
            at = end + 1
        elif not file.startswith(following, at):
            at = file.find(b"," + following, at) + 1
            if not at:
                return None
        edits.append((at, at, row))
    at, rows = first, list[bytes | memoryview]()  # 10 MB, in which little is another one: not copied more than once
    for start, after, row in sorted(edits, key=itemgetter(0)):
        if start > at:
            rows += [memoryview(file)[at : start - 1], b","]
        if row:
            rows += [row, b","]
        at = after
    if at < end:
        rows += [memoryview(file)[at:end], b","]
    return b"".join((before, *rows[:-1], _END_OF_LIST)) if rows else None


def _begun(file: bytes, begin: bytes, which: Collection[str]) -> Iterator[int]:
    """Yield where in a file objects begin so, with one of some texts."""
    texts = {json_bytes(one) for one in which}
    if len(texts) > _FEW:
        found = re.finditer(re.escape(begin) + rb'("(?:[^"\\]|\\.)*"),', file)
        yield from (one.start() for one in found if one[1] in texts)
        return
    for text in texts:
        at = -1
        while (at := file.find(begin + text + b",", at + 1)) >= 0:
            yield at


def is_whole(file: bytes) -> bool:
    """Whether a file that :func:`file_with` made is there to its end."""
    return file.endswith(_END_OF_LIST)


def cut(content: bytes, begin: str, end: str = "]}\n") -> Iterator[bytes]:
    """Yield the objects of a list in a file of ours as they are written there, to be joined into others.

    All of them ``begin`` so, such as ``{"id":``, and nothing within them that stands in a list; with ``end`` begins what
    stands behind the list. In a text these cannot stand: it has no quotation mark without a backslash.
    """
    first = begin.encode()
    at, stop = content.find(b"[" + first) + 1, content.rfind(end.encode())
    while 0 < at < stop:
        following = content.find(b"," + first, at, stop)
        after = following if following >= 0 else stop
        yield content[at:after]
        at = after + 1


def json_in_html(data: Json) -> str:
    """Return data as text that may stand between ``<script type="application/ld+json">`` and its end."""
    text = json_text(data)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


_UNPRINTABLE = re.compile(
    r"[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def json_printed(data: Json) -> str:
    """Return data as indented text for a terminal: what that would obey, hide or turn around stands there as an escape.

    JSON itself escapes the controls below U+0020.
    """
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
