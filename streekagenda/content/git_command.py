"""git, asked about a content folder. The folder may hold anything that somebody sent, so nothing in it is ever run."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pathlib

_SETTINGS = (
    "core.quotePath=false",
    f"core.hooksPath={os.devnull}",
    "core.fsmonitor=false",  # a program that git would start by itself
    "core.pager=cat",
    "log.showSignature=false",  # would start gpg
    "protocol.allow=never",  # what is not here is not fetched
)
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OF_ANOTHER_REPOSITORY = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"}
)
"""Set where a hook of git runs us: they would take the place of the folder's own repository."""


def git(folder: pathlib.Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git answers in a folder, ``given`` on its standard input; ``None`` where it refuses or is not there.

    The command is found on PATH, as users have it.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), "--no-pager", "--literal-pathspecs", *settings, *arguments],
            capture_output=True,
            check=False,
            input=given,
            env={**environment, **_ENVIRONMENT},
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
