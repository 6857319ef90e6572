"""Days and months in the form that their place in a sentence asks: ``щонеділі``, ``w pierwszą niedzielę``, ``w lipcu``.

A language that bends these words lists them in ``sentences.po``, from Monday and from January, apart by commas. One
that does not lists them as they are. Of a word with two genders a catalogue has both, apart by a bar: ``перший|першу``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streekagenda.rendering.dates import Dates

_OF_TWO_GENDERS = "|"


def weekdays_after_every(numbers: Iterable[int], say: Dates) -> list[str]:
    """Names for "every Sunday"; Monday is 0."""
    names = say.pgettext("weekdays after every", "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
    return [_words(names)[number] for number in numbers]


def weekdays_after_on(numbers: Iterable[int], say: Dates) -> list[str]:
    """Names for "only on Sunday"."""
    names = say.pgettext("weekdays after on", "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
    return [_words(names)[number] for number in numbers]


def weekdays_of_a_run(numbers: Iterable[int], say: Dates) -> list[str]:
    """Names for "Monday to Friday"."""
    names = say.pgettext("weekdays of a run", "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
    return [_words(names)[number] for number in numbers]


def weekday_after_first(number: int, say: Dates) -> str:
    """Name for "first Sunday"."""
    names = say.pgettext("weekdays after first", "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
    return _words(names)[number]


def months_after_in(months: Iterable[int], say: Dates) -> list[str]:
    """Names for "in July and August"; January is 1."""
    names = say.pgettext(
        "months after in",
        "January, February, March, April, May, June, July, August, September, October, November, December",
    )
    return [_words(names)[month - 1] for month in months]


def of_gender(words: str, weekday: int | None, say: Dates) -> str:
    """Return the words that go with a weekday, or with the word "day"; they are alike in most languages."""
    masculine, _, feminine = words.partition(_OF_TWO_GENDERS)
    if not feminine or weekday is None:
        return masculine
    return feminine if str(weekday + 1) in say.pgettext("weekdays of the second gender", "0") else masculine


def in_few_words(nth: int, weekday: int, say: Dates) -> str:
    """``1e`` of "1e dinsdag", for the first five; otherwise nothing."""
    ordinals = _words(say.pgettext("nth in few words", "1st, 2nd, 3rd, 4th, 5th"))
    return of_gender(ordinals[nth - 1], weekday, say) if 0 < nth <= len(ordinals) else ""


@lru_cache(maxsize=256)
def _words(listed: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in listed.split(","))
