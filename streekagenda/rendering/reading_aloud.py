"""A schedule as a voice says it: ``Elke zondag van twee uur 's middags tot vier uur, vanaf zes september.``"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.rendering.sentences import schedule_in_sentences
from streekagenda.rendering.voice import Voice

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.schedule import Schedule
    from streekagenda.rendering.dates import Dates


def schedule_read_aloud(schedule: Schedule, say: Dates, *, today: date | None = None) -> str:
    """Say a schedule in full, in words to be heard; what partners wrote themselves stays as they wrote it.

    With ``today``, what lies behind is left out unless nothing else remains, and days that are not far away have no year.
    A language that does not speak has the sentences that one reads.
    """
    voice = Voice(language=say.language, translations=say.translations, today=today)
    return " ".join(schedule_in_sentences(schedule, voice if voice.speaks else say, today=today))
