"""The preview of a small region, as a partner with an editor and a browser meets it."""

import errno
import http.client
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from queue import Queue
from threading import Thread
from urllib.parse import urlsplit

import pytest
from msgspec import Struct, field

from streekagenda import preparing
from streekagenda.builds import Settings
from streekagenda.content.pulled import Kept, save
from streekagenda.preparing import Before, Prepared
from streekagenda.serving.preview import Outcome, Preview, previewing
from tests.regions import FILES, written

NOW = datetime(2026, 11, 22, 12)
LAYOUTS = Path("layouts").resolve()
KOFFIE = "events/de-brug/koffie.md"


class Seen(Struct, dict=True):
    """A preview that watches, and what it told."""

    preview: Preview
    content: Path
    outcomes: "Queue[Outcome]" = field(default_factory=Queue)

    def page(self, path: str = "") -> str:
        with urllib.request.urlopen(self.preview.address + path, timeout=5) as reply:
            return reply.read().decode()

    def next(self) -> Outcome:
        """Wait for the next build."""
        return self.outcomes.get(timeout=20)

    def next_until(self, path: str, text: str) -> int:
        """Wait for builds until a page holds a text; return how many that took."""
        builds = 0
        while builds == 0 or text not in self.page(path):
            self.next()
            builds += 1
        return builds

    def version(self) -> str:
        found = re.search(r"/-/reload\.js\?v=([\w-]+)", self.page())
        assert found
        return found[1]

    @contextmanager
    def listening(self) -> Iterator[http.client.HTTPResponse]:
        """A page that has the present version, and waits for the next."""
        connection = http.client.HTTPConnection("127.0.0.1", self.preview.port, timeout=20)
        with closing(connection):
            connection.request("GET", f"/-/events?v={self.version()}")
            with closing(connection.getresponse()) as reply:
                assert reply.readline() == b"retry: 500\n"
                assert reply.readline() == b"\n"
                yield reply


@contextmanager
def seen(
    content: Path,
    *,
    layouts: Path = LAYOUTS,
    prepare: Callable[[Settings, Before | None], Prepared] = preparing.prepare,
    tell_unwatched: Callable[[OSError], None] = lambda _: None,
) -> Iterator[Seen]:
    outcomes: Queue[Outcome] = Queue()
    settings = Settings(content=content, layouts=layouts, output=Path("never"), now=NOW)
    with previewing(
        settings,
        ports=[0],
        clock=lambda: NOW,
        tell=outcomes.put,
        tell_unwatched=tell_unwatched,
        prepare=prepare,
    ) as preview:
        preview.rebuild()
        outcomes.get_nowait()
        thread = Thread(target=preview.watch)
        thread.start()
        try:
            yield Seen(preview=preview, content=content, outcomes=outcomes)
        finally:
            preview.stop()
            thread.join()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    with seen(written(tmp_path_factory.mktemp("shared") / "content")) as found:
        yield found


@pytest.fixture
def site(shared: Seen) -> Iterator[Seen]:
    """A preview of a region that is as it was, whatever the last test did to it."""
    yield shared
    restored = {name: text for name, text in FILES.items() if text != read(shared.content / name)}
    if restored:
        written(shared.content)
        shared.next()


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content")


