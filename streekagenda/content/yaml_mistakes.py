"""What libyaml says of broken YAML, as a mistake that its author can mend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.content.declarations.keys import DUTCH
from streekagenda.content.declarations.synonyms import MEANT
from streekagenda.content.faults import Fault
from streekagenda.diagnostics import Correction

if TYPE_CHECKING:
    import yaml

_CODES = (
    ("mapping values are not allowed", "yaml-colon"),
    ("cannot start any token", "yaml-character"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("unexpected end of stream", "yaml-quote"),
    ("found unexpected document indicator", "yaml-quote"),
    ("unknown escape", "yaml-escape"),
    ("did not find expected hexdecimal", "yaml-escape"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("did not find expected node content", "yaml-bracket"),
    ("undefined alias", "yaml-alias"),
    ("did not find expected", "yaml-indent"),
)
"""Parts of libyaml's messages, first match wins, and our codes for them."""


_GLUED = re.compile(r"(?P<key>[^\W\d_][\w -]*):(?P<value>(?!//)\S.*)")
_BEFORE_COLON = re.compile(r"([\w-]+):(?=\s)")
_KEYS = {name.rpartition(" ")[2] for name in (*DUTCH, *DUTCH.values(), *MEANT)} - {"op"}
"""The last word of each key, and of each other word that is written for one; "Let op: …" is no key."""
_CURLY = re.compile(r"[“„](?P<double>[^“„”]+)[”“]|‘(?P<single>[^‘]+)’")


def with_space(line: str) -> str | None:
    """Return ``prijs: gratis`` for ``prijs:gratis``, or ``None`` where no space is missing behind a colon."""
    found = _GLUED.fullmatch(line.strip())
    return f"{found['key']}: {found['value']}" if found and ": " not in line else None


def without_curly_quotes(text: str) -> str | None:
    """Return a text without the curly quotation marks around it, or ``None`` where there are none."""
    found = _CURLY.fullmatch(text.strip())
    return (found["double"] or found["single"]).strip() if found else None


def explain(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Fault:
    """Return the fault behind a YAML error; ``first_line`` is the line of the file on which ``text`` begins."""
    said = f"{error.problem or ''} {error.context or ''}"
    code = next((code for words, code in _CODES if words in said), "yaml-broken")
    mark = error.problem_mark or error.context_mark
    if code in {"yaml-quote", "yaml-bracket", "yaml-no-colon"} and error.context_mark is not None:
        mark = error.context_mark  # where the quotation, list or word opens, not where the file or the next line ends
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    source = lines[line] if line < len(lines) else ""
    if source.lstrip().startswith(": "):
        code, column = "yaml-key-empty", source.index(":")
    if code == "yaml-colon" and source[:column].lstrip("- ").count(":") == 0:
        # The colon is the first of its line, so that it belongs there: what is wrong is the line before, or the indent.
        before = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), line)
        if ":" in lines[before] and not with_space(lines[before]):
            code, column = "yaml-indent", len(source) - len(source.lstrip())
        else:
            code, line, column = "yaml-no-colon", before, len(lines[before]) - len(lines[before].lstrip())
        source = lines[line]
    if code == "yaml-character" and (source[column : column + 1] == "\t" or source.startswith("\t")):
        code = "yaml-tab"
    suggestion = _quoted(source) if code in {"yaml-colon", "yaml-character"} else None
    certain = not _may_be_more(source)
    if code == "yaml-no-colon" and (spaced := with_space(source)):
        code, suggestion, certain = "yaml-space", spaced, True
    return Fault(
        code=code,
        line=line + first_line,
        column=column + 1,
        values={"source": source.strip(), "problem": error.problem or ""},
        suggestion=suggestion,
        correction=_of_line(source, suggestion, certain=certain) if suggestion else None,
    )


def _may_be_more(source: str) -> bool:
    """Whether a second key, or a remark, stands on the line: then its value does not go on to its end."""
    _, *inner = _BEFORE_COLON.findall(source) or [""]
    return " #" in source or any(word.casefold() in _KEYS for word in inner)


def _of_line(source: str, text: str, *, certain: bool) -> Correction:
    """Return the correction that writes another text on the line, as far from the edge."""
    first, end = len(source) - len(source.lstrip()), len(source.rstrip())
    return Correction(start=first + 1, end=end + 1, text=text, certain=certain)


def _quoted(source: str) -> str | None:
    """Return the line with its value in quotation marks."""
    found = re.match(r"^(\s*(?:- )?[\w -]+:\s+)(.+?)(\s+#.*)?\s*$", source)
    if not found or found[2][0] in "'\"[{|>":
        return None
    value = without_curly_quotes(found[2]) or found[2]
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{found[1].strip()} "{escaped}"{(found[3] or "").rstrip()}'
