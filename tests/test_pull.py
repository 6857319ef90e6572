"""What a partner keeps elsewhere stands on page, feed and embed; a source that fails costs nothing that stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from streekagenda.cli import commands
from streekagenda.content.records import read
from streekagenda.importing import pulling
from tests.importing.feeds import NEVER, OUTLOOK, PEOPLE, crlf
from tests.regions import written
from tests.web.servers import Server, here, https_server

NOW = "2026-11-22T12:00:00+00:00"
SOURCE = "---\nnaam: De Brug\nsources:\n  - {{{kind}: '{address}', plek: huis-van-de-wijk, onderwerpen: [ontmoeten]{more}}}\n---\n"


@pytest.fixture(name="server", scope="module")
def _server() -> Iterator[Server]:
    with https_server() as one:
        yield one


@pytest.fixture(autouse=True)
def _reached(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers.clear()
    monkeypatch.setattr("streekagenda.cli.pulling.NETWORK", here())


def with_source(folder: Path, address: str, *, kind: str = "ical", more: str = "", **files: str) -> Path:
    source = SOURCE.format(kind=kind, address=address, more=more)
    return written(folder / "content", {"organisations/de-brug.md": source, **files})


def feed(*titles: str, extra: str = "") -> bytes:
    """Return a calendar with an activity of each title, a day apart, with everything that must not come along."""
    events = [
        f"BEGIN:VEVENT\nUID:{title.lower()}@brug\nDTSTAMP:20261101T120000Z\nSUMMARY:{title}\n"
        f"DTSTART:202612{number:02}T100000Z\nDTEND:202612{number:02}T120000Z\n{extra}{PEOPLE}END:VEVENT\n"
        for number, title in enumerate(titles, 1)
    ]
    return crlf(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{''.join(events)}END:VCALENDAR\n")


def run(command: str, content: Path, *options: str, now: str = NOW) -> Result:
    arguments = [command, "--content", str(content), "--now", now, *options]
    result = CliRunner().invoke(commands, arguments, standalone_mode=False)
    assert result.exception is None, result.exception
    return result


def kept(content: Path) -> str:
    return "".join(one.read_text(encoding="utf-8") for one in sorted((content / ".sources").glob("*")))


def names(content: Path) -> list[str]:
    """The ids of what is on the calendar, as `check` would name them."""
    return sorted(one.id for one in read(content).records if one.path.startswith(".sources/"))


def test_what_was_pulled_stands_on_page_feed_and_embed_and_nobody_of_it_does(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Soep"))
    content = with_source(tmp_path, server.url("/a.ics"))
    pulled = run("pull", content)
    assert (pulled.return_value, pulled.stderr) == (0, f"De Brug, {server.url('/a.ics')}: 1 activiteit.\n")
    site = tmp_path / "site"
    assert run("build", content, "--output", str(site), "--jobs", "1").return_value == 0
    assert "Soep" in (site / "activiteiten/de-brug/soep/index.html").read_text(encoding="utf-8")
    assert "SUMMARY:Soep" in (site / "feeds/organisation/de-brug.ics").read_text(encoding="utf-8")
    assert "Soep" in (site / "embed/organisaties/de-brug/index.html").read_text(encoding="utf-8")
    made = [one for one in site.rglob("*") if one.suffix in {".ics", ".json", ".atom"}]
    made += [site / "activiteiten/de-brug/soep/index.html"]
    words = [word for word in NEVER if word not in {"mailto", "intern", "alarm"}]
    everything = kept(content).lower() + "".join(one.read_text(encoding="utf-8").lower() for one in made)
    assert [word for word in words if word in everything] == []


def test_a_build_without_the_network_reads_what_was_kept(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", crlf(OUTLOOK))
    content = with_source(tmp_path, server.url("/a.ics"))
    run("pull", content)
    came = server.connections
    found = run("check", content, "--format", "json")
    assert (names(content) != [], found.return_value, server.connections) == (True, 0, came)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/weg.ics", None),
        ("/a.ics", b"<!doctype html><title>Onderhoud</title>"),
        ("/a.ics", b""),
        ("/a.ics", feed("Soep", "Brei")[:-20]),
        ("/a.ics", feed()),
    ],
    ids=["404", "page", "nothing", "half", "suddenly empty"],
)
def test_a_source_that_fails_keeps_its_last_good_state(
    server: Server, tmp_path: Path, path: str, body: bytes | None
) -> None:
    server.gives("/a.ics", feed("Soep", "Brei", "Dans", "Zang", "Schaak"))
    content = with_source(tmp_path, server.url("/a.ics"))
    run("pull", content)
    before = kept(content)
    if body is None:
        server.answers.clear()
    else:
        server.gives(path, body)
    failed = run("pull", content)
    assert (failed.return_value, kept(content)) == (1, before)
    assert failed.stderr.startswith(
        f"De Brug, {server.url('/a.ics')}: dit is niet gelukt. Wat er al was, blijft staan: 5 activiteiten.\n"
    )


def test_age_of_a_source_is_said(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Soep"))
    content = with_source(tmp_path, server.url("/a.ics"))

    def said(now: str) -> list[str]:
        lines = run("check", content, now=now).stdout.splitlines()
        return [line.partition(": ")[2] for line in lines if "organisations/de-brug.md:4:" in line and "bron" in line]

    assert said(NOW) == ["tip: Van deze bron is nog niets opgehaald. Doe dat met: python build.py pull"]
    run("pull", content)
    assert said("2026-11-24T11:59:00+00:00") == []
    told = "Deze bron is {} dagen geleden voor het laatst goed opgehaald. Wat op de site staat, kan veranderd zijn. "
    told += "Haal haar op met: python build.py pull"
    assert said("2026-11-24T12:00:00+00:00") == [f"tip: {told.format(2)}"]
    assert said("2026-11-29T12:00:00+00:00") == [f"let op: {told.format(7)}"]


def test_one_source_that_fails_costs_no_other(server: Server, tmp_path: Path) -> None:
    server.gives("/b.ics", feed("Soep"))
    other = SOURCE.format(kind="ical", address=server.url("/b.ics"), more="").replace("De Brug", "Buurthuis Oost")
    content = with_source(tmp_path, server.url("/weg.ics"), **{"organisations/buurthuis-oost.md": other})
    assert (run("pull", content).return_value, names(content)) == (1, ["buurthuis-oost/soep"])


def test_what_is_gone_disappears_and_addresses_stay(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Soep", "Brei"))
    content = with_source(tmp_path, server.url("/a.ics"))
    run("pull", content)
    before = kept(content)
    server.gives("/a.ics", feed("Dans", "Brei").replace(b"SUMMARY:Brei", b"SUMMARY:Breien"))
    run("pull", content)
    assert (names(content), "Breien" in kept(content), "Breien" in before) == (
        ["de-brug/brei", "de-brug/dans"],
        True,
        False,
    )


def test_two_of_one_title_keep_their_names_in_another_order(server: Server, tmp_path: Path) -> None:
    one, other = feed("Soep"), feed("Soep").replace(b"soep@", b"andere@").replace(b"20261201", b"20261209")
    begin, end = one.index(b"BEGIN:VEVENT"), one.index(b"END:VCALENDAR")
    second = other[other.index(b"BEGIN:VEVENT") : other.index(b"END:VCALENDAR")]
    content = with_source(tmp_path, server.url("/a.ics"))
    server.gives("/a.ics", one[:end] + second + one[end:])
    run("pull", content)
    before = kept(content)
    server.gives("/a.ics", one[:begin] + second + one[begin:])
    run("pull", content)
    assert (names(content), kept(content)) == (["de-brug/soep", "de-brug/soep-2"], before)


def test_a_file_that_somebody_wrote_stays(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Koffie", "Soep"))
    own = (
        "---\ntitel: Soep van ons\nwanneer: 2026-12-04 10:00-12:00\nplek: wijkgebouw\nonderwerpen: [ontmoeten]\n"
        "uid: soep@brug\n---\n"
    )
    content = with_source(tmp_path, server.url("/a.ics"), **{"events/de-brug/eigen.md": own})
    pulled = run("pull", content)
    assert names(content) == ["de-brug/koffie-2"]
    assert pulled.stderr.splitlines()[1] == "  1 activiteit heeft een eigen bestand: dat blijft."


def test_words_choose_what_comes_in(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Soep", "Soepdag", "Brei"))
    content = with_source(tmp_path, server.url("/a.ics"), more=", include: [soep], exclude: [dag]")
    run("pull", content)
    assert names(content) == ["de-brug/soep"]


def test_cancelled_is_shown_cancelled(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Soep", extra="STATUS:CANCELLED\n"))
    content = with_source(tmp_path, server.url("/a.ics"))
    run("pull", content)
    site = tmp_path / "site"
    run("build", content, "--output", str(site), "--jobs", "1")
    assert "SUMMARY:AFGELAST: Soep" in (site / "feeds/organisation/de-brug.ics").read_text(encoding="utf-8")


def test_table_in_the_content_is_read(tmp_path: Path) -> None:
    table = "titel;datum;begin;einde\nSoep;1-12-2026;10:00;12:00\n"
    content = with_source(tmp_path, "bronnen/lijst.csv", kind="csv", **{"bronnen/lijst.csv": table})
    assert (run("pull", content).return_value, names(content)) == (0, ["de-brug/soep"])


@pytest.mark.parametrize("harm", ["cut", "letter", "list", "link"])
def test_damaged_cache_is_said_and_costs_no_build(server: Server, tmp_path: Path, harm: str) -> None:
    server.gives("/a.ics", feed("Soep"))
    content = with_source(tmp_path, server.url("/a.ics"))
    run("pull", content)
    (file,) = (content / ".sources").glob("*")
    text = file.read_bytes()
    if harm == "link":
        file.rename(tmp_path / "elsewhere")
        file.symlink_to(tmp_path / "elsewhere")
    else:
        file.write_bytes({"cut": text[:-5], "letter": text.replace(b"Soep", b"Snep"), "list": b"[]"}[harm])
    found = run("check", content)
    assert (found.return_value, names(content)) == (0, [])
    assert "let op: Wat van deze bron was opgehaald, is beschadigd." in found.stdout
    run("pull", content)
    assert names(content) == ["de-brug/soep"]


def test_what_is_wrong_with_what_came_is_said_at_its_source(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Soep"))
    content = with_source(tmp_path, server.url("/a.ics"))
    run("pull", content)
    (content / "places/huis-van-de-wijk.md").unlink()
    (content / "events/de-brug/koffie.md").unlink()
    found = run("check", content)
    assert found.return_value == 1
    assert "organisations/de-brug.md:4:5: fout: “Soep”: " in found.stdout
    assert ".sources" not in found.stdout


@pytest.mark.parametrize(
    ("kind", "address", "code"),
    [
        ("ical", "https://an:geheim@example.nl/a.ics", "url-with-password"),
        ("csv", "https://an:geheim@example.nl/a.csv", "url-with-password"),
        ("ical", "http://example.nl/a.ics", "source-not-https"),
        ("csv", "http://example.nl/a.csv", "source-not-https"),
        ("csv", "../geheim.csv", "source-path"),
        ("csv", "/etc/passwd", "source-path"),
        ("csv", "a/../../b.csv", "source-path"),
    ],
)
def test_address_that_may_not_be_is_a_mistake(tmp_path: Path, kind: str, address: str, code: str) -> None:
    found = run("check", with_source(tmp_path, address, kind=kind), "--format", "json")
    assert (found.return_value, f'"{code}"' in found.stdout) == (1, True)


def test_without_sources_nothing_is_made(tmp_path: Path) -> None:
    content = written(tmp_path / "content")
    pulled = run("pull", content)
    assert (pulled.return_value, pulled.stderr) == (0, "Geen organisatie heeft bronnen. Er is niets op te halen.\n")
    assert not (content / ".sources").exists()


def test_sudden_emptiness_of_a_small_source_is_believed(server: Server, tmp_path: Path) -> None:
    assert pulling.MANY == 5
    server.gives("/a.ics", feed("Soep"))
    content = with_source(tmp_path, server.url("/a.ics"))
    run("pull", content)
    server.gives("/a.ics", feed())
    assert (run("pull", content).return_value, names(content)) == (0, [])


def test_a_source_at_an_address_for_examples_is_not_asked_and_costs_no_advice(server: Server, tmp_path: Path) -> None:
    came = server.connections
    content = with_source(tmp_path, server.url("/a.ics", host="www.example.org"))
    pulled = run("pull", content)
    said = f"De Brug, {server.url('/a.ics', host='www.example.org')}: dit adres is een voorbeeld. Daar valt niets op te halen.\n"
    assert (pulled.return_value, pulled.stderr, server.connections) == (0, said, came)
    assert "python build.py pull" not in run("check", content).stdout


def test_what_was_kept_of_a_source_goes_with_it(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Soep"))
    content = with_source(tmp_path, server.url("/a.ics"))
    run("pull", content)
    organisation = content / "organisations/de-brug.md"
    whole = organisation.read_text(encoding="utf-8")
    for broken in (whole.replace("ical:", "icl:"), whole.replace("naam: ", "naam: [")):
        organisation.write_text(broken, encoding="utf-8")
        run("pull", content)
        assert len(list((content / ".sources").iterdir())) == 1
    organisation.write_text("---\nnaam: De Brug\n---\n", encoding="utf-8")
    assert run("pull", content).return_value == 0
    assert list((content / ".sources").iterdir()) == []


def test_a_twin_of_what_came_is_said_without_the_file_that_nobody_wrote(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Soep"))
    twin = "---\ntitel: Soep\nwanneer: 2026-12-01 11:00-13:00\nplek: huis-van-de-wijk\nonderwerpen: [ontmoeten]\n---\n"
    content = with_source(tmp_path, server.url("/a.ics"), **{"events/de-brug/eten.md": twin})
    run("pull", content)
    found = run("check", content).stdout
    told = "let op: “Soep”: Dit lijkt dezelfde activiteit als “Soep” (events/de-brug/eten.md)"
    assert (told in found, ".sources" in found) == (True, False)
    found = run("check", content, str(content / "events/de-brug/eten.md")).stdout
    assert "let op: Dit lijkt dezelfde activiteit als “Soep” (organisations/de-brug.md)" in found


def test_what_came_gets_no_advice_that_nobody_can_follow(server: Server, tmp_path: Path) -> None:
    server.gives("/a.ics", feed("Soep"))
    content = with_source(tmp_path, server.url("/a.ics"))
    run("pull", content)
    assert "organisations/de-brug.md" not in run("check", content).stdout
