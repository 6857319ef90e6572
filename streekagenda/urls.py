"""The only place where a public address is made.

A *path* is relative to the region's base path, without a leading slash, and ends in ``/`` for a page:
``activiteiten/de-kern/koffie/``. The home page of the default language is the empty path. Every page is a folder with
an ``index.html``; links between pages are relative, so that a site works from any base path.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.selection import Selection

KINDS = ("event", "organisation", "place", "area", "topic", "audience", "campaign")
"""The kinds of page that have an address of their own and an index page."""

_WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "event": "activiteiten",
        "organisation": "organisaties",
        "place": "plekken",
        "area": "wijken",
        "topic": "onderwerpen",
        "audience": "doelgroepen",
        "campaign": "campagnes",
        "agenda": "agenda",
        "subscribe": "abonneren",
        "sheet": "abonneren/hulpblad",
        "submit": "aanmelden",
        "guide": "aanmelden/handleiding",
        "accessibility": "toegankelijkheid",
        "search": "zoeken",
        "map": "kaart",
        "changes": "wijzigingen",
        "embed": "embed",
        "builder": "insluiten",
        "statement": "insluiten/verklaring",
        "screen": "scherm",
    },
    "en": {
        "event": "events",
        "organisation": "organisations",
        "place": "places",
        "area": "areas",
        "topic": "topics",
        "audience": "audiences",
        "campaign": "campaigns",
        "agenda": "agenda",
        "subscribe": "subscribe",
        "sheet": "subscribe/help-sheet",
        "submit": "submit",
        "guide": "submit/guide",
        "accessibility": "accessibility",
        "search": "search",
        "map": "map",
        "changes": "changes",
        "embed": "embed",
        "builder": "embedding",
        "statement": "embedding/statement",
        "screen": "screen",
    },
    "tr": {
        "event": "etkinlikler",
        "organisation": "kuruluslar",
        "place": "yerler",
        "area": "mahalleler",
        "topic": "konular",
        "audience": "kimler-icin",
        "campaign": "kampanyalar",
        "agenda": "takvim",
        "subscribe": "abone-ol",
        "sheet": "abone-ol/yardim-sayfasi",
        "submit": "bildir",
        "guide": "bildir/kilavuz",
        "accessibility": "erisilebilirlik",
        "search": "arama",
        "map": "harita",
        "changes": "degisiklikler",
        "builder": "yerlestir",
        "statement": "yerlestir/beyan",
        "screen": "ekran",
    },
    "pl": {
        "event": "wydarzenia",
        "organisation": "organizacje",
        "place": "miejsca",
        "area": "dzielnice",
        "topic": "tematy",
        "audience": "dla-kogo",
        "campaign": "kampanie",
        "agenda": "kalendarz",
        "subscribe": "subskrypcja",
        "sheet": "subskrypcja/instrukcja",
        "submit": "zglos",
        "guide": "zglos/poradnik",
        "accessibility": "dostepnosc",
        "search": "szukaj",
        "map": "mapa",
        "changes": "zmiany",
        "builder": "osadzanie",
        "statement": "osadzanie/oswiadczenie",
        "screen": "ekran",
    },
}
"""Path words per language, in letters that an address on paper can have; what a language lacks is the English word.

