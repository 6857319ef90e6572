"""The text of an issue, as the forges render a filled-in form, becomes answers."""

import pytest

from streekagenda.cli.issues.fields import CANCEL, CHANGE, FORMS, NEW
from streekagenda.cli.issues.reading import Filled, filled_in, ticked

NEW_LABELS = [field.label for field in NEW.fields if field.required]


def read(text: str) -> Filled | None:
    return filled_in(text, FORMS, lambda message: frozenset({message}))


def test_empty_answers_are_left_out() -> None:
    text = "\n".join(f"### {label}\n\n_No response_\n" for label in NEW_LABELS)
    assert read(text) == Filled(form=NEW, answers={})


def test_answer_keeps_its_lines_and_headings_of_its_own() -> None:
    text = "".join(f"### {label}\n\neen\n\n" for label in NEW_LABELS[:-2])
    text += f"### {NEW_LABELS[-2]}\n\nKom erbij!\r\n\r\n### Wat je krijgt\r\nKoffie\n\n### {NEW_LABELS[-1]}\n\n- [X] Ontmoeten\n"
    filled = read(text)
    assert filled is not None
    assert filled.answers["description"] == "Kom erbij!\n\n### Wat je krijgt\nKoffie"
    assert filled.answers["topics"] == "- [X] Ontmoeten"


def test_heading_that_stands_twice_is_said() -> None:
    text = (
        f"### {CANCEL.fields[0].label}\n\na\n\n### {CANCEL.fields[1].label}\n\nb\n\n### {CANCEL.fields[1].label}\n\nc\n"
    )
    filled = read(text)
    assert filled is not None
    assert filled.twice == (CANCEL.fields[1],)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"### {CHANGE.fields[0].label}\n\na\n\n### {CHANGE.fields[6].label}\n\nb", CHANGE),
        (f"### {CANCEL.fields[0].label}\n\na\n\n### {CANCEL.fields[1].label}\n\nb", CANCEL),
        ("Hallo! Wanneer is de koffie?", None),
        ("", None),
    ],
)
def test_form_is_known_by_its_headings(text: str, form: object) -> None:
    filled = read(text)
    assert (filled.form if filled else None) is form


def test_hints_do_not_count() -> None:
    text = f"<!-- hint -->\n### {CANCEL.fields[0].label}\n\n<!-- van de\nagenda -->\nKoffie\n### {CANCEL.fields[1].label} ##\nx <!-- open"
    filled = read(text)
    assert filled is not None
    assert filled.answers == {"event": "Koffie", "day": "x"}


def test_ticked_boxes_are_read() -> None:
    assert ticked("- [x] Ontmoeten, koffie\n- [ ] Bewegen\n* [X]  Samen eten ") == ["Ontmoeten, koffie", "Samen eten"]


@pytest.mark.parametrize("text", ["#" * 60_000, "### " + " " * 60_000 + "x", "<!--" * 15_000, "- [x] " + " " * 60_000])
def test_hostile_text_is_read_at_once(text: str) -> None:
    assert read(text) is None
    assert len(ticked(text)) <= 1
