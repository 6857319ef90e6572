from __future__ import annotations

from datetime import date, datetime

import pytest

from streekagenda.importing.csv_files import read
from streekagenda.importing.found import Found
from tests.importing.cost import Told, affordable, told

OUTLOOK = """\
"Onderwerp","Begindatum","Begintijd","Einddatum","Eindtijd","Hele dag","Verplichte deelnemers","Locatie","Privé"
"Koor","1-10-2026","19:30:00","1-10-2026","21:00:00","ONWAAR","piet@example.org","Zaal 2","ONWAAR"
"Open dag","3-10-2026","0:00:00","4-10-2026","0:00:00","WAAR","","De Linde","ONWAAR"
"Gesprek met Piet","5-10-2026","10:00:00","5-10-2026","11:00:00","ONWAAR","","","WAAR"
"""


def one(text: str) -> Found:
    reading = read(text.encode())
    assert reading.left_out == ()
    [found] = reading.found
    return found


def of(when: str, *, head: str = "datum;van;tot") -> tuple[list[tuple[object, object, str]], Told]:
    """When one row is, and what was said of it."""
    reading = read(f"titel;{head}\nKoffie;{when}\n".encode())
    return [(found.start, found.end, found.phrase) for found in reading.found], told(reading)


@pytest.mark.parametrize("between", [";", ",", "\t"])
@pytest.mark.parametrize("before", ["", "\ufeff", "Najaarsagenda\r\n\r\n"])
def test_every_way_in_which_excel_saves_gives_the_activity(between: str, before: str) -> None:
    rows = [
        ["Titel", "Datum", "Van", "Tot", "Locatie", "Omschrijving", "Website", "Onderwerpen", "Status"],
        [
            "Koffie",
            "1-10-2026",
            "10:00",
            "12:00",
            "De Linde",
            '"Kom ""erbij""\r\nhoor"',
            "https://example.org/",
            "koffie|thee",
            "Afgelast",
        ],
    ]
    text = before + "".join(between.join(cells) + "\r\n" for cells in rows)
    assert one(text) == Found(
        start=datetime(2026, 10, 1, 10),
        end=datetime(2026, 10, 1, 12),
        summary="Koffie",
        location="De Linde",
        description='Kom "erbij"\nhoor',
        url="https://example.org/",
        categories=("koffie", "thee"),
        cancelled=True,
        line=4 if before.endswith("\n") else 2,
    )


def test_export_of_outlook_gives_what_everybody_may_see() -> None:
    reading = read(OUTLOOK.encode())
    assert reading.found == (
        Found(
            start=datetime(2026, 10, 1, 19, 30),
            end=datetime(2026, 10, 1, 21),
            summary="Koor",
            location="Zaal 2",
            line=2,
        ),
        Found(start=date(2026, 10, 3), end=date(2026, 10, 3), summary="Open dag", location="De Linde", line=3),
    )
    assert told(reading) == [("import-columns-left", 1), ("import-private", 1)]
    assert dict(reading.left_out[0].values) == {"columns": "Verplichte deelnemers"}
    assert "piet" not in repr(reading).lower().replace("gesprek met piet", "")


@pytest.mark.parametrize(
    ("head", "row", "phrase"),
    [
        ("wanneer", "elke zondag 14.00-16.00 uur vanaf 6 september 2026, behalve in de schoolvakanties", ""),
        ("wanneer", "1 en 3 oktober 2026 10-12 uur", ""),
        ("datum", "elke 1e dinsdag van de maand 10:00-12:00 vanaf 1 september 2026", ""),
        (
            "elke;tijd;vanaf;tot en met;behalve",
            "zondag;14:00-16:00;6-9-2026;27-6-2027;feestdagen",
            "zondag van 14:00 tot 16:00 vanaf 2026-09-06 tot en met 2027-06-27 behalve feestdagen",
        ),
    ],
)
def test_phrase_is_kept_and_completed_by_the_columns_beside_it(head: str, row: str, phrase: str) -> None:
    [(start, end, kept)], said = of(row, head=head)
    assert (end, kept, said) == (None, phrase or row, [])
    assert isinstance(start, date)
    assert not isinstance(start, datetime)


