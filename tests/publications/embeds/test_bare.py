"""Embeds as they are sent: one for each list page in each language, bare, light, and with nothing that a script must add."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from streekagenda.publications import embeds, pages
from tests import examples as ex
from tests.browser import small_site
from tests.publications.html_sites import find, main, parsed, site, texts, words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from streekagenda.output import Output
    from streekagenda.publications.site import Site

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = ("nl", "en", "ar")
NOT_LISTS = ("subscribe", "submit", "builder", "search", "map", "screen", "accessibility")
"""Kinds of page, with all below them."""


@cache
def whole() -> Site:
    campaign = ex.campaign("samen", first=ex.day("2026-11-01"), last=ex.day("2026-12-01"))
    many = [
        ex.event(ex.single(f"2026-12-{day:02}"), id=f"de-kern/{day}-{n}") for day in range(1, 12) for n in range(20)
    ]
    daily = ex.series(ex.rule("DAILY", "2026-10-01", until="2026-10-31"))
    before = [ex.event(daily, id=f"de-kern/oktober-{n}") for n in range(6)]
    return site(
        *small_site.events(),
        *many,
        *before,
        now=small_site.NOW,
        campaigns=(campaign,),
        in_region={"languages": LANGUAGES, "notice": ex.text("Dit is een voorbeeld.")},
    )


@cache
def of(language: str) -> dict[str, Element]:
    """The embeds of a language by their paths, as a browser reads them."""
    found = texts(embeds.outputs(whole(), language))
    return {
        path.removesuffix("index.html"): parsed(html) for path, html in found.items() if path.endswith("/index.html")
    }


def test_every_list_page_has_its_embed_in_every_language() -> None:
    """No page of this site only leads to another."""
    for language, home in (("nl", ""), ("en", "en/"), ("ar", "ar/")):
        outputs = (*pages.outputs(whole(), language), *pages.listing_outputs(whole(), language, frozenset()))
        made = {one.path.removeprefix(home).removesuffix("index.html") for one in outputs if is_page(one)}
        event = whole().addresses.page("event", language).removeprefix(home)
        no_list = [whole().addresses.page(kind, language).removeprefix(home) for kind in NOT_LISTS]
        lists = {
            path
            for path in made
            if not path.startswith(tuple(no_list)) and not re.fullmatch(rf"{event}[^/]+/[^/]+/", path)
        }
        embedded = {one.path.removesuffix("index.html") for one in embeds.outputs(whole(), language) if is_page(one)}
        assert {f"{home}embed/{path}" for path in lists} == embedded, language


def is_page(output: Output) -> bool:
    return output.path.rpartition("/")[2] == "index.html"


def test_second_parts_of_a_period_and_of_the_letters_have_their_embed() -> None:
    first, second = (words(main(of("nl")[f"embed/agenda/2026/12/{part}"])) for part in ("", "2/"))
    assert "December 2026 " in first
    assert "December 2026, deel 2 " in second
    past = words(main(of("nl")["embed/agenda/2026/10/2/"]))
    assert (
        past.removeprefix("Dit is een voorbeeld. ").partition(" Meer op ")[0]
        == "Oktober 2026, deel 2 Deze periode is voorbij."
    )
    (letters,) = find(of("nl")["embed/activiteiten/"], "chips")
    assert [(link.get("href"), link.get("target")) for link in letters.iter("a")][::5] == [
        ("#l-1", "_self"),
        ("../../activiteiten/2/#l-6", None),
    ]


def test_an_embed_is_bare_and_its_links_leave_its_frame() -> None:
    tree = of("nl")["embed/wijken/zandweerd/"]
    assert not [*tree.iter("nav"), *tree.iter("header"), *tree.iter("footer"), *tree.iter("form"), *tree.iter("input")]
    assert [one.get("target") for one in tree.iter("base")] == ["_top"]
    assert {link.get("target") for link in tree.iter("a")} == {None}
    inside = {
        link.get("target") for one in of("nl").values() for link in one.iter("a") if (link.get("href") or "")[0] == "#"
    }
    assert inside == {"_self"}


def test_an_embed_says_what_it_is_and_where_its_page_and_its_twins_are() -> None:
    tree = of("en")["en/embed/areas/zandweerd/"]
    assert (tree.get("lang"), tree.get("dir")) == ("en", "ltr")
    assert [words(one) for one in tree.iter("title")] == ["Zandweerd – Streekagenda"]
    meta = {one.get("name"): one.get("content") for one in tree.iter("meta")}
    assert meta["robots"] == "noindex"
    links = {(one.get("rel"), one.get("hreflang")): one.get("href") for one in tree.iter("link")}
    assert links["canonical", None] == "https://agenda.example.nl/en/areas/zandweerd/"
    assert links["alternate", "nl"] == "../../../../embed/wijken/zandweerd/"
    assert links["alternate", "ar"] == "../../../../ar/embed/areas/zandweerd/"
    assert ("alternate", "en") not in links


def test_each_embed_has_one_heading_and_its_own_drawings() -> None:
    for path, tree in {**of("nl"), **of("ar")}.items():
        assert len(list(tree.iter("h1"))) == 1, path
        assert {one.get("href", "")[1:] for one in tree.iter(f"{SVG}use")} == {
            one.get("id") for one in tree.iter(f"{SVG}symbol")
        }, path
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), path


def test_scripts_are_classic_so_that_they_load_where_the_frame_has_no_origin() -> None:
    for path, tree in of("nl").items():
        scripts = [
            (one.get("src", "").rpartition("/")[2].partition("?")[0], sorted(one.attrib)) for one in tree.iter("script")
        ]
        assert scripts == [("look.js", ["src"]), ("page.js", ["defer", "src"]), ("frame.js", ["defer", "src"])], path


def test_what_is_otherwise_today_stands_at_the_top_and_that_of_the_days_after_waits() -> None:
    tree = parsed(texts(embeds.outputs(site(*otherwise(), now=small_site.NOW), "nl"))["embed/agenda/index.html"])
    (banner,) = (one for one in tree.iter("div") if one.get("data-otherwise") is not None)
    assert banner.get("hidden") is None
    assert [
        (one.get("data-from"), one.get("data-until"), one.get("hidden") is not None, words_of(one))
        for one in banner.iter("li")
    ] == [
        ("2026-11-22T00:00", "2026-11-22T21:00", False, "Af , 19.30–21.00. Gaat niet door."),
        (
            "2026-11-22T00:00",
            "2026-11-22T21:00",
            False,
            "Uitgesteld , 19.30–21.00. Uitgesteld. De nieuwe datum komt nog.",
        ),
        (
            "2026-11-22T00:00",
            "2026-11-22T21:00",
            False,
            "Verplaatst , 19.30–21.00. Verplaatst. Het is nu dinsdag 24 november 2026 van 19.30 tot 21.00 uur.",
        ),
        (
            "2026-11-22T00:00",
            "2026-11-22T22:00",
            False,
            "Later , 20.30–22.00. Andere tijd. Het was eerst van 19.30 tot 21.00 uur.",
        ),
        ("2026-11-23T00:00", "2026-11-23T21:00", True, "Morgen af , 19.30–21.00. Gaat niet door."),
    ]


def words_of(element: Element) -> str:
    """All words of an element, those that are hidden too."""
    return " ".join(" ".join(text.strip() for text in element.itertext()).split())


def otherwise() -> tuple[ex.Event, ...]:
    sunday = "2026-11-22"

    def event(title: str, day: str = sunday, **change: Any) -> ex.Event:
        weekly = ex.series(
            ex.rule("WEEKLY", day, "MO" if day > sunday else "SU"), "19:30-21:00", changes=[ex.change(day, **change)]
        )
        return ex.event(weekly, id=f"de-kern/{title.lower().replace(' ', '-')}", title=title)

    return (
        event("Af", status="cancelled"),
        event("Uitgesteld", status="postponed"),
        event("Verplaatst", moved_to="2026-11-24"),
        event("Later", at="20:30-22:00"),
        event("Morgen af", "2026-11-23", status="cancelled"),
    )


def test_a_period_that_is_over_is_short_and_says_so() -> None:
    late = site(ex.event(ex.series()), now=ex.datetime(2026, 11, 1))
    tree = parsed(texts(embeds.outputs(late, "nl"))["embed/agenda/2026/09/index.html"])
    assert (
        words(main(tree))
        == "September 2026 Deze periode is voorbij. Meer op Streekagenda Bijgewerkt op zondag 1 november 2026."
    )
