"""When each content file was made and last changed, from one pass over the git log.

A build without git, or of files that were never committed, takes what the file says (``checked``), else a fixed date:
never the clock. A shallow clone does not know when files were made; that is said.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from streekagenda.content import git_command
from streekagenda.content.git_command import git, has_repository
from streekagenda.model.event import History

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable, Iterator, Mapping

UNKNOWN = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for a date that nothing tells."""
_FIRST = int(UNKNOWN.timestamp())
_LAST = _FIRST + 2**31 - 1
"""A commit may say any moment. The seconds between two are a SEQUENCE, which has 31 bits (RFC 5545, section 3.3.8)."""
_LARGEST = 2**31 - 1
"""Of a SEQUENCE (RFC 5545, section 3.3.8): the seconds of 68 years, which a date of checking or a wrong clock can pass."""


class Commits(Struct, frozen=True, kw_only=True):
    """First and last commit of one file, in UTC."""

    first: datetime
    last: datetime


class Touch(Struct, frozen=True, kw_only=True):
    """What one commit did to one file."""

    status: str
    """``A`` added, ``M`` changed, ``D`` deleted, ``R`` renamed (git-diff, --name-status)."""
    path: str
    former: str | None = None
    """The path before, of a file that was renamed."""


class Revision(Struct, frozen=True, kw_only=True):
    """One commit of the first-parent history that touched the content folder."""

    name: str
    """Of its object."""
    moment: datetime
    """When it came, in UTC."""
    touches: tuple[Touch, ...]


class FileHistory(Struct, frozen=True, kw_only=True):
    """What git knows of the content folder."""

    commits: Mapping[str, Commits] = field(default_factory=dict)
    """By path below the content folder."""
    revisions: tuple[Revision, ...] = ()
    """The newest first."""
    shallow: bool = False
    known: bool = False
    """Whether there is a git history at all."""
    lacking: git_command.Lacking = "no-history"
    """Why there is none, where that is so."""

    def of(self, paths: Iterable[str], checked: date | None) -> History:
        """Return the history of what the files at ``paths`` say together; the first is the event's own file."""
        listed = list(paths)
        known = [self.commits[path] for path in listed if path in self.commits]
        own = self.commits.get(listed[0])
        confirmed = checked or (own.last.date() if own and not self.shallow else None)
        stated = datetime.combine(checked, time(), UTC) if checked else None
        if own is None:
            modified = max([stated or UNKNOWN, *(one.last for one in known)])
            created = UNKNOWN
        else:
            created, modified = own.first, max(one.last for one in known)
        sequence = min(max(0, int((modified - created).total_seconds())), _LARGEST)
        return _shared(created, modified, sequence, confirmed)


@lru_cache(maxsize=1024)
def _shared(created: datetime, modified: datetime, sequence: int, confirmed: date | None) -> History:
    """Return the one that all share: thousands came with one commit, or with none."""
    return History(created=created, modified=modified, sequence=sequence, confirmed=confirmed)


def checked_out(folder: pathlib.Path) -> bytes | None:
    """Return which commit is checked out, and how deep its history is; ``None`` where there is none."""
    if not has_repository(folder):
        return None
    asked = ("rev-parse", "--is-shallow-repository", "HEAD", "--git-path", "shallow")
    said = git(folder, *asked, seconds=git_command.AT_ONCE)
    if said is None or not said.startswith(b"true\n"):
        return said
    try:
        where = (folder / os.fsdecode(said.splitlines()[-1])).stat()
    except OSError:
        return said
    return said + b"%d %d %d" % (where.st_size, where.st_ino, where.st_mtime_ns)  # where a clone ends, and was deepened


def read_history(folder: pathlib.Path) -> FileHistory:
    """Return the history of a content folder; an empty one where git tells none."""
    if not has_repository(folder):
        return FileHistory()
    shallow = git(folder, "rev-parse", "--is-shallow-repository", seconds=git_command.AT_ONCE)
    if shallow is None:
        return FileHistory(lacking=git_command.why_nothing(folder))
    log = git(
        # what a merge brings changed for subscribers when it was merged, not when somebody wrote it in their own branch
        *(
            folder,
            "log",
            "--first-parent",
            "-m",
            "--relative",
            "-M",
            "--name-status",
            "-z",
            "--format=%x01%ct %H",
            "--",
            ".",
        ),
    )
    if log is None:
        return FileHistory(lacking=git_command.why_nothing(folder))
    try:
        revisions = _revisions(os.fsdecode(log))
    except ValueError:  # what answers is no git, or a commit has no moment at all
        return FileHistory()
    return FileHistory(commits=_commits(revisions), revisions=revisions, shallow=shallow == b"true\n", known=True)


def _revisions(log: str) -> tuple[Revision, ...]:
    """Read ``git log --name-status -z``."""
    blocks = [block.partition("\0") for block in log.split("\x01")[1:]]
    heads = [head.split() for head, _, _ in blocks]
    return tuple(
        Revision(name=name, moment=moment, touches=tuple(_touches(rest)))
        for (_, name), moment, (_, _, rest) in zip(
            heads, _moments([int(stamp) for stamp, _ in heads]), blocks, strict=True
        )
    )


def _touches(said: str) -> Iterator[Touch]:
    fields = iter(said.lstrip("\n\0").split("\0"))
    for status in fields:
        if not status:
            continue
        path = next(fields, "")
        if status[0] in "RC" and status[1:].isdigit():
            new = next(fields, "")
            yield Touch(status="R", path=new, former=path) if status[0] == "R" else Touch(status="A", path=new)
        else:
            yield Touch(status=status[0], path=path)


def _commits(newest_first: Iterable[Revision]) -> dict[str, Commits]:
    """Return the first and last commit of each file; a renamed one goes on under its present name."""
    first: dict[str, datetime] = {}
    last: dict[str, datetime] = {}
    present: dict[str, str] = {}
    for revision in newest_first:
        for touch in revision.touches:
            name = present.get(touch.path, touch.path)
            if touch.former is not None:
                present[touch.former] = name
            if touch.status == "D":
                continue
            last.setdefault(name, revision.moment)
            first[name] = revision.moment
            if touch.status == "A":
                present.pop(touch.path, None)
    return {path: Commits(first=first[path], last=last[path]) for path in sorted(last)}


def _moments(newest_first: list[int]) -> list[datetime]:
    """Return when commits came, in UTC; one from a machine whose clock was behind came a second after the one before."""
    found: list[int] = []
    for stamp in reversed(newest_first):
        found.append(found[-1] + 1 if found and stamp < found[-1] else stamp)
    return [datetime.fromtimestamp(min(max(stamp, _FIRST), _LAST), UTC) for stamp in reversed(found)]
