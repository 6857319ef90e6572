"""The Nu Html Checker: what is not valid in the HTML, CSS and SVG of a whole folder, in one run of Java."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

PIECE = "fragment.html"
"""The name of a file that is a part of a page of another site."""
OF_WHOLE_PAGES = (
    "Start tag seen without seeing a doctype first.",
    "Element “head” is missing a required instance of child element “title”.",
)
"""How errors begin that such a part has by itself only."""
JAR = Path("node_modules/vnu-jar/build/dist/vnu.jar")
JAVA = ("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss2m", "-jar", str(JAR.resolve()))
"""Compiled once, and not a second time for speed, which halves a short run and saves a fifth of the longest; so compiled
it goes deeper into its schemas than the stack that a thread is given."""


class Finding(Struct, frozen=True, kw_only=True):
    """One error, with the file it is in, relative to the folder."""

    path: str
    line: int | None
    message: str
    extract: str


def errors(folder: Path, files: Iterable[str] = (".",)) -> list[Finding]:
    """Check every page, style sheet and drawing in the folder, or in some of its files and folders, and give what is wrong."""
    # the guess in which language a page is takes a seventh of the time, and can only warn
    options = ["--no-langdetect", "--format", "json", "--errors-only", "--stdout", "--exit-zero-always"]
    kinds = ["--skip-non-html", "--also-check-css", "--also-check-svg"]
    run = subprocess.run([*JAVA, *options, *kinds, *files], cwd=folder, capture_output=True, text=True, check=True)
    return [
        Finding(
            path=_relative(message["url"], folder),
            line=message.get("lastLine"),
            message=message["message"],
            extract=message.get("extract", ""),
        )
        for message in json.loads(run.stdout)["messages"]
        if not (message["url"].endswith(PIECE) and message["message"].startswith(OF_WHOLE_PAGES))
    ]


def _relative(url: str, folder: Path) -> str:
    path = Path(unquote(urlsplit(url).path)).resolve()
    return path.relative_to(folder.resolve()).as_posix()
