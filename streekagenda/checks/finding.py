"""What a check saw; it becomes a diagnostic when its severity and its place in a file are known."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that is valid, but unwise."""

    path: str
    """The file of the event, place, organisation or campaign itself, also when its translation is meant; posix, below
    the content folder."""
    key: tuple[str | int, ...] = ()
    """Where in the file, by its English keys, such as ``("contact", "phone")`` or ``("when", 0, "every")``;
    ``("description",)`` is the body, and nothing the file as a whole."""
    language: str | None = None
    """Of the text at ``key``: tells the version in a mapping of languages, or in the translation beside the file."""
    excerpt: str = ""
    """The very words, so that line and column can be found within the value."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What fills the sentence that the translations hold for the check's code."""
    suggestion: str | None = None
    """Text that can be copied in the place of the excerpt, or of the value."""
    others: tuple[str, ...] = ()
    """The other files that it is about, such as the twin of a duplicate."""
