"""Sitemap, robots.txt, security.txt and the headers for hosts that take them."""

from __future__ import annotations

from datetime import datetime
from fnmatch import fnmatch
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from streekagenda.model.organisation import Contact
from streekagenda.publications import site_files
from streekagenda.publications.former import Former
from streekagenda.publications.site import Site
from streekagenda.recurrence.footprints import Touched
from tests import examples as ex
from tests.publications.html_sites import site, texts

if TYPE_CHECKING:
    from collections.abc import Collection

XML = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FILES = {
    "index.html",
    "404.html",
    "agenda/index.html",
    "activiteiten/de-kern/koffie/index.html",
    "activiteiten/de-kern/oud/index.html",
    "embed/agenda/index.html",
    "en/index.html",
    "en/embed/agenda/index.html",
    "en/screen/places/huis/index.html",
    "feeds/all.ics",
    "scherm/index.html",
    "static/site.css",
}


def addresses(xml: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(xml).iter(f"{XML}loc")]


def test_sitemap_holds_pages_and_no_embeds_screens_or_old_addresses() -> None:
    whole = site(ex.event(aliases=("de-kern/oud",)), in_region={"languages": ("nl", "en")})
    found = texts(site_files.outputs(whole, FILES))
    assert addresses(found["sitemap.xml"]) == [
        "https://agenda.example.nl/",
        "https://agenda.example.nl/activiteiten/de-kern/koffie/",
        "https://agenda.example.nl/agenda/",
        "https://agenda.example.nl/en/",
    ]


def test_sitemap_of_a_large_site_is_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_files, "MOST_ADDRESSES", 2)
    found = texts(site_files.outputs(site(ex.event()), {"a/index.html", "b/index.html", "c/index.html"}))
    parts = ["https://agenda.example.nl/sitemap-1.xml", "https://agenda.example.nl/sitemap-2.xml"]
    assert addresses(found["sitemap.xml"]) == parts
    assert addresses(found["sitemap-2.xml"]) == ["https://agenda.example.nl/c/"]


def before(remarks: Collection[str], files: Collection[str], changed: Collection[str] = ("de-kern/koffie",)) -> Former:
    own = ("sitemap.xml", "robots.txt", ".well-known/security.txt", "_headers")
    return Former(
        paths={*files, *own},
        changed={*changed},
        touched=Touched((), ()),
        remarks=dict.fromkeys(remarks, "[]"),
        read=lambda _: b"",
    )


def test_what_is_said_of_the_same_pages_stays() -> None:
    clean = site(ex.event(aliases=("de-kern/oud",)))
    former = before(["de-kern/koffie"], FILES ^ {"feeds/all.ics", "feeds/all.2.ics"})
    found = list(site_files.outputs(replace(clean, former=former), FILES))
    assert all(one.stays for one in found)
    assert texts(found) == texts(site_files.outputs(clean, FILES))


@pytest.mark.parametrize(
    "former",
    [
        before(["de-kern/koffie"], FILES - {"agenda/index.html"}),
        before(["de-kern/koffie"], FILES | {"ander/index.html"}),
        before([], FILES),  # it came: its address may have led elsewhere
        before(["de-kern/koffie", "de-kern/oud"], FILES, ["de-kern/oud"]),  # it went: its address may do so now
    ],
)
def test_what_may_be_said_of_others_is_made(former: Former) -> None:
    assert not any(one.stays for one in site_files.outputs(replace(site(ex.event()), former=former), FILES))


def test_robots_may_see_everything() -> None:
    found = texts(site_files.outputs(site(ex.event()), FILES))
    assert found["robots.txt"] == "User-agent: *\nAllow: /\nSitemap: https://agenda.example.nl/sitemap.xml\n"


def test_security_txt_expires_within_a_year_and_changes_with_the_month_only() -> None:
    contact = Contact(name="De redactie", phone="0570 00 00 10", email="redactie@example.org")
    made = {
        texts(site_files.outputs(site(ex.event(), now=now, in_region={"contact": contact}), FILES))[
            ".well-known/security.txt"
        ]
        for now in (datetime(2026, 9, 1, 0, 1), datetime(2026, 9, 30, 23, 59))
    }
    assert made == {
        (
            "Contact: mailto:redactie@example.org\n"
            "Expires: 2027-08-01T00:00:00Z\n"
            "Preferred-Languages: nl\n"
            "Canonical: https://agenda.example.nl/.well-known/security.txt\n"
        )
    }


