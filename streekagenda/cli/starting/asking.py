"""Asking on a terminal, one question at a time; where nobody answers, a missing answer is a usage error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from streekagenda.diagnostics import Diagnostic
    from streekagenda.rendering.translations import Translations

    Check = Callable[[str], Sequence[Diagnostic]]
    """Returns what is wrong with an answer."""


BACK = "<"
"""What is typed to go back one question."""


class Back(Exception):
    """Somebody wants to go back to the question before this one."""


class Asker(Struct, frozen=True, kw_only=True):
    """Asks in one language. To go back, all is asked again, and answered as before but for the last answer."""

    translations: Translations
    language: str
    answered: bool
    """Whether there is somebody who answers."""
    answers: list[str] = field(default_factory=list)
    """Every answer that was accepted, in their order."""
    before: list[str] = field(default_factory=list)
    """Answers that were given before: the next questions are not asked, but answered with these."""

    def go_back(self) -> None:
        """Take the last answer back: the next time all but that one are given again."""
        self.before[:] = self.answers[:-1]
        self.answers.clear()

    def gettext(self, message: str) -> str:
        """Translate an English message."""
        return self.translations.for_language(self.language).gettext(message)

    def say(self, text: str = "") -> None:
        """Say something that is no question; what was said before is not said again."""
        if not self.before:
            click.echo(text, err=True)

    def _answer(self, prompt: str, default: str, *, suffix: str = " ", show: bool = True) -> str:
        """Return what is typed, or what was answered before."""
        if self.before:
            return self.before.pop(0)
        answer = str(click.prompt(prompt, default=default, show_default=show, prompt_suffix=suffix, err=True))
        if answer.strip() == BACK:
            raise Back
        return answer

    def line(self, question: str, *, required: bool, default: str = "", check: Check | None = None) -> str:
        """Ask for a line of text until it is right; empty when it is not required and was passed over."""
        self.say()
        hint = self.gettext("(Enter: as proposed)") if default else "" if required else self.gettext("(Enter: skip)")
        self.say(f"{question} {hint}".rstrip())
        while True:
            answer = _clean(self._answer(">", default, show=bool(default)))
            if not answer:
                if not required:
                    self.answers.append("")
                    return ""
                self.say(self.gettext("This cannot be left out."))
                continue
            mistakes = check(answer) if check else ()
            if not mistakes:
                self.answers.append(answer)
                return answer
            proposal = self.explain(mistakes)
            if proposal:
                self.say(self.gettext("Press Enter to take that over."))
            default = proposal or default

    def yes(self, question: str, *, default: bool) -> bool:
        """Ask something that is answered by yes or no."""
        yes, no = self.gettext("yes"), self.gettext("no")
        self.say()
        self.say(question)
        while True:
            answer = self._answer(f"{yes}/{no}", yes if default else no, suffix=" > ")
            said = answer.strip().casefold()
            if said and (yes.startswith(said) or no.startswith(said)):
                self.answers.append(said)
                return yes.startswith(said)
            self.say(self.gettext("Answer yes or no."))

    def explain(self, mistakes: Sequence[Diagnostic]) -> str:
        """Say what is wrong, and return what would be right where that is known and fits on a line."""
        for mistake in mistakes:
            self.say(self.translations.say(mistake, self.language))
            if mistake.suggestion and "\n" in mistake.suggestion:
                self.say(_indented(mistake.suggestion))
        proposals = [one.suggestion for one in mistakes if one.suggestion and "\n" not in one.suggestion]
        return proposals[0] if len(mistakes) == 1 and proposals else ""

    def refuse(self, option: str, mistakes: Sequence[Diagnostic]) -> click.UsageError:
        """Return the usage error that says what is wrong with the value of an option."""
        said = " ".join(self._with_suggestion(mistake) for mistake in mistakes)
        return click.UsageError(f"{option}: {said}")

    def missing(self, option: str) -> click.UsageError:
        """Return the usage error that names an option which cannot be left out."""
        return click.UsageError(self.gettext("Give %(option)s: it cannot be left out.") % {"option": option})

    def _with_suggestion(self, mistake: Diagnostic) -> str:
        said = self.translations.say(mistake, self.language)
        if mistake.suggestion and "\n" in mistake.suggestion:
            return f"{said}\n{_indented(mistake.suggestion)}"
        return f"{said} → {mistake.suggestion}" if mistake.suggestion else said


def _indented(lines: str) -> str:
    """Return a suggestion of several lines, such as a file, apart from the words around it."""
    return "\n".join(f"    {line}".rstrip() for line in lines.splitlines())


def _clean(answer: str) -> str:
    """Return one line of valid Unicode: a terminal may pass on halves of characters."""
    return " ".join(answer.encode("utf-8", "replace").decode("utf-8").split())
