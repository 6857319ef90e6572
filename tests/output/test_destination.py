"""Which folders a site may replace, and the words for those that it may not."""

import os
import pwd
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from streekagenda.output import Output, UnsafeOutput, publish
from tests.output.sites import NEW, OLD, files_in, names_in, outputs, traces_of


def refuses(folder: Path, reason: str, *protected: Path) -> None:
    with pytest.raises(UnsafeOutput, match=f"^{re.escape(f'output folder {str(folder)!r} {reason}')}$"):
        publish(outputs(NEW), folder, protected=protected)


def test_publish_refuses_a_folder_that_holds_files_of_others(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")
    before = traces_of(tmp_path)
    refuses(folder, "holds files that Streekagenda did not make; name another, or empty it")
    assert traces_of(tmp_path) == before


@pytest.mark.parametrize("name", ["empty", ".hidden"])
def test_publish_refuses_a_folder_that_holds_only_a_folder_or_a_hidden_file(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    (folder / name).mkdir(parents=True)
    refuses(folder, "holds files that Streekagenda did not make; name another, or empty it")


@pytest.mark.parametrize("marker", ["a file", "a folder", "a link to a marker"])
def test_publish_does_not_take_another_marker_for_its_own(marker: str, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    path = folder / ".streekagenda"
    if marker == "a file":
        path.write_text("cache\n")
    elif marker == "a folder":
        path.mkdir()
    else:
        publish(outputs(OLD), tmp_path / "site")
        path.symlink_to(tmp_path / "site" / ".streekagenda")
    refuses(folder, "holds files that Streekagenda did not make; name another, or empty it")


def test_publish_refuses_a_file(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    refuses(tmp_path / "site", "is not a folder")


def test_publish_refuses_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("site")
    refuses(tmp_path / "site", "is not a folder")


def test_publish_refuses_a_git_checkout_even_if_it_made_the_folder(tmp_path: Path) -> None:
    publish(outputs(OLD), tmp_path / "site")
    (tmp_path / "site" / ".git").mkdir()
    refuses(tmp_path / "site", "is a git checkout, which a build would erase; copy the site into it instead")
    assert names_in(tmp_path) == [".site.lock", "site"]


def test_publish_refuses_files_of_others_that_came_while_it_was_at_work(tmp_path: Path) -> None:
    folder = tmp_path / "site"

    def slow() -> Iterator[Output]:
        yield from outputs(NEW)
        folder.mkdir()
        (folder / "letter.txt").write_text("dear")

    with pytest.raises(UnsafeOutput):
        publish(slow(), folder)
    assert files_in(folder) == {"letter.txt": "dear"}
    assert names_in(tmp_path) == [".site.lock", "site"]


def test_publish_refuses_the_root() -> None:
    refuses(Path("/"), "is or holds a home folder")


def test_publish_refuses_the_root_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("/")
    refuses(tmp_path / "site", "is or holds a home folder")


@pytest.mark.parametrize("folder", ["home/anna", "home", "home/anna/.."])
def test_publish_refuses_a_home_and_what_holds_it(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home" / "anna").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "anna"))
    refuses(tmp_path / folder, "is or holds a home folder")
    publish(outputs(OLD), tmp_path / "home" / "anna" / "site")
    assert names_in(tmp_path / "home" / "anna") == [".site.lock", "site"]


def test_publish_refuses_the_home_in_the_list_of_users(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path(os.path.expanduser(f"~{os.environ.get('USER', 'root')}"))  # noqa: PTH111 -- of the user, not of $HOME
    if not home.is_dir():
        pytest.skip("this user has no home")
    monkeypatch.setenv("HOME", "/nonexistent")
    refuses(home, "is or holds a home folder")


def test_publish_refuses_the_home_of_who_owns_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``sudo streekagenda build --output ~``: the shell names the home of one user, the builder is another."""
    if os.getuid() != 0:
        pytest.skip("only root can give a folder to another user")
    home = tmp_path / "anna"
    home.mkdir()
    os.chown(home, 4321, 4321)
    anna = pwd.struct_passwd(("anna", "x", 4321, 4321, "", str(home), "/bin/sh"))
    nobody = pwd.struct_passwd(("nobody", "x", 0, 0, "", "/nonexistent", "/bin/sh"))
    monkeypatch.setattr(pwd, "getpwuid", {4321: anna, 0: nobody}.__getitem__)
    refuses(home, "is or holds a home folder")


@pytest.mark.parametrize("folder", ["project/content", "project", "project/content/nl/site", "project/x/../content"])
def test_publish_refuses_a_protected_folder_what_holds_it_and_what_is_in_it(folder: str, tmp_path: Path) -> None:
    content = tmp_path / "project" / "content"
    content.mkdir(parents=True)
    refuses(tmp_path / folder, f"is, holds or lies in “{content}”, from which the site is made", content)
    assert names_in(tmp_path / "project") == ["content"]
    publish(outputs(OLD), tmp_path / "project" / "site", protected=[content])


def test_publish_refuses_a_protected_folder_behind_links(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "deep").mkdir(parents=True)
    (tmp_path / "alias").symlink_to("content")
    (tmp_path / "out").symlink_to("content/deep")
    reason = f"is, holds or lies in “{tmp_path / 'alias'}”, from which the site is made"
    refuses(tmp_path / "out", reason, tmp_path / "alias")


def test_publish_refuses_a_protected_folder_that_is_mounted_twice(mount: Callable[..., Path], tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    out = mount("out", "--bind", str(content))
    refuses(out, f"is, holds or lies in “{content}”, from which the site is made", content)


def test_publish_refuses_a_protected_folder_that_is_not_there(tmp_path: Path) -> None:
    layouts = tmp_path / "site" / "layouts"
    refuses(tmp_path / "site", f"is, holds or lies in “{layouts}”, from which the site is made", layouts)


def test_publish_names_the_folder_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my\nfiles").mkdir()
    (tmp_path / "my\nfiles" / "letter.txt").write_text("dear")
    with pytest.raises(UnsafeOutput, match=r"^output folder 'my\\nfiles' holds files that [^\n]*$"):
        publish(outputs(NEW), Path("my\nfiles"))


def test_publish_refuses_a_site_in_which_another_disk_is_mounted(mount: Callable[..., Path], tmp_path: Path) -> None:
    publish(outputs(OLD), tmp_path / "site")
    disk = mount("site/media", "-t", "tmpfs", "tmpfs")
    (disk / "photo.jpg").write_text("precious")
    refuses(tmp_path / "site", "holds another file system at “media”")
    assert files_in(disk) == {"photo.jpg": "precious"}
