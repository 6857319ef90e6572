"""What the preview says about a build, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.diagnostics import Severity
from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import Translations, load
from streekagenda.serving.shown import Note, Notice

if TYPE_CHECKING:
    from pathlib import Path

    from streekagenda.diagnostics import Diagnostic
    from streekagenda.preparing import Prepared

MOST = 50
"""Notes in the bar of a page; all are in the terminal."""


class Speaker(Struct, frozen=True, kw_only=True):
    """Says what came of a build in one language."""

    translations: Translations
    language: str

    @classmethod
    def of(cls, layouts: Path, language: str) -> Speaker:
        """Return a speaker with the words of some layouts; while those are broken, with the program's own."""
        try:
            words = load(layouts)
        except Exception:  # noqa: BLE001 -- a catalogue that is half written; the build will say so
            words = load(packaged())
        return cls(translations=words, language=language)

    def gettext(self, message: str) -> str:
        """Translate an English message."""
        return self.translations.for_language(self.language).gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Translate by number, and fill in ``%(n)s``."""
        return self.translations.for_language(self.language).ngettext(singular, plural, n) % {"n": n}

    def being_built(self) -> str:
        """Return what a page says before the first build."""
        return self.gettext("The site is being built. This page will show it by itself.")

    def nothing_yet(self) -> str:
        """Return what a page says when no build made a site."""
        return self.gettext("There is no site to show yet. This page will show it as soon as there is one.")

    def page_failed(self) -> str:
        """Return what a page says that could not be made."""
        return self.gettext("This page could not be made. It is tried again as soon as a file changes.")

    def count(self, prepared: Prepared) -> str:
        """Say how many mistakes and warnings there are; nothing when there are none."""
        errors = sum(one.severity is Severity.ERROR for one in prepared.diagnostics)
        warnings = sum(one.severity is Severity.WARNING for one in prepared.diagnostics)
        said = [self.ngettext("%(n)s mistake", "%(n)s mistakes", errors)] if errors else []
        said += [self.ngettext("%(n)s warning", "%(n)s warnings", warnings)] if warnings else []
        return ", ".join(said)

    def notice(self, prepared: Prepared | None, failure: str, content: Path, *, shown_before: bool) -> Notice | None:
        """Return what the bar says; ``None`` when all is well, or only advice was given."""
        if prepared is None:
            return Notice(title=self._old_site(shown_before), detail=failure.strip().rpartition("\n")[2])
        said = [one for one in prepared.diagnostics if one.severity is not Severity.ADVICE]
        if not said:
            return None
        title = self.count(prepared)
        if prepared.site is None:
            title = f"{title}. {self._old_site(shown_before)}"
        elif any(one.severity is Severity.ERROR for one in said):
            title = f"{title}. " + self.gettext("Files with a mistake are not on the site.")
        return Notice(title=title, notes=tuple(self._note(one, content) for one in said[:MOST]))

    def _old_site(self, shown_before: bool) -> str:
        if shown_before:
            return self.gettext("The site could not be built anew. This is the last one that could.")
        return self.gettext("The site could not be built.")

    def _note(self, found: Diagnostic, content: Path) -> Note:
        place = found.location
        labels = {Severity.ERROR: self.gettext("mistake"), Severity.WARNING: self.gettext("warning")}
        return Note(
            where=f"{content.name}/{place.path}:{place.line}:{place.column}",
            label=labels.get(found.severity, found.severity.value),
            text=self.translations.say(found, self.language),
            suggestion=found.suggestion,
        )