@pytest.mark.parametrize(
    ("row", "start", "end"),
    [
        ("do 1 oktober 2026;19.30 uur;", datetime(2026, 10, 1, 19, 30), None),
        ("2026-10-01;22.00;01.00", datetime(2026, 10, 1, 22), datetime(2026, 10, 2, 1)),
        ("13/4/2026;10:00;", datetime(2026, 4, 13, 10), None),
        ("3/3/2026;10:00;", datetime(2026, 3, 3, 10), None),
        ("1-10-2026 10:00;;12:00", datetime(2026, 10, 1, 10), datetime(2026, 10, 1, 12)),
        ("1-10-2026;10:00-12:00;", datetime(2026, 10, 1, 10), datetime(2026, 10, 1, 12)),
        ("1-10-2026;hele dag;", date(2026, 10, 1), date(2026, 10, 1)),
    ],
)
def test_day_and_hours_are_read_as_people_write_them(row: str, start: date, end: date | None) -> None:
    assert of(row) == ([(start, end, "")], [])


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("3/4/2026;10:00;", "import-date-ambiguous", 2),
        ("1-10-26;10:00;", "when-short-year", 2),
        ("2026-02-30;10:00;", "when-unknown-date", 2),
        ("1 oktober;10:00;", "when-which-year", 2),
        ("4/13/2026;10:00;", "when-month-day", 2),
        ("1-1-0001;10:00;", "when-year-range", 2),
        ("binnenkort;10:00;", "when-relative", 2),
        ("zwembad;10:00;", "import-not-a-moment", 2),
        ("1e308;10:00;", "import-not-a-moment", 2),
        ("46296;10:00;", "import-not-a-moment", 2),
        ("1-10-2026;half 8;", "when-which-half", 3),
        ("1-10-2026;10:00-12:00;13:00", "import-said-twice", 4),
        ("1-10-2026;10:00;3-10-2026", "import-until-open", 4),
        ("=A1;10:00;", "import-not-a-moment", 2),
        ("#VERW!;10:00;", "import-cell-error", 2),
        ("x" * 161 + ";;", "import-when-too-long", 2),
        (";10:00;", "import-no-date", 1),
        ("1-10-2026;;", "import-no-time", 1),
        ("1-10-2026;10:00;;;x", "import-row-too-wide", 1),
    ],
)
def test_what_is_not_clear_is_asked_with_its_row_and_column(row: str, code: str, column: int) -> None:
    reading = read(f"titel;datum;van;tot\nThee;1-10-2026;10:00;\nKoffie;{row}\n".encode())
    assert [found.summary for found in reading.found] == ["Thee"]
    [asked] = reading.left_out
    assert (asked.code, asked.location.line, asked.location.column) == (code, 3, column)
    names = ["titel", "datum", "van", "tot"]
    if code.startswith("import-"):
        assert dict(asked.values)["title"] == "Koffie"
        assert dict(asked.values).get("column", "titel") == names[column - 1]
    else:
        assert dict(asked.values)["title"] == f"Koffie ({names[column - 1]})"


def test_date_with_slashes_is_asked_with_both_readings() -> None:
    [asked] = read(b"titel;wanneer\nKoffie;3/4/2026 19:30\n").left_out
    assert dict(asked.values) == {
        "column": "wanneer",
        "text": "3/4/2026",
        "first": "3-4-2026",
        "second": "4-3-2026",
        "title": "Koffie",
    }


def test_weekday_in_a_column_of_its_own_must_fit() -> None:
    assert of("zondag;4-10-2026;14:00", head="dag;datum;tijd") == ([(datetime(2026, 10, 4, 14), None, "")], [])
    assert of("maandag;4-10-2026;14:00", head="dag;datum;tijd") == ([], [("when-wrong-weekday", 2)])
    assert of("4-10-2026;14:00", head="dag;tijd") == ([(datetime(2026, 10, 4, 14), None, "")], [])


