"""The new site, made in a work folder while the old one is read."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from streekagenda.output.destination import Destination
from streekagenda.output.durability import Flusher
from streekagenda.output.old_site import FILE_MODE, FOLDER_MODE
from streekagenda.output.work_folder import name_work_folder, remove_work_folder

# Where a file cannot be linked: no links on this file system, or too many; another one (an overlay's lower layer);
# a file of another user (protected_hardlinks in proc_sys_fs(5)).
_NO_LINK = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_AT_HAND = 4_000
"""So many folders are known to be there; nearly all are made for one page."""


class NewSite:
    """A tree that grows by what has changed; a published file is never written to, since trees share files.

    Several processes may write to it, each with a copy that it has by being forked. Nothing is made on the disk before
    the first call of ``write`` or ``link``: a build of nothing new leaves no trace.
    Names are paths below the site's folder, as the machine spells them.
    """

    def __init__(self, destination: Destination) -> None:
        self._site = destination.site
        self._work = name_work_folder(destination)
        self._folders: set[str] = set()
        self._as_asked: bool | None = None
        """Whether the machine gives what is made the modes that are asked for: no umask(2) or acl(5) takes of them."""
        self._flusher: Flusher | None = Flusher(destination.workplace)
        self.tree = self._work / "site"
        self.aside = self._work / "old"
        self.twin = self._work / "twin"
        """Another tree with links to all that is written, where it was asked for and every link could be made."""
        self._given_up = self._work / "given up"
        self.copied = False
        """Whether a file could not be linked, so that it is another one here."""
        self._twinned = False

    def begin_twin(self) -> None:
        """Have all that is written stand in a twin too: made now, for a process that gives it up does so for all."""
        self.begin()
        self.twin.mkdir()
        self._twinned = True

    def write(self, name: str, content: bytes) -> None:
        """Write a new file: mode 0644, whatever the umask. Where there is no room, a twin makes some by going."""
        try:
            self._write(name, content)
        except OSError as error:
            if error.errno not in _FULL or not self._is_rid_of_twin():
                raise
            Path(self.tree, name).unlink(missing_ok=True)
            self._write(name, content)

    def _write(self, name: str, content: bytes) -> None:
        path = self._path(name)
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, FILE_MODE)
        try:
            if not self._as_asked:
                os.fchmod(opened, FILE_MODE)
            left = memoryview(content)
            while left:
                left = left[os.write(opened, left) :]
        except OSError as error:
            error.filename = path  # a full disk is named, not only a full descriptor
            raise
        finally:
            os.close(opened)
        if self._twinned:
            try:
                os.link(path, f"{self.twin}/{name}", follow_symlinks=False)
            except OSError:
                self._give_twin_up()

    def link(self, name: str) -> None:
        """Take a file over from the old site, and its mtime with it."""
        old, new = f"{self._site}/{name}", self._path(name)
        try:
            os.link(old, new, follow_symlinks=False)
        except OSError as error:
            if error.errno not in _NO_LINK:
                raise
            self.copied = True
            content, status = Path(old).read_bytes(), Path(old).stat()
            self.write(name, content)
            os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))

    def begin(self) -> Path:
        """Return the work folder, made if nothing was written."""
        self._path("")
        return self._work

    def flush(self, tree: Path) -> None:
        """Have a tree on the disk: this one, made even if nothing is in it, or another on the same file system."""
        self.begin()
        if self._flusher:
            self._flusher.flush(tree)

    def discard(self) -> None:
        """Remove the work folder and all that is still in it, if there is one."""
        if self._flusher:
            self._flusher.close()
            self._flusher = None
        remove_work_folder(self._work, self._site)

    def _path(self, name: str) -> str:
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            self._make_folder(folder)
        return f"{self.tree}/{name}"

    def _make_folder(self, folder: str) -> None:
        if folder:
            above = folder.rpartition("/")[0]
            if above not in self._folders:
                self._make_folder(above)
        else:
            self._work.mkdir(mode=0o700, exist_ok=True)  # nobody looks at half a site
        if folder and self._twinned:  # before that of the tree: who finds that one finds both
            with suppress(OSError):  # as below; and into a folder that is not there nothing is linked
                os.mkdir(f"{self.twin}/{folder}", FOLDER_MODE)  # noqa: PTH102 -- as below
                if not self._as_asked:
                    os.chmod(f"{self.twin}/{folder}", FOLDER_MODE)  # noqa: PTH101 -- as below
        path = f"{self.tree}/{folder}"
        with suppress(FileExistsError):  # another process made it, or there is a file, as whoever writes below it finds
            os.mkdir(path, FOLDER_MODE)  # noqa: PTH102 -- a Path costs more than the call, and there are thousands
            if self._as_asked is None:
                self._as_asked = stat.S_IMODE(os.stat(path).st_mode) == FOLDER_MODE  # noqa: PTH116 -- as above
            if not self._as_asked:
                os.chmod(path, FOLDER_MODE)  # noqa: PTH101 -- as above
        if len(self._folders) >= _AT_HAND:
            self._folders.clear()
        self._folders.add(folder)

    def _give_twin_up(self) -> None:
        """Have no twin: under another name nobody finds it, whatever other processes do."""
        self._twinned = False
        with suppress(OSError):  # another process did so
            self.twin.rename(self._given_up)

    def _is_rid_of_twin(self) -> bool:
        """Whether there was a twin, or what was left of one, until now: its folders take room as those of the site do."""
        was = self._twinned or self._given_up.exists()
        self._give_twin_up()
        from shutil import rmtree  # noqa: PLC0415 -- it takes long to bring up, and mostly nothing is to go

        rmtree(self._given_up, ignore_errors=True)
        return was
