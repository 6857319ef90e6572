"""Folders that cannot be exchanged: mount points, and lower layers of a container's overlay."""

import os
import signal
import stat
import subprocess
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from tempfile import gettempdir

import pytest

from streekagenda.output import Published, UnsafeOutput, publish
from tests.output.sites import NEW, OLD, files_in, modes_in, names_in, outputs, traces_of

CHANGED = {"index.html", "feeds/all.ics", "agenda/index.html"}

Mount = Callable[..., Path]


@pytest.fixture(params=["another disk", "the same disk"])
def volume(request: pytest.FixtureRequest, mount: Mount, tmp_path: Path) -> Path:
    """A mount point as the site's folder, as in a container."""
    if request.param == "another disk":
        return mount("my volume", "-t", "tmpfs", "tmpfs")
    (tmp_path / "elsewhere").mkdir()
    return mount("my volume", "--bind", str(tmp_path / "elsewhere"))


def test_publish_fills_a_mount_point(volume: Path) -> None:
    assert publish(outputs(OLD), volume) == Published(written=8, unchanged=0, removed=0)
    assert files_in(volume) == OLD | {".streekagenda.lock": ""}


def test_publish_replaces_what_is_in_a_mount_point(volume: Path) -> None:
    publish(outputs(OLD), volume)
    (volume / "empty" / "folder").mkdir(parents=True)
    os.utime(volume / "same.html", ns=(1, 1))
    assert publish(outputs(NEW), volume) == Published(written=7, unchanged=1, removed=4)
    assert files_in(volume) == NEW | {".streekagenda.lock": ""}
    assert (volume / "same.html").stat().st_mtime_ns == 1
    assert publish(outputs(OLD), volume) == Published(written=7, unchanged=1, removed=4)
    assert files_in(volume) == OLD | {".streekagenda.lock": ""}


def test_publish_puts_nothing_beside_a_mount_point(volume: Path) -> None:
    before = names_in(volume.parent)
    publish(outputs(OLD), volume)
    publish(outputs(NEW), volume)
    assert names_in(volume.parent) == before


def test_publish_of_nothing_new_touches_nothing_in_a_mount_point(volume: Path) -> None:
    publish(outputs(OLD), volume)
    before = traces_of(volume)
    publish(outputs(OLD), volume)
    assert traces_of(volume) == before


def test_publish_replaces_links_to_folders_in_a_mount_point(volume: Path, tmp_path: Path) -> None:
    publish(outputs(OLD), volume)
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "x").mkdir()
    (volume / "plekken").unlink()
    (volume / "plekken").symlink_to(tmp_path / "precious")
    publish(outputs(NEW), volume)
    assert files_in(volume) == NEW | {".streekagenda.lock": ""}
    assert files_in(tmp_path / "precious") == {"x/": ""}


def test_publish_mends_modes_in_a_mount_point_but_not_its_own(volume: Path) -> None:
    publish(outputs({"a/b.html": "page"}), volume)
    for path in volume, volume / "a", volume / "a" / "b.html":
        path.chmod(0o700)
    publish(outputs({"a/b.html": "page"}), volume)
    modes = modes_in(volume)
    assert {name: modes[name] for name in (".", "a", "a/b.html")} == {".": 0o700, "a": 0o755, "a/b.html": 0o644}


def test_publish_leaves_what_the_file_system_keeps_in_its_root(volume: Path) -> None:
    (volume / "lost+found").mkdir(mode=0o700)
    publish(outputs(OLD), volume)
    publish(outputs(NEW), volume)
    assert files_in(volume) == NEW | {".streekagenda.lock": "", "lost+found/": ""}
    assert stat.S_IMODE((volume / "lost+found").stat().st_mode) == 0o700


def test_publish_refuses_a_mount_point_with_files_of_others(volume: Path) -> None:
    (volume / "photo.jpg").write_text("precious")
    with pytest.raises(UnsafeOutput):
        publish(outputs(NEW), volume)
    assert names_in(volume) == ["photo.jpg"]


