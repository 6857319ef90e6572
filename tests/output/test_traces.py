"""Whatever is changed in a site, it stands otherwise; looked at by one process, or by two."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from streekagenda.output import look, publish, traces
from streekagenda.output.traces import with_folders
from tests.output.sites import NEW, OLD, outputs


def edited(path: Path) -> None:
    """Other text of the same length, and the same time as before."""
    status = path.stat()
    path.write_bytes(path.read_bytes().swapcase())
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    **{f"{name} taken away": (lambda site, name=name: (site / name).unlink()) for name in OLD},  # type: ignore[misc]
    **{f"{name} written over": (lambda site, name=name: edited(site / name)) for name in OLD},  # type: ignore[misc]
    "cut off": lambda site: os.truncate(site / "same.html", 3),
    "mode": lambda site: (site / "same.html").chmod(0o600),
    "mode of a folder": lambda site: (site / "agenda").chmod(0o700),
    "mode of the site": lambda site: site.chmod(0o700),
    "folder of folders taken away": lambda site: (site / "agenda").rename(site.parent / "elsewhere"),
    "file of others": lambda site: (site / "agenda/2026/note.txt").touch(),
    "file of others at the top": lambda site: (site / "note.txt").touch(),
    "folder of others": lambda site: (site / "agenda/2026/leeg").mkdir(),
    "folder of others at the top": lambda site: (site / "leeg").mkdir(),
    "link to another": lambda site: (site / "over").unlink() or (site / "over").symlink_to("plekken"),  # type: ignore[func-returns-value]
    "replaced by one that is the same": lambda site: (
        (site / "x").write_text("a file"),
        (site / "x").rename(site / "over"),
    ),
}


@pytest.fixture(params=["one process", "two processes"])
def _processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two processes":
        monkeypatch.setattr(traces, "_SHARED", 1)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.usefixtures("_processes")
def test_any_change_of_a_site_shows(change: str, tmp_path: Path) -> None:
    site, held = tmp_path / "site", []
    publish(outputs(OLD), site, done=lambda _, left: held.extend(left.files))
    names, many = with_folders(held), len(held)
    before = look(site, names, many).digest
    assert look(site, names, many).digest == before
    CHANGES[change](site)
    try:
        assert look(site, names, many).digest != before
    except FileNotFoundError:
        assert not all(os.path.lexists(site / name) for name in names)


def test_folders_are_named_once_and_files_first() -> None:
    assert with_folders(["b", "a/b/c", "a/b/d", "a/e/f"]) == ["a/b/c", "a/b/d", "a/e/f", "b", "a", "a/b", "a/e"]


def test_publication_tells_all_names_that_the_site_holds(tmp_path: Path) -> None:
    told: list[str] = []
    publish(outputs(OLD), tmp_path / "site")
    publish(outputs(NEW), tmp_path / "site", done=lambda _, left: told.extend(left.files))
    assert sorted(told) == sorted({*NEW, ".streekagenda"})
