"""What content can refer to by id, and what is said of an id that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from streekagenda.content.files import proposal
from streekagenda.content.nearest import alike, nearest, slip

if TYPE_CHECKING:
    from streekagenda.content.findings import Findings
    from streekagenda.content.yaml_text import Path
    from streekagenda.model.area import Area
    from streekagenda.model.event import Campaign
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.place import Place
    from streekagenda.model.vocabulary import Term

T = TypeVar("T")
MOST_TOLD = 30
"""So many ids are told to choose from; vocabularies are shorter, so that all of theirs are."""

MOST_AREAS = 60
"""Of areas there are more, and who lives in one looks for its name."""

_EVERYONE = frozenset(
    {
        *("iedereen", "allen", "alle", "alles", "allemaal", "alle mensen", "alle leeftijden", "alle doelgroepen"),
        *("alle buurtbewoners", "alle bewoners", "voor iedereen", "jong en oud", "buurtbewoners", "buurtgenoten"),
        *("wijkbewoners", "bewoners", "buren", "open voor iedereen", "publiek"),
        *("everyone", "everybody", "anyone", "all", "all ages", "all people", "for everyone", "public", "neighbours"),
    }
)
"""What is written for an audience by who means that everybody is welcome: no group is meant by it."""
_BETWEEN_PLACES = re.compile(r"\s+(?:en|of|and|or|&|\+|/)\s+|\s*[;,]\s*", re.IGNORECASE)

_WORDS = frozenset({"topic", "audience", "facility"})
"""What is called by ordinary words; the rest has names of its own, of which another may be missing here."""
_TELL_OF_ALL = (
    *("unknown-organisation", "unknown-place", "unknown-campaign", "place-not-by-id", "two-places"),
    *("folder-without-organisation", "missing-place"),
)
"""How the codes begin of what is said of an id that is not there: the words depend on those that are."""


def tells_of_all(code: str) -> bool:
    """Whether what is said depends on all organisations and places, rather than on those that are named."""
    return code.startswith(_TELL_OF_ALL)


class References(Struct, frozen=True, kw_only=True):
    """Everything that has an id, by that id.

    An organisation or place whose own file has a mistake is here under its name alone, without an id and so without
    a page: one partner's mistake does not cost another's event.
    """

    country: str = ""
    """ISO 3166 code of that of the region; what a postcode looks like depends on it."""
    areas: Mapping[str, Area] = field(default_factory=dict)
    topics: Mapping[str, Term] = field(default_factory=dict)
    audiences: Mapping[str, Term] = field(default_factory=dict)
    facilities: Mapping[str, Term] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    broken: frozenset[tuple[str, str]] = frozenset()
    """Kind and id of files that are there but have a mistake."""

    def area(self, area_id: str | None, findings: Findings, path: Path) -> Area | None:
        """Return an area."""
        return None if area_id is None else self._one("area", self.areas, area_id, findings, path)

    def terms(self, kind: str, ids: tuple[str, ...], findings: Findings, path: Path) -> tuple[Term, ...]:
        """Return terms of a vocabulary, each once; ``kind`` is topic, audience or facility."""
        vocabulary = {"topic": self.topics, "audience": self.audiences, "facility": self.facilities}[kind]
        return self._all(kind, vocabulary, ids, findings, path)

    def organisations_of(self, ids: tuple[str, ...], findings: Findings, path: Path) -> tuple[Organisation, ...]:
        """Return organisations, each once."""
        return self._all("organisation", self.organisations, ids, findings, path)

    def campaigns_of(self, ids: tuple[str, ...], findings: Findings, path: Path) -> tuple[Campaign, ...]:
        """Return campaigns, each once; one whose file has a mistake is passed over."""
        there = tuple(one for one in ids if ("campaign", one) not in self.broken)
        return self._all("campaign", self.campaigns, there, findings, path)

    def place(self, place_id: str, findings: Findings, path: Path) -> Place | None:
        """Return a place; for an unknown one, the diagnostic holds a file to add."""
        if place_id in self.places:
            return self.places[place_id]
        named = [one for one, place in self.places.items() if place_id.casefold() in _names(place)]
        near = named[0] if len(named) == 1 else nearest(place_id, self.places)
        if near and (len(named) == 1 or alike(place_id, near, self.places)):
            findings.add("place-not-by-id", path, value=place_id, near=near, suggestion=near, certain=True)
            return None
        if len(several := self._several(place_id)) > 1:
            findings.add("two-places", path, value=place_id, first=several[0], second=several[1])
            return None
        new_id = "/".join(proposal(part) for part in place_id.split("/"))
        name = place_id if new_id != place_id else place_id.rpartition("/")[2].replace("-", " ").capitalize()
        template = f"---\nnaam: {name}\nstraat:\npostcode:\nwoonplaats:\nwijk:\n---\n"
        code = "unknown-place" if new_id == place_id else "unknown-place-renamed"
        findings.add(
            "unknown-place-near" if near else code,
            path,
            value=place_id,
            near=near or "",
            id=new_id,
            file=f"places/{new_id}.md",
            areas=a_few(self.areas, MOST_AREAS),
            suggestion=near or template,
        )
        return None

    def _several(self, written: str) -> list[str]:
        """Return the ids of the places in a text such as "De Linde en De Benring", each once."""
        found = (self._called(part) for part in _BETWEEN_PLACES.split(written))
        return list(dict.fromkeys(filter(None, found)))

    def _called(self, text: str) -> str | None:
        """Return the place whose id or name a text is, or is the only one to hold; else the one that it looks like."""
        said = text.casefold().split()
        if not said:
            return None
        holding = [
            one
            for one, place in self.places.items()
            if any(set(said) <= set(name.split()) for name in (*_names(place), one.replace("-", " ")))
        ]
        return holding[0] if len(holding) == 1 else nearest(text, self.places)

    def _all(
        self, kind: str, known: Mapping[str, T], ids: tuple[str, ...], findings: Findings, path: Path
    ) -> tuple[T, ...]:
        found: dict[str, T] = {}
        for index, one in enumerate(ids):
            value = self._one(kind, known, one, findings, (*path, index))
            if value is not None:
                found.setdefault(one, value)
        return tuple(found.values())

    def _one(self, kind: str, known: Mapping[str, T], wanted: str, findings: Findings, path: Path) -> T | None:
        if wanted in known:
            return known[wanted]
        near = None if kind == "audience" and _means_everyone(wanted) else nearest(wanted, known)
        findings.add(
            f"unknown-{kind}-near" if near else f"unknown-{kind}",
            path,
            value=wanted,
            near=near or "",
            known=a_few(known, MOST_AREAS if kind == "area" else MOST_TOLD),
            suggestion=near,
            certain=near is not None and (slip(wanted, near, known) if kind in _WORDS else alike(wanted, near, known)),
        )
        return None


def a_few(known: Iterable[str], most: int = MOST_TOLD) -> str:
    """Return the first of the ids that can be written, to choose from; ``…`` at the end says that there are more."""
    ids = sorted(known)
    return ", ".join([*ids[:most], *(["…"] if len(ids) > most else [])]) or "-"


def _means_everyone(written: str) -> bool:
    return " ".join(written.casefold().replace("-", " ").split()) in _EVERYONE


def _names(place: Place) -> set[str]:
    return {said.text.casefold() for said in place.name.versions}
