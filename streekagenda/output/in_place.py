"""The way in where a folder cannot be exchanged: file by file, each of them in one step, the whole not.

A mount point, such as a container's volume, can only be changed so; and a folder from the lower layer of a
container's overlay. A reader may find old and new pages side by side for a moment. What is new comes first and what is
gone goes last, so that neither an old page nor a new one leads nowhere. A build that is killed in it leaves whole
files, and the next build, which compares them all, finishes the work.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PurePath

from streekagenda.output.destination import Destination
from streekagenda.output.old_site import FOLDER_MODE


def replace_files(tree: Path, destination: Destination, *, written: Sequence[str], removed: Sequence[str]) -> None:
    """Rename the written files of a new tree into the site, and remove from it what is gone.

    Raises:
        OSError: from the machine; files that were replaced before stay so.
    """
    site = destination.site
    folders = {str(folder) for name in written for folder in PurePath(name).parents}
    for name in folders.intersection(removed):
        (site / name).unlink()  # a file, or a link that would lead us elsewhere, where a folder has to be
    for name in sorted(folders):  # those above first
        (site / name).mkdir(exist_ok=True)
    for name in written:
        target = site / name
        if target.is_dir() and not target.is_symlink():
            from shutil import rmtree  # noqa: PLC0415 -- it takes long to bring up, and mostly nothing is to go

            rmtree(target)
        (tree / name).rename(target)
    for name in set(removed) - folders:
        with suppress(FileNotFoundError, NotADirectoryError):  # it went with its folder
            (site / name).unlink()
    _tidy(destination)


def _tidy(destination: Destination) -> None:
    for name in sorted(os.listdir(destination.site)):  # noqa: PTH208 -- names, not paths
        if destination.is_apart(name):
            continue
        for folder, _, _ in os.walk(destination.site / name, topdown=False):
            try:
                Path(folder).rmdir()
            except OSError:  # it is not empty
                Path(folder).chmod(FOLDER_MODE)
