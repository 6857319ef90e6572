"""Where an activity is: a place that is known, one that is written out, or an address on the internet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.cli.starting.choices import areas, choose, pick, places
from streekagenda.cli.starting.questions import ADDRESS, Question, answer_all, answer_within

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streekagenda.cli.starting.draft import Draft
    from streekagenda.cli.starting.questions import Given
    from streekagenda.content.yaml_text import Value

PLACE = Question(key="place", option="--place", ask="", choices=places)
NAME = Question(key="name", option="--place-name", ask="")
AREA = Question(key="area", option="--area", ask="In which neighbourhood is it?", choices=areas)
ONLINE = Question(key="online", option="--online", ask="")
SHOWN = 20
"""Places that are shown at once."""


def answer_where(draft: Draft, given: Mapping[str, Given]) -> None:
    """Take into the draft where it is.

    Raises:
        click.UsageError: what an option holds is wrong, or it is missing and nobody can be asked.
    """
    if given.get("online"):
        answer_all(draft, (ONLINE,), given)
    elif given.get("place"):
        answer_all(draft, (PLACE,), given)
    elif given.get("place_name"):
        draft.answers["place"] = answer_within(draft, (NAME, *ADDRESS, AREA), given, "place", {})
    elif draft.asker.answered:
        draft.answers.update(_asked(draft, given))
    else:
        raise draft.asker.missing("--place")


def _asked(draft: Draft, given: Mapping[str, Given]) -> dict[str, Value]:
    asker = draft.asker
    known = places(draft.calendar, asker.language)
    while True:
        typed = asker.line(
            asker.gettext(
                "Where is it? Type a part of the name of the place, or an address that begins with https:// "
                "for something online."
            ),
            required=True,
        )
        if typed.startswith(("https://", "http://")):
            if not (mistakes := draft.mistakes({"online": typed})):
                return {"online": typed}
            asker.explain(mistakes)
            continue
        found = pick(typed, known, ())
        if len(found) == 1 and asker.yes(asker.gettext("Is it %(place)s?") % {"place": found[0].label}, default=True):
            return {"place": found[0].value}
        if len(found) > 1:
            question = asker.gettext("Which of these? Leave it empty when it is none of them.")
            if picked := choose(asker, question, found[:SHOWN], required=False, several=False):
                return {"place": picked[0]}
        new = asker.gettext("We do not know this place yet. Do you want to fill in its address now?")
        if asker.yes(new, default=not found):
            return {"place": answer_within(draft, (*ADDRESS, AREA), given, "place", {"name": typed})}
