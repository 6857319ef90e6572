"""The server: on this machine only, for those who ask for this machine by name, to look and no more."""

from __future__ import annotations

import socket
import sys
import traceback
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from streekagenda.serving.answers import Answer, answer, not_made
from streekagenda.serving.media_types import media_type
from streekagenda.serving.overlay import EVENTS
from streekagenda.serving.reload import GREETING, STILL_HERE, reload_event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from streekagenda.serving.reload import Channel

LOOPBACK = "127.0.0.1"
LOOPBACK_6 = "::1"
HEARTBEAT = 15.0
"""Seconds between two signs of life on a stream."""
_TEXT = media_type(".txt")


class PortTaken(Exception):
    """No port could be had."""

    def __init__(self, port: int, reason: OSError) -> None:
        """Take the last one that was tried, and what the machine said."""
        super().__init__(f"port {port}: {reason.strerror}")
        self.port = port
        self.reason = reason


class _Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own, which does not keep the program from ending."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], channel: Channel) -> None:
        self.channel = channel
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Bind without asking a name server for our own name, as HTTPServer does."""
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[0], self.server_address[1]  # type: ignore[assignment]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that hung up; anything else is a bug of ours."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Server6(_Server):
    address_family = socket.AF_INET6


@contextmanager
def serving(channel: Channel, ports: Sequence[int]) -> Iterator[int]:
    """Serve what the channel shows on the first port that is free, and give that port.

    ``ports`` may hold 0 for any free port. ::1 is served beside 127.0.0.1 where the machine has it.

    Raises:
        PortTaken: none of the ports can be had.
    """
    servers = _bound(channel, ports)
    port = int(servers[0].server_address[1])
    with suppress(OSError):  # no IPv6 here, or somebody else has the port there
        servers.append(_Server6((LOOPBACK_6, port), channel))
    threads = [Thread(target=server.serve_forever, args=(0.05,), daemon=True) for server in servers]
    for thread in threads:
        thread.start()
    try:
        yield port
    finally:
        channel.close()
        for server in servers:
            server.shutdown()
            server.server_close()
        for thread in threads:
            thread.join()


def _bound(channel: Channel, ports: Sequence[int]) -> list[_Server]:
    for port in ports:
        try:
            return [_Server((LOOPBACK, port), channel)]
        except OSError as error:
            if port == ports[-1]:
                raise PortTaken(port, error) from None
    raise ValueError("no port was given")


class _Handler(BaseHTTPRequestHandler):
    """One request. HTTP/1.0: a connection serves one answer, so that none is kept waiting for another."""

    server: _Server
    timeout = 60.0

    def version_string(self) -> str:
        """Name the program, not the machine that it runs on."""
        return "streekagenda"

    def do_GET(self) -> None:
        """Answer with what was built."""
        self._answer()

    def do_HEAD(self) -> None:
        """The same, without the body."""
        self._answer()

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Refuse every other method: the standard library asks for ``do_`` and its name."""
        if name.startswith("do_"):
            return self._refuse_method
        raise AttributeError(name)

    def _refuse_method(self) -> None:
        self._send(Answer(status=HTTPStatus.METHOD_NOT_ALLOWED, kind=_TEXT, body=b"405\n"))

    def _answer(self) -> None:
        try:
            parts = urlsplit(self.path)
        except ValueError:
            self._send(Answer(status=HTTPStatus.BAD_REQUEST, kind=_TEXT, body=b"400\n"))
            return
        if not self._asks_for_us(parts.netloc):
            self._send(Answer(status=HTTPStatus.FORBIDDEN, kind=_TEXT, body=b"403\n"))
            return
        path = unquote(parts.path)
        if path == EVENTS and self.command == "GET":
            self._stream(parse_qs(parts.query).get("v", [""])[0])
        else:
            self._send(self._made(path))

    def _made(self, path: str) -> Answer:
        shown = self.server.channel.shown
        try:
            return answer(path, shown)
        except Exception:  # noqa: BLE001 -- a page is made when it is asked for: its mistake is one page's, and is said there
            return not_made(shown, traceback.format_exc())

    def _asks_for_us(self, authority: str) -> bool:
        """Whether the Host is this machine: a name that somebody points at it is not ours (DNS rebinding).

        An authority in the request itself, as proxies are sent, goes before the Host (RFC 9112, section 3.2.2).
        """
        port = self.server.server_port
        named = {f"{name}:{port}" for name in (LOOPBACK, "localhost", f"[{LOOPBACK_6}]")}
        hosts = self.headers.get_all("Host") or []
        return len(hosts) == 1 and all(host.strip().lower() in named for host in (*hosts, authority or hosts[0]))

    def _send(self, found: Answer) -> None:
        self.send_response(found.status)
        self.send_header("Content-Type", found.kind)
        self.send_header("Content-Length", str(len(found.body)))
        if found.location is not None:
            self.send_header("Location", found.location)
        if found.policy is not None:
            self.send_header("Content-Security-Policy", found.policy)
        if found.status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self._end()
        if self.command != "HEAD":
            self.wfile.write(found.body)

    def _stream(self, version: str) -> None:
        """Tell the page of ``version`` when there is another, for as long as it listens."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._end()
        self.wfile.write(GREETING)
        channel = self.server.channel
        while not channel.closed:
            shown = channel.other_than(version, seconds=HEARTBEAT)
            if shown is not None:
                version = shown.version
            self.wfile.write(STILL_HERE if shown is None else reload_event(version))
            self.wfile.flush()

    def _end(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- so the standard library names it
        """Say nothing: the terminal is for what is wrong with the content."""
