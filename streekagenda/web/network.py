"""How the network is reached: names are looked up, and certificates believed.

Tests put another in its place, to reach a server of their own; no option, setting or variable does.
"""

from __future__ import annotations

import socket
import ssl
import threading
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.web.failures import Reason, Unanswered
from streekagenda.web.public import is_public

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _look_up(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host; raises OSError or UnicodeError."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class Network(Struct, frozen=True, kw_only=True):
    """The internet, and nothing else, unless a test says so."""

    look_up: Callable[[str, int], list[str]] = _look_up
    """Gives the IP addresses of a host; may raise OSError or UnicodeError."""
    private: bool = False
    """Whether this machine and networks of one's own are reached too."""
    trust: Callable[[], ssl.SSLContext] = _trust
    """Whose certificates are believed."""

    def addresses(self, host: str, port: int, seconds: float) -> list[str]:
        """Return the addresses of a host, each once; raises Unanswered unless all of them may be asked."""
        found = self._in_time(host, port, seconds)
        if not found:
            raise Unanswered(Reason.NO_HOST)
        if not self.private and not all(map(is_public, found)):
            raise Unanswered(Reason.PRIVATE)
        return list(dict.fromkeys(found))

    def _in_time(self, host: str, port: int, seconds: float) -> list[str]:
        """Look up, and no longer than ``seconds``: the system has its own idea of how long that may take."""
        found: list[str] = []
        failed: list[Exception] = []

        def look() -> None:
            try:
                found.extend(self.look_up(host, port))
            except (OSError, UnicodeError) as error:
                failed.append(error)

        thread = threading.Thread(target=look, daemon=True)
        thread.start()
        thread.join(seconds)
        if thread.is_alive():
            raise Unanswered(Reason.SLOW)
        if failed:
            raise Unanswered(Reason.NO_HOST) from failed[0]
        return found


INTERNET = Network()
