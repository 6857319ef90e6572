"""The guard before the Markdown converter, with the converter itself as the judge: what passes takes a moment only."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest
from coverage import Coverage
from markdown import Markdown

from streekagenda.formats.markdown import MOST_BYTES, too_slow

ORDINARY = (
    "Kom *koffie* drinken in [De Kern](https://x.example), ma t/m vr. Neem **niets** mee (echt!).\n\n- een\n- twee\n\n"
)
TABLE = "| wie | prijs |\n|-----|------:|\n" + "| kind | 2 |\n" * 200
FRAGMENTS = (
    (
        "<a |![|[a](|<![|<!--|<?|&|\\|[a]|]|(|)|*|**|_|__|`|``|\n|\n\n|> |- |1. |    |  |\"|'|a|b c |\n---%---\n|<http://|<a@b|>|#|# |"
        '[a]: |[a]: x "|<div>|</div>|<p>|<b>|<a href="|=\n|---\n|\t|http://x|!|<|[|]: |<![CDATA[|<!DOCTYPE|</|/>|<pre>|&#|%'
    )
    .replace("%", "\x7f")
    .split("|")
)


@pytest.mark.parametrize(
    ("text", "too_much"),
    [
        ("", None),
        (ORDINARY * 100, None),
        (TABLE, None),
        ("-" * 200 + "\n\n" + "=" * 200, None),
        ("- [ ] taak\n" * 300, None),
        ("é" * (MOST_BYTES // 2 + 1), "length"),
        ("a\n" * 1_501, "lines"),
        ("[" * 50, "run"),
        ("!" * 60, "run"),
        ("> " * 20 + "a", "nesting"),
        ("1. " * 4_000, "nesting"),
        ("a <" * 401, "tags"),
        ("a `" * 801, "backticks"),
        ("[a](b) " * 401, "brackets"),
        ("[a " * 300 + "b " * 5_000, "brackets"),
    ],
)
def test_only_texts_that_nobody_writes_are_refused(text: str, too_much: str | None) -> None:
    assert too_slow(text) == too_much


def test_what_passes_is_converted_within_two_seconds() -> None:
    budget = 2 if Coverage.current() is None else 6
    random = Random(20261122)
    fragments = [fragment.replace("\x7f", "|") for fragment in FRAGMENTS]
    converter = Markdown(extensions=["tables"])
    passed = 0
    while passed < 60:
        piece = "".join(random.choices(fragments, k=random.choice([1, 2, 2, 3, 4])))
        padding = random.choice(["a ", "woord\n", "x", "\n", "b\n\n", "> ", "- a\n"])
        # As many of the piece as the guard lets pass, in the longest text that there can be.
        times = next((n for n in (10_000, 3_000, 1_000, 400, 300, 200, 100, 50) if _fits(piece * n)), 0)
        text = piece * times + padding * ((MOST_BYTES - len(piece) * times) // len(padding))
        if too_slow(text):
            text = piece * times
        if too_slow(text):
            continue
        passed += 1
        began = process_time()
        converter.reset().convert(text)
        assert process_time() - began < budget, repr(piece)


def _fits(text: str) -> bool:
    return len(text) <= MOST_BYTES and too_slow(text) is None
