"""An activity of somebody else becomes the text of a content file: ``events/<organisation>/<name made of its title>.md``."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from streekagenda.checks.whereabouts import plain
from streekagenda.content.declarations.event import LONGEST_UID
from streekagenda.content.declarations.files import FILES
from streekagenda.content.files import name_fault, proposal
from streekagenda.content.key_languages import DUTCH, in_language
from streekagenda.content.phrases import Phrases
from streekagenda.content.writing import entry
from streekagenda.importing import cleaning, dates, moments
from streekagenda.importing.wheres import Places, where
from streekagenda.model.details import Status
from streekagenda.rendering.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from streekagenda.content.yaml_text import Value
    from streekagenda.importing.found import Found
    from streekagenda.model.calendar import Calendar
    from streekagenda.model.event import Event
    from streekagenda.model.vocabulary import Term
    from streekagenda.rendering.translations import Translations

LONGEST_BODY = 8_000
"""Characters; the format takes 20 kB."""
LONGEST_NAME = 60
"""Characters of the name of a file."""
ENGLISH = "en"

_WEB = re.compile(r"https?://[!-~]+")


class Setting(Struct, frozen=True, kw_only=True, dict=True):
    """The region into which is written, and what its editor says of all that comes in."""

    calendar: Calendar
    organisation: str
    """Its id."""
    topics: tuple[str, ...] = ()
    """Ids, for what has no category that is a topic of the region."""
    audiences: tuple[str, ...] = ()
    """Ids, for what has no category that is an audience of the region."""
    place: str | None = None
    """The id of a place, for what says no location."""
    today: date
    first: date
    """Since when the region keeps what was."""
    last: date
    """The horizon."""
    translations: Translations
    phrases: Phrases = field(default_factory=Phrases)

    @property
    def language(self) -> str:
        """Of keys and phrases: Dutch or English, which a file can have."""
        return DUTCH if self.calendar.region.language == DUTCH else ENGLISH

    @cached_property
    def places(self) -> Places:
        """The places of the region."""
        return Places(self.calendar.places)

    @cached_property
    def here(self) -> dates.Here:
        """What dates are written with."""
        return dates.Here(
            zone=self.calendar.region.timezone,
            words=Words(language=self.language, translations=self.translations),
            phrases=self.phrases,
            today=self.today,
            last=self.last,
            where=lambda location: where(location, self.places),
        )

    @cached_property
    def usual_topics(self) -> tuple[str, ...]:
        """The topic of the region where it has one, else that of all activities of the organisation where they have one."""
        region = self.calendar.region
        if len(region.topics) == 1:
            return (region.topics[0].id,)
        own = {topic.id for event in self._own for topic in event.topics}
        return tuple(own) if len(own) == 1 else ()

    @cached_property
    def likely_topic(self) -> str:
        """The topic that the organisation has most, else the first of the region: a draft asks whether it is right."""
        counted = Counter(topic.id for event in self._own for topic in event.topics)
        return min(counted, key=lambda one: (-counted[one], one), default=self.calendar.region.topics[0].id)

    @property
    def _own(self) -> list[Event]:
        return [one for one in self.calendar.events if any(who.id == self.organisation for who in one.organisers)]


class Sheet(Struct, frozen=True, kw_only=True):
    """What comes into one file."""

    found: Found
    uid: str
    values: dict[str, Value]
    """By English key, in the order in which they stand there."""
    body: str
    """Markdown."""
    asked: tuple[str, ...] = ()
    """What is not known: a draft asks it."""
    cut: tuple[str, ...] = ()
    """Keys of what was longer."""
    dates: dates.Written

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.values["title"])


def sheet(found: Found, setting: Setting) -> Sheet:
    """Return what comes into the file of an activity.

    Raises:
        NotTaken: it has no dates that can be said.
    """
    asked = []
    words = setting.here.words
    title = cleaning.line(found.summary)
    when = dates.written(found, setting.here)
    values: dict[str, Value] = {"title": cleaning.shortened(title, dates.LONGEST_TITLE), "when": when.value}
    here = where(found.location, setting.places, found.geo)
    if not here and setting.place:
        here = {"place": setting.place}
    if not here:
        here = {"place": {"name": words.gettext("Place not known yet")}}
        asked.append(words.gettext("Where is it? Fill in the place."))
    values |= here
    region = setting.calendar.region
    topics = _named(found.categories, region.topics) or list(setting.topics or setting.usual_topics)
    if not topics:
        topics = [setting.likely_topic]
        asked.append(words.gettext("What is it about? See whether the topic is right."))
    values["topics"] = list(topics)
    if audiences := _named(found.categories, region.audiences) or list(setting.audiences):
        values["audiences"] = list(audiences)
    if found.tentative:
        asked.append(words.gettext("Is it sure that it goes on? Its source says that it is not."))
    if found.cancelled:
        values["status"] = words.status_name(Status.CANCELLED).lower()
    if _WEB.fullmatch(found.url):
        values["links"] = [{"url": found.url, "title": words.gettext("More information")}]
    values["uid"] = uid = identity(found, setting.organisation)
    text = cleaning.lines(found.description)
    body = cleaning.as_markdown(cleaning.shortened(text, LONGEST_BODY))
    if when.long and found.end:
        body = f"{_hours_in_words(found, setting)}\n\n{body}".strip()
    cut = [
        key
        for key, is_cut in (("title", len(title) > dates.LONGEST_TITLE), ("description", len(text) > LONGEST_BODY))
        if is_cut
    ]
    return Sheet(found=found, uid=uid, values=values, body=body, asked=tuple(asked), cut=tuple(cut), dates=when)


def text_of(sheet: Sheet, setting: Setting) -> str:
    """Return the file; what is asked stands above it, and keeps it a draft."""
    values = dict(sheet.values)
    comments = [f"# {one}" for one in sheet.asked]
    if comments:
        done = setting.here.words.gettext(
            "Is everything right? Then remove these lines, and the last line above the dashes."
        )
        comments.append(f"# {done}")
        values["draft"] = "ja" if setting.language == DUTCH else "yes"
    written = in_language(values, [FILES["event"]], setting.language)
    lines = [line for key, value in written.items() for line in entry(key, value)]
    text = "\n".join(["---", *comments, *lines, "---", ""])
    return text + (f"{sheet.body}\n" if sheet.body else "")


def identity(found: Found, organisation: str) -> str:
    """Return the UID, where calendar programs keep it as it is; else one that is made of what it is, and stays the same."""
    uid = found.uid.strip()
    if uid and uid.isascii() and uid.isprintable() and len(uid) <= LONGEST_UID:
        return uid
    told = uid or "\n".join((found.summary, str(found.start), found.rule, found.phrase, found.location))
    return f"{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:32]}@{organisation.replace('/', '-')}"


def name_of(sheet: Sheet, folder: str, taken: Iterable[str]) -> str:
    """Return the id of a new file: made of the title, else of the first day; no file has it."""
    made = proposal(sheet.title)[:LONGEST_NAME].strip("-")
    if made == proposal(""):
        made = proposal(f"activiteit {moments.local(sheet.found.start, 'UTC'):%Y-%m-%d}")
    if name_fault(made):
        made = f"activiteit-{made}"
    number, tried = 1, f"{folder}/{made}"
    while tried in taken:
        number += 1
        tried = f"{folder}/{made}-{number}"
    return tried


def _named(categories: Iterable[str], terms: Iterable[Term]) -> list[str]:
    """Return the terms that have the name of a category, in whatever way it is written."""
    by_name = {
        plain(name): term.id for term in terms for name in (term.id, *(said.text for said in term.name.versions))
    }
    return list(dict.fromkeys(by_name[plain(one)] for one in categories if plain(one) in by_name))


def _hours_in_words(found: Found, setting: Setting) -> str:
    """Say when something of more days begins and ends: its dates are whole days."""
    words, zone = setting.here.words, setting.here.zone
    start, end = (moments.span(moments.local(one, zone), None) for one in (found.start, found.end or found.start))
    said = words.gettext("From %(start)s to %(end)s.")
    return said % {"start": words.moment(start), "end": words.moment(end)}
