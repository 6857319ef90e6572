"""``check --online``: who asks the links, and what is remembered of their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.checks.online.asking import Asker
from streekagenda.checks.online.remembered import user_cache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from streekagenda.checks.online import Ask
    from streekagenda.checks.online.answer import Answer


def asking_once(
    now: datetime, environment: Mapping[str, str], progress: Callable[[int, int], None], *, no_cache: bool
) -> Ask:
    """Return what asks addresses on the internet, each once, however often it is asked of it.

    ``now`` is the moment on the clock: an answer is remembered for a day, unless ``no_cache``.
    """
    ask = Asker(now=now, cache=None if no_cache else user_cache(environment), progress=progress)
    known: dict[str, Answer] = {}

    def asked(addresses: Sequence[str]) -> Mapping[str, Answer]:
        known.update(ask([one for one in addresses if one not in known]))
        return {one: known[one] for one in addresses}

    return asked
