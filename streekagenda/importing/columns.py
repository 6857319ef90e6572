"""What the columns of a table may be called, in Dutch and English, and what each stands for.

The names are those of the content format, of what volunteers type, and of what Outlook and Google Calendar export.
Whoever comes (attendees, organiser, contact) has no column here, so nothing of it is taken.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Role(StrEnum):
    """What a column stands for."""

    TITLE = "title"
    WHEN = "when"
    """A phrase."""
    WEEKDAY = "weekday"
    BEGIN = "begin"
    """A day, a time, or both; what stands in a cell says which."""
    FINISH = "finish"
    FINISH_OPEN = "finish-open"
    """As ``FINISH``, by a word that leaves open if a last day is in it."""
    ALL_DAY = "all-day"
    EXCEPT = "except"
    VENUE = "venue"
    STREET = "street"
    POSTCODE = "postcode"
    CITY = "city"
    DESCRIPTION = "description"
    CATEGORIES = "categories"
    STATUS = "status"
    URL = "url"
    UID = "uid"
    PRIVATE = "private"


_NAMES = {
    Role.TITLE: "titel | title | activiteit | naam activiteit | naam van de activiteit | naam evenement | evenement | "
    "wat | activity | event | event name | event title | subject | summary",
    Role.WHEN: "wanneer | when | elke | every | herhaling | datum en tijd | data | dates | date and time",
    Role.WEEKDAY: "dag | weekdag | day | weekday | day of week",
    Role.BEGIN: "datum | date | op | on | dag en datum | tijd | tijden | tijdstip | time | times | van | vanaf | from | begin | start | aanvang | "
    "begindatum | startdatum | begintijd | starttijd | aanvangstijd | datum begin | tijd begin | begin datum | "
    "begin tijd | start datum | start tijd | start date | start time | startdate | starttime | begins | starts | datum van | tijd van",
    Role.FINISH: "tot en met | t/m | einde | eind | einddatum | eindtijd | datum einde | tijd einde | eind datum | eind tijd | "
    "until | end | ends | end date | end time | enddate | endtime | tijd tot",
    Role.FINISH_OPEN: "tot | to | till | datum tot",
    Role.ALL_DAY: "hele dag | de hele dag | duurt hele dag | gebeurtenis die de hele dag duurt | gebeurtenis duurt hele dag | "
    "gebeurtenis, duurt hele dag | all day | all day event | all-day | all-day event",
    Role.EXCEPT: "behalve | except | niet op | uitgezonderd",
    Role.VENUE: "locatie | lokatie | plek | plaats | place | location | venue | waar | where | zaal | gebouw | ruimte | online",
    Role.STREET: "straat | adres | street | address | straat en huisnummer",
    Role.POSTCODE: "postcode | postal code | zip",
    Role.CITY: "woonplaats | stad | dorp | city | town | village",
    Role.DESCRIPTION: "omschrijving | beschrijving | description | tekst | toelichting | inhoud | uitleg | samenvatting | "
    "bijzonderheden | text | details",
    Role.CATEGORIES: "onderwerpen | onderwerp | topics | topic | categorie | categorieën | categorieen | categories | "
    "category | thema | thema's",
    Role.STATUS: "status | stand",
    Role.URL: "website | url | link | links | webadres | web | meer informatie | meer info | site",
    Role.UID: "uid",
    Role.PRIVATE: "privé | prive | private | gevoeligheid | sensitivity",
}
_ROLES = {name.strip(): role for role, names in _NAMES.items() for name in names.split("|")}

WHEN = frozenset({Role.WHEN, Role.BEGIN})
"""A table has one of these at least."""
SEVERAL = frozenset(
    {
        Role.WEEKDAY,
        Role.BEGIN,
        Role.FINISH,
        Role.FINISH_OPEN,
        Role.VENUE,
        Role.DESCRIPTION,
        Role.CATEGORIES,
        Role.URL,
        Role.PRIVATE,
    }
)
"""May have more than one column: what they say is joined, or must not contradict."""


class Columns(Struct, frozen=True, kw_only=True):
    """The columns of a table, by their number from 0."""

    names: Sequence[str]
    """As they stand there."""
    roles: Mapping[int, Role]

    def of(self, *roles: Role) -> Iterator[int]:
        """Yield the columns that stand for one of some things, from left to right."""
        return (index for index, role in self.roles.items() if role in roles)

    @property
    def complete(self) -> bool:
        """Whether it says what and when."""
        return Role.TITLE in self.roles.values() and not WHEN.isdisjoint(self.roles.values())

    @property
    def twice(self) -> tuple[str, str] | None:
        """Two columns that stand for the same, of which there can be one."""
        seen: dict[Role, str] = {}
        for index, role in self.roles.items():
            if role in seen and role not in SEVERAL:
                return seen[role], self.names[index]
            seen[role] = self.names[index]
        return None

    @property
    def unknown(self) -> list[str]:
        """Names of columns that nothing is taken of."""
        return [name for index, name in enumerate(self.names) if name and index not in self.roles]


def columns(cells: Sequence[str]) -> Columns:
    """Return what the cells of one row stand for, as names of columns."""
    names = [" ".join(cell.split()) for cell in cells]
    plain = [name.casefold().strip(" *:?") for name in names]
    roles = {index: _ROLES[name] for index, name in enumerate(plain) if name in _ROLES}
    if Role.TITLE not in roles.values() and plain.count("onderwerp") == 1:
        roles[plain.index("onderwerp")] = Role.TITLE  # what Dutch Outlook calls it
    return Columns(names=names, roles=roles)
