"""Real git repositories, with fixed dates and a made-up editor."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> str:
    """Run git as an editor, at noon of a day or at a moment, with no settings of this machine; return what it says."""
    stamp = day if "T" in day else f"{day}T12:00:00+0000"
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Een redacteur"), ("EMAIL", "redactie@example.org"), ("DATE", stamp))
    }
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment, encoding="utf-8"
    )
    return done.stdout.strip()


def repository(folder: Path) -> Path:
    """Make an empty repository with the branch ``main``."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    return folder


def committed(folder: Path, files: Mapping[str, str | None], day: str = "2026-01-01") -> str:
    """Write files, remove those that are ``None``, commit all, and return the name of the commit."""
    changed(folder, files)
    git(folder, "add", "-A", ".")
    git(folder, "commit", "-q", "--allow-empty", "-m", "Wijziging", day=day)
    return git(folder, "rev-parse", "HEAD")


def changed(folder: Path, files: Mapping[str, str | None]) -> None:
    """Write files, and remove those that are ``None``, without a commit."""
    for path, text in files.items():
        file = folder / path
        if text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
