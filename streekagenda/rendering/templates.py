"""Templates of ``layouts/templates/``: the door to jinja2.

What stands ready in every template:

* ``words`` (:class:`~streekagenda.rendering.words.Words` of the page), ``language``, ``direction``, ``path``;
* ``link(path)``: a relative link from this page to a path of :mod:`streekagenda.urls`; ``asset("site.css")``: the same
  for a file of ``layouts/static/``, with its digest against stale caches;
* ``_()``, ``gettext``, ``ngettext``, ``pgettext`` and ``{% trans %}`` (newstyle, trimmed): literal texts only;
* filters ``said`` (a Text, in ``<span lang>`` when it is in another language than the page), ``text`` (a Text as plain text,
  for attributes), ``prose`` (Markdown, a Text or a str: ``{{ event.body|prose }}``, ``|prose(heading_level=3)``), ``day``, ``clock``,
  ``schedule``, ``price`` (as in Words), ``json_ld`` (any JSON value, safe within ``<script type="application/ld+json">``).

Macros that use ``link``, ``asset`` or ``prose`` are imported ``with context``. Undefined names are errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from streekagenda.rendering.translations import Translations
    from streekagenda.rendering.words import Words


class Renderer:
    """Renders templates; makes each language's environment once, and parses each template once."""

    def __init__(self, layouts: Path, translations: Translations) -> None:
        """Take templates from ``layouts/templates/``, and those missing there from the layouts of the program."""
        raise NotImplementedError

    def words(self, language: str) -> Words:
        """Return the words of a language."""
        raise NotImplementedError

    def render(self, template: str, words: Words, /, *, path: str = "", **context: object) -> str:
        """Render a template (``event.html``) for the page at ``path``, in the language of ``words``."""
        raise NotImplementedError
