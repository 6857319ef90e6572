"""Sitemap, robots.txt and security.txt."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree as ET

import pytest

from streekagenda.model.organisation import Contact
from streekagenda.publications import site_files
from tests import examples as ex
from tests.publications.html_sites import site, texts

XML = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FILES = [
    "index.html",
    "404.html",
    "agenda/index.html",
    "activiteiten/de-kern/koffie/index.html",
    "activiteiten/de-kern/oud/index.html",
    "embed/agenda/index.html",
    "en/index.html",
    "en/embed/agenda/index.html",
    "feeds/all.ics",
    "static/site.css",
]


def addresses(xml: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(xml).iter(f"{XML}loc")]


def test_sitemap_holds_pages_and_neither_embeds_nor_old_addresses() -> None:
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
    found = texts(site_files.outputs(site(ex.event()), ["a/index.html", "b/index.html", "c/index.html"]))
    parts = ["https://agenda.example.nl/sitemap-1.xml", "https://agenda.example.nl/sitemap-2.xml"]
    assert addresses(found["sitemap.xml"]) == parts
    assert addresses(found["sitemap-2.xml"]) == ["https://agenda.example.nl/c/"]


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
