"""Two events beside each other, in a Markdown table: what may be one event twice, or be in each other's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.markdown_text import as_text
from streekagenda.publications.change_report.facts import facts, name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.rendering.words import Words

MOST = 3
"""Events beside each other: more columns nobody can read."""


def side_by_side(
    events: Sequence[tuple[Event, Sequence[Occurrence]]], words: Words, today: date, file: Callable[[str], str]
) -> Iterator[str]:
    """Yield a table with a column for each event, of which the dates to come are given.

    ``file`` shows the path of a file below the content folder; that of an event holds nothing that ends a cell.
    """
    columns = [facts(event, coming, words, today, brief=True) for event, coming in events[:MOST]]
    names = [name(event.title, words) for event, _ in events[:MOST]]
    yield _row("", *(as_text(one) for one in names))
    yield _row(*["---"] * (len(columns) + 1))
    for label in dict.fromkeys(label for column in columns for label in column):
        yield _row(f"**{label}**", *(as_text(column.get(label, "")) for column in columns))
    yield _row(f"**{words.gettext('File')}**", *(file(event.source.path) for event, _ in events[:MOST]))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
