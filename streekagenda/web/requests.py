"""One request over one connection, to an address that was looked at, within a time."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from streekagenda.web.failures import Reason, Unanswered
from streekagenda.web.network import INTERNET, Network

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

STEP = 10.0
"""Seconds for each step: to look up, to connect, to wait for the next bytes."""
PATIENCE = 30.0
"""Seconds for one request, for a server that sends a letter now and then."""
MOVED = frozenset({301, 302, 303, 307, 308})
_LONGEST = 2_000
_ISSUER_UNKNOWN = {20, 21}
"""X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY and its like: a browser finds the issuer that a server forgot to send."""
_SAFE_IN_PATH = "/%:@!$&'()*+,;=~-._"


@contextmanager
def answered(
    method: str,
    address: str,
    headers: dict[str, str],
    *,
    schemes: Collection[str] = ("https",),
    deadline: float | None = None,
    network: Network = INTERNET,
) -> Iterator[http.client.HTTPResponse]:
    """Ask one address one thing; its body can be read within the ``with``. Redirections are not followed.

    Args:
        method: As ``GET``.
        address: Absolute, of one of the ``schemes``.
        headers: Beside ``Host``.
        schemes: Of ``http`` and ``https``.
        deadline: By ``time.monotonic()``; whatever goes on then is broken off. Default: in :data:`PATIENCE` seconds.
        network: For tests.

    Raises:
        Unanswered: Nobody is there, or nobody whom we may ask; or, in the ``with``, the answer breaks off.
    """
    last = time.monotonic() + PATIENCE if deadline is None else deadline
    parts = _parts(address, schemes)
    connection = _connection(parts, last, network)
    path = quote(parts.path or "/", safe=_SAFE_IN_PATH) + (
        f"?{quote(parts.query, safe=_SAFE_IN_PATH + '?')}" if parts.query else ""
    )
    alarm = threading.Timer(max(0.0, last - time.monotonic()), connection.give_up)
    alarm.daemon = True
    alarm.start()
    try:
        connection.request(method, path, headers=headers)
        with connection.getresponse() as response:
            yield response
    except ssl.SSLCertVerificationError as error:
        raise Unanswered(Reason.ISSUER if error.verify_code in _ISSUER_UNKNOWN else Reason.CERTIFICATE) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        slow = isinstance(error, TimeoutError) or time.monotonic() >= last
        raise Unanswered(Reason.SLOW if slow else Reason.SILENT) from error
    finally:
        alarm.cancel()
        connection.close()


def onward(address: str, location: str) -> str:
    """Return where a redirection from ``address`` leads; raises Unanswered where that is no address."""
    try:
        return urljoin(address, location)
    except ValueError as error:
        raise Unanswered(Reason.ADDRESS) from error


def _parts(address: str, schemes: Collection[str]) -> SplitResult:
    """Take an address apart; nothing of what programs understand in different ways is let through."""
    odd = len(address) > _LONGEST or "\\" in address or any(one.isspace() or not one.isprintable() for one in address)
    try:
        parts = urlsplit(address)
        known = bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise Unanswered(Reason.ADDRESS) from error
    if "@" in parts.netloc:
        raise Unanswered(Reason.PASSWORD)
    if parts.scheme not in schemes:
        raise Unanswered(Reason.NOT_HTTPS if parts.scheme else Reason.ADDRESS)
    if odd or not known:
        raise Unanswered(Reason.ADDRESS)
    return parts


def _connection(parts: SplitResult, deadline: float, network: Network) -> _Connection:
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError as error:
        raise Unanswered(Reason.ADDRESS) from error
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    found = network.addresses(host, port, _left(deadline))
    trust = network.trust() if secure else None
    return _Connection(found, host, port, deadline=deadline, trust=trust)


def _left(deadline: float) -> float:
    """Return the seconds of a step: ten, or what is left of the whole."""
    return min(STEP, max(0.01, deadline - time.monotonic()))


class _Connection(http.client.HTTPConnection):
    """A connection to one of the addresses that were looked at, with TLS for the name of the host."""

    def __init__(
        self, addresses: list[str], host: str, port: int, *, deadline: float, trust: ssl.SSLContext | None
    ) -> None:
        super().__init__(host, port, timeout=STEP)
        self.default_port = 80 if trust is None else 443  # the Host header names no port that goes without saying
        self._addresses = addresses
        self._deadline = deadline
        self._trust = trust

    def connect(self) -> None:
        """Try each address: a machine may have no way to those of IPv6."""
        self.sock = self._first_that_answers()
        if self._trust is not None:
            # The handshake comes after, when it can be given up: who greets a letter at a time would hold us for ever.
            self.sock = self._trust.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def give_up(self) -> None:
        """End it from another thread; whoever waits gets an error or an end."""
        if self.sock is not None:
            with suppress(OSError):
                # That of the plain socket: the one of TLS would also forget that it is one, while another thread reads.
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

    def _first_that_answers(self) -> socket.socket:
        failed = OSError()
        for address in self._addresses:
            if time.monotonic() >= self._deadline:
                raise TimeoutError
            try:
                return socket.create_connection((address, self.port), _left(self._deadline))
            except OSError as error:
                failed = error
        raise failed
