import errno
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from streekagenda.serving.watching import Look, differences, looking, scan, scan_again, settled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "koffie.md").write_text("titel: Koffie\n", encoding="utf-8")
    return tmp_path


def in_place(folder: Path) -> None:
    (folder / "events" / "koffie.md").write_text("titel: Thee!!\n", encoding="utf-8")


def by_rename(folder: Path) -> None:
    """As vim, sed -i and VS Code save: beside it, and then in its place."""
    beside = folder / "events" / ".koffie.md.swp"
    beside.write_text("titel: Thee!!\n", encoding="utf-8")
    beside.rename(folder / "events" / "koffie.md")


def removed(folder: Path) -> None:
    (folder / "events" / "koffie.md").unlink()


def renamed(folder: Path) -> None:
    (folder / "events" / "koffie.md").rename(folder / "events" / "thee.md")


def made(folder: Path) -> None:
    (folder / "events" / "thee.md").write_text("", encoding="utf-8")


def made_deep(folder: Path) -> None:
    (folder / "places" / "a").mkdir(parents=True)
    (folder / "places" / "a" / "b.md").write_text("", encoding="utf-8")


CHANGES = [
    (in_place, ["events/koffie.md"]),
    (by_rename, ["events/koffie.md"]),
    (removed, ["events/koffie.md"]),
    (renamed, ["events/koffie.md", "events/thee.md"]),
    (made, ["events/thee.md"]),
    (made_deep, ["places/a/b.md"]),
]


@pytest.mark.parametrize(("change", "paths"), CHANGES)
def test_scan_sees_every_kind_of_change(folder: Path, change: Callable[[Path], None], paths: list[str]) -> None:
    before = scan([folder])
    change(folder)
    found = differences(before, scan([folder]))
    assert [Path(path).relative_to(folder).as_posix() for path in found] == paths


def test_scan_passes_over_what_editors_leave(folder: Path) -> None:
    before = scan([folder])
    for name in (".koffie.md.swp", "koffie.md~", "#koffie.md#", "~koffie.md", ".git/HEAD"):
        (folder / "events" / name).parent.mkdir(exist_ok=True)
        (folder / "events" / name).write_text("x", encoding="utf-8")
    assert differences(before, scan([folder])) == ()


def test_scan_of_a_folder_that_is_not_there_finds_nothing(tmp_path: Path) -> None:
    assert scan([tmp_path / "layouts"]) == {}


def test_scan_does_not_follow_links(folder: Path) -> None:
    (folder / "round").symlink_to(folder, target_is_directory=True)
    assert sorted(Path(path).name for path in scan([folder])) == ["koffie.md", "round"]


@pytest.mark.parametrize("change", [change for change, _ in CHANGES])
def test_event_says_to_look(folder: Path, change: Callable[[Path], None]) -> None:
    look = Look()
    with looking([folder], look):
        change(folder)
        assert look.wait(2)


def test_reading_is_no_reason_to_look(folder: Path) -> None:
    look = Look()
    with looking([folder], look):
        (folder / "events" / "koffie.md").read_bytes()
        scan([folder])
        assert not look.wait(0.2)


def test_looking_at_a_folder_that_is_not_there_is_silent(tmp_path: Path) -> None:
    look = Look()
    with looking([tmp_path / "layouts"], look):
        assert not look.is_set()


def test_settled_waits_until_a_save_is_whole(folder: Path) -> None:
    file = folder / "events" / "koffie.md"
    saves = ["titel: Th", "titel: Thee met", "titel: Thee met koek\n"]

    def pause(seconds: float) -> None:
        if saves:
            file.write_text(saves.pop(0), encoding="utf-8")

    found = settled([folder], {}, scan([folder]), Look(), pause=pause)
    assert (saves, found) == ([], scan([folder]))


def test_settled_waits_for_other_files_while_it_is_told_of_them(folder: Path) -> None:
    look, names = Look(), ["thee", "taart", "koek"]
    before = scan([folder])
    in_place(folder)

    def pause(seconds: float) -> None:
        if names:
            (folder / "events" / f"{names.pop()}.md").write_text("titel: Nog een\n", encoding="utf-8")
            look.set()

    found = settled([folder], before, scan([folder]), look, pause=pause)
    assert (names, found, look.is_set()) == ([], scan([folder]), False)


