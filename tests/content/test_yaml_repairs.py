"""Broken YAML as people write it: what is said of it, and the line as it was meant."""

import pytest

from streekagenda.content.yaml_text import parse
from streekagenda.diagnostics import Correction


def only_fault(text: str) -> tuple[str, int, str | None, bool]:
    """Return code, line, the line as it was meant, and whether that is certain."""
    (fault,) = parse(text, canonical=lambda key: key).faults
    meant = fault.correction.of(text.split("\n")[fault.line - 1]) if fault.correction else None
    return fault.code, fault.line, meant, bool(fault.correction and fault.correction.certain)


@pytest.mark.parametrize(("text", "expected"), [
    ("titel: 't Hoekje\nprijs: 1", ("yaml-apostrophe", 1, "titel: \"'t Hoekje\"", True)),
    ("titel: 's Ochtends en 's middags\nprijs: 1", ("yaml-apostrophe", 1, "titel: \"'s Ochtends en 's middags\"", True)),
    ("titel: 'n Praatje: thee\nprijs: 1", ("yaml-apostrophe", 1, "titel: \"'n Praatje: thee\"", True)),
    ("titel: 't Hoekje\nsamenvatting: in 't dorp", ("yaml-apostrophe", 1, "titel: \"'t Hoekje\"", True)),
    ("links:\n  - 's avonds\n  - x", ("yaml-apostrophe", 2, "  - \"'s avonds\"", True)),
    ("titel: 't Is \"leuk\"\nprijs: 1", ("yaml-apostrophe", 1, "titel: \"'t Is \\\"leuk\\\"\"", True)),
    ("titel: 's Avonds prijs: gratis\nwijk: x", ("yaml-apostrophe", 1, "titel: \"'s Avonds prijs: gratis\"", False)),
    ("titel: 's Avonds # laat\nwijk: x", ("yaml-apostrophe", 1, "titel: \"'s Avonds\" # laat", False)),
    ("plek: {naam: 't Hoekje, wijk: x}", ("yaml-apostrophe", 1, None, False)),
    ("titel: 'Koffie\nprijs: 1", ("yaml-quote", 1, "titel: 'Koffie'", False)),
    ("titel: \"Koffie\nprijs: 1", ("yaml-quote", 1, "titel: \"Koffie\"", False)),
    ("titel: \"Koffie\" en thee", ("yaml-behind-quote", 1, "titel: '\"Koffie\" en thee'", False)),
    ("titel: 'Koffie' en thee", ("yaml-behind-quote", 1, "titel: \"'Koffie' en thee\"", False)),
    ("titel Koffie\nprijs: 1", ("yaml-no-colon", 1, "titel: Koffie", False)),
    ("zomaar wat\nprijs: 1", ("yaml-no-colon", 1, None, False)),
    ("prijs:1\ntitel: x", ("yaml-space", 1, "prijs: 1", True)),
    ("titel: Koffie: thee", ("yaml-colon", 1, "titel: \"Koffie: thee\"", True)),
    ("titel: Let op: thee", ("yaml-colon", 1, "titel: \"Let op: thee\"", True)),
    ("titel: Koffie prijs: 2", ("yaml-colon", 1, "titel: \"Koffie prijs: 2\"", False)),
    ("titel: Koffie: thee # nieuw", ("yaml-colon", 1, "titel: \"Koffie: thee\" # nieuw", False)),
    ("titel: @thuis", ("yaml-character", 1, "titel: \"@thuis\"", True)),
    ("onderwerpen: [een, twee\ntitel: x", ("yaml-bracket", 1, "onderwerpen: [een, twee]", False)),
    ("wanneer:\n\top: x", ("yaml-tab", 2, "  op: x", False)),
    ("titel: x\n  prijs: 1", ("yaml-indent", 2, "prijs: 1", False)),
])  # fmt: skip
def test_line_as_it_was_meant(text: str, expected: tuple[str, int, str | None, bool]) -> None:
    assert only_fault(text) == expected


@pytest.mark.parametrize("text", [
    "titel: \"'t Hoekje\"", "titel: ’t Hoekje", "titel: In 't Hoekje", "titel: '''t Hoekje'", "titel: 's avonds'",
])  # fmt: skip
def test_text_that_can_be_read_is_left_as_it_is(text: str) -> None:
    assert parse(text, canonical=lambda key: key).faults == ()


def test_correction_of_the_start_of_a_line_leaves_the_rest() -> None:
    (fault,) = parse("wanneer:\n\t\top: x  # waarom", canonical=lambda key: key).faults
    assert fault.correction == Correction(start=1, end=3, text="    ")
