"""What is put into a page at the end stands where its mark stood, as often as the mark did."""

from __future__ import annotations

import gc

import pytest

from streekagenda.publications.editions.laid import Laid


def test_each_piece_stands_in_the_place_of_its_mark() -> None:
    laid = Laid()
    one, other = laid.mark("<li>één".encode(), b"</li>"), laid.mark("<li>€ 2</li>".encode())
    assert laid.put_in(f"<ul>{other}</ul>–{one}{other}") == "<ul><li>€ 2</li></ul>–<li>één</li><li>€ 2</li>".encode()


def test_page_without_marks_is_what_it_was() -> None:
    assert Laid().put_in("10.00–12.00 uur") == "10.00–12.00 uur".encode()


def test_mark_of_nothing_is_nothing() -> None:
    assert not Laid().mark()
    assert not Laid().mark(b"")


def test_mark_names_the_drawings_that_an_embed_has_to_hold() -> None:
    laid = Laid()
    mark = laid.mark(b"<li>", drawings=["euro", "pin"])
    assert '<use href="#euro"' in mark
    assert '<use href="#pin"' in mark
    assert laid.put_in(mark) == b"<li>"


def test_piece_goes_when_its_mark_goes() -> None:
    laid = Laid()
    text = "".join(list(laid.mark(b"<li>")))
    gc.collect()
    with pytest.raises(KeyError):
        laid.put_in(text)
