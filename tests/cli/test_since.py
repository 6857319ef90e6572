"""``check --since``: what a change does, as its sender and the editors read it, in real git repositories."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from streekagenda.cli.check import check
from streekagenda.cli.refusals import Refused
from streekagenda.cli.reports import FORMATS
from tests.git_repositories import changed, committed, git, repository

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"
REPORT = Path(__file__).parent / "report_of_a_change.md"

REGION = """\
title: Streekagenda
url: https://agenda.example.org/
school_region: noord
areas:
  - {id: deventer, name: Deventer, areas: [{id: zandweerd, name: Zandweerd}, {id: voorstad, name: Voorstad}]}
topics:
  - {id: ontmoeten, name: Ontmoeten en koffie}
  - {id: samen-eten, name: Samen eten}
  - {id: handwerk, name: Creatief en handwerk}
audiences:
  - {id: ouderen, name: Ouderen}
facilities:
  - {id: rolstoel, name: Goed bereikbaar met rolstoel of rollator}
"""
LINDE = """\
---
naam: De Linde
straat: Lindehofje 12
postcode: 7411 XX
woonplaats: Deventer
wijk: zandweerd
voorzieningen: [rolstoel]
---
Een huis voor de hele buurt.
"""
WASSERIJ = (
    LINDE.replace("De Linde", "De oude wasserij")
    .replace("Lindehofje 12", "Dwarslaan 31")
    .replace("zandweerd", "voorstad")
)
KOFFIE = """\
---
titel: Zondagkoffie
wanneer:
  elke: zondag 14.00-16.00 uur
  vanaf: 2026-09-06
  behalve: [feestdagen]
plek: de-linde
onderwerpen: [ontmoeten]
prijs: gratis
contact: {naam: De gastvrouw, telefoon: 0570 00 00 10}
gecontroleerd: 2026-11-08
---
De koffie staat klaar om twee uur. Er ligt altijd een spel op tafel.
"""
MAALTIJD = """\
---
titel: Buurtmaaltijd
wanneer:
  elke: eerste woensdag van de maand 17.30-19.30 uur
  vanaf: 2026-10-07
  behalve: [feestdagen]
plek: de-oude-wasserij
onderwerpen: [samen-eten]
prijs: 5
aanmelden: {verplicht: ja, telefoon: 0570 00 00 19, plekken: 40}
contact: {naam: De kookploeg, telefoon: 0570 00 00 19}
gecontroleerd: 2026-11-08
---
Zes buren koken, veertig buren eten. Je zit altijd naast iemand.
"""
BREIEN = """\
---
titel: Breien bij de thee
wanneer: elke dinsdag van 14.00 tot 16.00 uur, vanaf 1 december 2026
plek: de-linde
onderwerpen: [handwerk, ontmoeten]
prijs: gratis
contact: {naam: De breiclub, telefoon: 0570 00 00 11}
---
Neem je breiwerk mee, of leer het van ons. Wol en naalden liggen klaar.
"""
SOEP = """\
---
titel: Soep op vrijdag
wanneer: elke vrijdag van 12.00 tot 13.30 uur, vanaf 4 december 2026
plek: de-lindes
onderwerpen: [samen-eten]
prijs: 2
contact: {naam: De kookploeg, telefoon: 0570 00 00 19}
---
Een kom soep en een stuk brood, aan de lange tafel.
"""
BEFORE = {
    "content/region.yaml": REGION,
    "content/organisations/de-kern.md": "---\nnaam: De Kern\nsoort: welfare\n---\nWelzijn in de buurt.\n",
    "content/places/de-linde.md": LINDE,
    "content/places/de-oude-wasserij.md": WASSERIJ,
    "content/events/de-kern/buurtmaaltijd.md": MAALTIJD,
    "content/events/de-kern/zondagkoffie.md": KOFFIE,
}
CANCELLED = "  wijzigingen:\n    - {op: 2027-01-03, status: afgelast, opmerking: De beheerder is ziek.}\n"
CHANGE = {
    "content/events/de-kern/breien.md": BREIEN,
    "content/events/de-kern/buurtmaaltijd.md": MAALTIJD.replace("prijs: 5", "prijs: 6").replace("40}", "30}"),
    "content/events/de-kern/zondagkoffie.md": KOFFIE.replace(
        "  vanaf: 2026-09-06\n", "  vanaf: 2026-09-06\n" + CANCELLED
    ),
    "content/events/de-kern/soep.md": SOEP,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A region in a repository, on the branch of a pull request."""
    repository(tmp_path)
    committed(tmp_path, BEFORE, "2026-11-20")
    git(tmp_path, "switch", "-q", "-c", "voorstel")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*options: str, since: str = "main...") -> tuple[int, str]:
    arguments = [*options, "--since", since, "--content", "content", "--layouts", str(LAYOUTS)]
    done = CliRunner().invoke(check, [*arguments, "--now", "2026-11-22T12:00"], standalone_mode=False)
    assert done.exception is None, done.exception
    return done.return_value, done.stdout


