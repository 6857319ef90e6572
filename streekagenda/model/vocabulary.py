"""The controlled vocabularies of a region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streekagenda.model.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A topic, an audience or a facility (schema.org DefinedTerm)."""

    id: str
    name: Text
    icon: str | None = None
