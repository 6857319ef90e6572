"""What the ``holidays`` library says, kept beside the program: to bring the library up takes longer than all that it is asked.

It says the same until another version is installed, and then nothing is believed that was kept
(``docs/decisions/0048-compiled-templates.md``).
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from streekagenda.store.compiled import file_in, keep, recall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holidays import HolidayBase

Wanted = tuple[str, int, "str | None", tuple[str, ...], "str | None"]
"""Country, year, language, categories, and the part of the country."""

_HERE = Path(__file__).resolve().parent
_NO_TEXT = "0"
"""What is kept was made of no text: the program alone decides whether it is believed."""
_BETWEEN_NAMES = "; "  # how the library joins the names of two holidays on one day


def knows(country: str) -> bool:
    """Whether the library knows a country, by an ISO 3166 code of two capitals."""
    if _kept(country):
        return True
    try:
        _calendar(country)
    except NotImplementedError:
        return False
    return True


def looked_up(asked: Wanted) -> Mapping[date, str]:
    """Return the holidays of a year, by their days, in a language where the library has it, else in the country's own."""
    country, *_ = asked
    kept = _kept(country)
    if asked not in kept:
        kept[asked] = _said(*asked)
        both = {**_read(country), **kept}  # another process may have learnt something meanwhile
        keep(_file(country), _NO_TEXT, _packed(both))
    return kept[asked]


def _said(
    country: str, year: int, language: str | None, categories: tuple[str, ...], subdivision: str | None
) -> dict[date, str]:
    calendar = _calendar(country)
    spoken = _spoken(calendar.supported_languages, language) or calendar.default_language
    found = _calendar(country, subdivision, years=year, language=spoken, categories=categories)
    return {day: ", ".join(name.split(_BETWEEN_NAMES)) for day, name in sorted(found.items()) if day.year == year}


def _calendar(country: str, subdivision: str | None = None, **asked: Any) -> HolidayBase:  # noqa: ANN401 -- the library's own arguments
    """Return what the library knows of a country."""
    import holidays  # noqa: PLC0415 -- 80 modules, with dateutil and email, that only a first run needs

    return holidays.country_holidays(country, subdivision, **asked)


def _spoken(languages: tuple[str, ...], language: str | None) -> str | None:
    """The library's name of a language: ``en`` is ``en_US`` in one country and ``en_GB`` in another."""
    return next((one for one in languages if one == language or one.startswith(f"{language}_")), None)


# ── what former runs were told ────────────────────────────────────────────────────────────────────────────────────────


@cache
def _kept(country: str) -> dict[Wanted, dict[date, str]]:
    return _read(country)


def _read(country: str) -> dict[Wanted, dict[date, str]]:
    content = recall(_file(country), _NO_TEXT) if country.isascii() and country.isalpha() else None
    return {
        (country, year, language, tuple(categories), part): {date.fromisoformat(day): name for day, name in days}
        for year, language, categories, part, days in (json.loads(content) if content else ())
    }


def _packed(kept: Mapping[Wanted, Mapping[date, str]]) -> bytes:
    said = [[*asked[1:], [[day.isoformat(), name] for day, name in days.items()]] for asked, days in kept.items()]
    return json.dumps(said, separators=(",", ":")).encode("ascii")


def _file(country: str) -> Path:
    return file_in(_HERE, "holidays", f"{country}.json")
