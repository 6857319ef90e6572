"""The plain questions of each kind of file, and how one of them is answered: by an option, or on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.cli.starting import choices

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from streekagenda.cli.starting.choices import Choice
    from streekagenda.cli.starting.draft import Draft
    from streekagenda.content.yaml_text import Value
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.calendar import Calendar

Given = str | tuple[str, ...] | None
"""What an option holds."""


_WORDS_OF_PYTHON = {"from": "first", "except": "skip"}


class Question(Struct, frozen=True, kw_only=True):
    """One question, its option, and the key that its answer gets."""

    key: str
    option: str
    ask: str
    """In English; the translations say it in other languages."""
    required: bool = False
    choices: Callable[[Calendar, str], Sequence[Choice]] | None = None
    several: bool = False
    otherwise: str = ""
    """In English, what to do when none of the choices is meant."""
    all_of_them: str = ""
    """In English, a word by which nothing in particular is chosen."""

    @property
    def parameter(self) -> str:
        """The name of the option among the parameters of the command."""
        name = self.option.removeprefix("--").replace("-", "_")
        return _WORDS_OF_PYTHON.get(name, name)


ORGANISATION = (
    Question(key="name", option="--title", ask="What is the organisation called?", required=True),
    Question(key="kind", option="--kind", ask="What sort of organisation is it?", choices=choices.organisation_kinds),
    Question(key="area", option="--area", ask="In which neighbourhood is it?", choices=choices.areas),
    Question(key="website", option="--website", ask="What is the web address? For example https://www.example.org/"),
    Question(key="email", option="--email", ask="What is the mail address?"),
    Question(key="phone", option="--phone", ask="What is the telephone number?"),
)
ADDRESS = (
    Question(key="street", option="--street", ask="Which street and number?"),
    Question(key="postcode", option="--postcode", ask="Which postcode?"),
    Question(key="city", option="--city", ask="Which town or village?"),
)
PLACE = (
    Question(key="name", option="--title", ask="What do people call the place?", required=True),
    *ADDRESS,
    Question(key="area", option="--area", ask="In which neighbourhood is it?", choices=choices.areas, required=True),
    Question(
        key="organisation", option="--organisation", ask="Which organisation runs it?", choices=choices.organisations
    ),
    Question(
        key="facilities",
        option="--facility",
        ask="What is there for who cannot do everything?",
        choices=choices.facilities,
        several=True,
    ),
    Question(key="phone", option="--phone", ask="What is the telephone number?"),
    Question(key="website", option="--website", ask="What is the web address? For example https://www.example.org/"),
)
CAMPAIGN = (
    Question(key="title", option="--title", ask="What is the campaign called?", required=True),
    Question(key="from", option="--from", ask="What is its first day? For example %(day)s"),
    Question(key="until", option="--until", ask="What is its last day? For example %(later)s"),
    Question(
        key="organiser",
        option="--organisation",
        ask="Who organises it?",
        choices=choices.organisations,
        several=True,
    ),
)
TITLE = Question(key="title", option="--title", ask="What is the activity called?", required=True)
FOLDER = Question(
    key="organiser",
    option="--organisation",
    ask="Which organisation is this activity of?",
    choices=choices.organisations,
    required=True,
    otherwise=(
        "Is your organisation not there yet? Stop with Ctrl-C, and make it first: python build.py new organisation"
    ),
)
ABOUT = (
    Question(
        key="topics",
        option="--topic",
        ask="What is it about?",
        choices=choices.topics,
        several=True,
        required=True,
    ),
    Question(
        key="audiences",
        option="--audience",
        ask="For whom is it? Leave this empty when everyone is welcome.",
        choices=choices.audiences,
        several=True,
        all_of_them="everyone",
    ),
    Question(key="price", option="--price", ask="What does it cost? Write free, an amount, or a sentence."),
)
CAMPAIGN_OF_EVENT = Question(
    key="campaign",
    option="--campaign",
    ask="Does it belong to a campaign?",
    choices=choices.campaigns,
    several=True,
)
BOOKING = (
    Question(key="phone", option="--booking-phone", ask="On which telephone number can people sign up?"),
    Question(key="email", option="--booking-email", ask="At which mail address can people sign up?"),
    Question(key="url", option="--booking-url", ask="On which web page can people sign up?"),
    Question(key="until", option="--booking-until", ask="What is the last day to sign up?"),
)
BODY = Question(
    key="description", option="--description", ask="Tell in a few sentences what there is to do, to see or to know."
)


def answer_all(draft: Draft, questions: Sequence[Question], given: Mapping[str, Given]) -> None:
    """Take the answer to each question into the draft."""
    for question in questions:
        value = answer(draft, question, given.get(question.parameter))
        if value:
            draft.answers[question.key] = value


def answer_within(
    draft: Draft, questions: Sequence[Question], given: Mapping[str, Given], key: str, known: Mapping[str, Value]
) -> dict[str, Value]:
    """Return ``known`` with the answers to questions, all of which stand below ``key`` in the file."""
    found = dict(known)
    for question in questions:
        value = answer(draft, question, given.get(question.parameter), above=key, beside=found)
        if value:
            found[question.key] = value
    return found


def answer(
    draft: Draft, question: Question, given: Given, *, above: str = "", beside: Mapping[str, Value] | None = None
) -> Value | None:
    """Return the answer to a question, from its option or else from who sits at the terminal.

    An answer is tried at its key, or below the key ``above`` with what stands ``beside`` it there.

    Raises:
        click.UsageError: what the option holds is wrong, or it is missing and nobody can be asked.
    """
    asker = draft.asker

    def mistakes_in(value: Value) -> Sequence[Diagnostic]:
        inner: dict[str, Value] = {**(beside or {}), question.key: value}
        return draft.mistakes({above: inner} if above else inner)

    if given:
        value = _of_option(draft, question, given)
        if mistakes := mistakes_in(value):
            raise asker.refuse(question.option, mistakes)
        return value
    if not asker.answered:
        if question.required:
            raise asker.missing(question.option)
        return None
    ask = asker.gettext(question.ask) % draft.example_days()
    if question.choices is None:
        return asker.line(ask, required=question.required, check=mistakes_in)
    known = question.choices(draft.calendar, asker.language)
    if not known:
        return None
    picked = choices.choose(
        asker,
        ask,
        known,
        required=question.required,
        several=question.several,
        otherwise=_otherwise(draft, question),
        all_of_them=asker.gettext(question.all_of_them) if question.all_of_them else "",
    )
    if question.several:
        return list(picked)
    return picked[0] if picked else None


def _otherwise(draft: Draft, question: Question) -> str:
    """Return what somebody can do who finds nothing to choose."""
    say, editors = draft.asker.gettext, draft.editors()
    ways = [say(question.otherwise)] if question.otherwise else []
    if editors:
        ways.append(say("You can also ask the editors: %(editors)s") % {"editors": editors})
    return "\n".join(ways)


def _of_option(draft: Draft, question: Question, given: str | tuple[str, ...]) -> Value:
    """Return what an option holds; a name that is known becomes its id."""
    values = [given] if isinstance(given, str) else list(given)
    if question.choices is not None:
        known = question.choices(draft.calendar, draft.asker.language)
        found = [choices.named(value, known) for value in values]
        values = [one[0].value if len(one) == 1 else value for one, value in zip(found, values, strict=True)]
    return list(values) if question.several else values[0]
