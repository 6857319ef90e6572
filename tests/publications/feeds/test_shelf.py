"""Pieces of feeds on the disk are what they were, also those of a fork."""

import os

import pytest

from streekagenda.publications.feeds.shelf import Shelf, taken

PIECES = [f"{number} ".encode() * number for number in range(1, 40)]


@pytest.mark.parametrize("room", [0, 100, 1 << 20])
def test_a_shelf_gives_back_what_was_put_there(room: int) -> None:
    shelf = Shelf(room)
    kept = [shelf.put(one) for one in PIECES]
    assert [taken(one) for one in kept] == PIECES
    held = sum(len(one) for one in kept if isinstance(one, bytes))
    assert held <= room


def test_a_fork_writes_nothing_over() -> None:
    shelf = Shelf(0)
    first = shelf.put(b"before")
    child = os.fork()
    if not child:
        own = shelf.put(b"child!")
        os._exit(0 if (taken(first), taken(own)) == (b"before", b"child!") else 1)
    second = shelf.put(b"parent")
    _, status = os.waitpid(child, 0)
    assert (status, taken(first), taken(second)) == (0, b"before", b"parent")


def test_where_nothing_can_be_written_pieces_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError

    monkeypatch.setattr(os, "pwrite", full)
    assert Shelf(0).put(b"a piece") == b"a piece"
