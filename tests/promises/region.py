"""A small region in which a stranger handed in files too: what all promises are shown on, and the commands that a user has."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from msgspec import Struct
from PIL import Image

from streekagenda.cli import commands

NOW = "2026-11-22T12:00:00"
LAYOUTS = Path("layouts").resolve()
SECRET = "kluis-4711"
"""Stands in a file beside the content folder."""
SAID = "Telefoon van Anneke"
"""Stands in pictures, beside what one sees."""
TITLE = "<script>alert(1)</script> & {{ 7 * 7 }}; thee, \\koek"
BODY = """\
**Kom erbij!** {{ 7 * 7 }} {% include "base.html" %} [Meer](https://elders.example/meer)

<script>alert(4)</script><style>body{display:none}</style><iframe src="https://evil.example/"></iframe>
<svg onload="alert(9)"></svg> ![Een plaatje](https://evil.example/x.png)
<a href="java&#9;script:alert(5)" onclick="alert(6)" id="top" class="x" name="y">klik</a>

<noscript><p title="</noscript><img src=x onerror=alert(7)>"></noscript>
"""
REGION = """\
title: Proefagenda
url: https://agenda.example.org/
school_region: noord
horizon: 2 months
archive: 1 month
areas: [{id: zandweerd, name: Zandweerd}]
topics: [{id: ontmoeten, name: Ontmoeten}]
embed: {allowed: [https://www.example.org]}
"""
TYPED = ("NO", "19:30", "0570123456", ".nan", "2026-12-01")
"""Titles that YAML would take for something else."""


def event(called: str, when: str = "2026-12-04 10:00-12:00", body: str = "Kom erbij!", **keys: str) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\ntitel: {called}\nwanneer: {when}\nplek: de-linde\nonderwerpen: [ontmoeten]\n{more}---\n{body}\n"


def rule(text: str) -> str:
    return f"{{rrule: '{text}', start: 2026-12-04 10:00, duration: 1 uur}}"


def photo() -> bytes:
    told = Image.Exif()
    told[0x010F] = SAID
    return saved("JPEG", exif=told, comment=SAID.encode())


def moving() -> bytes:
    others = [Image.new("RGB", (40, 30), "#c00000")]
    return saved("GIF", save_all=True, append_images=others, duration=300, comment=SAID.encode())


def saved(kind: str, **how: Any) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (40, 30), "#1b5e4b").save(stream, kind, **how)
    return stream.getvalue()


GOOD: Mapping[str, str | bytes] = {
    "region.yaml": REGION,
    "organisations/de-kern.md": "---\nnaam: De Kern\n---\n",
    "places/de-linde.md": "---\nnaam: De Linde\nwijk: zandweerd\n---\n",
    "events/de-kern/koffie.md": event(
        "Koffie",
        "{elke: vrijdag van 10.00 tot 12.00 uur, vanaf: 2026-11-06}",
        afbeelding="{bestand: zaal.jpg, beschrijving: De zaal}",
        bijlagen="[{bestand: flyer.pdf, titel: Flyer}]",
    ),
    "media/zaal.jpg": photo(),
    "media/flyer.pdf": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n",
}
FROM_STRANGERS: Mapping[str, str | bytes] = {
    "events/de-kern/kwaad.md": event(json.dumps(TITLE), body=BODY),
    "events/de-kern/beweegt.md": event("Beweegt", afbeelding="{bestand: beweegt.gif, beschrijving: Het beweegt}"),
    "media/beweegt.gif": moving(),
    "events/de-kern/fout.md": event("Fout", "2026-12-04 10:00-12:00", prijss="gratis").replace("de-linde", "de-linda"),
    **{f"events/de-kern/waarde-{number}.md": event(typed) for number, typed in enumerate(TYPED)},
}


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def run(*words: str) -> tuple[int, str, str]:
    """Run a command, and return its exit code and what it says on both streams; what it raises is raised."""
    done = CliRunner().invoke(commands, [*words, "--layouts", str(LAYOUTS), "--now", NOW], standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done.return_value, done.stdout, done.stderr


def build(content: Path, output: Path, *options: str) -> int:
    words = ("build", "--content", str(content), "--output", str(output), "--jobs", "1", "--no-cache")
    return run(*words, *options)[0]


def told(folder: Path, files: Mapping[str, str | bytes]) -> dict[str, list[tuple[int, str]]]:
    """Add files to the good region, check it, and return the line and the code of each mistake by its file's path."""
    written(folder, {**GOOD, **files})
    report = json.loads(run("check", "--content", str(folder), "--format", "json", "--no-cache")[1])
    found: dict[str, list[tuple[int, str]]] = {}
    for one in report["diagnostics"]:
        if one["severity"] == "error":
            path = Path(one["file"]).relative_to(folder).as_posix()
            found.setdefault(path, []).append((one["line"], one["code"]))
    return found


def codes(folder: Path, **events: str | bytes) -> dict[str, list[str]]:
    """Check events, and return the codes of their mistakes by their names."""
    paths = {f"events/de-kern/{name.replace('_', '-')}.md": name for name in events}
    found = told(folder, {path: events[name] for path, name in paths.items()})
    return {name: [code for _, code in found.get(path, [])] for path, name in paths.items()}


class Site(Struct, frozen=True, kw_only=True, dict=True):
    """What a build made of the region with all that strangers handed in."""

    content: Path
    folder: Path
    code: int

    @cached_property
    def files(self) -> dict[str, bytes]:
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for file in self.folder.rglob("*")
            if file.is_file() and file.name != ".streekagenda"
        }

    @cached_property
    def pages(self) -> dict[str, str]:
        return {path: content.decode("utf-8") for path, content in self.files.items() if path.endswith(".html")}

    def page(self, name: str) -> str:
        """Return the page of an activity."""
        return self.pages[f"activiteiten/de-kern/{name}/index.html"]

    def prose(self, name: str) -> str:
        """Return what became of the body of an activity."""
        found = re.search(r'<div class="?prose"?[^>]*>(.*?)</div>', self.page(name), re.DOTALL)
        assert found
        return found[1]

    @cached_property
    def feeds(self) -> dict[str, str]:
        """The calendars, their lines unfolded."""
        found = {path: content.decode("utf-8") for path, content in self.files.items() if path.endswith(".ics")}
        return {path: content.replace("\r\n ", "") for path, content in found.items()}
