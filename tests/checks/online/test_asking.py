"""Links are asked of a server on this machine, which counts who asks what."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from streekagenda.checks.online.answer import Answer
from streekagenda.checks.online.asking import Asker
from streekagenda.checks.online.question import ask
from streekagenda.checks.online.remembered import user_cache
from streekagenda.web.public import is_public

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Server(ThreadingHTTPServer):
    """Answers with the status that the path names, and keeps what was asked and when."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []
        self.moments: list[float] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def answer(self) -> None:
        self.server.asked.append((self.command, self.path))
        self.server.moments.append(time.monotonic())
        first, _, rest = self.path.partition("?")[0].strip("/").partition("/")
        if first == "only-get":
            status = 405 if self.command == "HEAD" else 200
        elif first == "drip":
            with suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"H")
                    self.wfile.flush()
                    time.sleep(0.05)
            return
        elif first == "hang-up":
            self.close_connection = True
            return
        else:
            status = int(first)
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", f"/{rest}" if not rest.startswith("http") else rest)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = answer
    do_GET = answer

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that runs as long as a test."""
    with Server() as one:
        thread = threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield one
        one.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/200", Answer.THERE),
        ("/204", Answer.THERE),
        ("/only-get", Answer.THERE),
        ("/301/200", Answer.THERE),
        ("/302/307/308/200", Answer.THERE),
        ("/401", Answer.THERE),
        ("/403", Answer.THERE),
        ("/429", Answer.THERE),
        ("/200?vraag=één", Answer.THERE),
        ("/404", Answer.GONE),
        ("/410", Answer.GONE),
        ("/301/404", Answer.GONE),
        ("/500", Answer.SILENT),
        ("/503", Answer.SILENT),
        ("/hang-up", Answer.SILENT),
        ("/999", Answer.THERE),
        ("/301/301/301/301/301/301/404", Answer.THERE),
    ],
)
def test_answer_of_an_address(server: Server, path: str, answer: Answer) -> None:
    assert ask(server.url(path), private=True) is answer


def test_head_comes_first_and_get_only_where_it_is_refused(server: Server) -> None:
    ask(server.url("/200"), private=True)
    ask(server.url("/404"), private=True)
    assert server.asked == [("HEAD", "/200"), ("HEAD", "/404"), ("GET", "/404")]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/200",
        "http://localhost:{port}/200",
        "http://[::1]:{port}/200",
        "http://[::ffff:127.0.0.1]:{port}/200",
        "http://0.0.0.0:{port}/200",
        "http://2130706433:{port}/200",
        "http://0x7f.1:{port}/200",
    ],
)
def test_this_machine_is_never_asked(server: Server, address: str) -> None:
    url = address.format(port=server.server_address[1])
    assert (ask(url), server.asked) == (Answer.SILENT, [])


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::10.0.0.1", False),
        ("64:ff9b::8.8.8.8", True),
        ("2002:a00:1::", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_server_that_takes_for_ever_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streekagenda.web.requests.PATIENCE", 0.2)
    begun = time.monotonic()
    assert ask(server.url("/drip"), private=True) is Answer.SILENT
    assert time.monotonic() - begun < 5


def test_every_address_of_a_host_is_tried(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    port = server.server_address[1]
    found = [(0, 0, 0, "", ("::1", port)), (0, 0, 0, "", ("127.0.0.1", port))]
    monkeypatch.setattr("socket.getaddrinfo", _only_for("proef.nl", found))
    assert ask(f"http://proef.nl:{port}/200", private=True) is Answer.THERE


def test_host_with_one_private_address_is_not_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    port = server.server_address[1]
    found = [(0, 0, 0, "", ("8.8.8.8", port)), (0, 0, 0, "", ("127.0.0.1", port))]
    monkeypatch.setattr("socket.getaddrinfo", _only_for("proef.nl", found))
    assert (ask(f"http://proef.nl:{port}/200"), server.asked) == (Answer.SILENT, [])


def _only_for(host: str, found: list[Any]) -> Callable[..., list[Any]]:
    """Look one host up as a test likes; addresses in numbers as ever."""
    ever = socket.getaddrinfo
    return lambda name, *rest, **more: found if name == host else ever(name, *rest, **more)


def test_redirection_to_another_scheme_leads_nowhere(server: Server) -> None:
    assert ask(server.url("/301/file:///etc/passwd"), private=True) is not Answer.THERE


@pytest.mark.parametrize("address", ["http://", "ftp://x.nl/", "http://[::1", "https://x.nl:99999/", "http://a..b/"])
def test_address_that_makes_no_sense_is_silent(address: str) -> None:
    assert ask(address, private=True) is Answer.SILENT


def test_answers_are_counted_and_remembered_for_a_day(server: Server, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    urls = [server.url("/200"), server.url("/404"), server.url("/500")]
    expected = dict(zip(urls, [Answer.THERE, Answer.GONE, Answer.SILENT], strict=True))

    def asked_at(now: datetime) -> list[tuple[str, str]]:
        server.asked.clear()
        asker = Asker(now=now, cache=tmp_path / "c", private=True, pause=0, progress=lambda *at: told.append(at))
        assert asker(urls) == expected
        return [one for one in server.asked if one[0] == "HEAD"]

    assert asked_at(NOW) == [("HEAD", "/200"), ("HEAD", "/404"), ("HEAD", "/500")]
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert asked_at(NOW + timedelta(hours=23)) == [("HEAD", "/500")]
    assert asked_at(NOW + timedelta(hours=24)) == [("HEAD", "/200"), ("HEAD", "/404"), ("HEAD", "/500")]


@pytest.mark.parametrize("host", ["www.example.org", "EXAMPLE.com", "agenda.example", "x.test", "x.invalid"])
def test_hosts_that_are_reserved_for_examples_are_not_asked(host: str) -> None:
    url = f"https://{host}/weg"
    assert Asker(now=NOW)([url]) == {url: Answer.THERE}


def test_one_host_is_asked_one_thing_at_a_time_with_a_pause(server: Server) -> None:
    urls = [server.url(f"/200?{number}") for number in range(3)]
    Asker(now=NOW, private=True, pause=0.05)(urls)
    gaps = [later - earlier for earlier, later in zip(server.moments, server.moments[1:], strict=False)]
    assert [gap >= 0.05 for gap in gaps] == [True, True]


@pytest.mark.parametrize("kept", ["", "[]", '{"http://x.nl/": 3}', '{"http://x.nl/": ["gisteren", "there"]}'])
def test_memory_that_cannot_be_read_is_as_none(server: Server, tmp_path: Path, kept: str) -> None:
    (tmp_path / "links.json").write_text(kept, encoding="utf-8")
    url = server.url("/200")
    assert Asker(now=NOW, cache=tmp_path, private=True)([url]) == {url: Answer.THERE}
    assert json.loads((tmp_path / "links.json").read_text(encoding="utf-8")) == {url: [NOW.isoformat(), "there"]}


def test_cache_that_cannot_be_written_is_no_reason_to_stop(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    url = server.url("/200")
    assert Asker(now=NOW, cache=tmp_path / "file", private=True)([url]) == {url: Answer.THERE}


def test_cache_is_where_the_user_keeps_caches() -> None:
    assert user_cache({"XDG_CACHE_HOME": "/var/caches"}) == Path("/var/caches/streekagenda")
    assert user_cache({"XDG_CACHE_HOME": "relative"}) == Path.home() / ".cache/streekagenda"
    assert user_cache({}) == Path.home() / ".cache/streekagenda"
