"""Every key in English and by its Dutch name, kept beside the program: to bring up the declarations, which say them, takes 0.1 s.

They are the same until the program is another one, and then nothing is believed that was kept
(``docs/decisions/0048-compiled-templates.md``).
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from streekagenda.store.compiled import file_in, keep, recall

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = file_in(Path(__file__).resolve().parent, "names", "nl.json")
_NO_TEXT = "0"
"""What is kept was made of no text: the program alone decides whether it is believed."""


@cache
def english_of_dutch() -> Mapping[str, str]:
    """Return the English key of each Dutch one."""
    kept = recall(_FILE, _NO_TEXT)
    if kept:
        return json.loads(kept)  # type: ignore[no-any-return]
    from streekagenda.content.declarations.keys import declared_names  # noqa: PLC0415 -- see above

    found = declared_names()
    keep(_FILE, _NO_TEXT, json.dumps(found).encode("ascii"))
    return found


@cache
def english_only() -> frozenset[str]:
    """Return the English keys that have another name in Dutch."""
    dutch = english_of_dutch()
    return frozenset(dutch.values()) - dutch.keys()


@lru_cache(maxsize=1024)
def canonical(key: str) -> str:
    """Return the English name of a key, or the key itself where it has none."""
    return english_of_dutch().get(" ".join(key.split()), key)
