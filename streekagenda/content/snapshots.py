"""The content folder as it was at a revision, read straight from git's objects: no file is written, no filter is run."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.content.git_command import git

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable, Iterator, Mapping

_LINK = "120000"
_SHA256 = 64
"""Hexadecimals in the name of an object, in a repository of that kind."""


class Blob(Struct, frozen=True, kw_only=True):
    """A file at a revision (gitformat-tree): its mode, the name of its object and its size in bytes."""

    mode: str
    name: str
    size: int

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link."""
        return self.mode == _LINK

    def holds(self, content: bytes) -> bool:
        """Whether these bytes are what it holds, byte for byte."""
        if len(content) != self.size:
            return False
        digest = hashlib.sha256 if len(self.name) == _SHA256 else hashlib.sha1
        return digest(b"blob %d\0" % self.size + content, usedforsecurity=False).hexdigest() == self.name


class Snapshot(Struct, frozen=True, kw_only=True):
    """All files of the content folder at a revision."""

    folder: pathlib.Path
    """The working tree: a file that is still the same is read from there."""
    blobs: Mapping[str, Blob]
    """By path below the content folder, in the order in which a folder is walked."""
    kept: frozenset[str]
    """Files that are in the working tree as they were."""
    contents: Mapping[str, bytes]
    """What the others held, but for links and for what is too large to be content."""


def blobs_of(folder: pathlib.Path, tree: str) -> dict[str, Blob] | None:
    """Return what a tree holds below a folder, by path, in the order in which the folder is walked.

    ``None`` where git does not have all of it.
    """
    # -r: names within the folder, which git takes from where it stands
    listed = git(folder, "ls-tree", "-r", "-l", "-z", tree)
    if listed is None:
        return None
    found = dict(_entry(line) for line in listed.split(b"\0") if b"\t" in line)
    files = {path: blob for path, blob in found.items() if blob is not None}
    return dict(sorted(files.items(), key=lambda item: item[0].split("/")))


def contents_of(folder: pathlib.Path, blobs: Iterable[Blob]) -> Mapping[str, bytes]:
    """Return what some blobs hold, by the names of their objects; one that git does not have is left out."""
    names = sorted({blob.name for blob in blobs})
    answer = git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode()) or b""
    return dict(_batch(answer))


def _entry(line: bytes) -> tuple[str, Blob | None]:
    """Read mode, type, name and size, a tab, and the path; a submodule is no file."""
    about, _, path = line.partition(b"\t")
    mode, kind, name, size = about.decode("ascii").split()
    blob = Blob(mode=mode, name=name, size=int(size)) if kind == "blob" else None
    return os.fsdecode(path), blob


def _batch(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """Read the answer of ``git cat-file --batch``: ``<name> blob <size>``, a line end, the content, a line end."""
    place = 0
    while place < len(answer):
        end = answer.index(b"\n", place)
        head = answer[place:end].split()
        place = end + 1
        if len(head) == 3:
            size = int(head[2])
            yield head[0].decode("ascii"), answer[place : place + size]
            place += size + 1
