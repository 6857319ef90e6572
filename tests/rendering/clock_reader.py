"""Reads spoken times back, by a grammar of its own: the judge of what a voice says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

NUMBERS = {
    "nl": (
        "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
        "achttien negentien"
    ).split(),
    "en": (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven "
        "twenty-eight twenty-nine"
    ).split(),
}
PARTS = {
    "nl": {"'s nachts": 0, "'s ochtends": 5, "'s middags": 12, "'s avonds": 18},
    "en": {"at night": 21, "in the morning": 1, "in the afternoon": 12, "in the evening": 18},
}
"""An hour at which a part of the day has certainly begun: a time is the first such one from there on."""
NAMES = {"nl": {"middernacht": 0}, "en": {"midnight": 0, "noon": 12}}

_SOME = {language: "|".join(sorted(words, key=len, reverse=True)) for language, words in NUMBERS.items()}
_PART = {language: "|".join(parts) for language, parts in PARTS.items()}
_NL = (
    rf"(?P<name>middernacht)|(?:(?:(?P<some>kwart|{_SOME['nl']})(?: minu(?:ut|ten))? (?P<side>over|voor) )?"
    rf"(?P<half>half )?(?P<hour>{_SOME['nl']})(?P<sharp> uur)?)(?: (?P<part>{_PART['nl']}))?"
)
_EN = (
    rf"(?P<name>midnight|noon)|(?:(?:(?P<half>half)|(?P<some>a quarter|{_SOME['en']})(?: minutes?)?) (?P<side>past|to) )?"
    rf"(?P<hour>{_SOME['en']})(?P<sharp> o'clock)?(?: (?P<part>{_PART['en']}))?"
)
_TIMES = {"nl": re.compile(rf"\b(?:{_NL})\b"), "en": re.compile(rf"\b(?:{_EN})\b")}


def times_in(text: str, language: str) -> Iterator[time]:
    """Yield the times in a text, in their order; one without a part of the day is in that of the one before it."""
    part = None
    for found in _TIMES[language].finditer(text):
        said = found.groupdict()
        if said["name"]:
            yield time(NAMES[language][said["name"]])
            continue
        if not (said["sharp"] or said["half"] or said["some"]):
            continue  # a number that is no time: a day, a count
        part = said["part"] or part
        yield _time(said, PARTS[language][part or ""], language)


def _time(said: dict[str, str | None], begins: int, language: str) -> time:
    """A time on a clock of twelve hours, moved on until it lies in its part of the day."""
    minutes = NUMBERS[language].index(said["hour"] or "") * 60
    some = said["some"]
    if some:
        count = 15 if "kwart" in some or "quarter" in some else NUMBERS[language].index(some)
        minutes += count if said["side"] in {"over", "past"} else -count
    if said["half"]:
        minutes += -30 if language == "nl" else 30
    since = (minutes - begins * 60) % 720
    minute = (begins * 60 + since) % 1440
    return time(minute // 60, minute % 60)
