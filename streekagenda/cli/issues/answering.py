"""What is said of an issue: lines for a terminal, and Markdown for a comment below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.cli.issues.fields import FORMS
from streekagenda.formats.markdown_text import as_text, code_span, fenced
from streekagenda.recurrence.expansion import expand
from streekagenda.rendering.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from streekagenda.cli.issues.converting import Converted
    from streekagenda.cli.issues.unclear import Unclear
    from streekagenda.cli.starting.asking import Asker
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence

CONTEXT = "form"
"""The msgctxt of the words of forms."""
SAID_BACK = 5
"""Dates that are said back."""
AHEAD = 3 * 366
"""Days in which they are sought."""
NAMED = 366
"""Days in which each date that disappears is named by itself."""


def terminal(converted: Converted, asker: Asker) -> Iterator[str]:
    """Yield what is unclear, a line each."""
    for one in converted.asked:
        label = _label(one, asker)
        yield f"{label} {_said(one, asker)}" if label else _said(one, asker)
        if one.diagnostic.suggestion:
            yield from (f"    → {line}" for line in one.diagnostic.suggestion.splitlines())


def comment(converted: Converted, asker: Asker, today: date) -> Iterator[str]:
    """Yield the lines of a comment: what is asked, or how the issue was understood."""
    say = asker.translations.for_language(asker.language)
    if converted.asked:
        yield say.pgettext("form", "Thank you! We could not read all of it yet.")
        yield ""
        for one in converted.asked:
            label = _label(one, asker)
            yield f"- **{as_text(label)}** {as_text(_said(one, asker))}" if label else f"- {as_text(_said(one, asker))}"
            if one.diagnostic.suggestion:
                yield ""
                yield from (f"  {line}" for line in fenced(one.diagnostic.suggestion.splitlines()))
                yield ""
        yield ""
        yield say.pgettext("form", "Change your text above: choose Edit, and save it. Then we read it again.")
        return
    yield say.pgettext(
        "form", "Thank you! This is how we read it. The editors look at it before it comes on the calendar."
    )
    if converted.event is not None:
        yield ""
        yield from _understood(converted.event, asker, today)
    if converted.gone:
        yield ""
        yield from _gone(converted.gone, asker)


def _understood(event: Event, asker: Asker, today: date) -> Iterator[str]:
    words = Words(language=asker.language, translations=asker.translations)
    yield f"- **{as_text(event.title.in_language(asker.language).text)}** ({code_span(event.source.path)})"
    yield f"- {as_text(words.schedule_full(event.schedule))}"
    for occurrence in expand(event, today, today.fromordinal(today.toordinal() + AHEAD))[:SAID_BACK]:
        moment = as_text(words.moment(occurrence.moment))
        yield f"  - {moment}" if occurrence.takes_place else f"  - ~~{moment}~~"


def _gone(dates: Sequence[Occurrence], asker: Asker) -> Iterator[str]:
    """Yield the dates that disappear, each with what was said of it alone."""
    say = asker.translations.for_language(asker.language)
    words = Words(language=asker.language, translations=asker.translations)
    yield say.pgettext("form", "Mind: these days disappear from the calendar.")
    yield ""
    near = [one for one in dates if one.moment.first.toordinal() - dates[0].moment.first.toordinal() <= NAMED]
    for one in near:
        texts = [text for text in (one.title, one.note) if text and text != one.event.title]
        said = [text.in_language(asker.language).text for text in texts]
        if one.booking != one.event.booking:
            note = one.booking.note if one.booking else None
            said += [words.booking(one.booking), *([note.in_language(asker.language).text] if note else [])]
        yield "- " + as_text(": ".join(filter(None, (words.moment(one.moment), " · ".join(said)))))
    if len(near) < len(dates):
        yield "- " + say.pgettext("form", "And all days after that, as they stood on the calendar.")


def _label(one: Unclear, asker: Asker) -> str:
    if one.field is None:
        return ""
    return asker.translations.for_language(asker.language).pgettext(CONTEXT, one.field.label)


def _said(one: Unclear, asker: Asker) -> str:
    return asker.translations.say(replace(one.diagnostic, values=_with_box(one.diagnostic, asker)), asker.language)


def _with_box(diagnostic: Diagnostic, asker: Asker) -> tuple[tuple[str, str], ...]:
    """Return the values of a diagnostic, and the words at the box of a form."""
    say = asker.translations.for_language(asker.language)
    box = next((field.box for form in FORMS for field in form.fields if field.box), "")
    return (*diagnostic.values, ("box", say.pgettext(CONTEXT, box)))
