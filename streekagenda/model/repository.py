"""Where the content is kept: a git repository on a forge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Forge(StrEnum):
    """The program that a forge runs, which says what its addresses look like."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"
    """Gitea has the same addresses."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Repository:
    """The repository of a region, with what its addresses are made of."""

    url: str
    """Of its page on the forge, without a slash at its end."""
    forge: Forge
    branch: str = "main"
    content: str = "content"
    """The folder of the content in it, without slashes at its ends; empty when that is the repository itself."""
