"""What one publication knows of a site, for the next one: then nobody lists it, or looks at a file twice.

How all files and folders stand is written as a whole, and after a small change what differs from that whole: so a
publication looks at what it changed, and at nothing else. The site and the former one take turns; most of their files are
the same ones, and the folders of both stand in the whole.
"""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field, to_builtins
from msgspec.structs import replace

from streekagenda.output.destination import Destination
from streekagenda.output.old_site import OldSite
from streekagenda.output.site_paths import are_plain
from streekagenda.output.traces import Rows, Top, folders_above, look, trace_of, trace_of_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_SIZES = struct.Struct("=6Q")
_MUCH = 5_000
"""Paths that differ from the whole, with which it is written again."""


class Whole(NamedTuple):
    """How a site stood, and the former one, when all was looked at."""

    files: Rows
    trees: tuple[Rows, Rows]
    """The folders of both."""

    def packed(self) -> bytes:
        """Return it as bytes, for :meth:`unpacked`."""
        parts: list[bytes] = []
        before: Sequence[str] = ()
        for rows in (self.files, *self.trees):
            names = "" if rows.paths == before else "\0".join(rows.paths)  # mostly both sites have the same folders
            parts += zlib.compress(names.encode("utf-8", "surrogateescape"), 1), rows.traces
            before = rows.paths
        return b"".join((_SIZES.pack(*map(len, parts)), *parts))

    @classmethod
    def unpacked(cls, content: bytes) -> Whole:
        """Return what was packed; raises ValueError where that is something else."""
        found, at = list[Rows](), _SIZES.size
        try:
            sizes = iter(_SIZES.unpack_from(content))
            for names, traces in zip(sizes, sizes, strict=True):
                paths = zlib.decompress(content[at : at + names]).decode("utf-8", "surrogateescape").split("\0")
                at += names + traces
                same = traces and paths == [""]
                found.append(Rows(found[-1].paths if same else [*filter(None, paths)], content[at - traces : at]))
        except (IndexError, struct.error, zlib.error) as error:
            raise ValueError(str(error)) from error
        return cls(found[0], (found[1], found[2]))


class Tree(Struct, frozen=True, kw_only=True):
    """How the folders of a site stand."""

    of: int
    """Which of the trees of the whole it is."""
    top: Top
    folders: Mapping[str, str | None] = field(default_factory=dict)
    """The traces of those that differ from the whole; ``None`` for one that is not there."""


class Trace(Struct, frozen=True, kw_only=True):
    """How a site stands, and the former one, by what differs from the whole."""

    whole: str
    """A digest of that."""
    many: int
    """Files of the site."""
    plain: bool
    """Whether their names are (:func:`~streekagenda.output.site_paths.are_plain`)."""
    site: Tree
    files: Mapping[str, str | None] = field(default_factory=dict)
    """The traces of files that differ from the whole; ``None`` for one that is not there."""
    former: Tree | None = None
    """``None`` where it is not known how that stands."""
    other: Sequence[str] = ()
    """The names of files of the former site that are other ones in the site, or are not there."""
    new: Sequence[str] = ()
    """The names of files that are in the site alone."""

    @property
    def digest(self) -> str:
        """Another one for another site."""
        parts = (self.whole, self.files, self.site, self.former)
        return blake2b(json.dumps(to_builtins(parts), sort_keys=True).encode("ascii"), digest_size=16).hexdigest()


class Stood(Struct, frozen=True, kw_only=True):
    """A site that stands as the last publication left it."""

    trace: Trace
    """Of it, with its top as that stands now."""
    names: Mapping[str, int]
    """The names of all its files; the numbers say nothing."""
    former: bool
    """Whether the former one stands as it was left, too: then it takes the place of this one, and what lies beside these files stays out."""
    alone: Callable[[], bool]
    """Looks whether nothing lies beside these files: which only who goes on with this very site wants to know."""

    def old_site(self) -> OldSite:
        """Return it as it was made: what it would be found to hold by listing it, but for the inodes."""
        return OldSite(files=self.names, strays=frozenset(), tidy=True)


