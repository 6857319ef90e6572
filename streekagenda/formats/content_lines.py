r"""Content lines of iCalendar (RFC 5545 section 3.1): text escaped, parameters quoted, lines folded, as bytes.

Written here and not by icalendar 7.3, which makes ``\n`` of a literal ``\N``, leaves ``NAME`` and ``X-`` properties
unescaped, and takes twenty times as long; it judges these lines in the tests.
"""

from __future__ import annotations

from functools import lru_cache

from streekagenda.formats.plain_text import line as one_line

LONGEST = 75
"""Octets of a line, its end not counted."""
END = b"\r\n"

_IN_PARAMETERS = str.maketrans({"^": "^^", "\n": "^n", '"': "^'"})
_BACKSLASH = ord("\\")

Parameters = tuple[tuple[str, str], ...]


def escaped(text: str) -> str:
    """Return the value of a TEXT property (section 3.3.11); the text must be clean: see ``plain_text``."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def content_line(name: str, value: str, parameters: Parameters = ()) -> bytes:
    """Return one property with its line end; ``value`` is written as it stands."""
    given = "".join([f";{parameter}={one}" for parameter, one in parameters]) if parameters else ""
    return _folded(f"{name}{given}:{value}".encode())


@lru_cache(maxsize=10_000)
def repeated_line(name: str, value: str, parameters: Parameters = ()) -> bytes:
    """Return one property as :func:`content_line` does, for what many events say: a place, a topic, a moment."""
    return content_line(name, value, parameters)


def quoted(text: str) -> str:
    """Return a text as the value of a parameter, between quotes, with what may not stand there encoded (RFC 6868)."""
    return f'"{one_line(text).translate(_IN_PARAMETERS)}"'


def _folded(line: bytes) -> bytes:
    r"""Break a long line between characters, and not inside an escape such as ``\,``, which some readers lose."""
    if len(line) <= LONGEST:
        return line + END
    parts = []
    begin, room = 0, LONGEST
    while len(line) - begin > room:
        end = begin + room
        while line[end] & 0xC0 == 0x80:  # a byte inside a character of UTF-8
            end -= 1
        backslashes = 0
        while line[end - 1 - backslashes] == _BACKSLASH:
            backslashes += 1
        end -= backslashes % 2
        parts.append(line[begin:end])
        begin, room = end, LONGEST - 1
    parts.append(line[begin:])
    return b"\r\n ".join(parts) + END
