"""``check --fix``: what is certain is put right, and no more; what it changed is said, and can be had back."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from streekagenda.cli.check import check
from streekagenda.content import rewriting
from tests.content_files import EVENT, GOOD, written

KOFFIE = "events/de-kern/koffie.md"
LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


def fix(folder: Path, *options: str) -> Result:
    """Run ``check --fix`` on the content in a folder, on 22 November 2026."""
    arguments = ["--fix", "--content", str(folder), "--layouts", str(LAYOUTS), "--now", "2026-11-22", *options]
    done = CliRunner().invoke(check, arguments, standalone_mode=False)
    assert done.exception is None, done.exception
    return done


def fixed(folder: Path, event: str) -> str:
    """Return what becomes of an event."""
    written(folder, {**GOOD, KOFFIE: event})
    fix(folder)
    return (folder / KOFFIE).read_bytes().decode()


@pytest.mark.parametrize(("wrong", "right"), [
    ("onderwerpn: [ontmoeten]", "onderwerpen: [ontmoeten]"),
    ("Onderwerpen: [ontmoeten]", "onderwerpen: [ontmoeten]"),
    ("onderwerpen: [ontmoetn]   # waarom", "onderwerpen: [ontmoeten]   # waarom"),
    ("onderwerpen: ['ontmoetn']", "onderwerpen: ['ontmoeten']"),
    ('onderwerpen: ["ontmoetn", samen-etn]', 'onderwerpen: ["ontmoeten", samen-eten]'),
    ("onderwerpen: [ontmoeten]\nstatus: gaat doro", "onderwerpen: [ontmoeten]\nstatus: gaat door"),
    ("onderwerpen: [ontmoeten]\nprijs:gratis", "onderwerpen: [ontmoeten]\nprijs: gratis"),
    ("onderwerpen: [ontmoeten]\nsamenvatting: Let op: kom", 'onderwerpen: [ontmoeten]\nsamenvatting: "Let op: kom"'),
    ("onderwerpen: [ontmoeten]\nwijk: Zandweerd", "onderwerpen: [ontmoeten]\nwijk: zandweerd"),
    (
        "onderwerpen: [ontmoeten]\nsamenvatting: 't Is leuk, 's avonds  # ja",
        "onderwerpen: [ontmoeten]\nsamenvatting: 't Is leuk, 's avonds  # ja",  # a remark, or not?
    ),
    ("onderwerpen: [ontmoeten]\nsamenvatting: 't Is er", "onderwerpen: [ontmoeten]\nsamenvatting: \"'t Is er\""),
    ("onderwerpn: [ontmoetn]\nprijs:gratis", "onderwerpen: [ontmoeten]\nprijs: gratis"),  # one hides the other
])  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_certain_is_put_right_and_the_rest_stays(wrong: str, right: str, end: str, tmp_path: Path) -> None:
    event = f"# een opmerking\n{EVENT}".replace("# een opmerking\n---\n", "---\n# een opmerking\n")
    before, after = (event.replace("onderwerpen: [ontmoeten]", said).replace("\n", end) for said in (wrong, right))
    assert fixed(tmp_path, before) == after


@pytest.mark.parametrize("wrong", [
    "wanneer: vrijdag 15 januari 10:00-12:00",  # which year?
    "wanneer: 01-15-2027 10:00-12:00",
    "wanneer: donderdag 15 januari 2027 10:00-12:00",
    "wanneer: vrijdag 15 januari 2027 rond 10.00 uur",
    "wanneer: vrijdag 15 januar 2027 10.00-12.00 uur",
    "wanneer: 2027-01-15 10:00-12:00\ndatum: 2027-01-15",  # another word for a key
    "wanneer: 2027-01-15 10:00-12:00\nkosten: gratis",
    "wanneer: 2027-01-15 10:00-12:00\nsamenvatting: 'Koffie",  # where does it end?
    "wanneer: 2027-01-15 10:00-12:00\nsamenvatting: \"Koffie\" en thee",
    "wanneer: 2027-01-15 10:00-12:00\n  status: gaat door",
    "wanneer: 2027-01-15 10:00-12:00\nwijk: zandwerd",  # a name, of which there may be another
    "wanneer: 2027-01-15 10:00-12:00\nlinks: [{url: www.example.org, titel: Meer}]",  # http or https?
    "wanneer: 2027-01-15 10:00-12:00\nsamenvatting: “Koffie”",  # do the marks belong to it?
    "wanneer: 2027-01-15 10:00-12:00\nsamenvatting: Koffie prijs: gratis",  # two keys on a line
    "wanneer: 2027-01-15 10:00-12:00\nsamenvatting: Koffie: taart # lekker",  # a remark, or not?
    "wanneer: 2027-01-15 10:00-12:00\nonderwerpn: [samen-eten]",  # would stand there twice
    "wanneer: 2027-01-15 10:00-12:00\nafbeelding: {bestand: x.png}",
])  # fmt: skip
def test_what_can_mean_something_else_is_left_alone(wrong: str, tmp_path: Path) -> None:
    event = EVENT.replace("wanneer: 2027-01-15 10:00-12:00", wrong)
    assert fixed(tmp_path, event) == event


def test_place_by_its_name_becomes_its_id(tmp_path: Path) -> None:
    assert fixed(tmp_path, EVENT.replace("plek: de-linde", "plek: De Linde")) == EVENT


def test_organisation_that_looks_like_another_is_left_alone(tmp_path: Path) -> None:
    event = EVENT.replace("plek:", "organisator: de-kerk\nplek:")
    assert fixed(tmp_path, event) == event


def test_correction_that_brings_a_mistake_is_not_kept_and_the_others_are(tmp_path: Path) -> None:
    event = EVENT.replace("onderwerpen: [ontmoeten]", "onderwerpen: [ontmoeten]\nonderwerpn: [samen-eten]")
    event = event.replace("plek: de-linde", "plek: de-linde\nstatus: afgelsat")
    assert fixed(tmp_path, event) == event.replace("afgelsat", "afgelast")


def test_one_correction_that_is_not_kept_costs_no_other(tmp_path: Path) -> None:
    bad = EVENT.replace("onderwerpen: [ontmoeten]", "onderwerpen: [ontmoeten]\nonderwerpn: [samen-eten]")
    two = EVENT.replace("[ontmoeten]", "[ontmoetn, samen-etn]")
    written(tmp_path, {**GOOD, KOFFIE: bad, "events/de-kern/soep.md": two, "events/de-kern/thee.md": two})
    fix(tmp_path)
    assert (tmp_path / KOFFIE).read_text(encoding="utf-8") == bad
    right = EVENT.replace("[ontmoeten]", "[ontmoeten, samen-eten]")
    assert {(tmp_path / f"events/de-kern/{name}.md").read_text(encoding="utf-8") for name in ("soep", "thee")} == {
        right
    }


def test_what_was_hidden_is_seen_and_said(tmp_path: Path) -> None:
    event = EVENT.replace("2027-01-15 10:00-12:00", "15 januari 10.00 uur").replace("plek: ", "plek:")
    written(tmp_path, {**GOOD, KOFFIE: event})
    done = fix(tmp_path)
    assert done.return_value == 1
    assert (tmp_path / KOFFIE).read_text(encoding="utf-8") == event.replace("plek:", "plek: ")
    assert "Welk jaar is het?" in done.stdout


def test_difference_and_what_it_was_are_said(tmp_path: Path) -> None:
    event = EVENT.replace("[ontmoeten]", "[ontmoetn]")
    written(tmp_path, {**GOOD, KOFFIE: event})
    assert fix(tmp_path).stderr.splitlines() == [
        f"{tmp_path}/{KOFFIE}:5",
        "  - onderwerpen: [ontmoetn]",
        "  + onderwerpen: [ontmoeten]",
        "1 verbetering in 1 bestand.",
        f"Zoals het was, staat in {tmp_path}/{KOFFIE}~",
    ]
    assert (tmp_path / f"{KOFFIE}~").read_text(encoding="utf-8") == event


def test_git_keeps_what_it_was(tmp_path: Path) -> None:
    folder = written(tmp_path / "content", {**GOOD, KOFFIE: EVENT.replace("[ontmoeten]", "[ontmoetn]")})
    author = ["-c", "user.name=Proef", "-c", "user.email=proef@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*author, "commit", "-qm", "Proef"]):
        subprocess.run(["git", "-C", tmp_path, *command], check=True)
    said = fix(folder, "--lang", "en").stderr.splitlines()
    assert said[-2:] == ["1 correction in 1 file.", f"Back to what it was: git restore -- {folder}/{KOFFIE}"]
    assert not (folder / f"{KOFFIE}~").exists()
    subprocess.run(said[-1].partition(": ")[2].split(), check=True, cwd=folder)
    assert "[ontmoetn]" in (folder / KOFFIE).read_text(encoding="utf-8")


def test_nothing_to_put_right_is_said(tmp_path: Path) -> None:
    before = written(tmp_path, {**GOOD, KOFFIE: EVENT})
    files = {file: file.read_bytes() for file in before.rglob("*.*")}
    assert fix(tmp_path).stderr.splitlines() == ["Er is niets dat het programma uit zichzelf verandert."]
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.*")} == files


@pytest.mark.parametrize("event", [
    EVENT.replace("wanneer: 2027-01-15", "wanneer: 01-15-2027"),
    EVENT.replace("plek:", "links: [{url: www.example.org, titel: Meer}]\nplek:"),
])  # fmt: skip
def test_proposal_that_is_not_written_is_said_to_be_looked_at(event: str, tmp_path: Path) -> None:
    written(tmp_path, {**GOOD, KOFFIE: event})
    done = fix(tmp_path)
    assert done.stderr.splitlines() == [
        "Er is niets dat het programma uit zichzelf verandert.",
        (
            "Bij 1 melding staat een voorstel achter een pijl (→). Dat hebben we niet veranderd: "
            "kijk zelf of je dat bedoelt, en neem het dan over."
        ),
    ]
    assert done.stdout.count("\n  → ") == 1


def test_only_the_files_that_are_named_are_put_right(tmp_path: Path) -> None:
    wrong = EVENT.replace("[ontmoeten]", "[ontmoetn]")
    thee = "events/de-kern/thee.md"
    written(tmp_path, {**GOOD, KOFFIE: wrong, thee: wrong})
    fix(tmp_path, str(tmp_path / thee))
    assert (tmp_path / KOFFIE).read_text(encoding="utf-8") == wrong
    assert (tmp_path / thee).read_text(encoding="utf-8") == EVENT


def test_link_is_left_alone(tmp_path: Path) -> None:
    wrong = EVENT.replace("[ontmoeten]", "[ontmoetn]")
    outside = tmp_path / "buiten.md"
    outside.write_text(wrong, encoding="utf-8")
    folder = written(tmp_path / "content", {**GOOD, "events/de-kern/thee.md": EVENT})
    (folder / KOFFIE).symlink_to(outside)
    fix(folder)
    assert outside.read_text(encoding="utf-8") == wrong


def test_file_that_changes_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, {**GOOD, KOFFIE: EVENT.replace("[ontmoeten]", "[ontmoetn]")})
    other = b"van iemand anders\n"
    exact = rewriting.kept

    def somebody_else(root: Path, path: str, content: bytes) -> str:
        (root / path).write_bytes(other)
        return exact(root, path, content)

    monkeypatch.setattr("streekagenda.cli.fixing.kept", somebody_else)
    assert (
        fix(tmp_path).stderr.splitlines()[0]
        == f"{tmp_path}/{KOFFIE} is intussen veranderd. Daar is niets in verbeterd."
    )
    assert (tmp_path / KOFFIE).read_bytes() == other
    assert not (tmp_path / f"{KOFFIE}~").exists()


def test_what_is_corrected_twice_stays_the_same(tmp_path: Path) -> None:
    once = fixed(tmp_path, EVENT.replace("[ontmoeten]", "[ontmoetn]").replace("plek: ", "plek:"))
    assert once == EVENT
    assert fixed(tmp_path, once) == once


def test_many_files_are_put_right_at_once(tmp_path: Path) -> None:
    names = [f"events/de-kern/koffie-{number}.md" for number in range(30)]
    written(tmp_path, {**GOOD, **{name: EVENT.replace("[ontmoeten]", "[ontmoetn]") for name in names}})
    assert "30 verbeteringen in 30 bestanden." in fix(tmp_path).stderr
    assert {(tmp_path / name).read_text(encoding="utf-8") for name in names} == {EVENT}