def test_publish_leaves_a_mount_point_as_it_was_when_outputs_collide(volume: Path) -> None:
    publish(outputs(OLD), volume)
    before = traces_of(volume)
    del before["."]
    with pytest.raises(ValueError, match="two outputs in one place"):
        publish(outputs(NEW | {"INDEX.html": "again"}), volume)
    after = traces_of(volume)
    del after["."]  # the work folder came and went
    assert after == before


def test_publish_finishes_in_a_mount_point_what_a_dead_build_began(mount: Mount) -> None:
    volume = mount("volume", "-t", "tmpfs", "tmpfs")
    publish(outputs(OLD), volume)
    mixed = 0
    for step in range(1, 1000):
        if _publish_and_die(outputs(NEW), volume, at_rename=step):
            break
        left = {name: text for name, text in files_in(volume).items() if not name.startswith(".streekagenda")}
        assert all(text in (OLD.get(name), NEW.get(name)) or name.endswith("/") for name, text in left.items())
        if any(left[name] == NEW[name] for name in CHANGED if name in left):
            assert left.keys() >= NEW.keys()  # an old page may be linked to, a new page is there before it is linked to
        mixed += left not in (OLD, NEW)
        publish(outputs(OLD), volume)
        assert files_in(volume) == OLD | {".streekagenda.lock": ""}
    assert step == 8  # seven files were written
    assert mixed == 7  # also before the first of them, when a file has made room for a folder


def _publish_and_die(new: "object", volume: Path, *, at_rename: int) -> bool:
    """Publish in a process of its own that is killed before a certain rename; true when there was none."""
    if (child := os.fork()) == 0:
        import sys  # noqa: PLC0415

        renames = iter(range(1, 1000))

        def kill(event: str, _: object) -> None:
            if event == "os.rename" and next(renames) == at_rename:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(kill)
        publish(new, volume)  # type: ignore[arg-type]
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def test_publish_replaces_a_folder_from_the_lower_layer_of_an_overlay(mount: Mount) -> None:
    layers = mount("layers", "-t", "tmpfs", "tmpfs")
    for name in "lower", "upper", "work":
        (layers / name).mkdir()
    publish(outputs(OLD), layers / "lower" / "site")
    options = f"lowerdir={layers}/lower,upperdir={layers}/upper,workdir={layers}/work,redirect_dir=off"
    container = mount("container", "-t", "overlay", "-o", options, "overlay")
    with pytest.raises(OSError, match="Invalid cross-device link"):
        (container / "site").rename(container / "other")
    assert publish(outputs(NEW), container / "site") == Published(written=7, unchanged=1, removed=4)
    assert files_in(container / "site") == NEW
    assert files_in(layers / "lower" / "site") == OLD
    assert names_in(container) == [".site.lock", "site"]


def test_publish_copies_files_of_another_user_that_it_may_not_link(tmp_path: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can be two users")
    if Path("/proc/sys/fs/protected_hardlinks").read_bytes() != b"1\n":
        pytest.skip("this system links files of others")
    folder = tmp_path / "folder"
    folder.mkdir()
    site = folder / "site"
    publish(outputs(OLD), site)
    os.utime(site / "same.html", ns=(1, 1_000_000_001))
    (folder / ".site.lock").unlink()
    for path in [folder, *[path for path in site.rglob("*") if path.is_dir()], site]:
        os.chown(path, 65534, 65534)
    for above in takewhile(lambda above: above != Path(gettempdir()), (tmp_path, *tmp_path.parents[:-1])):
        above.chmod(above.stat().st_mode | 0o011)
    if (child := os.fork()) == 0:
        code = 1
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            publish(outputs(NEW), site)
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
    assert files_in(site) == NEW
    assert (site / "same.html").stat().st_mtime_ns == 1_000_000_001
    assert (site / "same.html").stat().st_uid == 65534


def test_mount_points_are_found_whatever_their_name(mount: Mount, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder = mount("a b\\c\td\ne", "--bind", str(tmp_path / "elsewhere"))
    publish(outputs(OLD), folder)
    assert names_in(tmp_path) == ["a b\\c\td\ne", "elsewhere"]
    assert subprocess.run(["mountpoint", "-q", str(folder)], check=False).returncode == 0
