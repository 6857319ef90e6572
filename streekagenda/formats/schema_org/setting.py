"""What every piece of structured data needs to know of the site that it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.plain_text import line, lines

if TYPE_CHECKING:
    from streekagenda.model.media import Image
    from streekagenda.model.text import Text
    from streekagenda.urls import Addresses

CONTEXT = "https://schema.org"


class Setting(Struct, frozen=True, kw_only=True):
    """A site in one language."""

    addresses: Addresses
    language: str
    """BCP 47."""
    zone: str
    """IANA name."""
    country: str
    """ISO 3166, of every address."""
    logo: str | None = None
    """Absolute address of the region's own, for what has no other picture."""

    def name(self, text: Text) -> str:
        """Return a text of one line in this language."""
        return line(text.in_language(self.language).text)

    def words(self, text: Text) -> str:
        """Return a text of more lines in this language."""
        return lines(text.in_language(self.language).text)

    def page(self, kind: str, thing_id: str) -> str:
        """Return the absolute address of the page of a thing; it is the ``@id`` of that thing too."""
        return self.addresses.absolute(self.addresses.page(kind, self.language, thing_id))

    def image(self, image: Image) -> str:
        """Return the absolute address of a picture."""
        return self.addresses.absolute(self.addresses.media(image.file))