def found(since: str = "main...") -> list[tuple[str, int, str]]:
    _, report = run("--format", "json", since=since)
    return [
        (one["file"].removeprefix("content/"), one["line"], one["code"])
        for one in json.loads(report)["diagnostics"]
        if one["severity"] == "error"
    ]


def test_report_of_a_pull_request_is_one_that_one_likes_to_read(folder: Path) -> None:
    committed(folder, CHANGE, "2026-11-21")
    code, report = run("--format", "markdown")
    assert code == 1
    assert report == REPORT.read_text(encoding="utf-8")


def test_text_is_about_the_changed_files_alone(folder: Path) -> None:
    changed(folder, {"content/events/de-kern/breien.md": BREIEN})
    code, report = run(since="HEAD")
    assert (code, report.splitlines()[-1]) == (
        0,
        "events/de-kern/breien.md: Zo lezen we het: Elke dinsdag van 14.00 tot 16.00 uur, vanaf 1 december 2026.",
    )


def test_old_mistakes_elsewhere_are_not_told(folder: Path) -> None:
    committed(folder, {"content/events/de-kern/soep.md": SOEP})
    changed(folder, {"content/events/de-kern/breien.md": BREIEN})
    assert found("HEAD") == []
    assert found() == [("events/de-kern/soep.md", 4, "unknown-place-near")]


def test_old_mistakes_in_a_touched_file_are_told(folder: Path) -> None:
    committed(folder, {"content/events/de-kern/soep.md": SOEP})
    changed(folder, {"content/events/de-kern/soep.md": SOEP + "\nKom erbij!\n"})
    assert found("HEAD") == [("events/de-kern/soep.md", 4, "unknown-place-near")]


def test_place_that_is_removed_breaks_events_that_nobody_touched(folder: Path) -> None:
    changed(folder, {"content/places/de-linde.md": None})
    assert found() == [("events/de-kern/zondagkoffie.md", 7, "unknown-place")]
    _, report = run("--format", "markdown")
    assert report.splitlines()[:11] == [
        "# Bijna klaar: verbeter eerst nog iets",
        "",
        "Dank je wel! Er zit nog 1 fout in. Is die eruit? Dan kan dit in de agenda.",
        "",
        "- **Met een fout:** Zondagkoffie (`content/events/de-kern/zondagkoffie.md`). Zolang die erin zit, verdwijnt deze activiteit uit de agenda.",
        "- **Ook gewijzigd:** `content/places/de-linde.md`",
        "",
        "## Dit gaat ergens anders mis",
        "",
        "Dit zijn bestanden die je zelf niet hebt gewijzigd. Door jouw wijziging kloppen ze niet meer.",
        "",
    ]


def test_topic_that_leaves_the_region_breaks_its_events_alone(folder: Path) -> None:
    changed(folder, {"content/region.yaml": REGION.replace("  - {id: samen-eten, name: Samen eten}\n", "")})
    assert found() == [("events/de-kern/buurtmaaltijd.md", 8, "unknown-topic")]


def test_place_that_moves_changes_its_events(folder: Path) -> None:
    changed(folder, {"content/places/de-linde.md": LINDE.replace("Lindehofje 12", "Esdoornplein 3")})
    code, report = run("--format", "markdown")
    assert code == 0
    assert "## Dit verandert mee\n\n- Zondagkoffie (`content/events/de-kern/zondagkoffie.md`)\n" in report
    assert "  - Het adres van De Linde is nu: Esdoornplein 3, Deventer.\n" in report
    assert "op een andere plek" not in report
    assert "geen activiteit" not in report


