"""Pictures and links must say something to who cannot see them."""

from pathlib import Path

import pytest

from tests.checks.found import checked, found
from tests.content_files import EVENT
from tests.photos import PNG

PATH = "events/de-kern/koffie.md"


@pytest.mark.parametrize(
    ("alt", "at"),
    [
        ("foto", [(3, 44)]),
        ("Een foto van de activiteit", [(3, 44)]),
        ("IMG_20260912_1403", [(3, 44)]),
        ("koffie.png", [(3, 44)]),
        ("WhatsApp-Image-2026", [(3, 44)]),
        ("Koffie", [(3, 44)]),  # the title once more
        ("Buren drinken koffie", []),
        ("Een kopje", []),
        ("Tekening van een soepketel", []),
    ],
)
def test_description_says_what_there_is_to_see(tmp_path: Path, alt: str, at: list[tuple[int, int]]) -> None:
    text = EVENT.replace("titel: Koffie\n", f"titel: Koffie\nafbeelding: {{bestand: a.png, beschrijving: {alt}}}\n")
    files = {PATH: text, "media/a.png": PNG}
    assert [(line, column) for _, line, column, _ in found(tmp_path, files, "picture-unsaid")] == at


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("Kijk ![foto](media/a.png) goed.", [(7, 6)]),
        ("Kijk ![De zaal met een lange tafel](media/a.png) goed.", []),
    ],
)
def test_picture_in_a_text_says_what_there_is_to_see(tmp_path: Path, body: str, at: list[tuple[int, int]]) -> None:
    files = {PATH: EVENT.replace("Kom erbij!", body), "media/a.png": PNG}
    assert [(line, column) for _, line, column, _ in found(tmp_path, files, "picture-unsaid")] == at


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("Kijk [hier](https://www.example.org/).", [(7, 6)]),
        ("Het programma?\n[Klik hier!](https://www.example.org/ 'x')", [(8, 1)]),
        ("[Lees meer …](https://www.example.org/)", [(7, 1)]),
        ("[click here][1]\n\n[1]: https://www.example.org/", [(7, 1)]),
        ("Kijk [hier voor het programma](https://www.example.org/).", []),
        ("[Lees meer over de tuin](https://www.example.org/)", []),
        ("Hier is het. [Het programma](https://www.example.org/)", []),
        ("[hier] is geen link", []),
    ],
)
def test_words_of_a_link_say_what_is_behind_it(tmp_path: Path, body: str, at: list[tuple[int, int]]) -> None:
    files = {PATH: EVENT.replace("Kom erbij!", body)}
    assert [(line, column) for _, line, column, _ in found(tmp_path, files, "link-unsaid")] == at


@pytest.mark.parametrize(("title", "at"), [("Meer informatie", [(3, 53)]), ("Meer over de tuin", [])])
def test_title_of_a_link_says_what_is_behind_it(tmp_path: Path, title: str, at: list[tuple[int, int]]) -> None:
    links = f"links: [{{url: https://www.example.org/, titel: {{nl: {title}}}}}]\n"
    files = {PATH: EVENT.replace("titel: Koffie\n", f"titel: Koffie\n{links}")}
    assert [(line, column) for _, line, column, _ in found(tmp_path, files, "link-unsaid")] == at


def test_translation_beside_a_file_is_read_too(tmp_path: Path) -> None:
    files = {
        PATH: EVENT,
        "events/de-kern/koffie.en.md": "---\ntitle: Coffee\n---\nLook [here](https://www.example.org/).\n",
    }
    assert found(tmp_path, files, "link-unsaid") == [("events/de-kern/koffie.en.md", 4, 6, "link-unsaid")]


def test_picture_in_a_text_without_a_description_is_named(tmp_path: Path) -> None:
    files = {PATH: EVENT.replace("Kom erbij!", "Kijk ![](media/waslijn.png) goed."), "media/waslijn.png": PNG}
    (one,) = [one for one in checked(tmp_path, files) if one.code in {"picture-unsaid", "picture-silent"}]
    assert (one.code, one.location.line, one.location.column) == ("picture-silent", 7, 6)
    assert dict(one.values)["picture"] == "waslijn.png"
