"""The gettext catalogues of ``layouts/translations/<language>/*.po``, compiled in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import NullTranslations
    from pathlib import Path

    from streekagenda.diagnostics import Diagnostic


@dataclass(frozen=True, kw_only=True, slots=True)
class Translations:
    """The words of every language that has a catalogue; message ids are English."""

    catalogues: Mapping[str, NullTranslations]

    def for_language(self, language: str) -> NullTranslations:
        """Return the catalogue of a language (BCP 47); for an unknown one English."""
        raise NotImplementedError

    def say(self, diagnostic: Diagnostic, language: str) -> str:
        """Return what a diagnostic says to a partner; an unknown code is shown as it is, with its values."""
        raise NotImplementedError


def load(layouts: Path) -> Translations:
    """Read all catalogues below a layouts folder, completed by those that come with the program."""
    raise NotImplementedError
