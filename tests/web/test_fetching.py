"""Files are fetched from servers on this machine, which count who comes."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest

from streekagenda.web import fetching
from streekagenda.web.failures import Reason, Unanswered
from streekagenda.web.fetching import Fetched, fetch
from streekagenda.web.network import INTERNET, Network
from tests.web.servers import Server, here, https_server, trusting

FEED = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.fixture(name="server", scope="module")
def _server() -> Iterator[Server]:
    with https_server() as one:
        yield one


@pytest.fixture(autouse=True)
def _nobody_came(server: Server) -> None:
    server.answers.clear()
    server.asked.clear()
    server.connections = 0


def reason(address: str, network: Network | None = None, **limits: int) -> tuple[Reason, int]:
    with pytest.raises(Unanswered) as caught:
        fetch(address, network=network or here(), **limits)
    return caught.value.reason, caught.value.status


def test_a_file_comes_with_what_is_said_of_it(server: Server) -> None:
    server.answers["/a.ics"] = (200, {"Content-Type": "Text/Calendar; charset=UTF-8"}, FEED)
    address = server.url("/a.ics")
    assert fetch(address, network=here()) == Fetched(
        address=address, content=FEED, media_type="text/calendar", charset="utf-8"
    )


@pytest.mark.parametrize(("packing", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_what_is_packed_is_unpacked(server: Server, packing: str, pack: type[bytes]) -> None:
    server.answers["/a.ics"] = (200, {"Content-Encoding": packing}, pack(FEED))
    assert fetch(server.url("/a.ics"), network=here()).content == FEED


def test_three_redirections_are_followed_and_no_fourth(server: Server) -> None:
    server.gives("/0", FEED)
    for number in range(1, 5):
        onward = server.url(f"/{number - 1}", host="elders.example.nl")
        server.answers[f"/{number}"] = (302, {"Location": onward if number == 1 else f"/{number - 1}"}, b"")
    assert fetch(server.url("/3"), network=here()).address == server.url("/0", host="elders.example.nl")
    assert reason(server.url("/4")) == (Reason.REDIRECTIONS, 0)
    assert server.asked == ["/3", "/2", "/1", "/0", "/4", "/3", "/2", "/1"]


LOOPBACKS = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "017700000001",
    "0177.0.0.1",
    "0x7f000001",
    "0x7f.1",
    "0",
    "0.0.0.0",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "127.0.0.1.",
    "127。0。0。1",
    "①②⑦.0.0.1",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0:127.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1%25lo]",
]


@pytest.mark.parametrize("host", LOOPBACKS)
def test_this_machine_is_never_connected_to(server: Server, host: str) -> None:
    found, _ = reason(f"https://{host}:{server.port}/a.ics", INTERNET)
    assert (found in {Reason.PRIVATE, Reason.NO_HOST, Reason.ADDRESS}, server.connections) == (True, 0)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://feeds.example.nl/a.ics", Reason.NOT_HTTPS),
        ("webcal://feeds.example.nl/a.ics", Reason.NOT_HTTPS),
        ("file:///etc/passwd", Reason.NOT_HTTPS),
        ("feeds.example.nl/a.ics", Reason.ADDRESS),
        ("", Reason.ADDRESS),
        ("https://", Reason.ADDRESS),
        ("https:///a.ics", Reason.ADDRESS),
        ("https://an@feeds.example.nl/a.ics", Reason.PASSWORD),
        ("https://an:geheim@feeds.example.nl/a.ics", Reason.PASSWORD),
        ("https://feeds.example.nl@127.0.0.1/a.ics", Reason.PASSWORD),
        ("https://@feeds.example.nl/a.ics", Reason.PASSWORD),
        ("https://feeds.example.nl\\@127.0.0.1/a.ics", Reason.PASSWORD),
        ("https://feeds.example.nl\\a.ics", Reason.ADDRESS),
        ("https://feeds.example.nl/\r\nHost: x", Reason.ADDRESS),
        ("https://feeds.example.nl:0/", Reason.ADDRESS),
        ("https://feeds.example.nl:99999/", Reason.ADDRESS),
        ("https://[::1/", Reason.ADDRESS),
        ("https://a..b/", Reason.ADDRESS),
        (f"https://feeds.example.nl/{'a' * 2_000}", Reason.ADDRESS),
    ],
)
def test_address_that_is_not_asked(server: Server, address: str, expected: Reason) -> None:
    assert (reason(address), server.connections) == ((expected, 0), 0)


@pytest.mark.parametrize(
    ("onward", "expected"),
    [
        ("https://localhost:{port}/b", Reason.PRIVATE),
        ("https://[::ffff:127.0.0.1]:{port}/b", Reason.PRIVATE),
        ("//169.254.169.254/latest/meta-data/", Reason.PRIVATE),
        ("http://feeds.example.nl:{port}/b", Reason.NOT_HTTPS),
        ("https://an:geheim@feeds.example.nl:{port}/b", Reason.PASSWORD),
        ("file:///etc/passwd", Reason.NOT_HTTPS),
        ("https://[::1/", Reason.ADDRESS),
    ],
)
def test_redirection_is_looked_at_as_its_beginning_was(
    server: Server, monkeypatch: pytest.MonkeyPatch, onward: str, expected: Reason
) -> None:
    """The first host stands for one of the internet; where it leads to does not."""
    server.answers["/a"] = (302, {"Location": onward.format(port=server.port)}, b"")
    monkeypatch.setattr("streekagenda.web.network.is_public", {"127.0.0.1": True}.get)
    hosts = {"feeds.example.nl": ["127.0.0.1"], "localhost": ["127.0.0.2"]}
    network = Network(look_up=lambda host, _: hosts.get(host, [host]), trust=trusting)
    assert (reason(server.url("/a"), network), server.asked) == ((expected, 0), ["/a"])


def test_a_name_that_leads_elsewhere_the_second_time_is_looked_up_once(server: Server) -> None:
    """DNS rebinding: the first answer is public, each later one is this machine."""
    answers = iter([["203.0.113.7"], ["127.0.0.1"], ["127.0.0.1"]])
    network = Network(look_up=lambda *_: next(answers), trust=trusting)
    assert reason(server.url("/a"), network) == (Reason.PRIVATE, 0)  # 203.0.113.0/24 is of documents, not the internet
    assert (next(answers), server.connections) == (["127.0.0.1"], 0)


def test_connection_goes_to_the_address_that_was_looked_at(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.gives("/a", FEED)
    asked: list[str] = []
    monkeypatch.setattr("streekagenda.web.network.is_public", lambda one: asked.append(one) is None)
    answers = iter([["127.0.0.1"]])
    assert fetch(server.url("/a"), network=Network(look_up=lambda *_: next(answers), trust=trusting)).content == FEED
    assert asked == ["127.0.0.1"]


def test_one_private_address_among_public_ones_is_enough(server: Server) -> None:
    network = Network(look_up=lambda *_: ["8.8.8.8", "127.0.0.1"], trust=trusting)
    assert (reason(server.url("/a"), network), server.connections) == ((Reason.PRIVATE, 0), 0)


def test_proxies_of_the_environment_are_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.getsockname()[1]}")
        server.gives("/a", FEED)
        assert fetch(server.url("/a"), network=here()).content == FEED


def test_who_cannot_show_who_it_is_is_not_believed(server: Server) -> None:
    strangers = Network(look_up=lambda *_: ["127.0.0.1"], private=True)
    assert reason(server.url("/a"), strangers) == (Reason.CERTIFICATE, 0)
    assert reason(server.url("/a", host="andere.example.nl")) == (Reason.CERTIFICATE, 0)
    assert server.asked == []


@pytest.mark.parametrize("status", [204, 206, 301, 304, 401, 403, 404, 410, 429, 500, 503])
def test_number_of_a_refusal_is_kept(server: Server, status: int) -> None:
    server.answers["/a"] = (status, {}, b"")
    assert reason(server.url("/a")) == (Reason.STATUS, status)


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert reason(f"https://feeds.example.nl:{port}/") == (Reason.SILENT, 0)


@pytest.mark.parametrize("failure", [socket.gaierror(-2, "unknown"), UnicodeError()])
def test_nobody_has_that_name(failure: Exception) -> None:
    def look_up(*_: object) -> list[str]:
        raise failure

    assert reason("https://feeds.example.nl/", Network(look_up=look_up)) == (Reason.NO_HOST, 0)
    assert reason("https://feeds.example.nl/", Network(look_up=lambda *_: [])) == (Reason.NO_HOST, 0)


def test_file_that_is_too_large_is_not_read(server: Server) -> None:
    server.gives("/just", b"a" * 1000)
    server.gives("/over", b"a" * 1001)
    assert len(fetch(server.url("/just"), network=here(), largest=1000).content) == 1000
    assert reason(server.url("/over"), largest=1000) == (Reason.TOO_LARGE, 0)


def test_stream_without_end_is_cut_off(server: Server) -> None:
    def pour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        with suppress(OSError):
            while True:
                handler.wfile.write(b"a" * 65_536)

    server.answers["/a"] = pour
    assert reason(server.url("/a"), largest=1_000_000) == (Reason.TOO_LARGE, 0)


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_bomb_is_left_before_it_goes_off(server: Server, packing: str) -> None:
    """A hundred kilobytes that would become a hundred megabytes."""
    zipped = zlib.compressobj(9, wbits=31 if packing == "gzip" else 15)
    bomb = b"".join(zipped.compress(bytes(1_000_000)) for _ in range(100)) + zipped.flush()
    server.answers["/a"] = (200, {"Content-Encoding": packing}, bomb)
    begun = time.process_time()
    assert reason(server.url("/a")) == (Reason.TOO_LARGE, 0)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", FEED),
        ("gzip", gzip.compress(FEED, mtime=0)[:-9]),
        ("gzip", gzip.compress(FEED, mtime=0) + b"x"),
        ("gzip", gzip.compress(FEED, mtime=0) * 2),
        ("br", FEED),
        ("gzip, gzip", gzip.compress(gzip.compress(FEED, mtime=0), mtime=0)),
    ],
)
def test_what_cannot_be_unpacked(server: Server, packing: str, body: bytes) -> None:
    server.answers["/a"] = (200, {"Content-Encoding": packing}, body)
    assert reason(server.url("/a")) == (Reason.GARBLED, 0)


@pytest.mark.parametrize(
    "headers", [{"Content-Length": "100"}, {"Content-Length": "", "Transfer-Encoding": "chunked"}], ids=str
)
def test_half_a_file_is_none(server: Server, headers: dict[str, str]) -> None:
    chunked = "Transfer-Encoding" in headers
    server.answers["/a"] = (200, headers, b"ff\r\nBEGIN:VCAL" if chunked else FEED[:20])
    assert reason(server.url("/a")) == (Reason.SILENT, 0)


def test_server_that_drips_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        with suppress(OSError):
            for _ in range(200):
                handler.wfile.write(b"a")
                time.sleep(0.02)

    server.answers["/a"] = drip
    monkeypatch.setattr(fetching, "PATIENCE", 0.3)
    begun = time.monotonic()
    assert reason(server.url("/a")) == (Reason.SLOW, 0)
    assert time.monotonic() - begun < 2


def test_server_that_never_finishes_its_greeting_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """TLS that is begun and not gone on with, a letter at a time."""
    monkeypatch.setattr(fetching, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        begun = time.monotonic()
        assert reason(f"https://feeds.example.nl:{listener.getsockname()[1]}/") == (Reason.SLOW, 0)
        assert time.monotonic() - begun < 2


def test_look_up_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "PATIENCE", 0.2)

    def look_up(*_: object) -> list[str]:
        time.sleep(1)
        return ["127.0.0.1"]

    begun = time.monotonic()
    assert reason("https://feeds.example.nl/", Network(look_up=look_up)) == (Reason.SLOW, 0)
    assert time.monotonic() - begun < 0.9
