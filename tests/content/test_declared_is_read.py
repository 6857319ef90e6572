"""No key is declared and then ignored: each is read by the content, and what comes of it by a publication."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from msgspec import Struct

from streekagenda import model
from streekagenda.content.calendar import validate
from streekagenda.content.declarations.fields import Written
from streekagenda.content.declarations.keys import all_declarations
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read
from tests.content_files import TODAY, codes, written
from tests.photos import PNG

EVERYTHING = {
    "region.yaml": """\
title: Proefagenda
url: https://agenda.example.org/
timezone: Europe/Amsterdam
languages: [nl, en]
country: NL
school_region: noord
closed: [{id: zomerstop, name: Zomerstop, from: 2027-07-12, until: 2027-08-15}]
horizon: 12 months
archive: 24 months
areas:
  - {id: deventer, name: Deventer, code: GM0150, code_year: 2026, school_region: noord, also_known_as: [Daventria],
     areas: [{id: zandweerd, name: Zandweerd}]}
topics: [{id: ontmoeten, name: Ontmoeten, icon: coffee}]
audiences: [{id: ouderen, name: Ouderen}]
facilities: [{id: rolstoel, name: Rolstoel}]
contact: {name: De redactie, phone: 0570 00 00 01, email: redactie@example.org}
theme: {primary: '#1b5e4b', background: '#faf6ef', logo: logo.png, tokens: huisstijl.css}
map: {tiles: "https://tiles.example.org/{z}/{x}/{y}.png", attribution: © Kadaster}
embed: {allowed: [https://www.example.org]}
wording: {avoid: [{phrase: eenzame ouderen, instead: mensen, why: Niemand heet zo.}]}
checks: {unused-place: off}
notice: Dit is een proef.
repository: {url: https://git.example.org/kern/agenda, forge: gitea, branch: main, content: content/}
""",
    "organisations/de-kern.md": """\
---
name: De Kern
kind: welfare
website: https://www.example.org/
email: info@example.org
phone: 0570 00 00 02
area: zandweerd
logo: logo.png
logo_alt: Een kern
sources: [{ical: https://www.example.org/a.ics, place: de-linde, topics: [ontmoeten], audiences: [ouderen], include: [a],
  exclude: [b]}, {csv: lijst.csv}]
accept: {unused-place: Zo bedoeld}
---
Wij zijn er.
""",
    "organisations/uit-yaml.yaml": "name: Uit YAML\ndescription: Tekst\n",
    "places/de-linde.yaml": """\
name: De Linde
street: Dorpsstraat 1
postcode: 7411 AA
city: Deventer
area: zandweerd
geo: [52.25, 6.16]
organisation: de-kern
facilities: [rolstoel]
open: maandag 10-12 uur
closed: [2027-01-01]
website: https://www.example.org/
phone: 0570 00 00 03
directions: Naast de kerk
checked: 2026-11-01
accept: {unused-place: Zo bedoeld}
description: Kom binnen.
""",
    "campaigns/week.yaml": """\
title: Een week
from: 2027-01-01
until: 2027-02-01
organiser: de-kern
image: {file: logo.png, alt: Een week}
links: [{url: https://www.example.org/, title: Meer}]
colour: '#8a1f5c'
accept: {unused-place: Zo bedoeld}
description: Een week lang.
""",
    "pages/over.yaml": "title: Over\ndescription: Over ons.\n",
    "events/de-kern/alles.yaml": """\
title: Alles
when:
  - {on: 2027-01-04, time: 10-12 uur, doors: '9.45', place: de-linde, note: Achter, title: Eerst, status: scheduled,
     booking: {required: yes}}
  - {on: 2027-01-05, time: 10-12 uur, online: https://www.example.org/praat}
  - every: vrijdag
    time: 10-12 uur
    doors: '9.45'
    from: 2027-01-08
    count: 10
    except: [2027-01-15]
    also: [2027-01-16 10-12 uur]
    changes:
      - {on: 2027-01-22, time: 14-16 uur, date: 2027-01-23, place: de-linde, title: Anders, price: 5, status: scheduled,
         booking: {state: full}, note: Ander uur}
      - {on: 2027-01-29, online: https://www.example.org/praat}
  - {every: zondag 10-12 uur, from: 2027-01-10, until: 2027-02-28}
  - {rrule: FREQ=MONTHLY;BYDAY=1TU, start: 2027-02-02 10:00, duration: 2 hours}
  - {rrule: FREQ=MONTHLY;BYDAY=1WE, start: 2027-02-03 10:00, end: 2027-02-03 12:00}
organiser: [de-kern]
place: {name: Het plein, street: Plein 1, postcode: 7411 AA, city: Deventer, area: zandweerd, geo: [52.25, 6.16]}
area: zandweerd
summary: Van alles.
topics: [ontmoeten]
audiences: [ouderen]
price: 2,50
booking: {required: yes, url: https://www.example.org/, phone: 0570 00 00 04, email: a@example.org, until: 2027-01-03,
  capacity: 12, state: open, note: Bel gerust}
welcome: {who: Anja, way_in: Voordeur, included: Koffie}
status: scheduled
facilities: [rolstoel]
languages: [nl]
contact: {name: De gastvrouw, phone: 0570 00 00 05, email: b@example.org}
consent: no
campaign: week
image: {file: logo.png, alt: Mensen}
attachments: [{file: flyer.pdf, title: Flyer}]
links: [{url: https://www.example.org/, title: Meer}]
invitation: {streets: [Dorpsstraat], visit_from: 2027-01-01, visit_until: 2027-01-03, sender: De Kern, text: Dag buren}
uid: alles@example.org
aliases: [de-kern/oud]
draft: no
checked: 2026-11-01
accept: {unused-place: Zo bedoeld}
description: Dit is alles.
""",
    "events/de-kern/alles.en.md": ("---\ntitle: All\nsummary: All of it\ndescription: All\n---\n"),
    "places/de-linde.en.md": "---\nname: The Lime\ndirections: Beside the church\n---\n",
    "events/de-kern/online.en.md": "---\nprice: What you can spare\n---\n",
    "events/de-kern/online.md": """\
---
title: Online
when: 2027-01-15 10:00-12:00
online: https://www.example.org/praat
topics: [ontmoeten]
price: Wat je kunt missen
---
Kom erbij!
""",
    "events/de-kern/ergens.md": """\
---
title: Ergens
when: 2027-01-16 10:00-12:00
place: {online: https://www.example.org/praat}
topics: [ontmoeten]
---
Kom erbij!
""",
    "media/logo.png": PNG,
    "media/huisstijl.css": ":root { --basis-border-radius-md: 4px; }",
    "media/flyer.pdf": b"%PDF-1.4\n%%EOF\n",
}


def test_every_declared_key_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[tuple[str, str]] = set()

    def spy(self: Written, name: str) -> object:
        seen.add((type(self).__name__, name))
        return object.__getattribute__(self, name)

    written(tmp_path, EVERYTHING)
    monkeypatch.setattr(Written, "__getattribute__", spy, raising=False)
    result = validate(read(tmp_path), tmp_path, history=FileHistory(), today=TODAY)
    monkeypatch.undo()
    assert codes(result) == []
    declared = {(one.__name__, name) for one in all_declarations() for name in one.model_fields}
    assert sorted(declared - seen) == []


def test_key_of_a_translation_that_its_original_cannot_have_is_said(tmp_path: Path) -> None:
    wrong = {**EVERYTHING, "places/de-linde.en.md": "---\ntitle: The Lime\nprice: 5\n---\n"}
    found = validate(read(written(tmp_path, wrong)), tmp_path, history=FileHistory(), today=TODAY)
    assert [(path, code) for path, _, code in codes(found)] == [("places/de-linde.en.md", "unknown-key")] * 2
    assert dict(found.diagnostics[0].values)["known"] == "name, directions, description"


WAITING = {
    "Invitation.streets": "letters for the doormat",
    "Invitation.visit_from": "letters for the doormat",
    "Invitation.visit_until": "letters for the doormat",
    "Invitation.sender": "letters for the doormat",
}
"""Fields that wait for what will read them; what is built takes its lines away here."""


def model_fields() -> set[str]:
    modules = [importlib.import_module(f"{model.__name__}.{one.name}") for one in pkgutil.iter_modules(model.__path__)]
    classes = [one for module in modules for one in vars(module).values() if isinstance(one, type)]
    return {
        f"{one.__name__}.{field}"
        for one in classes
        if issubclass(one, Struct) and one.__module__.startswith(model.__name__)
        for field in one.__struct_fields__
    }


def test_every_field_of_the_model_is_read_by_something_that_is_published() -> None:
    sources = [*Path("streekagenda").rglob("*.py"), *Path("layouts/templates").glob("*.html")]
    readers = [file for file in sources if not file.is_relative_to("streekagenda/content")]
    read_somewhere = set(re.findall(r"\.([a-z_]+)\b", "\n".join(file.read_text(encoding="utf-8") for file in readers)))
    unread = {one for one in model_fields() if one.partition(".")[2] not in read_somewhere}
    assert unread == WAITING.keys()
