"""A file of media is read once: what was judged is what is published."""

from datetime import datetime
from pathlib import Path

from streekagenda import pipeline, preparing
from streekagenda.content.history import FileHistory
from tests.content_files import EVENT, GOOD, written
from tests.photos import photo

NOW = datetime(2026, 11, 22, 12)
FLYER = b"%PDF-1.7 eerst"


def test_what_changes_after_it_was_judged_is_published_as_it_was_judged(tmp_path: Path) -> None:
    said = "afbeelding: {bestand: koffie.jpg, alt: Een kop koffie}\nbijlagen: [{bestand: flyer.pdf, titel: Flyer}]\n"
    content = written(
        tmp_path / "content", {**GOOD, "events/de-kern/koffie.md": EVENT.replace("onderwerpen:", f"{said}onderwerpen:")}
    )
    (content / "media").mkdir()
    (content / "media/koffie.jpg").write_bytes(photo(400, 300))
    (content / "media/flyer.pdf").write_bytes(FLYER)
    settings = pipeline.Settings(content=content, layouts=Path("layouts"), output=tmp_path / "site", now=NOW)
    found = preparing.believed(settings, FileHistory())
    (content / "media/koffie.jpg").write_bytes(b"<script>alert(1)</script>")
    (content / "media/flyer.pdf").unlink()
    assert found.calendar
    site = preparing.site_of(preparing.expand(found.calendar, NOW), found.media, settings)
    assert site.media["media/flyer.pdf"] == FLYER
    assert (site.pictures["media/koffie.jpg"].width, site.pictures["media/koffie.jpg"].height) == (400, 300)
