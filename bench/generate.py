"""Write a made-up region of any size, to measure with: ``python -m bench.generate FOLDER --events 1000``.

The same number and seed give the same files. An organisation for every 25 events, a place for every 12, an area for every 45
in municipalities of ten, as real listings have them: 40 % single dates, a few dates and tours, 60 % rules, of which half end
with their season. All is told from November 2026: a year of what was lies behind it, open-ended rules go on.
"""

from __future__ import annotations

import argparse
import random
import re
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from bench import words

TODAY = date(2026, 11, 22)
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
NTH = ("1e", "2e", "3e", "4e", "laatste")
DUTCH = {
    "title": "titel", "when": "wanneer", "place": "plek", "topics": "onderwerpen", "audiences": "doelgroepen",
    "price": "prijs", "booking": "aanmelden", "every": "elke", "from": "vanaf", "until": "tot en met", "except": "behalve",
    "changes": "wijzigingen", "on": "op", "time": "tijd", "note": "opmerking", "checked": "gecontroleerd",
    "facilities": "voorzieningen", "required": "verplicht", "phone": "telefoon", "capacity": "plekken",
}  # fmt: skip
KEY = re.compile(rf"(?<![\w-])(?:{'|'.join(DUTCH)})(?=:)")


class Plan(Struct, frozen=True, kw_only=True):
    """How many there are of what; neighbouring numbers belong together."""

    events: int
    organisations: int
    places: int
    areas: int

    def place_of(self, organisation: int, chance: random.Random) -> int:
        """A place where an organisation does something: mostly one of its own, else one nearby."""
        own = organisation * self.places // self.organisations
        return (own + chance.choice((0, 0, 0, 0, 1, 1, 1, 2, 3, 5))) % self.places

    def area_of(self, place: int) -> int:
        """The area that a place lies in."""
        return place * self.areas // self.places


def main() -> None:
    """Read the arguments and write the region."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.events, random.Random(arguments.seed))


def generate(folder: Path, events: int, chance: random.Random) -> None:
    """Write ``region.yaml``, organisations, places and events below ``folder``."""
    plan = Plan(
        events=events,
        organisations=max(2, events // 25),
        places=max(3, events // 12),
        areas=max(4, events // 45),
    )
    write(folder / "region.yaml", region(plan))
    for number in range(plan.organisations):
        write(folder / f"organisations/partner-{number}.md", organisation(number, chance))
    for number in range(plan.places):
        write(folder / f"places/plek-{number}.md", place(number, plan, chance))
    for number in range(events):
        owner = number % plan.organisations
        dutch = owner % 2 == 0
        write(folder / f"events/partner-{owner}/activiteit-{number}.md", event(owner, plan, chance, dutch=dutch))


def area_name(number: int) -> str:
    """Return the name of an area; the first 520 differ."""
    starts, ends = words.AREA_STARTS, words.AREA_ENDS
    name = starts[number % len(starts)] + ends[(number // len(starts) + number) % len(ends)]
    again = number // (len(starts) * len(ends))
    return f"{name} {again + 1}" if again else name


def town_name(number: int) -> str:
    """Return the name of a municipality; the first 104 differ."""
    starts, ends = words.AREA_STARTS, words.TOWN_ENDS
    name = starts[number % len(starts)] + ends[(number // len(starts) + number) % len(ends)]
    again = number // (len(starts) * len(ends) // 2)
    return f"{name} {again + 1}" if again else name


def area_id(number: int) -> str:
    """Return the id of an area."""
    return f"gemeente-{number // 10}-wijk-{number}"


def region(plan: Plan) -> str:
    """Return the region's file, with ten areas in each municipality."""
    lines = ["title: Voorbeeldstreek", "url: https://agenda.example.org/", "school_region: noord", "areas:"]
    for number in range(plan.areas):
        if number % 10 == 0:
            lines += [f"  - id: gemeente-{number // 10}", f"    name: {town_name(number // 10)}", "    areas:"]
        lines.append(f"      - {{id: {area_id(number)}, name: {area_name(number)}}}")
    for kind, terms in (("topics", words.TOPICS), ("audiences", words.AUDIENCES), ("facilities", words.FACILITIES)):
        lines += [f"{kind}:", *(f"  - {{id: {term}, name: '{name}'}}" for term, name in terms.items())]
    return "\n".join([*lines, ""])


