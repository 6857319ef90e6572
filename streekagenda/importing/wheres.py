"""Where an activity is: a place of the region by its name or address, the internet, or a place that is written out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.checks.whereabouts import plain
from streekagenda.importing import cleaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streekagenda.content.yaml_text import Value
    from streekagenda.model.place import Place

LONGEST_NAME = 200
LONGEST_CITY = 80
SHORTEST_NAME = 4
"""Letters of a name by which a place is known."""

_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,1000}")
_APART = re.compile(r"[,;\n()|]|\s[-–—]\s")
_POSTCODE = re.compile(r"\b([1-9][0-9]{3})\s?([A-Za-z]{2})\b")
_STREET = re.compile(r"\D{3,80}\s[0-9]{1,5}\s?[A-Za-z0-9/-]{0,6}")
_COUNTRY = {"nederland", "thenetherlands", "netherlands", "nl"}


class Places:
    """The places of a region, by what a location says of them."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Take the places that have a file."""
        by_name: dict[str, set[str]] = {}
        by_address = []
        for place in places:
            if place.id is None:
                continue
            for name in {plain(place.id), *(plain(said.text) for said in place.name.versions)}:
                if len(name) >= SHORTEST_NAME:
                    by_name.setdefault(name, set()).add(place.id)
            if place.street and any(sign.isdigit() for sign in place.street):
                by_address.append((plain(place.street), plain(place.postcode or ""), place.id))
        self._by_name = by_name
        self._by_address = by_address

    def find(self, location: str) -> str | None:
        """Return the one place that a location names: all of it, a part between commas, or street with postcode."""
        parts = [plain(location), *(plain(part) for part in _APART.split(location))]
        named = {one for part in parts for one in self._by_name.get(part, ())}
        if len(named) == 1:
            return named.pop()
        postcode = _POSTCODE.search(location)
        code = plain(postcode[0]) if postcode else ""
        housed = {
            one
            for street, its, one in self._by_address
            if street in parts and (not named or one in named) and its in {code, ""}
        }
        return housed.pop() if len(housed) == 1 else None


def where(location: str, places: Places, geo: tuple[float, float] | None = None) -> dict[str, Value]:
    """Return the keys of a file that say where; none where a location says nothing."""
    said = cleaning.line(location)
    if not said:
        return {}
    if known := places.find(location):
        return {"place": known}
    address = _ADDRESS.search(said)
    if address and address[0].startswith("https://"):
        return {"online": address[0].rstrip(".,;)")}
    return {"place": _written_out(location, geo)}


def _written_out(location: str, geo: tuple[float, float] | None) -> dict[str, Value]:
    """Name, street, postcode and town, as far as they can be told apart; else all of it is the name."""
    parts = [cleaning.line(part) for part in re.split(r"[,;\n]", location)]
    parts = [part for part in parts if part and plain(part) not in _COUNTRY]
    place: dict[str, Value] = {"name": cleaning.shortened(parts[0] if parts else cleaning.line(location), LONGEST_NAME)}
    rest = parts[1:]
    if parts and _STREET.fullmatch(parts[0]) and not any(_STREET.fullmatch(part) for part in rest):
        place["street"] = parts[0]
    for part in rest:
        postcode = _POSTCODE.search(part)
        if postcode:
            place["postcode"] = f"{postcode[1]} {postcode[2].upper()}"
            if 0 < len(city := part[postcode.end() :].strip(" -")) <= LONGEST_CITY:
                place["city"] = city
        elif _STREET.fullmatch(part):
            place.setdefault("street", part)
        elif len(part) <= LONGEST_CITY and ("postcode" in place or "street" in place):
            place.setdefault("city", part)
    if geo:
        place["geo"] = [f"{one:.6f}".rstrip("0").rstrip(".") for one in geo]
    return place
