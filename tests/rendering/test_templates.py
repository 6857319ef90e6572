from __future__ import annotations

import gc
from pathlib import Path
from threading import Event, Thread
from weakref import ref

import pytest
from markupsafe import Markup

from streekagenda.model.schedule import Schedule
from streekagenda.rendering.layouts import BrokenLayout, packaged
from streekagenda.rendering.templates import Renderer
from tests.examples import day, single, text
from tests.rendering.languages import EN, NL, TRANSLATIONS


def renderer(folder: Path, **templates: str) -> Renderer:
    """A renderer of templates by name: ``page="…"`` is ``page.html``."""
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    for name, source in templates.items():
        (folder / "templates" / f"{name}.html").write_text(source, encoding="utf-8", newline="\n")
    return Renderer(folder, TRANSLATIONS)


def test_every_text_is_escaped_whatever_the_suffix(tmp_path: Path) -> None:
    made = renderer(tmp_path, page='<p title="{{ said }}">{{ said }}</p>')
    (tmp_path / "templates" / "page.txt").write_text("{{ said }}", encoding="utf-8")
    said = "<b>\"&'"
    escaped = "&lt;b&gt;&#34;&amp;&#39;"
    assert made.render("page.html", NL, said=said) == f'<p title="{escaped}">{escaped}</p>'
    assert made.render("page.txt", NL, said=said) == escaped


def test_what_is_no_text_is_escaped_as_the_text_that_it_is_and_what_is_safe_only_once(tmp_path: Path) -> None:
    class Named:
        def __str__(self) -> str:
            return "<i>"

    class Safe(Markup):
        pass

    class Own:
        def __html__(self) -> str:
            return "<u>"

    page = "{% for one in values %}{{ one }} {% endfor %}{% set kept %}{{ values[0] }}{% endset %}{{ kept }}"
    made = renderer(tmp_path, page=page)
    values = [Named(), Markup("<b>"), Safe("<s>"), Own(), 3, None]
    assert made.render("page.html", NL, values=values) == "&lt;i&gt; <b> <s> <u> 3 None &lt;i&gt;"


def test_what_a_template_calls_gets_what_it_is_given_and_its_page_where_it_asks_for_that(tmp_path: Path) -> None:
    def said(*args: str, **named: str) -> str:
        return f"{args} {named}"

    macro = "{% macro twice(class) %}{{ class }}{{ caller('<') }}{% endmacro %}"
    page = (
        macro + "{% set some = ['b'] %}{% set more = {'d': '4'} %}{% set seen = '3 times' %}"
        "{{ said('a', *some, c='3', **more) }} {{ said('a', **{'class': 'x'}) }} {{ said('a', class='x') }} "
        "{% call(sign) twice('1') %}{{ sign }}{{ ngettext('%(num)s activity', '%(num)s activities', 2) }}{% endcall %}"
    )
    assert renderer(tmp_path, page=page).render("page.html", EN, said=said) == (
        "(&#39;a&#39;, &#39;b&#39;) {&#39;c&#39;: &#39;3&#39;, &#39;d&#39;: &#39;4&#39;} "
        "(&#39;a&#39;,) {&#39;class&#39;: &#39;x&#39;} (&#39;a&#39;,) {&#39;class&#39;: &#39;x&#39;} 1&lt;2 activities"
    )


def test_content_is_never_a_template(tmp_path: Path) -> None:
    made = renderer(tmp_path, page="{{ title|said }} {{ body|prose }}")
    hostile = "{{ words }}{% include 'page.html' %}"
    assert made.render("page.html", NL, title=text(hostile), body=text(hostile)) == (
        "{{ words }}{% include &#39;page.html&#39; %} <p>{{ words }}{% include 'page.html' %}</p>"
    )


def test_a_name_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BrokenLayout, match="'titel' is undefined"):
        renderer(tmp_path, page="{{ titel }}").render("page.html", NL)


