"""What is said of the sources of organisations: of their addresses, and of how long ago they were last fetched."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.diagnostics import Severity, diagnostic
from streekagenda.formats.uris import is_example

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from streekagenda.content.records import PulledEvent, PulledSource
    from streekagenda.diagnostics import Diagnostic

OLD = timedelta(days=2)
"""A source is fetched each night: after two of them that is said."""
TOO_OLD = timedelta(days=7)
"""After a week it is a warning: what stands there may not be so any more."""
_PATH = re.compile(r"[\w-][\w. -]*(?:/[\w-][\w. -]*)*")


def address_fault(address: str, *, a_file: bool) -> str | None:
    """Return the code of what is wrong with the address of a source; ``a_file`` says that it may be a path of ours."""
    scheme, colon, rest = address.partition("://")
    if a_file and not colon:
        return None if _PATH.fullmatch(address) else "source-path"
    if "@" in rest.partition("/")[0].partition("?")[0].partition("#")[0]:
        return "url-with-password"
    return None if scheme.lower() == "https" else "source-not-https"


def told(sources: Iterable[PulledSource], now: datetime) -> Iterator[Diagnostic]:
    """Say of sources that they are damaged, were never fetched, or not for days."""
    for one in sources:
        if one.damaged:
            yield diagnostic("source-damaged", one.location, {}, severity=Severity.WARNING)
        elif one.good is None and (is_example(one.address) or address_fault(one.address, a_file=True)):
            continue  # nobody will fetch it; what is wrong with an address is said where it is read
        elif one.good is None:
            yield diagnostic("source-not-pulled", one.location, {}, severity=Severity.ADVICE)
        else:
            age = (now if now.tzinfo else now.replace(tzinfo=UTC)) - datetime.fromisoformat(one.good)
            if age >= OLD:
                severity = Severity.WARNING if age >= TOO_OLD else Severity.ADVICE
                yield diagnostic("source-old", one.location, {"days": age.days}, severity=severity)


def at_their_source(found: Iterable[Diagnostic], pulled: Mapping[str, PulledEvent]) -> Iterator[Diagnostic]:
    """Give what is said of an activity that came of a source the place of that source, and its title: there it can be mended.

    Advice is left out: who keeps a calendar elsewhere has no line for it. What is said of another file names the source too,
    where it would name a file that nobody wrote.
    """

    def file(path: str) -> str:
        return pulled[path].source.path if path in pulled else path

    for one in found:
        values = tuple((name, file(value)) for name, value in one.values)
        named = replace(one, values=values, others=tuple(map(file, one.others)))
        event = pulled.get(one.location.path)
        if event is None:
            yield named
        elif one.severity is not Severity.ADVICE:
            yield replace(named, location=event.source, about=event.title, suggestion=None, correction=None)
