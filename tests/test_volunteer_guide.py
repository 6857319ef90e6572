"""The guide for volunteers: every file that it shows is right, and together they are a site."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from streekagenda import pipeline

SOURCES = ("layouts/templates/guide/nl.md", "layouts/templates/guide/en.md", "docs/activiteiten-schrijven.md")
GUIDE = "\n".join(Path(path).read_text(encoding="utf-8") for path in SOURCES)
BLOCKS = re.findall(r"```(?:markdown|yaml)\n(.*?)```", GUIDE, re.DOTALL)
REGION = next(block for block in BLOCKS if block.startswith("title:"))
ORGANISATION, PLACE = (
    next(block for block in BLOCKS if f"naam: {name}\n" in block) for name in ("De Kern", "Buurthuis de Linde")
)
EVENTS = [block for block in BLOCKS if "wanneer:" in block or "when:" in block]


def test_guide_shows_what_a_volunteer_does_most() -> None:
    assert len(EVENTS) == 7
    assert len(BLOCKS) == len(EVENTS) + 3


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: re.search("tit(?:el|le): (.*)", event)[1])
def test_every_activity_of_the_guide_is_right(tmp_path: Path, event: str) -> None:
    content = tmp_path / "mijn-streek"
    files = {
        "region.yaml": REGION,
        "organisations/de-kern.md": ORGANISATION,
        "places/buurthuis-de-linde.md": PLACE,
        "events/de-kern/activiteit.md": event,
    }
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
    settings = pipeline.Settings(
        content=content, layouts=Path("layouts"), output=tmp_path / "mijn-site", now=datetime(2027, 9, 1, 12)
    )
    built = pipeline.build(settings)
    assert [one.code for one in built.diagnostics if one.code != "no-history"] == []
    assert (tmp_path / "mijn-site/activiteiten/de-kern/activiteit/index.html").is_file()


def test_pictures_of_the_guide_exist_and_are_small() -> None:
    pictures = re.findall(r"!\[[^]]+\]\((.+?)\)", GUIDE)
    assert len(pictures) == 6
    sizes = [(Path("layouts/templates/guide") / picture).stat().st_size for picture in pictures]
    assert max(sizes) < 70_000


def test_buttons_that_the_guide_names_are_on_the_page() -> None:
    """What stands between quotation marks in the guide is on the page just so."""
    words = Path("layouts/translations/nl/submit.po").read_text(encoding="utf-8")
    dutch, english = (Path(path).read_text(encoding="utf-8") for path in SOURCES[:2])
    for text, kind in ((dutch, "msgstr"), (english, "msgid")):
        named = re.findall(r'(?:op|kies dan|press|choose|page|pagina|staat) "([^"]+)"', text, re.IGNORECASE)
        assert len(named) >= 4
        assert [name for name in named if f'{kind} "{name.rstrip(".")}"' not in words] == []


def test_options_of_the_guide_exist() -> None:
    makefile = Path("Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", GUIDE, re.MULTILINE):
        assert f"\n{target}: " in makefile


def test_smallest_region_of_the_readme_is_right(tmp_path: Path) -> None:
    readme = Path("README.md").read_text(encoding="utf-8")
    (region,) = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "region.yaml").write_text(region, encoding="utf-8")
    settings = pipeline.Settings(
        content=tmp_path, layouts=Path("layouts"), output=tmp_path / "site", now=datetime(2027, 9, 1, 12)
    )
    assert [one.code for one in pipeline.check(settings).diagnostics if one.code != "no-history"] == []
