"""The report of a change when somebody tries it: hostile texts, far too much, and two events that look alike."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from markdown_it import MarkdownIt
from msgspec.structs import replace

from streekagenda.cli.reports import as_change
from streekagenda.cli.reports.rationing import Block, Section, within
from streekagenda.cli.reports.report import Report
from streekagenda.comparison import Broken, Comparison
from streekagenda.content.calendar import Validated
from streekagenda.content.changed_files import ChangedFiles
from streekagenda.diagnostics import Diagnostic, Location, Severity, problem
from streekagenda.model.details import Booking
from streekagenda.model.event import Event
from streekagenda.model.organisation import Contact
from streekagenda.recurrence.differences import Days, event_change
from streekagenda.rendering.translations import load
from tests.examples import calendar, change, event, organisation, place, region, series, single, text

TRANSLATIONS = load(Path(__file__).resolve().parents[2] / "layouts")
DAYS = Days(region=region(), now=datetime(2026, 11, 22, 12), last=date(2027, 11, 22))


def report(
    events: Iterable[tuple[Event | None, Event | None]],
    found: tuple[Diagnostic, ...] = (),
    broken: tuple[Broken, ...] = (),
    language: str = "nl",
) -> str:
    pairs = [((after or before).source.path, before, after) for before, after in events]  # type: ignore[union-attr]
    present = calendar(*(after for _, _, after in pairs if after))
    compared = Comparison(
        files=ChangedFiles(changed=tuple(path for path, _, _ in pairs)),
        validated=Validated(calendar=present, diagnostics=found),
        days=DAYS,
        events=tuple(event_change(path, before, after, DAYS) for path, before, after in pairs),
        broken=broken,
    )
    told = Report(diagnostics=found, content=Path("content"), translations=TRANSLATIONS, language=language)
    return "\n".join(as_change.lines(told, compared)) + "\n"


HOSTILE = (
    "<img src=x onerror=alert(1)> <script>x</script> ![](https://kwaad.example/x.png) [klik](https://kwaad.example) "
    "@redacteur #12 !3 GH-4 www.kwaad.example https://kwaad.example `code` ``` *vet* | tabel \n/close\n# kop \u202egnol"
)


def test_nothing_that_a_partner_writes_comes_alive() -> None:
    hostile = event(
        series(changes=[change("2027-01-03", title=HOSTILE, note=HOSTILE, place=place("x", HOSTILE, street=HOSTILE))]),
        title=HOSTILE, summary=HOSTILE, body=HOSTILE, organisers=(organisation("x", HOSTILE),),
        place=place("y", HOSTILE, city=HOSTILE), contact=Contact(name=HOSTILE, email="a@b.example"),
        booking=Booking(url="https://kwaad.example/boek", note=text(HOSTILE)), uid=f"{HOSTILE}@x",
    )  # fmt: skip
    found = (
        problem("unknown-place", Location(path=hostile.source.path), id=HOSTILE, kind=HOSTILE, suggestion=HOSTILE),
    )
    twins = (replace(found[0], others=("events/de-kern/thee.md",), severity=Severity.WARNING),)
    plain = event(series(), id="de-kern/thee")
    broken = (Broken(path="events/de-kern/stuk.md", title=HOSTILE, before=None),)
    written = report(
        [(None, hostile), (event(series()), hostile), (hostile, None), (None, plain)], found + twins, broken
    )
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(written)
    inline = [child for token in tokens for child in token.children or []]
    assert {token.type for token in inline} <= {
        "text", "text_special", "html_inline", "code_inline", "strong_open", "strong_close", "softbreak"
    }  # fmt: skip
    assert {token.content for token in inline if token.type == "html_inline"} == {"<!-- -->"}
    assert not [token for token in tokens if token.type in {"html_block", "hr", "heading_open"} and token.tag == "h4"]
    seen = re.sub(
        r"`[^`\n]+`", "", re.sub(r"(?ms)^ *(`{3,})\w*\n.*?^ *\1$", "", written)
    )  # code shows, but does nothing
    assert re.findall(r"[@#!]\w|://|www\.|GH-\d|^\s*/|\u202e", seen, re.MULTILINE) == []


def test_far_too_much_is_counted_and_fits_in_a_comment() -> None:
    long = "Kom erbij en drink een kop koffie met ons. " * 100
    many = [
        (None, event(series(), id=f"de-kern/koffie-{n:03}", title=f"Koffie {n} {long}", body=long)) for n in range(200)
    ]
    found = tuple(
        problem("unknown-place", Location(path=f"events/de-kern/koffie-{n:03}.md", line=k + 1), id=long, kind="place")
        for n in range(40) for k in range(20)
    )  # fmt: skip
    written = report(many, found)
    assert len(written) < 65_536
    assert written.startswith("# Bijna klaar: verbeter eerst nog iets\n\nDank je wel! Er zitten nog 800 fouten in.")
    shown = len(re.findall(r"(?m)^- \*\*fout", written))
    left_out = re.findall(r"(?m)^We vonden nog (\d+) dingen|^Nog (\d+) activiteiten", written)
    assert left_out == [(str(800 - shown), ""), ("", "200")]


def block(*lines: str) -> Block:
    return Block(lines=lines, things=len(lines))


def test_more_than_fits_is_left_out_as_a_whole_and_what_is_smaller_still_comes() -> None:
    sections = [
        Section(
            opening=["een"], blocks=[block("1234"), block("1234567890"), block("12")], left_out=lambda n: f"nog {n}"
        ),
        Section(opening=["leeg"], blocks=[], left_out=str),
        Section(opening=["twee"], blocks=[block("1"), block("12345")], left_out=lambda n: f"nog {n}"),
    ]
    assert list(within(sections, 11)) == ["een", "1234", "12", "nog 1", "", "twee", "1", "nog 1", ""]


def test_events_that_look_alike_stand_beside_each_other() -> None:
    one = event(single("2026-12-03"))
    two = event(single("2026-12-03"), id="raster/koffie", organisers=(organisation("raster"),))
    found = problem("duplicate", Location(path=one.source.path), severity=Severity.WARNING)
    written = report([(None, one), (None, two)], (replace(found, others=(two.source.path,)),))
    assert written.startswith(
        "# Dit kan in de agenda\n\nDank je wel! Er zit geen fout in. We hebben nog 1 vraag.\n\n"
        "- **Nieuw:** Koffie\n- **Nieuw:** Koffie\n\n## Klopt dit?\n\n### `content/events/de-kern/koffie.md`\n\n"
    )
    assert "\n\n|  | Koffie | Koffie |\n| --- | --- | --- |\n| **Wanneer** |" in written
    assert "\n| **Organisatie** | De kern | Raster |\n" in written


def test_change_of_nothing_says_so() -> None:
    assert report([]) == "# Dit kan in de agenda\n\nDank je wel! Alles klopt.\n\n- Er verandert geen activiteit.\n"


def test_report_speaks_english_too() -> None:
    assert (
        report([(None, event(single("2026-12-03")))], language="en")
        == """\
# This can go into the calendar

Thank you! All is right.

- **New:** Koffie

## This is how people will see it

### New: Koffie

- **When:** Thursday 3 December 2026 from 19:30 to 21:00.
- **Next dates:** Thu 3 Dec
- **Where:** Huis van de wijk, Dorpsplein 1, Deventer
- **Signing up:** Just walk in. You do not need to sign up.
- **Organised by:** De kern
- **Topics:** Ontmoeten
- **Comes in the feeds:** Streekagenda · Deventer · Zandweerd · De kern · Huis van de wijk · Ontmoeten
- **File:** `content/events/de-kern/koffie.md`
"""
    )