@pytest.mark.parametrize("begin", ["=1+1", "+31 6", "-1", "@naam", '=HYPERLINK("https://example.org/")'])
def test_cell_that_would_be_a_formula_is_text(begin: str) -> None:
    text = begin.replace('"', '""')
    assert one(f'titel,datum,tijd\n"{text}",1-10-2026,10:00\n').summary == begin


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", [("import-no-headers", 1)]),
        (b"titel;datum\n;\n", [("import-no-rows", 1)]),
        (b"naam;telefoon\nPiet;06\n", [("import-no-headers", 1)]),
        (b"titel;datum\nThee;x\nCaf\xe9;1-10-2026 10:00\n", [("import-not-utf8", 3)]),
        (b"titel;datum\nA\x00;1-10-2026 10:00\n", [("import-not-text", 2)]),
        (b"titel;activiteit;datum\nA;B;1-10-2026 10:00\n", [("import-column-twice", 1)]),
        (b'titel;datum\n"A;1-10-2026 10:00\nB;1-10-2026 10:00\n', [("import-csv-quotes", 2)]),
        (b"titel;datum;status\nA;1-10-2026 10:00;misschien\n", [("import-status", 2)]),
        (b"titel;datum\n;1-10-2026 10:00\n", [("import-no-title", 2)]),
        (b"\xed\xa0\x80titel;datum\n", [("import-not-utf8", 1)]),
        (b"x" * 10_000_001, [("import-too-large", 1)]),
    ],
)
def test_file_that_is_no_table_is_said(content: bytes, said: Told) -> None:
    reading = affordable(read, content)
    assert (reading.found, told(reading)) == ((), said)


def test_rows_before_a_wrong_quotation_mark_are_kept() -> None:
    reading = read(b'titel;datum\nA;1-10-2026 10:00\n"B;1-10-2026 10:00\nC;1-10-2026 10:00\n')
    assert [found.summary for found in reading.found] == ["A"]
    assert told(reading) == [("import-csv-quotes", 3)]


def test_five_thousand_rows_are_read_and_no_more() -> None:
    rows = "".join(f"Koffie {n};{n % 28 + 1}-{n % 12 + 1}-2027;10:00\n" for n in range(5_002))
    reading = affordable(read, f"titel;datum;tijd\n{rows}".encode())
    assert len(reading.found) == 5_000
    assert told(reading) == [("import-too-many-rows", 5_002)]


def test_other_table_is_left_after_fifty_mistakes() -> None:
    reading = affordable(read, b"titel;datum;tijd\n" + b"x;y;z\n" * 5_000)
    assert told(reading) == [*(("import-not-a-moment", row) for row in range(2, 52)), ("import-too-many-mistakes", 52)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"titel;datum\n" + b"\n" * 9_900_000, [("import-too-many-rows", 1_048_577)]),
        (b";" * 9_900_000, [("import-no-headers", 1), ("import-too-many-columns", 1)]),
        (b"titel;datum\n" + b";" * 9_900_000, [("import-too-many-columns", 2)]),
        (b'titel;datum\n"' + b"x" * 9_900_000, [("import-csv-quotes", 2)]),
        (b'titel;datum\n"' + b"x\n" * 4_900_000, [("import-csv-quotes", 2)]),
        (b"titel;datum\n" + b'"";' * 3_000_000, [("import-too-many-columns", 2)]),
        (b"titel;datum\n" + b"x;" + b"9" * 100_000 + b"\n", [("import-cell-too-long", 2)]),
    ],
    ids=["lines", "columns", "columns-below", "quote", "quoted-lines", "quotes", "number"],
)
def test_file_that_is_made_to_be_slow_is_left_in_time(content: bytes, said: Told) -> None:
    reading = affordable(read, content)
    assert (reading.found, told(reading)) == ((), said)
