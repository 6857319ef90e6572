"""A site that is made from the former one is the site that is made anew, whatever anybody did to either."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.output import Published, former_site, known_site, publication, publish, traces
from tests.output.sites import NEW, OLD, Remembering, files_in, modes_in, names_in, outputs

FORMER = ".site.former"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Published twice, so that there is a former one."""
    publish(outputs(NEW), tmp_path / "site", keep=True)
    publish(outputs(OLD), tmp_path / "site", keep=True)
    return tmp_path / "site"


def test_former_site_is_kept_for_nobody_to_see(site: Path) -> None:
    assert names_in(site.parent) == [FORMER, ".site.lock", "site"]
    assert files_in(site.parent / FORMER) == NEW
    assert modes_in(site.parent)[FORMER] == 0o700
    assert modes_in(site)["."] == 0o755


def test_what_did_not_change_is_one_file_in_both(site: Path) -> None:
    publish(outputs(NEW), site, keep=True)
    both = [(site / "same.html").stat(), (site.parent / FORMER / "same.html").stat()]
    assert both[0].st_ino == both[1].st_ino
    assert both[0].st_nlink == 2


def test_nothing_is_linked_again_but_what_the_last_publication_changed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links: list[str] = []
    link = os.link
    monkeypatch.setattr(os, "link", lambda one, other, **given: (links.append(one), link(one, other, **given)))
    changed = OLD | {"same.html": "other"}
    assert publish(outputs(changed), site, keep=True) == Published(written=1, unchanged=7, removed=0)
    assert len(links) == 7  # all but what was written and our mark: the two have nothing else in common
    links.clear()
    publish(outputs(changed | {"over": "another"}), site, keep=True)
    assert links == [f"{site}/same.html"]
    assert files_in(site) == changed | {"over": "another"}


def test_first_publication_leaves_a_twin_of_which_the_next_links_and_lists_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds = Remembering(tmp_path / "site")
    builds.publish(OLD)
    assert names_in(tmp_path) == [FORMER, ".site.lock", "site"]
    assert modes_in(tmp_path)[FORMER] == 0o700
    for path in (*OLD, ".streekagenda"):
        assert (tmp_path / FORMER / path).samefile(builds.site / path)
    monkeypatch.setattr(former_site, "read_tree", None)
    monkeypatch.setattr(os, "link", None)
    builds.publish(OLD | {"over": "another"})
    assert builds.known == [False, True]
    assert files_in(builds.site) == OLD | {"over": "another"}
    assert files_in(tmp_path / FORMER) == OLD


def test_twin_has_the_modes_of_a_site_whatever_is_taken_of_what_is_made(tmp_path: Path) -> None:
    builds = Remembering(tmp_path / "site")
    before = os.umask(0o077)
    try:
        builds.publish(OLD)
        builds.publish(OLD | {"over": "another"})
    finally:
        os.umask(before)
    assert modes_in(builds.site) == {
        name: 0o755 if (builds.site / name).is_dir() else 0o644 for name in modes_in(builds.site)
    }


def test_twin_that_lacks_a_file_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(one: str, other: str, **given: bool) -> None:
        if other.endswith("agenda/index.html"):
            raise OSError(errno.EMLINK, os.strerror(errno.EMLINK))
        link(one, other, **given)  # type: ignore[arg-type]

    link = os.link
    monkeypatch.setattr(os, "link", refusing)
    builds = Remembering(tmp_path / "site")
    builds.publish(OLD)
    assert names_in(tmp_path) == [".site.lock", "site"]
    builds.publish(NEW)
    assert builds.known == [False, True]
    assert files_in(builds.site) == NEW


def test_twin_makes_room_where_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str | Path, flags: int, mode: int = 0o777, **given: int) -> int:
        twins = [*tmp_path.glob(".site.new-*/twin"), *tmp_path.glob(".site.new-*/given up")]
        if flags & os.O_CREAT and str(path).endswith("agenda/index.html") and twins:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return opened(path, flags, mode, **given)

    opened = os.open
    monkeypatch.setattr(os, "open", full)
    builds = Remembering(tmp_path / "site")
    builds.publish(OLD)
    assert names_in(tmp_path) == [".site.lock", "site"]
    builds.publish(NEW)
    assert files_in(builds.site) == NEW


def test_without_keeping_it_is_used_and_goes(site: Path) -> None:
    publish(outputs(NEW), site)
    assert files_in(site) == NEW
    assert names_in(site.parent) == [".site.lock", "site"]


def test_publish_of_nothing_new_leaves_it(site: Path) -> None:
    publish(outputs(OLD), site, keep=True)
    assert files_in(site.parent / FORMER) == NEW


DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": shutil.rmtree,
    "emptied": lambda former: [one.unlink() for one in former.rglob("*") if one.is_file()],
    "file gone": lambda former: (former / "same.html").unlink(),
    "file of others": lambda former: (former / "note.txt").touch(),
    "folder of others": lambda former: (former / "leeg").mkdir(),
    "link": lambda former: (former / "x").symlink_to("same.html"),
    "replaced": lambda former: ((former / "same.html").unlink(), (former / "same.html").write_text("other")),
    "written over": lambda former: (former / "same.html").write_text("in both"),
    "mode": lambda former: (former / "same.html").chmod(0o600),
    "mode of a folder": lambda former: (former / "agenda").chmod(0o700),
    "folder for a file": lambda former: ((former / "same.html").unlink(), (former / "same.html/x").mkdir(parents=True)),
    "file": lambda former: (shutil.rmtree(former), former.write_text("a file")),
    "link to elsewhere": lambda former: (former.rename(former.parent / "away"), former.symlink_to("away")),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_former_site_makes_no_other_site(damage: str, site: Path) -> None:
    DAMAGES[damage](site.parent / FORMER)
    publish(outputs(NEW), site, keep=True)
    assert files_in(site) == NEW
    assert modes_in(site) == {name: 0o755 if (site / name).is_dir() else 0o644 for name in modes_in(site)}
    publish(outputs(OLD), site, keep=True)
    assert files_in(site) == OLD
    assert not [name for name in names_in(site.parent) if ".new-" in name]


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_former_site_makes_no_other_site_where_it_is_known_how_it_was_left(
    damage: str, processes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if processes == 2:
        monkeypatch.setattr(traces, "_SHARED", 1)
    builds = Remembering(tmp_path / "site")
    for files in (OLD, NEW, OLD, NEW | {"agenda/2026/index.html": "old year"}):
        builds.publish(files)
    assert builds.known == [False, True, True, True]
    DAMAGES[damage](tmp_path / FORMER)
    builds.publish(OLD)
    assert files_in(builds.site) == OLD
    assert modes_in(builds.site) == {
        name: 0o755 if (builds.site / name).is_dir() else 0o644 for name in modes_in(builds.site)
    }
    builds.publish(NEW)
    assert files_in(builds.site) == NEW


STRAYS: dict[str, Callable[[Path], object]] = {
    "file": lambda site: (site / "agenda/notes.txt").write_text("not ours"),
    "file at the top": lambda site: (site / "notes.txt").write_text("not ours"),
    "link": lambda site: (site / "feeds/away").symlink_to("/"),
    "empty folder": lambda site: (site / "agenda/empty").mkdir(),
    "mode of a folder": lambda site: (site / "agenda").chmod(0o700),
}


@pytest.mark.parametrize("then", [OLD | {"over": "another"}, OLD], ids=["other files", "the same files"])
@pytest.mark.parametrize("stray", STRAYS)
def test_what_somebody_put_beside_the_files_of_a_site_is_in_no_next_one(
    stray: str, then: dict[str, str], tmp_path: Path
) -> None:
    builds = Remembering(tmp_path / "site")
    for files in (OLD, NEW, OLD):
        builds.publish(files)
    STRAYS[stray](builds.site)
    for files in (then, NEW, then):
        builds.publish(files)
        assert files_in(builds.site) == files
        assert modes_in(builds.site) == {
            name: 0o755 if (builds.site / name).is_dir() else 0o644 for name in modes_in(builds.site)
        }


def test_where_both_stand_as_they_were_left_neither_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builds = Remembering(tmp_path / "site")
    for files in (OLD, NEW, OLD):
        builds.publish(files)
    monkeypatch.setattr(former_site, "read_tree", None)
    monkeypatch.setattr(publication, "read_old_site", None)
    monkeypatch.setattr(former_site, "read_old_site", None)
    again: list[str] = []
    looked = traces._traces
    monkeypatch.setattr(
        traces,
        "_traces",
        lambda site, paths: (again.extend(paths) if len(paths) == 1 else None, looked(site, paths))[1],
    )
    assert builds.publish(OLD | {"over": "another"}) == Published(written=1, unchanged=7, removed=0)
    # what was written, and what the former site lacked: but for the mark, OLD and NEW have one file in common
    gone = {"plekken/x", "wijken/index.html"}  # folders of that one
    assert {*again} == {*OLD, "agenda", "agenda/2026", "feeds", "wijken"} - {"same.html"} | gone
    again.clear()
    assert builds.publish(OLD | {"over": "one more"}) == Published(written=1, unchanged=7, removed=0)
    assert again == ["over"]
    assert builds.publish(OLD | {"over": "one more"}) == Published(written=0, unchanged=8, removed=0)
    assert builds.known == [False, True, True, True, True, True]


def test_whole_is_written_again_when_much_differs_from_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_site, "_MUCH", 12)
    monkeypatch.setattr(former_site, "read_tree", None)
    builds = Remembering(tmp_path / "site")
    wholes = []
    for files in (OLD, OLD | {"over": "1"}, OLD | {"over": "2"}, NEW, OLD, NEW | {"over/index.html": "3"}):
        builds.publish(files)
        wholes.append(builds.whole)
        assert files_in(builds.site) == files
    assert builds.known == [False, True, True, True, True, True]
    assert [one is wholes[0] for one in wholes] == [True, True, True, False, False, False]


def test_site_that_is_gone_is_made_anew(site: Path) -> None:
    shutil.rmtree(site)
    publish(outputs(OLD), site, keep=True)
    assert files_in(site) == OLD
    assert (site.parent / FORMER / "same.html").samefile(site / "same.html")
    publish(outputs(NEW), site, keep=True)
    assert files_in(site) == NEW


_names = st.text("abé", min_size=1, max_size=2)
_sites = st.dictionaries(st.lists(_names, min_size=1, max_size=3).map("/".join), st.text("xy", max_size=2), max_size=8)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(_sites, st.sampled_from(["", "", "site", FORMER])), min_size=2, max_size=6))
def test_any_succession_of_sites_is_made(succession: list[tuple[dict[str, str], str]]) -> None:
    with TemporaryDirectory() as folder:
        site, expected = Path(folder) / "site", {}
        builds = Remembering(site)
        for files, edited in succession:
            ours = [
                path for path in (Path(folder) / edited).rglob("*") if path.is_file() and path.name != ".streekagenda"
            ]
            if edited and (found := sorted(ours)):
                found[len(found) // 2].write_text("by hand")
                found[-1].unlink()
            try:
                builds.publish(files)
            except ValueError:
                builds.publish(expected)
            else:
                expected = files
            assert files_in(site) == expected
            assert set(names_in(site.parent)) <= {FORMER, ".site.lock", "site"}
