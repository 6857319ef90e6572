"""The preview: builds into a folder of its own, shows what came of it, and builds again when a file changes."""

from __future__ import annotations

import secrets
import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING

from streekagenda import pipeline
from streekagenda.serving.base_path import base_path
from streekagenda.serving.notices import Speaker
from streekagenda.serving.reload import Channel
from streekagenda.serving.server import LOOPBACK, serving
from streekagenda.serving.shown import Shown, files_below
from streekagenda.serving.watching import EVERY, differences, looking, scan, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from streekagenda.builds import Built, Settings


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of one build, for the terminal."""

    address: str
    """Where to look at it."""
    built: Built | None
    """``None`` when the build raised."""
    failure: str
    """The traceback, when the build raised; else empty."""
    seconds: float
    changed: tuple[str, ...]
    """The files whose change was the reason; none for the first build."""
    speaker: Speaker


class Preview:
    """One preview; made by :func:`previewing`."""

    def __init__(
        self,
        settings: Settings,
        channel: Channel,
        *,
        port: int,
        clock: Callable[[], datetime],
        build: Callable[[Settings], Built],
        tell: Callable[[Outcome], None],
    ) -> None:
        """Build by ``settings``, which name the folder of the preview, at the moment that ``clock`` gives."""
        self.settings = settings
        self.channel = channel
        self.port = port
        self.clock = clock
        self.build = build
        self.tell = tell
        self.run = secrets.token_hex(4)
        self.builds = 0
        self.folders = (settings.content, settings.layouts)
        self.traces = scan(self.folders)
        self.look = Event()
        self.stopped = Event()

    @property
    def address(self) -> str:
        """Where the preview can be looked at."""
        return f"http://{LOOPBACK}:{self.port}{self.channel.shown.base}"

    def rebuild(self, changed: tuple[str, ...] = ()) -> None:
        """Build, show what came of it, and tell the terminal."""
        before = self.channel.shown
        base = base_path(self.settings.content) or before.base
        settings = replace(self.settings, now=self.clock(), base_url=f"http://{LOOPBACK}:{self.port}{base}")
        speaker = Speaker.of(settings.layouts, before.language)
        began = time.monotonic()
        built, failure = _attempt(self.build, settings)
        seconds = time.monotonic() - began
        self._show(before, base, built, failure, speaker)
        self.tell(
            Outcome(
                address=self.address, built=built, failure=failure, seconds=seconds, changed=changed, speaker=speaker
            )
        )

    def watch(self) -> None:
        """Build again whenever a file changed, until :meth:`stop` is called."""
        with looking(self.folders, self.look):
            while not self.stopped.is_set():
                self.look.wait(EVERY)
                self.look.clear()
                if scan(self.folders) == self.traces or self.stopped.is_set():
                    continue
                before, self.traces = self.traces, settled(self.folders)
                self.rebuild(differences(before, self.traces))

    def stop(self) -> None:
        """Leave :meth:`watch`."""
        self.stopped.set()
        self.look.set()

    def _show(self, before: Shown, base: str, built: Built | None, failure: str, speaker: Speaker) -> None:
        """Show the new site, or else the last one, with what is to be said about it."""
        published = built.published if built else None
        files = files_below(self.settings.output) if published else before.files
        shown = Shown(
            base=base if published else before.base,
            version="",
            language=before.language,
            files=files,
            notice=speaker.notice(built, failure, self.settings.content, shown_before=bool(before.files)),
            nothing_yet=speaker.nothing_yet(),
        )
        touched = bool(published and (published.written or published.removed))
        if touched or replace(shown, version=before.version) != before:
            self.builds += 1
            self.channel.show(replace(shown, version=f"{self.run}-{self.builds}"))


@contextmanager
def previewing(
    settings: Settings,
    *,
    ports: Sequence[int],
    clock: Callable[[], datetime],
    tell: Callable[[Outcome], None],
    build: Callable[[Settings], Built] = pipeline.build,
    language: str = "nl",
) -> Iterator[Preview]:
    """Give a preview that is served already; nothing is built yet, and ``settings.output`` is not written to.

    Args:
        settings: What to build from; its output, moment and address are replaced.
        ports: Of these the first that is free is taken; 0 is any.
        clock: The moment of a build.
        tell: Called after each build.
        build: Makes the site; what it raises is shown and said, and the preview goes on.
        language: Of the words around a page.

    Raises:
        PortTaken: none of the ports can be had.
        OSError: there is no room for temporary files.
    """
    speaker = Speaker.of(settings.layouts, language)
    base = base_path(settings.content) or "/"
    channel = Channel(Shown(base=base, version="", language=language, nothing_yet=speaker.being_built()))
    with TemporaryDirectory(prefix="streekagenda-") as folder, serving(channel, ports) as port:
        # One process: a fork beside the threads of the server might wait for ever for a lock that one of them held.
        own = replace(settings, output=Path(folder) / "site", strict=False, jobs=1)
        yield Preview(own, channel, port=port, clock=clock, build=build, tell=tell)


def _attempt(build: Callable[[Settings], Built], settings: Settings) -> tuple[Built | None, str]:
    try:
        return build(settings), ""
    except Exception:  # noqa: BLE001 -- a preview outlives what a build does not: a template that is half written
        return None, traceback.format_exc()
