"""Where a store lies, whom it is believed, and what no damage can do: give another answer, or stop a run."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from streekagenda.store import open_store

QUESTIONS = [f"vraag {number}" for number in range(40)]
NOBODY = 65534


def answer(question: str) -> list[str]:
    return [question, "antwoord"]


def run(content: Path, environment: Mapping[str, str]) -> int:
    """Ask everything, learn what is not known, and return how much was known; a wrong answer fails."""
    known = 0
    with open_store(content, environment) as store:
        for question in QUESTIONS:
            found = store.recall("f", question)
            assert found in (None, answer(question))
            known += found is not None
            if found is None:
                store.learn("f", question, answer(question))
    return known


class Cache:
    """A content folder, and a cache folder that holds its store."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.content.mkdir()
        self.base = folder / "cache"
        self.environment = {"XDG_CACHE_HOME": str(self.base)}
        assert run(self.content, self.environment) == 0
        self.folder = self.base / "streekagenda"
        (self.file,) = self.folder.iterdir()

    def known(self) -> int:
        return run(self.content, self.environment)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


def test_next_run_knows_all_and_writes_nothing(cache: Cache) -> None:
    before = cache.file.stat()
    assert cache.known() == len(QUESTIONS)
    assert cache.file.stat() == before


def test_store_is_open_to_its_user_alone(cache: Cache) -> None:
    assert [stat.S_IMODE(one.stat().st_mode) for one in (cache.folder, cache.file)] == [0o700, 0o600]


