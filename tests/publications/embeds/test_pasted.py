"""What a CMS finds when the address of a list is pasted into it: oEmbed 1.0, by its specification and as WordPress reads it."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING

import html5lib
import jsonschema
import pytest

from streekagenda.publications import embeds, pages
from streekagenda.publications.embeds import pasted
from tests import examples as ex
from tests.publications.html_sites import site, texts

if TYPE_CHECKING:
    from pathlib import Path

SUNDAY = datetime(2026, 11, 22, 12)
BASE = "https://agenda.example.nl/een/pad/"
DISCOVERY = re.compile(r'<link rel="alternate" type="application/json\+oembed" title="([^"]*)" href="([^"]*)">')
OF_WORDPRESS = re.compile(r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", re.DOTALL)
"""What it looks for in an answer (wp_filter_oembed_result, WordPress 6.1): without the second it shows nothing."""

SCHEMA = {
    # sections 2.3.4 and 2.3.4.4 of the specification; an absent optional field is absent
    "type": "object",
    "required": ["type", "version", "html", "width", "height"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "rich"},
        "version": {"const": "1.0"},
        "title": {"type": "string"},
        "provider_name": {"type": "string"},
        "provider_url": {"type": "string", "format": "uri"},
        "cache_age": {"type": "integer", "minimum": 0},
        "html": {"type": "string"},
        "width": {"type": "integer", "minimum": 1},
        "height": {"type": "integer", "minimum": 1},
    },
}


def answers(language: str = "nl", **more: ex.Any) -> dict[str, dict[str, ex.Any]]:
    made = site(ex.event(ex.series()), now=SUNDAY, in_region={"url": BASE, "languages": ("nl", "en"), **more})
    return {path: json.loads(text) for path, text in texts(pasted.outputs(made, language)).items()}


def test_answer_is_this_and_nothing_else() -> None:
    title, page, frame = (
        "Areas &quot;A&quot; &lt;1&gt;",
        f"{BASE}en/areas/zandweerd/",
        f"{BASE}en/embed/areas/zandweerd/",
    )
    areas = (ex.municipality("deventer"), ex.area("zandweerd", 'Areas "A" <1>', above=()))
    assert answers("en", areas=areas)["en/embed/areas/zandweerd.json"] == {
        "version": "1.0",
        "type": "rich",
        "title": 'Agenda: Areas "A" <1>',
        "provider_name": "Streekagenda",
        "provider_url": f"{BASE}en/",
        "cache_age": 86_400,
        "width": 600,
        "height": 600,
        "html": (
            f'<blockquote><a href="{page}">Agenda: {title}</a></blockquote>'
            f'<iframe frameborder="0" src="{frame}" title="Agenda: {title}" width="100%" height="600" style="border:0;display:block;width:100%" '
            'loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="allow-scripts allow-same-origin '
            'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>'
        ),
    }


def test_whole_agenda_is_called_by_its_own_name() -> None:
    assert answers()["embed/agenda.json"]["title"] == "Streekagenda"


def test_period_that_is_over_has_no_answer() -> None:
    months = [path for path in answers() if re.fullmatch(r"embed/agenda/20\d\d/\d\d\.json", path)]
    assert months[:2] == ["embed/agenda/2026/11.json", "embed/agenda/2026/12.json"]


def test_pages_and_frames_say_where_their_answer_is() -> None:
    happening = ex.event(ex.series(), topics=(ex.term("bewegen"),), price=ex.details(price=0).price)
    whole = site(happening, now=SUNDAY, in_region={"url": BASE, "languages": ("nl", "en")})
    files = {
        one.path: one.content
        for language in ("nl", "en")
        for kind in (pages, embeds)
        for one in kind.outputs(whole, language)
    }
    found = {
        path: DISCOVERY.findall(content.decode()) for path, content in files.items() if path.endswith("index.html")
    }
    lists = {path for path, links in found.items() if links}
    for path in (
        "index.html",
        "en/embed/index.html",
        "wijken/index.html",
        "wijzigingen/index.html",
        "agenda/index.html",
        "agenda/2026/11/index.html",
        "agenda/gratis/index.html",
        "en/areas/zandweerd/index.html",
        "wijken/zandweerd/onderwerpen/bewegen/index.html",
        "organisaties/de-kern/index.html",
        "embed/plekken/huis-van-de-wijk/index.html",
    ):
        assert path in lists, path
    assert not lists & {"agenda/2026/10/index.html", "activiteiten/de-kern/koffie/index.html", "kaart/index.html"}
    asked = {path: links[0][1].removeprefix(BASE) for path, links in found.items() if links}
    assert asked["embed/plekken/huis-van-de-wijk/index.html"] == asked["plekken/huis-van-de-wijk/index.html"]
    assert set(asked.values()) == {
        path for path in files if path.endswith(".json") and path.startswith(("embed", "en/embed"))
    }
    for path in asked.values():
        frame = re.search(r'<iframe [^>]*src="([^"?]+)', json.loads(files[path])["html"])
        assert frame, path
        assert f"{frame[1].removeprefix(BASE)}index.html" in files


@pytest.mark.parametrize(
    ("path", "src"),
    [
        ("embed/agenda/gratis", "embed/agenda/?free=1"),
        ("en/embed/agenda/weekend", "en/embed/agenda/?weekday=saturday&amp;weekday=sunday"),
        ("embed/wijken/zandweerd/onderwerpen/bewegen", "embed/wijken/zandweerd/?topic=bewegen"),
    ],
)
def test_list_that_goes_when_it_is_empty_is_pasted_as_one_that_stays(path: str, src: str) -> None:
    coffee = ex.event(ex.series(), topics=(ex.term("bewegen"),), price=ex.details(price=0).price)
    whole = site(coffee, now=SUNDAY, in_region={"url": BASE, "languages": ("nl", "en")})
    answer = texts(pasted.outputs(whole, "en" if path.startswith("en/") else "nl"))[f"{path}.json"]
    assert f' src="{BASE}{src}" ' in json.loads(answer)["html"]


def test_every_answer_of_the_example_region_keeps_to_the_specification(example_site: Path) -> None:
    base = _base(example_site)
    judge = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    paths = [*example_site.glob("embed/**/*.json"), *example_site.glob("ar/embed/**/*.json")]
    assert len(paths) > 500
    for path in paths:
        answer = json.loads(path.read_bytes())
        assert [error.message for error in judge.iter_errors(answer)] == [], path
        link, frame = OF_WORDPRESS.match(answer["html"]).groups()  # type: ignore[union-attr]
        assert link, path
        assert frame, path
        tree = html5lib.parseFragment(answer["html"], namespaceHTMLElements=False)
        addresses = [
            (one.get("src") or one.get("href")).partition("?")[0] for one in tree.iter() if one.tag in {"iframe", "a"}
        ]
        assert [one for one in addresses if not (example_site / one.removeprefix(base) / "index.html").is_file()] == []


def test_every_page_of_the_example_region_leads_to_an_answer_that_is_there(example_site: Path) -> None:
    base, led = _base(example_site), 0
    for page in example_site.rglob("index.html"):
        with page.open(encoding="utf-8") as file:
            head = file.read(6_000)
        for _, address in DISCOVERY.findall(head):
            led += 1
            assert (example_site / address.removeprefix(base)).is_file(), page
    assert led > 2_000


def _base(folder: Path) -> str:
    found = re.search(r'<link rel="canonical" href="([^"]+)"', (folder / "index.html").read_text(encoding="utf-8"))
    assert found
    return found[1]
