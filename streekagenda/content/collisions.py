"""Events that take the UID or the address of another are left out."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from streekagenda.diagnostics import problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.event import Event
_UID, _ALIASES = attrgetter("uid"), attrgetter("aliases")


def without_collisions(events: Sequence[Event]) -> tuple[list[Event], list[Diagnostic]]:
    """Leave out an event that takes the UID or, by an alias, the address of another; return too what is said of it."""
    if len(set(map(_UID, events))) == len(events) and not any(map(_ALIASES, events)):
        return [*events], []
    ids = {event.id for event in events}
    # A UID that a file gives itself is the one at fault, also when its file comes first.
    uids = {event.uid: event.id for event in events if event.uid.startswith(f"{event.id}@")}
    aliases = Counter(alias for event in events if event.aliases for alias in set(event.aliases))
    left: list[Event] = []
    said: list[Diagnostic] = []
    for event in events:
        taken = [alias for alias in event.aliases if alias in ids or aliases[alias] > 1] if event.aliases else ()
        if taken:
            said.append(problem("alias-taken", event.source, alias=taken[0]))
            continue
        other = uids.setdefault(event.uid, event.id)
        if other != event.id:
            said.append(problem("duplicate-uid", event.source, uid=event.uid, other=other))
            continue
        left.append(event)
    return left, said
