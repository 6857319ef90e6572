"""Outputs become the site, in one step."""

import errno
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from streekagenda.output import former_site
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
from streekagenda.output.old_site import OldSite, read_old_site
from streekagenda.output.outputs import Output, ready
from streekagenda.output.placing import Making, Placing
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
    outputs: Iterable[Output] | Making,
    folder: Path,
    *,
    removed: Collection[str] | None = None,
    keep: bool = False,
    protected: Sequence[Path] = (),
    wait: float = 60.0,
    progress: Callable[[int], None] | None = None,
    done: Callable[[Published, Sequence[str]], None] | None = None,
) -> Published:
    """Make ``folder`` hold exactly these outputs. A reader, a kill or a power cut finds the old site or the new one.

    What did not change keeps its mtime; where nothing did, nothing is touched. ``outputs`` are taken one by one and
    none is kept. What is raised, by them also, says how the site stands then (``Standing``): as it was, unless it comes
    after the exchange; but see ``in_place`` for folders that cannot be exchanged.

    Args:
        outputs: In any order. They are taken while nobody else can write the site: who wants to look at it first, and
            to raise where it is not what he thinks, does so in their iterator. Or what makes and places them.
        folder: Made when it is not there; else empty, or made by an earlier publication.
        removed: Paths of files that are to go, where all others stay that no output names. ``None``: all others go.
        keep: Whether to keep the former site, so that the next publication costs what differs and not a link for each file.
        protected: Folders that the site may not be, hold or lie in, such as its sources.
        wait: How long to wait for another build that writes the same site, in seconds.
        progress: Called after each output with the number of outputs so far.
        done: Called at the end, while nobody else can write the site, also with the names of all files that it holds.

    Raises:
        UnsafeOutput: ``folder`` is not ours to replace.
        SiteBusy: another build is writing it.
        ValueError: two outputs are in each other's way, or a path is unclean; a bug of ours.
        OSError: from the machine, unchanged.
    """
    making = outputs if callable(outputs) else lambda place: map(place, outputs)
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
                published, names = _publish(making, removed, destination, new, progress or (lambda _: None), keep=keep)
            finally:
                new.discard()  # after the exchange the old site is in it
            if done:
                done(published, names)  # now that files of both sites are linked once again, and no longer change
            return published
    except BaseException as error:
        if begun and identity(destination.site) != before:
            error.add_note(Standing.NEW)
        raise


def _publish(
    making: Making,
    going: Collection[str] | None,
    destination: Destination,
    new: NewSite,
    progress: Callable[[int], None],
    *,
    keep: bool,
) -> tuple[Published, Sequence[str]]:
    old = read_old_site(destination)
    place = Placing(old=old, new=new, site=str(destination.site))
    paths = SitePaths()
    written: list[str] = []
    unchanged: list[str] = []

    for number, placed in enumerate(making(place), start=1):
        name = paths.add(placed.path)
        if placed.in_the_way:
            raise ValueError(f"two outputs in one place, or a file where a folder is: {placed.path!r}")
        (written if placed.written else unchanged).append(name)
        progress(number)
    if going is not None:
        named = {*written, *unchanged, *map(spelled, going), MARKER}
        staying = old.files.keys() - named
        if not old.files.keys() >= set(written):  # else they stood side by side already
            for name in sorted(staying):
                paths.add(as_utf8(name))
        unchanged.extend(staying)
    published = len(written), len(unchanged)
    (written if place.place(ready(MARKER, MARKER_TEXT)).written else unchanged).append(MARKER)

    removed = (old.files.keys() | old.strays).difference(written, unchanged)
    if written or removed or not old.tidy:
        written.sort(key=lambda name: (name in old.files, name))  # new ones first, as in_place promises
        tree = new.tree if destination.mounted else _whole(new, destination, old, written, unchanged)
        _put_in_place(tree, new, destination, written=written, removed=sorted(removed))
        if keep and not destination.mounted:
            former_site.keep(tree if tree.exists() else new.aside, destination)
    return Published(written=published[0], unchanged=published[1], removed=len(removed)), [*written, *unchanged]


def _whole(
    new: NewSite, destination: Destination, old: OldSite, written: Sequence[str], unchanged: Sequence[str]
) -> Path:
    """Return a tree with all files of the new site: the former one brought up to date, or a new one of links."""
    former = former_site.take(destination, new.begin())
    linked = former.differing(unchanged, old.files) if former else unchanged
    for name in linked:
        new.link(name)
    if former is None:
        return new.tree
    former.bring_up_to_date(new.tree, [*written, *linked], [*written, *unchanged])
    return former.tree


def _put_in_place(
    tree: Path, new: NewSite, destination: Destination, *, written: list[str], removed: list[str]
) -> None:
    new.flush(tree)
    refuse_strangers(destination)  # again: all of this took its time
    if not _exchange(tree, new, destination):
        with standing(Standing.PARTLY):
            replace_files(tree, destination, written=written, removed=removed)
            new.flush(destination.site)


def _exchange(tree: Path, new: NewSite, destination: Destination) -> bool:
    if destination.mounted:
        return False
    try:
        put_in_place(tree, destination.site, aside=new.aside)
    except OSError as error:
        if error.errno in (errno.EBUSY, errno.EXDEV):
            return False
        raise
    flush(destination.site.parent)
    return True
