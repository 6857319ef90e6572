"""What else became different about an event, by its name: what is too long, or no text, to be shown beside what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.event import Event
    from streekagenda.model.text import Text
    from streekagenda.rendering.words import Words


def others(before: Event, after: Event, words: Words) -> Iterator[str]:
    """Yield sentences about the texts and their translations, about what else is shown, and about single dates."""
    say = words.gettext
    texts, were = ((one.summary, one.body) for one in (after, before))
    if [_said(one, words) for one in texts] != [_said(one, words) for one in were]:
        yield say("The text is different.")
    elif (after.title, *texts) != (before.title, *were) and _said(after.title, words) == _said(before.title, words):
        yield say("The translation is different.")
    named = {
        say("the picture"): (before.image, after.image),
        say("attachments"): (before.attachments, after.attachments),
        say("links"): (before.links, after.links),
        say("the welcome"): (before.welcome, after.welcome),
        say("accessibility"): (before.facilities, after.facilities),
        say("languages"): (before.languages, after.languages),
        say("the campaign"): (before.campaigns, after.campaigns),
        say("the invitation"): (before.invitation, after.invitation),
    }
    different = [name for name, (was, becomes) in named.items() if was != becomes]
    if different:
        yield say("Also different: %(what)s.") % {"what": words.join(different)}
    if _extras(before) != _extras(after):
        yield say("Something about single dates is different: the price, or signing up.")


def _said(text: Text | None, words: Words) -> str:
    return words.text(text).text if text else ""


def _extras(event: Event) -> list[tuple[object, ...]]:
    """Return what single entries and dates say for themselves that no sentence about when and where tells."""
    details = [one.details for entry in event.schedule.entries for one in (entry, *getattr(entry, "changes", ()))]
    return [(one.price, one.booking) for one in details if one.price or one.booking]
