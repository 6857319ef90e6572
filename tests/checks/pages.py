"""The pages of docs/checks/: written by hand are the title, the reason and the examples; the rest is what `check` says.

``python -m tests.checks.pages`` writes what is made, on every page and in the index; ``test_pages.py`` holds the pages to it.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from streekagenda import checks, pipeline
from streekagenda.checks.online.answer import Answer
from streekagenda.diagnostics import Diagnostic
from streekagenda.rendering.translations import Translations, load
from tests.checks.found import LAYOUTS, settings
from tests.content_files import written

FOLDER = Path("docs/checks")
PAGES = tuple(sorted(path for path in FOLDER.glob("*.md") if path.stem != "README"))
SEVERITIES = {"error": "fout", "warning": "waarschuwing", "advice": "advies"}
BASE: Mapping[str, str] = {
    "region.yaml": """\
title: Proefagenda
url: https://agenda.example.org/
languages: [nl, en]
areas:
  - id: deventer
    name: Deventer
    areas: [{id: zandweerd, name: Zandweerd}]
topics: [{id: ontmoeten, name: Ontmoeten}]
audiences: [{id: ouderen, name: Ouderen}]
facilities: [{id: rolstoel, name: Rolstoel}, {id: toilet, name: Aangepast toilet}]
""",
    "organisations/de-kern.md": "---\nnaam: De Kern\n---\n",
    "organisations/de-brug.md": "---\nnaam: De Brug\n---\n",
    "places/de-linde.md": "---\nnaam: De Linde\nwijk: zandweerd\nopen: maandag 9-12 uur\n---\n",
}
"""The region of the examples; `check` finds nothing in it."""

_SECTION = re.compile(r"^## (?P<title>[^\n]+)\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^`(?P<path>[^`\n]+)`\n\n~~~yaml\n(?P<content>.*?)^~~~$", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(r"# (?P<title>[^\n]+)\n\n(?:`[\w-]+` · [^\n]+\n\n)?(?P<why>.*)", re.DOTALL)
_INDEX = """\
# Wat `check` vindt van wat goed is, maar onhandig

Deze controles houden niets tegen: wat geldig is, komt op de site. Alleen bij *fout* wordt een voorstel rood.

- Is het zo bedoeld? Zet in het bestand waarom: `bewust: {on-holiday: Op zondag is er altijd koffie.}`
- Vindt een regio het erger, of juist niet? Dan staat dat in `region.yaml`: `controles: {no-price: waarschuwing}`. De woorden zijn
  `uit`, `advies`, `waarschuwing` en `fout`.

Elke pagina is gemaakt door `python -m tests.checks.pages`: de voorbeelden zijn echt, en de woorden zijn die van het programma.

| controle | waarover | hoe erg |
|---|---|---|
"""


class Page(Struct, frozen=True, kw_only=True, dict=True):
    """One check, with an example that is wrong and at least one that is right."""

    code: str
    title: str
    why: str
    wrong: Mapping[str, str]
    right: tuple[tuple[str, str], ...]
    """Title and text of each section with a right example."""

    @classmethod
    def read(cls, path: Path) -> Page:
        """Read what is written by hand on a page."""
        text = path.read_text(encoding="utf-8")
        head = _HEAD.fullmatch(text[: text.index("## Fout\n")])
        assert head, f"{path}: begins with a title and a reason"
        first, *rest = [(found["title"], found["text"]) for found in _SECTION.finditer(text)]
        right = tuple((title, said) for title, said in rest if title.startswith(("Goed", "Ook goed")))
        return cls(code=path.stem, title=head["title"], why=head["why"].strip(), wrong=files_in(first[1]), right=right)

    @property
    def severity(self) -> str:
        """How bad it is where a region does not say otherwise."""
        return next(one.severity.value for one in every_check() if one.code == self.code)

    def text(self) -> str:
        """Return the page, with what is made of it."""
        said = [f"> {line}" for line in _said(self.wrong, "nl")]
        english = [f"> {line}" for line in _said(self.wrong, "en")]
        parts = [
            f"# {self.title}",
            f"`{self.code}` · {SEVERITIES[self.severity]} · [alle controles](README.md)",
            self.why,
            "## Fout",
            *(f"`{path}`\n\n~~~yaml\n{content}~~~" for path, content in self.wrong.items()),
            "Je leest:",
            "\n>\n".join(said),
            "In English:",
            "\n>\n".join(english),
            *(f"## {title}\n\n{text.strip()}" for title, text in self.right),
        ]
        return "\n\n".join(parts) + "\n"


def every_check() -> tuple[checks.Check, ...]:
    """Return every check, also those of links."""
    return (*checks.CHECKS, *checks.link_checks(ask), checks.UNNEEDED)


def files_in(text: str) -> dict[str, str]:
    """Return the files that a section shows."""
    return {found["path"]: found["content"] for found in _FILE.finditer(text)}


def ask(addresses: Sequence[str]) -> dict[str, Answer]:
    """Stand in for the internet: addresses with ``/weg`` are gone, those of ``stil.`` silent."""
    return {
        one: Answer.GONE if "/weg" in one else Answer.SILENT if "//stil." in one else Answer.THERE for one in addresses
    }


def diagnostics(files: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return what `check --online` says of the region of the examples with these files."""
    with tempfile.TemporaryDirectory() as name:
        folder = written(Path(name) / "content", {**BASE, **files})
        found = pipeline.check(settings(folder), ask=ask).diagnostics
    return tuple(one for one in found if one.code != "no-history")


def index() -> str:
    """Return the page that lists all pages."""
    pages = [Page.read(path) for path in PAGES]
    rows = [f"| [{one.code}]({one.code}.md) | {one.title} | {SEVERITIES[one.severity]} |" for one in pages]
    return _INDEX + "\n".join(rows) + "\n"


@cache
def _words() -> Translations:
    return load(LAYOUTS)


def _said(files: Mapping[str, str], language: str) -> list[str]:
    line = {"nl": "regel", "en": "line"}[language]
    return [
        f"`{one.location.path}`, {line} {one.location.line}: {_words().say(one, language)}"
        for one in diagnostics(files)
    ]


def main() -> None:
    """Write every page and the index."""
    for path in PAGES:
        path.write_text(Page.read(path).text(), encoding="utf-8", newline="\n")
    (FOLDER / "README.md").write_text(index(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(PAGES)} pages\n")


if __name__ == "__main__":
    main()
