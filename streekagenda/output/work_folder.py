"""The folder in which a build makes the new site, ``.<name>.new-<pid>-<random>``, and what dead builds left of theirs.

In it ``site`` is the new tree, and after the exchange the old one; ``old`` is the old tree between two renames; ``former``
is the former site that it is made from; ``twin`` is another tree of links to a first site, and ``given up`` one that lacks some.
"""

import os
import re
from pathlib import Path

from streekagenda.output.destination import Destination


def name_work_folder(destination: Destination) -> Path:
    """A path that no other build has, not made yet."""
    return destination.workplace / f"{destination.prefix}.new-{os.getpid()}-{os.urandom(4).hex()}"


def remove_work_folder(work: Path, site: Path) -> None:
    """Remove what was left in it as far as possible: what stays is tried again by the next build.

    A build that stopped between two renames has put the old site aside in here: it goes back first.
    """
    aside = work / "old"
    if aside.exists() and not site.exists():
        try:
            aside.rename(site)
        except OSError:
            return  # nothing else has the old site: leave it to the next build
    from shutil import rmtree  # noqa: PLC0415 -- it takes long to bring up, and mostly nothing is to go

    rmtree(work, ignore_errors=True)


def remove_leftovers(destination: Destination) -> None:
    """Remove the work folders of builds that died, under the lock: those with our name and the number of a dead process."""
    pattern = re.compile(re.escape(destination.prefix) + r"\.new-(\d{1,9})-[0-9a-f]{8}")
    for name in sorted(os.listdir(destination.workplace)):  # noqa: PTH208 -- names, not paths
        found = pattern.fullmatch(name)
        if found and not _lives(int(found[1])):
            remove_work_folder(destination.workplace / name, destination.site)


def _lives(pid: int) -> bool:
    if pid == os.getpid():
        return False  # we have none yet: it had our number before us, as in a container, where every build may be 1
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # of another user
    return True
