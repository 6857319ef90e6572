"""Promises 5 to 12: Markdown and HTML, templates, JSON and script."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from time import process_time
from typing import Any

import html5lib

from streekagenda.rendering import prose
from streekagenda.rendering.sanitiser import sanitised
from tests.promises.region import BODY, LAYOUTS, TITLE, Site, codes, event

ELEMENTS = set(
    "p br strong em del code pre blockquote ul ol li h2 h3 h4 h5 h6 hr a img table thead tbody tr th td".split()
)
"""The closed list, and no setting to widen it."""


def test_promise_05_a_body_has_a_closed_list_of_elements_attributes_and_schemes(site: Site) -> None:
    tree: Any = html5lib.parseFragment(site.prose("kwaad"), namespaceHTMLElements=False)
    found = [one for one in tree.iter() if isinstance(one.tag, str) and one is not tree]
    assert {one.tag for one in found} <= ELEMENTS
    assert {name for one in found for name in one.attrib} <= {"href", "title", "alt", "src", "rel"}
    assert [one.get("href") for one in found if one.tag == "a"] == ["https://elders.example/meer"]
    assert "<strong>Kom erbij!</strong>" in site.prose("kwaad")


def test_promise_06_the_sanitiser_runs_last_and_its_output_is_put_into_the_page_as_it_is(site: Site) -> None:
    fragment = str(prose.to_html(BODY.strip(), root="../../../"))
    assert fragment.strip() in site.page("kwaad")
    assert sanitised(fragment) == fragment


def test_promise_07_a_body_is_at_most_20_kb_and_takes_at_most_2_seconds(tmp_path: Path) -> None:
    begun = process_time()
    for mark in ("![", "<a ", "*a_ ", "> " * 40 + "\n", "`" * 7 + "a"):
        prose.to_html(mark * (20_000 // len(mark)))
    assert process_time() - begun < 2
    found = codes(tmp_path, fits=event("Een", body="a " * 9_900), large=event("Een", body="a " * 10_100))
    assert found == {"fits": [], "large": ["body-too-long"]}


def test_promise_08_every_other_text_is_text(site: Site, tmp_path: Path) -> None:
    assert "<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7 * 7 }}; thee, \\koek</h1>" in site.page("kwaad")
    assert [path for path, page in site.pages.items() if "<script>alert" in page] == []
    assert [file for file in LAYOUTS.rglob("*.html") if re.search(r"\|\s*safe\b", file.read_text("utf-8"))] == []
    for address in (
        "javascript:alert(1)",
        '"java\\tscript:alert(1)"',
        '"\\u0001javascript:alert(1)"',
        "data:text/html,x",
    ):
        said = codes(tmp_path, link=event("Een", links=f"[{{url: {address}, titel: Meer}}]"))["link"]
        assert said in (["bad-url"], ["forbidden-character"]), address


def test_promise_09_links_elsewhere_are_noopener_ugc_and_no_picture_is_of_elsewhere(site: Site) -> None:
    assert '<a href="https://elders.example/meer" rel="noopener ugc">Meer</a>' in site.prose("kwaad")
    assert [path for path, page in site.pages.items() if "evil.example" in page] == []


def test_promise_10_content_is_never_a_template(site: Site) -> None:
    assert '{{ 7 * 7 }} {% include "base.html" %}' in site.prose("kwaad")
    assert [path for path, page in site.pages.items() if "<strong>Kom erbij!</strong> 49" in page] == []
    assert [path for path, page in site.pages.items() if "&amp; 49; thee" in page] == []


def test_promise_11_json_in_a_page_ends_no_script_and_reads_back_as_it_was(site: Site) -> None:
    blocks = re.findall(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', site.page("kwaad"), re.DOTALL)
    assert json.loads(blocks[0])["name"] == TITLE.replace("\\\\", "\\")
    for page in site.pages.values():
        for block in re.findall(r'<script type="application/[a-z+]*json"[^>]*>(.*?)</script>', page, re.DOTALL):
            assert json.loads(block) is not None
            assert not set(block) & set("<>&\u2028\u2029")


class _Scripts(HTMLParser):
    """Collects what could run in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.own: set[str] = set()
        self.other: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "script" and said.get("type") not in {"application/json", "application/ld+json"}:
            self.own.add(re.sub(r"\?v=[0-9a-f]+$|^[./]*", "", said.get("src") or "nothing"))
        self.other += [f"{tag} {name}" for name, _ in attrs if name.startswith("on") or name == "style"]
        self.other += [f"{tag} {value}" for _, value in attrs if "javascript:" in (value or "").lower()]


def test_promise_12_content_never_reaches_a_place_where_script_is_built(site: Site) -> None:
    for path, page in site.pages.items():
        found = _Scripts()
        found.feed(page)
        assert found.own <= site.files.keys(), path
        assert found.other == [], path
