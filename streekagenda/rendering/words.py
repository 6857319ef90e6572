"""Dates and facts in words, for one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from streekagenda.model.details import Booking, Price, Status
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Hours, Moment, Schedule
    from streekagenda.model.text import Said, Text
    from streekagenda.rendering.translations import Translations


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Says things in one language; examples below are Dutch. Nothing here knows what day it is."""

    language: str
    """BCP 47."""
    translations: Translations

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        raise NotImplementedError

    def gettext(self, message: str) -> str:
        """Translate an English message; fill ``%(name)s`` afterwards with ``%``."""
        raise NotImplementedError

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Translate by number; fill ``%(n)s`` afterwards with ``%``."""
        raise NotImplementedError

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message whose meaning depends on a context."""
        raise NotImplementedError

    def day(self, day: date) -> str:
        """``zondag 6 september 2026``."""
        raise NotImplementedError

    def day_month(self, day: date) -> str:
        """``zondag 6 september``."""
        raise NotImplementedError

    def day_short(self, day: date) -> str:
        """``zo 6 sep``."""
        raise NotImplementedError

    def date(self, day: date) -> str:
        """``6 september 2026``."""
        raise NotImplementedError

    def month(self, day: date) -> str:
        """``september 2026``."""
        raise NotImplementedError

    def week(self, day: date) -> str:
        """``week 36 van 2026``: the ISO 8601 week that a day lies in."""
        raise NotImplementedError

    def weekday(self, day: date) -> str:
        """``zondag``."""
        raise NotImplementedError

    def days(self, first: date, last: date) -> str:
        """``van 3 tot en met 5 oktober 2026``; one day: ``3 oktober 2026``."""
        raise NotImplementedError

    def relative_day(self, day: date, today: date) -> str:
        """``vandaag``, ``morgen`` or nothing."""
        raise NotImplementedError

    def clock(self, clock: time) -> str:
        """``14.00``."""
        raise NotImplementedError

    def hours(self, what: Moment | Hours | None) -> str:
        """``van 14.00 tot 16.00 uur``, ``14.00 uur``, ``hele dag``; with the doors where they are known."""
        raise NotImplementedError

    def hours_short(self, what: Moment | Hours | None) -> str:
        """``14.00–16.00``, ``14.00``, ``hele dag``."""
        raise NotImplementedError

    def moment(self, moment: Moment) -> str:
        """``zondag 6 september 2026 van 14.00 tot 16.00 uur``, ``van 3 tot en met 5 oktober 2026``."""
        raise NotImplementedError

    def join(self, items: Sequence[str]) -> str:
        """``a, b en c``."""
        raise NotImplementedError

    def price(self, price: Price | None) -> str:
        """``Gratis``, ``€ 5``, ``€ 12,50``, or the text of the price; nothing where it is not stated."""
        raise NotImplementedError

    def booking(self, booking: Booking | None) -> str:
        """Whether one signs up, in one or more sentences; addresses and the note are not in it.

        ``None`` says that one simply walks in.
        """
        raise NotImplementedError

    def status(self, occurrence: Occurrence) -> str:
        """``Afgelast``, ``Uitgesteld``, ``Online``, ``Verplaatst naar zondag 3 januari 2027`` …; nothing when all is as planned."""
        raise NotImplementedError

    def status_name(self, status: Status) -> str:
        """``Gaat door``, ``Afgelast``, ``Uitgesteld``, ``Online``."""
        raise NotImplementedError

    def language_name(self, code: str) -> str:
        """``Arabisch`` for ``ar``; the code itself where it is unknown."""
        raise NotImplementedError

    def text(self, text: Text) -> Said:
        """Return a text in this language, or else as its author wrote it first; it says its language."""
        raise NotImplementedError

    def schedule(self, schedule: Schedule, *, today: date | None = None) -> str:
        """Return a schedule in sentences.

        ``Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. Niet op feestdagen.``
        With ``today``, what lies behind is left out (a first day, changed dates); without it all is said.
        """
        raise NotImplementedError

    def schedule_short(self, schedule: Schedule) -> str:
        """One line for a list: ``elke zondag 14.00–16.00``, ``3 keer``."""
        raise NotImplementedError


def own_name(language: str) -> str:
    """Return the name of a language in that language: ``Nederlands``, ``English``, ``العربية``."""
    raise NotImplementedError


def direction(language: str) -> str:
    """Return the direction in which a language is written: ``ltr`` or ``rtl``."""
    raise NotImplementedError
