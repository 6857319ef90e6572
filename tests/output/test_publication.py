"""What a publication promises about the folder it leaves behind."""

import os
import shutil
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.output import Kept, Output, Published, publish, ready
from tests.output.sites import NEW, OLD, ROOT, Remembering, files_in, modes_in, names_in, outputs, traces_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


# ------------------------------------------------------------------------------------------------ what stands there


def test_publish_makes_the_site(site: Path) -> None:
    assert publish(outputs(OLD), site) == Published(written=8, unchanged=0, removed=0)
    assert files_in(site) == OLD


def test_publish_marks_the_folder_as_ours(site: Path) -> None:
    publish(outputs({}), site)
    assert (site / ".streekagenda").read_text() == (
        "This folder is made by Streekagenda, and replaced as a whole by every build.\n"
        "Do not edit or add anything here: it will be gone. The sources are in content/ and layouts/.\n"
    )


def test_publish_replaces_the_site(site: Path) -> None:
    publish(outputs(OLD), site)
    assert publish(outputs(NEW), site) == Published(written=7, unchanged=1, removed=4)
    assert files_in(site) == NEW


def test_publish_leaves_only_its_lock_beside_the_site(site: Path) -> None:
    publish(outputs(OLD), site)
    publish(outputs(NEW), site)
    assert names_in(site.parent) == [".site.lock", "site"]


def test_publish_makes_the_folders_above_the_site(tmp_path: Path) -> None:
    publish(outputs(OLD), tmp_path / "a" / "b" / "site")
    assert files_in(tmp_path / "a" / "b" / "site") == OLD


def test_publish_fills_an_empty_folder(site: Path) -> None:
    site.mkdir()
    publish(outputs(OLD), site)
    assert files_in(site) == OLD


def test_publish_of_nothing_empties_the_site(site: Path) -> None:
    publish(outputs(OLD), site)
    assert publish(outputs({}), site) == Published(written=0, unchanged=0, removed=8)
    assert names_in(site) == [".streekagenda"]


def test_publish_removes_the_folders_that_are_empty(site: Path) -> None:
    publish(outputs({"a/b/c/d.html": "deep", "a/e.html": "less deep"}), site)
    publish(outputs({"a/e.html": "less deep"}), site)
    assert files_in(site) == {"a/e.html": "less deep"}


def test_publish_removes_what_others_put_into_the_site(site: Path) -> None:
    publish(outputs(OLD), site)
    (site / "note.txt").write_text("by hand")
    (site / "link.html").symlink_to("index.html")
    os.mkfifo(site / "feeds" / "pipe")
    (site / "empty" / "folder").mkdir(parents=True)
    assert publish(outputs(OLD), site) == Published(written=0, unchanged=8, removed=3)
    assert files_in(site) == OLD


def test_publish_removes_an_empty_folder_where_nothing_else_changed(site: Path) -> None:
    publish(outputs(OLD), site)
    (site / "empty").mkdir()
    assert publish(outputs(OLD), site) == Published(written=0, unchanged=8, removed=0)
    assert files_in(site) == OLD


def test_publish_replaces_a_link_by_the_file_that_belongs_there(site: Path) -> None:
    publish(outputs(OLD), site)
    (site / "index.html").unlink()
    (site / "index.html").symlink_to("same.html")
    (site / "same.html").write_text("old home")
    publish(outputs(OLD), site)
    assert files_in(site) == OLD


