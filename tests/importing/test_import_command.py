"""``import`` as an editor meets it: files that pass ``check``, with nothing of anybody in them."""

import json
from collections.abc import Sequence
from errno import ENOSPC
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from streekagenda.cli import commands, importing
from streekagenda.cli.endings import last_words
from streekagenda.cli.refusals import Refused, translator
from streekagenda.importing.found import left_out
from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import load
from streekagenda.web.failures import Reason, Unanswered
from streekagenda.web.fetching import Fetched
from tests.importing.feeds import GOOGLE, NEVER, NEXTCLOUD, OUTLOOK, TOWN, crlf, event
from tests.regions import written

NOW = ["--now", "2026-11-22T12:00:00"]
USUAL = ("--topic", "ontmoeten")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content")


def imported(content: Path, feed: bytes, *options: str, organisation: str = "de-brug") -> Result:
    file = content.parent / "feed.ics"
    file.write_bytes(feed)
    command = ["import", str(file), "--organisation", organisation, *options, "--content", str(content), *NOW]
    return CliRunner().invoke(commands, command, standalone_mode=False)


def files(content: Path) -> dict[str, str]:
    folder = content / "events" / "de-brug"
    return {one.stem: one.read_text(encoding="utf-8") for one in sorted(folder.glob("*")) if one.stem != "koffie"}


def said(result: Result) -> Sequence[str]:
    """What stands on stderr, without the name of the file."""
    return [line.partition("feed.ics:")[2] or line for line in result.stderr.splitlines() if line]


def mistakes(content: Path) -> list[dict[str, object]]:
    command = ["check", "--content", str(content), *NOW, "--format", "json"]
    found = json.loads(CliRunner().invoke(commands, command, standalone_mode=False).stdout)["diagnostics"]
    return [one for one in found if one["severity"] == "error"]


def test_outlook_becomes_a_file_with_its_rule_and_nobody_in_it(content: Path) -> None:
    result = imported(content, crlf(OUTLOOK))
    assert (result.exception, result.return_value) == (None, 0)
    assert result.stdout == f"{content}/events/de-brug/koffie-thee-en-taart.md\n"
    assert files(content) == {
        "koffie-thee-en-taart": """\
---
titel: Koffie, thee en taart
wanneer:
  elke: donderdag van 10.00 tot 12.00 uur
  vanaf: 2026-12-03
  tot en met: 2027-06-24
  behalve: [2026-12-24, 2026-12-31]
  wijzigingen:
    - op: 2027-01-07
      datum: 2027-01-08
      tijd: 14:00-17:00
      titel: Nieuwjaarskoffie
      plek: wijkgebouw
    - op: 2027-01-14
      status: afgelast
plek: huis-van-de-wijk
onderwerpen: [ontmoeten]
doelgroepen: [ouderen]
uid: 040000008200E00074C5B7101A82E00800000000
---
"""
        # Two spaces: a line of the source stays a line.
        "Kom erbij!  \nDe koffie staat klaar.\n"
    }
    assert said(result) == [
        "1: tip: Privé of vertrouwelijk: 2. Zulke activiteiten nemen we nooit over.",
        "1 bestand geschreven.",
        "Kijk ze na, en probeer: python build.py check",
    ]
    assert mistakes(content) == []


def test_nobody_of_a_feed_is_in_a_file_or_in_what_is_said(content: Path) -> None:
    result = imported(content, crlf(OUTLOOK))
    everything = "".join(files(content).values()).casefold() + result.output.casefold() + result.stderr.casefold()
    assert [word for word in (*NEVER, "pietersen", "sollicitatie") if word in everything] == []
    assert "nieuwjaarskoffie" in everything


def test_google_and_what_it_does_not_say_is_asked_in_a_draft(content: Path) -> None:
    result = imported(content, crlf(GOOGLE), *USUAL)
    assert result.return_value == 0
    assert files(content) == {
        "bewonersavond": """\
---
# Gaat het zeker door? In de eigen agenda staat het nog niet vast.
# Klopt alles? Haal dan deze regels weg, en ook de laatste regel boven de streepjes.
titel: Bewonersavond
wanneer:
  elke: eerste dinsdag van de maand van 19.30 tot 21.00 uur
  vanaf: 2026-12-01
plek: huis-van-de-wijk
onderwerpen: [ontmoeten]
uid: 3abc@google.com
concept: ja
---
""",
        "open-huis": """\
---
titel: Open huis
wanneer: van 1 tot en met 2 januari 2027
plek: wijkgebouw
onderwerpen: [ontmoeten]
uid: 2abc@google.com
---
""",
        "zingen": """\
---
titel: Zingen
wanneer: zaterdag 12 december 2026 van 19.30 tot 21.30 uur
plek:
  naam: Dorpsplein 3
  straat: Dorpsplein 3
  postcode: 7411 AB
  woonplaats: Deventer
onderwerpen: [ontmoeten]
uid: 1abc@google.com
---
Samen zingen & luisteren

- piano
- koor

Meer (https://example.org/koor)
""",
    }
    assert mistakes(content) == []


