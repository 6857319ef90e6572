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
from functools import cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from streekagenda.checks.online.answer import Answer

TIMEOUT = 10.0
"""Seconds for each step."""
REDIRECTIONS = 6
_PROGRAM = "Mozilla/5.0 (compatible; streekagenda-check)"
_GONE = {404, 410}
_MOVED = {301, 302, 303, 307, 308}
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
    return Answer.THERE if 400 <= status < 500 else Answer.SILENT


def _status(address: str, method: str, *, private: bool) -> int:
    """Return the status at the end of the redirections; more of them than any page needs count as a fault."""
    for _ in range(REDIRECTIONS):
        status, location = _request(address, method, private=private)
        if status not in _MOVED or not location:
            return status
        address = urljoin(address, location)
    return 508  # Loop Detected (RFC 5842 section 7.2)


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
    try:
        connection.request(method, path, headers={"User-Agent": _PROGRAM, "Accept": "*/*"})
        response = connection.getresponse()
        return response.status, response.getheader("Location")
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _NoAnswer from error
    finally:
        connection.close()


def _connection(parts: SplitResult, *, private: bool) -> http.client.HTTPConnection:
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    looked_up = _look_up(host, port, private=private)
    if parts.scheme == "https":
        return _SecureTo(looked_up, host, port, timeout=TIMEOUT, context=_trust())
    return _To(looked_up, host, port, timeout=TIMEOUT)


def _look_up(host: str, port: int, *, private: bool) -> str:
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise _NoAnswer from error
    if not found or not (private or all(is_public(one) for one in found)):
        raise _NoAnswer
    return found[0]


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


class _To(http.client.HTTPConnection):
    """A connection to an address that was looked at."""

    def __init__(self, address: str, host: str, port: int, *, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._address = address

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), self.timeout)


class _SecureTo(http.client.HTTPSConnection):
    """The same with TLS, for the name of the host."""

    def __init__(self, address: str, host: str, port: int, *, timeout: float, context: ssl.SSLContext) -> None:
        super().__init__(host, port, timeout=timeout, context=context)
        self._address = address
        self._trusted = context

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), self.timeout)
        try:
            self.sock = self._trusted.wrap_socket(plain, server_hostname=self.host)
        except OSError:
            plain.close()
            raise