def test_publish_follows_a_link_and_leaves_it(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    link = tmp_path / "site"
    link.symlink_to("www/target")
    publish(outputs(OLD), link)
    publish(outputs(NEW), link)
    assert link.readlink() == Path("www/target")
    assert files_in(tmp_path / "www" / "target") == NEW
    assert names_in(tmp_path / "www") == [".target.lock", "target"]


def test_publish_does_not_mind_the_order_of_outputs(site: Path, tmp_path: Path) -> None:
    backwards = tmp_path / "backwards"
    publish(outputs(OLD), site)
    publish(reversed(list(outputs(OLD))), backwards)
    assert publish(outputs(NEW), site) == publish(reversed(list(outputs(NEW))), backwards)
    assert files_in(site) == files_in(backwards)
    assert modes_in(site) == modes_in(backwards)


_names = st.text("abAB.-é", min_size=1, max_size=3).filter(lambda name: name not in {".", ".."})
_sites = st.dictionaries(st.lists(_names, min_size=1, max_size=3).map("/".join), st.text("xy", max_size=3), max_size=8)


@settings(max_examples=100, deadline=None)
@given(_sites, _sites)
def test_publish_leaves_exactly_the_outputs_or_exactly_what_was(before: dict[str, str], after: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        expected = {}
        for files in before, after:
            try:
                publish(outputs(files), site)
            except ValueError:
                pass
            else:
                expected = files
            assert (files_in(site) if site.exists() else {}) == expected
            assert not [name for name in names_in(site.parent) if ".new-" in name]


# --------------------------------------------------------------------------------------------- what did not change


def test_publish_keeps_the_mtime_of_what_did_not_change(site: Path) -> None:
    publish(outputs(OLD), site)
    for name in OLD:
        os.utime(site / name, ns=(1, 1_000_000_001))
    publish(outputs(NEW), site)
    assert {name for name in NEW if (site / name).stat().st_mtime_ns == 1_000_000_001} == {"same.html"}


def test_publish_sees_a_change_of_the_same_size_and_mtime(site: Path) -> None:
    publish(outputs({"a": "one"}), site)
    status = (site / "a").stat()
    (site / "a").write_text("two")
    os.utime(site / "a", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert publish(outputs({"a": "one"}), site) == Published(written=1, unchanged=0, removed=0)
    assert files_in(site) == {"a": "one"}


def test_publish_compares_all_of_a_large_file(site: Path) -> None:
    large = "x" * 3_000_000
    publish(outputs({"a": large, "b": large}), site)
    assert publish(outputs({"a": large, "b": large[:-1] + "y"}), site) == Published(written=1, unchanged=1, removed=0)
    assert files_in(site) == {"a": large, "b": large[:-1] + "y"}


def test_publish_of_nothing_new_touches_nothing(site: Path) -> None:
    publish(outputs(OLD), site)
    before = traces_of(site.parent)
    assert publish(outputs(OLD), site) == Published(written=0, unchanged=8, removed=0)
    assert traces_of(site.parent) == before


def test_publish_never_writes_to_a_published_file(site: Path, tmp_path: Path) -> None:
    publish(outputs(OLD), site)
    shutil.copytree(site, tmp_path / "copy", copy_function=os.link)
    publish(outputs(NEW), site)
    assert files_in(tmp_path / "copy") == OLD


# ------------------------------------------------------------------------------------------- what is known to stay


def unmade() -> bytes:
    raise AssertionError("it is made")


def test_publish_asks_for_no_bytes_of_what_stays(site: Path) -> None:
    publish(outputs(OLD), site)
    before = (site / "same.html").stat()
    staying = [Output(path="same.html", make=unmade, stays=True), *outputs({"index.html": "new home"})]
    assert publish(staying, site) == Published(written=1, unchanged=1, removed=6)
    assert files_in(site) == {"same.html": "as it was", "index.html": "new home"}
    after = (site / "same.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_publish_makes_what_was_to_stay_and_is_not_there(site: Path) -> None:
    publish(outputs(OLD), site)
    (site / "same.html").unlink()
    (site / "same.html").symlink_to("index.html")
    same = Output(path="same.html", make=lambda: b"as it was", stays=True)
    publish([same, *outputs({name: text for name, text in OLD.items() if name != "same.html"})], site)
    assert files_in(site) == OLD


# --------------------------------------------------------------------------------------------------- modes, names


@pytest.mark.parametrize("umask", [0o077, 0o022, 0o000])
def test_publish_gives_its_own_modes_whatever_the_umask(umask: int, site: Path) -> None:
    before = os.umask(umask)
    try:
        publish(outputs({"a/b.html": "page"}), site)
    finally:
        os.umask(before)
    assert modes_in(site) == {".": 0o755, ".streekagenda": 0o644, "a": 0o755, "a/b.html": 0o644}


@pytest.mark.parametrize("changed", ["a/b.html", "a", "."])
def test_publish_mends_modes(changed: str, site: Path) -> None:
    publish(outputs({"a/b.html": "page"}), site)
    (site / changed).chmod(0o700)
    publish(outputs({"a/b.html": "page"}), site)
    assert modes_in(site) == {".": 0o755, ".streekagenda": 0o644, "a": 0o755, "a/b.html": 0o644}


def test_publish_spells_names_in_utf8_whatever_the_locale(site: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from streekagenda.output import publish, ready\n"
        "for _ in range(2): print(publish([ready('caf\\xe9/\\u20ac.html', b'page')], Path(sys.argv[1])))"
    )
    environment = os.environ | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", program, str(site)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "Published(written=1, unchanged=0, removed=0)",
        "Published(written=0, unchanged=1, removed=0)",
    ]
    assert [os.fsencode(path.relative_to(site)) for path in sorted(site.rglob("*.html"))] == ["café/€.html".encode()]


# ------------------------------------------------------------------------------------------------- outputs as a stream


def test_publish_takes_outputs_one_by_one(site: Path) -> None:
    def many() -> Iterator[Output]:
        for number in range(100):
            yield ready(f"{number}.html", b"%d" % number * 500_000)

    tracemalloc.start()
    try:
        publish(many(), site)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000  # of 95 MB
    finally:
        tracemalloc.stop()


def test_publish_tells_its_progress(site: Path) -> None:
    told: list[int] = []
    publish(outputs(OLD), site, progress=told.append)
    publish(outputs({"index.html": "old home", "b": "2"}), site, progress=told.append)
    assert told == [1, 2, 3, 4, 5, 6, 7, 8, 1, 2]


@pytest.mark.parametrize(
    "failure", [RuntimeError("bug"), OSError(5, "of the disk"), KeyboardInterrupt(), SystemExit(3)]
)
def test_publish_leaves_the_old_site_when_an_output_cannot_be_made(failure: BaseException, site: Path) -> None:
    def failing() -> Iterator[Output]:
        yield from outputs(NEW)
        raise failure

    publish(outputs(OLD), site)
    before = traces_of(site)
    with pytest.raises(type(failure)) as caught:
        publish(failing(), site)
    assert caught.value is failure
    assert traces_of(site) == before
    assert names_in(site.parent) == [".site.lock", "site"]


def test_publish_leaves_the_old_site_when_outputs_collide(site: Path) -> None:
    publish(outputs(OLD), site)
    before = traces_of(site)
    with pytest.raises(ValueError, match=r"^two outputs in one place: 'Index\.html' and 'index\.html'$"):
        publish(outputs(NEW | {"Index.html": "another home"}), site)
    assert traces_of(site) == before
    assert names_in(site.parent) == [".site.lock", "site"]


@pytest.mark.parametrize("new", ["index.html/x", "agenda/2026", "Same.html", "nieuw.html"])
def test_what_is_new_beside_files_that_stay_is_in_nobodys_way(new: str, tmp_path: Path) -> None:
    """Also where it is known how the site was left, and only what is new is looked at."""
    for builds in (Remembering(tmp_path / "one"), Remembering(tmp_path / "other")):
        builds.publish(OLD)
        if builds.site.name == "other":
            builds.trace = None  # all names are looked at
        try:
            builds.publish(OLD | {new: "new"})
        except ValueError:
            assert new != "nieuw.html"
            assert files_in(builds.site) == OLD
        else:
            assert new == "nieuw.html"


@pytest.mark.parametrize("plain", ["aanbod.html", "Aanbod.html"])
def test_what_is_kept_stays_and_only_what_is_made_or_left_out_is_another(plain: str, site: Path) -> None:
    builds, old = Remembering(site), OLD | {plain: "all"}
    builds.publish(old)
    before = traces_of(site)
    other = {"index.html": "new", "over/x.html": "new"}
    assert builds.publish(other, Kept(7, {"index.html", "over"})) == Published(written=2, unchanged=7, removed=1)
    assert files_in(site) == {path: content for path, content in old.items() if path != "over"} | other
    assert traces_of(site)["same.html"] == before["same.html"]
    same = {"index.html": "new"}
    assert builds.publish(same, Kept(8, {"index.html"})) == Published(written=0, unchanged=9, removed=0)
    assert builds.publish({}, Kept(8, {"index.html"})) == Published(written=0, unchanged=8, removed=1)
    assert builds.known == [False, True, True, True]


def test_what_is_kept_stays_in_a_folder_that_cannot_be_exchanged(small_disk: Path) -> None:
    builds = Remembering(small_disk)
    builds.publish(OLD)
    assert builds.publish({"index.html": "new"}, Kept(7, {"index.html"})) == Published(
        written=1, unchanged=7, removed=0
    )
    assert files_in(small_disk) == OLD | {"index.html": "new", ".streekagenda.lock": ""}
    assert builds.known == [False, True]


@pytest.mark.parametrize(
    ("new", "kept", "error"),
    [
        ("same.html", Kept(7, {"index.html"}), ValueError),
        ("index.html/x", Kept(7, {"over"}), ValueError),
        ("agenda/2026", Kept(7, {"over"}), ValueError),
        ("Same.html", Kept(7, {"over"}), ValueError),
        ("nieuw.html", Kept(8, {"over"}), FileNotFoundError),
        ("nieuw.html", Kept(7, {"weg.html", "over"}), FileNotFoundError),
    ],
)
def test_what_is_in_the_way_of_what_is_kept_is_refused(
    new: str, kept: Kept, error: type[Exception], site: Path
) -> None:
    builds = Remembering(site)
    builds.publish(OLD)
    with pytest.raises(error):
        builds.publish({new: "new"}, kept)
    assert files_in(site) == OLD