def test_nextcloud_a_step_of_two_weeks_an_extra_day_and_cancelled(content: Path) -> None:
    imported(content, crlf(NEXTCLOUD), *USUAL)
    assert files(content) == {
        "wandelen": """\
---
titel: Wandelen
wanneer:
  elke: elke 2 weken op zaterdag van 9.00 tot 10.30 uur
  vanaf: 2026-12-05
  aantal keer: 6
  ook: [2026-12-10 09:00-10:30]
online: https://meet.example.org/wandelen
onderwerpen: [ontmoeten]
status: afgelast
links:
  - url: https://www.example.org/wandelen?a=1&b=2
    titel: Meer informatie
uid: 6a3f-11
---
"""
    }
    assert mistakes(content) == []


def test_what_cannot_be_taken_is_said_and_costs_no_other(content: Path) -> None:
    result = imported(content, TOWN.encode(), *USUAL)
    assert result.return_value == 1
    assert list(files(content)) == ["spelmiddag"]
    assert "Neem je spel mee\n" in files(content)["spelmiddag"]
    assert said(result) == [
        "10: let op: 1 regels zijn beschadigd. Wat daarin staat, is niet overgenomen. Kijk of er iets ontbreekt.",
        "13: fout: “Zonder dag”: “morgen” is geen dag of tijd die we kunnen lezen. Verbeter die in je eigen agenda.",
        (
            "18: fout: “Op Mars”: We kennen de tijdzone “Mars/Olympus” niet, en weten dus niet hoe laat het is. "
            "Kies in je eigen agenda de tijdzone Amsterdam."
        ),
        "1 bestand geschreven.",
        "2 fouten: hierboven staat wat niet is overgenomen.",
        "Kijk ze na, en probeer: python build.py check",
    ]


