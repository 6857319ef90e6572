"""Which files a picture becomes, and that they are made once."""

from pathlib import Path

import pytest

from streekagenda.formats import pictures as made_by
from streekagenda.model.media import Sizes
from streekagenda.publications import pictures
from streekagenda.publications.pictures import as_they_are, published
from streekagenda.rendering.assets import static_files
from streekagenda.rendering.layouts import packaged
from streekagenda.store import Store
from streekagenda.store.blobs import Blobs
from streekagenda.urls import Addresses
from tests.photos import PNG, opened, photo

ADDRESSES = Addresses(url="https://agenda.example.nl/", languages=("nl",))
MEDIA = {
    "zaal.jpg": photo(1500, 750),
    "flyer.pdf": b"%PDF-",
    "logo.svg": b"<svg/>",
    "punt.png": PNG,
    "stuk.jpg": b"\xff",
}


def test_pictures_get_copies_and_other_files_stay() -> None:
    files, sizes = published(MEDIA, ADDRESSES, Store(), jobs=2)
    assert sizes == {
        "media/punt.png": Sizes(width=1, height=1, webp=(1,)),
        "media/zaal.jpg": Sizes(width=1280, height=640, webp=(160, 320, 640, 960, 1280)),
    }
    copies = {f"media/zaal.jpg~{width}.webp" for width in (160, 320, 640, 960, 1280)} | {"media/punt.png~1.webp"}
    assert set(files) == {f"media/{file}" for file in MEDIA} | copies
    assert {file: files[f"media/{file}"] == content for file, content in MEDIA.items()} == {
        file: file != "zaal.jpg" for file in MEDIA
    }
    assert opened(files["media/zaal.jpg~320.webp"]).size == (320, 160)


def test_second_build_makes_nothing_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = published(MEDIA, ADDRESSES, Store(b"", blobs=Blobs(tmp_path / "blobs")), jobs=1)
    asked: list[bytes] = []
    once = made_by.copies
    monkeypatch.setattr(made_by, "copies", lambda content: (asked.append(content), once(content))[1])
    changed = {**MEDIA, "zaal.jpg": photo(700, 300)}
    assert published(MEDIA, ADDRESSES, Store(b"", blobs=Blobs(tmp_path / "blobs")), jobs=1) == first
    assert asked == [MEDIA["stuk.jpg"]]
    published(changed, ADDRESSES, Store(b"", blobs=Blobs(tmp_path / "blobs")), jobs=1)
    assert asked[1:] == [MEDIA["stuk.jpg"], changed["zaal.jpg"]]


def test_static_pictures_are_measured_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    static = (("static/zaal.jpg", MEDIA["zaal.jpg"]), ("static/page.css", b"body {}"))
    found = {"static/zaal.jpg": Sizes(width=1500, height=750, webp=())}
    assert as_they_are(static, Store(b"", blobs=Blobs(tmp_path / "blobs"))) == found
    monkeypatch.setattr(made_by, "told_size", lambda _: (1, 1))
    assert as_they_are(static, Store(b"", blobs=Blobs(tmp_path / "blobs"))) == found
    assert as_they_are(static, Store()) == {"static/zaal.jpg": Sizes(width=1, height=1, webp=())}


def test_sizes_of_the_pictures_of_the_program_are_kept_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(pictures, "_HERE", tmp_path)
    own = [(path, content) for path, content in static_files(packaged()) if path.endswith(".webp")]
    other = ("static/zaal.jpg", photo(4, 3))
    found = as_they_are([*own, other], Store())
    assert len(found) == len(own) + 1
    assert len(list((tmp_path / "__pycache__").iterdir())) == len(own)
    monkeypatch.setattr(pictures, "_told_size", lambda *_: (1, 1))
    assert as_they_are(own, Store()) == {path: found[path] for path, _ in own}
    instead = [(path, photo(4, 3)) for path, _ in own]
    assert set(as_they_are(instead, Store()).values()) == {Sizes(width=1, height=1, webp=())}
