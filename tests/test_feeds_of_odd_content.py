"""Files as a partner may write them, odd but right, through the whole program: every judge sees what the pages show.

Each of them once broke something: a build that was refused, two activities with one name, an hour too much.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from streekagenda import judging, pipeline, preparing
from streekagenda.content.history import FileHistory
from tests.content_files import GOOD, REGION, written

NOW = datetime(2026, 11, 22, 12)
TWO_PLACES = {**GOOD, "places/de-es.md": "---\nname: De Es\narea: rivierenwijk\n---\n"}

WHENS = {
    "a rule of days that not every month has, and a loose date on one of them": """\
  - {elke: 31e van de maand 10.00-12.00 uur, vanaf: 2026-12-01}
  - {op: 2026-12-31, tijd: 20.00-23.00}
""",
    "an extra date of a rule, and a loose date on that day": """\
  - {elke: zaterdag 10.00-11.00 uur, vanaf: 2026-12-01, ook: [2026-12-06 14:00-15:00]}
  - {op: 2026-12-06, tijd: 20.00-21.00}
""",
    "two rules of which dates move to one another's days": """\
  - elke: zaterdag 10.00-11.00 uur
    vanaf: 2026-12-01
    wijzigingen: [{op: 2026-12-05, datum: 2026-12-12}, {op: 2026-12-12, datum: 2026-12-05, tijd: 12.00-13.00}]
  - elke: zondag 10.00-11.00 uur
    vanaf: 2026-12-01
    wijzigingen: [{op: 2026-12-06, datum: 2026-12-12, plek: de-es}]
""",
    "one date at an hour in whole days": """\
  elke: 1e en 3e dinsdag van de maand hele dag
  vanaf: 2026-12-01
  wijzigingen: [{op: 2026-12-15, tijd: 10.00-12.00}, {op: 2027-01-05, datum: 2027-01-19}]
""",
    "nights over the change of the clock, the first of them moved": """\
  elke: zaterdag 22.00-06.00 uur
  vanaf: 2027-03-27
  wijzigingen: [{op: 2027-03-27, datum: 2027-04-11}, {op: 2027-10-30, titel: Nacht van de nacht}]
""",
    "a date that moved back from beyond the horizon": """\
  elke: 3e dinsdag van de maand 22.00-06.00 uur
  vanaf: 2026-12-01
  behalve: [feestdagen, schoolvakanties]
  wijzigingen: [{op: 2027-12-21, datum: 2027-11-17, status: afgelast}]
""",
    "a tour with a stop on the day of the next, one of them cancelled": """\
  - {op: 2026-12-01, tijd: 10.00-12.00, plek: de-linde}
  - {op: 2026-12-01, tijd: 13.00-15.00, plek: de-es, status: afgelast, opmerking: "Glad; wij komen niet, helaas"}
  - {op: 2026-12-02, tijd: 13.00-15.00, plek: de-es}
  - {elke: even week op woensdag 10.00-12.00 uur, vanaf: 2026-12-01, plek: de-es}
""",
    "a leap day": "  {rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29, start: '2024-02-29 10:00', duration: PT2H}\n",
    "the whole year": "  {elke: elke dag 08.00-23.59 uur, vanaf: 2026-01-01, behalve: [2027-03-28, 2027-10-31]}\n",
}


def settings(folder: Path) -> pipeline.Settings:
    return pipeline.Settings(content=folder, layouts=Path("layouts"), output=folder / "site", now=NOW)


def event(when: str, more: str = "plek: de-linde\n") -> str:
    return f"---\ntitel: Koffie\nonderwerpen: [ontmoeten]\n{more}wanneer:\n{when}---\n"


@pytest.mark.parametrize("when", WHENS)
def test_every_judge_sees_the_dates_of_odd_schedules(when: str, tmp_path: Path) -> None:
    folder = written(tmp_path, {**TWO_PLACES, "events/de-kern/koffie.md": event(WHENS[when])})
    found = preparing.believed(settings(folder), FileHistory())
    assert found.diagnostics == ()
    checked = judging.check_feeds(found, settings(folder))
    assert checked.diagnostics == ()
    assert checked.feeds > 10
    assert checked.dates > 0 or when == "a leap day"


ODD = "\"A; b\", c\\d: ^e^ – 'f' 😀é%"
QUOTED = ODD.replace("\\", "\\\\").replace('"', '\\"')


def test_every_judge_reads_odd_names_and_addresses(tmp_path: Path) -> None:
    """Of the region, which names each feed, of an area, topic, audience, organisation, place, campaign and picture."""
    region = REGION
    for name in ("Proefagenda", "Zandweerd", "Ontmoeten", "Ouderen"):
        assert name in region
        region = region.replace(f": {name}", f': "{QUOTED}"')
    files = {
        "region.yaml": region.replace("agenda.example.org", "één.example.org"),
        "organisations/de-kern.md": f'---\nname: "{QUOTED}"\nkind: welfare\nwebsite: https://één.example.nl/ü?a=b[]\n---\n',
        "places/de-linde.md": f'---\nname: "{QUOTED}"\narea: zandweerd\ngeo: [52.25, 0.0000001]\n---\n',
        "campaigns/week.md": f'---\ntitle: "{QUOTED}"\n---\n',
        "events/de-kern/koffie.md": (
            f'---\ntitel: "{QUOTED}"\nwanneer: 2026-12-10 10:00-12:00\nplek: de-linde\nonderwerpen: [ontmoeten]\n'
            f'doelgroepen: [ouderen]\ncampagne: week\ncontact: {{naam: "{QUOTED}"}}\nsamenvatting: "{QUOTED}"\n---\n'
        ),
        "events/de-kern/bellen.md": (
            "---\ntitel: Bellen\nwanneer: 2026-12-11 10:00-12:00\nonline: HTTPS://Bellen.example.nl/één?naam=Zoë&p=100%\n"
            "onderwerpen: [ontmoeten]\n---\n"
        ),
    }
    folder = written(tmp_path, files)
    found = preparing.believed(settings(folder), FileHistory())
    assert found.diagnostics == ()
    checked = judging.check_feeds(found, settings(folder))
    assert checked.diagnostics == ()
    assert (checked.feeds, checked.dates) == (17, 2)
