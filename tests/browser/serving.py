"""A folder on 127.0.0.1, under any base path, as a static host would serve it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class _StaticHost(SimpleHTTPRequestHandler):
    """Serves files below one base path, and 404.html for all else."""

    def __init__(self, *args: Any, folder: Path, base: str, **kwargs: Any) -> None:
        self.folder = folder
        self.base = base
        super().__init__(*args, directory=str(folder), **kwargs)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return str(self.folder / "outside-the-base-path")
        return super().translate_path("/" + path.removeprefix(self.base))

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


@contextmanager
def served(folder: Path, *, base: str = "/") -> Iterator[str]:
    """Serve `folder` and give the address of its front page, which ends in a slash."""
    handler = partial(_StaticHost, folder=folder, base=base)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()
