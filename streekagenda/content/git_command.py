"""git, asked about a content folder. The folder may hold anything that somebody sent, so nothing in it is ever run."""

from __future__ import annotations

import os
import pathlib
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence

_SETTINGS = (
    "core.quotePath=false",
    f"core.hooksPath={os.devnull}",
    "core.fsmonitor=false",  # a program that git would start by itself
    "core.pager=cat",
    "log.showSignature=false",  # would start gpg
    # what a user may have chosen otherwise for reading, and would be another history
    "log.showRoot=true",
    "log.follow=false",
    "log.diffMerges=separate",
    "diff.renameLimit=1000",
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

PATIENCE = 300.0
"""Seconds that git may take for the log of a huge history."""
AT_ONCE = 20.0
"""Seconds for what it knows without looking: whoever does not say it then, as on a disk that hangs, says nothing."""
Lacking = Literal["no-history", "git-refuses", "git-silent"]
"""Codes of why there is no history: git does not know the folder, does not trust it, or does not answer."""


def git(folder: pathlib.Path, *arguments: str, given: bytes = b"", seconds: float = PATIENCE) -> bytes | None:
    """Return what git answers in a folder, ``given`` on its standard input.

    ``None`` where it refuses, is not there, or has not answered in so many seconds.
    """
    try:
        done = _run(folder, arguments, given, seconds)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def has_repository(folder: pathlib.Path) -> bool:
    """Whether git can find a repository of a folder: some folder above holds ``.git``, or is one itself (gitrepository-layout)."""
    here = pathlib.Path(os.path.realpath(folder))
    return any(os.path.lexists(above / name) for above in (here, *here.parents) for name in (".git", "HEAD"))


def why_nothing(folder: pathlib.Path) -> Lacking:
    """Return why git told no history of a folder."""
    try:
        done = _run(folder, ("rev-parse", "--verify", "HEAD"), b"", AT_ONCE)
    except TimeoutError:
        return "git-silent"
    except OSError:
        return "no-history"
    if b"safe.directory" in done.stderr:  # it reads no repository that belongs to somebody else (CVE-2022-24765)
        return "git-refuses"
    return "no-history" if done.returncode else "git-silent"


def _run(
    folder: pathlib.Path, arguments: Sequence[str], given: bytes, seconds: float
) -> subprocess.CompletedProcess[bytes]:
    """Run git, found on PATH as users have it; it is ended when its time is over. Raises OSError, a TimeoutError for that."""
    import subprocess  # noqa: PLC0415 -- 2 ms, which a folder without a repository does without

    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    try:
        return subprocess.run(
            ["git", "-C", str(folder), "--no-pager", "--literal-pathspecs", *settings, *arguments],
            capture_output=True,
            check=False,
            input=given,
            timeout=seconds,
            env={**environment, **_ENVIRONMENT},
        )
    except subprocess.TimeoutExpired as late:
        raise TimeoutError from late