def test_links_are_relative_to_the_page_also_within_macros(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "agenda.css").write_bytes(b"p {}\n")
    made = renderer(
        tmp_path,
        pieces='{% macro to(path) %}<a href="{{ link(path) }}">{% endmacro %}',
        page="{% from 'pieces.html' import to with context %}{{ to('wijken/zandweerd/') }} {{ asset('agenda.css') }} "
        "{{ '[x](plekken/)'|prose }}",
    )
    assert made.render("page.html", NL, path="activiteiten/koffie/") == (
        '<a href="../../wijken/zandweerd/"> ../../static/agenda.css?v=806db221 '
        '<p><a href="../../plekken/" rel="noopener ugc">x</a></p>'
    )
    assert made.render("page.html", NL).startswith('<a href="wijken/zandweerd/"> static/agenda.css?v=806db221 ')


def test_a_text_in_another_language_says_so(tmp_path: Path) -> None:
    made = renderer(
        tmp_path, page='{{ title|said }} – <a title="{{ title|text }}">{{ title|prose(heading_level=3) }}</a>'
    )
    both = text("Koffie & *thee*", en="Coffee & *tea*")
    assert made.render("page.html", EN, title=both) == (
        'Coffee &amp; *tea* – <a title="Coffee &amp; *tea*"><p>Coffee &amp; <em>tea</em></p></a>'
    )
    assert made.render("page.html", EN, title=text("Koffie & *thee*")) == (
        '<span lang="nl">Koffie &amp; *thee*</span> – <a title="Koffie &amp; *thee*">'
        '<div lang="nl"><p>Koffie &amp; <em>thee</em></p></div></a>'
    )


def test_a_text_in_the_other_direction_is_kept_apart(tmp_path: Path) -> None:
    made = renderer(tmp_path, page="{{ title|said }} {{ title|prose }} {{ direction }}")
    arabic = made.words("ar")
    assert made.render("page.html", arabic, title=text("Koffie")) == (
        '<bdi lang="nl" dir="ltr">Koffie</bdi> <div lang="nl" dir="ltr"><p>Koffie</p></div> rtl'
    )


def test_templates_say_things_in_the_language_of_the_page(tmp_path: Path) -> None:
    made = renderer(
        tmp_path,
        page="{{ language }} {{ direction }} {{ _('today') }} {{ first|day }}\n"
        "{% trans n=3 %}\n  {{ n }} time\n{% pluralize %}\n  {{ n }} times\n{% endtrans %}\n"
        "{{ pgettext('status', 'Cancelled') }} {{ words.join(['a', 'b']) }}|{{ words.schedule_full(dates) }}",
    )
    first = day("2026-09-06")
    assert made.render("page.html", NL, first=first, dates=Schedule(entries=(single(),))) == (
        "nl ltr vandaag zondag 6 september 2026\n3 keerAfgelast a en b|Donderdag 1 oktober 2026 van 19.30 tot 21.00 uur."
    )
    assert made.render("page.html", EN, first=first, dates=Schedule(entries=(single(),))) == (
        "en ltr today Sunday 6 September 2026\n3 timesCancelled a and b|Thursday 1 October 2026 from 19:30 to 21:00."
    )


def test_values_within_a_translation_are_escaped(tmp_path: Path) -> None:
    made = renderer(tmp_path, page="{{ _('Moved to %(day)s', day=said) }}")
    assert made.render("page.html", NL, said="<b>") == "Verplaatst naar &lt;b&gt;"


def test_json_cannot_end_its_script(tmp_path: Path) -> None:
    made = renderer(tmp_path, page='<script type="application/ld+json">{{ data|json_ld }}</script>')
    assert made.render("page.html", NL, data={"name": "</script>"}) == (
        '<script type="application/ld+json">{"name":"\\u003c/script\\u003e"}</script>'
    )


def test_a_region_overrides_one_template_and_keeps_the_others(tmp_path: Path) -> None:
    made = renderer(tmp_path, **{"404": "onze eigen"})
    assert made.render("404.html", NL) == "onze eigen"
    # Any template of the program itself is found as well.
    assert "base.html" in made._loader.list_templates()
    assert not made.is_ours


