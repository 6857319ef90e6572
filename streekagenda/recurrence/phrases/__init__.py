"""Phrases that say when, in Dutch and English, as people write them; nothing in them is guessed.

The way of a phrase, each step a module of that name:

- ``normalising`` its characters, ``scanning`` them into raw tokens;
- ``tokens`` with a meaning in a language: ``lexicon`` and ``words``, the words themselves in ``nl`` and ``en``,
  ``spelling`` for slips, ``figures`` for dates without a year; ``texts`` set apart: titles and notes, taken as they stand
  (``quoting`` says which of them need quotes);
- ``doubts`` set aside: words that nobody can act on;
- the grammar, which finds ``parts``: ``clauses`` has the table of its rules, each with the kinds of token that it can
  begin with; they are in ``single_days``, ``dates``, ``crossings``, ``chains``, ``seasons``, ``weekdays``, ``nth_days``,
  ``steps``, ``times``, ``durations``, ``exceptions``, ``changes`` of one date, and ``calendar_words``;
- ``groups`` of parts that belong together;
- their ``assembly``: dates to ``moments`` (by ``resolving``, ``years``, ``missing_years`` and ``weekday_repairs``), what
  recurs to ``rules`` (by ``patterns``, ``bounds``, ``counting``, ``excluding`` and ``every_year``), times by ``timing``
  and ``clocks``; then ``changing`` for single dates of a rule, and ``overlaps`` of days that meet;
- ``questions`` about all that is left open, with the phrase as it could be written instead.

A word is added in ``nl`` or ``en``; a form in the module of the grammar for its subject, and in the table of ``clauses``.

:func:`read` goes this way with a whole phrase (``reading``, ``readings``), the others with values of single ``keys``.
The way is imported when a phrase is first read: a build that remembers what its phrases say needs their results alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.readings import (
    HOLIDAYS,
    SCHOOL_HOLIDAYS,
    ReadChange,
    ReadExclusion,
    Reading,
    ReadMoment,
    ReadRule,
    Timing,
)

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.keys import (
        names_hours,
        read_date,
        read_days,
        read_duration,
        read_exceptions,
        read_hours,
    )
    from streekagenda.recurrence.phrases.quoting import needs_quotes
    from streekagenda.recurrence.phrases.reading import LONGEST, missing_time, read

__all__ = [
    "HOLIDAYS",
    "LONGEST",
    "SCHOOL_HOLIDAYS",
    "ReadChange",
    "ReadExclusion",
    "ReadMoment",
    "ReadRule",
    "Reading",
    "Timing",
    "missing_time",
    "names_hours",
    "needs_quotes",
    "read",
    "read_date",
    "read_days",
    "read_duration",
    "read_exceptions",
    "read_hours",
]

_MODULES = {"LONGEST": "reading", "missing_time": "reading", "needs_quotes": "quoting", "read": "reading"}


def __getattr__(name: str) -> object:
    """Import what reads phrases when it is first asked for (PEP 562)."""
    if name not in __all__:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_MODULES.get(name, 'keys')}"), name)
    globals()[name] = found
    return found
