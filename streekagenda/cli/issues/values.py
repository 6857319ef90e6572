"""Single answers to values of the content format; what is not sure is asked back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.cli.issues.reaching import found_in, reached_without_booking, without_year
from streekagenda.cli.issues.reading import ticked
from streekagenda.cli.starting.choices import areas, named, organisations, pick, places
from streekagenda.content.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from streekagenda.cli.issues.unclear import Questions
    from streekagenda.cli.starting.choices import Choice
    from streekagenda.content.yaml_text import Value
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.calendar import Calendar

    Mistakes = Callable[[Value], Sequence[Diagnostic]]
    """Returns what is wrong with a value at the key that is asked about."""

_ONLINE = re.compile(r"(?P<address>https?://\S+)")
_ONLINE_VIA = re.compile(r"online\b[^\n,;/]*\s(?P<address>https?://\S*[^\s.,;)])[.)]?", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{5,}")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_POSTCODE = re.compile(r"(?P<postcode>[1-9][0-9]{3} ?[A-Z]{2})(?:\s+(?P<city>.+))?")
_NO = frozenset({"nee", "nee hoor", "niet nodig", "hoeft niet", "geen", "nvt", "n.v.t.", "no", "not needed", "-"})
_NEGATION = re.compile(r"\b(?:nee|niet|geen|hoeft|zonder|no|not|without)\b", re.IGNORECASE)
_NAMED = 5
"""Names that are proposed at once."""


def line(answer: str) -> str:
    """Return an answer of one line."""
    return " ".join(answer.split())


def term_ids(field: str, answer: str, known: Sequence[Choice], questions: Questions) -> list[Value]:
    """Return the ids of the boxes that are ticked; a label that is not of the region is asked about."""
    found: list[Value] = []
    for label in ticked(answer):
        one = named(label, known)
        if len(one) == 1:
            found.append(one[0].value)
        else:
            questions.ask(field, "issue-unknown-choice", name=label, known=", ".join(choice.label for choice in known))
    return found


def one_of(field: str, answer: str, known: Sequence[Choice], questions: Questions, code: str) -> str | None:
    """Return the id of what has just this name; what looks like it is only proposed."""
    said = line(answer)
    found = named(said, known)
    if len(found) == 1:
        return found[0].value
    like = found or pick(said, known, ())
    names = [one.label for one in like[:_NAMED]] or _near(said, known)
    questions.ask(
        field, code if not names else f"{code}-near", name=said, near=", ".join(f"“{name}”" for name in names)
    )
    return None


def organisation(calendar: Calendar, answers: Mapping[str, str], language: str, questions: Questions) -> str | None:
    """Return the id of the organisation."""
    known = organisations(calendar, language)
    return one_of("organisation", answers["organisation"], known, questions, "issue-unknown-organisation")


def where(calendar: Calendar, answers: Mapping[str, str], language: str, questions: Questions) -> dict[str, Value]:
    """Return the place by its id, written out, or as an address on the internet, by the key that it stands at."""
    said = answers["place"].strip()
    if online := _ONLINE.fullmatch(said) or _ONLINE_VIA.fullmatch(said):
        return {"online": online["address"]}
    known = places(calendar, language)
    found = named(line(said), known)
    if len(found) == 1:
        return {"place": found[0].value}
    parts = [line(part) for part in re.split(r"[,\n]", said) if part.strip()]
    if len(parts) < 2 or found:
        one_of("place", said, known, questions, "issue-unknown-place")
        return {}
    written: dict[str, Value] = {"name": parts[0]}
    *streets, last = parts[1:]
    postcode = _POSTCODE.fullmatch(last)
    if postcode and postcode["city"]:
        written |= {"postcode": postcode["postcode"], "city": postcode["city"]}
    elif streets and (before := _POSTCODE.fullmatch(streets[-1])) and not before["city"]:
        streets = streets[:-1]
        written |= {"postcode": before["postcode"], "city": last}
    elif streets and not postcode:
        written["city"] = last
    else:
        streets = parts[1:]
    if len(streets) != 1 or "city" not in written:
        questions.ask("place", "issue-place-unclear", said=line(said))
        return {}
    ordered: dict[str, Value] = {"name": parts[0], "street": streets[0], **written}
    if area := answers.get("area"):
        wanted = areas(calendar, language)
        if (area_id := one_of("area", area, wanted, questions, "issue-unknown-area")) is not None:
            ordered["area"] = area_id
    return {"place": ordered}


def when(answer: str, mistakes: Mistakes) -> tuple[Value, Sequence[Diagnostic]]:
    """Return when it is, and what is wrong with it: each line a phrase, or all lines together one."""
    lines = [line(one).removeprefix("- ").removeprefix("* ") for one in answer.splitlines() if one.strip()]
    value: Value = lines[0] if len(lines) == 1 else list(lines)
    wrong = mistakes(value)
    if wrong and len(lines) > 1:
        together = " ".join(lines)
        if not mistakes(together):
            return together, ()
    return value, wrong


def booking(answer: str, language: str, today: date, questions: Questions) -> Value | None:
    """Return how one signs up; an answer that may mean that one need not is asked about."""
    said = line(answer)
    if said.casefold().rstrip(".!") in _NO or reached_without_booking(said):
        return None
    if questions.take("booking", without_year(said, today)):
        return None
    keys, rest = _reached(said)
    if not rest:
        return dict(keys)
    if _NEGATION.search(said):
        questions.ask("booking", "issue-booking-unclear", said=said)
        return None
    found = found_in(said)
    if found.keys:
        return {**found.keys, "note": said} if found.more else dict(found.keys)
    return {"required": "ja" if language == "nl" else "yes", "note": said}


def contact(answer: str, questions: Questions) -> Value | None:
    """Return whom to ask: a number, a mail address, and a name for the rest."""
    said = line(answer)
    keys, rest = _reached(said)
    found = found_in(said)
    if rest and found.keys and found.keys.keys() <= {"phone", "email"}:
        if not found.more:
            return dict(found.keys)
        if found.before:
            return {"name": found.before, **found.keys}
    if "url" in keys or "//" in rest:
        questions.ask("contact", "issue-contact-unclear", said=said)
        return None
    return {"name": rest, **keys} if rest else dict(keys)


def _reached(said: str) -> tuple[dict[str, Value], str]:
    """Return the telephone number, mail and web address that an answer consists of, and what else it says."""
    keys: dict[str, Value] = {}
    rest: list[str] = []
    for part in re.split(r"\s*[,;\n]\s*|\s+(?:of|or)\s+", said):
        for key, shape in (("phone", _PHONE), ("email", _EMAIL), ("url", _ONLINE)):
            if shape.fullmatch(part) and key not in keys:
                keys[key] = part
                break
        else:
            if part:
                rest.append(part)
    return keys, ", ".join(rest)


def _near(said: str, known: Sequence[Choice]) -> list[str]:
    labels = {name: one.label for one in known for name in (one.label, one.value, *one.also)}
    near = nearest(said, labels)
    return [labels[near]] if near else []
