"""``serve``: the site on this machine, built again whenever a file changes."""

from __future__ import annotations

import errno
import signal
import time
import webbrowser
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from streekagenda import preparing
from streekagenda.cli.options import (
    content_option,
    lang_option,
    layouts_option,
    moment_of_build,
    now_option,
    remembering,
    settings_of,
)
from streekagenda.cli.refusals import MACHINE_FAILED
from streekagenda.cli.reports import text_report
from streekagenda.serving.notices import Speaker
from streekagenda.serving.preview import previewing
from streekagenda.serving.server import PortTaken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from streekagenda.builds import Settings
    from streekagenda.preparing import Before, Prepared
    from streekagenda.serving.preview import Outcome

FIRST_PORT = 8000
PORTS_TO_TRY = 20
PATIENCE = 3.0
"""Seconds after which something is said again while the calendar is read."""


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), help=f"Port to serve on [default: the first free one from {FIRST_PORT}]."
)
@click.option("--open", "browse", is_flag=True, help="Open the site in a browser.")
@content_option
@layouts_option
@now_option
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@lang_option
def serve(
    *, port: int | None, browse: bool, content: Path, layouts: Path, now: datetime | None, drafts: bool, lang: str
) -> int:
    """Show the site on this machine, and build it again whenever a file changes. Ctrl-C stops it."""
    settings = remembering(settings_of(content=content, layouts=layouts, now=now, drafts=drafts))
    terminal = _Terminal(content=content, speaker=Speaker.of(layouts, lang))
    ports = range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY) if port is None else [port]
    preview_of = previewing(
        settings,
        ports=ports,
        clock=lambda: moment_of_build(now),
        tell=terminal.tell,
        tell_unwatched=terminal.tell_unwatched,
        prepare=terminal.prepare,
        language=lang,
    )
    with _termination_as_interrupt():
        try:
            with preview_of as preview:
                preview.rebuild()
                click.echo(terminal.speaker.gettext("Press Ctrl-C to stop."), err=True)
                if browse:
                    webbrowser.open(preview.address)
                preview.watch()
        except PortTaken as taken:
            click.echo(terminal.port_taken(taken), err=True)
            return MACHINE_FAILED
        except KeyboardInterrupt:
            click.echo(f"\n{terminal.speaker.gettext('Stopped.')}", err=True)
    return 0


class _Terminal(Struct, frozen=True, kw_only=True):
    """Says on the terminal what came of each build."""

    content: Path
    speaker: Speaker

    def prepare(self, settings: Settings, before: Before | None) -> Prepared:
        if before is not None:
            return preparing.prepare(settings, before)
        click.echo(f"{self.speaker.gettext('Reading the calendar')} …", err=True)
        with self._saying_how_long():
            return preparing.prepare(settings, before)

    @contextmanager
    def _saying_how_long(self) -> Iterator[None]:
        """Say now and then how long something takes already: of 20,000 events reading takes a while."""
        done, began = Event(), time.monotonic()

        def say() -> None:
            while not done.wait(PATIENCE):
                seconds = round(time.monotonic() - began)
                click.echo(self.speaker.ngettext("%(n)s second …", "%(n)s seconds …", seconds), err=True)

        thread = Thread(target=say, daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def tell(self, outcome: Outcome) -> None:
        for path in outcome.changed:
            click.echo(path, err=True)
        if outcome.prepared is None:
            click.echo(outcome.failure, err=True)
            click.echo(self.speaker.gettext("The build failed. Mend the file, and it is tried again."), err=True)
        else:
            words, language = outcome.speaker.translations, self.speaker.language
            for line in text_report(outcome.prepared.diagnostics, self.content, words, language):
                click.echo(line, err=True)
            click.echo(self._summary(outcome, outcome.prepared), err=True)

    def tell_unwatched(self, reason: OSError) -> None:
        message = self.speaker.gettext(
            "The system does not tell which files change (%(reason)s). They are looked at again and again: a change shows after"
            " some seconds."
        )
        click.echo(message % {"reason": reason.strerror}, err=True)

    def port_taken(self, taken: PortTaken) -> str:
        """Say that a port cannot be had, and what to do."""
        speaker = self.speaker
        if taken.reason.errno == errno.EADDRINUSE:
            problem = speaker.gettext("Port %(port)s is in use by another program.") % {"port": taken.port}
        else:
            reason = taken.reason.strerror
            problem = speaker.gettext("Port %(port)s cannot be used: %(reason)s.") % {
                "port": taken.port,
                "reason": reason,
            }
        return f"{problem} {speaker.gettext('Choose another one with --port, or leave --port out.')}"

    def _summary(self, outcome: Outcome, prepared: Prepared) -> str:
        said = [outcome.speaker.count(prepared)] if prepared.diagnostics else []
        said.append(
            self.speaker.gettext("there is no new site")
            if prepared.site is None
            else f"{outcome.seconds * 1000:.0f} ms"
        )
        return f"{outcome.address}  {'; '.join(one for one in said if one)}"


@contextmanager
def _termination_as_interrupt() -> Iterator[None]:
    """Treat SIGTERM as Ctrl-C, so that temporary files go then too."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
