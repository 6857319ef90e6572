"""Outputs become the site, in one step."""

import errno
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from streekagenda.output.destination import (
    MARKER,
    MARKER_TEXT,
    Destination,
    find_destination,
    identity,
    refuse_strangers,
)
from streekagenda.output.durability import flush
from streekagenda.output.exchange import put_in_place
from streekagenda.output.in_place import replace_files
from streekagenda.output.lock import alone
from streekagenda.output.new_site import NewSite
from streekagenda.output.old_site import is_unchanged, read_old_site
from streekagenda.output.outputs import Output, ready
from streekagenda.output.site_paths import SitePaths, as_utf8, spelled
from streekagenda.output.standing import Standing, standing
from streekagenda.output.work_folder import remove_leftovers


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What a publication did, in numbers of files."""

    written: int
    unchanged: int
    removed: int


def publish(
    outputs: Iterable[Output],
    folder: Path,
    *,
    removed: Collection[str] | None = None,
    protected: Sequence[Path] = (),
    wait: float = 60.0,
    progress: Callable[[int], None] | None = None,
    done: Callable[[Published], None] | None = None,
) -> Published:
    """Make ``folder`` hold exactly these outputs. A reader, a kill or a power cut finds the old site or the new one.

    What did not change keeps its mtime; where nothing did, nothing is touched. ``outputs`` are taken one by one and
    none is kept. What is raised, by them also, says how the site stands then (``Standing``): as it was, unless it comes
    after the exchange; but see ``in_place`` for folders that cannot be exchanged.

    Args:
        outputs: In any order. They are taken while nobody else can write the site: who wants to look at it first, and
            to raise where it is not what he thinks, does so in their iterator.
        folder: Made when it is not there; else empty, or made by an earlier publication.
        removed: Paths of files that are to go, where all others stay that no output names. ``None``: all others go.
        protected: Folders that the site may not be, hold or lie in, such as its sources.
        wait: How long to wait for another build that writes the same site, in seconds.
        progress: Called after each output with the number of outputs so far.
        done: Called at the end, while nobody else can write the site.

    Raises:
        UnsafeOutput: ``folder`` is not ours to replace.
        SiteBusy: another build is writing it.
        ValueError: two outputs are in each other's way, or a path is unclean; a bug of ours.
        OSError: from the machine, unchanged.
    """
    destination = find_destination(folder, protected)
    destination.workplace.mkdir(parents=True, exist_ok=True)
    before: tuple[int, int] | None = None
    begun = False
    try:
        with alone(destination, wait=wait):
            remove_leftovers(destination)
            before, begun = identity(destination.site), True
            new = NewSite(destination)
            try:
                published = _publish(outputs, removed, destination, new, progress or (lambda _: None))
                if done:
                    done(published)
                return published
            finally:
                new.discard()  # after the exchange the old site is in it
    except BaseException as error:
        if begun and identity(destination.site) != before:
            error.add_note(Standing.NEW)
        raise


def _publish(
    outputs: Iterable[Output],
    going: Collection[str] | None,
    destination: Destination,
    new: NewSite,
    progress: Callable[[int], None],
) -> Published:
    old = read_old_site(destination)
    site = str(destination.site)
    paths = SitePaths()
    written: list[str] = []
    unchanged: list[str] = []

    def compare(name: str, output: Output) -> None:
        if output.stays and name in old.files:
            unchanged.append(name)
            return
        content = output.content
        if name in old.files and is_unchanged(f"{site}/{name}", content):
            unchanged.append(name)
        else:
            new.write(name, content)
            written.append(name)

    for number, output in enumerate(outputs, start=1):
        compare(paths.add(output.path), output)
        progress(number)
    if going is not None:
        named = {*written, *unchanged, *map(spelled, going), MARKER}
        unchanged.extend(paths.add(as_utf8(name)) for name in sorted(old.files - named))
    published = len(written), len(unchanged)
    compare(MARKER, ready(MARKER, MARKER_TEXT))

    removed = (old.files | old.strays).difference(written, unchanged)
    if written or removed or not old.tidy:
        written.sort(key=lambda name: (name in old.files, name))  # new ones first, as in_place promises
        _put_in_place(new, destination, written=written, unchanged=unchanged, removed=sorted(removed))
    return Published(written=published[0], unchanged=published[1], removed=len(removed))


def _put_in_place(
    new: NewSite, destination: Destination, *, written: list[str], unchanged: list[str], removed: list[str]
) -> None:
    if not destination.mounted:
        for name in unchanged:
            new.link(name)
    new.flush(new.tree)
    refuse_strangers(destination)  # again: all of this took its time
    if not _exchange(new, destination):
        with standing(Standing.PARTLY):
            replace_files(new.tree, destination, written=written, removed=removed)
            new.flush(destination.site)


def _exchange(new: NewSite, destination: Destination) -> bool:
    if destination.mounted:
        return False
    try:
        put_in_place(new.tree, destination.site, aside=new.aside)
    except OSError as error:
        if error.errno in (errno.EBUSY, errno.EXDEV):
            return False
        raise
    flush(destination.site.parent)
    return True
