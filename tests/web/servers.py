"""Servers of a test on this machine, with https, that count who comes."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from streekagenda.web.network import Network

Answer = tuple[int, dict[str, str], bytes]
"""Status, headers and body."""


class Server(ThreadingHTTPServer):
    """Answers each path as a test says, 404 on others, and keeps what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[str] = []
        self.connections = 0
        self.port = self.server_address[1]

    def get_request(self):
        found = super().get_request()
        self.connections += 1
        return found

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: who hangs up is part of the test."""

    def url(self, path: str, host: str = "feeds.example.nl") -> str:
        """Return the address of a path."""
        return f"https://{host}:{self.port}{path}"

    def gives(self, path: str, body: str | bytes, media_type: str = "text/calendar") -> None:
        """Answer a path with a file."""
        content = body.encode() if isinstance(body, str) else body
        self.answers[path] = (200, {"Content-Type": media_type}, content)


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        answer = self.server.answers.get(self.path, (404, {}, b"weg"))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def _certificate() -> tuple[str, str]:
    """Return a certificate for the hosts of the tests, and its key, as PEM."""
    names = "subjectAltName=DNS:feeds.example.nl,DNS:elders.example.nl"
    with TemporaryDirectory() as folder:
        made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=feeds.example.nl"
        options = [*made.split(), "-addext", names, "-keyout", "key.pem", "-out", "cert.pem"]
        subprocess.run(["openssl", *options], cwd=folder, check=True, capture_output=True)
        return (Path(folder) / "cert.pem").read_text(), (Path(folder) / "key.pem").read_text()


def trusting() -> ssl.SSLContext:
    """Believe the servers of the tests and nobody else."""
    return ssl.create_default_context(cadata=_certificate()[0])


@contextmanager
def https_server() -> Iterator[Server]:
    """Run a server as long as a test."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:
        for name, text in zip(("cert.pem", "key.pem"), _certificate(), strict=True):
            (Path(folder) / name).write_text(text)
        context.load_cert_chain(Path(folder) / "cert.pem", Path(folder) / "key.pem")
    with Server() as server:
        # The handshake is left to the thread of a request: who does not finish it holds nobody up.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def here() -> Network:
    """Return a network in which every host is this machine."""
    return Network(look_up=lambda _host, _port: ["127.0.0.1"], private=True, trust=trusting)
