"""What the checks of texts know of Dutch: tables that editors can read and mend, each row with its source.

``avoid.tsv`` holds words that set people apart, ``simple.tsv`` difficult words, ``first_names.txt`` names of persons and
``known_letters.txt`` abbreviations that everybody knows. ``ja`` at ``fits`` says that the first words offered can stand in
the place of those found in any sentence, as they are: few can in Dutch, where a verb, an article or a plural goes with them. How a pattern is written: :mod:`streekagenda.checks.word_patterns`.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of a table of this package, by the names of its columns; columns at the end may be left out."""
    text = (_FOLDER / table).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


@cache
def listed(table: str) -> frozenset[str]:
    """Return the words of a list of this package; what stands behind # explains."""
    text = (_FOLDER / table).read_text(encoding="utf-8")
    return frozenset(" ".join(line.partition("#")[0] for line in text.splitlines()).split())
