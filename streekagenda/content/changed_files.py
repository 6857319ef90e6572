"""Which content files are not what they were at a revision: changed, added, deleted, renamed; uncommitted ones too."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.content.faults import Fault
from streekagenda.content.files import LARGEST, LARGEST_MEDIA, decode, open_content, walk
from streekagenda.content.folders import FOLDERS
from streekagenda.content.revisions import NoSuchRevision, tree_of
from streekagenda.content.snapshots import Blob, Snapshot, blobs_of, contents_of

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable, Iterator, Mapping

MEDIA = "media"
_ALIKE = 0.5
"""Two texts are one that was renamed when so much of their lines is the same (git's own measure, ``-M50%``)."""
_MOST_PAIRS = 2_000
"""So many pairs are compared; where more was moved about, only files that stayed the same are followed."""


class ChangedFiles(Struct, frozen=True, kw_only=True):
    """Paths below the content folder, each in order; a renamed file is neither added nor deleted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """Old and new path."""

    @property
    def touched(self) -> frozenset[str]:
        """Every path that the change touches and that is there now."""
        return frozenset((*self.added, *self.changed, *(new for _, new in self.renamed)))

    @property
    def gone(self) -> frozenset[str]:
        """Every path that is no longer there."""
        return frozenset((*self.deleted, *(old for old, _ in self.renamed)))


def snapshot_of(folder: pathlib.Path, asked: str) -> Snapshot:
    """Return the content folder as it was at a revision (:func:`~streekagenda.content.revisions.tree_of`).

    Raises:
        NoSuchRevision: there is no such revision, or this clone does not hold all of it.
    """
    listed = blobs_of(folder, tree_of(folder, asked))
    if listed is None:
        raise NoSuchRevision("shallow", asked)
    blobs = {path: blob for path, blob in listed.items() if _is_content(path)}
    kept = frozenset(path for path, blob in blobs.items() if _holds(folder, path, blob))
    snapshot = with_contents(folder, blobs, kept)
    if snapshot is None:
        raise NoSuchRevision("shallow", asked)
    return snapshot


def with_contents(folder: pathlib.Path, blobs: Mapping[str, Blob], kept: frozenset[str]) -> Snapshot | None:
    """Return a snapshot of some files, of which ``kept`` are in the working tree as they were.

    ``None`` where git does not have what one of the others held.
    """
    wanted = {path: blob for path, blob in blobs.items() if path not in kept and _readable(path, blob)}
    found = contents_of(folder, wanted.values())
    if any(blob.name not in found for blob in wanted.values()):
        return None
    return Snapshot(
        folder=folder, blobs=blobs, kept=kept, contents={path: found[blob.name] for path, blob in wanted.items()}
    )


def changed_files(snapshot: Snapshot) -> ChangedFiles:
    """Return how the working tree differs from what it was; another line end or byte order mark is no difference."""
    now = dict.fromkeys(_paths(snapshot.folder))
    added = [path for path in now if path not in snapshot.blobs]
    changed = [path for path in now if path in snapshot.blobs and not _reads_alike(snapshot, path)]
    deleted = [path for path in snapshot.blobs if path not in now]
    renamed = dict(_renamed(snapshot, deleted, added))
    return ChangedFiles(
        added=tuple(sorted(path for path in added if path not in renamed.values())),
        changed=tuple(sorted(changed)),
        deleted=tuple(sorted(path for path in deleted if path not in renamed)),
        renamed=tuple(sorted(renamed.items())),
    )


def _is_content(path: str) -> bool:
    return path == "region.yaml" or path.partition("/")[0] in {*FOLDERS, MEDIA}


def _paths(folder: pathlib.Path) -> Iterator[str]:
    if (folder / "region.yaml").exists():
        yield "region.yaml"
    for below in (*FOLDERS, MEDIA):
        yield from (found.path for found in walk(folder, below))


def _largest(path: str) -> int:
    return LARGEST_MEDIA if path.startswith(f"{MEDIA}/") else LARGEST


def _readable(path: str, blob: Blob) -> bool:
    return not blob.is_link and blob.size <= _largest(path)


def _holds(folder: pathlib.Path, path: str, blob: Blob) -> bool:
    """Whether the working tree has a file as it was."""
    if not _readable(path, blob):
        return False
    content = open_content(folder, path, largest=_largest(path))
    return not isinstance(content, Fault) and blob.holds(content)


def _reads_alike(snapshot: Snapshot, path: str) -> bool:
    if path in snapshot.kept:
        return True
    texts = [_text(root, path) for root in (snapshot, snapshot.folder)]
    return texts[0] is not None and texts[0] == texts[1]


def _text(root: Snapshot | pathlib.Path, path: str) -> str | None:
    """Return the text of a file; ``None`` for what is no text."""
    content = open_content(root, path)
    text = content if isinstance(content, Fault) else decode(content)
    return None if isinstance(text, Fault) else text


# ---------------------------------------------------------------------------------------------------------- renames


def _renamed(snapshot: Snapshot, deleted: Iterable[str], added: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield old and new path of what was renamed, each once: what stayed the same first, then the most alike."""
    olds = {path: text for path in deleted if (text := _text(snapshot, path))}
    news = {path: text for path in added if (text := _text(snapshot.folder, path))}
    same: defaultdict[tuple[str, tuple[str, str]], list[str]] = defaultdict(list)
    for path, text in reversed(news.items()):
        same[text, _kind(path)].append(path)
    for old, text in list(olds.items()):
        if found := same[text, _kind(old)]:
            new = found.pop()
            del olds[old], news[new]
            yield old, new
    if len(olds) * len(news) > _MOST_PAIRS:
        return
    lines = {path: Counter(filter(str.strip, text.split("\n"))) for path, text in (olds | news).items()}
    alike = [
        (-_likeness(lines[old], lines[new]), old, new) for old, new in product(olds, news) if _kind(old) == _kind(new)
    ]
    seen: set[str] = set()
    for likeness, old, new in sorted(alike):
        if -likeness >= _ALIKE and not {old, new} & seen:
            seen |= {old, new}
            yield old, new


def _kind(path: str) -> tuple[str, str]:
    """What a renamed file keeps: its folder of the content, and of a translation the language."""
    return path.partition("/")[0], path.rpartition("/")[2].partition(".")[2]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return which part of the longer one's lines both have, from 0 to 1."""
    return (one & other).total() / max(one.total(), other.total(), 1)
