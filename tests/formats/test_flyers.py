"""What makes of a PDF more than pages, and what only looks like it; hostile ones: `tests/hostile/cases/media.py`."""

import random
from pathlib import Path

import pytest

from streekagenda.formats import flyers
from tests.hostile.cases.media import _FLYERS


@pytest.mark.parametrize("name", _FLYERS)
def test_flyer_that_does_more_than_show_its_pages_is_told(name: str) -> None:
    content, code = _FLYERS[name]
    try:
        flyers.check(content)
        found = None
    except flyers.NotPlain:
        found = "flyer-not-plain"
    except flyers.Locked:
        found = "flyer-locked"
    assert found == code


def test_message_names_what_is_in_it() -> None:
    with pytest.raises(flyers.NotPlain, match=r"\ALaunch\Z"):
        flyers.check(b"%PDF-1.4\n1 0 obj << /S /Launch >> endobj")


@pytest.mark.parametrize("file", sorted(Path("content/media").glob("*.pdf")), ids=lambda file: file.name)
def test_flyers_of_the_example_are_plain(file: Path) -> None:
    flyers.check(file.read_bytes())


@pytest.mark.parametrize(
    "objects",
    [
        b"<< /Title (Cursus HTML/CSS/JavaScript) /Subject (Launch; EmbeddedFile) >>",
        b"<< /OpenAction << /S /GoTo /D [3 0 R /XYZ null null 0] >> >>",
        b"<< /Subtype /Link /A << /S /URI /URI (https://agenda.example.org/) >> >>",
        b"<< /Length 40000 >>\nstream\n" + random.Random(2026).randbytes(40_000) + b"\nendstream",
    ],
    ids=["course of JavaScript", "opens at its first page", "link", "picture"],
)
def test_what_partners_make_is_plain(objects: bytes) -> None:
    flyers.check(b"%PDF-1.4\n1 0 obj\n" + objects + b"\nendobj\ntrailer\n%%EOF\n")
