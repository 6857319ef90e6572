"""The forms in the repository are those that the fields and the region make."""

from pathlib import Path

import pytest
import yaml

from streekagenda.cli.issues.answering import CONTEXT
from streekagenda.cli.issues.fields import FORMS, Shape
from streekagenda.cli.issues.reading import filled_in
from streekagenda.cli.issues.templates import templates
from streekagenda.content.calendar import validate
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read
from streekagenda.rendering.translations import load
from tests.content_files import TODAY

WORDS = load(Path("layouts")).for_language("nl")


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    calendar = validate(read(Path("content")), Path("content"), history=FileHistory(), today=TODAY).calendar
    assert calendar is not None
    return templates(calendar, "nl", lambda message: WORDS.pgettext(CONTEXT, message))


def test_forms_in_the_repository_are_up_to_date(made: dict[str, str]) -> None:
    assert len(made) == 7
    assert [path for path, text in made.items() if Path(path).read_text(encoding="utf-8") != text] == []


def test_forms_are_what_forges_read(made: dict[str, str]) -> None:
    """The keys of GitHub's form schema, which Forgejo and Gitea read too; ids are unique and plain, labels differ."""
    for form in FORMS:
        shown = yaml.safe_load(made[f".github/ISSUE_TEMPLATE/{form.id}.yml"])
        assert shown.keys() == {"name", "description", "title", "labels", "body"}
        asked = [one for one in shown["body"] if one["type"] != "markdown"]
        assert [one["id"] for one in asked] == [field.id for field in form.fields]
        labels = [one["attributes"]["label"] for one in asked]
        assert len(set(labels)) == len(labels)
        for one, field in zip(asked, form.fields, strict=True):
            assert one["type"] in {"input", "textarea", "checkboxes"}
            assert one["attributes"].keys() <= {"label", "description", "placeholder", "options"}
            assert bool(one.get("validations", {}).get("required")) == (field.required and field.shape != Shape.SEVERAL)


def test_text_of_gitlab_has_the_questions_of_the_form(made: dict[str, str]) -> None:
    for form in FORMS:
        text = made[f".gitlab/issue_templates/{form.id}.md"]
        filled = filled_in(text, FORMS, lambda message: frozenset({WORDS.pgettext(CONTEXT, message)}))
        assert filled is not None
        assert filled.form is form
        asked = [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")]
        assert asked == [WORDS.pgettext(CONTEXT, field.label) for field in form.fields]
        assert text.startswith(f"/label ~{form.id}\n")


def test_every_word_of_the_forms_is_translated() -> None:
    said = [text for form in FORMS for text in (form.title, form.about)]
    said += [
        text for form in FORMS for field in form.fields for text in (field.label, field.hint, field.example) if text
    ]
    same = [text for text in said if WORDS.pgettext(CONTEXT, text) == text and not text.startswith("https://")]
    assert same == []
