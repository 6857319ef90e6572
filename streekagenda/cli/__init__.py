"""The command line: commands become functions; prints; decides the exit code; the only error boundary.

Exit codes: 0 done; 1 the content has errors; 2 usage; 3 the machine failed.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

import click

from streekagenda import __version__
from streekagenda.cli.helping import Explained, Speaking, speaking
from streekagenda.cli.refusals import MACHINE_FAILED, language_of, translator
from streekagenda.formats.zones import take_locked_zones

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

_USAGE = 2
_WITHOUT_TEXTS = "Python was asked to leave out texts that the site needs. Leave out -OO, or PYTHONOPTIMIZE=2."
"""Descriptions of the content format are the documentation of its declarations."""

COMMANDS = {
    "build": "Build the site.",
    "check": "Say what is wrong with the content, or with the files PATHS alone, and how we read the dates in these.",
    "serve": "Show the site on this machine, and build it again whenever a file changes.",
    "when": "Say how PHRASE is understood, or what has to be asked.",
    "new": "Write a new file with comments, asking for what it needs; or from an issue, without asking.",
    "import": "Write activities from another calendar or a table as files: iCal, CSV, XLSX or a web page.",
    "pull": "Fetch the activities that organisations keep elsewhere; the next build shows them.",
    "forms": "Write the issue forms for GitHub, Forgejo, Gitea and GitLab, with the topics of the region.",
    "schema": "Write the JSON Schema of every kind of content file, by the names that they have on the site.",
}
"""Every command, in the order of the help, and the first sentence of its own help; its module has its name, but for those below."""


_ELSEWHERE = {"import": ("importing", "import_"), "pull": ("pulling", "pull")}
"""The modules of other names, and what the command is called there."""


class _Imported(Mapping[str, click.Command]):
    """The commands by name, each imported when it is asked for: what one needs would take the others half a second."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in COMMANDS:
            raise KeyError(name)
        module, attribute = _ELSEWHERE.get(name, (name, name))
        return speaking(getattr(import_module(f"{__name__}.{module}"), attribute))

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _BuildByDefault(Explained):
    """A group of commands in which no command means ``build``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in {"--help", "-h", "--version"}):
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def sentences(self) -> Iterable[tuple[str, str]]:
        """Return them without importing a command."""
        return COMMANDS.items()


@click.group(
    cls=_BuildByDefault,
    commands=_Imported(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="streekagenda")
def commands() -> None:
    """Markdown and YAML files become a website, calendar feeds, embeddable pages and data."""


commands.context_class = Speaking


def main() -> None:
    """Run the command line and leave with its exit code."""
    code = run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = MACHINE_FAILED
    # Python would take apart all that is there, piece by piece, which goes with the process anyway.
    os._exit(code)


def run() -> int:
    """Run the command line; return its exit code."""
    _open_streams()
    if sys.flags.optimize > 1:
        click.echo(translator(language_of(sys.argv[1:]))(_WITHOUT_TEXTS), err=True)
        return _USAGE
    take_locked_zones()
    # A build makes many small things that live to its end: looking for rubbish less often saves a tenth of its time.
    gc.set_threshold(100_000, 20, 100)
    # What else is installed does not decide how content is read, and looking for plugins takes as long as pydantic itself.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    for name in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, _leave)
    try:
        code = commands.main(standalone_mode=False)
    except (Exception, SystemExit) as error:  # noqa: BLE001 -- all that a command can end with
        from streekagenda.cli.endings import ended  # noqa: PLC0415 -- what most commands do not end with

        return ended(error)
    return code if isinstance(code, int) else 0


def _open_streams() -> None:
    """Have the three streams lead nowhere where they are closed: a file of the site would take their place."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # it takes the lowest number that is free
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 -- a stream, to the end
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 -- as above


def _leave(number: int, _: FrameType | None) -> None:
    """Leave as after Ctrl-C, so that an unfinished site is cleaned up."""
    sys.exit(128 + number)