def test_event_is_followed_to_another_name_and_another_suffix(folder: Path) -> None:
    plain = KOFFIE.replace("---\nDe koffie", "omschrijving: De koffie").removeprefix("---\n")
    renamed = MAALTIJD.replace("titel:", "aliases: [de-kern/buurtmaaltijd]\ntitel:").replace("Zes", "Alle zes")
    changes = {
        "content/events/de-kern/zondagkoffie.md": None,
        "content/events/de-kern/zondagkoffie.yaml": plain,
        "content/events/de-kern/buurtmaaltijd.md": None,
        "content/events/de-kern/samen-eten.md": renamed,
    }
    changed(folder, changes)
    code, report = run("--format", "markdown")
    assert code == 0
    assert [line for line in report.splitlines() if line.startswith("### ")][-2:] == [
        "### Gewijzigd: Buurtmaaltijd",
        "### Gewijzigd: Zondagkoffie",
    ]


def test_region_with_a_mistake_shows_what_must_be_mended_and_no_dates(folder: Path) -> None:
    changed(folder, {"content/region.yaml": REGION.replace("title: Streekagenda\n", ""), **CHANGE})
    code, report = run("--format", "markdown")
    assert code == 1
    assert report.startswith("# Bijna klaar: verbeter eerst nog iets\n")
    assert "## Zo zien mensen het straks" not in report
    assert "- **Ook gewijzigd:** `content/region.yaml`\n" in report


def first_lines(report: str) -> list[str]:
    """Return the opening of a report, up to its first section."""
    return [line for line in report.partition("\n## ")[0].splitlines() if line]


def test_region_that_is_gone_breaks_nothing_else(folder: Path) -> None:
    closed = REGION + "closed: [{name: Zomerstop, from: 2027-07-10, until: 2027-08-20}]\n"
    coffee = KOFFIE.replace("[feestdagen]", "[feestdagen, Zomerstop]")
    committed(folder, {"content/region.yaml": closed, "content/events/de-kern/zondagkoffie.md": coffee})
    changed(folder, {"content/region.yaml": None})
    code, report = run("--format", "markdown", since="HEAD")
    assert code == 1
    assert found("HEAD") == [("region.yaml", 1, "no-region")]
    assert first_lines(report) == [
        "# Bijna klaar: verbeter eerst nog iets",
        "Er zit 1 fout in. Zolang region.yaml niet klopt, kan er geen site worden gemaakt.",
        "- **De regio:** Er kan geen site worden gemaakt. Van de activiteiten is daarom niets te laten zien.",
        "- **Ook gewijzigd:** `content/region.yaml`",
    ]
    assert "## Verbeter dit eerst\n\n### `content/region.yaml`" in report


def test_region_that_was_broken_already_is_told(folder: Path) -> None:
    committed(folder, {"content/region.yaml": REGION.replace("title: Streekagenda\n", "")})
    changed(folder, {"content/events/de-kern/breien.md": BREIEN})
    code, report = run("--format", "markdown", since="HEAD")
    assert code == 0
    assert first_lines(report)[:2] == [
        "# Kijk hier nog naar",
        "Dank je wel! Er zit geen fout in. Maar er kan geen site worden gemaakt: in region.yaml zat al een fout.",
    ]


EVERYBODY = (
    "Dank je wel! Er zit geen fout in. Maar het verandert de agenda van iedereen die er een volgt. Is dat de bedoeling?"
)


