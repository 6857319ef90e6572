"""All that can be found on a site, in one language: what it is found by, and what a result says of it."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Protocol, TypeVar

from streekagenda.formats.plain_text import one_space
from streekagenda.model.place import Place
from streekagenda.publications.editions.opening import usual_hours
from streekagenda.publications.search.coming_dates import dates_text, dates_to_come, events_to_come
from streekagenda.publications.search.entry import Entry, Source
from streekagenda.rendering.prose import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from streekagenda.model.area import Area
    from streekagenda.model.event import Campaign, Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.text import Text
    from streekagenda.model.vocabulary import Term
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

LONGEST = 4_000
"""Characters of a description that can be searched."""

_ADDRESS = re.compile(r"\(?https?://\S+")
"""Of a link, which nobody searches for."""
_WORD = re.compile(r"[^\W\d_]+")
_UNFOLDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
"""Letters that no accent can be taken from (Unicode gives them no decomposition), as people type them without."""
_FOLDABLE = re.compile(f"[{''.join(map(chr, _UNFOLDED))}]")


class _Named(Protocol):
    @property
    def id(self) -> str | None: ...


Thing = TypeVar("Thing", bound=_Named)


def sources(site: Site, words: Words) -> Iterator[Source]:
    """Yield the entries of what is to come, the nearest first, and after it those of all else that has a page."""
    return _Entries(site, words).all()


class _Entries:
    """Makes the entries of one language."""

    def __init__(self, site: Site, words: Words) -> None:
        self._site = site
        self._words = words
        self._day = str(site.today)
        self._areas = {area.id: area for area in site.region.all_areas()}

    def all(self) -> Iterator[Source]:
        for event, begun in events_to_come(self._site):
            yield Source(name=event.id, made_of=self._made_of(event, begun), make=partial(self._event, event))
        made_of = f"{self._site.beside} {self._day}" if self._site.beside else ""
        for path, make in self._standing():
            yield Source(name=path, made_of=made_of, make=make)

    def _made_of(self, event: Event, begun: int) -> str:
        """Say on what an entry depends: what the event was made of and what stands beside it, the day, and how many of its dates have begun and are not over."""
        own = self._site.prints.get(event.id)
        return f"{own} {self._day} {begun}" if own else ""

    def _standing(self) -> Iterator[tuple[str, Callable[[], Entry]]]:
        """Yield the pages of what has no dates, and what makes the entry of each."""
        calendar, region = self._site.calendar, self._site.region
        yield from self._pages_of("place", calendar.places, self._place)
        yield from self._pages_of("organisation", calendar.organisations, self._organisation)
        yield from self._pages_of("campaign", calendar.campaigns, self._campaign)
        yield from self._pages_of("area", self._areas.values(), self._area)
        yield from self._pages_of("topic", region.topics, self._term)
        yield from self._pages_of("audience", region.audiences, self._term)
        for page in calendar.pages:
            path = self._site.addresses.free_page(page.id, self._words.language)
            yield path, partial(self._entry, "page", path, page.title, body=page.body)

    def _pages_of(
        self, kind: str, things: Iterable[Thing], make: Callable[[str, Thing], Entry]
    ) -> Iterator[tuple[str, Callable[[], Entry]]]:
        for one in things:
            if one.id is not None:
                path = self._site.addresses.page(kind, self._words.language, one.id)
                yield path, partial(make, path, one)

    def _event(self, event: Event) -> Entry:
        words, occurrences = self._words, dates_to_come(self._site, event)
        first = next((one for one in occurrences if one.takes_place), occurrences[0])
        places = [one.place for one in occurrences if isinstance(one.place, Place)]
        areas = [one.area for one in occurrences if one.area is not None]
        dates, found_by = dates_text(words, occurrences)
        return self._entry(
            "event",
            self._site.addresses.page("event", words.language, event.id),
            event.title,
            where=self._where(first),
            when=words.schedule_line(event.schedule, today=self._site.today),
            dates=dates,
            found_by=found_by,
            body=event.body,
            texts=(*_titles(occurrences), event.summary, *_names_around(event), *(one.name for one in places)),
            words=(
                *(word for place in places for word in (place.street, place.city) if word),
                *(words.language_name(code) for code in event.languages),
                words.price(first.price),
            ),
            areas=areas,
            topics=event.topics,
            audiences=event.audiences,
        )

    def _where(self, occurrence: Occurrence) -> str:
        place, area = occurrence.place, occurrence.area
        if occurrence.online is not None:
            return self._words.gettext("Online, on the internet")
        names = [place.name] if isinstance(place, Place) else []
        return self._listed([*names, *([area.name] if area is not None else [])])

    def _place(self, path: str, place: Place) -> Entry:
        words, hours = self._words, usual_hours(place)
        address = [place.street or "", place.city or ""]
        named = ", ".join(part for part in address if part)
        return self._entry(
            "place",
            path,
            place.name,
            where=named or (self._listed([place.area.name]) if place.area else ""),
            when=words.schedule_line(hours, today=self._site.today) if hours else "",
            body=place.body,
            texts=(
                place.directions,
                place.organisation.name if place.organisation else None,
                *(one.name for one in place.facilities),
            ),
            words=(*address, place.postcode or ""),
            areas=[place.area] if place.area else [],
        )

    def _organisation(self, path: str, one: Organisation) -> Entry:
        where = self._listed([one.area.name]) if one.area else ""
        areas = [one.area] if one.area else []
        return self._entry("organisation", path, one.name, where=where, body=one.body, areas=areas)

    def _campaign(self, path: str, one: Campaign) -> Entry:
        texts = [organiser.name for organiser in one.organisers]
        return self._entry("campaign", path, one.title, body=one.body, texts=texts)

    def _area(self, path: str, area: Area) -> Entry:
        above = [self._areas[area.above[-1]].name] if area.above else []
        return self._entry("area", path, area.name, where=self._listed(above), areas=[area])

    def _term(self, path: str, term: Term) -> Entry:
        return self._entry("subject", path, term.name)

    def _entry(  # noqa: PLR0913 -- one argument for each thing that an entry can say
        self,
        kind: str,
        path: str,
        title: Text,
        *,
        where: str = "",
        when: str = "",
        dates: str = "",
        found_by: str = "",
        body: Text | None = None,
        texts: Iterable[Text | None] = (),
        words: Iterable[str] = (),
        areas: Iterable[Area] = (),
        topics: Iterable[Term] = (),
        audiences: Iterable[Term] = (),
    ) -> Entry:
        said = self._words.text(title)
        within = list(dict.fromkeys(chain.from_iterable(one.line for one in areas)))
        named = [self._areas[one] for one in within if one in self._areas]
        parts = [
            *_versions((title, *texts)),
            _ADDRESS.sub("", plain(self._words.text(body).text))[:LONGEST] if body else "",
            *words,
            *_versions(one.name for one in named),
            *_versions(one.name for one in (*topics, *audiences)),
            *(name for one in named for name in one.also_known_as),
        ]
        meta = {"title": said.text, "where": where, "when": when, "dates": dates}
        told = meta if said.language == self._words.language else {**meta, "lang": said.language}
        return Entry(
            path=path,
            content=_with_plain_letters(". ".join(dict.fromkeys(part for part in parts if part))),
            meta={name: value for name, value in told.items() if value},
            found_by={**meta, "dates": found_by},
            filters={
                "kind": (kind,),
                "area": tuple(within),
                "topic": tuple(one.id for one in topics),
                "audience": tuple(one.id for one in audiences),
            },
        )

    def _listed(self, names: Iterable[Text]) -> str:
        return ", ".join(self._words.text(one).text for one in names)


def _titles(occurrences: Iterable[Occurrence]) -> Iterator[Text]:
    """Yield the titles of dates: some have one of their own."""
    return (one.title for one in occurrences)


def _names_around(event: Event) -> Iterator[Text]:
    yield from (one.name for one in event.organisers)
    yield from (one.name for one in event.facilities)
    yield from (one.title for one in event.campaigns)


def _versions(texts: Iterable[Text | None]) -> Iterator[str]:
    """Yield texts in all their languages: who knows the Dutch word finds it on a page in another language too."""
    for text in texts:
        if text is not None:
            yield from (one.text for one in text.versions)


def _with_plain_letters(text: str) -> str:
    """Return a text on one line, and after it again those words that people without such a key type in other letters."""
    if not _FOLDABLE.search(text.lower()):
        return one_space(text)
    folded = {word.lower(): word.lower().translate(_UNFOLDED) for word in _WORD.findall(text)}
    return " ".join((one_space(text), *sorted({new for old, new in folded.items() if new != old})))
