"""A layout that nobody can read is said on one line, whatever is wrong with it, and takes no time."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from streekagenda.cli.endings import last_words
from streekagenda.rendering.layouts import BrokenLayout, packaged
from streekagenda.rendering.templates import Renderer
from streekagenda.rendering.translations import load

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def plural(expression: str) -> bytes:
    """Return a catalogue whose plural forms are reckoned by an expression (gettext manual, section 11.2.6)."""
    forms = f'"Plural-Forms: nplurals=2; plural={expression};\\n"\n\n'
    return f'{HEAD}{forms}msgid "x"\nmsgid_plural "y"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'.encode()


@pytest.mark.parametrize(
    "catalogue",
    [
        b'msgid "x',
        b"\x00\xff\xfe" * 1_000,
        HEAD.encode() + b'msgid "a"\nmsgstr "\xff"\n',
        plural("(" * 500 + "n" + ")" * 500),
        plural("n ? " * 100 + "1" + " : 0" * 100),
        plural("__import__('os').system('id')"),
        plural("9**9**9"),
    ],
    ids=["open", "bytes", "latin-1", "deep", "long", "python", "power"],
)
def test_catalogue_that_is_a_bomb_is_said_in_one_line(catalogue: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "translations/nl"
    folder.mkdir(parents=True)
    (folder / "extra.po").write_bytes(catalogue)
    with pytest.raises(BrokenLayout, match=r"^translations/nl/: .+$") as raised:
        load(tmp_path)
    words, code = last_words(raised.value, str)
    assert (words.count("\n"), code) == (0, 2)


@pytest.mark.parametrize(
    "template", ["{% if %}", "{{", "{% extends", "{{ x | nergens }}", "{% block a %}{% block a %}"]
)
def test_template_that_cannot_be_read_is_said_with_its_line(template: str, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/kapot.html").write_text(f"\n\n{template}", encoding="utf-8")
    renderer = Renderer(tmp_path, load(tmp_path))
    with pytest.raises(BrokenLayout, match=r"^templates/kapot\.html:3: "):
        renderer.render("kapot.html", renderer.words("nl"))


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ nergens }}", "'nergens' is undefined"),
        ("{{ words.nergens.verder }}", "has no attribute 'nergens'"),
        ("{% include 'bestaat-niet.html' %}", "bestaat-niet.html"),
        ("{% include 'kapot.html' %}", "maximum recursion depth exceeded"),
        ("{{ 'geen datum'|day }}", ""),
    ],
)
def test_template_of_a_region_that_fails_is_said_with_its_line(template: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/kapot.html").write_text(f"\n\n{template}", encoding="utf-8")
    renderer = Renderer(tmp_path, load(tmp_path))
    with pytest.raises(BrokenLayout, match=rf"^templates/kapot\.html:3: .*{said}"):
        renderer.render("kapot.html", renderer.words("nl"))


def test_what_a_template_of_the_program_does_not_know_is_a_mistake_of_ours(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/eigen.html").write_text("{% include 'event.html' %}", encoding="utf-8")
    renderer = Renderer(tmp_path, load(tmp_path))
    with pytest.raises(UndefinedError):
        renderer.render("eigen.html", renderer.words("nl"))


def test_a_template_of_the_program_is_known_by_whatever_way_its_folder_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(packaged().parent)
    renderer = Renderer(Path(packaged().name), load(packaged()))
    monkeypatch.chdir(tmp_path)
    assert renderer.is_ours
    with pytest.raises(UndefinedError):
        renderer.render("event.html", renderer.words("nl"))
