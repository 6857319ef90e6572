"""``check --fix``: writes the certain corrections, and says line by line what it changed and how to have it back."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from streekagenda import pipeline
from streekagenda.cli.reports.printable import printable
from streekagenda.content.rewriting import in_git, kept, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from gettext import NullTranslations

    from streekagenda.builds import Settings
    from streekagenda.content.fixing import Fixed


def fix(settings: Settings, wanted: Callable[[str], bool], words: NullTranslations) -> Iterator[str]:
    """Write what is certain into the files whose path is ``wanted``, and yield what there is to say of it."""
    done: list[Fixed] = []
    safe = in_git(settings.content)
    copies: list[str] = []
    in_history: list[str] = []
    for one in pipeline.fixes(settings, wanted):
        file = (settings.content / one.path).as_posix()
        copy = "" if one.path in safe else kept(settings.content, one.path, one.before)
        if not rewrite(settings.content, one.path, one.before, one.after):
            if copy:
                (settings.content / copy).unlink()
            yield words.gettext("%(file)s was changed meanwhile, so that nothing was done to it.") % {"file": file}
            continue
        yield from _difference(file, one)
        done.append(one)
        if copy:
            copies.append((settings.content / copy).as_posix())
        else:
            in_history.append(file)
    count = sum(len(one.corrected) for one in done)
    if not count:
        yield words.gettext("There is nothing that we change without asking you.")
        return
    said = words.ngettext("%(n)s correction in %(files)s.", "%(n)s corrections in %(files)s.", count)
    files = words.ngettext("%(n)s file", "%(n)s files", len(done)) % {"n": len(done)}
    yield said % {"n": count, "files": files}
    if in_history:
        yield words.gettext("Back to what it was: %(command)s") % {
            "command": shlex.join(["git", "restore", "--", *in_history])
        }
    for copy in copies:
        yield words.gettext("What it was is kept in %(file)s") % {"file": copy}


def _difference(file: str, fixed: Fixed) -> Iterator[str]:
    before, after = (content.decode("utf-8-sig").splitlines() for content in (fixed.before, fixed.after))
    for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
        if old != new:
            yield f"{printable(file)}:{number}"
            yield f"  - {printable(old)}"
            yield f"  + {printable(new)}"
