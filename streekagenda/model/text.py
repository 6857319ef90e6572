"""Texts that may exist in several languages."""

from __future__ import annotations

from msgspec import Struct


class Said(Struct, frozen=True, kw_only=True, gc=False):
    """A text as it is shown, with the language that it is really in (BCP 47)."""

    text: str
    language: str


class Text(Struct, frozen=True, kw_only=True, gc=False):
    """A text in one or more languages; the first is the one that the author wrote first."""

    versions: tuple[Said, ...]

    def in_language(self, language: str) -> Said:
        """Return the text in ``language``, or else as the author wrote it first."""
        for said in self.versions:
            if said.language == language:
                return said
        return self.versions[0]

    @property
    def first(self) -> str:
        """The text as the author wrote it first: right where the language does not matter, as in sorting."""
        return self.versions[0].text
