"""docs/embedding/ says what can be pasted into another site: its snippets are ours, and its examples work."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from streekagenda.publications import exports
from streekagenda.publications.editions import host_script, snippets
from streekagenda.publications.embeds import fragments
from streekagenda.urls import Addresses
from tests.browser import small_site
from tests.browser.chromium import visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

FOLDER = Path("docs/embedding")
REFERENCE = (FOLDER / "README.md").read_text(encoding="utf-8")
SITE = "https://agenda.example.nl/"
FRAGMENT = "embed/wijken/zandweerd/fragment.html"
HOST_SCRIPT = Path("layouts/static/embed.js").read_text(encoding="utf-8")


def listed(heading: str) -> list[str]:
    """The cells in which the rows of the first table below a heading begin."""
    section = REFERENCE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("|")][2:]


def code(language: str) -> list[str]:
    return [block.strip() for block in re.findall(rf"```{language}\n(.*?)```", REFERENCE, re.DOTALL)]


def test_snippets_are_those_of_the_builder() -> None:
    title, script = "Agenda: Zandweerd", host_script.newest(small_site.made()).path
    page, frame = f"{SITE}wijken/zandweerd/", f"{SITE}embed/wijken/zandweerd/"
    assert code("html") == [
        snippets.frame(f"{frame}?form=compact", title),
        snippets.filled(snippets.CHECKED_SCRIPT, script=SITE + script, integrity="sha384-…"),
        snippets.filled(snippets.NEWEST_SCRIPT, script=SITE + host_script.NEWEST),
        snippets.filled(snippets.ELEMENT, src=frame, title=title, page=page),
    ]


def test_addresses_are_those_of_the_site() -> None:
    addresses = Addresses(url=SITE, languages=("nl", "en"))
    page, english = "wijken/zandweerd/", "en/areas/zandweerd/"
    paths = [
        page,
        english,
        addresses.embed(page, "nl"),
        addresses.embed(english, "en"),
        addresses.fragment(page, "nl"),
        addresses.dates(page, "nl"),
        addresses.oembed(page, "nl"),
    ]
    section = REFERENCE.partition("\n## Addresses\n")[2].partition("\n## ")[0]
    assert re.findall(r"\| `(https://[^`]+)` \|", section) == [SITE + path for path in paths]


def test_every_key_of_the_query_is_told() -> None:
    told = {key for cell in listed("The query") for key in re.findall(r"`([a-z-]+)`", cell)}
    known = re.search(r"/\^\((area\|[a-z|-]+)\)\$/", HOST_SCRIPT)
    assert known
    assert told == set(known[1].split("|"))


def test_every_custom_property_is_told() -> None:
    (style,) = code("css")
    told = re.findall(r"--streekagenda-([a-z]+):", style)
    known = re.search(r"const tokens = \{(.*?)\}", HOST_SCRIPT, re.DOTALL)
    assert known
    assert told == re.findall(r"^ +([a-z]+):", known[1], re.MULTILINE)


def test_every_file_that_is_named_is_there() -> None:
    for page in FOLDER.glob("*.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (FOLDER / target).exists(), (page.name, target)


@contextmanager
def elsewhere(folder: Path) -> Iterator[str]:
    """A folder on 127.0.0.1, which other websites may read."""

    class Open(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Access-Control-Allow-Origin", "*")
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- so the standard library names it
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Open, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    made = small_site.made()
    for one in (*fragments.outputs(made, "nl"), *exports.outputs(made)):
        file = tmp_path / "site" / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(one.content)
    return tmp_path / "site"


def test_shell_keeps_the_last_piece_where_none_can_be_fetched(calendar: Path, tmp_path: Path) -> None:
    if not shutil.which("curl"):
        pytest.skip("not installed: curl")
    kept = tmp_path / "agenda.html"

    def fetched(address: str) -> int:
        return subprocess.run(
            ["sh", FOLDER / "fetch-fragment.sh", address, kept], capture_output=True, check=False
        ).returncode

    with elsewhere(calendar) as address:
        assert fetched(address + FRAGMENT) == 0
        assert kept.read_bytes() == (calendar / FRAGMENT).read_bytes()
        kept.write_text("that of yesterday", encoding="utf-8")
        assert fetched(f"{address}elsewhere.html") == 0
        assert fetched(f"{address}api/v1/areas.json") == 0
    assert fetched(address + FRAGMENT) == 0
    assert kept.read_text(encoding="utf-8") == "that of yesterday"


def test_php_keeps_the_last_piece_where_none_can_be_fetched(calendar: Path, tmp_path: Path) -> None:
    if not shutil.which("php"):
        pytest.skip("not installed: php")
    kept = tmp_path / "agenda.html"

    def shown(address: str) -> str:
        program = f"require '{FOLDER / 'include.php'}'; echo agenda($argv[1], $argv[2], 0);"
        return subprocess.run(
            ["php", "-r", program, address, kept], capture_output=True, check=True, encoding="utf-8"
        ).stdout

    piece = (calendar / FRAGMENT).read_text(encoding="utf-8")
    with elsewhere(calendar) as address:
        assert shown(f"{address}elsewhere.html") == ""
        assert shown(address + FRAGMENT) == piece
    assert shown(address + FRAGMENT) == piece
    subprocess.run(["php", "-l", FOLDER / "streekagenda-fragment.php"], capture_output=True, check=True)


@pytest.mark.browser
def test_data_is_shown_on_the_page_of_another_site(browser: Browser, calendar: Path, tmp_path: Path) -> None:
    example = (FOLDER / "api.html").read_text(encoding="utf-8")
    host = tmp_path / "host"
    host.mkdir()
    with elsewhere(calendar) as address, elsewhere(host) as page:
        (host / "favicon.ico").touch()
        (host / "index.html").write_text(
            f"<!doctype html><html lang=nl><meta charset=utf-8><title>Bibliotheek</title>{example.replace(SITE, address)}",
            encoding="utf-8",
        )
        with visit(browser, page, now=f"{small_site.NOW.isoformat()}+01:00") as seen:
            seen.page.wait_for_function("() => document.querySelectorAll('#agenda li').length > 1")
            shown = seen.page.locator("#agenda li").all_inner_texts()
    assert shown == [
        "Zondagkoffie, zondag 22 november om 14:00",
        "Nachtfilm, zondag 22 november om 22:00",
        "Lezing, dinsdag 24 november om 19:30",
        "Gaat niet door: Kaarten, donderdag 26 november om 14:00",
        "Soep, zaterdag 28 november om 12:00",
    ]
