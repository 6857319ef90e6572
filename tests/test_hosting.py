"""What docs/hosting.md tells servers, tried on those that are installed: nginx, Caddy and Apache on 127.0.0.1."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from fnmatch import fnmatch
from functools import partial
from http.client import HTTPConnection, HTTPSConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from msgspec import Struct
from playwright.sync_api import Browser

from tests.browser.chromium import go_on, visit
from tests.browser.serving import served

TEXT = Path("docs/hosting.md").read_text(encoding="utf-8")
SEARCH = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin"
FRESH = {"Cache-Control": "public, max-age=300, must-revalidate"}
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag"}
SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin"}
SELDOM = {"Cache-Control": "public, max-age=3600"}
FRAMED = {"Content-Security-Policy": "frame-ancestors 'self' https://www.example.org"}
ALONE = {"Content-Security-Policy": "frame-ancestors 'none'"}
KEPT = {"Content-Disposition": "attachment"}
ONLY_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}
ANYONE = {"Access-Control-Allow-Origin": "*"}
ANSWERS = {
    "/feeds/all.ics": {**SAFE, **FRESH, **OPEN, **ALONE, "Content-Type": "text/calendar; charset=utf-8"},
    "/feeds/area/zandweerd.atom": {**SAFE, **FRESH, **OPEN, "Content-Type": "application/atom+xml; charset=utf-8"},
    "/api/v1/events.json": {**SAFE, **FRESH, **OPEN, "Content-Type": "application/json"},
    "/embed/agenda/": {**SAFE, **FRESH, **FRAMED, "Content-Type": "text/html; charset=utf-8"},
    "/en/embed/agenda/": {**SAFE, **FRESH, **FRAMED},
    "/": {**SAFE, **FRESH, **ALONE, "Content-Type": "text/html; charset=utf-8"},
    "/insluiten/": {**SAFE, **FRESH, **ALONE},
    "/static/site.css": {**SAFE, **SELDOM, **ALONE, "Content-Type": "text/css; charset=utf-8"},
    "/media/flyer-mobiele-huiskamer.pdf": {**SAFE, **SELDOM, **ALONE, **KEPT},
    "/media/logo.svg": {**SAFE, **SELDOM, **ALONE},
    "/embed.js": {**SAFE, **SELDOM, **ANYONE, **ALONE},
    "/embed-1.0.0.js": {**SAFE, "Cache-Control": "public, max-age=31536000, immutable", **ANYONE, **ALONE},
}
NOT_SAID = {
    "/": [*OPEN, *KEPT, *ONLY_HTTPS],
    "/media/logo.svg": [*KEPT],
    "/feeds/all.ics": ["Content-Encoding"],
    "/static/site.css": [*OPEN],
}


FRAMES = ["embed/agenda/", "en/embed/agenda/", "", "wijken/", "embed.js"]
"""What a page of another website tries to frame: two embeds, and what is none."""
FRAMING = "".join(f'<iframe title="{path}" src="{{site}}{path}"></iframe>' for path in FRAMES)


def snippet(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


class Certificate(Struct, frozen=True, kw_only=True, dict=True):
    """One that nobody believes."""

    file: Path
    key: Path


def certificate(folder: Path) -> Certificate:
    made = Certificate(file=folder / "certificate", key=folder / "key")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
         "-subj", "/CN=127.0.0.1", "-keyout", str(made.key), "-out", str(made.file)],
        check=True, capture_output=True,
    )  # fmt: skip
    return made


def nginx(program: str, folder: Path, site: Path, port: int, secure: Certificate | None) -> list[str]:
    types = Path(program).parents[2] / "etc/nginx/mime.types"
    server = (
        snippet("nginx").replace("/srv/streekagenda/site", str(site)).replace("listen 80", f"listen 127.0.0.1:{port}")
    )
    server = server.replace("/etc/nginx/mime.types", str(types))
    if secure:
        ours = f"ssl_certificate {secure.file}; ssl_certificate_key {secure.key};"
        server = server.replace(f":{port};", f":{port} ssl; {ours}", 1)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""  # who owns the folders of the tests
    head = f"{user} daemon off; pid {folder}/pid; error_log {folder}/error; events {{}}"
    (folder / "conf").write_text(f"{head} http {{ access_log off; {temporary}\n{server}\n}}\n", encoding="utf-8")
    return [program, "-c", str(folder / "conf"), "-e", str(folder / "error"), "-p", str(folder)]


def caddy(program: str, folder: Path, site: Path, port: int, secure: Certificate | None) -> list[str]:
    server = snippet("caddy").replace("/srv/streekagenda/site", str(site))
    scheme, tls = ("https", f"\n\ttls {secure.file} {secure.key}") if secure else ("http", "")
    server = server.replace("agenda.example.nl {", f"{scheme}://127.0.0.1:{port} {{{tls}", 1)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{server}", encoding="utf-8")
    return [program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def apache(program: str, folder: Path, site: Path, port: int, secure: Certificate | None) -> list[str]:
    root = Path(program).parents[2]
    wanted = ["mpm_event", "authz_core", "mime", "headers", "setenvif", "dir", *(["ssl"] if secure else [])]
    ours = f"SSLEngine on\nSSLCertificateFile {secure.file}\nSSLCertificateKeyFile {secure.key}\n" if secure else ""
    modules = "".join(f"LoadModule {name}_module {root}/usr/lib/apache2/modules/mod_{name}.so\n" for name in wanted)
    (folder / "conf").write_text(
        f"{modules}{ours}ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/error\n"
        f"DefaultRuntimeDir {folder}\nTypesConfig {types_of_apache(folder)}\nDocumentRoot {site}\nDirectoryIndex index.html\n"
        f"<Directory {site}>\n{snippet('apache')}</Directory>\n",
        encoding="utf-8",
    )
    return [program, "-d", str(folder), "-f", str(folder / "conf"), "-D", "FOREGROUND"]


def types_of_apache(folder: Path) -> Path:
    """A mime.types with what every Debian says of these, since the real one is a package of its own."""
    file = folder / "mime.types"
    file.write_text("text/html html\ntext/css css\napplication/json json\nimage/svg+xml svg\n", encoding="utf-8")
    return file


SERVERS = {"nginx": nginx, "caddy": caddy, "apache2": apache}


@contextmanager
def running(name: str, folder: Path, site: Path, secure: Certificate | None = None) -> Iterator[int]:
    """Start a server with the text of the document; gives its port."""
    program = shutil.which(name) or shutil.which(name, path=SEARCH)
    if program is None:
        pytest.skip(f"{name} is not installed here")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = SERVERS[name](program, folder, site, port, secure)
    with (folder / "said").open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said) as server:
        try:
            for _ in range(100):
                assert server.poll() is None, (folder / "said").read_text("utf-8")
                with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.1)
            yield port
        finally:
            server.terminate()


@contextmanager
def netlify(site: Path, port_of_host: int) -> Iterator[int]:
    """Serve a site with the headers of its ``_headers``, which add up, and one host allowed to frame."""
    rules: list[tuple[str, tuple[str, str]]] = []
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            path = line
        else:
            name, _, value = line.strip().partition(": ")
            rules.append((path, (name, value.replace("https://www.example.org", f"http://localhost:{port_of_host}"))))

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            for path, header in rules:
                if fnmatch(self.path, path):
                    self.send_header(*header)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def asked(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        with connection.getresponse() as answer:
            return answer.status, dict(answer.getheaders()), answer.read()


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_says_what_the_document_promises(name: str, example_site: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with running(name, tmp_path, example_site) as port:
        for path, wanted in ANSWERS.items():
            status, said, _ = asked(port, path, Accept_Encoding="gzip")
            said = {header: value.replace("UTF-8", "utf-8") for header, value in said.items()}
            assert status == 200, path
            assert {header: said.get(header) for header in wanted} == wanted, path
            assert not [header for header in NOT_SAID.get(path, []) if header in said], path
            assert said.get("Etag") or said.get("ETag"), path
        _, said, body = asked(port, "/feeds/all.ics")
        assert body == (example_site / "feeds/all.ics").read_bytes()
        assert asked(port, "/feeds/all.ics", If_None_Match=said.get("ETag") or said["Etag"])[0] == 304
        status, _, body = asked(port, "/bestaat-niet/")
        assert (status, body) == (404, (example_site / "404.html").read_bytes())
        assert ALONE.items() <= asked(port, "/bestaat-niet/")[1].items()


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_asks_for_https_over_https(name: str, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<!doctype html><title>Agenda</title>", encoding="utf-8")
    ours = certificate(tmp_path)
    believing = ssl.create_default_context(cafile=str(ours.file))
    believing.check_hostname = False
    with running(name, tmp_path, tmp_path / "site", ours) as port:
        for path, status in (("/", 200), ("/feeds/", 404)):
            with closing(HTTPSConnection("127.0.0.1", port, timeout=10, context=believing)) as connection:
                connection.request("GET", path)
                with connection.getresponse() as answer:
                    assert answer.status == status
                    assert ONLY_HTTPS.items() <= dict(answer.getheaders()).items()


@pytest.mark.browser
@pytest.mark.parametrize("name", ["nginx", "_headers"])
def test_only_who_is_allowed_can_frame_the_embeds_and_nobody_a_page(
    name: str, example_site: Path, tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "host").mkdir()
    with served(tmp_path / "host") as stranger:
        port_of_host = urlsplit(stranger).port or 0
        allowed = stranger.replace("127.0.0.1", "localhost")
        monkeypatch.setitem(globals(), "TEXT", TEXT.replace("https://www.example.org", allowed.rstrip("/")))
        server = netlify(example_site, port_of_host) if name == "_headers" else running(name, tmp_path, example_site)
        with server as port, visit(browser, "about:blank") as seen:
            (tmp_path / "host/index.html").write_text(
                f"<!doctype html><title>Een andere website</title>{FRAMING.format(site=f'http://127.0.0.1:{port}/')}",
                encoding="utf-8",
            )
            for host, wanted in ((stranger, []), (allowed, FRAMES[:2])):
                go_on(seen, host)
                frames = seen.page.frames[1:]
                shown = [frame for frame in frames if frame.url != "chrome-error://chromewebdata/"]
                assert len(frames) == len(FRAMES)
                assert [frame.url.partition(f":{port}/")[2] for frame in shown] == wanted, host
                assert [frame.locator("main").count() for frame in shown] == [1] * len(wanted)


def test_the_document_says_what_the_build_writes_for_hosts(example_site: Path) -> None:
    rules = (example_site / "_headers").read_text(encoding="utf-8")
    values = {line.strip().partition(": ")[2] for line in rules.splitlines() if line.startswith(" ")}
    policy = next(value for value in values if value.startswith("frame-ancestors"))
    for language in ("nginx", "caddy", "apache"):
        for value in values - {policy, "*", "ETag", "DENY"}:  # where a server can choose, frame-ancestors says it all
            assert value.removesuffix("; charset=utf-8") in snippet(language) or "atom+xml" in value
