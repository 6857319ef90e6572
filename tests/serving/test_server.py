"""The server as a browser, and as a stranger, meets it."""

import errno
import http.client
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import Timer

import pytest
from msgspec.structs import replace

from streekagenda.serving.reload import Channel
from streekagenda.serving.server import PortTaken, serving
from tests.serving.sites import SITE, shown

Reply = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture
def channel(folder: Path) -> Channel:
    return Channel(shown())


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    """A server for all that only looks."""
    with serving(Channel(shown()), [0]) as port:
        yield port


@pytest.fixture
def own_port(channel: Channel) -> Iterator[int]:
    with serving(channel, [0]) as port:
        yield port


def ask(port: int, path: str, *, method: str = "GET", host: str | None = None, at: str = "127.0.0.1") -> Reply:
    """Send a request just as it is written: a client of the standard library would mend the path."""
    named = f"Host: {at}:{port}\r\n" if host is None else host
    with socket.create_connection((at, port), timeout=5) as connection:
        connection.sendall(f"{method} {path} HTTP/1.1\r\n{named}\r\n".encode("latin-1"))
        with closing(http.client.HTTPResponse(connection, method=method)) as reply:
            reply.begin()
            return reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read()


@contextmanager
def listening(port: int, version: str) -> Iterator[http.client.HTTPResponse]:
    """A page of ``version`` that waits for another."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(f"GET /-/events?v={version} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        with closing(http.client.HTTPResponse(connection)) as reply:
            reply.begin()
            yield reply


def next_message(reply: http.client.HTTPResponse) -> list[str]:
    return [line.decode().rstrip("\n") for line in iter(reply.readline, b"\n")]


def test_page_is_served_below_the_base_path_and_never_kept(port: int) -> None:
    status, headers, body = ask(port, "/agenda/?utm=1")
    assert status == 200
    assert headers.pop("date")
    assert headers == {
        "server": "streekagenda",
        "content-type": "text/html; charset=utf-8",
        "content-length": str(len(body)),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    assert b"<h1>Thuis</h1>" in body


def test_root_is_sent_on_to_the_base_path(port: int) -> None:
    status, headers, _ = ask(port, "/")
    assert (status, headers["location"]) == (302, "/agenda/")


def test_head_is_answered_without_a_body(port: int) -> None:
    status, headers, body = ask(port, "/agenda/feeds/all.ics", method="HEAD")
    assert (status, headers["content-length"], body) == (200, str(len(SITE["feeds/all.ics"])), b"")


def test_percent_signs_are_read_once(port: int) -> None:
    assert ask(port, "/agenda/media/flyer%20met%20spatie.pdf")[2] == b"%PDF-\n"
    assert ask(port, "/agenda/media/flyer%2520met%2520spatie.pdf")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/agenda/../../../../etc/passwd",
        "/agenda/%2e%2e/%2e%2e/etc/passwd",
        "/agenda/..%2f..%2fetc%2fpasswd",
        "/agenda/%2Fetc%2Fpasswd",
        "/agenda/%00",
        "/agenda/%ff%fe",
        "//etc/passwd",
        "/agenda/.streekagenda",
    ],
)
def test_way_out_of_the_site_is_not_found(port: int, path: str) -> None:
    status, _, body = ask(port, path)
    assert status == 404
    assert b"Niet gevonden" in body


@pytest.mark.parametrize("name", ["127.0.0.1:{}", "localhost:{}", "LOCALHOST:{}", "[::1]:{}"])
def test_names_of_this_machine_are_answered(port: int, name: str) -> None:
    assert ask(port, "/agenda/", host=f"Host: {name.format(port)}\r\n")[0] == 200


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Host:\r\n",
        "Host: evil.example:{}\r\n",
        "Host: localhost.evil.example:{}\r\n",
        "Host: 127.0.0.1\r\n",
        "Host: 127.0.0.1:1\r\n",
        "Host: 0.0.0.0:{}\r\n",
        "Host: localhost:{0}\r\nHost: evil.example:{0}\r\n",
    ],
)
@pytest.mark.parametrize("path", ["/agenda/", "/-/reload.js", "/-/events?v=een-1"])
def test_any_other_host_is_refused(port: int, path: str, header: str) -> None:
    assert ask(port, path, host=header.format(port))[0::2] == (403, b"403\n")


def test_host_in_the_request_itself_must_be_this_machine_too(port: int) -> None:
    assert ask(port, f"http://127.0.0.1:{port}/agenda/")[0] == 200
    assert ask(port, "http://evil.example/agenda/")[0::2] == (403, b"403\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_other_methods_are_refused(port: int, method: str) -> None:
    status, headers, body = ask(port, "/agenda/", method=method)
    assert (status, headers["allow"], body) == (405, "GET, HEAD", b"405\n")


def test_only_this_machine_is_listened_to(port: int) -> None:
    with socket.socket() as other:
        other.settimeout(1)
        assert other.connect_ex(("127.0.0.2", port)) != 0


def test_ipv6_is_served_where_there_is_any(port: int) -> None:
    try:
        status = ask(port, "/agenda/", host=f"Host: [::1]:{port}\r\n", at="::1")[0]
    except OSError:
        pytest.skip("this machine has no IPv6")
    assert status == 200


def test_next_free_port_is_taken(channel: Channel, port: int) -> None:
    with serving(channel, [port, 0]) as other:
        assert other != port


def test_port_that_is_taken_is_an_error(channel: Channel, port: int) -> None:
    with pytest.raises(PortTaken) as taken, serving(channel, [port]):
        pass
    assert (taken.value.port, taken.value.reason.errno) == (port, errno.EADDRINUSE)


def test_stream_tells_the_next_version(channel: Channel, own_port: int) -> None:
    with listening(own_port, "een-1") as reply:
        assert reply.getheader("content-type") == "text/event-stream; charset=utf-8"
        assert next_message(reply) == ["retry: 500"]
        Timer(0.05, lambda: channel.show(replace(channel.shown, version="een-2"))).start()
        assert next_message(reply) == ["event: reload", "data: een-2"]


def test_stream_tells_a_page_that_came_too_late_at_once(port: int) -> None:
    with listening(port, "older") as reply:
        assert next_message(reply) == ["retry: 500"]
        assert next_message(reply) == ["event: reload", "data: een-1"]


def test_server_ends_while_somebody_listens(channel: Channel) -> None:
    with ExitStack() as pages:
        with serving(channel, [0]) as port:
            reply = pages.enter_context(listening(port, "een-1"))
            assert next_message(reply) == ["retry: 500"]
        assert reply.read() in {b"", b":\n\n"}  # a last sign of life where the page was already waiting
