"""When an activity is, in words of five lengths: programs need not put rules into words themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.schedule import Schedule
    from streekagenda.publications.site import Site


def lengths(site: Site, schedule: Schedule) -> JsonObject:
    """Return a schedule in each language of the site: on a chip, in a list, in one sentence, in full, and spoken."""
    all_words = site.words.items()
    return {
        "badge": {code: words.schedule_badge(schedule, today=site.today) for code, words in all_words},
        "line": {code: words.schedule_line(schedule, today=site.today) for code, words in all_words},
        "sentence": {code: words.schedule_sentence(schedule, today=site.today) for code, words in all_words},
        "full": {code: words.schedule_full(schedule) for code, words in all_words},
        "spoken": {code: words.schedule_spoken(schedule, today=site.today) for code, words in all_words},
    }
