"""One question to one web address: HEAD, and where that is refused GET, of which only the first line is read.

What partners write is not trusted: before each connection the host is looked up, and unless every address that it has is
one of the public internet nothing is sent; the connection goes to the address that was looked at, so that a second
look-up cannot lead elsewhere. That holds for every redirection too. Proxies of the environment are not used.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import suppress
from functools import cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from streekagenda.checks.online.answer import Answer

TIMEOUT = 10.0
"""Seconds for each step."""
PATIENCE = 30.0
"""Seconds for one question, for a server that sends a letter now and then."""
REDIRECTIONS = 6
_PROGRAM = "Mozilla/5.0 (compatible; streekagenda-check)"
_GONE = {404, 410}
_MOVED = {301, 302, 303, 307, 308}
_ISSUER_UNKNOWN = {20, 21}
"""X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY and its like: a browser finds the issuer that a server forgot to send."""
_SAFE_IN_PATH = "/%:@!$&'()*+,;=~-._"


class _NoAnswer(Exception):
    """Nobody is there, or nobody whom we may ask."""


def ask(address: str, *, private: bool = False) -> Answer:
    """Ask an address whether it is there; ``private`` allows those of one's own machine and network too."""
    status = 0
    for method in ("HEAD", "GET"):
        try:
            status = _status(address, method, private=private)
        except _NoAnswer:
            continue
        if status < 400:
            return Answer.THERE
    if status in _GONE:
        return Answer.GONE
    return Answer.SILENT if status == 0 or 500 <= status < 600 else Answer.THERE


def _status(address: str, method: str, *, private: bool) -> int:
    """Return the status at the end of the redirections; who sends on without end, often wants a cookie, and is there."""
    status = 0
    for _ in range(REDIRECTIONS):
        status, location = _request(address, method, private=private)
        if status not in _MOVED or not location:
            break
        address = urljoin(address, location)
    return status


def _request(address: str, method: str, *, private: bool) -> tuple[int, str | None]:
    try:
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise _NoAnswer
        connection = _connection(parts, private=private)
    except ValueError as error:
        raise _NoAnswer from error
    path = quote(parts.path or "/", safe=_SAFE_IN_PATH) + (
        f"?{quote(parts.query, safe=_SAFE_IN_PATH + '?')}" if parts.query else ""
    )
    alarm = threading.Timer(PATIENCE, connection.give_up)
    alarm.daemon = True
    alarm.start()
    try:
        connection.request(method, path, headers={"User-Agent": _PROGRAM, "Accept": "*/*"})
        with connection.getresponse() as response:
            return response.status, response.getheader("Location")
    except ssl.SSLCertVerificationError as error:
        if error.verify_code in _ISSUER_UNKNOWN:
            return http.client.OK, None
        raise _NoAnswer from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _NoAnswer from error
    finally:
        alarm.cancel()
        connection.close()


def _connection(parts: SplitResult, *, private: bool) -> _Connection:
    host = (parts.hostname or "").encode("idna").decode("ascii")
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    return _Connection(_look_up(host, port, private=private), host, port, secure=secure)


def _look_up(host: str, port: int, *, private: bool) -> list[str]:
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise _NoAnswer from error
    if not found or not (private or all(is_public(one) for one in found)):
        raise _NoAnswer
    return list(dict.fromkeys(found))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also one that stands for another (RFC 4291, 6052, 3056)."""
    one = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(one, ipaddress.IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
        if inner is None and one in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return one.is_global and not one.is_multicast


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


class _Connection(http.client.HTTPConnection):
    """A connection to one of the addresses that were looked at, with TLS for the name of the host."""

    def __init__(self, addresses: list[str], host: str, port: int, *, secure: bool) -> None:
        super().__init__(host, port, timeout=TIMEOUT)
        self.default_port = 443 if secure else 80  # the Host header names no port that goes without saying
        self._addresses = addresses
        self._secure = secure

    def connect(self) -> None:
        """Try each address: a machine may have no way to those of IPv6."""
        plain = self._first_that_answers()
        self.sock = plain  # from now on it can be given up
        if self._secure:
            self.sock = _trust().wrap_socket(plain, server_hostname=self.host)

    def give_up(self) -> None:
        """End it from another thread; whoever waits gets an error or an end."""
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)

    def _first_that_answers(self) -> socket.socket:
        failed = OSError()
        for address in self._addresses:
            try:
                return socket.create_connection((address, self.port), TIMEOUT)
            except OSError as error:
                failed = error
        raise failed