@pytest.mark.parametrize(
    ("region", "said"),
    [
        (
            REGION + "timezone: UTC\n",
            ["# Kijk hier nog naar", EVERYBODY, "De tijdzone was Europe/Amsterdam, en wordt UTC. Elke tijd in elke agenda"],
        ),
        (
            REGION.replace("agenda.example.org", "anders.example.org"),
            ["# Kijk hier nog naar", EVERYBODY, "Het adres van de site was ", "Agendaprogramma’s herkennen de activiteiten"],
        ),
        (
            REGION.replace("agenda.example.org/", "agenda.example.org/agenda/"),
            ["# Kijk hier nog naar", EVERYBODY, "Het adres van de site was "],
        ),
        (
            REGION.replace("name: Ouderen", "name: Senioren") + "horizon: 6 months\n",
            ["# Dit kan in de agenda", "Dank je wel! Alles klopt.", "Anders in region.yaml: horizon, audiences."],
        ),
    ],
)  # fmt: skip
def test_region_that_changes_says_what_that_does_first(folder: Path, region: str, said: list[str]) -> None:
    changed(folder, {"content/region.yaml": region})
    code, report = run("--format", "markdown")
    assert code == 0
    opening = first_lines(report)
    assert opening[:2] == said[:2]
    told = [line.removeprefix("- **De regio:** ") for line in opening if line.startswith("- **De regio:** ")]
    assert [line.startswith(start) for line, start in zip(told, said[2:], strict=True)] == [True] * len(told)
    assert opening[-1] == "- **Ook gewijzigd:** `content/region.yaml`"
    assert "## Dit verandert mee" not in report


@pytest.mark.parametrize(
    "coffee",
    [None, KOFFIE.replace("  vanaf: 2026-09-06\n", "  vanaf: 2026-09-06\n  tot en met: 2027-03-28\n")],
    ids=["removed", "ends sooner"],
)
def test_dates_that_disappear_are_asked_about_before_all_else(folder: Path, coffee: str | None) -> None:
    changed(folder, {"content/events/de-kern/zondagkoffie.md": coffee})
    code, report = run("--format", "markdown")
    assert code == 0
    assert first_lines(report)[:2] == [
        "# Kijk hier nog naar",
        "Dank je wel! Er zit geen fout in. Maar er verdwijnen data, zonder bericht aan wie de agenda volgt. Is dat de bedoeling?",
    ]


def test_region_that_had_a_mistake_makes_all_that_was_touched_new(folder: Path) -> None:
    committed(folder, {"content/region.yaml": REGION.replace("title: Streekagenda\n", "")})
    changed(folder, {"content/region.yaml": REGION, "content/events/de-kern/zondagkoffie.md": KOFFIE + "\nKom!\n"})
    code, report = run("--format", "markdown", since="HEAD")
    assert code == 0
    assert "- **Nieuw:** Zondagkoffie\n- **Ook gewijzigd:** `content/region.yaml`\n" in report


def test_translation_that_changes_is_told_at_its_event(folder: Path) -> None:
    region = REGION.replace("school_region", "languages: [nl, en]\nschool_region")
    committed(folder, {"content/region.yaml": region})
    changed(folder, {"content/events/de-kern/zondagkoffie.en.md": "---\ntitle: Sunday coffee\n---\nCoffee at two.\n"})
    _, report = run("--format", "markdown", since="HEAD")
    assert "### Gewijzigd: Zondagkoffie\n\n**Wat er anders wordt:**\n\n- De vertaling is anders.\n" in report


@pytest.mark.parametrize("form", FORMATS)
def test_name_that_is_no_utf8_is_told_in_every_form(folder: Path, form: str) -> None:
    with open(b"content/events/de-kern/caf\xe9.md", "w", encoding="utf-8") as file:  # noqa: PTH123 -- a name of bytes
        file.write(KOFFIE)
    code, report = run("--format", form)
    assert code == 1
    assert "caf" in report


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("nergens", "git does not know “nergens”. Write a branch, a tag or a commit, such as main or HEAD~1."),
        *(
            (
                empty,
                (
                    f"“{empty}” names no revision: is it a variable that is empty? "
                    "Write a branch, a tag or a commit, such as main or HEAD~1."
                ),
            )
            for empty in ("", " ", "...", "..HEAD")
        ),
        ("main...main", "“main” is not what is checked out here. Go there first: git switch main"),
    ],
)
def test_revision_that_is_not_there_is_refused_in_words(folder: Path, revision: str, said: str) -> None:
    committed(folder, {"content/events/de-kern/breien.md": BREIEN})
    with pytest.raises(Refused) as refused:
        check.main(
            ["--since", revision, "--content", str(folder / "content"), "--layouts", str(LAYOUTS)],
            standalone_mode=False,
        )
    assert (str(refused.value), refused.value.exit_code) == (said, 2)
    assert isinstance(refused.value, click.UsageError)