def test_what_was_imported_is_built_without_a_mistake(content: Path) -> None:
    for feed in (OUTLOOK, GOOGLE, NEXTCLOUD):
        assert imported(content, crlf(feed), *USUAL).return_value == 0
    site = content.parent / "site"
    command = ["build", "--content", str(content), "--output", str(site), *NOW, "--jobs", "1", "--no-cache"]
    assert CliRunner().invoke(commands, command, standalone_mode=False).return_value == 0
    feed = (site / "feeds/organisation/de-brug.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert "UID:040000008200E00074C5B7101A82E00800000000\r\n" in feed
    assert "SUMMARY:Koffie\\, thee en taart\r\n" in feed
    assert "Bewonersavond" not in feed  # it asks a question first


def test_second_time_nothing_is_written(content: Path) -> None:
    imported(content, crlf(OUTLOOK))
    before = files(content)
    result = imported(content, crlf(OUTLOOK))
    assert (result.return_value, result.stdout, files(content)) == (0, "", before)
    assert said(result)[1:] == ["0 bestanden geschreven.", "1 activiteit was er al: daar is niets aan veranderd."]


def test_a_name_that_is_taken_gets_a_number_and_the_file_that_is_there_stays(content: Path) -> None:
    mine = (content / "events/de-brug/koffie.md").read_bytes()
    (content / "events/de-brug/koffie-2.txt").write_text("van iemand anders", encoding="utf-8")
    assert imported(content, event(), *USUAL).return_value == 0
    assert list(files(content)) == ["koffie-2", "koffie-3"]
    assert (content / "events/de-brug/koffie.md").read_bytes() == mine
    assert files(content)["koffie-2"] == "van iemand anders"


def test_dry_run_says_and_writes_nothing(content: Path) -> None:
    result = imported(content, event(), *USUAL, "--dry-run")
    assert (files(content), result.return_value) == ({}, 0)
    assert result.stdout == f"{content}/events/de-brug/koffie-2.md\n"
    assert said(result) == ["1 bestand zou geschreven worden."]


def test_no_topic_and_no_place_make_a_draft_that_asks(content: Path) -> None:
    (content / "events/de-brug/koffie.md").unlink()
    result = imported(content, event("LOCATION:"))
    text = (content / "events/de-brug/koffie.md").read_text(encoding="utf-8")
    assert text.startswith("""\
---
# Waar is het? Vul de plek in.
# Waarover gaat het? Kijk of het onderwerp klopt.
# Klopt alles? Haal dan deze regels weg, en ook de laatste regel boven de streepjes.
titel: Koffie
""")
    assert text.endswith("concept: ja\n---\n")
    assert "1 daarvan is een concept: er ontbreekt iets. Bovenin het bestand staat wat." in said(result)
    assert mistakes(content) == []


def test_topic_and_place_of_the_editor_are_for_what_says_none(content: Path) -> None:
    imported(
        content,
        event("LOCATION:", "SUMMARY:Schaken"),
        "--topic",
        "Bewegen",
        "--place",
        "Wijkgebouw De Kade, Rivierenwijk",
    )
    assert "plek: wijkgebouw\nonderwerpen: [bewegen]\n" in files(content)["schaken"]


@pytest.mark.parametrize(
    ("organisation", "message"),
    [
        ("de-brugg", "--organisation: we kennen “de-brugg” niet. Bedoel je de-brug?"),
        ("xyz", "--organisation: we kennen “xyz” niet. Kies uit: buurthuis-oost, de-brug."),
        ("../../x", "--organisation: we kennen “../../x” niet. Kies uit: buurthuis-oost, de-brug."),
    ],
)
def test_unknown_organisation(content: Path, organisation: str, message: str) -> None:
    result = imported(content, event(), organisation=organisation)
    assert isinstance(result.exception, Refused)
    said, code = last_words(result.exception, translator("nl"))
    assert (said.splitlines()[0], code, files(content)) == (message, 2, {})


def test_nothing_is_written_through_a_link(content: Path) -> None:
    elsewhere = content.parent / "elsewhere"
    elsewhere.mkdir()
    (content / "events/de-brug/koffie.md").unlink()
    (content / "events/de-brug").rmdir()
    (content / "events/de-brug").symlink_to(elsewhere)
    assert imported(content, event(), *USUAL).exception is not None
    assert list(elsewhere.iterdir()) == []


def test_mobile_number_costs_the_text_and_not_the_activity(content: Path) -> None:
    result = imported(content, event("SUMMARY:Kaarten", "DESCRIPTION:Bel Piet op 06 12 34 56 78"), *USUAL)
    assert result.return_value == 0
    assert files(content)["kaarten"].endswith("uid: een@example.org\n---\n")
    assert said(result)[1] == "2: let op: “Kaarten”: Daarom staat de activiteit er zonder de tekst."


def test_what_was_over_long_ago_is_counted(content: Path) -> None:
    result = imported(content, event("DTSTART:20200101T100000"), *USUAL)
    assert (result.return_value, files(content)) == (0, {})
    assert "1 activiteit is al zo lang voorbij dat geen pagina haar laat zien." in said(result)


def test_a_rule_of_another_zone_becomes_its_dates_up_to_the_horizon(content: Path) -> None:
    feed = event(
        "SUMMARY:Bellen", "DTSTART;TZID=America/New_York:20261203T080000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"
    )
    result = imported(content, feed, *USUAL)
    text = files(content)["bellen"]
    assert "wanneer: [donderdag 3 december 2026 van 14.00 tot 15.00 uur, donderdag 10 december 2026 van 14.00" in text
    assert "donderdag 18 maart 2027 van 13.00 tot 14.00 uur" in text  # summer has begun there, and not here
    assert said(result)[0] == (
        "2: let op: “Bellen”: Dit kunnen we niet als regel opschrijven. Daarom staan de dagen er één voor één, "
        "tot en met donderdag 18 november 2027. Vul ze daarna aan."
    )


def test_an_address_is_fetched_behind_the_door_of_the_network(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def fetch(address: str, *, largest: int) -> Fetched:
        asked.append((address, largest))
        return Fetched(address=address, content=event("SUMMARY:Ver weg"), media_type="", charset=None)

    monkeypatch.setattr(importing, "fetch", fetch)
    command = [
        "import",
        "webcal://a.example/x.ics",
        "--organisation",
        "de-brug",
        *USUAL,
        "--content",
        str(content),
        *NOW,
    ]
    assert CliRunner().invoke(commands, command, standalone_mode=False).return_value == 0
    assert (asked, list(files(content))) == ([("https://a.example/x.ics", 10_000_000)], ["ver-weg"])


def test_every_reason_why_nothing_came_has_its_words_and_no_password(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(address: str, *, largest: int) -> Fetched:
        raise Unanswered(Reason.STATUS, status=404)

    monkeypatch.setattr(importing, "fetch", fetch)
    command = ["import", "https://wie:geheim@a.example/x", "--organisation", "de-brug", "--content", str(content), *NOW]
    result = CliRunner().invoke(commands, command, standalone_mode=False)
    assert (result.return_value, result.stderr.splitlines()[0]) == (
        1,
        "https://…@a.example/x:1: fout: De website geeft de agenda niet (melding 404). Kijk of het adres goed is.",
    )
    told = [left_out(f"import-web-{reason}", number=404) for reason in Reason]
    translations = load(packaged())
    assert [one.code for one in told for language in ("nl", "en") if one.code in translations.say(one, language)] == []


def test_a_loopback_address_is_not_asked(content: Path) -> None:
    command = ["import", "https://127.0.0.1/x.ics", "--organisation", "de-brug", "--content", str(content), *NOW]
    result = CliRunner().invoke(commands, command, standalone_mode=False)
    assert result.return_value == 1
    assert result.stderr.splitlines()[0].startswith(
        "https://127.0.0.1/x.ics:1: fout: Dit adres is van een eigen netwerk."
    )


def test_a_calendar_with_nothing_in_it_is_said(content: Path) -> None:
    result = imported(content, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert (result.return_value, said(result)[0]) == (
        1,
        "1: fout: Hier staan geen activiteiten in. Kijk of dit de goede agenda is.",
    )


def test_a_full_disk_leaves_no_half_file(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: str, **_: object) -> int:
        self.write_bytes(data[:20].encode())
        raise OSError(ENOSPC, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_text", full)
    assert isinstance(imported(content, event(), *USUAL).exception, OSError)
    monkeypatch.undo()
    assert [one.name for one in (content / "events/de-brug").iterdir()] == ["koffie.md"]


def test_a_rule_until_2099_does_not_end(content: Path) -> None:
    imported(content, event("SUMMARY:Altijd", "RRULE:FREQ=WEEKLY;UNTIL=20991231T235959Z"), *USUAL)
    assert "  elke: donderdag om 10.00 uur\n  vanaf: 2026-12-03\nplek:" in files(content)["altijd"]


def test_several_days_with_hours_are_whole_days_and_the_text_says_when(content: Path) -> None:
    imported(
        content,
        event("SUMMARY:Kamp", "DTSTART:20261204T100000", "DTEND:20261206T160000", "DESCRIPTION:Met tent."),
        *USUAL,
    )
    assert "wanneer: van 4 tot en met 6 december 2026\n" in files(content)["kamp"]
    assert files(content)["kamp"].endswith(
        "---\nVan vrijdag 4 december 2026 om 10.00 uur tot zondag 6 december 2026 om 16.00 uur.\n\nMet tent.\n"
    )


def test_the_commands_of_the_guide_work_as_typed(
    content: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    guide = Path("docs/importing.md").read_text(encoding="utf-8").partition("```sh\n")[2].partition("```")[0]
    commands_of_guide = [line.removeprefix("python build.py ").split() for line in guide.splitlines()]
    assert [one[0] for one in commands_of_guide] == ["import", "import", "check"]
    written(content, {"organisations/de-kern.md": "---\nnaam: De Kern\n---\n"})
    (tmp_path / "agenda.ics").write_bytes(crlf(OUTLOOK))
    monkeypatch.chdir(tmp_path)
    results = [CliRunner().invoke(commands, [*one, *NOW], standalone_mode=False) for one in commands_of_guide]
    assert [(one.exception, one.return_value) for one in results] == [(None, 0)] * 3
    assert [one.stdout for one in results[:2]] == ["content/events/de-kern/koffie-thee-en-taart.md\n"] * 2


def test_file_that_may_not_be_read_is_refused_by_its_name(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("streekagenda.cli.importing.recognising.read", no)
    result = imported(content, crlf(OUTLOOK))
    assert isinstance(result.exception, Refused)
    assert "You may not read the file" in str(result.exception.message)