Arabic and Ukrainian have none: decision 0026."""

READY = ("free", "walk-in", "weekend")
"""The lists below the agenda that select by one thing; those of facilities have the ids of these."""

_READY_WORDS: dict[str, dict[str, str]] = {
    "nl": {"free": "gratis", "walk-in": "inloop"},
    "tr": {"free": "ucretsiz", "walk-in": "kayitsiz", "weekend": "hafta-sonu"},
    "pl": {"free": "bezplatne", "walk-in": "bez-zapisow"},
}
"""Their path words per language; what a language lacks is the English word."""

NOT_A_FACILITY = frozenset({*READY, *(word for words in _READY_WORDS.values() for word in words.values())})
"""Ids of facilities that would stand where another list does: such a facility has no list."""

RESERVED = frozenset(
    {word for words in _WORDS.values() for word in words.values()}
    | {"feeds", "api", "print", "schema", "media", "static", "zoeken", "kaart", "wijzigingen", "scherm"}
    | {"nieuwsbrief", "insluiten", "search", "map", "changes", "screen", "newsletter", "404"}
)
"""First words of addresses that no free page may take, but for the accessibility statement."""

ACCESSIBILITY_PAGE = "toegankelijkheid"
"""The id of the free page that holds the accessibility statement, in a region that has written its own."""


class Addresses(Struct, frozen=True, kw_only=True):
    """Makes the addresses of one site."""

    url: str
    """Where the site is published, absolute, with a trailing slash."""
    languages: tuple[str, ...]
    """The first is the default language, at the root."""

    @property
    def host(self) -> str:
        """The host of the site: the right-hand side of its UIDs."""
        return urlsplit(self.url).hostname or ""

    @property
    def base_path(self) -> str:
        """The path part of the site's address, with a slash at both ends."""
        return urlsplit(self.url).path or "/"

    def absolute(self, path: str) -> str:
        """Return the full address of a path."""
        return self.url + path

    def home(self, language: str) -> str:
        """Return the path of the home page in a language; the site's root for the default language."""
        return "" if language == self.languages[0] else f"{language}/"

    def page(self, kind: str, language: str, *below: str) -> str:
        """Return the path of a page: a path word and what comes below it, ``page("area", "nl", "zandweerd")``."""
        begins = self.home(language) + _begins(kind, language)
        return f"{begins}{'/'.join(below)}/" if below else begins

    def subscribe(self, kind: str, language: str, *below: str) -> str:
        """Return the path below ``/abonneren/`` of a kind of selection, or of one: ``abonneren/wijken/zandweerd/``."""
        return self.page("subscribe", language, _WORDS.get(language, _WORDS["en"])[kind], *below)

    def two(self, language: str, kind: str, one: str, other_kind: str, other: str) -> str:
        """Return the path of the list of two things together: ``wijken/zandweerd/onderwerpen/bewegen/``."""
        word = self.page(other_kind, language).removeprefix(self.home(language)).rstrip("/")
        return self.page(kind, language, one, word, other)

    def ready(self, ready: str, language: str) -> str:
        """Return the path of a list below the agenda: of one of :data:`READY`, or of a facility by its id."""
        return self.page("agenda", language, _READY_WORDS.get(language, {}).get(ready, ready))

    def free_page(self, page_id: str, language: str) -> str:
        """Return the path of a free page; the accessibility statement stands where it does in every region."""
        if page_id == ACCESSIBILITY_PAGE:
            return self.page("accessibility", language)
        return f"{self.home(language)}{page_id}/"

    def occurrence(self, occurrence: Occurrence, language: str) -> str:
        """Return the path of one date of an event: its place on the event's page, by the day on which it stands."""
        return f"{self.page('event', language, occurrence.event.id)}{of_day(occurrence.moment.first)}"

    def month(self, day: date, language: str) -> str:
        """Return the path of the page of the month that a day lies in."""
        return self.page("agenda", language, f"{day.year:04}", f"{day.month:02}")

    def week(self, day: date, language: str) -> str:
        """Return the path of the page of the ISO 8601 week that a day lies in."""
        year, week, _ = day.isocalendar()
        return self.page("agenda", language, f"{year:04}", f"w{week:02}")

    def embed(self, path: str, language: str) -> str:
        """Return the path of the bare, frameable twin of a list page."""
        home = self.home(language)
        return f"{home}embed/{path.removeprefix(home)}"

    def fragment(self, path: str, language: str) -> str:
        """Return the path of a list as a piece of HTML that another site's server takes in.

        It stands in the folder of the embed: of ``x.html`` beside ``x/index.html`` some hosts answer ``/x/`` with the first.
        """
        return self.embed(path, language) + "fragment.html"

    def oembed(self, path: str, language: str) -> str:
        """Return the path of what a CMS asks of a list when somebody pastes its address (oEmbed 1.0, section 4)."""
        return self.embed(path, language).rstrip("/") + ".json"

    def dates(self, path: str, language: str) -> str:
        """Return the path of the next dates of a list as RSS 2.0: ``embed/wijken/x.rss``."""
        return self.embed(path, language).rstrip("/") + ".rss"

    def screen(self, path: str, language: str) -> str:
        """Return the path of the screen that shows a list in a hall; the agenda's is that of the whole region."""
        if path == self.page("agenda", language):
            return self.page("screen", language)
        return self.page("screen", language) + path.removeprefix(self.home(language))

    def feed(self, selection: Selection, suffix: str = "ics", *, part: int = 1) -> str:
        """Return the path of the feed of a selection of one or two things; suffix ``ics``, ``atom`` or ``json``.

        Of a feed in parts the first has the address of the whole; no id holds the dot of ``all.2.ics``.
        """
        chosen = [
            (kind, value)
            for kind in ("organisation", "place", "campaign", "area", "topic", "audience")
            if (value := getattr(selection, kind)) is not None
        ]
        return self.feed_of(chosen, suffix, part=part)

    def feed_of(self, chosen: Iterable[tuple[str, str]], suffix: str = "ics", *, part: int = 1) -> str:
        """Return the same for kinds and ids, in that order of kinds: there are ten thousand pairs."""
        return f"feeds/{'/'.join(chain.from_iterable(chosen)) or 'all'}{_numbered(part)}.{suffix}"

    def builder(self, feed: str, language: str) -> str:
        """Return the address at which the list of a feed is chosen for another site: ``insluiten/?what=area/zandweerd``."""
        return f"{self.page('builder', language)}?what={feed.removeprefix('feeds/').rpartition('.')[0]}"

    def changes_feed(self, suffix: str) -> str:
        """Return the path of the feed of what became different lately; suffix ``atom`` or ``json``."""
        return f"feeds/changes.{suffix}"

    def event_feed(self, event_id: str, *, part: int = 1) -> str:
        """Return the path of the feed of one event."""
        return f"feeds/event/{event_id}{_numbered(part)}.ics"

    def event_date(self, event_id: str, day: date) -> str:
        """Return the path of one date of an event as a calendar file, which is put into a calendar once."""
        return f"feeds/event/{event_id}.{day.isoformat()}.ics"

    def schema(self, kind: str) -> str:
        """Return the path of the JSON Schema of a kind of content file, which editors complete from."""
        return f"schema/{kind}.json"

    def media(self, file: str) -> str:
        """Return the path of a file below ``content/media/``."""
        return f"media/{file}"


