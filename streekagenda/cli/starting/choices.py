"""Choosing among what there is: by number, by id, or by a part of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.content.declarations.fields import Choice as Declared
from streekagenda.content.declarations.files import OrganisationFile
from streekagenda.content.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.cli.starting.asking import Asker
    from streekagenda.model.calendar import Calendar
    from streekagenda.model.text import Text

SHORTEST_PART = 2
"""Letters of a name by which it can be found."""
LONG_WORD = 4
"""Letters of a word by which a name looks like another that has the same word."""
NEAR = 5
"""Names that are shown of those which look like an unknown one."""
LONGEST_LIST = 30
"""More than this are not shown at once: part of a name must be typed."""


class Choice(Struct, frozen=True, kw_only=True):
    """One thing that can be chosen."""

    value: str
    label: str
    also: tuple[str, ...] = ()
    """Other names by which it is found."""


def choose(
    asker: Asker,
    question: str,
    choices: Sequence[Choice],
    *,
    required: bool,
    several: bool,
    otherwise: str = "",
    all_of_them: str = "",
) -> list[str]:
    """Ask to choose one, or several with commas between them; nothing is chosen where that is allowed.

    ``otherwise`` says what to do when it is none of them; ``all_of_them`` is a word for choosing nothing.
    """
    shown = choices if len(choices) <= LONGEST_LIST else ()
    hint = asker.gettext("Type a part of the name.")
    if shown and several:
        hint = asker.gettext("Numbers or names, with a comma between them.")
    elif shown:
        hint = asker.gettext("A number or a name.")
    _list(asker, shown)
    while True:
        answer = asker.line(f"{question} {hint}", required=required)
        picked: list[Choice] = []
        for part in answer.split(",") if several else [answer]:
            found = pick(part.strip(), choices, shown)
            if len(found) == 1:
                picked.append(found[0])
            elif part.strip().casefold() == all_of_them and not found:
                continue
            elif part.strip():
                shown = _again(asker, part.strip(), found, choices, shown)
                if not found and otherwise:
                    asker.say()
                    asker.say(otherwise)
                break
        else:
            if picked:
                asker.say(f"→ {', '.join(one.label for one in picked)}")
            if picked or not required:
                return list(dict.fromkeys(one.value for one in picked))


def pick(typed: str, choices: Sequence[Choice], shown: Sequence[Choice]) -> list[Choice]:
    """Return what ``typed`` may mean: a number of the list that was shown, an id or a name, or a part of a name."""
    if not typed:
        return []
    if typed.isdecimal() and 1 <= int(typed) <= len(shown):
        return [shown[int(typed) - 1]]
    wanted = typed.casefold()
    exact = named(typed, choices)
    if exact or len(wanted) < SHORTEST_PART:
        return exact
    return [one for one in choices if any(wanted in name.casefold() for name in _names(one))]


def named(typed: str, choices: Sequence[Choice]) -> list[Choice]:
    """Return what has just this id or name."""
    wanted = typed.casefold()
    return [one for one in choices if wanted in {name.casefold() for name in _names(one)}]


def _names(choice: Choice) -> Iterator[str]:
    yield from (choice.value, choice.label, *choice.also)


def _again(
    asker: Asker, typed: str, found: list[Choice], choices: Sequence[Choice], shown: Sequence[Choice]
) -> Sequence[Choice]:
    """Say why nothing was chosen, and return what is shown to choose from now: what comes nearest, else as before."""
    if not found:
        found = _near(typed, choices)
        asker.say(asker.gettext("We do not know “%(name)s”.") % {"name": typed})
        if found:
            asker.say(asker.gettext("This looks like it:"))
    _list(asker, found[:LONGEST_LIST])
    return found[:LONGEST_LIST] or shown


def _near(typed: str, choices: Sequence[Choice]) -> list[Choice]:
    """Return what looks like an unknown name or has a long word of it in its own, the nearest first."""
    left = list(choices)
    found: list[Choice] = []
    while len(found) < NEAR and (near := nearest(typed, [name for one in left for name in _names(one)])):
        found.extend(named(near, left))
        left = [one for one in left if one not in found]
    words = [word for word in typed.casefold().split() if len(word) >= LONG_WORD]
    shared = [one for one in left if any(word in name.casefold().split() for word in words for name in _names(one))]
    return [*found, *shared][:NEAR]


def _list(asker: Asker, shown: Sequence[Choice]) -> None:
    if shown:
        asker.say()
    for number, one in enumerate(shown, 1):
        asker.say(f"{number:4}  {one.label}  ({one.value})" if one.label != one.value else f"{number:4}  {one.label}")


# ── what there is ─────────────────────────────────────────────────────────────────────────────────────────────────


def organisations(calendar: Calendar, language: str) -> list[Choice]:
    """Return all partners, by name."""
    return _by_label(_named(one.id, one.name, language) for one in calendar.organisations if one.id)


def places(calendar: Calendar, language: str) -> list[Choice]:
    """Return all places, with their neighbourhood."""
    return _by_label(
        Choice(
            value=one.id,
            label=_with(_said(one.name, language), _said(one.area.name, language) if one.area else ""),
            also=tuple(version.text for version in one.name.versions),
        )
        for one in calendar.places
        if one.id
    )


def areas(calendar: Calendar, language: str) -> list[Choice]:
    """Return all areas in the order of the region, each with its municipality."""
    names = {area.id: _said(area.name, language) for area in calendar.region.all_areas()}
    return [
        Choice(
            value=area.id,
            label=_with(names[area.id], names[area.above[0]] if area.above else ""),
            also=(names[area.id], *area.also_known_as),
        )
        for area in calendar.region.all_areas()
    ]


def topics(calendar: Calendar, language: str) -> list[Choice]:
    """Return the topics of the region."""
    return [_named(term.id, term.name, language) for term in calendar.region.topics]


def audiences(calendar: Calendar, language: str) -> list[Choice]:
    """Return the audiences of the region."""
    return [_named(term.id, term.name, language) for term in calendar.region.audiences]


def facilities(calendar: Calendar, language: str) -> list[Choice]:
    """Return the facilities of the region."""
    return [_named(term.id, term.name, language) for term in calendar.region.facilities]


def campaigns(calendar: Calendar, language: str) -> list[Choice]:
    """Return all campaigns."""
    return _by_label(_named(one.id, one.title, language) for one in calendar.campaigns)


def organisation_kinds(_: Calendar, language: str) -> list[Choice]:
    """Return the sorts of organisation by the words that files use in a language."""
    declared = next(one for one in OrganisationFile.model_fields["kind"].metadata if isinstance(one, Declared))
    words: dict[str, str] = {}
    for word, kind in declared.names.items():  # English first, so that a Dutch word comes in its place
        if language == "nl" or kind not in words:
            words[kind] = word
    return [Choice(value=word, label=word, also=(kind,)) for kind, word in words.items()]


def _named(content_id: str, name: Text, language: str) -> Choice:
    also = tuple(version.text for version in name.versions)
    return Choice(value=content_id, label=_said(name, language), also=also)


def _said(text: Text, language: str) -> str:
    return text.in_language(language).text


def _with(name: str, more: str) -> str:
    return f"{name}, {more}" if more else name


def _by_label(choices: Iterator[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: (choice.label.casefold(), choice.value))
