"""Outputs become the site, in one step."""

import errno
import os
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from msgspec import Struct, field

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
from streekagenda.output.former_site import FormerSite
from streekagenda.output.in_place import replace_files
from streekagenda.output.known_site import Left, Stood
from streekagenda.output.lock import Held, alone
from streekagenda.output.names import Names
from streekagenda.output.new_site import NewSite
from streekagenda.output.old_site import OldSite, read_old_site
from streekagenda.output.outputs import Output, ready
from streekagenda.output.placing import Kept, Making, Placed, Placing
from streekagenda.output.site_paths import are_plain, as_utf8, refuse_in_the_way, spelled
from streekagenda.output.standing import Standing, standing
from streekagenda.output.traces import folders_above
from streekagenda.output.work_folder import remove_leftovers


class Published(Struct, frozen=True, kw_only=True):
    """What a publication did, in numbers of files."""

    written: int
    unchanged: int
    removed: int


def publish(  # noqa: PLR0913 -- each has what it does without it
    outputs: Iterable[Output] | Making,
    folder: Path,
    *,
    keep: bool = False,
    protected: Sequence[Path] = (),
    wait: float = 60.0,
    progress: Callable[[int], None] | None = None,
    held: Held | None = None,
    stood: Callable[[Held], Stood] | None = None,
    done: Callable[[Published, Left], None] | None = None,
) -> Published:
    """Make ``folder`` hold exactly these outputs. A reader, a kill or a power cut finds the old site or the new one.

    What did not change keeps its mtime; where nothing did, nothing is touched. ``outputs`` are taken one by one and
    none is kept. What is raised, by them also, says how the site stands then (``Standing``): as it was, unless it comes
    after the exchange; but see ``in_place`` for folders that cannot be exchanged.

    Args:
        outputs: In any order; or what makes and places them.
        folder: Made when it is not there; else empty, or made by an earlier publication.
        keep: Whether to keep the former site, or a twin of the first one, so that the next publication costs what differs
            and not a link for each file.
        protected: Folders that the site may not be, hold or lie in, such as its sources.
        wait: How long to wait for another build that writes the same site, in seconds.
        progress: Called after each output with the number of outputs so far.
        held: The lock of the site, where it is held already.
        stood: Looks at the site while nobody else can write it, where it is known how it was left; it is given the lock, and
            what it raises ends this.
        done: Called at the end, while nobody else can write the site.

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
        with alone(destination, wait=wait, held=held) as lock:
            remove_leftovers(destination)
            before, begun = identity(destination.site), True
            new = NewSite(destination)
            try:
                as_left = stood(lock) if stood else None
                published, left = _publish(making, destination, new, as_left, progress or (lambda _: None), keep=keep)
            finally:
                new.discard()  # after the exchange the old site is in it
            if done:
                done(published, left)  # now that files of both sites are linked once again, and no longer change
            return published
    except BaseException as error:
        if begun and identity(destination.site) != before:
            error.add_note(Standing.NEW)
        raise


def _publish(
    making: Making,
    destination: Destination,
    new: NewSite,
    stood: Stood | None,
    progress: Callable[[int], None],
    *,
    keep: bool,
) -> tuple[Published, Left]:
    old = stood.old_site() if stood and not destination.mounted else read_old_site(destination)
    if keep and not (old.files or destination.mounted):
        new.begin_twin()
    place = Placing(old=old, new=new, site=str(destination.site))
    found = _Found()
    for placed in making(place):
        found.take(placed)
        progress(found.many)
    made, many = len(found.written), found.many
    found.take(place.place(ready(MARKER, MARKER_TEXT)))
    other = found.other(old)
    written, staying = found.written, Names(old.files, other)
    found.refuse_in_the_way(staying, old, destination.site if stood and stood.trace.plain else None)
    files, removed = Names(old.files, other, {*written}), (other | old.strays).difference(written)
    if stood and not (written or removed or stood.alone()):
        stood, old = None, read_old_site(destination)
        removed = {*old.files}.difference(files) | old.strays
    result = Published(written=made, unchanged=many - made, removed=len(removed))
    if not (written or removed or not old.tidy):
        return result, Left(site=destination.site, files=files, stood=stood, exchanged=False)
    written.sort(key=lambda name: (name in old.files, name))  # new ones first, as in_place promises
    if destination.mounted:
        _put_in_place(new.tree, new, destination, written=written, removed=sorted(removed))
        return result, Left(site=destination.site, files=files)
    former = former_site.take(destination, new.begin(), old, stood)
    linked = former.differing(staying) if former else staying
    gone = former.without(files, removed) if former else set[str]()
    tree = _whole(new, former, linked, written, gone)
    exchanged = _put_in_place(tree, new, destination, written=written, removed=sorted(removed))
    if keep and not old.files:
        twin = exchanged and former_site.keep_twin(new.twin, destination)
        return result, Left(site=destination.site, files=files, former=twin)
    kept = keep and former_site.keep(tree if tree.exists() else new.aside, destination)
    if not (stood and exchanged):
        return result, Left(site=destination.site, files=files)
    return result, Left(
        site=destination.site,
        files=files,
        former=kept and not new.copied,
        other=[*(name for name in written if name in old.files), *removed],
        new=[name for name in written if name not in old.files],
        stood=stood if former and former.known else None,
        made=[*written, *linked],
        gone=gone | removed,
    )


class _Found(Struct):
    """The names of a new site, as they come in: of a large one, most at once."""

    written: list[str] = field(default_factory=list)
    unchanged: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    """Came in again."""
    kept: Kept | None = None
    """What stays beside these."""

    @property
    def many(self) -> int:
        """How many files."""
        return len(self.written) + len(self.unchanged) + (self.kept.many if self.kept else 0)

    def take(self, placed: Placed | Kept) -> None:
        if isinstance(placed, Kept):
            self.kept = placed
            return
        name = spelled(placed.path)
        if placed.in_the_way:
            raise ValueError(f"two outputs in one place, or a file where a folder is: {placed.path!r}")
        if placed.written:
            self.written.append(name)
        elif name in self.unchanged:
            self.twice.append(name)
        else:
            self.unchanged.add(name)

    def other(self, old: OldSite) -> set[str]:
        """Return the names of the files of the old site that do not stay; raises FileNotFoundError where it lacks any that do."""
        if self.kept is None:
            other = {*old.files}
        else:
            other = {MARKER, *map(spelled, self.kept.but)}
            self.twice += (name for name in (*self.written, *self.unchanged) if name in old.files and name not in other)
        gone = self.unchanged.difference(old.files)
        if gone or (self.kept and self.kept.many + len(other) != len(old.files)):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), min(gone, default=None))
        return other - self.unchanged

    def refuse_in_the_way(self, staying: Names, old: OldSite, stands: Path | None) -> None:
        """Raise ValueError where two are in each other's way; in a site that ``stands`` as it was left, and is plain, no two are."""
        fresh = {name for name in self.written if name not in old.files}
        apart = not self.twice and self.unchanged.isdisjoint(self.written)
        if not (stands and apart and are_plain(fresh) and self._fits(fresh, staying, stands)):
            names = [as_utf8(name) for name in (*self.written, *staying, *self.twice)]
            refuse_in_the_way([name for name in names if name != MARKER])

    def _fits(self, fresh: set[str], staying: Names, stands: Path) -> bool:
        """Whether names that are new to a plain site are not in the way of others: of a file in the way of a folder one of the two is new."""
        folders = {*folders_above(fresh), *(one for one in fresh if (stands / one).is_dir())}
        return folders.isdisjoint(self.written) and not any(one in staying for one in folders)


def _whole(
    new: NewSite, former: FormerSite | None, linked: Iterable[str], written: Sequence[str], gone: Collection[str]
) -> Path:
    """Return a tree with all files of the new site: the former one brought up to date, or a new one of links."""
    for name in linked:
        new.link(name)
    if former is None:
        return new.tree
    former.bring_up_to_date(new.tree, [*written, *linked], gone)
    return former.tree


def _put_in_place(
    tree: Path, new: NewSite, destination: Destination, *, written: list[str], removed: list[str]
) -> bool:
    """Make a tree the site; return whether that was one step, after which no file of it was touched."""
    new.flush(tree)
    refuse_strangers(destination)  # again: all of this took its time
    exchanged = _exchange(tree, new, destination)
    if not exchanged:
        with standing(Standing.PARTLY):
            replace_files(tree, destination, written=written, removed=removed)
            new.flush(destination.site)
    return exchanged


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
