import http.client
import urllib.request
from http import HTTPStatus
from pathlib import Path

import pytest
from msgspec.structs import replace

from streekagenda.serving.answers import answer
from streekagenda.serving.reload import Channel
from streekagenda.serving.server import serving
from streekagenda.serving.shown import Note, Notice, Shown
from tests.serving.sites import SITE, Files, shown

SCRIPT = b'<script src="/-/reload.js?v=een-1"></script>'


@pytest.fixture
def site(tmp_path: Path) -> Shown:
    return shown()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("feeds/all.ics", "text/calendar; charset=utf-8"),
        ("feeds/all.atom", "application/atom+xml; charset=utf-8"),
        ("feeds/index.json", "application/json; charset=utf-8"),
        ("static/site.css", "text/css; charset=utf-8"),
        ("media/flyer met spatie.pdf", "application/pdf"),
        (".well-known/security.txt", "text/plain; charset=utf-8"),
    ],
)
def test_file_comes_as_it_is_with_its_type(site: Shown, path: str, kind: str) -> None:
    found = answer(f"/agenda/{path}", site)
    assert (found.status, found.kind, found.body.decode()) == (HTTPStatus.OK, kind, SITE[path])


@pytest.mark.parametrize(("path", "title"), [("", "Thuis"), ("plekken/de-brug/", "De Brug"), ("index.html", "Thuis")])
def test_page_comes_with_the_script_before_its_end(site: Shown, path: str, title: str) -> None:
    found = answer(f"/agenda/{path}", site)
    assert found.status == HTTPStatus.OK
    assert found.kind == "text/html; charset=utf-8"
    assert found.body == (
        b"<!doctype html><html><head><title>%(t)s</title></head><body class='p'><h1>%(t)s</h1>%(s)s</body></html>\n"
        % {b"t": title.encode(), b"s": SCRIPT}
    )


@pytest.mark.parametrize(
    ("path", "location"),
    [("/", "/agenda/"), ("/agenda", "/agenda/"), ("/agenda/plekken/de-brug", "/agenda/plekken/de-brug/")],
)
def test_path_without_its_end_is_sent_on(site: Shown, path: str, location: str) -> None:
    found = answer(path, site)
    assert (found.status, found.location, found.body) == (HTTPStatus.FOUND, location, b"")


def test_site_at_the_root_is_not_sent_on(tmp_path: Path) -> None:
    assert answer("/", shown(base="/")).status == HTTPStatus.OK


@pytest.mark.parametrize(
    "path",
    [
        "/agenda/nergens/",
        "/agenda/plekken",
        "/elders/",
        "/agenda/../agenda/index.html",
        "/agenda/../../etc/passwd",
        "/agenda//etc/passwd",
        "/agenda/static/../index.html",
        "/agenda/.streekagenda",
        "/agenda/plekken\\de-brug\\index.html",
        "/agenda/index.html\0.css",
        "/-/../index.html",
        "/-/__init__.py",
        "/-/",
        "//agenda/",
        "",
    ],
)
def test_what_was_not_built_is_not_found(site: Shown, path: str) -> None:
    found = answer(path, site)
    assert found.status == HTTPStatus.NOT_FOUND
    assert b"<h1>Niet gevonden</h1>" in found.body


@pytest.mark.parametrize(
    ("name", "kind"), [("reload.js", "text/javascript; charset=utf-8"), ("preview.css", "text/css; charset=utf-8")]
)
def test_own_files_stand_outside_the_site(site: Shown, name: str, kind: str) -> None:
    found = answer(f"/-/{name}", site)
    assert (found.status, found.kind) == (HTTPStatus.OK, kind)
    assert b"preview" in found.body


def test_bar_says_what_is_wrong_as_text(tmp_path: Path) -> None:
    note = Note(
        where="content/events/a/b.md:3:1", label="fout", text="<script>alert(1)</script> & zo", suggestion="<b>\"x'"
    )
    notice = Notice(title="1 fout", notes=(note,), detail="KeyError: '</pre>'")
    body = answer("/agenda/", shown(notice=notice)).body.decode()
    assert body.split("</aside>")[0].split("<body class='p'>")[1] == (
        '<link rel="stylesheet" href="/-/preview.css"><aside class="streekagenda-preview" lang="nl" dir="ltr">'
        "<details open><summary>1 fout</summary><pre>KeyError: &#x27;&lt;/pre&gt;&#x27;</pre><ul>"
        "<li><code>content/events/a/b.md:3:1</code> fout: &lt;script&gt;alert(1)&lt;/script&gt; &amp; zo"
        "<pre>→ &lt;b&gt;&quot;x&#x27;</pre></li></ul></details>"
    )


def test_without_a_site_every_path_says_why() -> None:
    nothing = Shown(
        base="/agenda/", version="x-1", language="nl", notice=Notice(title="1 fout"), nothing_yet="Nog <niets>."
    )
    for path in ("/agenda/", "/agenda/plekken/", "/elders"):
        found = answer(path, nothing)
        assert found.status == HTTPStatus.SERVICE_UNAVAILABLE
        assert b"<h1>Nog &lt;niets&gt;.</h1>" in found.body
        assert b"<summary>1 fout</summary>" in found.body
        assert b'<script src="/-/reload.js?v=x-1"></script>' in found.body
        assert found.policy == "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"


class Failing(Files):
    def read(self, path: str) -> bytes | None:
        if path == "plekken/de-brug/index.html":
            raise ValueError("a <b>mistake</b> in a template")
        return super().read(path)


def test_page_that_cannot_be_made_says_so_and_costs_no_other(site: Shown) -> None:
    said = "Deze pagina kon niet worden gemaakt."
    with serving(Channel(replace(site, files=Failing(SITE), page_failed=said)), [0]) as port:
        found = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        found.request("GET", "/agenda/plekken/de-brug/")
        reply = found.getresponse()
        page = reply.read().decode()
        assert (reply.status, reply.headers["Content-Length"]) == (500, str(len(page.encode())))
        assert f"<h1>{said}</h1>" in page
        assert "<pre>ValueError: a &lt;b&gt;mistake&lt;/b&gt; in a template</pre>" in page
        assert "/-/reload.js?v=een-1" in page
        assert page.endswith("</html>\n")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/agenda/", timeout=5) as home:
            assert home.status == 200
