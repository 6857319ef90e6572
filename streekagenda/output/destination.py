"""Where the site goes, and which folders we do not touch."""

import os
import pwd
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

MARKER = ".streekagenda"
"""The file that says a folder is ours. Names in the site that begin so are the program's own."""

MARKER_TEXT = b"""\
This folder is made by Streekagenda, and replaced as a whole by every build.
Do not edit or add anything here: it will be gone. The sources are in content/ and layouts/.
"""
_FIRST_LINE = MARKER_TEXT.splitlines()[0]


class UnsafeOutput(Exception):
    """The chosen folder is not ours to replace; the message is one line and names it as it was given."""

    def __init__(self, given: Path, reason: str, **values: str) -> None:
        """Take the reason apart from its values, so that it can be said in another language."""
        super().__init__(f"output folder {str(given)!r} {reason % values}")
        self.given = given
        self.reason = reason
        self.values = values


class Destination(Struct, frozen=True, kw_only=True):
    """The folder that becomes the site, and where the work on it is done."""

    given: Path
    """As the user wrote it, for messages."""
    site: Path
    """Absolute, links followed: a link stays, and what it points to is replaced."""
    mounted: bool
    """A mount point cannot be renamed, and nothing beside it can be linked into it: the work is done inside."""

    @property
    def workplace(self) -> Path:
        return self.site if self.mounted else self.site.parent

    @property
    def prefix(self) -> str:
        """How the names of our own files in the workplace begin."""
        return MARKER if self.mounted else f".{self.site.name}"

    @property
    def former(self) -> Path:
        """Where the former site is kept."""
        return self.workplace / f"{self.prefix}.former"

    def is_apart(self, name: str) -> bool:
        """Whether a name at the top of the site is not part of it: our work, or what the file system keeps there."""
        return self.mounted and (name.startswith(f"{MARKER}.") or name == "lost+found")


def find_destination(folder: Path, protected: Sequence[Path]) -> Destination:
    """Follow links, and refuse a folder that is, holds or lies in one that must stay.

    Raises:
        UnsafeOutput: for a home folder and all above it; for each of ``protected``, what holds it and what is in it;
            and as ``refuse_strangers`` does.
        OSError: from the machine.
    """
    site = Path(os.path.realpath(folder))
    if any(_holds(site, home) for home in _homes(site)):
        raise UnsafeOutput(folder, "is or holds a home folder")
    for other in protected:
        resolved = Path(os.path.realpath(other))
        if _holds(site, resolved) or _holds(resolved, site):
            raise UnsafeOutput(
                folder, "is, holds or lies in “%(other)s”, from which the site is made", other=str(other)
            )
    destination = Destination(given=folder, site=site, mounted=_is_mount_point(site))
    refuse_strangers(destination)
    return destination


def refuse_strangers(destination: Destination) -> None:
    """Refuse what is not a folder, not empty, and not made by us.

    Raises:
        UnsafeOutput: for such a folder, and for a git checkout, whose history would be gone.
        OSError: from the machine.
    """
    site = destination.site
    try:
        kind = site.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(kind):
        raise UnsafeOutput(destination.given, "is not a folder")
    names = {name for name in os.listdir(site) if not destination.is_apart(name)}  # noqa: PTH208 -- names, not paths
    if names and not _is_ours(site / MARKER):
        raise UnsafeOutput(destination.given, "holds files that Streekagenda did not make; name another, or empty it")
    if ".git" in names:
        raise UnsafeOutput(
            destination.given, "is a git checkout, which a build would erase; copy the site into it instead"
        )


def _is_ours(marker: Path) -> bool:
    try:
        return marker.is_file() and not marker.is_symlink() and marker.read_bytes().startswith(_FIRST_LINE)
    except PermissionError:
        return False


def _homes(site: Path) -> Iterable[Path]:
    """Of who runs us, and of who owns the folder: after sudo these are two."""
    yield Path(os.path.realpath(os.path.expanduser("~")))  # noqa: PTH111 -- Path.home raises where there is none
    owners = {os.getuid()}
    if site.exists():
        owners.add(site.stat().st_uid)
    for owner in owners:
        try:
            yield Path(os.path.realpath(pwd.getpwuid(owner).pw_dir))
        except KeyError:
            continue  # a container may run under a number without a name


def _holds(outer: Path, inner: Path) -> bool:
    """Whether ``inner`` is ``outer`` or lies in it, by name or by inode: a disk may not see case, a mount has two names."""
    itself = identity(outer)
    return any(
        folder == outer or (itself is not None and identity(folder) == itself) for folder in (inner, *inner.parents)
    )


def identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder from any other, whatever its name; ``None`` where there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _is_mount_point(folder: Path) -> bool:
    if folder.is_mount():
        return True
    # is_mount sees no bind mount from the same file system; Linux tells: proc_pid_mountinfo(5), the fifth field.
    try:
        table = Path("/proc/self/mountinfo").read_bytes()
    except OSError:
        return False
    spelled = os.fsencode(folder)
    for character in b"\\", b" ", b"\t", b"\n":
        spelled = spelled.replace(character, b"\\%03o" % ord(character))
    return any(line.split(b" ")[4] == spelled for line in table.split(b"\n") if line)
