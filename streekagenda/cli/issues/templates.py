"""The forms as files for the forges: YAML for GitHub, Forgejo and Gitea, a text to fill in for GitLab, which has no forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.cli.issues.fields import FORMS
from streekagenda.content.writing import scalar
from streekagenda.formats.forges import FORMS as FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streekagenda.cli.issues.fields import Field, Form
    from streekagenda.model.calendar import Calendar

    Say = Callable[[str], str]

GITLAB_FOLDER = ".gitlab/issue_templates"
_MADE = "# Made by: streekagenda forms. Change the words in layouts/translations/, then make it again."


def templates(calendar: Calendar, language: str, say: Say) -> dict[str, str]:
    """Return every file by its path below the root of the repository, in one language, with the terms of a region."""
    files = {f"{FOLDER}/config.yml": _text(_chooser(calendar, say))}
    for form in FORMS:
        files[f"{FOLDER}/{form.id}.yml"] = _text(_form(form, calendar, language, say))
        files[f"{GITLAB_FOLDER}/{form.id}.md"] = _text(_gitlab(form, calendar, language, say))
    return files


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _chooser(calendar: Calendar, say: Say) -> Iterator[str]:
    """Yield the page on which one chooses a form: beside the forms it leads to the calendar itself."""
    yield _MADE
    yield "blank_issues_enabled: true"
    yield "contact_links:"
    yield f"  - name: {scalar(say('Look on the calendar'))}"
    yield f"    url: {scalar(calendar.region.url)}"
    yield f"    about: {scalar(say('What there is already, and the editors, whom you can also call or mail.'))}"


def _form(form: Form, calendar: Calendar, language: str, say: Say) -> Iterator[str]:
    yield _MADE
    yield f"name: {scalar(say(form.title))}"
    yield f"description: {scalar(say(form.about))}"
    yield f"title: {scalar(say(form.title) + ': ')}"
    yield f"labels: [{form.id}]"
    yield "body:"
    yield "  - type: markdown"
    yield "    attributes:"
    yield f"      value: {scalar(say(form.about) + ' ' + say(PUBLIC))}"
    for field in form.fields:
        yield f"  - type: {field.shape}"
        yield f"    id: {field.id}"
        yield "    attributes:"
        yield f"      label: {scalar(say(field.label))}"
        if field.hint:
            yield f"      description: {scalar(say(field.hint))}"
        if field.example:
            yield f"      placeholder: {scalar(say(field.example))}"
        if boxes := _boxes(field, calendar, language, say):
            yield "      options:"
            yield from (f"        - label: {scalar(box)}" for box in boxes)
        if field.required and not boxes:  # of several boxes one can be required, but not any
            yield "    validations:"
            yield "      required: true"


def _gitlab(form: Form, calendar: Calendar, language: str, say: Say) -> Iterator[str]:
    yield from (f"/label ~{form.id}", "")  # a command to GitLab, before the first question: it is no answer
    yield f"<!-- {say(form.about)} {say(PUBLIC)} -->"
    yield f"<!-- {say('Write below each question. What stands between these marks does not count.')} -->"
    for field in form.fields:
        yield from ("", f"### {say(field.label)}", "")
        hint = " ".join(said for said in (_needed(field, say), say(field.hint) if field.hint else "") if said)
        if hint:
            yield f"<!-- {hint} -->"
        if field.example:
            yield f"<!-- {say('For example:')} {say(field.example)} -->"
        if boxes := _boxes(field, calendar, language, say):
            yield from ("", *(f"- [ ] {box}" for box in boxes))


def _boxes(field: Field, calendar: Calendar, language: str, say: Say) -> list[str]:
    """Return the labels of the boxes that can be ticked."""
    if field.box:
        return [say(field.box)]
    return [one.label for one in field.choices(calendar, language)] if field.choices else []


def _needed(field: Field, say: Say) -> str:
    return "" if field.required else say("You may leave this empty.")


PUBLIC = "What you write here can be read by everybody."
