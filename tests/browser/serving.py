"""A folder on 127.0.0.1, under any base path, as a static host would serve it: compressed, and to be kept for a while."""

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

COMPRESSED = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
"""What a host compresses, with its type."""
LEVEL = 6
"""Of gzip, as nginx, Apache and Caddy are set."""


FRESH, SELDOM_NEW = "public, max-age=300, must-revalidate", "public, max-age=3600"
"""For how long pages, and styles and pictures, are kept (docs/hosting.md)."""


class _StaticHost(SimpleHTTPRequestHandler):
    """Serves files below one base path, and 404.html for all else."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, folder: Path, base: str, **kwargs: Any) -> None:
        self.folder = folder
        self.base = base
        super().__init__(*args, directory=str(folder), **kwargs)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return str(self.folder / "outside-the-base-path")
        return super().translate_path("/" + path.removeprefix(self.base))

    def do_GET(self) -> None:
        """Send text compressed to whoever takes it so, as docs/hosting.md asks of a host."""
        file = Path(self.translate_path(self.path.partition("?")[0]))
        if file.is_dir() and self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if not takes or file.suffix not in COMPRESSED or not file.is_file():
            super().do_GET()
            return
        body = _compressed(file, file.stat().st_mtime_ns)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", COMPRESSED[file.suffix])
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        seldom = self.path.removeprefix(self.base).startswith(("static/", "media/"))
        self.send_header("Cache-Control", SELDOM_NEW if seldom else FRESH)
        if self.path.startswith(f"{self.base}embed") and self.path.endswith(".js"):
            self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.folder / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- so the standard library names it
        """Say nothing: a test that fails says what it saw."""


class _QuietServer(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who goes away in the middle of an answer is no mistake."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@lru_cache(maxsize=4_000)
def _compressed(file: Path, _changed: int) -> bytes:
    return gzip.compress(file.read_bytes(), LEVEL, mtime=0)


@contextmanager
def served(folder: Path, *, base: str = "/") -> Iterator[str]:
    """Serve `folder` and give the address of its front page, which ends in a slash."""
    handler = partial(_StaticHost, folder=folder, base=base)
    with _QuietServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()
