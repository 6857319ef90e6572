"""The municipalities, neighbourhoods and villages of the region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from streekagenda.model.text import Text


class Area(Struct, frozen=True, kw_only=True, gc=False):
    """A municipality, or a neighbourhood or village in one (schema.org AdministrativeArea)."""

    id: str
    name: Text
    above: tuple[str, ...] = ()
    """Ids of the areas that hold it, the municipality first."""
    code: str | None = None
    """CBS code, such as WK015003; belongs to ``code_year``."""
    code_year: int | None = None
    school_region: str | None = None
    """Its own, or that of the area above."""
    also_known_as: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()

    @property
    def line(self) -> tuple[str, ...]:
        """Ids from the municipality down to this area."""
        return (*self.above, self.id)
