"""What libyaml says of broken YAML, as a mistake that its author can mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.faults import Fault
from streekagenda.content.yaml_repairs import repaired, with_space

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
    mended = repaired(code, lines, line, column)
    tabs = [number + first_line for number, one in enumerate(lines) if "\t" in one[: len(one) - len(one.lstrip())]]
    if code == "yaml-tab" and len(tabs) > 1:
        told = ", ".join(map(str, tabs))
        return Fault(code="yaml-tabs", line=mended.line + first_line, column=mended.column + 1, values={"lines": told})
    return Fault(
        code=mended.code,
        line=mended.line + first_line,
        column=mended.column + 1,
        values={"source": source.strip(), "problem": error.problem or ""},
        suggestion=mended.suggestion,
        correction=mended.correction,
    )
