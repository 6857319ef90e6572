"""Phrases that say when, in Dutch and English, as people write them; nothing in them is guessed.

A phrase goes through these steps, each a module: :mod:`normalising <.normalising>` the characters, ``scanning`` them
into raw tokens, giving these a meaning in a language (``tokens``, ``lexicon``, ``nl``, ``en``), setting ``doubts``
aside, finding the parts by the grammar (``clauses``, with ``dates``, ``times``, ``recurrences``, ``exceptions``),
putting parts into ``groups``, and ``assembly`` of groups to ``moments`` and ``rules``.
"""

from streekagenda.recurrence.phrases.keys import (
    read_date,
    read_days,
    read_duration,
    read_exceptions,
    read_hours,
)
from streekagenda.recurrence.phrases.reading import LONGEST, missing_time, read
from streekagenda.recurrence.phrases.readings import (
    HOLIDAYS,
    SCHOOL_HOLIDAYS,
    Reading,
    ReadMoment,
    ReadRule,
    Timing,
)

__all__ = [
    "HOLIDAYS",
    "LONGEST",
    "SCHOOL_HOLIDAYS",
    "ReadMoment",
    "ReadRule",
    "Reading",
    "Timing",
    "missing_time",
    "read",
    "read_date",
    "read_days",
    "read_duration",
    "read_exceptions",
    "read_hours",
]
