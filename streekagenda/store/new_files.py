"""A file that is written before it takes the place of another one."""

from __future__ import annotations

import os
from pathlib import Path


def new_file(folder: Path) -> tuple[int, Path]:
    """Make a file that nobody else has made, open to the user alone; return its descriptor and where it stands.

    As ``tempfile`` does, which takes 3 ms to bring up. Raises OSError.
    """
    path = Path(folder, f"{os.urandom(8).hex()}.new")
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600), path
