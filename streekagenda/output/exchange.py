"""Two folders change places: the door to renameat2(2), which Python does not offer."""

import ctypes
import errno
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 1 << 1

_libc = ctypes.CDLL(None, use_errno=True)
_renameat2 = getattr(_libc, "renameat2", None)  # Linux 3.15, glibc 2.28; not in older musl, not on macOS

# What renameat2 answers where the kernel, the file system (NFS) or a container's filter does not offer it.
_NOT_OFFERED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})


def put_in_place(new: Path, site: Path, *, aside: Path) -> None:
    """Make ``new`` the site, in one step. The old site is then at ``new``, or at ``aside``, or there was none.

    Where two folders cannot be exchanged, it takes two renames: for a moment there is no site, and whoever is killed
    in that moment leaves the old one at ``aside`` (see ``remove_work_folder``).

    Raises:
        OSError: EBUSY for a mount point; EXDEV for a folder from a lower layer of a container's overlay.
    """
    if not site.exists():
        new.rename(site)
        return
    try:
        exchange(new, site)
    except OSError as error:
        if error.errno not in _NOT_OFFERED:
            raise
        site.rename(aside)
        new.rename(site)


def exchange(one: Path, other: Path) -> None:
    """Exchange two names atomically, with RENAME_EXCHANGE of renameat2(2)."""
    if _renameat2 is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one), None, str(other))
    if _renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(one), None, str(other))