def test_settled_does_not_wait_for_ever(folder: Path) -> None:
    pauses = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        (folder / "events" / "koffie.md").write_text("x" * len(pauses), encoding="utf-8")

    settled([folder], {}, scan([folder]), Look(), pause=pause)
    assert 1 <= sum(pauses) <= 2


def told_of(folder: Path, look: Look) -> list[str]:
    """What was told, after the last of it had time to come."""
    assert look.wait(2)
    time.sleep(0.1)
    told = look.taken()
    assert told is not None
    return sorted({Path(path).relative_to(folder).as_posix() for path in told})


@pytest.mark.parametrize(("change", "paths"), [one for one in CHANGES if one[0] is not made_deep])
def test_system_tells_which_files_changed(folder: Path, change: Callable[[Path], None], paths: list[str]) -> None:
    look = Look()
    with looking([folder], look):
        change(folder)
        assert set(told_of(folder, look)) >= set(paths)
        assert look.taken() == frozenset()


@pytest.mark.parametrize("change", [change for change, _ in CHANGES])
def test_scan_of_what_is_told_is_a_scan_of_all(folder: Path, change: Callable[[Path], None]) -> None:
    before, look = scan([folder]), Look()
    with looking([folder], look):
        change(folder)
        assert look.wait(2)
        time.sleep(0.1)
        after = scan_again([folder], before, look.taken())
    assert after == scan([folder]) != before


def test_folder_that_comes_or_goes_makes_all_be_looked_at(folder: Path) -> None:
    look = Look()
    with looking([folder], look):
        (folder / "events").rename(folder.parent / "elsewhere")
        assert look.wait(2)
        time.sleep(0.7)  # watchdog waits so long for where it went
        assert look.taken() is None
        (folder.parent / "elsewhere").rename(folder / "events")
        assert look.wait(2)
        assert look.taken() is None


def test_files_of_a_folder_behind_a_link_are_told_by_the_name_that_was_given(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder, target_is_directory=True)
    look = Look()
    with looking([link], look):
        in_place(folder)
        assert told_of(link, look) == ["events/koffie.md"]


def test_scan_of_what_is_told_passes_over_what_editors_leave_and_what_stands_elsewhere(folder: Path) -> None:
    before = scan([folder])
    for name in (".koffie.md.swp", "koffie.md~", ".git/HEAD"):
        (folder / "events" / name).parent.mkdir(exist_ok=True)
        (folder / "events" / name).write_text("x", encoding="utf-8")
    told = [str(folder / "events" / name) for name in (".koffie.md.swp", "koffie.md~", ".git/HEAD")]
    assert scan_again([folder], before, [*told, "/etc/hostname", str(folder)]) == before


def test_hidden_folder_that_is_asked_for_is_looked_at(folder: Path) -> None:
    (folder / ".sources").mkdir()
    folders = (folder, folder / ".sources")
    before = scan(folders)
    (folder / ".sources" / "a.json").write_text("{}", encoding="utf-8")
    found = scan_again(folders, before, [str(folder / ".sources" / "a.json")])
    assert differences(before, found) == (str(folder / ".sources" / "a.json"),)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EMFILE])
def test_system_that_cannot_watch_says_why(folder: Path, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(code, "inotify limit reached")

    monkeypatch.setattr("watchdog.observers.api.EventEmitter.start", full)
    look = Look()
    with looking([folder], look) as failure:
        assert failure is not None
        assert failure.errno == code
        in_place(folder)
        assert not look.wait(0.2)


def test_what_is_told_while_nobody_takes_it_is_kept() -> None:
    look = Look()
    look.tell("a", "b")
    look.tell("b", "c")
    assert (look.is_set(), look.taken(), look.is_set(), look.taken()) == (True, {"a", "b", "c"}, False, frozenset())
    look.tell("a")
    look.set()
    look.tell("b")
    assert (look.taken(), look.taken()) == (None, frozenset())
