"""A table with a row of headers becomes activities: what CSV files and spreadsheets have in common.

One row is one activity. A row with a mistake is left out, with its number and the name of the column; the others go on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.diagnostics import Severity
from streekagenda.importing import cleaning
from streekagenda.importing.columns import Columns, Role, columns
from streekagenda.importing.found import MOST_EVENTS, TITLE, Found, Reading, left_out
from streekagenda.importing.row_times import Cells, Unclear, row_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.diagnostics import Diagnostic

LOOKED = 20
"""So many rows are looked at for the names of columns: people put a title and a date of printing above them."""
MOST_COLUMNS = 200
MOST_ROWS = 1_048_576
"""Empty ones too: what Excel itself can hold."""
LONGEST_CELL = 32_767
"""Characters: what Excel itself can hold."""
MOST_REFUSED = 50
"""After so many rows with a mistake the rest is not looked at: it is another kind of table."""
LONGEST_TITLE = 120
"""Characters of a title that are told."""
NAMED = 10
"""So many names of columns are told."""
LONGEST_NAME = 40
"""Characters of one that are told."""
NO_OUTCOME = "#N/A"
"""What stands in a cell that has a formula and no outcome (ECMA-376 part 1, section 18.17.3)."""

_ERROR = re.compile(r"#(?:[A-Z][A-Z0-9/]*[!?]?|#+|DIV/0!|DEEL/0!)")
_OFF = frozenset({"afgelast", "geannuleerd", "vervalt", "vervallen", "gaat niet door", "cancelled", "canceled"})
_ON = frozenset({"", "gaat door", "bevestigd", "scheduled", "confirmed", "definitief", "-"})
_UNSURE = frozenset({"voorlopig", "onder voorbehoud", "concept", "optie", "tentative"})
_OPEN = frozenset({"normal", "normaal", "public", "openbaar"})
"""Values of Outlook's sensitivity that mean that everybody may see it; it also knows personal, private, confidential."""


class Row(Struct, frozen=True, kw_only=True):
    """One row as it stands there."""

    number: int
    """From 1."""
    cells: Sequence[str]


def read(rows: Iterable[Row]) -> Reading:
    """Return what a table holds; a cell beyond the last header is a mistake of its row."""
    left = iter(rows)
    looked: list[Columns] = []
    for row in left:
        head = columns(row.cells)
        if head.complete:
            refused = _refused_head(head, row.number)
            return Reading(left_out=(refused,)) if refused else _body(head, row.number, left)
        looked.append(head)
        if len(looked) == LOOKED:
            break
    best = max(looked, key=lambda one: len(one.roles), default=None)
    found = _told(best.names if best else [])
    return Reading(left_out=(left_out("import-no-headers", found=found),))


def ended(reading: Reading, *reasons: Diagnostic) -> Reading:
    """Return what a table holds with why its rows ended too early, or that nothing at all stands below its headers."""
    left = (*reading.left_out, *reasons)
    empty = not reading.found and all(one.code == "import-columns-left" for one in left)
    return Reading(found=reading.found, left_out=(*left, left_out("import-no-rows")) if empty else left)


def has_headers(rows: Iterable[Row]) -> bool:
    """Whether one of the first rows holds the names of columns."""
    return any(columns(row.cells).complete for row, _ in zip(rows, range(LOOKED), strict=False))


def _refused_head(head: Columns, number: int) -> Diagnostic | None:
    if len(head.names) > MOST_COLUMNS:
        return left_out("import-too-many-columns", number, limit=MOST_COLUMNS)
    if (twice := head.twice) is not None:
        return left_out("import-column-twice", number, column=twice[1], other=twice[0])
    return None


def _told(names: Iterable[str]) -> str:
    filled = [name[:LONGEST_NAME] for name in names if name]
    return ", ".join(filled[:NAMED]) + (", …" if len(filled) > NAMED else "")


