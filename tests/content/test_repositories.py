"""``repository`` of region.yaml: the forge is known by its host, or said."""

from pathlib import Path

import pytest

from streekagenda.model.repository import Forge, Repository
from tests.content_files import REGION, validated


@pytest.mark.parametrize(
    ("written", "repository"),
    [
        (
            "https://github.com/kern/agenda",
            Repository(url="https://github.com/kern/agenda", forge=Forge.GITHUB, branch="main", content="content"),
        ),
        ("https://github.com/kern/agenda.git", Repository(url="https://github.com/kern/agenda", forge=Forge.GITHUB)),
        ("https://codeberg.org/kern/agenda/", Repository(url="https://codeberg.org/kern/agenda", forge=Forge.FORGEJO)),
        ("https://gitlab.com/a/b/c", Repository(url="https://gitlab.com/a/b/c", forge=Forge.GITLAB)),
        (
            "{url: https://git.example.org/kern/agenda, forge: gitea, branch: uit/gave, content: een/map/}",
            Repository(
                url="https://git.example.org/kern/agenda", forge=Forge.FORGEJO, branch="uit/gave", content="een/map"
            ),
        ),
        (
            "{url: https://github.com/kern/agenda, content: .}",
            Repository(url="https://github.com/kern/agenda", forge=Forge.GITHUB, content=""),
        ),
    ],
)
def test_repository_is_read(tmp_path: Path, written: str, repository: Repository) -> None:
    calendar = validated(tmp_path, {"region.yaml": f"{REGION}opslag: {written}\n"}).calendar
    assert calendar is not None
    assert calendar.region.repository == repository


@pytest.mark.parametrize(
    ("written", "code", "suggestion"),
    [
        ("http://github.com/kern/agenda", "bad-repository", "https://github.com/kern/agenda"),
        ("https://github.com/kern", "bad-repository", None),
        ("https://github.com/kern/agenda/tree/main", "bad-repository", "https://github.com/kern/agenda"),
        ("https://gitlab.com/kern/agenda/-/tree/main", "bad-repository", "https://gitlab.com/kern/agenda"),
        ("https://git.example.org/kern/agenda", "unknown-forge", None),
        ("git@github.com:kern/agenda.git", "bad-url", None),
        ("{url: https://git.example.org/kern/agenda, forge: svn}", "unknown-value", None),
        ("{url: https://github.com/kern/agenda, branch: ../x}", "bad-repository-branch", None),
        ("{url: https://github.com/kern/agenda, content: /etc}", "bad-repository-content", None),
        ("{url: https://github.com/kern/agenda, content: a/../b}", "bad-repository-content", None),
    ],
)
def test_repository_that_cannot_be_is_said(tmp_path: Path, written: str, code: str, suggestion: str | None) -> None:
    result = validated(tmp_path, {"region.yaml": f"{REGION}repository: {written}\n"})
    assert result.calendar is None
    assert [(one.code, one.suggestion) for one in result.diagnostics] == [(code, suggestion)]
