"""Between one run and the next: what pure functions gave, so that work that a change does not touch is not done again.

Whoever uses it asks :class:`Store` first, and tells it what it found. A store can only save time: what is damaged, made
by another version of the program, or lies where others can write is as if it were not there.
"""

from streekagenda.store.files import open_store
from streekagenda.store.store import Json, Store

__all__ = ["Json", "Store", "open_store"]
