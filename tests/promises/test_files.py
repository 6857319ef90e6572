"""Promises 13 to 16: files, addresses, media, and what a message says of them."""

import re
from pathlib import Path
from zlib import crc32

import pytest

from tests.promises.region import (
    GOOD,
    SAID,
    SECRET,
    Site,
    codes,
    event,
    moving,
    photo,
    run,
    told,
    written,
)


def test_promise_13_nothing_outside_the_content_is_opened_and_no_link_is_followed(site: Site, tmp_path: Path) -> None:
    (tmp_path / "content/events/de-kern").mkdir(parents=True)
    (tmp_path / "content/media").mkdir()
    (tmp_path / "kluis.md").write_text(event(SECRET), encoding="utf-8")
    (tmp_path / "content/events/de-kern/link.md").symlink_to(tmp_path / "kluis.md")
    (tmp_path / "content/events/de-kern/nul.md").symlink_to("/dev/zero")
    (tmp_path / "content/media/kluis.png").symlink_to(tmp_path / "kluis.md")
    shown = "{bestand: %s, beschrijving: De zaal}"
    found = told(
        tmp_path / "content",
        {
            "events/de-kern/plaatje.md": event("Een", afbeelding=shown % "kluis.png"),
            "events/de-kern/omhoog.md": event("Een", afbeelding=shown % "../../kluis.png"),
        },
    )
    assert found == {
        "events/de-kern/link.md": [(1, "file-is-link")],
        "events/de-kern/nul.md": [(1, "file-is-link")],
        "events/de-kern/plaatje.md": [(6, "file-is-link")],
        "events/de-kern/omhoog.md": [(6, "bad-media-path")],
    }
    assert [path for path, content in site.files.items() if SECRET.encode() in content] == []


def test_promise_14_names_in_the_site_come_from_ids_alone(site: Site, tmp_path: Path) -> None:
    for path in site.files.keys() - {"_headers"}:
        assert re.fullmatch(r"(?:[a-z0-9.][a-z0-9._~-]{0,199}/)*[a-z0-9.][a-zA-Z0-9._~-]{0,199}", path), path
    found = told(
        tmp_path,
        {
            "events/de-kern/Koffie Uur.md": event("Een"),
            "events/de-kern/con.md": event("Een"),
            f"events/de-kern/{'a' * 201}.md": event("Een"),
            "events/de-kern/-een.md": event("Een"),
        },
    )
    assert {path.removeprefix("events/de-kern/")[:10]: [code for _, code in one] for path, one in found.items()} == {
        "Koffie Uur": ["bad-name"],
        "con.md": ["reserved-name"],
        "a" * 10: ["name-too-long"],
        "-een.md": ["bad-name"],
    }


def test_promise_15_media_are_what_they_say_and_hold_nothing_but_what_is_seen(site: Site, tmp_path: Path) -> None:
    for file, given in (("zaal.jpg", photo()), ("beweegt.gif", moving())):
        assert SAID.encode() in given
        assert SAID.encode() not in site.files[f"media/{file}"]
    assert site.files["media/flyer.pdf"] == GOOD["media/flyer.pdf"]
    media: dict[str, tuple[bytes, str]] = {
        "pagina.png": (b"<html><script>alert(1)</script>", "media-not-what-it-says"),
        "pagina.html": (b"<html>", "media-kind"),
        "tekening.svg": (b"<svg onload='alert(1)'/>", "media-kind"),
        "bom.png": (photo_of(50_000, 50_000), "picture-too-large"),
        "groot.jpg": (photo() + b"\0" * 10_000_001, "file-too-large"),
        "script.pdf": (b"%PDF-1.4\n1 0 obj << /S /JavaScript /JS (x) >> endobj", "flyer-not-plain"),
    }
    written(tmp_path, {f"media/{file}": content for file, (content, _) in media.items()})
    kinds = {file: file.rpartition(".")[2] for file in media}
    found = codes(
        tmp_path,
        **{
            kind + file[:2]: event("Een", bijlagen=f"[{{bestand: {file}, titel: Een}}]") for file, kind in kinds.items()
        },
    )
    assert found == {kinds[file] + file[:2]: [code] for file, (_, code) in media.items()}


def photo_of(width: int, height: int) -> bytes:
    """The head of a PNG that says that it is so large."""
    head = b"IHDR" + width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\0\0\0"
    pixels = b"\0\0\0\1IDAT\0" + crc32(b"IDAT\0").to_bytes(4)
    return b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4) + head + crc32(head).to_bytes(4) + pixels


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "markdown", "sarif"])
def test_promise_16_a_report_quotes_no_file_that_is_not_read_and_no_path_of_the_machine(
    site: Site, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.content.parent)
    code, report, _ = run("check", "--content", "content", "--format", form, "--no-cache")
    assert code == 1
    assert "content/events/de-kern/link.md" in report
    machine = (str(site.content.parent), str(Path.home()), SECRET, "kluis.md")
    assert [one for one in machine if one in report] == []
    assert [path for path, content in site.files.items() if machine[0].encode() in content] == []
