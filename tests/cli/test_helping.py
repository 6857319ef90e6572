"""``--help`` in the language of who asks."""

import sys
from io import BytesIO

import click
import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from streekagenda.cli import COMMANDS, commands
from streekagenda.cli.helping import explanations, first_sentence, language_of_help, speaking
from streekagenda.cli.options import content_option
from streekagenda.rendering.layouts import packaged


def helped(monkeypatch: pytest.MonkeyPatch, *arguments: str, lang: str = "C.UTF-8") -> str:
    """Return the help that a command shows on a machine in a language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, lang)
    monkeypatch.setattr(sys, "argv", ["streekagenda", *arguments])
    done = CliRunner().invoke(commands, list(arguments), prog_name="streekagenda")
    assert done.exit_code == 0, done.output
    return done.stdout


def test_help_of_a_command_is_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["streekagenda", "check", "--help"])
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    @click.command()
    @content_option
    @click.option("--count", required=True)
    @click.option("--port", default=8000, show_default=True)
    def example() -> None:
        """Build the site."""

    done = CliRunner().invoke(speaking(example), ["--help"], prog_name="streekagenda example")
    assert done.stdout.splitlines() == [
        "Zo gebruik je het: streekagenda example [OPTIONS]",
        "",
        "  Maak de site.",
        "",
        "Opties:",
        "  --content DIRECTORY  Map met de activiteiten, plekken en organisaties.",
        "                       [standaard: content]",
        "  --count TEXT         [verplicht]",
        "  --port INTEGER       [standaard: 8000]",
        "  --help               Laat deze uitleg zien.",
    ]


@pytest.mark.parametrize(("arguments", "lang"), [(("--lang", "en"), "nl_NL.UTF-8"), ((), "en_GB.UTF-8")])
def test_help_is_english_where_that_is_asked(
    arguments: tuple[str, ...], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = helped(monkeypatch, "check", "--help", *arguments, lang=lang)
    assert said.startswith("Usage: streekagenda check [OPTIONS] [PATHS]...\n\n  Say what is wrong with the content,")
    assert "[default: content]" in said
    assert "Show this message and exit." in said


def test_list_of_commands_says_what_each_does(monkeypatch: pytest.MonkeyPatch) -> None:
    said = " ".join(helped(monkeypatch, "--help").split())
    assert "Opdrachten: build Maak de site. check Kijk alles na, of alleen de bestanden PATHS." in said
    assert "…" not in said
    assert "..." not in said.partition("Opdrachten:")[2]


def test_list_of_commands_says_of_each_what_its_own_help_begins_with() -> None:
    assert {name: first_sentence(command) for name, command in commands.commands.items()} == COMMANDS


@pytest.mark.parametrize(("arguments", "environment", "language"), [
    ([], {}, "nl"),
    ([], {"LANG": "C.UTF-8"}, "nl"),
    ([], {"LANG": "nl_NL.UTF-8"}, "nl"),
    ([], {"LANG": "en_US.UTF-8"}, "en"),
    ([], {"LANG": "en"}, "en"),
    ([], {"LANG": "en_US.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, "nl"),
    (["--lang", "nl"], {"LANG": "en_US.UTF-8"}, "nl"),
    (["--lang=en"], {}, "en"),
])  # fmt: skip
def test_language_is_that_of_who_asks(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert language_of_help(arguments, environment) == language


def test_every_explanation_is_there_in_dutch() -> None:
    folder = packaged() / "translations" / "nl"
    said = {
        message.id
        for file in folder.glob("*.po")
        for message in read_po(BytesIO(file.read_bytes()))
        if isinstance(message.id, str) and message.string
    }
    assert set(explanations(commands)) - said == set()
