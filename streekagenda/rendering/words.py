"""Dates and facts in words, for one language."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from streekagenda.rendering import badges, cldr, facts, lines, reading_aloud, remaining, sentences, summaries
from streekagenda.rendering.cldr import direction, own_name
from streekagenda.rendering.dates import Dates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from streekagenda.model.details import Booking, Price, Status
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Schedule
    from streekagenda.model.text import Said, Text

__all__ = ["Words", "direction", "own_name"]

_KEPT = 8_192
"""So much is kept of what was said of schedules: an event page, feeds, data and search say the same of one event."""


class Words(Dates, frozen=True, kw_only=True):
    """Says things in one language; examples below are Dutch. Nothing here knows what day it is.

    Days and hours are in :class:`~streekagenda.rendering.dates.Dates`.
    """

    @cached_property
    def _said(self) -> dict[tuple[Callable[..., str], int, date | None], tuple[str, Schedule]]:
        """What was said of schedules, by how, which and on what day; each is kept here, so that no other gets its id."""
        return {}

    def price(self, price: Price | None) -> str:
        """``Gratis``, ``€ 5``, ``€ 12,50``, or the text of the price; nothing where it is not stated."""
        return facts.price_in_words(price, self)

    def booking(self, booking: Booking | None) -> str:
        """Whether one signs up, in one or more sentences; addresses and the note are not in it.

        ``None`` says that one simply walks in.
        """
        return facts.booking_in_words(booking, self)

    def status(self, occurrence: Occurrence) -> str:
        """``Afgelast``, ``Verplaatst naar zondag 3 januari 2027`` …; nothing when all is as planned."""
        return facts.status_in_words(occurrence, self)

    def status_name(self, status: Status) -> str:
        """``Gaat door``, ``Afgelast``, ``Uitgesteld``, ``Online``."""
        return facts.status_name(status, self)

    def language_name(self, code: str) -> str:
        """``Arabisch`` for ``ar``; the code itself where it is unknown."""
        return cldr.language_name(code, self.language)

    def language_names(self, codes: Sequence[str]) -> list[str]:
        """``Arabisch``, ``Turks``."""
        return [self.language_name(code) for code in codes]

    def text(self, text: Text) -> Said:
        """Return a text in this language, or else as its author wrote it first; it says its language."""
        return text.in_language(self.language)

    def repeats(self, schedule: Schedule, *, today: date | None = None) -> bool:
        """Whether there is more to say of a schedule than one moment: only then a badge tells something."""
        return remaining.repeats(schedule, today)

    def schedule_badge(self, schedule: Schedule, *, today: date | None = None) -> str:
        """Return days for a chip: ``elke zondag``, ``1e dinsdag``, ``6 oktober``, ``3 keer``."""
        return self._once(badges.schedule_on_a_badge, schedule, today)

    def schedule_line(self, schedule: Schedule, *, today: date | None = None) -> str:
        """Return days and hours for a list: ``elke zondag 14.00–16.00``, ``3 keer``."""
        return self._once(lines.schedule_on_a_line, schedule, today)

    def schedule_sentence(self, schedule: Schedule, *, today: date | None = None) -> str:
        """Return one sentence of about 155 characters, which hints at the exceptions that it has no room for.

        ``Elke zondag van 14.00 tot 16.00 uur, tot en met 27 juni 2027, behalve op feestdagen; op sommige dagen anders.``
        """
        return self._once(summaries.schedule_in_one_sentence, schedule, today)

    def schedule_full(self, schedule: Schedule, *, today: date | None = None) -> str:
        """Return all of a schedule, in sentences.

        ``Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. Niet op feestdagen.``
        With ``today``, what lies behind is left out (a first day, changed dates); without it all is said.
        """
        return self._once(_in_full, schedule, today)

    def schedule_sentences(self, schedule: Schedule, *, today: date | None = None) -> tuple[str, ...]:
        """Return the sentences of :meth:`schedule_full` one by one: a date that differs has its own."""
        return sentences.schedule_in_sentences(schedule, self, today=today)

    def schedule_spoken(self, schedule: Schedule, *, today: date | None = None) -> str:
        """Return a schedule for the ear, without figures: ``Elke zondag van twee uur 's middags tot vier uur.``

        With ``today``, what lies behind is left out, and days that are not far away have no year.
        """
        return reading_aloud.schedule_read_aloud(schedule, self, today=today)

    def _once(self, say: Callable[..., str], schedule: Schedule, today: date | None) -> str:
        known = self._said.get((say, id(schedule), today))
        if known is None:
            if len(self._said) >= _KEPT:
                self._said.clear()
            known = self._said[say, id(schedule), today] = (say(schedule, self, today=today), schedule)
        return known[0]


def _in_full(schedule: Schedule, say: Dates, *, today: date | None) -> str:
    return " ".join(sentences.schedule_in_sentences(schedule, say, today=today))
