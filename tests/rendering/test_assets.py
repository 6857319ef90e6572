from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from streekagenda.rendering import layouts
from streekagenda.rendering.assets import digest, icons, static_addresses, static_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The layouts of the program: one style sheet and one icon."""
    folder = tmp_path / "program"
    write(folder / "static/site.css", "p {}")
    write(folder / "static/icons/a.svg", "<svg/>")
    monkeypatch.setattr(layouts, "packaged", lambda: folder)
    return folder


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode())


def test_static_files_of_the_region_stand_before_those_of_the_program(program: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own / "static/site.css", "h1 {}")
    write(own / "static/logo.svg", "<svg></svg>")
    write(own / "static/.DS_Store", "x")
    (own / "static/passwords").symlink_to("/etc/passwd")
    assert static_files(own) == [
        ("static/icons/a.svg", b"<svg/>"),
        ("static/logo.svg", b"<svg></svg>"),
        ("static/site.css", b"h1{}"),
    ]
    assert static_files(program) == [("static/icons/a.svg", b"<svg/>"), ("static/site.css", b"p{}")]


def test_what_stands_at_the_root_keeps_its_bytes(program: Path) -> None:
    write(program / "root/any.css", "p { }")
    assert static_files(program)[0] == ("any.css", b"p { }")


def test_an_address_changes_with_its_file(program: Path) -> None:
    before = static_addresses(static_files(program))
    assert before == {
        "icons/a.svg": f"static/icons/a.svg?v={sha256(b'<svg/>').hexdigest()[:8]}",
        "site.css": f"static/site.css?v={sha256(b'p{}').hexdigest()[:8]}",
    }
    write(program / "static/site.css", "p { color: red }")
    after = static_addresses(static_files(program))
    assert after["icons/a.svg"] == before["icons/a.svg"]
    assert after["site.css"] != before["site.css"]


def test_the_digest_changes_with_any_layout_and_with_nothing_else(program: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    seen = [digest(own)]
    for path, content in [
        (program / "templates/page.html", "a"),
        (own / "templates/page.html", "a"),
        (own / "translations/nl/own.po", "b"),
        (own / "static/site.css", "c"),
        (own / "root/embed-1.0.0.js", "d"),
    ]:
        write(path, content)
        seen.append(digest(own))
    assert len(set(seen)) == len(seen)
    write(own / "README.md", "no layout")
    assert digest(own) == seen[-1]


def test_drawings_are_the_symbols_of_the_sprite(program: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    assert icons(own) == {}
    write(
        program / "static/icons.svg",
        '<svg><symbol id="coffee"/><symbol viewBox="0 0 1 1" id=\'soup\'/><g id="x"/></svg>',
    )
    assert set(icons(own)) == {"coffee", "soup"}
