"""What every form of a report is made from."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.cli.reports.printable import printable
from streekagenda.cli.reports.source_lines import SourceLines
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from gettext import NullTranslations

    from streekagenda.diagnostics import Diagnostic
    from streekagenda.rendering.translations import Translations


class Report(Struct, frozen=True, kw_only=True, dict=True):
    """The diagnostics, in the order in which they are said, and what is needed to say them."""

    diagnostics: tuple[Diagnostic, ...]
    content: Path
    """The folder of the content, as it was given."""
    translations: Translations
    language: str
    root: Path = Path()
    """The folder of the repository, from which forges see a path: where the command runs."""
    colour: bool = False

    @cached_property
    def _sources(self) -> SourceLines:
        return SourceLines(content=self.content)

    @cached_property
    def _folder(self) -> str:
        return (self.content / "x").as_posix().removesuffix("x")

    @cached_property
    def _severities(self) -> dict[Severity, str]:
        return {one: self.words.pgettext("severity", one.value) for one in Severity}

    @property
    def words(self) -> NullTranslations:
        """The catalogue of the report's language."""
        return self.translations.for_language(self.language)

    def worst(self, most: int) -> tuple[Diagnostic, ...]:
        """Return so many diagnostics in their order; where there are more, those of the least severity are left out."""
        ranks = {severity: rank for rank, severity in enumerate(Severity)}
        by_severity = sorted(enumerate(self.diagnostics), key=lambda item: (ranks[item[1].severity], item[0]))
        return tuple(found for _, found in sorted(by_severity[:most], key=lambda item: item[0]))

    def say(self, found: Diagnostic) -> str:
        """Return the message of a diagnostic on one line that is safe to print."""
        return printable(self.translations.say(found, self.language))

    def say_with_correction(self, found: Diagnostic) -> str:
        """Return the message with what to write instead, where that is one line: for who sees no more than this."""
        corrected = (self.corrected(found) or "").strip()
        return self.say(found) + (f" → {printable(corrected)}" if corrected and "\n" not in corrected else "")

    def severity(self, found: Diagnostic) -> str:
        """Return how bad it is, in a word."""
        return self._severities[found.severity]

    def file(self, found: Diagnostic) -> str:
        """Return the path of the file as the content folder was given."""
        return self._folder + found.location.path

    def file_in_repository(self, found: Diagnostic) -> str:
        """Return the path of the file as :meth:`in_repository` does."""
        return self.in_repository(found.location.path)

    def in_repository(self, path: str) -> str:
        """Return a path below the content folder from the root, or from the folder itself where it lies elsewhere.

        What is posted to a forge names nothing of the machine beside the repository.
        """
        file = Path(os.path.abspath(self.content / path))  # noqa: PTH100 -- links stay as they are named
        root = Path(os.path.abspath(self.root))  # noqa: PTH100
        return file.relative_to(root).as_posix() if file.is_relative_to(root) else path

    def line(self, found: Diagnostic) -> str | None:
        """Return the line of the file that a diagnostic is about, or ``None`` where it has nothing to show."""
        return self._sources.line(found.location)

    def corrected(self, found: Diagnostic) -> str | None:
        """Return what to write instead: the whole line where that is known, else the suggestion."""
        return found.suggestion if (line := self.corrected_line(found)) is None else line

    def corrected_line(self, found: Diagnostic) -> str | None:
        """Return the line as it becomes, or ``None`` where it is not known what of it is to be replaced."""
        line = self.line(found)
        if line is None or found.correction is None or found.correction.end > len(line) + 1:
            return None
        return found.correction.of(line)

    def marked(self, found: Diagnostic) -> tuple[int, int]:
        """Return the columns of what is wrong, from the first to behind the last; twice the same where only that is known."""
        column, correction = found.location.column, found.correction
        return (column, correction.end if correction and correction.start == column else column)

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics are so bad."""
        return sum(one.severity is severity for one in self.diagnostics)

    def summary(self) -> str:
        """Say in one sentence how much was found."""
        if not self.diagnostics:
            return self.words.gettext("No mistakes were found.")
        counts = list(self._counts())
        last = self.words.gettext("%(first)s and %(last)s")
        said = counts[0] if len(counts) == 1 else last % {"first": ", ".join(counts[:-1]), "last": counts[-1]}
        files = len({one.location.path for one in self.diagnostics})
        in_files = self.words.ngettext("%(counts)s in %(n)s file.", "%(counts)s in %(n)s files.", files)
        return in_files % {"counts": said, "n": files}

    def _counts(self) -> Iterator[str]:
        say = self.words.ngettext
        errors, warnings, tips = (self.count(severity) for severity in Severity)
        if errors:
            yield say("%(n)s mistake", "%(n)s mistakes", errors) % {"n": errors}
        if warnings:
            yield say("%(n)s warning", "%(n)s warnings", warnings) % {"n": warnings}
        if tips:
            yield say("%(n)s tip", "%(n)s tips", tips) % {"n": tips}
