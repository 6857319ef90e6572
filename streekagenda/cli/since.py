"""``check --since``: the comparison, or why what was asked for is nothing to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.cli.refusals import Refused
from streekagenda.comparison import compare
from streekagenda.content.revisions import NoSuchRevision

if TYPE_CHECKING:
    from streekagenda.builds import Settings
    from streekagenda.checks.online import Ask
    from streekagenda.comparison import Comparison
    from streekagenda.content.revisions import Reason

_SAID: dict[Reason, str] = {
    "empty": (
        "“%(revision)s” names no revision: is it a variable that is empty? "
        "Write a branch, a tag or a commit, such as main or HEAD~1."
    ),
    "no-git": "“%(revision)s” cannot be looked up: git is not installed.",
    "refused": "“%(revision)s” cannot be looked up: git refuses to read this folder. The command git status says why.",
    "no-repository": "“%(revision)s” cannot be looked up: this folder is not in a git repository.",
    "no-commits": "“%(revision)s” cannot be looked up: nothing has been committed here yet.",
    "unknown": "git does not know “%(revision)s”. Write a branch, a tag or a commit, such as main or HEAD~1.",
    "shallow": (
        "“%(revision)s” is not in this clone, which holds only a part of the history. "
        "Get the rest with: git fetch --unshallow (in a workflow: fetch-depth: 0, without a filter)."
    ),
    "no-shared-past": "The two sides of “%(revision)s” have no commit in common, so there is nothing to compare.",
    "elsewhere": "“%(revision)s” is not what is checked out here. Go there first: git switch %(revision)s",
}


def compared(settings: Settings, revision: str, ask: Ask | None) -> Comparison:
    """Return what has changed since a revision; one that cannot be found is refused."""
    try:
        return compare(settings, revision, ask)
    except NoSuchRevision as refused:
        raise Refused(_SAID[refused.reason], revision=refused.revision) from None
