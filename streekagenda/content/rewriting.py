"""Writes other text into a content file: the rest of it stays as it is, byte for byte, and nothing is ever lost."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from streekagenda.content.faults import Fault
from streekagenda.content.files import open_content
from streekagenda.content.git_command import git

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from streekagenda.diagnostics import Correction

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARK = "\ufeff"


def rewritten(content: bytes, corrections: Iterable[tuple[int, Correction]]) -> bytes | None:
    """Return a file in UTF-8 with corrections on lines counted from 1; ``None`` where one has no place, or two overlap."""
    text = content.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    lines = _LINE.findall(text.removeprefix(_MARK))
    last: tuple[int, int] | None = None
    for number, one in sorted(corrections, key=lambda item: (item[0], item[1].start), reverse=True):
        if number > len(lines) or (last is not None and last[0] == number and one.end > last[1]):
            return None
        last = number, one.start
        lines[number - 1] = one.of(lines[number - 1])
    return (mark + "".join(lines)).encode("utf-8")


def rewrite(root: Path, path: str, before: bytes, after: bytes) -> bool:
    """Put other bytes into a file in one step, with the same permissions; ``False`` where it is not what it was.

    Raises:
        OSError: the machine fails; the file is as it was.
    """
    file = root / path
    new = file.with_name(f".{file.name}.{os.urandom(8).hex()}.tmp")
    if not _is(root, path, before):
        return False
    found = file.lstat()
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(after)
            stream.flush()
            os.fchmod(stream.fileno(), stat.S_IMODE(found.st_mode))
            os.fsync(stream.fileno())
        if not _is(root, path, before):
            new.unlink()
            return False
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return True


def _is(root: Path, path: str, content: bytes) -> bool:
    """Whether a file below the folder, reached without a link, holds these bytes."""
    parts = path.split("/")
    if any((root / "/".join(parts[: number + 1])).is_symlink() for number in range(len(parts))):
        return False
    read = open_content(root, path)
    return not isinstance(read, Fault) and read == content


def in_git(root: Path) -> frozenset[str]:
    """Return the paths of the files that git has just as they are, so that they can be had back."""
    tracked = git(root, "ls-files", "-z")
    changed = git(root, "diff", "--name-only", "--relative", "--no-ext-diff", "--no-textconv", "-z", "HEAD")
    if tracked is None or changed is None:
        return frozenset()
    return frozenset(os.fsdecode(name) for name in {*tracked.split(b"\0")} - {*changed.split(b"\0"), b""})


def kept(root: Path, path: str, content: bytes) -> str:
    """Keep bytes beside a file, under a name that nothing reads, and return its path below the folder."""
    for number in range(1, 1000):
        name = f"{path}~" if number == 1 else f"{path}.{number}~"
        try:
            with (root / name).open("xb") as stream:
                stream.write(content)
        except FileExistsError:
            continue
        return name
    message = f"{path}~"
    raise FileExistsError(message)
