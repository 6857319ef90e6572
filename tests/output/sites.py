"""Small sites for the tests of ``streekagenda.output``; run as a program, it publishes two of them in turn, for ever."""

import os
import stat
import sys
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from streekagenda.output import Left, Output, Published, Stood, folders_of, heard, look, publish, ready, told
from streekagenda.output.traces import folders_above, with_folders

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
        self.left: Left | None = None
        self.digest, self.paths = "", [""]
        self.known: list[bool] = []
        """Of each publication, whether the site stood as it was left."""

    def publish(self, files: dict[str, str]) -> Published:
        stood = self._stood()
        self.known.append(stood is not None)
        given = {"stood": lambda _: stood} if stood else {}
        return publish(outputs(files), self.site, keep=True, done=self._done, **given)  # type: ignore[arg-type]

    def _stood(self) -> Stood | None:
        if self.left is None:
            return None
        aside, files = self.left.aside, len(self.left.files)
        former = folders_of(self.site, self.paths, files, aside) if aside else None
        if aside and former:
            assert [*former.paths] == folders_above(
                frozenset(self.paths[:files]).difference(aside.new).union(aside.other)
            )
        try:
            found = look(self.site, self.paths, files)
            at_former = look(former.site, former.paths, 0) if former else None
        except OSError:
            return None
        assert found == heard(self.paths, files, partial(next, told(found)))
        return Stood(look=found, aside=aside, former=at_former) if found.digest == self.digest else None

    def _done(self, _: Published, left: Left) -> None:
        found = left.look()
        self.left, self.digest, self.paths = left, found.digest, [*found.paths]
        assert found.paths == with_folders(left.files)
        assert found == look(self.site, found.paths, len(left.files))  # what it did not look at stands as it says


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
