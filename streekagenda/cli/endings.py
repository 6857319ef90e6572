"""What is said where a command does not end as it should, and the exit code that it leaves with."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from streekagenda.cli.refusals import MACHINE_FAILED, language_of, told, translator
from streekagenda.cli.reports.printable import printable
from streekagenda.formats.ical_rules import BrokenFeed
from streekagenda.output import SiteBusy, Standing, UnsafeOutput, how_it_stands
from streekagenda.rendering.layouts import BrokenLayout

if TYPE_CHECKING:
    from collections.abc import Callable

_EXPECTED = (
    click.exceptions.Abort,
    click.ClickException,
    UnsafeOutput,
    BrokenFeed,
    BrokenLayout,
    MemoryError,
    OSError,
    SiteBusy,
)
_SIGNALS = 128
"""What shells add to the number of the signal that ended a program."""


def ended(error: BaseException) -> int:
    """Say why a command ended; return the exit code."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            error.show()
            return error.exit_code
        case SystemExit(code=int() as code) if code > _SIGNALS:
            _say_last(error)
            return code
        case SystemExit():
            return MACHINE_FAILED  # so click leaves when who was to read us has gone
        case _ if isinstance(error, _EXPECTED):
            return _say_last(error)
    import traceback  # noqa: PLC0415 -- for a mistake of ours alone, of which the traceback is wanted

    traceback.print_exception(error)
    return MACHINE_FAILED


def _say_last(error: BaseException) -> int:
    """Say of an error what is to be said, where anybody hears it; return the exit code."""
    message, code = last_words(error, translator(language_of(sys.argv[1:])))
    with suppress(OSError):  # a full disk may be where we were to write this
        click.echo(message, err=True)
    return code


def last_words(error: BaseException, say: Callable[[str], str]) -> tuple[str, int]:
    """Return what is said of an error, without a traceback, and the exit code."""
    site = say(
        {
            Standing.OLD: "The site stands as it was.",
            Standing.PARTLY: "The site is partly new: make it again, and the rest becomes new too.",
            Standing.NEW: "The new site stands there already.",
        }[how_it_stands(error)]
    )
    match error:
        case click.exceptions.Abort() | SystemExit():
            return f"{say('Stopped.')} {site}", 130
        case click.ClickException():
            return told(error, say), error.exit_code
        case UnsafeOutput():
            return f"streekagenda: {_of_the_site(error, say)}.", 2
        case BrokenFeed():
            return f"streekagenda: {error}. {say('This is a mistake in the program.')} {site}", MACHINE_FAILED
        case BrokenLayout():
            return f"{say('There is a mistake in a layout:')} {error}. {site}", 2
        case OSError() if error.strerror:
            where = f": {printable(str(error.filename))}" if error.filename else ""
            return f"streekagenda: {error.strerror}{where}. {site}", MACHINE_FAILED
        case MemoryError():
            return f"streekagenda: {os.strerror(errno.ENOMEM)}. {site}", MACHINE_FAILED
        case _:
            said = _of_the_site(error, say) if isinstance(error, SiteBusy) else say(str(error) or type(error).__name__)
            return f"streekagenda: {said}. {site}", MACHINE_FAILED


def _of_the_site(error: UnsafeOutput | SiteBusy, say: Callable[[str], str]) -> str:
    """Say why a folder cannot become the site, or not now."""
    folder = printable(str(error.given))
    if isinstance(error, SiteBusy):
        said = say("another build is writing “%(folder)s”; waited %(seconds)s seconds for it")
        return said % {"folder": folder, "seconds": f"{error.wait:g}"}
    reason = say(error.reason) % {name: printable(value) for name, value in error.values.items()}
    return say("output folder “%(folder)s” %(reason)s") % {"folder": folder, "reason": reason}
