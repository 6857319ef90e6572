"""The preview: holds the calendar in memory, makes a page when it is asked for, and reads again what changed."""

from __future__ import annotations

import gc
import os
import secrets
import time
import traceback
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda import preparing, publications
from streekagenda.content.pulled import FOLDER as PULLED
from streekagenda.preparing import Before
from streekagenda.serving.base_path import base_path
from streekagenda.serving.notices import Speaker
from streekagenda.serving.reload import Channel
from streekagenda.serving.server import LOOPBACK, serving
from streekagenda.serving.shown import Shown
from streekagenda.serving.watching import EVERY, SHARE, Look, differences, looking, scan, scan_again, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from streekagenda.builds import Settings
    from streekagenda.preparing import Prepared
    from streekagenda.publications.site import Site
    from streekagenda.serving.shown import Files

    Prepare = Callable[[Settings, Before | None], Prepared]

REGION = "region.yaml"
LONG = 0.05
"""Seconds that pages may have to wait while memory is freed."""


class Outcome(Struct, frozen=True, kw_only=True):
    """What came of one build, for the terminal."""

    address: str
    """Where to look at it."""
    prepared: Prepared | None
    """``None`` when it raised."""
    failure: str
    """The traceback, when it raised; else empty."""
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
        prepare: Prepare,
        tell: Callable[[Outcome], None],
        tell_unwatched: Callable[[OSError], None],
    ) -> None:
        """Prepare by ``settings``, at the moment that ``clock`` gives."""
        self.settings = settings
        self.channel = channel
        self.port = port
        self.clock = clock
        self.prepare = prepare
        self.last: Prepared | None = None
        self.speaker: Speaker | None = None
        self.since: set[str] = set()
        """The files that changed since the last that became a site."""
        self.tell = tell
        self.tell_unwatched = tell_unwatched
        self.run = secrets.token_hex(4)
        self.builds = 0
        self.folders = (settings.content, settings.layouts, settings.content / PULLED)
        self.traces = scan(self.folders)
        self.look = Look()
        self.stopped = Event()

    @property
    def address(self) -> str:
        """Where the preview can be looked at."""
        return f"http://{LOOPBACK}:{self.port}{self.channel.shown.base}"

    def rebuild(self, changed: tuple[str, ...] = ()) -> None:
        """Prepare the site anew, show what came of it, and tell the terminal; ``changed`` is all that did since the last time."""
        self.since.update(changed)
        shown = self.channel.shown
        base = (
            base_path(self.settings.content) if self._may_differ(self.settings.content / REGION) else None
        ) or shown.base
        settings = replace(self.settings, now=self.clock(), base_url=f"http://{LOOPBACK}:{self.port}{base}")
        if self.speaker is None or self._may_differ(settings.layouts):
            self.speaker = Speaker.of(settings.layouts, shown.language)
        speaker = self.speaker
        began = time.monotonic()
        prepared, files, failure = self._attempt(settings, self._before())
        seconds = time.monotonic() - began
        self._show(shown, base, prepared, files, failure, speaker)
        self.tell(
            Outcome(
                address=self.address,
                prepared=prepared,
                failure=failure,
                seconds=seconds,
                changed=changed,
                speaker=speaker,
            )
        )

    def _may_differ(self, path: Path) -> bool:
        """Whether a file, or one of a folder, is perhaps not as it was when the last site was made."""
        return self.last is None or any(one == str(path) or one.startswith(f"{path}{os.sep}") for one in self.since)

    def _attempt(self, settings: Settings, before: Before | None) -> tuple[Prepared | None, Files | None, str]:
        try:
            found = self.prepare(settings, before)
            if found.site and not (before and before.layouts):
                found.site.renderer.compile()  # a page that nobody looks at now may have a mistake in its template
            files = publications.catalogue(found.site) if found.site else None
        except Exception:  # noqa: BLE001 -- a preview outlives what a build does not: a template that is half written
            return None, None, traceback.format_exc()
        return found, files, ""

    def _before(self) -> Before | None:
        if self.last is None:
            return None
        content = f"{self.settings.content}{os.sep}"
        return Before(
            prepared=self.last,
            changed=frozenset(path.removeprefix(content) for path in self.since if path.startswith(content)),
            layouts=not self._may_differ(self.settings.layouts),
        )

    def watch(self) -> None:
        """Build again whenever a file changed, until :meth:`stop` is called."""
        pause, idle = EVERY, True
        with looking((self.settings.content, self.settings.layouts), self.look) as failure, _collecting() as collect:
            if failure:
                self.tell_unwatched(failure)
            while not self.stopped.is_set():
                told = self.look.taken() if self.look.wait(pause) else None
                if self.stopped.is_set():
                    break
                before, began = self.traces, time.monotonic()
                seen = scan_again(self.folders, before, told)
                if told is None:
                    pause = max(EVERY, SHARE * (time.monotonic() - began))
                if seen != before:
                    self.traces = settled(self.folders, before, seen, self.look)
                    self.rebuild(differences(before, self.traces))
                    idle = False
                elif told is None and not idle:  # nobody saves anything now
                    collect()
                    idle = True

    def stop(self) -> None:
        """Leave :meth:`watch`."""
        self.stopped.set()
        self.look.set()

    def _show(
        self, before: Shown, base: str, prepared: Prepared | None, files: Files | None, failure: str, speaker: Speaker
    ) -> None:
        """Show the new site, or else the last one, with what is to be said about it."""
        site = prepared.site if prepared else None
        was = self.last.site if self.last else None
        same = site is None or (was is not None and _alike(site, was))
        shown = Shown(
            base=base if site else before.base,
            version=before.version,
            language=before.language,
            files=files if site else before.files,
            notice=speaker.notice(prepared, failure, self.settings.content, shown_before=before.files is not None),
            nothing_yet=speaker.nothing_yet(),
            page_failed=speaker.page_failed(),
        )
        if not same or replace(shown, files=before.files) != before:
            self.builds += 1
            shown = replace(shown, version=f"{self.run}-{self.builds}")
        self.channel.show(shown)
        if site:
            self.last = prepared
            self.since.clear()
        if site and was:
            was.found.clear()  # what it found refers to it in turn: the memory of one that nobody sees would stay in use


