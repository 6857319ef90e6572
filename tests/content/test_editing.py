"""Changes in the text of a file: comments and layout stay, and what comes out holds just what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.content.editing import with_body, with_item, with_keys, with_value
from streekagenda.content.records import Record, record_of

TEXT = """\
---
# bovenaan
titel: Koffie  # van ons
wanneer:
  # de reeks
  elke: zondag 14-16 uur
  vanaf: 2026-09-06

  # nog iets
plek: {naam: "Plein, groot", wijk: zandweerd} # buiten
onderwerpen:
- ontmoeten
links:
  - {url: https://www.example.org/, titel: "Meer } lezen"}
  # en nog een
# onderaan
---
Kom erbij!
"""


def record(text: str, path: str = "events/de-kern/koffie.md") -> Record:
    found, faults = record_of(text, path, "event", "de-kern/koffie")
    assert found is not None, faults
    return found


@pytest.mark.parametrize(
    ("key", "value", "before", "after"),
    [
        ("title", "Thee", "titel: Koffie  # van ons\n", "# van ons\ntitel: Thee\n"),
        ("topics", ["bewegen"], "onderwerpen:\n- ontmoeten\n", "onderwerpen: [bewegen]\n"),
        ("place", "de-linde", 'plek: {naam: "Plein, groot", wijk: zandweerd} # buiten\n', "# buiten\nplek: de-linde\n"),
        ("price", "gratis", "# onderaan\n", "# onderaan\nprijs: gratis\n"),
        ("status", "afgelast", "# onderaan\n", "# onderaan\nstatus: afgelast\n"),
        (
            "when",
            "2026-12-01 10:00-12:00",
            "wanneer:\n  # de reeks\n  elke: zondag 14-16 uur\n  vanaf: 2026-09-06\n",
            "# de reeks\nwanneer: 2026-12-01 10:00-12:00\n",
        ),
    ],
)
def test_value_takes_the_place_of_another(key: str, value: str, before: str, after: str) -> None:
    assert with_value(TEXT, record(TEXT), key, value) == TEXT.replace(before, after)


def test_keys_come_behind_those_of_a_block() -> None:
    changed = with_keys(TEXT, record(TEXT), ("when",), {"until": "2027-06-27", "except": ["feestdagen"]})
    assert changed == TEXT.replace(
        "  vanaf: 2026-09-06\n", "  vanaf: 2026-09-06\n  tot en met: 2027-06-27\n  behalve: [feestdagen]\n"
    )


def test_keys_come_behind_those_between_brackets() -> None:
    changed = with_keys(TEXT, record(TEXT), ("place",), {"street": "Plein 1", "city": "Deventer, of zo"})
    assert changed == TEXT.replace(
        "wijk: zandweerd}", "wijk: zandweerd, straat: Plein 1, woonplaats: 'Deventer, of zo'}"
    )


def test_item_comes_behind_the_last() -> None:
    item = {"url": "https://www.example.org/2", "title": "Nog meer"}
    line = '  - {url: https://www.example.org/, titel: "Meer } lezen"}\n'
    more = "  - {url: https://www.example.org/2, titel: Nog meer}\n"
    assert with_item(TEXT, record(TEXT), ("links",), item) == TEXT.replace(line, line + more)


@pytest.mark.parametrize(
    "links", ["[{url: https://www.example.org/, titel: Meer}]", "{url: https://www.example.org/, titel: Meer}"]
)
def test_list_that_is_written_otherwise_is_left(links: str) -> None:
    text = f"---\ntitel: Koffie\nlinks: {links}\n---\n"
    assert with_item(text, record(text), ("links",), {"url": "https://www.example.org/2", "title": "Nog"}) is None


def test_brackets_over_several_lines_are_left() -> None:
    text = "---\ntitel: Koffie\nplek: {naam: Plein,\n  wijk: zandweerd}\n---\n"
    assert with_keys(text, record(text), ("place",), {"street": "Plein 1"}) is None


def test_body_takes_the_place_of_another() -> None:
    assert with_body(TEXT, record(TEXT), "\nDag!\n\n---\n") == TEXT.replace("Kom erbij!\n", "Dag!\n\n---\n")


def test_body_of_yaml_is_a_key() -> None:
    text = "titel: Koffie\nomschrijving: Oud\n"
    assert (
        with_body(text, record(text, "events/de-kern/koffie.yaml"), "Nieuw") == "titel: Koffie\nomschrijving: Nieuw\n"
    )


WORDS = st.text(min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)


@given(WORDS, WORDS)
def test_any_text_is_written_so_that_it_reads_back_or_not_at_all(title: str, note: str) -> None:
    changed = with_value(TEXT, record(TEXT), "title", title)
    if changed is not None:
        assert record(changed).document["title"] == title
        assert record(changed).document["when"] == record(TEXT).document["when"]
    changed = with_keys(TEXT, record(TEXT), ("when",), {"note": note})
    if changed is not None:
        assert record(changed).document["when"] == {**record(TEXT).document["when"], "note": note}  # type: ignore[dict-item]
