"""Where the content is kept: a git repository on a forge."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Forge(StrEnum):
    """The program that a forge runs, which says what its addresses look like."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"
    """Gitea has the same addresses."""


class Repository(Struct, frozen=True, kw_only=True, gc=False):
    """The repository of a region, with what its addresses are made of."""

    url: str
    """Of its page on the forge, without a slash at its end."""
    forge: Forge
    branch: str = "main"
    content: str = "content"
    """The folder of the content in it, without slashes at its ends; empty when that is the repository itself."""
