"""One output finds its place: in the old site it stands as it is, or it is written into the new one.

Several processes may do so, for one site: what they did is told to the one that publishes.
"""

from collections.abc import Callable, Iterator, Set
from typing import NamedTuple

from msgspec import Struct

from streekagenda.output.new_site import NewSite
from streekagenda.output.old_site import OldSite, is_unchanged
from streekagenda.output.outputs import Output
from streekagenda.output.site_paths import refuse_unclean, spelled


class Placed(NamedTuple):
    """What came of an output."""

    path: str
    written: bool
    """Else it stands in the old site as it is."""
    in_the_way: bool = False
    """Of another output that was written before."""


class Kept(NamedTuple):
    """Most files stay as the old site has them: nobody made them an output. Who says so again leaves out less."""

    many: int
    """So many."""
    but: Set[str]
    """The paths of all others that it holds: each is another output, or is not there any more."""


Place = Callable[[Output], Placed]
Making = Callable[[Place], Iterator[Placed | Kept]]
"""Gives each output of a site to a ``Place``, here or in forks of this process, and yields what came of it."""


class Placing(Struct, frozen=True, kw_only=True):
    """Places outputs between an old site and a new one."""

    old: OldSite
    new: NewSite
    site: str
    """The folder of the old site."""

    def __call__(self, output: Output) -> Placed:
        """Place an output; raises ValueError for a path that is unclean, and OSError from the machine."""
        refuse_unclean(output.path)
        return self.place(output)

    def place(self, output: Output) -> Placed:
        """Place an output of ours, which may have a name that no other has."""
        name = spelled(output.path)
        if output.stays and name in self.old.files:
            return Placed(output.path, written=False)
        content = output.make()
        if name in self.old.files and is_unchanged(f"{self.site}/{name}", content):
            return Placed(output.path, written=False)
        try:
            self.new.write(name, content)
        except (FileExistsError, NotADirectoryError):  # of ours: nobody else writes there
            return Placed(output.path, written=True, in_the_way=True)
        return Placed(output.path, written=True)
