"""Which commit somebody means: ``HEAD~3``, ``main..``, ``origin/main...HEAD``, as git reads them (gitrevisions)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from streekagenda.content.git_command import git

if TYPE_CHECKING:
    import pathlib

Reason = Literal[
    "empty", "no-git", "refused", "no-repository", "no-commits", "unknown", "shallow", "no-shared-past", "elsewhere"
]

_RANGE = re.compile(r"(?P<old>.*?)(?P<dots>\.{2,3})(?P<new>.*)", re.DOTALL)
_OBJECT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


class NoSuchRevision(Exception):
    """What was asked for is not a revision that content can be compared with."""

    def __init__(self, reason: Reason, revision: str) -> None:
        """Take why, and which revision it is about."""
        super().__init__(f"{reason}: {revision}")
        self.reason = reason
        self.revision = revision


def tree_of(folder: pathlib.Path, asked: str) -> str:
    """Return the object name of the tree that ``asked`` compares the working tree of ``folder`` with.

    ``REV`` and ``REV..`` are that revision itself; ``A...B`` is where B left A, so that what happened to A since does not
    count: what a pull request changes. B is what is checked out, since files are read from there.

    Raises:
        NoSuchRevision: there is no git or no repository, or it does not know this revision.
    """
    parts = _RANGE.fullmatch(asked)
    left = parts["old"] if parts else asked
    if not left.strip():  # git takes HEAD; of a variable that is empty that would find nothing wrong, whatever there is
        raise NoSuchRevision("empty", asked)
    if git(folder, "rev-parse", "--is-inside-work-tree") != b"true\n":
        raise NoSuchRevision(_why_nothing(folder), asked)
    old = _commit(folder, left)
    if parts is None:
        return _tree(folder, old)
    head = _commit(folder, "HEAD")
    if _commit(folder, parts["new"] or "HEAD") != head:
        raise NoSuchRevision("elsewhere", parts["new"])
    return _tree(folder, old if parts["dots"] == ".." else _shared(folder, old, head, asked))


def _commit(folder: pathlib.Path, revision: str) -> str:
    """Return the object name of a commit, or of what else has files: a tag, a tree."""
    found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{}}")
    name = found.decode("ascii", "replace").strip() if found else ""
    if revision.startswith("-") or not _OBJECT.fullmatch(name) or git(folder, "cat-file", "-e", name) is None:
        raise NoSuchRevision(_why_unknown(folder), revision)
    return name


def _tree(folder: pathlib.Path, name: str) -> str:
    found = git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{tree}}")
    if not found:
        raise NoSuchRevision(_why_unknown(folder), name)
    return found.decode("ascii").strip()


def _shared(folder: pathlib.Path, one: str, other: str, asked: str) -> str:
    """Return the last commit that two lines have in common."""
    found = git(folder, "merge-base", one, other)
    if not found:
        raise NoSuchRevision("shallow" if _is_shallow(folder) else "no-shared-past", asked)
    return found.decode("ascii").split()[0]


def _why_nothing(folder: pathlib.Path) -> Reason:
    if git(folder, "--version") is None:
        return "no-git"
    here = folder.resolve()
    # git reads no repository that belongs to somebody else (CVE-2022-24765), as happens in containers
    return "refused" if any((above / ".git").exists() for above in (here, *here.parents)) else "no-repository"


def _why_unknown(folder: pathlib.Path) -> Reason:
    if _is_shallow(folder):
        return "shallow"
    return "unknown" if git(folder, "rev-parse", "--verify", "--quiet", "HEAD") else "no-commits"


def _is_shallow(folder: pathlib.Path) -> bool:
    return git(folder, "rev-parse", "--is-shallow-repository") == b"true\n"
