"""What is the same in every language is found once for a site."""

from __future__ import annotations

from functools import update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from streekagenda.publications.site import RECENT, recent_told
from streekagenda.recurrence.asked import TOLD, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from streekagenda.publications.site import Site
    from streekagenda.recurrence.asked import Question
    from streekagenda.recurrence.questions import Row

Arguments = ParamSpec("Arguments")
Found = TypeVar("Found")

_TELLERS: dict[str, Callable[..., tuple[object, Question]]] = {}
WORDLESS: set[str] = set()
"""The names of functions that are :func:`told_wordless`."""
WORDS = dict.fromkeys(
    ("title", "summary", "body", "welcome", "contact", "image", "attachments", "links", "invitation", "source")
)
"""What is only said of an event: a function that is :func:`told_wordless` reads none of it."""


def once(find: Callable[Concatenate[Site, Arguments], Found]) -> Callable[Concatenate[Site, Arguments], Found]:
    """Make a function of a site, and of what can be hashed, remember what it found; the site keeps that.

    Who gets what was found before has asked what was asked then.
    """

    def found(site: Site, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Found:
        key = (find, args, *kwargs.items())
        known = site.found.get(key)
        if known is None:
            with site.index.asked.during() as asked:
                value = find(site, *args, **kwargs)
            known = site.found[key] = (value, tuple(asked))
        value, questions = cast("tuple[Found, tuple[Question, ...]]", known)
        site.index.asked.note_all(questions)
        return value

    return cast("Callable[Concatenate[Site, Arguments], Found]", update_wrapper(found, find))


def told(find: Callable[Concatenate[Site, Arguments], Found]) -> Callable[Concatenate[Site, Arguments], Found]:
    """Make a function of a site and of texts one question: who asks it depends on its answer, and not on all behind it.

    Its answer is of texts, numbers, days, tuples and sets of these. In the question stands what it was, and what was asked
    to find it: while that is as it was, nobody need ask again. It asks the same whatever it finds; one that stops earlier
    would not be asked again where it has to be.
    """
    name = _name(find)

    @once
    def answered(site: Site, *args: object) -> tuple[Found, Question]:
        with site.index.asked.during() as behind:
            value = cast("Callable[..., Found]", find)(site, *args)
        return value, (TOLD, name, args, digest_of(value), frozenset(behind))

    _TELLERS[name] = answered

    def found(site: Site, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Found:
        value, question = answered(site, *args, *kwargs.values())
        site.index.asked.note(question)
        return value

    return cast("Callable[Concatenate[Site, Arguments], Found]", update_wrapper(found, find))


def told_wordless(find: Callable[Concatenate[Site, Arguments], Found]) -> Callable[Concatenate[Site, Arguments], Found]:
    """Make a function :func:`told` of which the answer is the same whatever the :data:`WORDS` of events are."""
    WORDLESS.add(_name(find))
    return told(find)


def still_told(site: Site, row: Row) -> bool:
    """Whether one of the functions that are :func:`told` says what it said when it was asked; False where there is none."""
    _, name, given, digest, _ = row
    if site.former and site.former.same_but_words and name in WORDLESS:
        return True
    if name == RECENT:
        return bool(recent_told(site.recent)[3] == digest)
    answered = _TELLERS.get(name)
    if answered is None:
        return False
    _, (*_, now, _) = answered(site, *given)
    return bool(now == digest)


def _name(find: Callable[..., object]) -> str:
    return f"{find.__module__}.{find.__qualname__}"