def test_templates_are_ours_where_a_region_has_none(tmp_path: Path) -> None:
    assert Renderer(packaged(), TRANSLATIONS).is_ours
    assert Renderer(tmp_path, TRANSLATIONS).is_ours


class Weighty:
    """Something that stands on a page."""


def test_a_region_writes_templates_as_the_manual_of_jinja2_says(tmp_path: Path) -> None:
    page = "{{ named.title }} {{ named.subtitle|default('none') }} {% if named.subtitle is defined %}some{% endif %}"
    assert renderer(tmp_path, page=page).render("page.html", NL, named={"title": "Koffie"}) == "Koffie none "


def test_a_template_of_a_region_may_name_its_own_things_as_ours_are_named(tmp_path: Path) -> None:
    page = "{% macro _(said) %}[{{ said }}]{% endmacro %}{% set icon = named.icon %}{{ _('a') }} {{ icon('x') }}"
    named = {"icon": lambda name: f"<{name}>"}
    assert renderer(tmp_path, page=page).render("page.html", NL, named=named) == "[a] &lt;x&gt;"


def test_what_stands_on_a_page_is_gone_when_the_page_is_made(tmp_path: Path) -> None:
    pieces = "{% set own = 'pieces' %}{% macro held() %}{{ thing.name }} {{ own }}{% endmacro %}"
    page = (
        "{% from 'pieces.html' import held with context %}{% set name = thing.name %}"
        "{% macro again() %}{{ name }} {{ held() }}{% endmacro %}{{ again() }} {% include 'piece.html' %}"
    )
    piece = "{% macro own() %}{{ thing.name }}{% endmacro %}{{ own() }}"
    made = renderer(tmp_path, pieces=pieces, page=page, piece=piece)
    thing = Weighty()
    thing.name = "Koffie"  # type: ignore[attr-defined]
    alive = ref(thing)
    gc.disable()
    try:
        assert made.render("page.html", NL, thing=thing) == "Koffie Koffie pieces Koffie"
        del thing
        assert alive() is None
    finally:
        gc.enable()


def test_macros_imported_without_a_context_stay_as_they_are_for_all_pages(tmp_path: Path) -> None:
    words = "{% set own = 'words' %}{% macro said() %}{% include 'piece.html' %}{% endmacro %}"
    page = "{% from 'words.html' import said %}{% macro again() %}{{ said() }}{% endmacro %}{{ again() }}"
    made = renderer(tmp_path, words=words, page=page, piece="{{ own }}")
    assert [made.render("page.html", NL) for _ in range(3)] == ["words"] * 3


def test_a_page_that_fails_leaves_the_next_one_alone(tmp_path: Path) -> None:
    macro = "{% macro named(a) %}{{ a }}{% endmacro %}"
    made = renderer(
        tmp_path, page=macro + "{{ named(inner()) }}{{ named('x') }}", broken=macro + "{{ nothing.at_all }}"
    )

    def inner() -> str:
        with pytest.raises(BrokenLayout):
            made.render("broken.html", NL)
        return "inner "

    assert made.render("page.html", NL, inner=inner) == "inner x"


def test_pages_that_are_made_at_once_leave_each_other_alone(tmp_path: Path) -> None:
    macro = "{% macro named(a) %}{{ a }}{% endmacro %}{{ named(begin()) }}{% block end %}{{ named('x') }}{% endblock %}"
    made = renderer(tmp_path, page="{% set own = 'own ' %}" + macro.replace("'x'", "own ~ 'x'"), other=macro)
    begun, go_on = Event(), Event()
    found: list[str] = []

    def begin_other() -> str:
        begun.set()
        go_on.wait(10)
        return ""

    other = Thread(target=lambda: found.append(made.render("other.html", NL, begin=begin_other)))

    def begin() -> str:
        go_on.set()
        other.join(10)  # it began before, and ends before
        return ""

    other.start()
    assert begun.wait(10)
    page = made.render("page.html", NL, begin=begin)
    assert (found, page) == (["x"], "own x")