def organisation(number: int, chance: random.Random) -> str:
    """Return an organisation's file."""
    kind = number % len(words.PARTNERS)
    return (
        f"---\nname: {words.PARTNERS[kind]} {area_name(number)}\nkind: {words.PARTNER_KINDS[kind]}\n"
        f"website: https://partner-{number}.example.org/\nemail: info@partner-{number}.example.org\n---\n{text(chance, 4)}\n"
    )


def place(number: int, plan: Plan, chance: random.Random) -> str:
    """Return a place's file."""
    area = plan.area_of(number)
    kind, name = chance.choice(words.PLACE_KINDS), words.PLACE_NAMES[number % len(words.PLACE_NAMES)]
    return "\n".join(
        [
            "---",
            f"name: {kind} {name} {area_name(area)} {number}",
            f"street: {words.STREETS[number % len(words.STREETS)]} {number % 190 + 1}",
            f"postcode: {7000 + area} {chance.choice('ABCDEFGH')}{chance.choice('ABCDEFGH')}",
            f"city: {town_name(area // 10)}",
            f"area: {area_id(area)}",
            f"geo: [{52 + chance.randrange(1000, 9000) / 10000}, {6 + chance.randrange(1000, 9000) / 10000}]",
            f"facilities: [{', '.join(sorted(chance.sample(list(words.FACILITIES), chance.randrange(1, 3))))}]",
            "---",
            text(chance, 3),
            "",
        ]
    )


def event(owner: int, plan: Plan, chance: random.Random, *, dutch: bool) -> str:
    """Return one event's file, with Dutch or English keys."""
    topics = chance.sample(list(words.TOPICS), chance.choice((1, 1, 1, 2, 2)))
    title = chance.choice(words.TITLES[topics[0]])
    where = plan.place_of(owner, chance)
    lines, tour = when(where, plan, chance)
    front = {"title": f"{title} in {area_name(plan.area_of(where))}"}
    if not tour:
        front["place"] = f"plek-{where}"
    front["topics"] = f"[{', '.join(topics)}]"
    if chance.random() < 0.4:
        front["audiences"] = f"[{', '.join(chance.sample(list(words.AUDIENCES), chance.choice((1, 1, 2))))}]"
    price = chance.choice(
        ("free", "free", "free", "free", "free", "2.50", "5", "7.50", "1 euro per keer, met koffie", "")
    )
    if price:
        front["price"] = price
    if chance.random() < 0.3:
        phone = f"0570 00 {chance.randrange(100):02} {chance.randrange(100):02}"
        front["booking"] = f"{{required: true, phone: {phone}, capacity: {chance.randrange(6, 40)}}}"
    if chance.random() < 0.1:
        front["facilities"] = "[ringleiding]"
    if chance.random() < 0.01:
        front["status"] = "cancelled"
    if chance.random() < 0.5:
        front["checked"] = str(TODAY - timedelta(days=chance.randrange(1, 150)))
    told = [*(f"{key}: {value}" for key, value in front.items()), *lines]
    return "\n".join(["---", *(map(in_dutch, told) if dutch else told), "---", body(chance), ""])


def in_dutch(line: str) -> str:
    """Return a line of front matter with the keys that most authors use."""
    return KEY.sub(lambda found: DUTCH[found[0]], line)


