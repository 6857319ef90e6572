"""Small sites for the tests of ``streekagenda.output``; run as a program, it publishes two of them in turn, for ever."""

import os
import stat
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from msgspec.structs import replace

from streekagenda.output import (
    Kept,
    Left,
    Output,
    Place,
    Placed,
    Published,
    Stood,
    Trace,
    Whole,
    both_stand,
    publish,
    ready,
    stands,
)
from streekagenda.output.known_site import former_stands
from streekagenda.output.traces import folders_above, look

ROOT = Path(__file__).parents[2]

OLD = {
    "index.html": "old home",
    "same.html": "as it was",
    "feeds/all.ics": "old feed",
    "agenda/index.html": "old agenda",
    "agenda/2026/index.html": "old year",
    "wijken/index.html": "a file in the old site, a folder in the new one",
    "over": "a file",
    "plekken": "a file",
}
NEW = {
    "index.html": "new home, which is longer",
    "same.html": "as it was",
    "feeds/all.ics": "new feed",
    "agenda/index.html": "new agenda",
    "wijken/index.html/index.html": "deeper",
    "over/index.html": "about",
    "plekken/x/index.html": "place",
    "nieuw.html": "new page",
}
"""Against OLD: the same, changed, gone and new; a file where a folder was, and the other way round."""


def outputs(files: dict[str, str]) -> Iterator[Output]:
    for path, content in files.items():
        yield ready(path, content.encode())


class Remembering:
    """Publishes as builds do, of which each knows how the last one left the site."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.trace: Trace | None = None
        self.whole: Whole | None = None
        self.names: dict[str, int] = {}
        self.known: list[bool] = []
        """Of each publication, whether the site stood as it was left."""
        self.alone = True
        """Whether nothing lay beside the files of the site when it was published last."""

    def publish(self, files: dict[str, str], kept: Kept | None = None) -> Published:
        """Publish files, and beside them what is kept of the site."""
        stood = self._stood()
        self.known.append(stood is not None)
        given = {"stood": lambda _: stood} if stood else {}

        def making(place: Place) -> Iterator[Placed | Kept]:
            if kept:
                yield kept
            yield from map(place, outputs(files))

        return publish(making, self.site, keep=True, done=self._done, **given)  # type: ignore[arg-type]

    def _stood(self) -> Stood | None:
        if self.trace is None or self.whole is None:
            return None
        whole, trace = self.whole, self.trace
        top, former = both_stand(self.site, whole, trace)
        if top is None:
            return None
        as_left = replace(trace, site=replace(trace.site, top=top))
        self.alone = stands(self.site, whole, trace) is not None
        return Stood(trace=as_left, names=self.names, former=former, alone=lambda: self.alone)

    def _done(self, _: Published, left: Left) -> None:
        self.trace, packed = left.trace()
        if packed:
            self.whole = Whole.unpacked(packed)
        assert self.whole
        self.names = dict.fromkeys(left.files, 0)
        # what it did not look at stands as it says
        assert stands(self.site, self.whole, self.trace) == look(self.site, (), ()).top
        files = self.whole.files.after(self.trace.files)
        assert files.paths == sorted(left.files)
        assert self.whole.trees[self.trace.site.of].after(self.trace.site.folders).paths == folders_above(left.files)
        if self.trace.former and left.exchanged:
            assert former_stands(self.site, self.whole, self.trace) is self.alone


def files_in(folder: Path) -> dict[str, str]:
    """All that stands in a site: paths and contents, links as ``-> target``, empty folders with a slash."""
    found = {}
    for above, folders, names in os.walk(folder):
        for path in (Path(above, name) for name in [*names, *folders]):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink():
                found[name] = f"-> {path.readlink()}"
            elif path.is_file():
                found[name] = path.read_text()
            elif not list(path.iterdir()):
                found[f"{name}/"] = ""
    found.pop(".streekagenda", None)
    return found


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def modes_in(folder: Path) -> dict[str, int]:
    paths = [folder, *folder.rglob("*")]
    return {path.relative_to(folder).as_posix(): stat.S_IMODE(path.lstat().st_mode) for path in paths}


def traces_of(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What changes on the disk when anything is written: inode, mtime and ctime of each path, the folder's own too."""
    traces = {}
    for path in [folder, *folder.rglob("*")]:
        status = path.lstat()
        traces[path.relative_to(folder).as_posix()] = status.st_ino, status.st_mtime_ns, status.st_ctime_ns
    return traces


def big(files: dict[str, str]) -> dict[str, str]:
    """The same site with more pages, so that publishing it takes some tens of milliseconds."""
    return files | {f"activiteiten/{number}/index.html": files["index.html"] * 100 for number in range(60)}


if __name__ == "__main__":
    for version in cycle([big(OLD), big(NEW)]):
        publish(outputs(version), Path(sys.argv[1]))
        print("published", flush=True)  # noqa: T201 -- the test reads it
