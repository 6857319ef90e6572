"""Nothing outside the folder, no link, no device, within the limits."""

import os
from functools import partial
from pathlib import Path

import pytest

from streekagenda.content.faults import Fault
from streekagenda.content.files import LARGEST, decode, look, name_fault, open_content, proposal, walk


def code(found: object) -> str:
    assert isinstance(found, Fault)
    return found.code


def test_walk_gives_files_in_order_and_says_which_are_links(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / ".b").mkdir()
    for name in ("a/z.md", "a/b.md", "a/.hidden", "a/b.md~", "c.md", ".b/c.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "a/link.md").symlink_to("/etc/passwd")
    (tmp_path / "out").symlink_to("/etc")
    os.mkfifo(tmp_path / "a/pipe.md")
    found = [(one.path, one.fault.code if one.fault else None) for one in walk(tmp_path)]
    assert found == [
        ("a/b.md", None),
        ("a/link.md", "file-is-link"),
        ("a/pipe.md", "file-not-regular"),
        ("a/z.md", None),
        ("c.md", None),
        ("out", "file-is-link"),
    ]
    names = [*(path for path, _ in found), "a/.hidden", "a/b.md~", ".b/c.md", "a/gone.md"]
    looked = [(one.path, one.fault.code if one.fault else None) for one in map(partial(look, tmp_path), names) if one]
    assert looked == found


def test_open_content_refuses_what_is_no_ordinary_small_file(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "big.md").write_bytes(b"x" * (LARGEST + 1))
    (tmp_path / "good.md").write_bytes(b"good")
    assert code(open_content(tmp_path, "link.md")) == "file-is-link"
    assert code(open_content(tmp_path, "pipe.md")) == "file-not-regular"
    assert code(open_content(tmp_path, "big.md")) == "file-too-large"
    assert code(open_content(tmp_path, "gone.md")) == "file-gone"
    assert open_content(tmp_path, "good.md") == b"good"


def test_decode_takes_byte_order_mark_and_windows_line_ends() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n") == "a\nb\nc\n"


def test_decode_says_where_a_file_is_not_utf8() -> None:
    found = decode(b"regel een\ncaf" + b"\xe9\n")
    assert found == Fault(code="file-not-utf8", line=2, column=4)


@pytest.mark.parametrize(
    ("content_id", "expected"),
    [
        ("de-kern/mobiele-huiskamer", None),
        ("2026", None),
        ("Koffie", "bad-name"),
        ("koffie uur", "bad-name"),
        ("koffie--uur", None),
        ("-koffie", "bad-name"),
        ("../geheim", "bad-name"),
        ("café", "bad-name"),
        ("caf\udce9", "bad-name"),  # no UTF-8, as a repository may bring
        ("a" * 201, "name-too-long"),
        ("events/con", "reserved-name"),
        ("com1", "reserved-name"),
    ],
)
def test_name_has_small_letters_digits_and_dashes(content_id: str, expected: str | None) -> None:
    fault = name_fault(content_id)
    assert (fault.code if fault else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Koffie Uur!", "koffie-uur"), ("Café ’t Hoekje", "cafe-t-hoekje"), ("???", "naam")]
)
def test_proposal_is_a_good_name(name: str, expected: str) -> None:
    assert proposal(name) == expected
    assert name_fault(proposal(name)) is None
