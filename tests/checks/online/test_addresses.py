"""Every web address of content is found, with the place where it stands."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from streekagenda import pipeline
from streekagenda.checks.online.addresses import addresses_in
from streekagenda.checks.online.answer import Answer
from tests.checks.found import settings
from tests.content_files import GOOD, written

PATH = "events/de-kern/koffie.md"
EVENT = """\
---
titel: Koffie
wanneer:
  - {op: 2027-01-15, tijd: 10-12 uur, plek: de-linde, aanmelden: {url: https://a.nl/entry}}
  - {op: 2027-01-16, tijd: 10-12 uur, online: https://a.nl/praat}
onderwerpen: [ontmoeten]
aanmelden: {url: https://a.nl/aanmelden}
links:
  - {url: https://b.nl/, titel: Voorbeeld}
  - {url: https://a.nl/link#kop, titel: De tuin}
---
Kijk op [de site](https://a.nl/tekst_(oud)) of op https://a.nl/kaal.
Ook: <https://a.nl/kaal>.
"""
FILES = {
    PATH: EVENT,
    "events/de-kern/over.md": EVENT.replace("2027", "2025"),
    "organisations/de-kern.md": "---\nname: De Kern\nwebsite: https://a.nl/kern\nsources: [{ical: https://a.nl/a.ics}]\n---\n",
    "places/de-linde.md": "---\nname: De Linde\narea: zandweerd\nwebsite: https://a.nl/linde\n---\n",
    "campaigns/week.md": "---\ntitle: Week\nlinks: [{url: https://a.nl/week, title: De week}]\n---\nZie https://a.nl/week2!\n",
    "pages/over.md": "---\ntitle: Over\n---\nZie https://a.nl/over\n",
}


def test_each_address_is_asked_once_and_said_where_it_stands(tmp_path: Path) -> None:
    asked: list[str] = []

    def ask(addresses: Sequence[str]) -> dict[str, Answer]:
        asked.extend(addresses)
        return {one: Answer.SILENT if "kaal" in one else Answer.GONE for one in addresses}

    written(tmp_path, {**GOOD, **FILES})
    diagnostics = pipeline.check(settings(tmp_path), ask=ask).diagnostics
    found = [
        (one.location.path, one.location.line, one.location.column, dict(one.values)["address"])
        for one in diagnostics
        if one.code == "link-gone"
    ]
    silent = [(one.location.line, one.location.column) for one in diagnostics if one.code == "link-silent"]
    assert asked == sorted(set(asked))
    assert found == [
        ("campaigns/week.md", 3, 15, "https://a.nl/week"),
        ("campaigns/week.md", 5, 5, "https://a.nl/week2"),
        (PATH, 4, 72, "https://a.nl/entry"),
        (PATH, 5, 47, "https://a.nl/praat"),
        (PATH, 7, 18, "https://a.nl/aanmelden"),
        (PATH, 9, 11, "https://b.nl/"),
        (PATH, 10, 11, "https://a.nl/link#kop"),
        (PATH, 12, 19, "https://a.nl/tekst_(oud)"),
        ("organisations/de-kern.md", 3, 10, "https://a.nl/kern"),
        ("organisations/de-kern.md", 4, 18, "https://a.nl/a.ics"),
        ("pages/over.md", 4, 5, "https://a.nl/over"),
        ("places/de-linde.md", 4, 10, "https://a.nl/linde"),
    ]
    assert silent == [(12, 51)]


def test_nothing_is_asked_without_being_told(tmp_path: Path) -> None:
    written(tmp_path, {**GOOD, **FILES})
    codes = {one.code for one in pipeline.check(settings(tmp_path)).diagnostics}
    assert codes & {"link-gone", "link-silent"} == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zie https://a.nl.", ["https://a.nl"]),
        ("(https://a.nl/x)", ["https://a.nl/x"]),
        ("https://a.nl/x_(y), en", ["https://a.nl/x_(y)"]),
        ("**https://a.nl/x**", ["https://a.nl/x"]),
        ("www.a.nl", []),
        ("http://", []),
        ("https://a.nl/?q=1&r=2;", ["https://a.nl/?q=1&r=2"]),
    ],
)
def test_address_ends_before_the_marks_of_the_sentence(text: str, found: list[str]) -> None:
    assert list(addresses_in(text)) == found
