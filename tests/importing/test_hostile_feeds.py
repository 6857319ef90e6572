"""Feeds that break, overload or reach out: each is said or comes out harmless, in a moment, and costs no other activity."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.content.calendar import validate
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read as read_content
from streekagenda.content.records import record_of
from streekagenda.importing.calendars import read
from streekagenda.importing.found import NotTaken
from streekagenda.importing.writing import sheet, text_of
from streekagenda.model.event import Event
from tests.content_files import TODAY
from tests.importing.feeds import GOOGLE, NEXTCLOUD, OUTLOOK, TOWN, crlf, event, several
from tests.importing.test_import_command import USUAL, files, imported, mistakes
from tests.importing.test_round_trip import setting
from tests.regions import written

GOOD = "BEGIN:VEVENT\nUID:goed\nSUMMARY:Goede buren\nDTSTART:20261203T100000\nLOCATION:Huis van de Wijk\nEND:VEVENT\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content")


def with_good(feed: bytes) -> bytes:
    """The same feed, with a plain activity behind what is odd."""
    return feed.replace(b"END:VCALENDAR", crlf(GOOD) + b"END:VCALENDAR")


def events(content: Path) -> dict[str, Event]:
    """What a build makes of the files, without the one that was there."""
    believed = validate(read_content(content), content, history=FileHistory(), today=TODAY, drafts=True)
    assert believed.calendar is not None
    return {one.id.partition("/")[2]: one for one in believed.calendar.events if one.id != "de-brug/koffie"}


TITLES = (
    '=HYPERLINK("https://evil.example","klik")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "- niet waar",
    "titel: iets",
    "{{ 7*7 }} {% include 'x' %}",
    "'; DROP TABLE events; --",
    "no",
    "[x](javascript:alert(1))",
    "&lt;script&gt;",
    "# kop",
    "| > ! & * ? %",
    "\\\\server\\\\deel",
)


def test_any_title_is_text(content: Path) -> None:
    feed = several(event("SUMMARY:<b>Vet</b> feest <3"), *(event(f"SUMMARY:{title}") for title in TITLES))
    result = imported(content, feed, *USUAL)
    assert (result.exception, result.return_value) == (None, 0)
    expected = {"Vet feest <3", *(title.replace("\\\\", "\\") for title in TITLES)}
    assert {one.title.first for one in events(content).values()} == expected
    assert mistakes(content) == []


NAMES = (
    "a\\ndraft: no\\nx: y",
    "---\\ntitel: b\\n---",
    "a\u2028b",
    "CON",
    "..\\/..\\/x",
    "日本語",
    "😀",
    "C:\\nul",
    "nul",
    "a" * 400,
)


def test_no_title_is_a_key_a_path_or_a_reserved_name(content: Path) -> None:
    assert imported(content, several(*(event(f"SUMMARY:{name}") for name in NAMES)), *USUAL).return_value == 0
    assert len(events(content)) == len(NAMES)
    assert [one for one in files(content) if not (one.replace("-", "").isalnum() and one.isascii())] == []
    assert not {"con", "nul"} & files(content).keys()
    assert sorted(one.name for one in (content / "events").iterdir()) == ["de-brug"]
    assert mistakes(content) == []


UIDS = ("../../x", "/etc/passwd", "..\\..\\x", "a\x00b", "é" * 300, "x" * 900, "a: b\\, c", "{{x}}", "con")


def test_no_uid_is_a_path_and_each_is_known_again(content: Path) -> None:
    feed = several(*(event(f"UID:{uid}", f"SUMMARY:Spel {number}") for number, uid in enumerate(UIDS)))
    before = sorted(content.parent.rglob("*"))
    assert imported(content, feed, *USUAL).return_value == 0
    made = {one.name for one in content.parent.rglob("*")} - {one.name for one in before}
    assert made == {"feed.ics", *(f"spel-{number}.md" for number in range(len(UIDS)))}
    assert mistakes(content) == []
    assert imported(content, feed, *USUAL).stdout == ""


def test_a_title_of_a_megabyte_is_cut_and_said(content: Path) -> None:
    result = imported(content, with_good(event("SUMMARY:" + "Koffie en taart " * 65_000)), *USUAL)
    (long,) = [one for one in events(content).values() if one.title.first != "Goede buren"]
    assert len(long.title.first) <= 120
    assert long.title.first.endswith("en taart Koffie…")
    assert "De naam was te lang, en is ingekort. Lees hem na." in result.stderr
    assert len(result.stderr) < 1_000


BOMBS = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;COUNT=1000000000",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;COUNT=1000000000",
    "FREQ=YEARLY;BYDAY=" + ",".join(f"{n}MO" for n in range(1, 54)),
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYSETPOS=-366;BYDAY=MO",
    "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3;COUNT=1",
    "FREQ=DAILY;UNTIL=99991231T235959Z",
    "FREQ=" + "A" * 1_000_000,
    "FREQ=DAILY;" * 50_000,
    "\\n\\nSUMMARY:x",
]


def test_a_rule_that_is_a_bomb_is_refused_and_the_rest_goes_on(content: Path) -> None:
    feed = several(*(event(f"SUMMARY:Bom {number}", f"RRULE:{rule}") for number, rule in enumerate(BOMBS)))
    started = time.process_time()
    result = imported(content, with_good(feed), *USUAL)
    assert time.process_time() - started < 10
    assert (result.exception, result.return_value, list(files(content))) == (None, 1, ["goede-buren"])
    said = [line for line in result.stderr.splitlines() if ": fout: “Bom " in line]
    assert len(said) == len(BOMBS)
    assert max(map(len, said)) < 600


def test_a_daily_rule_without_an_end_is_one_line(content: Path) -> None:
    imported(content, event("SUMMARY:Elke dag", "RRULE:FREQ=DAILY"), *USUAL)
    assert "  elke: elke dag om 10.00 uur\n  vanaf: 2026-12-03\n" in files(content)["elke-dag"]


def test_a_calendar_that_is_too_large_or_has_too_much(content: Path) -> None:
    started = time.process_time()
    assert [one.code for one in read(b"BEGIN:VCALENDAR\r\n" + b"x" * 10_000_000).left_out] == ["import-too-large"]
    many = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 5_001 + "END:VCALENDAR\n"
    assert [one.code for one in read(crlf(many)).left_out] == ["import-too-many"]
    assert time.process_time() - started < 5


ODD = {
    "deep": b"BEGIN:VEVENT\r\n" * 200_000,
    "never ended": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n" * 1_000,
    "ends only": b"END:VEVENT\r\n" * 200_000,
    "one long line": b"BEGIN:VCALENDAR\r\n" + b";A=B" * 2_000_000,
    "quotes": b"BEGIN:VCALENDAR\r\nDTSTART" + b';A="' * 1_000_000 + b"\r\n",
    "folds": b"BEGIN:VCALENDAR\r\nSUMMARY:x" + b"\r\n " * 2_000_000,
    "bytes": b"BEGIN:VCALENDAR\r\n" + bytes(range(256)) * 10_000,
    "backslashes": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261203\r\nSUMMARY:" + b"\\" * 3_000_000,
    "tags": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261203\r\nSUMMARY:x\r\nDESCRIPTION:" + b"<p <b " * 500_000,
    "days": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261203\r\nSUMMARY:x\r\nEXDATE:" + b"20261203," * 500_000,
    "empty": b"",
}


@pytest.mark.parametrize("name", ODD)
def test_no_bytes_raise_or_take_long(name: str) -> None:
    started = time.process_time()
    read(ODD[name])
    assert time.process_time() - started < 10


ZONES = ("../../../etc/passwd", "/etc/localtime", "Europe/../../x", "posixrules", "x" * 100_000, "Europe")


def test_no_zone_is_a_file(content: Path) -> None:
    feed = several(
        *(event(f"SUMMARY:Ver {number}", f"DTSTART;TZID={zone}:20261203T100000") for number, zone in enumerate(ZONES))
    )
    result = imported(content, with_good(feed), *USUAL)
    assert list(files(content)) == ["goede-buren"]
    assert result.stderr.count("We kennen de tijdzone “") == len(ZONES)
    assert len(result.stderr) < 3_000


def test_a_text_cannot_hold_a_script_a_tag_or_a_second_activity(content: Path) -> None:
    text = (
        "<p onclick=alert(1)>Hallo</p><script>alert(2)</script><img src=https://spion.example/x.gif>\\n"
        "\u202eomgekeerd\\n---\\ntitel: Nog een\\nwanneer: 2027-01-01 10:00\\n---\\n![x](https://spion.example/y.gif)"
    )
    imported(content, event("SUMMARY:Tekst", f"DESCRIPTION:{text}"), *USUAL)
    made = files(content)["tekst"]
    assert [word for word in ("script", "alert", "onclick", "<", "\u202e", "spion.example/x") if word in made] == []
    assert [one.title.first for one in events(content).values()] == ["Tekst"]
    assert mistakes(content) == []


def test_a_plain_text_with_marks_is_shown_as_it_is(content: Path) -> None:
    imported(
        content, event("SUMMARY:Tekst", "DESCRIPTION:# Nieuws\\n1 * 2 < 3 [x](https://a.example) _b_ a_b_c"), *USUAL
    )
    assert files(content)["tekst"].endswith(
        "---\n\\# Nieuws  \n1 \\* 2 &lt; 3 \\[x\\](https://a.example) \\_b\\_ a_b_c\n"
    )


LINKS = ("javascript:alert(1)", "https://naam:geheim@example.org/", "file:///etc/passwd", "https://")


def test_an_odd_link_is_not_taken(content: Path) -> None:
    imported(content, several(*(event(f"SUMMARY:Link {address[:2]}", f"URL:{address}") for address in LINKS)), *USUAL)
    assert [one.links for one in events(content).values()] == [()] * len(LINKS)
    assert mistakes(content) == []


def test_a_private_date_hides_its_series(content: Path) -> None:
    feed = crlf(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Open\nDTSTART:20261203T100000\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261204T100000\nDTSTART:20261204T100000\nSUMMARY:Bij mevrouw B\n"
        "CLASS:X-GEHEIM\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    result = imported(content, with_good(feed), *USUAL)
    assert list(files(content)) == ["goede-buren"]
    assert "Privé of vertrouwelijk: 1." in result.stderr


def test_one_uid_for_all_costs_none_of_them(content: Path) -> None:
    feed = event("SUMMARY:Een").replace(
        b"END:VCALENDAR",
        crlf(
            "BEGIN:VEVENT\nUID:een@example.org\nSUMMARY:Twee\nDTSTART:20261210T100000\nLOCATION:Wijkgebouw\nEND:VEVENT\nEND:VCALENDAR"
        ),
    )
    imported(content, feed, *USUAL)
    assert list(files(content)) == ["een", "twee"]
    assert mistakes(content) == []


def test_the_newest_version_of_an_activity_counts(content: Path) -> None:
    feed = event("SUMMARY:Oud", "SEQUENCE:1").replace(
        b"END:VCALENDAR",
        crlf(
            "BEGIN:VEVENT\nUID:een@example.org\nSEQUENCE:2\nSUMMARY:Nieuw\nDTSTART:20261210T100000\nEND:VEVENT\nEND:VCALENDAR"
        ),
    )
    imported(content, feed, *USUAL, "--place", "wijkgebouw")
    assert list(files(content)) == ["nieuw"]


LINES = sorted({line for feed in (OUTLOOK, GOOGLE, NEXTCLOUD, TOWN) for line in feed.splitlines() if line})
VALUES = (
    "20261203",
    "20270328T023000Z",
    "20261210T100000",
    "P1W",
    "-PT5M",
    "FREQ=WEEKLY;BYDAY=TH",
    "99999999",
    "\\n",
    "PRIVATE",
    "",
)
ODD_LINES = st.sampled_from(LINES) | st.builds(
    lambda name, value: f"{name}:{value}",
    st.sampled_from(
        [
            "DTSTART",
            "DTEND;VALUE=DATE",
            "DURATION",
            "RRULE",
            "EXDATE",
            "RDATE",
            "RECURRENCE-ID",
            "SUMMARY",
            "GEO",
            "STATUS",
        ]
    ),
    st.sampled_from(VALUES) | st.text(max_size=20),
)


@given(st.lists(ODD_LINES, max_size=30), st.binary(max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_mixture_of_lines_is_read_and_written_or_said(lines: list[str], noise: bytes) -> None:
    begin = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "SUMMARY:Koffie", "LOCATION:De Linde")
    reading = read(crlf("\n".join([*begin, *lines, "END:VEVENT"])) + noise)
    for found in reading.found:
        try:
            text = text_of(sheet(found, setting()), setting())
        except NotTaken:
            continue
        record, faults = record_of(text, "events/de-kern/x.md", "event", "de-kern/x")
        assert record is not None, (faults, text)
