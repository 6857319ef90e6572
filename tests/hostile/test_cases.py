"""Every hostile case gets its message or comes out harmless, costs little, and leaves the rest of the site as it was."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cached_property
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pytest
from msgspec import Struct

from streekagenda import pipeline, preparing
from streekagenda.content.history import FileHistory
from streekagenda.rendering.translations import load
from tests.content_files import GOOD, IN_DUTCH
from tests.hostile.building import NOW
from tests.hostile.case import Case, File, put
from tests.hostile.cases import ALONE, TOGETHER
from tests.hostile.cases.media import SHARED

SECONDS, MEGABYTES = 15, 700
"""Of processor time and memory, for one case (design/reliability.md, section 4)."""
LAYOUTS = Path("layouts").resolve()
PLAIN = "events/de-kern/gewoon.md"
ELSEWHERE = "events/elders/soep.md"
REGION = IN_DUTCH.replace("school_region", "horizon: 3 months\narchive: 3 months\nschool_region", 1)
"""In one language and a short window: what is hostile in it is so in another, and less is made."""
CONTROL: Mapping[str, File] = {
    **GOOD,
    "region.yaml": REGION,
    **SHARED,
    PLAIN: (
        "---\ntitel: Gewoon\nwanneer: {elke: zaterdag 10.00-12.00 uur, vanaf: 2027-01-02, behalve: [feestdagen, schoolvakanties]}\n"
        "plek: de-linde\nonderwerpen: [ontmoeten]\n---\nKom erbij!\n"
    ),
    "organisations/elders.md": "---\nnaam: Elders\n---\n",
    "places/de-es.md": "---\nnaam: De Es\nwijk: rivierenwijk\n---\n",
    ELSEWHERE: "---\ntitel: Soep\nwanneer: 2027-01-20 12:00-13:00\nplek: de-es\nonderwerpen: [samen-eten]\n---\nSoep.\n",
}
"""Good files, that stand beside every case."""
OF_OTHERS = ("activiteiten/elders/soep/index.html", "organisaties/elders/index.html", "wijken/rivierenwijk/index.html")
"""Pages with which no case has anything to do."""
CASES = (*TOGETHER, *ALONE)


class Made(Struct, frozen=True, kw_only=True, dict=True):
    """What became of a region."""

    site: Path
    said: tuple[tuple[str, int, str, str], ...]
    """Path, line, code and severity of each diagnostic."""
    seconds: float
    megabytes: float

    def about(self, case: Case) -> list[tuple[str, str]]:
        """Return code and severity of what is said of a case's files, or of a folder that they stand in."""
        mine = {path for path, *_ in self.said for file in case.files if path == file or file.startswith(f"{path}/")}
        return [(code, severity) for path, _, code, severity in self.said if path in mine]

    @cached_property
    def files(self) -> dict[str, bytes]:
        return {str(file.relative_to(self.site)): file.read_bytes() for file in self.site.rglob("*") if file.is_file()}


