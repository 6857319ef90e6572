"""Texts as written become texts in languages, completed by the translations beside a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from streekagenda.content.bodies import body_fault
from streekagenda.content.nearest import nearest
from streekagenda.model.text import Said, Text

if TYPE_CHECKING:
    from streekagenda.content.declarations.event import TranslationFile
    from streekagenda.content.declarations.fields import WrittenText
    from streekagenda.content.findings import Findings
    from streekagenda.content.yaml_text import Path


class Translated(Struct, frozen=True, kw_only=True):
    """What a translation beside a file says."""

    file: TranslationFile
    body: str


class Languages(Struct, frozen=True, kw_only=True):
    """The languages of the region, and the translations beside one file, by language."""

    languages: tuple[str, ...]
    translations: Mapping[str, Translated] = field(default_factory=dict)

    def text(self, written: WrittenText | None, findings: Findings, path: Path) -> Text | None:
        """Return a text; the last key of ``path`` names the field that a translation may complete."""
        versions = self._versions(written, findings, path)
        name = str(path[-1])
        for language, translated in self.translations.items():
            said = getattr(translated.file, name, None) if len(path) == 1 else None
            if said and all(version.language != language for version in versions):
                versions.append(Said(text=said, language=language))
        return Text(versions=tuple(versions)) if versions else None

    def required(self, written: WrittenText, findings: Findings, path: Path) -> Text:
        """Return a text that is there for sure; empty only when an error was found."""
        return self.text(written, findings, path) or Text(versions=(Said(text="", language=self.languages[0]),))

    def body(self, body: str, description: WrittenText | None, findings: Findings) -> Text | None:
        """Return the Markdown of a file: its body or ``description``, and that of its translations."""
        if body.strip() and description is not None:
            findings.add("description-and-body", ("description",))
        for text in [description] if isinstance(description, str) else (description or {}).values():
            if fault := body_fault(text):
                findings.add_fault(fault, ("description",))
        versions = (
            self._versions(description, findings, ("description",))
            if description is not None
            else [Said(text=body.strip("\n"), language=self.languages[0])]
        )
        for language, translated in self.translations.items():
            said = translated.body.strip("\n") or translated.file.description
            if said and all(version.language != language for version in versions):
                versions.append(Said(text=said, language=language))
        versions = [version for version in versions if version.text.strip()]
        return Text(versions=tuple(versions)) if versions else None

    def _versions(self, written: WrittenText | None, findings: Findings, path: Path) -> list[Said]:
        if written is None:
            return []
        if isinstance(written, str):
            return [Said(text=written, language=self.languages[0])]
        for language in written:
            if language not in self.languages:
                near = nearest(language, self.languages)
                languages = ", ".join(self.languages)
                here = (*path, language)
                findings.add("unknown-language", here, at_key=True, language=language, known=languages, suggestion=near)
        ordered = sorted(written.items(), key=lambda item: (item[0] != self.languages[0], item[0]))
        return [Said(text=said, language=language) for language, said in ordered]
