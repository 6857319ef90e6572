"""Who runs: how each is installed in a folder, started, emptied, and has one event changed."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from bench.peers import eleventy_site, hugo_site, pelican_site
from bench.peers.material import NOW
from bench.peers.table import HUGO, US

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".bench" / "peers"
PORT = 8765


class Contestant(Struct, frozen=True, kw_only=True):
    """A generator with a region of its own in a folder of its own."""

    name: str
    folder: Path
    """Where it is started."""
    command: tuple[str, ...]
    site: Path
    """Where it writes."""
    remembered: tuple[Path, ...] = ()
    """Beside the site: what a cold run does not have."""
    event: Path
    """The file of the event that is changed."""
    title: str
    """A pattern: the title in that file, before what is changed."""
    address: str
    """The page of that event below the site's root."""
    serve: tuple[str, ...] = ()
    """The command that serves and watches; empty where it was not tried."""
    check: tuple[str, ...] = ()
    """The command that says what is wrong, where there is one."""
    lacks: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    def forget(self) -> None:
        """Take away all that a run has made."""
        for folder in (self.site, *self.remembered):
            shutil.rmtree(folder, ignore_errors=True)

    def change(self, number: int) -> str:
        """Give the event another title, and return what its page must say then."""
        text = self.event.read_text(encoding="utf-8")
        told = f"Anders {number}"
        self.event.write_text(
            re.sub(rf"({self.title})(Anders \d+ )?", rf"\g<1>{told} ", text, count=1), encoding="utf-8"
        )
        return f"{told} "


def contestants(told: dict[str, Any], content: Path, folder: Path, names: list[str]) -> list[Contestant]:
    """Write the region for everyone of ``names`` below ``folder``, and return them in that order."""
    makers: dict[str, Callable[[dict[str, Any], Path, Path], Contestant]] = {
        US: _ours,
        HUGO: _hugo,
        "eleventy": _eleventy,
        "pelican": _pelican,
    }
    return [makers[name](told, content, folder / name) for name in names]


def _ours(told: dict[str, Any], content: Path, folder: Path) -> Contestant:
    shutil.copytree(content, folder / "content")
    identity = told["events"][0]["id"]
    common = ("--content", str(folder / "content"), "--now", NOW.isoformat())
    start = (sys.executable, str(ROOT / "build.py"))
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # it makes each start of the program half a second longer
    return Contestant(
        name=US,
        folder=ROOT,
        command=(*start, "build", *common, "--output", str(folder / "site")),
        site=folder / "site",
        remembered=(folder / "cache",),
        event=folder / f"content/events/{identity}.md",
        title=r"tit\w+: ",
        address=f"activiteiten/{identity}/",
        serve=(*start, "serve", *common, "--port", str(PORT)),
        check=(*start, "check", *common),
        environment=environment,
    )


def _hugo(told: dict[str, Any], _content: Path, folder: Path) -> Contestant:
    hugo_site.write(told, Path(__file__).parent / "hugo", folder)
    identity = told["events"][0]["id"]
    program = next((TOOLS / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return Contestant(
        name=HUGO,
        folder=folder,
        command=(str(program), "--quiet", "--cleanDestinationDir"),
        site=folder / "public",
        remembered=(folder / "resources",),
        event=folder / f"content/activiteiten/{identity}.md",
        title=r'"title": "',
        address=f"activiteiten/{identity}/",
        serve=(str(program), "server", "--port", str(PORT), "--bind", "127.0.0.1", "--disableLiveReload"),
        lacks=hugo_site.LACKS,
        environment=dict(os.environ),
    )


def _eleventy(told: dict[str, Any], _content: Path, folder: Path) -> Contestant:
    eleventy_site.write(told, Path(__file__).parent / "eleventy", folder)
    (folder / "node_modules").symlink_to(TOOLS / "node_modules")
    identity = told["events"][0]["id"]
    return Contestant(
        name="eleventy",
        folder=folder,
        command=("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"),
        site=folder / "_site",
        remembered=(folder / ".cache",),
        event=folder / f"events/{identity}.md",
        title=r'"title": "',
        address=f"activiteiten/{identity}/",
        lacks=eleventy_site.LACKS,
        environment=dict(os.environ),
    )


def _pelican(told: dict[str, Any], _content: Path, folder: Path) -> Contestant:
    pelican_site.write(told, Path(__file__).parent / "pelican", folder)
    identity = told["events"][0]["id"]
    return Contestant(
        name="pelican",
        folder=folder,
        command=(str(TOOLS / "venv/bin/pelican"), "--quiet", "--settings", "pelicanconf.py", "content"),
        site=folder / "output",
        remembered=(folder / "cache",),
        event=folder / f"content/activiteiten/{identity}.md",
        title="Title: ",
        address=f"activiteiten/{identity}/",
        lacks=pelican_site.LACKS,
        environment=dict(os.environ),
    )
