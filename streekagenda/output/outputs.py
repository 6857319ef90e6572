"""What is to be published: a path below the site's folder, and a way to make its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable


class Output(Struct, frozen=True, kw_only=True):
    """One file of the site. Saying which files there are is cheap; each is made when somebody needs it."""

    path: str
    """Below the site's folder, its parts joined by ``/``: ``activiteiten/x/index.html``."""
    make: Callable[[], bytes]
    """Makes the file; each time the same bytes."""
    stays: bool = False
    """It is known that the site holds this file already, with these bytes: where it is there, nobody makes or reads it."""
    named_by_content: bool = False
    """Other bytes would have another path: where our last build made a file of this path, it made these bytes."""

    renew: Callable[[], bytes] = bytes
    """Makes the same out of what the site holds, for what was asked when that was made; nothing where that is not certain."""

    @property
    def content(self) -> bytes:
        """The bytes of the file, made anew at each call."""
        return self.make()

    def staying(self) -> Output:
        """Return it as one that the site holds already."""
        return Output(path=self.path, make=self.make, stays=True)


def ready(path: str, content: bytes) -> Output:
    """Return an output of bytes that are there already."""
    return Output(path=path, make=lambda: content)