def test_content_folder_is_another_by_another_path_and_the_same_by_a_link(cache: Cache, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(cache.content)
    assert run(tmp_path / "link", cache.environment) == len(QUESTIONS)
    (tmp_path / "other").mkdir()
    assert run(tmp_path / "other", cache.environment) == 0


def _rewritten(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda file: _write(file, change(file.read_bytes()))


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def _replaced(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        file.unlink()
        make(file)

    return damage


def _linked(file: Path) -> None:
    target = file.with_name("elsewhere")
    file.rename(target)
    file.symlink_to(target)


def _full_folder(file: Path) -> None:
    file.unlink()
    (file / "below").mkdir(parents=True)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "empty": _rewritten(lambda _: b""),
    "one byte": _rewritten(lambda content: content[:1]),
    "first line only": _rewritten(lambda content: content[: content.index(b"\n") + 1]),
    "first line without its end": _rewritten(lambda content: content[: content.index(b"\n")]),
    "half": _rewritten(lambda content: content[: len(content) // 2]),
    "last byte missing": _rewritten(lambda content: content[:-1]),
    "zeroes": _rewritten(lambda content: bytes(len(content))),
    "zeroes in the middle": _rewritten(lambda content: content[:500] + bytes(500) + content[1000:]),
    "every line end lost": _rewritten(lambda content: content.replace(b"\n", b"")),
    "every line end doubled": _rewritten(lambda content: content.replace(b"\n", b"\n\n")),
    "line ends of Windows": _rewritten(lambda content: content.replace(b"\n", b"\r\n")),
    "all capitals": _rewritten(bytes.upper),
    "one bit": _rewritten(lambda content: content[:700] + bytes([content[700] ^ 2]) + content[701:]),
    "a piece twice": _rewritten(lambda content: content[:900] + content[600:]),
    "another version": _rewritten(lambda content: content.replace(b"store 1 ", b"store 2 ", 1)),
    "another program": _rewritten(lambda content: content[:20] + b"0" * 32 + content[52:]),
    "something else": _rewritten(lambda _: b"\x80\x04cos\nsystem\n(S'true'\ntR." * 100),
    "much too large": lambda file: os.truncate(file, 100_000_000),
    "a folder": _replaced(Path.mkdir),
    "a folder with something in it": _full_folder,
    "a pipe": _replaced(os.mkfifo),
    "a link": _linked,
    "a link to nothing": _replaced(lambda file: file.symlink_to("nothing")),
    "a link to itself": _replaced(lambda file: file.symlink_to(file.name)),
    "readable by others": lambda file: file.chmod(0o644),
    "writable by others": lambda file: file.chmod(0o622),
    "unreadable": lambda file: file.chmod(0),
    "gone": Path.unlink,
}
LASTING = {"a folder", "a folder with something in it"}
"""What a rename does not replace; there is no store then."""
PARTLY = {"half", "last byte missing", "zeroes in the middle", "one bit"}
HARMLESS = {"every line end doubled", "a piece twice"} | ({"unreadable"} if os.geteuid() == 0 else set())


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_store_gives_no_wrong_answer_and_is_mended(cache: Cache, damage: str) -> None:
    DAMAGE[damage](cache.file)
    known = cache.known()
    if damage in PARTLY:
        assert 0 < known < len(QUESTIONS)
    else:
        assert known == (len(QUESTIONS) if damage in HARMLESS else 0)
    assert cache.known() == (0 if damage in LASTING else len(QUESTIONS))


def _behind_a_link(folder: Path) -> None:
    real = folder.with_name("real")
    folder.rename(real)
    folder.symlink_to(real)


FOLDERS: dict[str, Callable[[Path], None]] = {
    "open to a group": lambda folder: folder.chmod(0o750),
    "open to all": lambda folder: folder.chmod(0o777),
    "as git writes it": lambda folder: folder.chmod(0o755),
    "a link": _behind_a_link,
    "in a repository": lambda folder: (folder.parent / ".git").mkdir(),
    "in a working tree": lambda folder: _write(folder.parent.parent / ".git", b"gitdir: /elsewhere"),
}


@pytest.mark.parametrize("planted", FOLDERS)
def test_store_that_others_can_have_written_is_not_believed(cache: Cache, planted: str) -> None:
    FOLDERS[planted](cache.folder)
    before = cache.file.read_bytes()
    assert cache.known() == 0
    assert cache.known() == 0
    assert cache.file.read_bytes() == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_store_of_another_user_is_not_believed(cache: Cache) -> None:
    os.chown(cache.file, NOBODY, NOBODY)
    assert cache.known() == 0
    assert cache.known() == len(QUESTIONS)
    os.chown(cache.folder, NOBODY, NOBODY)
    assert cache.known() == 0


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"HOME": ""},
        {"HOME": "relative"},
        {"HOME": "/dev/null"},
        {"HOME": "/proc/self"},
        {"XDG_CACHE_HOME": "/dev/null/cache", "HOME": "/tmp"},
    ],
)
def test_without_a_home_that_can_be_written_there_is_no_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert [run(tmp_path, environment), run(tmp_path, environment)] == [0, 0]
    assert list(tmp_path.iterdir()) == []


def test_home_has_the_store_where_no_cache_folder_is_named(tmp_path: Path) -> None:
    for named in ({}, {"XDG_CACHE_HOME": "relative"}):
        environment = {"HOME": str(tmp_path), **named}
        run(tmp_path, environment)
        assert run(tmp_path, environment) == len(QUESTIONS)
    assert [one.name for one in tmp_path.iterdir()] == [".cache"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_cache_folder_is_read_and_nothing_is_said(cache: Cache) -> None:
    cache.file.write_bytes(cache.file.read_bytes()[:-1])
    cache.folder.chmod(0o500)
    assert [cache.known(), cache.known()] == [len(QUESTIONS) - 1] * 2


def test_full_disk_leaves_the_old_store(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("streekagenda.store.files.Path.replace", full)
    with open_store(cache.content, cache.environment) as store:
        store.learn("f", "iets nieuws", ["x"])
    assert cache.file.read_bytes() == before
    assert list(cache.folder.iterdir()) == [cache.file]


def test_run_that_fails_keeps_nothing(cache: Cache) -> None:
    before = cache.file.read_bytes()
    opened = open_store(cache.content, cache.environment)
    opened.__enter__().learn("f", "iets nieuws", ["x"])
    assert opened.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None) is False
    assert cache.file.read_bytes() == before


def test_eight_stores_are_kept_and_nothing_that_was_left_behind(cache: Cache, tmp_path: Path) -> None:
    (cache.folder / "tmpabc").write_bytes(b"half a store of a process that was killed")
    os.utime(cache.folder / "tmpabc", (0, 0))
    (cache.folder / "of something else").mkdir()
    os.utime(cache.folder / "of something else", (0, 0))
    for number in range(9):
        (tmp_path / str(number)).mkdir()
        run(tmp_path / str(number), cache.environment)
    assert len([one for one in cache.folder.iterdir() if one.is_file()]) == 8
    assert not (cache.folder / "tmpabc").exists()
    assert [run(tmp_path / str(number), cache.environment) for number in (8, 1)] == [len(QUESTIONS)] * 2


LOOP = """
import sys
from pathlib import Path
from tests.store.test_files import run
for _ in range(40):
    run(Path(sys.argv[1]), {"XDG_CACHE_HOME": sys.argv[2]})
    for file in Path(sys.argv[2], "streekagenda").iterdir():
        if sys.argv[3] == "remove":
            file.unlink(missing_ok=True)
"""


def test_several_processes_at_once(cache: Cache) -> None:
    tasks = [
        subprocess.Popen([sys.executable, "-c", LOOP, cache.content, cache.base, task])
        for task in ("ask", "remove", "ask", "remove")
    ]
    assert [task.wait(timeout=120) for task in tasks] == [0] * 4
    cache.known()
    assert cache.known() == len(QUESTIONS)
    assert len(list(cache.folder.iterdir())) == 1


def test_who_asks_no_more_has_it_written_and_forgotten(cache: Cache) -> None:
    with open_store(cache.content, cache.environment) as store:
        store.learn("f", "nieuw", "antwoord")
        store.values[("f", "nieuw")] = ("antwoord",)
        store.let_go()
        assert (store.recall("f", "nieuw"), store.values, store.learnt) == (None, {}, False)
        store.learn("f", "later", "niet onthouden")
        with open_store(cache.content, cache.environment) as other:
            assert other.recall("f", "nieuw") == "antwoord"
    assert cache.known() == len(QUESTIONS)
    with open_store(cache.content, cache.environment) as after:
        assert (after.recall("f", "nieuw"), after.recall("f", "later")) == ("antwoord", None)
