"""The controlled vocabularies of a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from streekagenda.model.text import Text


class Term(Struct, frozen=True, kw_only=True, gc=False):
    """A topic, an audience or a facility (schema.org DefinedTerm)."""

    id: str
    name: Text
    icon: str | None = None
