"""Templates of ``layouts/templates/``: the door to jinja2.

What stands ready in every template:

* ``words`` (:class:`~streekagenda.rendering.words.Words` of the page), ``language``, ``direction``, and ``path``, of the page;
  ``capital(said)``, as it begins a sentence;
* ``link(path)``: a relative link from this page to a path of :mod:`streekagenda.urls`; ``asset("site.css")``: the same
  for a file of ``layouts/static/``, with its digest against stale caches; ``icon("pin")``: a drawing of ``icons.svg``,
  which never stands without words; ``picture(image)``: a picture of content in
  its sizes (:func:`streekagenda.rendering.pictures.picture` says what else it takes); ``drawings(html)``: the drawings
  that a piece of a page refers to as its own (``<use href="#pin"/>``);
* ``_()``, ``gettext``, ``ngettext``, ``pgettext`` and ``{% trans %}`` (newstyle, trimmed): literal texts only;
* filters ``said`` (a Text, in ``<span lang>`` when it is in another language than the page), ``text`` (a Text as plain
  text, for attributes), ``prose`` (Markdown, a Text or a str: ``{{ event.body|prose }}``, ``|prose(heading_level=3)``),
  ``in_language("nl")`` (the same for a str), ``day``, ``clock``, ``price`` (as in Words), ``json_ld`` (any JSON value, safe within
  ``<script type="application/ld+json">``).

Macros that use ``link``, ``asset`` or ``prose`` are imported ``with context``. Undefined names are errors. Content never
becomes a template: a template's text comes from ``layouts/`` only.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup

from streekagenda.rendering.assets import icons, static_addresses, static_files
from streekagenda.rendering.compiled_templates import CompiledTemplates
from streekagenda.rendering.filters import filters_for, links_from, page_functions
from streekagenda.rendering.layouts import BrokenLayout, folders, packaged
from streekagenda.rendering.template_code import TemplateCode, escaped
from streekagenda.rendering.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping
    from gettext import NullTranslations

    from streekagenda.rendering.translations import Translations

FOLDER = "templates"
DEFAULT = "nl"
"""The language in which templates are tried."""
_CONTEXTS = "contexts of this page"
"""What a page's contexts stand under, in each of them: no template can say this name."""
_PAGES = 8
"""Those whose links are known: pieces that stand on many pages are rendered as if they stood at one path."""


