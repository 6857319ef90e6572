"""What is to be published: a path below the site's folder, and its bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """One file of the site."""

    path: str
    """Below the site's folder, its parts joined by ``/``: ``activiteiten/x/index.html``."""
    content: bytes
