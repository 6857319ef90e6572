"""Promises 24 to 28: what comes in from others."""

import json
import socket
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from streekagenda.web.failures import Unanswered
from streekagenda.web.fetching import fetch
from tests.promises.region import FROM_STRANGERS, GOOD, build, run, told, written
from tests.web.servers import Server, here, https_server

FEED = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Outlook//NL
BEGIN:VEVENT
UID:../../1@outlook
DTSTAMP:20261101T100000Z
DTSTART;TZID=Europe/Amsterdam:20261211T100000
DTEND;TZID=Europe/Amsterdam:20261211T120000
SUMMARY:!!python/object: {{ Thee }}
LOCATION:De Linde
DESCRIPTION:Kom erbij!
ORGANIZER;CN=Collega Anneke:mailto:anneke@kantoor.example
ATTENDEE;CN=Client Bart:mailto:bart@thuis.example
COMMENT:Bart is vaak te laat
X-NOTE:dossier 4711
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Bel Bart
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:2@outlook
DTSTAMP:20261101T100000Z
DTSTART;TZID=Europe/Amsterdam:20261212T100000
CLASS:PRIVATE
SUMMARY:Gesprek met Bart
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
PEOPLE = ("Anneke", "anneke@", "Bart", "bart@", "4711", "VALARM", "Gesprek")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with https_server() as one:
        yield one


def imported(folder: Path, name: str, feed: bytes) -> tuple[int, dict[str, str], str]:
    """Import a file into the good region, and return the exit code, the new files and what was said."""
    content = written(folder / "content", GOOD)
    before = set(content.rglob("*.md"))
    (folder / name).write_bytes(feed)
    words = (
        "import",
        str(folder / name),
        "--organisation",
        "de-kern",
        "--topic",
        "ontmoeten",
        "--content",
        str(content),
    )
    code, said, complained = run(*words)
    made = sorted(set(content.rglob("*.md")) - before)
    return code, {str(file.relative_to(content)): file.read_text("utf-8") for file in made}, said + complained


def test_promise_24_only_public_addresses_are_asked_on_every_hop(server: Server) -> None:
    hosts = (
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "0x7f000001",
        "127.1",
        "0.0.0.0",
        "x@127.0.0.1",
    )
    for host in hosts:
        with pytest.raises(Unanswered):
            fetch(server.url("/agenda.ics", host=host))
    with pytest.raises(Unanswered):
        fetch("http://agenda.example.org/agenda.ics")
    assert (server.connections, server.asked) == (0, [])


def test_promise_25_an_import_is_data_and_nobody_of_a_feed_reaches_a_file(tmp_path: Path) -> None:
    code, made, said = imported(tmp_path, "feed.ics", FEED.encode())
    assert code == 0
    (text,) = made.values()
    assert "11 december 2026" in text or "2026-12-11" in text
    assert "de-linde" in text
    assert "Kom erbij!" in text
    assert [one for one in PEOPLE if one in text + said] == []


def test_promise_26_names_of_files_are_made_and_what_is_written_reads_back(tmp_path: Path) -> None:
    content = written(tmp_path / "content", GOOD)
    (content / "events/de-kern/python-object-thee.md").write_text("van een ander", encoding="utf-8")
    _, made, _ = imported(tmp_path, "feed.ics", FEED.encode())
    assert list(made) == ["events/de-kern/python-object-thee-2.md"]
    assert (content / "events/de-kern/python-object-thee.md").read_text("utf-8") == "van een ander"
    (content / "events/de-kern/python-object-thee.md").unlink()
    assert told(tmp_path / "content", {}) == {}
    build(content, tmp_path / "site")
    page = (tmp_path / "site/activiteiten/de-kern/python-object-thee-2/index.html").read_text("utf-8")
    assert "<h1>!!python/object: {{ Thee }}</h1>" in page


def test_promise_27_xlsx_and_html_are_read_within_limits(tmp_path: Path) -> None:
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)
    data = json.dumps({"@type": "Event", "name": "Thee", "startDate": "2026-12-11T10:00", "location": "De Linde"})
    page = f'<p onclick="x">Anders</p><script type="application/ld+json">{data}</script>'
    (tmp_path / "bom").mkdir()
    (tmp_path / "groot").mkdir()
    (tmp_path / "goed").mkdir()
    assert imported(tmp_path / "bom", "bom.xlsx", bomb.getvalue())[:2] == (1, {})
    assert imported(tmp_path / "groot", "pagina.html", page.encode() + b" " * 2_000_000)[:2] == (1, {})
    code, made, _ = imported(tmp_path / "goed", "pagina.html", page.encode())
    assert (code, len(made)) == (0, 1)


def test_promise_28_a_build_never_waits_for_the_network(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a source that fails keeps its last good state."""
    monkeypatch.setattr("streekagenda.cli.pulling.NETWORK", here())
    server.gives("/agenda.ics", FEED.replace("!!python/object: {{ Thee }}", "Theedrinken"))
    source = f"---\nnaam: De Kern\nsources: [{{ical: '{server.url('/agenda.ics')}', onderwerpen: [ontmoeten]}}]\n---\n"
    content = written(tmp_path / "content", {**GOOD, **FROM_STRANGERS, "organisations/de-kern.md": source})
    assert run("pull", "--content", str(content))[0] == 0
    server.answers.clear()
    assert "404" in run("pull", "--content", str(content))[2]
    asked: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **_: asked.append(address))
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    build(content, tmp_path / "site")
    assert "<h1>Theedrinken</h1>" in (tmp_path / "site/activiteiten/de-kern/theedrinken/index.html").read_text("utf-8")
    assert (tmp_path / "site/activiteiten/de-kern/koffie/index.html").is_file()
    assert asked == []