class Renderer:
    """Renders templates; makes each language's environment once, and compiles each template once."""

    def __init__(self, layouts: Path, translations: Translations) -> None:
        """Take templates from ``layouts/templates/``, and those missing there from the layouts of the program."""
        self._translations = translations
        # whole paths: they stand in the code of templates, which is kept, and say whose an error is
        searched = [folder.resolve() for folder in folders(layouts, FOLDER)]
        self._loader = FileSystemLoader(searched)
        self.is_ours = searched == [packaged() / FOLDER]
        """Whether a region has no templates of its own: then it is known how pages are made up."""
        self.static = tuple(static_files(layouts))
        """The static files of these layouts, that its pages refer to."""
        self._addresses = static_addresses(self.static)
        self._links = lru_cache(maxsize=_PAGES)(partial(links_from, addresses=self._addresses))
        self._icons = icons(layouts)
        self._environments: dict[str, Environment] = {}

    def words(self, language: str) -> Words:
        """Return the words of a language."""
        return Words(language=language, translations=self._translations)

    def has(self, template: str) -> bool:
        """Return whether there is such a template."""
        return any((Path(folder) / template).is_file() for folder in self._loader.searchpath)

    def render(self, template: str, words: Words, /, *, path: str = "", **context: object) -> str:
        """Render a template (``event.html``) for the page at ``path``, in the language of ``words``.

        A page that a host shows at any depth has a ``base_path``, from which all its links start. Raises BrokenLayout where
        a template of a region cannot be read, or fails.
        """
        links = self._links(path, base=context.get("base_path"), embedded=context.get("embedded"))
        contexts: list[Context] = []
        try:
            return self._template(template, words).render({**context, **links, "path": path, _CONTEXTS: contexts})
        except Exception as error:
            if where := self._in_own_template(error):
                raise BrokenLayout(f"{where}: {error}") from error
            raise
        finally:
            for one in contexts:
                one.vars.clear()
            contexts.clear()

    def asset(self, name: str) -> str:
        """Return the path of a file of ``layouts/static/``, with its digest."""
        return self._addresses[name]

    def compile(self, language: str = DEFAULT) -> None:
        """Compile every page's template, whether or not a page asks for it; raises BrokenLayout for one with a mistake."""
        words = self.words(language)
        for template in self._loader.list_templates():
            if template.endswith(".html"):
                self._template(template, words)

    def _in_own_template(self, error: Exception) -> str | None:
        """Return file and line of the template of a region that an error came of; ``None`` where it is ours, or the machine's."""
        if isinstance(error, (MemoryError, OSError, BrokenLayout)) and not isinstance(error, TemplateNotFound):
            return None
        templates = [
            (Path(frame.f_code.co_filename), line)
            for frame, line in walk_tb(error.__traceback__)
            if frame.f_code.co_filename.endswith(".html")
        ]
        if not templates or templates[-1][0].is_relative_to(packaged()):
            return None
        file, line = templates[-1]
        below = next(Path(one) for one in self._loader.searchpath if file.is_relative_to(one))
        return f"{FOLDER}/{file.relative_to(below).as_posix()}:{line}"

    def _template(self, template: str, words: Words) -> Template:
        environment = self._environments.get(words.language)
        if environment is None:
            environment = self._environments[words.language] = self._environment(words)
        try:
            return environment.get_template(template)
        except TemplateSyntaxError as error:
            raise BrokenLayout(f"{FOLDER}/{error.name}:{error.lineno}: {error.message}") from error

    def _environment(self, words: Words) -> Environment:
        environment = _Environment(
            loader=self._loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_COMPILED,
            extensions=["jinja2.ext.i18n"],
        )
        environment.policies["ext.i18n.trimmed"] = True
        # Added by the extension; jinja2 has no types for it.
        environment.install_gettext_translations(  # type: ignore[attr-defined]
            words.translations.for_language(words.language), newstyle=True
        )
        gettext = _Gettext(words.translations.for_language(words.language))
        environment.globals.update(gettext=gettext, _=gettext)
        environment.globals.update(
            words=words, language=words.language, direction=words.direction, capital=words.capital
        )
        environment.globals.update(page_functions(self._icons))
        environment.filters.update(filters_for(words))
        return environment


class _Gettext(dict[str, Markup]):
    """What the extension offers as ``gettext``, several times as fast: it looks up each message once.

    Code of templates takes a message without variables out of it, as :class:`TemplateCode` says.
    """

    def __init__(self, translations: NullTranslations) -> None:
        self._formatted = cache(lambda message: Markup(translations.gettext(message)))  # noqa: S704 -- messages are checked

    def __missing__(self, message: str) -> Markup:
        said = self[message] = self._formatted(message) % {}
        return said

    def __call__(self, message: str, /, **variables: object) -> Markup:
        if not variables:
            return self[message]
        said = {name: one if type(one) is int else escaped(one) for name, one in variables.items()}
        return Markup(str.__mod__(self._formatted(message), said))  # noqa: S704 -- each is escaped


class _Context(Context):
    """What a template knows of a page. Macros in it know it in turn: taken apart when the page is made, all goes at once.

    Else it would be rubbish that refers to itself, and with it what stands on the page, until somebody looks for that.
    """

    def __init__(self, environment: Environment, parent: dict[str, Any], *given: Any, **more: Any) -> None:  # noqa: ANN401 -- as jinja2's
        super().__init__(environment, parent, *given, **more)
        if _CONTEXTS in parent:  # not macros that are imported without a context: all pages share these
            parent[_CONTEXTS].append(self)


class _Template(Template):
    """One that joins what stands ready with what it is given, and keeps no list of what that was: it is the same for all."""

    def new_context(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 -- jinja2's
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002 -- as above
    ) -> Context:
        """Return the context of a page; where it is ``shared``, that of the template which includes or imports this one."""
        given = vars or {}
        parent = given if shared else {**self.globals, **given}
        if locals:
            parent = {**parent, **{name: one for name, one in locals.items() if one is not missing}}
        return self.environment.context_class(self.environment, parent, self.name, self.blocks)


class _Environment(Environment):
    """One whose templates take what stands ready as it is when they are loaded: jinja2 looks it up in two maps, for each page."""

    code_generator_class = TemplateCode
    template_class = _Template
    context_class = _Context
    escaped = staticmethod(escaped)

    def make_globals(self, given: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """Join what stands ready and what is given."""
        return {**self.globals, **(given or {})}


_COMPILED = CompiledTemplates(packaged() / FOLDER)
