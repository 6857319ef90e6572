"""What the command line says when it stops: in the language of ``--lang``, as all that it says to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MACHINE_FAILED = 3
"""The exit code where neither the content nor who asks is to blame."""
DEFAULT_LANGUAGE = "nl"
LANGUAGES = (DEFAULT_LANGUAGE, "en")
"""The languages in which the command line speaks."""


class Refused(click.UsageError):
    """Something that was asked for cannot be; the message is English, with its values by name."""

    def __init__(self, message: str, **values: object) -> None:
        """Keep the message apart from its values, so that it can be said in another language."""
        super().__init__(message % values)
        self.msgid = message
        self.values = values


def language_of(arguments: Sequence[str]) -> str:
    """Return the language that arguments ask for: what is wrong with them must be said before they are read."""
    asked = DEFAULT_LANGUAGE
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
        elif argument == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


def translator(language: str) -> Callable[[str], str]:
    """Return what says an English message in a language, with the words of the program itself."""
    return load(packaged(), only=(language,)).for_language(language).gettext


def told(error: click.ClickException, say: Callable[[str], str]) -> str:
    """Say what is wrong with what was asked for, and where the explanation is."""
    lines = [_message(error, say)]
    if isinstance(error, click.UsageError) and error.ctx is not None:
        lines.append(say("Explanation: %(command)s --help") % {"command": error.ctx.command_path})
    return "\n".join(lines)


def _message(error: click.ClickException, say: Callable[[str], str]) -> str:
    match error:
        case Refused():
            return say(error.msgid) % error.values
        case click.NoSuchOption():
            return _with_near(
                say("There is no option %(name)s.") % {"name": error.option_name}, error.possibilities, say
            )
        case click.exceptions.NoSuchCommand():
            said = say("There is no command %(name)s.") % {"name": error.command_name}
            return _with_near(said, error.possibilities, say)
        case click.MissingParameter():
            return say("%(name)s is missing.") % {"name": _name(error)}
        case click.BadParameter():
            return say("This cannot be at %(name)s: %(reason)s") % {"name": _name(error), "reason": _reason(error, say)}
        case _:
            return error.format_message()


def _with_near(said: str, near: Sequence[str] | None, say: Callable[[str], str]) -> str:
    return f"{said} {say('Do you mean %(near)s?') % {'near': ', '.join(near)}}" if near else said


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "?")
    return max(error.param.opts, key=len) if isinstance(error.param, click.Option) else error.param.human_readable_name


def _reason(error: click.BadParameter, say: Callable[[str], str]) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return say("choose from %(choices)s.") % {"choices": ", ".join(map(str, kind.choices))}
    if isinstance(kind, click.IntRange):
        return say("write a whole number from %(least)s to %(most)s.") % {"least": kind.min, "most": kind.max}
    return say(error.message)
