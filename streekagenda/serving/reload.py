"""The channel between builds and open pages: it tells versions, never content."""

from __future__ import annotations

from threading import Condition
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streekagenda.serving.shown import Shown


class Channel:
    """Holds what is shown; any number of threads may look at it and wait for the next."""

    def __init__(self, first: Shown) -> None:
        """Show ``first``."""
        self._changed = Condition()
        self._shown = first
        self._closed = False

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    @property
    def closed(self) -> bool:
        """Whether nothing will be shown any more."""
        return self._closed

    def show(self, shown: Shown) -> None:
        """Show something else, and wake who waits."""
        with self._changed:
            self._shown = shown
            self._changed.notify_all()

    def close(self) -> None:
        """Wake who waits, for the last time."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def other_than(self, version: str, *, seconds: float) -> Shown | None:
        """Wait until another version than this is shown, and return it; ``None`` when that takes too long."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._shown.version != version, timeout=seconds)
            return None if self._shown.version == version else self._shown


def reload_event(version: str) -> bytes:
    """Return a Server-Sent Event (WHATWG HTML, section 9.2) that says which version there is now."""
    return f"event: reload\ndata: {version}\n\n".encode()


GREETING = b"retry: 500\n\n"
"""Opens the stream: come back half a second after the connection broke."""
STILL_HERE = b":\n\n"
"""A comment, by which a server finds out that a page has gone."""
