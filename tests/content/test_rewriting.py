"""Other text in a file: the rest stays byte for byte, in one step, with the same permissions, and never through a link."""

import os
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.content.rewriting import in_git, kept, rewrite, rewritten
from streekagenda.diagnostics import Correction

FILE = "events/koffie.md"


def one(start: int, end: int, text: str) -> Correction:
    return Correction(start=start, end=end, text=text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(end: str, mark: str) -> None:
    before = f"{mark}titel: X{end}# één  {end}{end}plek: y  # waarom{end}laatste"
    after = f"{mark}titel: Y{end}# één  {end}{end}plek: zz  # waarom{end}laatst"
    corrections = [(4, one(7, 8, "zz")), (1, one(8, 9, "Y")), (5, one(1, 8, "laatst"))]
    assert rewritten(before.encode(), corrections) == after.encode()


def test_several_corrections_on_one_line() -> None:
    assert rewritten(b"[een, twee]\n", [(1, one(2, 5, "1")), (1, one(7, 11, "2"))]) == b"[1, 2]\n"


def test_correction_behind_the_end_of_a_file_is_refused() -> None:
    assert rewritten(b"een\n", [(3, one(1, 2, "x"))]) is None


def test_corrections_that_overlap_are_refused() -> None:
    assert rewritten(b"abcdef\n", [(1, one(1, 4, "x")), (1, one(3, 5, "y"))]) is None


@given(
    lines=st.lists(
        st.tuples(st.text("ab:# é", max_size=8), st.sampled_from(["\n", "\r\n", "\r"])), min_size=1, max_size=6
    ),
    at=st.integers(0, 5),
    text=st.text("xyz", max_size=4),
)
def test_only_the_line_of_the_correction_changes(lines: list[tuple[str, str]], at: int, text: str) -> None:
    at %= len(lines)
    before = "".join(line + end for line, end in lines).encode()
    changed = [(text + line[1:] if number == at else line) + end for number, (line, end) in enumerate(lines)]
    correction = one(1, 1 + min(1, len(lines[at][0])), text)
    # A lone CR and a LF behind an empty line are one line end together.
    if "\r\n" not in "".join(f"{end}|" for _, end in lines) or all(end == "\r\n" for _, end in lines):
        assert rewritten(before, [(at + 1, correction)]) == "".join(changed).encode()


def folder(tmp_path: Path, content: bytes = b"een\n") -> Path:
    (tmp_path / "events").mkdir()
    (tmp_path / FILE).write_bytes(content)
    return tmp_path


def test_file_is_exchanged_with_the_same_permissions(tmp_path: Path) -> None:
    root = folder(tmp_path)
    (root / FILE).chmod(0o640)
    assert rewrite(root, FILE, b"een\n", b"twee\n")
    assert (root / FILE).read_bytes() == b"twee\n"
    assert stat.S_IMODE((root / FILE).stat().st_mode) == 0o640
    assert [file.name for file in (root / "events").iterdir()] == ["koffie.md"]


def test_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    root = folder(tmp_path, b"van iemand anders\n")
    assert not rewrite(root, FILE, b"een\n", b"twee\n")
    assert (root / FILE).read_bytes() == b"van iemand anders\n"


@pytest.mark.parametrize("link", ["events", FILE])
def test_link_is_never_followed(link: str, tmp_path: Path) -> None:
    real = folder(tmp_path)
    root = tmp_path / "content"
    root.mkdir()
    if link == FILE:
        (root / "events").mkdir()
    (root / link).symlink_to(real / link)
    assert not rewrite(root, FILE, b"een\n", b"twee\n")
    assert (real / FILE).read_bytes() == b"een\n"


def test_file_that_cannot_be_written_stays_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        rewrite(root, FILE, b"een\n", b"twee\n")
    assert (root / FILE).read_bytes() == b"een\n"
    assert [file.name for file in (root / "events").iterdir()] == ["koffie.md"]


def test_what_it_was_is_kept_beside_it_under_a_free_name(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert kept(root, FILE, b"een\n") == "events/koffie.md~"
    assert kept(root, FILE, b"twee\n") == "events/koffie.md.2~"
    assert (root / "events/koffie.md~").read_bytes() == b"een\n"


def test_git_has_what_is_committed_and_unchanged(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert in_git(root) == set()
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    assert in_git(root) == set()
    subprocess.run(["git", "-C", root, "add", "-A"], check=True)
    assert in_git(root) == set()
    author = ["-c", "user.name=Proef", "-c", "user.email=proef@example.org"]
    subprocess.run(["git", "-C", root, *author, "commit", "-qm", "Proef"], check=True)
    assert in_git(root) == {FILE}
    assert in_git(root / "events") == {"koffie.md"}
    (root / FILE).write_bytes(b"anders\n")
    assert in_git(root) == set()