def built(folder: Path, cases: tuple[Case, ...]) -> Made:
    """Build one region with all these cases in it, in a process of its own."""
    put(folder / "content", CONTROL)
    for case in cases:
        put(folder / "content", case.files)
    command = [sys.executable, "-m", "tests.hostile.building", str(folder / "content"), str(folder / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-2_000:]
    # It has folders in folders without end, in which Python's rmtree, and so pytest when it cleans up, would drown.
    subprocess.run(["rm", "-rf", str(folder / "content")], check=True)
    told = json.loads(done.stdout)
    return Made(
        site=folder / "site",
        said=tuple(tuple(one) for one in told["said"]),
        seconds=told["seconds"],
        megabytes=told["megabytes"],
    )


@pytest.fixture(scope="module")
def all_together(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return built(tmp_path_factory.mktemp("hostile"), TOGETHER)


@pytest.fixture(scope="module")
def control(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return built(tmp_path_factory.mktemp("control"), ())


def test_there_are_cases_enough_and_each_has_a_name_of_its_own() -> None:
    assert len(CASES) >= 250
    assert len({case.name for case in CASES}) == len(CASES)
    files = list(chain.from_iterable(case.files for case in TOGETHER))
    assert len(files) == len(set(files))


@pytest.mark.parametrize("case", TOGETHER, ids=lambda case: case.name)
def test_case_gets_its_message_or_its_page(case: Case, all_together: Made) -> None:
    found = all_together.about(case)
    assert sorted({code for code, _ in found}) == sorted(case.says)
    assert len(found) <= case.most
    if case.page:
        there = (all_together.site / case.page).is_file()
        assert there == ("error" not in {severity for _, severity in found})
        text = (all_together.site / case.page).read_text(encoding="utf-8") if there else ""
        assert [one for one in case.shows if one not in text] == []


def test_all_cases_together_cost_what_one_of_them_may(all_together: Made) -> None:
    """Then each of them costs less; the processor time is that of all but the plain pages of 740 activities."""
    assert all_together.seconds < 3 * SECONDS
    assert all_together.megabytes < MEGABYTES


def test_rest_of_the_site_is_as_it_is_without_them(all_together: Made, control: Made) -> None:
    for path in OF_OTHERS:
        assert own_part(all_together.files[path]) == own_part(control.files[path]), path
    gone = control.files.keys() - all_together.files.keys()
    assert {path for path in gone if not path.startswith("zoeken/")} == set()


def own_part(page: bytes) -> bytes:
    """What is not the same on every page: the footer names all free pages."""
    return page.partition(b"<main")[2].partition(b"</main>")[0]


_NEVER = frozenset("style object embed base math frame applet noembed xmp plaintext noframes".split())
_SCHEMES = frozenset("http: https: mailto: tel: webcal: sms: geo:".split())
"""Those of links that our own pages have."""


class _Page(HTMLParser):
    """Collects what could run or reach out in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[str] = []
        self.data: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        kind, source = said.get("type") or "", said.get("src")
        own = bool(re.match(r"[./]*[a-z0-9][^:]*$", source or "")) and not (source or "").startswith("//")
        if tag in {
            "style",
            "iframe",
            "object",
            "embed",
            "base",
            "math",
            "frame",
            "applet",
            "template",
            "noembed",
            "xmp",
        }:
            self.harm.append(f"<{tag}>")
        if tag == "script":
            self.data = None if source else ""
            if not own and kind not in {"application/json", "application/ld+json"}:
                self.harm.append(f"<script> {attrs}")
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name == "style":
                self.harm.append(f"{tag} {name}={value}")
            if name in {"href", "src", "action", "formaction", "poster", "srcset", "ping", "background", "data"}:
                scheme = re.match(r"[a-z][a-z0-9+.-]*:", address)
                if scheme and scheme[0] not in _SCHEMES:
                    self.harm.append(f"{tag} {name}={value}")
                loads = name != "href" or tag in {"link", "use", "image"}
                if "evil.example" in address and loads:
                    self.harm.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self.data is not None:
            self.data += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.data is not None:
            try:
                json.loads(self.data)
            except ValueError:
                self.harm.append(f"script that is no data: {self.data[:80]}")
            if set(self.data) & set("<>&\u2028\u2029"):
                self.harm.append(f"data with markup: {self.data[:80]}")
            self.data = None


def harm_in(html: str) -> list[str]:
    page = _Page()
    page.feed(html)
    page.close()
    return page.harm


@pytest.mark.parametrize(
    "html",
    ["<script>alert(1)</script>", "<p onclick=x>", "<a href=' java\tscript:x'>", "<img src=//evil.example/x>", "<style>",
     '<script type="application/json">{"a": "<"}</script>', "<script src=//evil.example/x></script>"],
)  # fmt: skip
def test_harm_is_seen(html: str) -> None:
    assert harm_in(html) != []


def test_no_page_has_anything_that_runs_or_reaches_out(all_together: Made) -> None:
    pages = {
        path: content
        for path, content in all_together.files.items()
        if path.endswith(".html")
        and not re.match(r"embed/|insluiten/|scherm/|aanmelden/|activiteiten/de-kern/(?!text|markup|reach|link)", path)
    }
    assert len(pages) > 200
    assert {path: harm for path, content in pages.items() if (harm := harm_in(content.decode("utf-8")))} == {}


def test_no_file_holds_what_it_should_not(all_together: Made) -> None:
    """Nothing was read from outside, no template was filled in, no calendar has lines of an author's own."""
    secrets = [b"root:x:0:0", b"_apt:", b"\xff\xfe<\0"]
    for path, content in all_together.files.items():
        assert [one for one in secrets if one in content] == [], path
    texts = {path: content for path, content in all_together.files.items() if path.endswith((".html", ".ics", ".json"))}
    assert [path for path, content in texts.items() if b">49 " in content] == []
    for path, content in texts.items():
        if path.endswith(".ics"):
            assert not re.search(rb"(?m)^(?:ATTENDEE|ORGANIZER|METHOD|BEGIN:VALARM|TRIGGER|ATTACH)", content), path


def test_pictures_hold_nothing_but_what_is_seen(all_together: Made) -> None:
    media = {path: content for path, content in all_together.files.items() if path.startswith("media/")}
    assert len(media) > 5
    assert [path for path, content in media.items() if b"alert(" in content or b"PK\x03\x04" in content] == []
    assert {Path(path).suffix for path in media} <= {".png", ".jpg", ".webp", ".gif", ".pdf"}


def test_every_message_is_said_in_words(all_together: Made) -> None:
    """In Dutch and in English, and with nothing that a terminal would obey."""
    words = load(LAYOUTS)
    for code in {code for _, _, code, _ in all_together.said}:
        for language in ("nl", "en"):
            assert words.for_language(language).pgettext("diagnostic", code) != code


@pytest.mark.parametrize("case", ALONE, ids=lambda case: case.name)
def test_region_of_a_case_gets_its_message(case: Case, tmp_path: Path) -> None:
    put(tmp_path / "content", {**CONTROL, **case.files})
    settings = pipeline.Settings(content=tmp_path / "content", layouts=LAYOUTS, output=tmp_path / "site", now=NOW)
    found = preparing.believed(settings, FileHistory())
    assert sorted({one.code for one in found.diagnostics}) == sorted(case.says)
    harmful = any(one.severity == "error" and one.location.path == "region.yaml" for one in found.diagnostics)
    assert (found.calendar is None) == harmful
