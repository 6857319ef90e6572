"""The starter files of the layouts: whole, right, and filled in without harm."""

import re
from datetime import date
from pathlib import Path

import pytest

from streekagenda.content.declarations.files import FILES
from streekagenda.content.declarations.key_names import canonical
from streekagenda.content.declarations.keys import names
from streekagenda.content.starters import filled
from streekagenda.content.trial import Trial
from tests.photos import photo
from tests.regions import written

TODAY = date(2026, 11, 22)
STARTERS = sorted(Path("layouts/starters").glob("*/*.md"))
ADVANCED = {"uid", "aliases", "online", "area", "status", "attachments", "invitation", "description", "accept"}
"""What a starter does not mention: for those who know, or said in another way."""
ANSWERS = {
    "event": {"title": "X", "when": "2026-12-01 10:00-11:00", "place": {"name": "Plein"}, "topics": ["ontmoeten"]},
    "place": {"name": "X", "area": "zandweerd"},
    "organisation": {"name": "X"},
    "campaign": {"title": "X"},
}


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """A region in which the examples of the starters exist."""
    files = {
        "campaigns/week-tegen-eenzaamheid.md": "---\ntitel: Week\n---\n",
    }
    region = Path("content/region.yaml").read_text(encoding="utf-8").replace("logo: logo.svg", "")
    content = written(tmp_path, {**files, "region.yaml": region})
    (content / "places").joinpath("wijkgebouw.md").unlink()
    (content / "media").mkdir()
    for name, kind in (("koffie.jpg", "JPEG"), ("tafel.jpg", "JPEG"), ("logo.png", "PNG")):
        (content / "media" / name).write_bytes(photo(4, 3, kind))
    return Trial(content, TODAY)


def uncommented(text: str) -> str:
    """The file as it is when somebody takes away the hash before every key, and what is below it."""
    lines, inside = [], False
    for line in text.split("---\n")[1].splitlines():
        found = re.match(r"# (\w[\w -]*?):(\s|$)", line)
        inside = bool(found and canonical(found[1]) in ALL_NAMES) or (inside and line.startswith("#  "))
        if not inside or not any(one.startswith(line[2:].split(":")[0] + ":") for one in lines):
            lines.append(line[2:] if inside else line)
    return "\n".join(["---", *lines, "---", ""])


ALL_NAMES = {name for declaration in FILES.values() for name in names(declaration)}


@pytest.mark.parametrize("starter", STARTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_example_in_a_starter_is_right(starter: Path, trial: Trial) -> None:
    text = filled(
        starter.read_text(encoding="utf-8"), starter.stem, ANSWERS[starter.stem], "Tekst.", starter.parent.name
    )
    whole = uncommented(text)
    assert len(whole.splitlines()) > 5
    assert trial.text(starter.stem, "de-brug/nieuw" if starter.stem == "event" else "nieuw", whole).mistakes == ()


@pytest.mark.parametrize("starter", STARTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_starter_names_every_key(starter: Path) -> None:
    text = starter.read_text(encoding="utf-8")
    named = {canonical(name) for name in re.findall(r"^(?:# )?(\w[\w -]*?):(?:\s|$)", text, re.MULTILINE)}
    assert set(names(FILES[starter.stem])) - ADVANCED - named == set()


def test_starters_are_there_in_both_languages() -> None:
    assert [f"{path.parent.name}/{path.stem}" for path in STARTERS] == [
        f"{language}/{kind}" for language in ("en", "nl") for kind in ("campaign", "event", "organisation", "place")
    ]


def test_answer_takes_the_place_of_its_example() -> None:
    starter = "---\n# Uitleg: wat is het?\ntitel:\n\n# prijs: gratis\n# aanmelden:\n#   telefoon: 1\n#   plekken: 2\n# einde\n---\n"
    answers = {"title": "X", "booking": {"phone": "0570 00 00 01"}, "uid": "x@y"}
    assert filled(starter, "event", answers, "", "nl") == (
        "---\n# Uitleg: wat is het?\ntitel: X\n\n# prijs: gratis\naanmelden:\n  telefoon: 0570 00 00 01\n# einde\nuid: x@y\n---\n"
    )


def test_body_stands_under_the_front_matter() -> None:
    assert filled("---\ntitle:\n---\n", "event", {"title": "X"}, "\nKom!\n---\nJa.\n\n", "en") == (
        "---\ntitle: X\n---\nKom!\n---\nJa.\n"
    )
