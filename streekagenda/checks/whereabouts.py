"""Which places are the same one: those with a file, and those that an event writes out itself."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from streekagenda.model.organisation import OrganisationKind
from streekagenda.model.place import Online, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE = 90
"""Of 100: from here names in one neighbourhood are taken for the same place."""
_ROOMS = re.compile(
    r"\b(?:zalen|zaaltjes|ruimtes|ruimten|lokalen|kamers|verdieping|verdiepingen|etages?|rooms|halls|floors?)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:\w*zaal|(?:huis|woon|vergader)?kamer|werkplaats|atelier|lokaal|kapel|foyer|speelzolder)\b", re.IGNORECASE
)
_NOT_DIGITS = re.compile(r"\D+")
_NOT_LETTERS = re.compile(r"[\W_]+")


class Addressed(NamedTuple):
    """What is known of a place with a file; texts are without capitals, accents, spaces and signs."""

    id: str
    name: str
    area: str
    """Its id; empty where none is said."""
    street: str
    postcode: str
    address: str
    """Postcode and street; empty where one of them is missing."""
    block: str
    """What places share whose names may be much the same."""
    many_rooms: bool
    house: str
    """The id of the first place at the same address."""


class Whereabouts:
    """The places of a calendar by address and by name.

    A place that an event writes out is the one with a file at its address, at its street and number in its
    neighbourhood, or with its name there. Two places with a file at one address may be two rooms of one house.
    """

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._known: dict[str, Addressed] = {}
        self._by_address: dict[str, str] = {}
        self._by_street: dict[str, list[Addressed]] = {}
        self._by_name: dict[str, list[Addressed]] = {}
        self._written_out: dict[int, tuple[Place, str]] = {}
        for place in places:
            if place.id is not None:
                self._add(
                    Addressed(
                        id=place.id,
                        name=plain(place.name.first),
                        area=_area(place),
                        street=plain(place.street) if place.street else "",
                        postcode=plain(place.postcode) if place.postcode else "",
                        address=address(place),
                        block=_block(place),
                        many_rooms=has_many_rooms(place),
                        house=self._found(place) or place.id,
                    )
                )

    @classmethod
    def of(cls, known: Iterable[Addressed]) -> Whereabouts:
        """Return them as they were :attr:`known`."""
        found = cls()
        for one in known:
            found._add(one)
        return found

    @property
    def known(self) -> tuple[Addressed, ...]:
        """What is known of the places with a file, in their order."""
        return tuple(self._known.values())

    def _add(self, one: Addressed) -> None:
        self._known[one.id] = one
        self._by_address.setdefault(one.address, one.id)
        if one.street:
            self._by_street.setdefault(one.street, []).append(one)
        self._by_name.setdefault(one.block, []).append(one)

    def key(self, place: Place | Online | None) -> str | None:
        """Return a name for a place that all ways of writing it share; ``None`` where there is none to go to."""
        if not isinstance(place, Place):
            return None
        if place.id is not None:
            return place.id
        if id(place) not in self._written_out:
            key = self._found(place) or f"{_area(place)} {address(place) or plain(place.name.first)}"
            self._written_out[id(place)] = place, key
        return self._written_out[id(place)][1]

    def key_of_one_room(self, place: Place | Online | None) -> str | None:
        """Return the same for a place that does not seem to have room for several activities; ``None`` for others."""
        key = self.key(place)
        if key is None or not isinstance(place, Place):
            return None
        known = self._known.get(key)
        return None if (known.many_rooms if known else has_many_rooms(place)) else key

    def house(self, place: Place | Online | None) -> str | None:
        """Return a name that all rooms of one house share; of what is on the internet its address there."""
        if isinstance(place, Online):
            return place.url
        key = self.key(place)
        known = None if key is None else self._known.get(key)
        return known.house if known else key

    def _found(self, place: Place) -> str | None:
        """The first place with a file that has the same address, or much the same name in the same neighbourhood."""
        name, at = plain(place.name.first), address(place)
        if at and at in self._by_address:
            return self._by_address[at]
        for other in self._by_street.get(plain(place.street), ()) if place.street else ():
            if _at_one_number(place, other):
                return other.id
        known = self._by_name.get(_block(place), ())
        return next((other.id for other in known if fuzz.ratio(name, other.name) >= ALIKE), None)


def has_many_rooms(place: Place) -> bool:
    """Whether several activities fit: in the open air, in a library, or where a place tells of its rooms."""
    if place.street is None or (place.organisation and place.organisation.kind is OrganisationKind.LIBRARY):
        return True
    texts = " ".join(said.text for text in (place.name, place.directions, place.body) if text for said in text.versions)
    return _ROOMS.search(texts) is not None or len({room.lower() for room in _ROOM.findall(texts)}) > 1


def _at_one_number(place: Place, other: Addressed) -> bool:
    """Whether places with the same street are one: in one neighbourhood, or, where none is said, with much the same name."""
    numbered = place.street is not None and any(sign.isdigit() for sign in place.street)
    if not numbered or (place.postcode and other.postcode and plain(place.postcode) != other.postcode):
        return False
    if place.area and other.area:
        return place.area.id == other.area
    return fuzz.ratio(plain(place.name.first), other.name) >= ALIKE


def _block(place: Place) -> str:
    """What places share whose names may be much the same; a house and room 2 are not room 1."""
    name = plain(place.name.first)
    return f"{_area(place)} {name[:2]} {_NOT_DIGITS.sub('', name)}"


def address(place: Place) -> str:
    """Return postcode and street, as one writes them in any way; empty where one of them is missing."""
    return plain(f"{place.postcode}{place.street}") if place.postcode and place.street else ""


def _area(place: Place) -> str:
    return place.area.id if place.area else ""


def plain(text: str) -> str:
    """Return a text without capitals, accents, spaces and signs."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_LETTERS.sub("", "".join(letter for letter in letters if not unicodedata.combining(letter)))
