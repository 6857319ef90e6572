"""Two folders change places, with the kernel's help and without."""

import errno
from pathlib import Path

import pytest

from streekagenda.output import exchange, publish
from tests.output.sites import NEW, OLD, files_in, names_in, outputs


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    for name in "new", "site":
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(name)
    return tmp_path / "new", tmp_path / "site"


def test_exchange_swaps_two_folders(two: tuple[Path, Path]) -> None:
    exchange.exchange(*two)
    assert [files_in(folder) for folder in two] == [{"page": "site"}, {"page": "new"}]


def test_exchange_raises_what_the_system_says(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        exchange.exchange(tmp_path / "a", tmp_path / "b")
    assert (caught.value.errno, caught.value.filename, caught.value.filename2) == (
        errno.ENOENT,
        str(tmp_path / "a"),
        str(tmp_path / "b"),
    )


def test_put_in_place_leaves_the_old_site_where_the_new_one_was(two: tuple[Path, Path]) -> None:
    new, site = two
    exchange.put_in_place(new, site, aside=new.parent / "old")
    assert names_in(new.parent) == ["new", "site"]
    assert [files_in(folder) for folder in two] == [{"page": "site"}, {"page": "new"}]


def test_put_in_place_renames_where_there_is_no_site(two: tuple[Path, Path], tmp_path: Path) -> None:
    exchange.put_in_place(two[0], tmp_path / "first", aside=tmp_path / "old")
    assert names_in(tmp_path) == ["first", "site"]


def test_put_in_place_renames_twice_where_the_system_cannot_exchange(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = two
    monkeypatch.setattr(exchange, "_renameat2", None)
    exchange.put_in_place(new, site, aside=new.parent / "old")
    assert names_in(new.parent) == ["old", "site"]
    assert files_in(site) == {"page": "new"}


def test_publish_replaces_the_site_where_the_system_cannot_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_renameat2", None)
    publish(outputs(OLD), tmp_path / "site")
    publish(outputs(NEW), tmp_path / "site")
    assert files_in(tmp_path / "site") == NEW
    assert names_in(tmp_path) == [".site.lock", "site"]