@pytest.mark.parametrize("contact", [None, Contact(name="De redactie", phone="0570 00 00 10")])
def test_security_txt_of_a_region_without_an_email_address_names_its_site(contact: Contact | None) -> None:
    found = texts(site_files.outputs(site(ex.event(), in_region={"contact": contact}), FILES))
    assert found[".well-known/security.txt"] == (
        "Contact: https://agenda.example.nl/\n"
        "Expires: 2027-08-01T00:00:00Z\n"
        "Preferred-Languages: nl\n"
        "Canonical: https://agenda.example.nl/.well-known/security.txt\n"
    )


def headers(whole: Site) -> dict[str, dict[str, str]]:
    """The rules of ``_headers``: by path, the value of each header."""
    found: dict[str, dict[str, str]] = {}
    for line in texts(site_files.outputs(whole, FILES))["_headers"].splitlines():
        if line.startswith("/"):
            rule = found.setdefault(line, {})
        else:
            name, _, value = line.strip().partition(": ")
            assert name not in rule
            rule[name] = value
    return found


def test_hosts_that_take_headers_open_feeds_and_data_to_other_websites() -> None:
    found = headers(site(ex.event()))
    for folder in ("feeds", "api", "schema"):
        assert found[f"/{folder}/*"] == {
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Expose-Headers": "ETag",
            "Cache-Control": "public, max-age=300, must-revalidate",
        }
    assert found["/feeds/*.ics"] == {"Content-Type": "text/calendar; charset=utf-8"}
    assert found["/feeds/*.atom"] == {"Content-Type": "application/atom+xml; charset=utf-8"}
    assert found["/*"]["X-Content-Type-Options"] == "nosniff"


def test_browsers_ask_by_https_alone_and_never_show_a_flyer_as_a_page_of_the_site() -> None:
    found = headers(site(ex.event()))
    assert found["/*"]["Strict-Transport-Security"] == "max-age=31536000"
    assert found["/media/*.pdf"] == found["/media/*.PDF"] == {"Content-Disposition": "attachment"}


def test_other_websites_may_load_the_script_of_the_embeds_and_check_it() -> None:
    found = headers(site(ex.event()))
    open_to_all = {"Access-Control-Allow-Origin": "*"}
    assert found["/embed.js"] == {**open_to_all, "Cache-Control": "public, max-age=3600"}
    assert found["/embed-1.0.0.js"] == {**open_to_all, "Cache-Control": "public, max-age=31536000, immutable"}


def test_nobody_may_frame_a_page_and_anyone_an_embed_unless_the_region_says_who() -> None:
    found = headers(site(ex.event(), in_region={"languages": ("nl", "en")}))
    assert found["/*"]["X-Frame-Options"] == "DENY"
    assert {
        rule: said["Content-Security-Policy"] for rule, said in found.items() if "Content-Security-Policy" in said
    } == {
        "/embed/*": "frame-ancestors *",
        "/en/embed/*": "frame-ancestors *",
    }


def test_who_may_frame_the_embeds_stands_in_their_headers() -> None:
    allowed = (
        "https://www.example.org",
        "https://bieb.example.org:8443/agenda; script-src *",
        "https://www.example.org/x",
    )
    found = headers(site(ex.event(), in_region={"languages": ("nl", "en"), "embed_allowed": allowed}))
    policy = "frame-ancestors 'self' https://www.example.org https://bieb.example.org:8443"
    assert found["/embed/*"] == found["/en/embed/*"] == {"Content-Security-Policy": policy}


def test_no_header_stands_in_two_rules_that_fit_one_file() -> None:
    found = headers(
        site(ex.event(), in_region={"languages": ("nl", "en"), "embed_allowed": ("https://a.example.org",)})
    )
    for path in (
        "/feeds/all.ics",
        "/feeds/area/zandweerd.atom",
        "/api/v1/events.json",
        "/en/embed/agenda/",
        "/embed-1.0.0.js",
        "/embed.js",
        "/static/site.css",
        "/media/flyer.pdf",
        "/media/zaal.jpg",
    ):
        names = [name for rule, said in found.items() if fnmatch(path, rule) for name in said]
        assert sorted(set(names)) == sorted(names)
