"""A filled-in form for a new activity becomes a file, or questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.cli.issues import values
from streekagenda.cli.issues.reaching import reached_without_booking
from streekagenda.cli.issues.reading import ticked
from streekagenda.cli.starting.choices import audiences, topics
from streekagenda.content.bodies import body_fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streekagenda.cli.issues.reading import Filled
    from streekagenda.cli.issues.unclear import Questions
    from streekagenda.cli.starting.choices import Choice
    from streekagenda.cli.starting.draft import Draft
    from streekagenda.content.yaml_text import Value


def answer_event(draft: Draft, filled: Filled, questions: Questions) -> str:
    """Take the answers into the draft, ask what is unclear, and return the folder: the organisation's id."""
    said, language = filled.answers, draft.asker.language
    organiser = values.organisation(draft.calendar, said, language, questions) if "organisation" in said else None
    if "title" in said:
        _take(draft, questions, "title", values.line(said["title"]))
    if "when" in said:
        value, wrong = values.when(said["when"], lambda value: draft.mistakes({"when": value}))
        if not questions.take("when", wrong):
            draft.answers["when"] = value
    if "place" in said:
        found = values.where(draft.calendar, said, language, questions)
        if not questions.take("place", draft.mistakes(found)):
            draft.answers.update(found)
    _terms(draft, said, "topics", topics(draft.calendar, language), questions)
    _terms(draft, said, "audiences", audiences(draft.calendar, language), questions)
    _rest(draft, said, questions)
    return organiser or ""


def _terms(draft: Draft, said: Mapping[str, str], field: str, known: Sequence[Choice], questions: Questions) -> None:
    """Take the terms of which the boxes are ticked."""
    if field not in said:
        return
    asked = len(questions.asked)
    ids = values.term_ids(field, said[field], known, questions)
    if ids:
        draft.answers[field] = ids
    elif field == "topics" and len(questions.asked) == asked:
        questions.ask(field, "issue-answer-missing")


def _rest(draft: Draft, said: Mapping[str, str], questions: Questions) -> None:
    """Take what may be left out, and look at the text that comes under the front matter."""
    if fault := body_fault(said.get("description", ""), line=1):
        questions.take("description", [fault.in_file("")])
    if "price" in said:
        _take(draft, questions, "price", values.line(said["price"]))
    if "booking" in said:
        how = values.booking(said["booking"], draft.asker.language, draft.trial.today, questions)
        _take(draft, questions, "booking", how)
    if "contact" in said:
        _take(draft, questions, "contact", values.contact(said["contact"], questions))
    elif whom := reached_without_booking(values.line(said.get("booking", ""))):
        _take(draft, questions, "contact", dict(whom))
    if ticked(said.get("consent", "")):
        draft.answers["consent"] = "ja" if draft.asker.language == "nl" else "yes"


def _take(draft: Draft, questions: Questions, key: str, value: Value | None) -> None:
    """Take a value into the draft where it is right; the field is called as the key."""
    if value is not None and not questions.take(key, draft.mistakes({key: value})):
        draft.answers[key] = value
