"""What the command line says when it stops, in the language of ``--lang``."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from streekagenda.cli import commands
from streekagenda.cli.endings import last_words
from streekagenda.cli.options import settings_of
from streekagenda.cli.refusals import language_of, translator
from streekagenda.output import SiteBusy, Standing, UnsafeOutput, publish

BUILD = Path(__file__).parents[2] / "build.py"

SAID = [
    ("whn x", "De opdracht whn is er niet. Bedoel je when?\nUitleg: build.py --help"),
    ("when", "PHRASE ontbreekt.\nUitleg: build.py when --help"),
    ("when x --from 3", "Dit kan niet bij --from: schrijf een datum zoals 2026-10-01.\nUitleg: build.py when --help"),
    (
        "when x --now 3",
        "Dit kan niet bij --now: schrijf een moment zoals 2026-10-01T12:00.\nUitleg: build.py when --help",
    ),
    *(
        (
            f"when x --now {moment}",
            "Dit kan niet bij --now: schrijf een moment zoals 2026-10-01T12:00.\nUitleg: build.py when --help",
        )
        for moment in ("0001-01-01", "2101-01-01T00:00", "9999-12-31T23:59+14:00")
    ),
    ("when x --format xml", "Dit kan niet bij --format: kies uit text, json.\nUitleg: build.py when --help"),
    (
        "when x --count a",
        "Dit kan niet bij --count: schrijf een heel getal van 1 tot en met 1000.\nUitleg: build.py when --help",
    ),
    ("check --contentt x", "De optie --contentt is er niet. Bedoel je --content?\nUitleg: build.py check --help"),
    ("check weg", "Het bestand of de map “weg” is er niet.\nUitleg: build.py check --help"),
    ("check --content weg", "De map “weg” met de bestanden is er niet.\nUitleg: build.py check --help"),
    ("check --content=weg --lang=en", "There is no folder “weg” with content.\nExplanation: build.py check --help"),
    *(
        (
            f"build --base-url {address}",
            (
                f"“{address}” is geen adres van een website. Schrijf het zoals https://agenda.example.nl/.\n"
                "Uitleg: build.py build --help"
            ),
        )
        for address in ("x", "ftp://x", "https://", "https://x:y/", "https://x/?q", "https://x/#", "https://a:b@x/")
    ),
    (
        "check tests/mistakes/tab.md",
        (
            "“tests/mistakes/tab.md” ligt niet in “content”, en alleen daar kijken we het na. "
            "Kopieer het naar content/events/<organisatie>/ en kijk het daar na. "
            "Of zeg met --content welke map je bedoelt.\nUitleg: build.py check --help"
        ),
    ),
    *(
        (
            f"{command} --lang de",
            f"Dit kan niet bij --lang: kies uit nl, en.\nUitleg: build.py {command.split()[0]} --help",
        )
        for command in ("build", "check", "serve", "when x")
    ),
    ("new place --lang=de", "Dit kan niet bij --lang: kies uit nl, en.\nUitleg: build.py new place --help"),
    ("whn --lang en", "There is no command whn. Do you mean when?\nExplanation: build.py --help"),
]


@pytest.mark.parametrize(("arguments", "expected"), SAID)
def test_what_is_wrong_with_a_command_is_said_in_two_lines(
    arguments: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = arguments.split()
    with pytest.raises(click.ClickException) as stopped:
        commands.main(given, prog_name="build.py", standalone_mode=False)
    assert last_words(stopped.value, translator(language_of(given))) == (expected, 2)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://agenda.example.nl", "https://agenda.example.nl/"),
        ("https://één.example.nl/agenda", "https://xn--n-9faa.example.nl/agenda/"),
        ("http://localhost:8000/één/", "http://localhost:8000/%C3%A9%C3%A9n/"),
    ],
)
def test_a_site_has_an_address_that_every_program_takes(written: str, address: str, tmp_path: Path) -> None:
    settings = settings_of(content=tmp_path, layouts=tmp_path, now=None, base_url=written)
    assert settings.base_url == address


def test_a_command_that_is_wrong_leaves_with_that_and_its_code() -> None:
    arguments, expected = SAID[0]
    done = subprocess.run(
        [sys.executable, "build.py", *arguments.split()], cwd=BUILD.parent, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{expected}\n")


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], "nl"),
        (["--lang", "en"], "en"),
        (["check", "--lang=en"], "en"),
        (["check", "--lang"], "nl"),
        (["--lang", "de"], "nl"),
    ],
)
def test_language_is_that_of_the_option(arguments: list[str], language: str) -> None:
    assert language_of(arguments) == language


def test_what_stops_a_command_says_that_the_site_stands() -> None:
    say = translator("nl")
    folder = FileNotFoundError(2, "No such file or directory", "weg")
    assert last_words(click.exceptions.Abort(), say) == ("Gestopt. De site staat er zoals zij stond.", 130)
    assert last_words(folder, say) == (
        "streekagenda: No such file or directory: weg. De site staat er zoals zij stond.",
        3,
    )
    assert last_words(OSError(28, "No space left on device", "een\ntwee"), say) == (
        "streekagenda: No space left on device: een twee. De site staat er zoals zij stond.",
        3,
    )
    assert last_words(MemoryError(), say) == (
        "streekagenda: Cannot allocate memory. De site staat er zoals zij stond.",
        3,
    )
    assert last_words(click.exceptions.Abort(), translator("en")) == ("Stopped. The site stands as it was.", 130)


def test_what_stops_a_command_after_the_exchange_says_that_the_site_is_new() -> None:
    say = translator("nl")
    stopped = click.exceptions.Abort()
    stopped.__cause__ = KeyboardInterrupt()
    stopped.__cause__.add_note(Standing.NEW)
    assert last_words(stopped, say) == ("Gestopt. De nieuwe site staat er al.", 130)
    failed = OSError(5, "Input/output error", "site")
    failed.add_note(Standing.PARTLY)
    assert last_words(failed, say) == (
        "streekagenda: Input/output error: site. De site is voor een deel nieuw: maak haar nog eens, dan is ook de rest nieuw.",
        3,
    )
    failed.add_note(Standing.NEW)
    assert last_words(failed, say) == ("streekagenda: Input/output error: site. De nieuwe site staat er al.", 3)


UNSAFE = {
    "a git checkout": "is een map van git, die daarmee weg zou zijn; kopieer de site erheen",
    "files of others": "bevat bestanden die Streekagenda niet heeft gemaakt; noem een andere, of maak haar leeg",
    "a file": "is geen map",
    "what it is made from": "is, bevat of ligt in “content”, waar de site van wordt gemaakt",
}


@pytest.mark.parametrize("kind", UNSAFE)
def test_folder_that_cannot_be_the_site_is_said_in_the_language_asked(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site = Path("content/site" if kind == "what it is made from" else "site")
    if kind == "a git checkout":
        publish([], site)
        (site / ".git").mkdir()
    elif kind == "files of others":
        site.mkdir()
        (site / "foto.jpg").touch()
    elif kind == "a file":
        site.touch()
    with pytest.raises(UnsafeOutput) as caught:
        publish([], site, protected=[Path("content")])
    assert last_words(caught.value, translator("nl")) == (
        f"streekagenda: de map “{site}” kan niet de site worden: zij {UNSAFE[kind]}.",
        2,
    )
    assert last_words(caught.value, translator("en"))[0].startswith(f"streekagenda: output folder “{site}” ")


def test_other_failures_are_said_in_the_language_asked() -> None:
    say = translator("nl")
    assert last_words(SiteBusy(Path("site"), 60), say) == (
        (
            "streekagenda: iemand anders maakt nu de site in “site”; daar is 60 seconden op gewacht. "
            "De site staat er zoals zij stond."
        ),
        3,
    )
    ended = ChildProcessError("a process that made pages ended before its work was done")
    assert last_words(ended, say) == (
        "streekagenda: een proces dat pagina’s maakte, is te vroeg gestopt. De site staat er zoals zij stond.",
        3,
    )


def test_python_that_leaves_out_texts_is_refused_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-OO", "build.py"], cwd=BUILD.parent, capture_output=True, text=True, check=False
    )
    said = "Python laat nu teksten weg die de site nodig heeft. Laat -OO weg, of PYTHONOPTIMIZE=2.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


FULL = "streekagenda: No space left on device. De site staat er zoals zij stond.\n"


@pytest.mark.parametrize(
    ("streams", "said", "code"),
    [
        (">/dev/full", FULL, 3),
        (">/dev/full 2>&1", "", 3),
        (">&- 2>&- <&-", "", 0),
        ("> >(exec true)", "", 3),
    ],
)
def test_words_that_cannot_be_said_are_a_failure_of_the_machine(streams: str, said: str, code: int) -> None:
    late = "sleep 0.2; " if "true" in streams else ""
    done = subprocess.run(
        ["bash", "-c", f'{{ {late}"{sys.executable}" build.py --version; }} {streams}'],
        cwd=BUILD.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, said)


def test_signal_ends_with_one_line_and_its_number() -> None:
    program = (
        "import os, signal, streekagenda.cli as cli\n"
        "cli.commands.main = lambda **_: os.kill(os.getpid(), signal.SIGTERM)\n"
        "cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=BUILD.parent, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (143, "Gestopt. De site staat er zoals zij stond.\n")
