from __future__ import annotations

import re
from pathlib import Path

from streekagenda.importing.columns import Role, columns

PAGE = Path("docs/tables.md").read_text(encoding="utf-8")


def roles(*names: str) -> list[Role | None]:
    head = columns(names)
    return [head.roles.get(index) for index in range(len(names))]


def test_every_name_of_the_page_for_volunteers_is_known() -> None:
    [table] = re.findall(r"\| wat \| zo mag .*?\n\n", PAGE, re.DOTALL)
    cells = [line.strip("|").split("|")[1] for line in table.strip().splitlines()[2:]]
    names = [
        re.sub(r":.*|^(?:en|of) ", "", name.strip())
        for cell in cells
        for part in re.sub(r"met een tijd erin ook: |: [^,;]*, [^,;]* of .*|: wat .*", "", cell).split(";")
        for name in re.sub(r"^ *(?:of|en) ", "", part).split(",")
    ]
    assert len(names) > 40
    assert [name for name in names if columns([name]).roles == {}] == []


def test_name_may_be_written_in_any_way() -> None:
    assert roles(" TITEL: ", "Datum *", "Start\n Date", "T/M") == [Role.TITLE, Role.BEGIN, Role.BEGIN, Role.FINISH]


def test_subject_of_dutch_outlook_is_the_title_unless_there_is_another() -> None:
    assert roles("Onderwerp", "Datum") == [Role.TITLE, Role.BEGIN]
    assert roles("Onderwerp", "Datum", "Titel") == [Role.CATEGORIES, Role.BEGIN, Role.TITLE]
    assert roles("Gebeurtenis, duurt hele dag", "Gebeurtenis duurt hele dag") == [Role.ALL_DAY, Role.ALL_DAY]


def test_nobody_who_comes_has_a_column() -> None:
    names = (
        "Naam",
        "Telefoon",
        "E-mail",
        "Verplichte deelnemers",
        "Required Attendees",
        "Meeting Organizer",
        "Contact",
    )
    assert roles(*names) == [None] * len(names)