def _body(head: Columns, number: int, rows: Iterator[Row]) -> Reading:
    found: list[Found] = []
    refused: list[Diagnostic] = []
    beside: list[Diagnostic] = []
    private = 0
    if head.unknown:
        beside.append(left_out("import-columns-left", number, severity=Severity.WARNING, columns=_told(head.unknown)))
    for row in rows:
        empty = not _filled(head, row)
        if empty and row.number <= MOST_ROWS:
            continue
        if empty or len(found) + private == MOST_EVENTS:
            refused.append(left_out("import-too-many-rows", row.number, limit=MOST_EVENTS))
            break
        if len(refused) == MOST_REFUSED:
            refused.append(left_out("import-too-many-mistakes", row.number, limit=MOST_REFUSED))
            break
        try:
            one = _found(head, row)
        except Unclear as unclear:
            refused.append(_of_activity(unclear.asked, head, row))
            continue
        if one is None:
            private += 1
        else:
            found.append(one)
    if private:
        beside.append(left_out("import-private", number, severity=Severity.ADVICE, number=private))
    return Reading(found=tuple(found), left_out=(*beside, *refused))


def _filled(head: Columns, row: Row) -> bool:
    """Whether something stands in a row below a name that we know, or beyond the last name."""
    known = any(row.cells[index].strip() for index in head.roles if index < len(row.cells))
    return known or any(cell.strip() for cell in row.cells[len(head.names) :])


def _found(head: Columns, row: Row) -> Found | None:
    """Return the activity of a row; ``None`` for one that is marked private.

    Raises:
        Unclear: something in it is not clear.
    """
    texts = [cell.strip() for cell in row.cells]
    texts += [""] * (len(head.names) - len(texts))
    cells = Cells(number=row.number, columns=head, texts=texts)
    if any(texts[len(head.names) :]):
        raise cells.about_row("import-row-too-wide")
    for index in cells.filled(*Role):
        if len(texts[index]) > LONGEST_CELL:
            raise cells.refuse(left_out("import-cell-too-long", limit=LONGEST_CELL, text=""), index)
        if _ERROR.fullmatch(texts[index]):
            raise cells.refuse(left_out("import-cell-error"), index)
    if any(_is_private(cells, index) for index in cells.filled(Role.PRIVATE)):
        return None
    title = cleaning.line(_joined(cells, " ", Role.TITLE))
    if not title:
        raise cells.about_row("import-no-title")
    when = row_time(cells)
    city = _joined(cells, " ", Role.POSTCODE, Role.CITY)
    where = [_joined(cells, ", ", Role.VENUE), _joined(cells, ", ", Role.STREET), city]
    return Found(
        uid=cleaning.line(_joined(cells, " ", Role.UID)),
        start=when.start,
        end=when.end,
        phrase=when.phrase,
        summary=title,
        description=cleaning.lines(_joined(cells, "\n\n", Role.DESCRIPTION)),
        location=cleaning.lines(", ".join(filter(None, where))),
        cancelled=_status(cells) in _OFF,
        tentative=_status(cells) in _UNSURE,
        categories=tuple(_listed(_joined(cells, ",", Role.CATEGORIES))),
        url=cleaning.line(_joined(cells, " ", Role.URL)),
        line=row.number,
    )


def _of_activity(asked: Diagnostic, head: Columns, row: Row) -> Diagnostic:
    """Return what is asked, with the title of the activity; a question of the phrase engine also gets the column there."""
    titles = [cleaning.line(row.cells[index]) for index in head.of(Role.TITLE) if index < len(row.cells)]
    title = cleaning.shortened(" ".join(titles), LONGEST_TITLE)
    if not asked.code.startswith("import-"):
        title = f"{title} ({cleaning.shortened(head.names[asked.location.column - 1], LONGEST_NAME)})"
    return replace(asked, values=tuple(sorted({**dict(asked.values), TITLE: title}.items()))) if title else asked


def _joined(cells: Cells, between: str, *roles: Role) -> str:
    return between.join(cells.texts[index] for role in roles for index in cells.filled(role))


def _listed(text: str) -> Iterator[str]:
    for one in re.split(r"[,;|\n]", text):
        if name := cleaning.line(one):
            yield name


def _is_private(cells: Cells, index: int) -> bool:
    """Whether a row is marked private: yes, or a word of Outlook that is not its word for open to all."""
    word = cells.texts[index].casefold()
    try:
        return cells.yes(index)
    except Unclear:
        return word not in _OPEN


def _status(cells: Cells) -> str:
    for index in cells.filled(Role.STATUS):
        word = cells.texts[index].casefold()
        if word not in _OFF | _ON | _UNSURE:
            raise cells.refuse(left_out("import-status"), index)
        return word
    return ""
