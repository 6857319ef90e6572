"""``--help`` in the language of who asks: Dutch, unless ``--lang`` or the machine says English."""

from __future__ import annotations

import inspect
import os
import re
import sys
from typing import TYPE_CHECKING

import click

from streekagenda.cli.refusals import DEFAULT_LANGUAGE, language_of, translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_EXTRA = re.compile(r"(?:^|  )\[(default: [^\]]*|required|[^\]]*<=?x[^\]]*)\]$")
"""What click itself adds behind the help of an option."""


def language_of_help(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language of ``--lang``, else the one of the machine (POSIX, "LANG"), else Dutch."""
    if any(one == "--lang" or one.startswith("--lang=") for one in arguments):
        return language_of(arguments)
    said = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if re.match(r"en(?:[_.@]|$)", said) else DEFAULT_LANGUAGE


class Help(click.HelpFormatter):
    """Writes help, each of its English sentences in another language."""

    def __init__(self, say: Callable[[str], str], width: int | None, max_width: int | None) -> None:
        """Take what says an English sentence, and click's widths."""
        super().__init__(width=width, max_width=max_width)
        self.say = say

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, args, prefix=f"{self.say('Usage:')} " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(self.say(heading))

    def write_text(self, text: str) -> None:
        """Write a text of more lines."""
        super().write_text(self.say(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names, and what each is for."""
        super().write_dl([(name, self._explained(text)) for name, text in rows], col_max, col_spacing)

    def _explained(self, text: str) -> str:
        found = _EXTRA.search(text)
        if found is None:
            return self.say(text) if text else ""  # a catalogue tells of itself where it is asked for nothing
        extra = found[1].replace("default:", self.say("default:")).replace("required", self.say("required"))
        said = text[: found.start()]
        return f"{self.say(said)}  [{extra}]" if said else f"[{extra}]"


class Speaking(click.Context):
    """The context of a command that is explained in the language of who asks."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return what writes the help."""
        say = translator(language_of_help(sys.argv[1:], os.environ))
        return Help(say, self.terminal_width, self.max_content_width)


def speaking(command: click.Command) -> click.Command:
    """Let a command, and those below it, be explained in the language of who asks."""
    command.context_class = Speaking
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        speaking(inner)
    return command


def explanations(command: click.Command) -> Iterator[str]:
    """Yield every English sentence that the help of a command and of those below it can hold."""
    if command.help:
        yield inspect.cleandoc(command.help)
        yield first_sentence(command)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            yield inspect.cleandoc(parameter.help)
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from explanations(inner)


def first_sentence(command: click.Command) -> str:
    """Return what a command does, in a list of commands."""
    text = " ".join(inspect.cleandoc(command.help or "").partition("\n\n")[0].split())
    return re.split(r"(?<=\.)\s", text, maxsplit=1)[0]


class Explained(click.Group):
    """A group whose help names every command with its whole first sentence."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- click's own signature
        """Write the commands; click would cut their sentences short before they are translated."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.sentences()))

    def sentences(self) -> Iterable[tuple[str, str]]:
        """Return every command that is not hidden, and its first sentence."""
        return [(name, first_sentence(command)) for name, command in self.commands.items() if not command.hidden]