def when(where: int, plan: Plan, chance: random.Random) -> tuple[list[str], bool]:
    """Return the lines that say when, and whether each date has a place of its own."""
    kind = chance.random()
    hours = hours_of(chance)
    day = TODAY + timedelta(days=chance.randrange(-330, 240))
    if kind < 0.25:
        return [f"when: {day} {hours}"], False
    if kind < 0.34:
        days = sorted(day + timedelta(days=7 * week) for week in chance.sample(range(10), chance.randrange(2, 5)))
        return ["when:", *(f"  - {{on: {one}, time: '{hours}'}}" for one in days)], False
    if kind < 0.4:
        stops = [
            f"  - {{on: {day + timedelta(days=n)}, time: '{hours}', place: plek-{(where + n) % plan.places}}}"
            for n in range(chance.randrange(4, 9))
        ]
        return ["when:", *stops], True
    return rule(hours, chance), False


def rule(hours: str, chance: random.Random) -> list[str]:
    """Return the lines of a rule: of a season, or open-ended."""
    season = chance.random() < 0.5
    start = TODAY + timedelta(days=chance.randrange(-330, 120) if season else chance.randrange(-700, 60))
    name = DAYS[start.weekday()]
    kind = chance.random()
    weekly = kind < 0.55
    if weekly and chance.random() < 0.15 and start.weekday() <= 2:
        phrase = f"{name} en {DAYS[start.weekday() + 2]}"
    elif weekly:
        phrase = chance.choice((name, f"iedere {name}", f"elke {name}"))
    elif kind < 0.67:
        phrase = f"om de week op {name}"
    elif kind < 0.95:
        phrase = f"elke {chance.choice(NTH)} {name} van de maand"
    else:
        phrase = f"elke 1e en 3e {name} van de maand"
    lines = ["when:", f"  every: {phrase}", f"  time: '{hours}'", f"  from: {start}"]
    last = start + timedelta(weeks=chance.choice((6, 8, 10, 12, 20, 30, 40)) if weekly else 40)
    if season:
        lines.append(f"  until: {last}")
    if chance.random() < 0.5:
        lines.append(f"  except: [{chance.choice(('holidays', 'school-holidays', 'holidays, school-holidays'))}]")
    elif weekly and chance.random() < 0.3:
        weeks = max(0, (TODAY - start).days // 7) + chance.randrange(-2, 8)
        changed = start + timedelta(weeks=max(1, weeks))
        if not season or changed <= last:
            change = chance.choice(
                (
                    "status: cancelled, note: Het gebouw is dicht.",
                    "time: '15:15-17:15'",
                    "note: We zitten in de kleine zaal.",
                )
            )
            lines += ["  changes:", f"    - {{on: {changed}, {change}}}"]
    return lines


def hours_of(chance: random.Random) -> str:
    """Return from when until when: mostly in the morning or the afternoon."""
    begin = chance.choice((9, 10, 10, 13, 13, 14, 14, 14, 17, 19, 20))
    minutes = chance.choice(("00", "00", "30"))
    return f"{begin:02}:{minutes}-{begin + chance.choice((1, 2, 2, 3))}:{minutes}"


def body(chance: random.Random) -> str:
    """Return two or three paragraphs, sometimes with a list, a link or a stress."""
    paragraphs = [text(chance, chance.randrange(3, 6)) for _ in range(chance.choice((2, 2, 3)))]
    if chance.random() < 0.2:
        paragraphs.append("Neem mee:\n\n" + "\n".join(f"- {one}" for one in chance.sample(words.LISTED, 3)))
    if chance.random() < 0.1:
        paragraphs.append("Meer lezen? Kijk op [de pagina van de buurt](https://www.example.org/buurt).")
    if chance.random() < 0.1:
        paragraphs[0] = f"**Let op:** de ingang is aan de achterkant. {paragraphs[0]}"
    return "\n\n".join(paragraphs)


def text(chance: random.Random, sentences: int) -> str:
    """Return a paragraph."""
    return " ".join(chance.sample(words.SENTENCES, sentences))


def write(file: Path, content: str) -> None:
    """Write one file of the region."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
