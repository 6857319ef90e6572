"""A check of little that changed: what the last check of all found is taken over, but for the events that changed since.

What is found in an event depends on its own files, on the organisations, places and campaigns that it names, on the
region, on the day, on the history, on the program, and on the events that it shares a block with
(:mod:`streekagenda.checks.blocks`). So where nothing but files of events changed, these are read anew with what they name
and with those beside them, as a small calendar of their own, by the same functions. Any doubt means that all is checked;
the guard is ``tests/test_rechecking.py``, which compares the two after edits of every kind.
"""

from streekagenda.rechecking.again import recheck
from streekagenda.rechecking.kept import remember
from streekagenda.rechecking.seen import Seen, see

__all__ = ["Seen", "recheck", "remember", "see"]