class Left(Struct, frozen=True, kw_only=True):
    """The site as a publication leaves it."""

    site: Path
    files: Collection[str]
    """The names of all that it holds."""
    former: bool = False
    """Whether the former site holds what is said of it by ``other`` and ``new``, as in :class:`Trace`."""
    other: Sequence[str] = ()
    new: Sequence[str] = ()
    stood: Stood | None = None
    """How it stood before, of which all is true of what was not made."""
    exchanged: bool = True
    """Whether it has taken turns with the former site, which stood as it was left; else all of it stands as it stood."""
    made: Collection[str] = ()
    """Names of files that are other ones, or were linked again."""
    gone: Collection[str] = ()
    """Names of files that were in it, or in the folders that took its place, and are not there now."""

    def trace(self) -> tuple[Trace, bytes | None]:
        """Look at all that is not known; return how it stands, and the whole where that is another one.

        Raises OSError from the machine.
        """
        was = self.stood.trace if self.stood else None
        if was and not self.exchanged:
            return was, None
        if was and was.former:
            found = self._after(was, was.former)
            if len(found.files) + len(found.site.folders) <= _MUCH:
                return found, None
        return self._anew()

    def _after(self, was: Trace, former: Tree) -> Trace:
        files: dict[str, str | None] = dict.fromkeys(self.gone)
        files.update((path, trace_of(self.site, path)) for path in self.made)
        above = {path: trace_of_folder(self.site, path) for path in folders_above([*self.made, *self.gone])}
        own = look(self.site, (), ()).top
        return replace(
            was,
            many=len(self.files),
            plain=was.plain and are_plain(self.made),
            files={**was.files, **files},
            site=Tree(of=former.of, top=own, folders={**former.folders, **above}),
            former=was.site if self.former else None,
            other=self.other,
            new=self.new,
        )

    def _anew(self) -> tuple[Trace, bytes]:
        paths = sorted(self.files)
        found = look(self.site, paths, folders_above(paths))
        former, folders = None, Rows((), b"")
        if self.former:
            held = frozenset(paths).difference(self.new).union(self.other) if self.new or self.other else paths
            with suppress(OSError):  # it is not as it was made
                seen = look(_former(self.site), (), folders_above(held))
                former, folders = Tree(of=1, top=seen.top), seen.folders
        packed = Whole(found.files, (found.folders, folders)).packed()
        trace = Trace(
            whole=blake2b(packed, digest_size=16).hexdigest(),
            many=len(paths),
            plain=are_plain(paths),
            site=Tree(of=0, top=found.top),
            former=former,
            other=self.other,
            new=self.new,
        )
        return trace, packed


def stands(site: Path, whole: Whole, trace: Trace, *, files_alone: bool = False, halved: bool = True) -> Top | None:
    """Return how the top of a site stands where all below it is as its trace says, else ``None``.

    Where it is asked of its ``files_alone``, others may lie beside them.
    """
    files, tree = whole.files.after(trace.files), whole.trees[trace.site.of].after(trace.site.folders)
    folders = Rows((), b"") if files_alone else tree
    with suppress(OSError):  # one is gone
        found = look(site, files.paths, folders.paths, halved=halved)
        names = sorted(path for rows in (files, tree) for path in rows.paths if "/" not in path)
        same = found.files.traces == files.traces and found.folders.traces == folders.traces and found.names == names
        top = trace.site.top
        return found.top if same and (found.top.mode, found.top.owner) == (top.mode, top.owner) else None
    return None


def both_stand(site: Path, whole: Whole, trace: Trace, *, halved: bool = True) -> tuple[Top | None, bool]:
    """Return how the top of a site stands where all files in it do as they were left, and whether the former one does so.

    Where that does, it takes the place of the site, and nobody looks at the folders of this one (``Stood.alone``).
    """
    former = former_stands(site, whole, trace)
    return stands(site, whole, trace, files_alone=former, halved=halved), former


def former_stands(site: Path, whole: Whole, trace: Trace) -> bool:
    """Whether the folders of the former site are as its trace says: in these one sees that a file was taken away or replaced."""
    if trace.former is None:
        return False
    folders, top = whole.trees[trace.former.of].after(trace.former.folders), trace.former.top
    with suppress(OSError):  # one is gone
        found = look(_former(site), (), folders.paths)
        same = found.folders.traces == folders.traces
        return same and (found.top.inode, found.top.changed_ns) == (top.inode, top.changed_ns)
    return False


def _former(site: Path) -> Path:
    return Destination(given=site, site=Path(os.path.realpath(site)), mounted=False).former