def in_place(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def by_rename(file: Path, text: str) -> None:
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.rename(file)


def test_region_is_served_below_its_own_path(site: Seen) -> None:
    assert urlsplit(site.preview.address).path == "/agenda/"
    page = site.page("activiteiten/de-brug/koffie/")
    assert "<h1>Koffie</h1>" in page
    assert f'<link rel="canonical" href="{site.preview.address}activiteiten/de-brug/koffie/">' in page
    assert page.rstrip().endswith("</script></body>\n</html>")


def test_feed_is_a_calendar(site: Seen) -> None:
    with urllib.request.urlopen(site.preview.address + "feeds/all.ics", timeout=5) as reply:
        assert reply.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert reply.read().startswith(b"BEGIN:VCALENDAR\r\n")


def test_unknown_page_is_the_404_page_of_the_site(site: Seen) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        site.page("nergens/")
    with error.value as reply:
        assert (reply.code, "Deze pagina bestaat niet" in reply.read().decode()) == (404, True)


def test_page_without_mistakes_has_no_bar(site: Seen) -> None:
    assert "streekagenda-preview" not in site.page()


def test_nothing_is_written_to_the_output_folder(site: Seen) -> None:
    assert not Path("never").exists()


@pytest.mark.parametrize("save", [in_place, by_rename])
def test_saved_file_becomes_a_new_page_and_open_pages_hear_of_it(site: Seen, save: Callable[[Path, str], None]) -> None:
    with site.listening() as stream:
        save(site.content / KOFFIE, FILES[KOFFIE].replace("Koffie", "Thee met koek"))
        assert stream.readline() == b"event: reload\n"
        outcome = site.next()
        assert outcome.changed == (str(site.content / KOFFIE),)
        assert "<h1>Thee met koek</h1>" in site.page("activiteiten/de-brug/koffie/")
        assert stream.readline() == f"data: {site.version()}\n".encode()


def test_removed_file_takes_its_page_along(site: Seen) -> None:
    (site.content / KOFFIE).unlink()
    assert site.next().prepared is not None
    with pytest.raises(urllib.error.HTTPError) as error:
        site.page("activiteiten/de-brug/koffie/")
    error.value.close()


def test_what_is_pulled_meanwhile_is_shown(site: Seen) -> None:
    address = "https://agenda.example.nl/a.ics"
    in_place(site.content / "organisations/de-brug.md", f"---\nnaam: De Brug\nsources:\n  - ical: {address}\n---\n")
    site.next()
    came = FILES[KOFFIE].replace("Koffie", "Soep")
    save(
        site.content,
        "de-brug",
        address,
        Kept(good=f"{NOW.isoformat()}+00:00", files=(("events/de-brug/soep.md", came),)),
    )
    assert site.next().prepared is not None
    assert "<h1>Soep</h1>" in site.page("activiteiten/de-brug/soep/")


def test_change_that_changes_no_page_reloads_none(site: Seen) -> None:
    before = site.version()
    in_place(site.content / KOFFIE, FILES[KOFFIE].replace("titel: Koffie", "titel:   Koffie"))
    site.next()
    assert site.version() == before


def test_mistake_is_said_on_every_page_and_leaves_its_file_out(site: Seen) -> None:
    with site.listening() as stream:
        in_place(site.content / KOFFIE, FILES[KOFFIE].replace("huis-van-de-wijk", "<b>nergens</b>"))
        assert stream.readline() == b"event: reload\n"
        outcome = site.next()
        assert outcome.prepared is not None
        assert [one.severity for one in outcome.prepared.diagnostics].count("error") == 1
        for path in ("", "plekken/huis-van-de-wijk/"):
            page = site.page(path)
            assert "<summary>1 fout. Een bestand met een fout staat niet op de site.</summary>" in page
            assert f"<code>content/{KOFFIE}:4:7</code> fout: " in page
            assert "&lt;b&gt;nergens&lt;/b&gt;" in page
            assert "<b>nergens" not in page
        in_place(site.content / KOFFIE, FILES[KOFFIE])
        site.next()
        assert "streekagenda-preview" not in site.page()


def test_broken_region_keeps_the_last_site_and_says_so(site: Seen) -> None:
    in_place(site.content / "region.yaml", "title: [\n")
    outcome = site.next()
    assert outcome.prepared is not None
    assert outcome.prepared.site is None
    page = site.page("activiteiten/de-brug/koffie/")
    assert "<h1>Koffie</h1>" in page
    assert "Er kon geen nieuwe site worden gemaakt. Je ziet de vorige.</summary>" in page
    in_place(site.content / "region.yaml", FILES["region.yaml"])
    site.next()
    assert "streekagenda-preview" not in site.page()


def test_region_that_was_never_right_gets_a_page_that_says_so(tmp_path: Path) -> None:
    with seen(written(tmp_path / "content", {"region.yaml": "title: X\n"})) as site:
        assert urlsplit(site.preview.address).path == "/"
        with pytest.raises(urllib.error.HTTPError) as error:
            site.page("agenda/")
        with error.value as reply:
            page = reply.read().decode()
            assert reply.code == 503
        assert "<h1>Er is nog geen site om te laten zien. Zodra die er is, staat zij hier vanzelf.</h1>" in page
        assert "<code>content/region.yaml:1:1</code> fout: " in page
        assert "/-/reload.js?v=" in page
        in_place(site.content / "region.yaml", FILES["region.yaml"])
        site.next()
        assert "<h1>Koffie</h1>" in site.page("activiteiten/de-brug/koffie/")


def test_what_is_saved_while_the_region_is_broken_is_there_when_it_is_mended(site: Seen) -> None:
    in_place(site.content / "region.yaml", "title: [\n")
    assert site.next().prepared is not None
    in_place(site.content / KOFFIE, FILES[KOFFIE].replace("Koffie", "Thee"))
    site.next()
    assert "Er kon geen nieuwe site worden gemaakt." in site.page("activiteiten/de-brug/koffie/")
    in_place(site.content / "region.yaml", FILES["region.yaml"])
    site.next()
    assert "<h1>Thee</h1>" in site.page("activiteiten/de-brug/koffie/")


def test_new_file_gets_a_page_and_a_renamed_one_another(site: Seen) -> None:
    thee = site.content / "events/de-brug/thee.md"
    in_place(thee, FILES[KOFFIE].replace("Koffie", "Thee"))
    assert site.next().changed == (str(thee),)
    assert "<h1>Thee</h1>" in site.page("activiteiten/de-brug/thee/")
    taart = thee.rename(thee.with_name("taart.md"))
    assert site.next().changed == (str(taart), str(thee))
    assert "<h1>Thee</h1>" in site.page("activiteiten/de-brug/taart/")
    with pytest.raises(urllib.error.HTTPError) as error:
        site.page("activiteiten/de-brug/thee/")
    error.value.close()
    taart.unlink()
    site.next()


def test_other_name_of_a_place_or_organisation_is_on_the_pages_that_name_it(site: Seen) -> None:
    in_place(site.content / "places/huis-van-de-wijk.md", "---\nnaam: Het Huis\nwijk: zandweerd\n---\n")
    site.next()
    assert "Het Huis" in site.page("activiteiten/de-brug/koffie/")
    in_place(site.content / "organisations/de-brug.md", "---\nnaam: De Nieuwe Brug\n---\n")
    site.next()
    page = site.page("activiteiten/de-brug/koffie/")
    assert ("Het Huis" in page, "De Nieuwe Brug" in page, "Huis van de Wijk" in page) == (True, True, False)


def test_translation_is_on_the_page_in_its_language(tmp_path: Path) -> None:
    region = FILES["region.yaml"] + "languages: [nl, en]\n"
    with seen(written(tmp_path / "content", {"region.yaml": region})) as site:
        assert "<h1>Coffee</h1>" not in site.page("en/events/de-brug/koffie/")
        in_place(site.content / "events/de-brug/koffie.en.md", "---\ntitle: Coffee\n---\n")
        site.next()
        assert "<h1>Coffee</h1>" in site.page("en/events/de-brug/koffie/")
        assert "<h1>Koffie</h1>" in site.page("activiteiten/de-brug/koffie/")


def test_file_that_is_half_written_is_said_until_it_is_whole(site: Seen) -> None:
    in_place(site.content / KOFFIE, FILES[KOFFIE][:30])
    site.next()
    assert f"<code>content/{KOFFIE}:" in site.page()
    in_place(site.content / KOFFIE, FILES[KOFFIE].replace("Koffie", "Koffie met koek"))
    site.next()
    assert "<h1>Koffie met koek</h1>" in site.page("activiteiten/de-brug/koffie/")
    assert "streekagenda-preview" not in site.page()


def test_after_a_burst_of_saves_the_last_is_shown(site: Seen) -> None:
    for number in range(10):
        in_place(site.content / KOFFIE, FILES[KOFFIE].replace("Koffie", f"Koffie {number}"))
        time.sleep(0.01)
    assert site.next_until("activiteiten/de-brug/koffie/", "<h1>Koffie 9</h1>") < 10


def test_other_branch_is_shown_whole(content: Path) -> None:
    """As git does it: many files at once, some of them gone."""
    with seen(content) as site:
        for number in range(60):
            in_place(content / f"events/de-brug/thee-{number}.md", FILES[KOFFIE].replace("Koffie", f"Thee {number}"))
        (content / KOFFIE).unlink()
        changed: set[str] = set()
        while len(changed) < 61:
            changed |= set(site.next().changed)
        for number in range(60):
            assert f"<h1>Thee {number}</h1>" in site.page(f"activiteiten/de-brug/thee-{number}/")
        assert "koffie" not in site.page("activiteiten/").lower()


@pytest.mark.parametrize("folder", ["events", ""])
def test_folder_that_is_gone_and_comes_back(content: Path, tmp_path: Path, folder: str) -> None:
    with seen(content) as site:
        (content / folder).rename(tmp_path / "elsewhere")
        outcome = site.next()
        assert outcome.prepared is not None
        if folder:
            with pytest.raises(urllib.error.HTTPError) as error:
                site.page("activiteiten/de-brug/koffie/")
            error.value.close()
        else:
            assert "Er kon geen nieuwe site worden gemaakt. Je ziet de vorige." in site.page()
        (tmp_path / "elsewhere").rename(content / folder)
        site.next()
        assert "<h1>Koffie</h1>" in site.page("activiteiten/de-brug/koffie/")
        assert "streekagenda-preview" not in site.page()
        in_place(content / KOFFIE, FILES[KOFFIE].replace("Koffie", "Thee"))
        site.next()
        assert "<h1>Thee</h1>" in site.page("activiteiten/de-brug/koffie/")


def test_own_template_is_used_as_soon_as_it_is_there(content: Path, tmp_path: Path) -> None:
    layouts = tmp_path / "layouts"
    (layouts / "templates").mkdir(parents=True)
    with seen(content, layouts=layouts) as site:
        in_place(layouts / "templates" / "404.html", "<!doctype html><p>Hier is niets")
        site.next()
        with pytest.raises(urllib.error.HTTPError) as error:
            site.page("nergens/")
        with error.value as reply:
            assert "<p>Hier is niets" in reply.read().decode()


def test_system_that_cannot_watch_is_said_and_saves_are_seen_all_the_same(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.api.EventEmitter.start", full)
    monkeypatch.setattr("streekagenda.serving.preview.EVERY", 0.05)
    said: list[OSError] = []
    with seen(content, tell_unwatched=said.append) as site:
        in_place(content / KOFFIE, FILES[KOFFIE].replace("Koffie", "Thee"))
        site.next()
        assert "<h1>Thee</h1>" in site.page("activiteiten/de-brug/koffie/")
    assert [one.errno for one in said] == [errno.ENOSPC]


def test_other_address_of_the_region_moves_the_preview(site: Seen) -> None:
    in_place(site.content / "region.yaml", FILES["region.yaml"].replace("/agenda/", "/kalender/"))
    assert urlsplit(site.next().address).path == "/kalender/"
    assert "<h1>Koffie</h1>" in site.page("activiteiten/de-brug/koffie/")


def test_broken_template_keeps_the_last_site_and_says_so(content: Path, tmp_path: Path) -> None:
    layouts = tmp_path / "layouts"
    (layouts / "templates").mkdir(parents=True)
    with seen(content, layouts=layouts) as site:
        in_place(layouts / "templates" / "event.html", "{% if %}\n<b>")
        outcome = site.next()
        assert outcome.prepared is None
        assert "TemplateSyntaxError" in outcome.failure
        page = site.page("activiteiten/de-brug/koffie/")
        assert "<h1>Koffie</h1>" in page
        assert "Er kon geen nieuwe site worden gemaakt. Je ziet de vorige.</summary><pre>" in page
        (layouts / "templates" / "event.html").unlink()
        assert site.next().prepared is not None
        assert "streekagenda-preview" not in site.page()


def test_machine_that_fails_at_first_gets_a_page_that_says_so(content: Path) -> None:
    def full(settings: Settings, _: Before | None) -> Prepared:
        raise OSError(28, "No space left on <device>", str(settings.output))

    with seen(content, prepare=full) as site:
        with pytest.raises(urllib.error.HTTPError) as error:
            site.page()
        with error.value as reply:
            page = reply.read().decode()
        assert (
            "<summary>De site kon niet worden gemaakt.</summary><pre>OSError: [Errno 28] No space left on &lt;device"
            in page
        )


def test_drafts_and_moment_are_those_that_were_asked_for(tmp_path: Path) -> None:
    content = written(
        tmp_path / "content", {KOFFIE: FILES[KOFFIE].replace("titel: Koffie", "titel: Koffie\nconcept: ja")}
    )
    settings = Settings(content=content, layouts=LAYOUTS, output=Path("never"), now=NOW, drafts=True)
    moments = [NOW, datetime(2026, 12, 3, 9)]
    with previewing(settings, ports=[0], clock=lambda: moments.pop(0), tell=lambda _: None) as preview:
        site = Seen(preview=preview, content=content)
        preview.rebuild()
        assert "<h1>Koffie</h1>" in site.page("activiteiten/de-brug/koffie/")
        assert "zondag 22 november" in site.page()
        preview.rebuild()
        assert "donderdag 3 december" in site.page()
        assert moments == []
