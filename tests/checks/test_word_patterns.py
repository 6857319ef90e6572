"""The little language of the tables in streekagenda/checks/dutch."""

import pytest

from streekagenda.checks.dutch import rows
from streekagenda.checks.word_patterns import phrase_pattern, stems_of, word_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("doelgroep/doelgroepen", "Onze doelgroepen komen", "doelgroepen"),
        ("doelgroep/doelgroepen", "Het doelgroepenvervoer", None),
        ("slecht ter been", "Wie SLECHT\nter  been is", "SLECHT\nter  been"),
        ("eenzame [oude] mensen", "eenzame mensen", "eenzame mensen"),
        ("eenzame [oude] mensen", "eenzame oude mensen", "eenzame oude mensen"),
        ("[sociaal] zwakkeren", "de zwakkeren", "zwakkeren"),
        ("[sociaal] zwakkeren", "de sociaal zwakkeren", "sociaal zwakkeren"),
        ("eenzame {people}", "eenzame 65-plussers", "eenzame 65-plussers"),
        ("dient/dienen … te", "U dient zelf een nieuwe laptop mee te nemen", "dient zelf een nieuwe laptop mee te"),
        ("dient/dienen … te", "Dit dient als een voorbeeld van hoe het ook te doen is", None),
        ("wijkbewoner~", "Wijkbewoners", "Wijkbewoners"),
        ("oorlogs*/strijd*", "oorlogstaal", "oorlogstaal"),
        ("doven | blinden", "blinden", "blinden"),
        ("m.u.v.", "dagelijks, m.u.v. zondag", "m.u.v."),
    ],
)
def test_pattern_finds_words(pattern: str, text: str, found: str | None) -> None:
    compiled = word_pattern(pattern)
    match = compiled.regex.search(text)
    assert (match[0] if match else None) == found
    assert found is None or compiled.may_be_in(stems_of(text))


@pytest.mark.parametrize("pattern", ["{people}", "[oude]", "ab*"])
def test_pattern_without_a_telling_word_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="looked through"):
        word_pattern(pattern)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("wijkbewoner", "Alle wijkbewoners", "wijkbewoners"),
        ("opgeven kan bij", "Opgeven kan bij de balie", "Opgeven kan bij"),
        ("[a-z]* (soos)", "naar de [a-z]* (soos) toe", "[a-z]* (soos)"),
        ("soos", "Grandioos", None),
        ("?!", "Wat ?! nou", "?!"),
    ],
)
def test_phrase_of_a_region_is_taken_as_it_stands(phrase: str, text: str, found: str | None) -> None:
    compiled = phrase_pattern(phrase)
    match = compiled.regex.search(text)
    assert found is None or phrase == "?!" or compiled.may_be_in(stems_of(text))
    assert (match[0] if match else None) == found


@pytest.mark.parametrize(("table", "count"), [("avoid.tsv", 54), ("simple.tsv", 79)])
def test_every_row_of_a_table_compiles_and_names_its_source(table: str, count: int) -> None:
    found = rows(table)
    assert len(found) == count
    for row in found:
        assert word_pattern(row["pattern"]).stems
        assert not row["unless"] or word_pattern(row["unless"]).regex
        assert row["source"]
        assert row["instead"]
    assert {row.get("severity") for row in found} <= {"fout", "waarschuwing", "tip", None}