@cache
def _begins(kind: str, language: str) -> str:
    """Return a path word with a slash behind it."""
    return f"{_WORDS.get(language, {}).get(kind) or _WORDS['en'][kind]}/"


def of_day(day: date) -> str:
    """Return what the address of one date has behind that of its event's page."""
    return f"#{day.isoformat()}"


def _numbered(part: int) -> str:
    return f".{part}" if part > 1 else ""


def to_root(page: str) -> str:
    """Return a link to the site's root from the page at ``page``, with which links to all else can begin."""
    return "../" * page.count("/") or "./"


def relative(path: str, page: str) -> str:
    """Return a link to ``path`` from the page at ``page``; both are paths as described above."""
    depth = page.count("/")
    if depth and not path.startswith(page[: page.index("/") + 1]):  # nearly all links: nothing of the way is shared
        return "../" * depth + path
    target, hash_sign, fragment = path.partition("#")
    here, there = page.split("/")[:-1], target.split("/")
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    link = "../" * (len(here) - shared) + "/".join(there[shared:])
    return (link or "./") + hash_sign + fragment


def file_of(path: str) -> str:
    """Return the file that holds a path: ``index.html`` in the folder of a page."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def copy_of(picture: str, width: int) -> str:
    """Return the path of a picture's copy in WebP of so many pixels; no file of content has a ``~`` in its name."""
    return f"{picture}~{width}.webp"