def _alike(one: Site, other: Site) -> bool:
    """Whether two sites of one moment are made of the same."""
    return (
        one.calendar == other.calendar
        and one.renderer is other.renderer
        and one.recent == other.recent
        and one.media == other.media
        and one.today == other.today
    )


@contextmanager
def _collecting() -> Iterator[Callable[[], None]]:
    """Give what frees the memory of sites that nobody sees any more.

    Python seldom looks for it, and of 20,000 events a look at everything takes two seconds, in which no page is served. So
    what there is now is set apart, and looked at is what was made since; when that is much, it is set apart too.
    """
    gc.freeze()

    def collect() -> None:
        began = time.thread_time()
        gc.collect()
        if time.thread_time() - began > LONG:
            gc.freeze()

    try:
        yield collect
    finally:
        gc.unfreeze()


@contextmanager
def previewing(
    settings: Settings,
    *,
    ports: Sequence[int],
    clock: Callable[[], datetime],
    tell: Callable[[Outcome], None],
    tell_unwatched: Callable[[OSError], None] = lambda _: None,
    prepare: Prepare = preparing.prepare,
    language: str = "nl",
) -> Iterator[Preview]:
    """Give a preview that is served already; nothing is prepared yet, and nothing is ever written.

    Args:
        settings: What to build from; its moment and address are replaced.
        ports: Of these the first that is free is taken; 0 is any.
        clock: The moment of a build.
        tell: Called after each build.
        tell_unwatched: Called where the system cannot watch the files, with the reason; they are looked at again and again.
        prepare: Reads and validates; what it raises is shown and said, and the preview goes on.
        language: Of the words around a page.

    Raises:
        PortTaken: none of the ports can be had.
    """
    speaker = Speaker.of(settings.layouts, language)
    base = base_path(settings.content) or "/"
    channel = Channel(Shown(base=base, version="", language=language, nothing_yet=speaker.being_built()))
    with serving(channel, ports) as port:
        yield Preview(
            settings, channel, port=port, clock=clock, prepare=prepare, tell=tell, tell_unwatched=tell_unwatched
        )
