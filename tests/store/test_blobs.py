"""Pictures and the like between runs: remembered, private, and never believed when anything is odd."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from streekagenda.store import Store, open_store
from streekagenda.store import blobs as blobs_
from streekagenda.store.blobs import Blobs

ANSWER = bytes(range(256)) * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Blobs(tmp_path / "blobs", b"1").learn("f", b"vraag", ANSWER)
    return tmp_path / "blobs"


def test_next_run_knows_the_answer_to_the_same_question_only(folder: Path) -> None:
    later = Blobs(folder, b"1")
    assert later.recall("f", b"vraag") == ANSWER
    assert later.recall("g", b"vraag") is None
    assert later.recall("f", b"vraag?") is None
    assert Blobs(folder, b"2").recall("f", b"vraag") is None


def test_folder_and_files_are_open_to_the_user_alone(folder: Path) -> None:
    (file,) = folder.iterdir()
    assert [one.stat().st_mode & 0o777 for one in (folder, file)] == [0o700, 0o600]


def test_without_a_folder_nothing_is_remembered() -> None:
    for blobs in (Blobs(), Store().blobs, Store(b"").blobs):
        blobs.learn("f", b"vraag", ANSWER)
        assert blobs.recall("f", b"vraag") is None


def test_what_would_be_too_large_to_be_believed_is_not_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blobs_, "LARGEST", 10_000)
    for length, known in ((9_968, True), (9_969, False)):
        Blobs(folder, b"1").learn("f", b"%d" % length, bytes(length))
        assert (Blobs(folder, b"1").recall("f", b"%d" % length) is not None) is known
    assert len(list(folder.iterdir())) == 2


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "half": lambda file: file.write_bytes(file.read_bytes()[:5000]),
    "one bit": lambda file: file.write_bytes(file.read_bytes()[:-1] + b"\xfe"),
    "readable by others": lambda file: file.chmod(0o644),
    "a link": lambda file: (file.rename(file.with_name("x")), file.symlink_to("x")),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "a pipe": lambda file: (file.unlink(), os.mkfifo(file, 0o600)),
    "gone": Path.unlink,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_answer_is_none(folder: Path, damage: str) -> None:
    (file,) = folder.iterdir()
    DAMAGE[damage](file)
    blobs = Blobs(folder, b"1")
    # damage of what follows is seen when it is recalled
    assert blobs.begins("f", b"vraag", ANSWER[:9]) is (damage in {"half", "one bit"})
    assert blobs.recall("f", b"vraag") is None
    blobs.learn("f", b"vraag", ANSWER)
    assert blobs.recall("f", b"vraag") == (None if damage == "a folder" else ANSWER)
    assert blobs.begins("f", b"vraag", ANSWER[:9]) is (damage != "a folder")


def test_answer_of_another_question_is_not_taken_for_it(folder: Path) -> None:
    (file,) = folder.iterdir()
    blobs = Blobs(folder, b"1")
    blobs.learn("f", b"andere vraag", b"ander antwoord")
    (other,) = (one for one in folder.iterdir() if one != file)
    other.replace(file)
    assert blobs.recall("f", b"vraag") is None


def test_what_was_not_asked_for_longest_goes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blobs_, "MOST_BYTES", 25_000)
    blobs = Blobs(folder, b"1")
    for number, question in enumerate((b"a", b"b"), start=1):
        blobs.learn("f", question, ANSWER)
        os.utime(max(folder.iterdir(), key=lambda one: one.stat().st_mtime_ns), (number, number))
    assert blobs.recall("f", b"a") == ANSWER
    blobs.tidy()
    assert [blobs.recall("f", one) for one in (b"vraag", b"a", b"b")] == [ANSWER, ANSWER, None]


def test_store_lends_a_folder_beside_itself(tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path)}
    with open_store(tmp_path, environment) as store:
        store.blobs.learn("f", b"vraag", ANSWER)
    with open_store(tmp_path, environment) as store:
        assert store.blobs.recall("f", b"vraag") == ANSWER
    assert [one.name for one in (tmp_path / "streekagenda").iterdir()] == ["blobs"]
