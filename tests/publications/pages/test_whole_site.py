"""What holds for every page of a site, in every language."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urljoin, urlsplit

import pytest

from streekagenda import publications
from streekagenda.diagnostics import Location
from streekagenda.model.calendar import FreePage
from streekagenda.model.organisation import Contact
from streekagenda.model.region import Theme
from streekagenda.publications import pages
from streekagenda.publications.site import Site
from tests import examples as ex
from tests.publications.html_sites import find, main, parsed, published, site, texts, words

BASE = "https://agenda.example.nl/een/pad/"
OUTSIDE = ("api/", "schema/")
"""Made by other publications."""


@cache
def whole() -> Site:
    campaign = ex.campaign(first=ex.day("2026-09-24"), last=ex.day("2026-10-01"))
    opening = ex.event(ex.series()).schedule
    return site(
        ex.event(ex.series(changes=[ex.change("2026-10-11", status="cancelled")]), campaigns=(campaign,)),
        ex.event(id="de-kern/lezing", title=ex.text("Lezing", en="Talk"), place=ex.place(open=opening)),
        in_region={
            "url": BASE,
            "languages": ("nl", "en", "ar"),
            "contact": Contact(name="De redactie", phone="0570 00 00 10", email="redactie@example.org"),
            "notice": ex.text("Dit is een voorbeeld.", en="This is an example."),
            "theme": Theme(primary="#a31515"),
        },
    )


@cache
def all_files() -> dict[str, bytes]:
    return {output.path: output.content for output in publications.outputs(whole())}


@cache
def all_pages() -> dict[str, ex.Any]:
    """All but the pieces for pages of other sites, see ``publications/embeds/fragments.py``."""
    return {
        path: parsed(content.decode("utf-8"))
        for path, content in all_files().items()
        if path.endswith(".html") and not path.endswith("/fragment.html")
    }


def address_of(path: str) -> str:
    return BASE + path.removesuffix("index.html")


def test_every_link_leads_to_a_page_and_every_fragment_to_a_place_on_it() -> None:
    ids = {address_of(path): {one.get("id") for one in tree.iter()} for path, tree in all_pages().items()}
    files = {BASE + path for path in all_files()}
    broken = set()
    for path, tree in all_pages().items():
        for element in tree.iter():
            target = urljoin(address_of(path), element.get("href") or element.get("src") or "")
            address, _, fragment = target.partition("#")
            address = address.partition("?")[0]
            if not address.startswith(BASE) or address.removeprefix(BASE).startswith(OUTSIDE):
                continue
            if (address not in ids and address not in files) or (
                fragment and address in ids and fragment not in ids[address]
            ):
                broken.add((path, target))
    assert broken == set()


def test_policy_comes_first_and_nothing_is_inline() -> None:
    for path, tree in all_pages().items():
        first = next(iter(next(tree.iter("head"))))
        assert first.get("http-equiv") == "Content-Security-Policy", path
        assert "default-src 'none'" in (first.get("content") or ""), path
        assert not list(tree.iter("style")), path
        inline = {script.get("type") for script in tree.iter("script") if not script.get("src")}
        assert inline <= {"application/ld+json", "application/json"}, path
        attributes = {name for one in tree.iter() for name in one.attrib}
        assert not {name for name in attributes if name == "style" or name.startswith("on")}, path


def test_no_gap_of_a_card_or_menu_is_left() -> None:
    texts_of_pages = [content for path, content in all_files().items() if path.endswith(".html")]
    assert not [text for text in texts_of_pages if set(text) & set(b"\x00\x01\x02\x03")]


def test_ids_are_unique_on_each_page() -> None:
    for path, tree in all_pages().items():
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), path


def test_notice_stands_on_every_page_in_embeds_too() -> None:
    without = {path for path, tree in all_pages().items() if not find(tree, "notice")}
    assert without == set()


def test_every_page_of_a_language_says_so_and_names_its_twins() -> None:
    for language, home in (("nl", ""), ("en", "en/"), ("ar", "ar/")):
        tree = all_pages()[f"{home}index.html"]
        assert (tree.get("lang"), tree.get("dir")) == (language, "rtl" if language == "ar" else "ltr")
        twins = {one.get("hreflang"): one.get("href") for one in tree.iter("link") if one.get("hreflang")}
        assert twins == {"nl": BASE, "en": f"{BASE}en/", "ar": f"{BASE}ar/", "x-default": BASE}


def test_language_switch_stays_on_the_page() -> None:
    (switch,) = find(all_pages()["wijken/zandweerd/index.html"], "languages")
    assert [(link.get("lang"), link.get("href")) for link in switch.iter("a")] == [
        ("en", "../../en/areas/zandweerd/"),
        ("ar", "../../ar/areas/zandweerd/"),
    ]


def test_page_for_lost_readers_links_from_the_base_path() -> None:
    tree = all_pages()["404.html"]
    links = {one.get("href") for one in tree.iter() if one.get("href")}
    own = {link for link in links if not link.startswith(("https:", "tel:", "mailto:", "#"))}
    assert own
    assert {link for link in own if not link.startswith("/een/pad/")} == set()


def test_page_for_lost_readers_names_no_address_and_no_twins() -> None:
    tree = all_pages()["404.html"]
    assert {one.get("rel") for one in tree.iter("link")} == {"stylesheet", "icon"}
    assert find(tree, "languages") == []


def test_accessibility_statement_claims_no_status() -> None:
    text = words(main(all_pages()["toegankelijkheid/index.html"]))
    assert "De status van deze site is nog niet vastgesteld. Dit is een concept." in text
    assert "voldoet" not in text


def test_accessibility_page_says_that_nobody_has_proofread_the_words_of_its_language() -> None:
    said = "لم يراجع كلمات هذا الموقع بعدُ شخصٌ لغته الأم العربية"
    pages = {path: words(main(page)) for path, page in all_pages().items() if path.endswith("accessibility/index.html")}
    assert {path: said in text for path, text in pages.items()} == {
        "en/accessibility/index.html": False,
        "ar/accessibility/index.html": True,
    }


def test_statement_of_the_region_takes_the_place_of_the_draft_in_every_language() -> None:
    written = FreePage(
        id="toegankelijkheid",
        title=ex.text("Toegankelijk voor iedereen", en="Accessible to everyone"),
        body=ex.text("Status B.", en="Status B, in English."),
        source=Location(path="pages/toegankelijkheid.md"),
    )
    own = site(ex.event(), pages=(written,), in_region={"languages": ("nl", "en")})
    paths = [output.path for output in publications.outputs(own)]
    assert len(paths) == len(set(paths))
    assert "en/toegankelijkheid/index.html" not in paths
    dutch, english = (published(own, language) for language in ("nl", "en"))
    statements = (dutch["toegankelijkheid/index.html"], english["en/accessibility/index.html"])
    assert [words(main(parsed(html))) for html in statements] == [
        "Toegankelijk voor iedereen Status B.",
        "Accessible to everyone Status B, in English.",
    ]
    (bottom,) = parsed(english["en/index.html"]).iter("footer")
    assert [link.get("href") for link in bottom.iter("a") if "ccessib" in words(link)] == ["../en/accessibility/"]


def test_subscribe_page_has_the_ways_of_every_calendar() -> None:
    tree = all_pages()["abonneren/wijken/zandweerd/index.html"]
    links = {link.get("href") or "" for link in tree.iter("a")}
    feed = "agenda.example.nl/een/pad/feeds/area/zandweerd.ics"
    assert f"webcal://{feed}" in links
    assert "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F" + feed.replace("/", "%2F") in links
    from_web = "calendar/0/addfromweb?url=https%3A%2F%2F" + feed.replace("/", "%2F") + "&name=Zandweerd"
    assert {f"https://outlook.live.com/{from_web}", f"https://outlook.office.com/{from_web}"} <= links
    assert f"https://{feed}" in words(main(tree))


def test_subscribe_page_names_the_parts_of_what_is_too_large_for_one_calendar() -> None:
    here = site(ex.event())
    files = {"feeds/all.ics", "feeds/all.2.ics", "feeds/all.3.ics", "feeds/area/zandweerd.ics", "feeds/all.5.ics"}
    tree = parsed(texts(pages.listing_outputs(here, "nl", files))["abonneren/index.html"])
    parts = {words(link): link.get("href") for link in tree.iter("a") if words(link).startswith("deel ")}
    assert parts == {"deel 2": "../feeds/all.2.ics", "deel 3": "../feeds/all.3.ics"}


def test_links_elsewhere_are_https() -> None:
    schemes = {
        urlsplit(one.get("href") or "").scheme
        for tree in all_pages().values()
        for one in tree.iter()
        if one.get("href")
    }
    assert schemes == {"", "https", "webcal", "tel", "mailto", "sms"}


@pytest.mark.parametrize("word", ["doelgroep", "eenzame", "klik hier"])
def test_words_that_we_do_not_use(word: str) -> None:
    """Path words and proper names are none of our sentences."""
    found = {path for path, tree in all_pages().items() if word in words(tree).casefold()}
    assert found == set()


def test_two_builds_are_the_same() -> None:
    assert {output.path: output.content for output in publications.outputs(whole())} == all_files()


def test_style_sheet_of_the_region_follows_its_colour() -> None:
    assert b"--basis-color-action-1-color-default: #a31515;" in all_files()["static/theme.css"]
    assert re.search(rb'href="\.\./static/theme\.css', all_files()["agenda/index.html"])
