"""Catalogues of translators (PO files) joined and compiled (MO files), which is what gettext reads."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po


@lru_cache(maxsize=32)
def compiled(language: str, sources: tuple[bytes, ...]) -> bytes:
    """Join the catalogues of one language into an MO file; where two have the same message, the later one counts.

    The plural forms are those that the catalogues name, in which their translators wrote. One process often asks for
    the same words again (a report and the pages, a rebuild while a preview is shown), and babel takes a while.

    Raises ValueError where one of them is no valid PO file.
    """
    joined = Catalog(locale=language.replace("-", "_"))
    for source in sources:
        try:
            catalogue = read_po(BytesIO(source), locale=joined.locale, abort_invalid=True)
        except PoFileError as error:
            raise ValueError(str(error)) from error
        joined.mime_headers = [("Plural-Forms", catalogue.plural_forms)]
        for message in catalogue:
            if message.id:
                joined.delete(message.id, message.context)
                joined[message.id] = message
    written = BytesIO()
    write_mo(written, joined)
    return written.getvalue()
