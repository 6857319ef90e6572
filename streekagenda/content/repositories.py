"""``repository`` in region.yaml becomes the place where the content is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streekagenda.model.repository import Forge, Repository

if TYPE_CHECKING:
    from streekagenda.content.declarations.parts import WrittenRepository
    from streekagenda.content.findings import Findings

_KEY = "repository"
_HOSTS = {"github.com": Forge.GITHUB, "gitlab.com": Forge.GITLAB, "codeberg.org": Forge.FORGEJO}
"""Forges whose program is known; of any other host it has to be said."""
_NAME = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
_PATHS = {
    Forge.GITHUB: re.compile(rf"/{_NAME}/{_NAME}"),
    Forge.GITLAB: re.compile(rf"(?:/{_NAME}){{2,}}"),
    Forge.FORGEJO: re.compile(rf"(?:/{_NAME}){{2,}}"),
}
"""Owner and repository; GitLab has groups in groups, and a Forgejo may itself stand below a path."""
_BRANCH = re.compile(rf"{_NAME}(?:/{_NAME})*")
_FOLDER = re.compile(rf"(?:\.|{_NAME}(?:/{_NAME})*)")


def repository(written: str | WrittenRepository | None, findings: Findings) -> Repository | None:
    """Return where the content is kept; what is wrong with it goes to ``findings``."""
    if written is None:
        return None
    inner = not isinstance(written, str)
    url = written if isinstance(written, str) else written.url
    forge = None if isinstance(written, str) else written.forge
    branch = "main" if isinstance(written, str) else written.branch
    folder = "content" if isinstance(written, str) else written.content.rstrip("/")
    at = (_KEY, "url") if inner else (_KEY,)
    parts = urlsplit(url)
    path = parts.path.rstrip("/").removesuffix(".git")
    kind = forge or _HOSTS.get((parts.hostname or "").removeprefix("www."))
    if parts.scheme != "https" or parts.query or parts.fragment or not _PATHS[kind or Forge.GITLAB].fullmatch(path):
        findings.add("bad-repository", at, value=url, suggestion=_first_two(parts.netloc, path))
        return None
    if kind is None:
        findings.add("unknown-forge", at, host=parts.hostname or "")
        return None
    for key, value, shape in (("branch", branch, _BRANCH), ("content", folder, _FOLDER)):
        if not shape.fullmatch(value) or ".." in value:
            findings.add(f"bad-repository-{key}", (_KEY, key), value=value)
            return None
    return Repository(
        url=f"https://{parts.netloc}{path}", forge=kind, branch=branch, content="" if folder == "." else folder
    )


def _first_two(host: str, path: str) -> str | None:
    """Return the address of the repository where a page of it was copied: ``…/owner/repository/tree/main``."""
    found = re.match(rf"/{_NAME}/{_NAME}(?=/|$)", path)
    return f"https://{host}{found[0]}" if host and found and host in _HOSTS else None
