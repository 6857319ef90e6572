"""Write a made-up region of any size, to measure with: ``python bench/generate.py FOLDER --events 1000``.

The same number and seed give the same files. One organisation for every 20 events, one place for every 10; of the events
half are weekly, a quarter monthly, an eighth tours of four stops and the rest single dates, as the example region has them.
"""

from __future__ import annotations

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
TOPICS = ("ontmoeten", "samen-eten", "spel-kaarten", "muziek-dans", "repareren", "wandelen-fietsen", "taal-nederlands")
AUDIENCES = ("ouderen", "kinderen", "gezinnen", "mantelzorgers")
THINGS = (
    "koffie",
    "soep",
    "kaarten",
    "zingen",
    "wandelen",
    "breien",
    "een praatje",
    "taalles",
    "biljart",
    "schilderen",
)
WORDS = (
    "we drinken samen koffie en praten bij je hoeft niets mee te nemen de gastvrouw vangt je op bij de deur iedereen uit"
    " de buurt kan komen ook als je niemand kent er is genoeg ruimte voor een rollator en na afloop ruimen we samen op"
).split()
FIRST = date(2026, 1, 5)


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
    organisations, places, areas = max(2, events // 20), max(3, events // 10), max(4, events // 50)
    write(folder / "region.yaml", region(areas))
    for number in range(organisations):
        write(
            folder / f"organisations/partner-{number}.md",
            f"---\nname: Partner {number}\nkind: welfare\n---\n{text(chance, 30)}\n",
        )
    for number in range(places):
        area = f"gemeente-{number % areas // 10}-wijk-{number % areas}"
        write(
            folder / f"places/plek-{number}.md",
            f"---\nname: Buurthuis {number}\nstreet: Voorbeeldstraat {number}\npostcode: 7400 AA\ncity: Voorbeeldstad\n"
            f"area: {area}\ngeo: [52.{100 + number % 800}, 6.{100 + number % 800}]\nfacilities: [rolstoel]\n---\n{text(chance, 40)}\n",
        )
    for number in range(events):
        write(folder / f"events/partner-{number % organisations}/activiteit-{number}.md", event(number, places, chance))


def region(areas: int) -> str:
    """Return the region's file, with ten areas in each municipality."""
    lines = ["title: Voorbeeldstreek", "url: https://agenda.example.org/", "school_region: noord", "areas:"]
    for number in range(areas):
        if number % 10 == 0:
            lines += [f"  - id: gemeente-{number // 10}", f"    name: Gemeente {number // 10}", "    areas:"]
        lines.append(f"      - {{id: gemeente-{number // 10}-wijk-{number}, name: Wijk {number}}}")
    lines += ["topics:", *(f"  - {{id: {topic}, name: {topic.capitalize()}}}" for topic in TOPICS)]
    lines += ["audiences:", *(f"  - {{id: {audience}, name: {audience.capitalize()}}}" for audience in AUDIENCES)]
    return "\n".join([*lines, "facilities:", "  - {id: rolstoel, name: Goed bereikbaar met rolstoel}", ""])


def event(number: int, places: int, chance: random.Random) -> str:
    """Return one event's file."""
    lines = ["---", f"title: Samen {chance.choice(THINGS)} {number}", *when(places, chance)]
    if "plek:" not in "".join(lines):
        lines.append(f"place: plek-{chance.randrange(places)}")
    lines.append(f"topics: [{', '.join(sorted(chance.sample(TOPICS, 2)))}]")
    if chance.random() < 1 / 2:
        lines.append(f"audiences: [{chance.choice(AUDIENCES)}]")
    lines.append(f"price: {chance.choice(['free', '2,50', '€ 5'])}")
    if chance.random() < 1 / 3:
        lines.append("booking: {required: ja, phone: 0570 00 00 01, capacity: 20}")
    return "\n".join([*lines, "---", text(chance, 60), "", text(chance, 40), ""])


def when(places: int, chance: random.Random) -> list[str]:
    """Return the lines that say when."""
    start = FIRST + timedelta(days=chance.randrange(700))
    hour = chance.randrange(9, 20)
    hours = f"{hour}.00-{hour + 2}.00 uur"
    kind = chance.random()
    if kind < 1 / 2:
        lines = ["when:", f"  every: {DAYS[start.weekday()]} {hours}", f"  from: {start}"]
        if kind < 1 / 6:
            lines.append("  except: [holidays, school-holidays]")
        elif kind < 1 / 5:
            day = start + timedelta(weeks=8)
            lines.append(f"  changes: [{{on: {day}, status: cancelled, note: Het gebouw is dicht.}}]")
        return lines
    if kind < 3 / 4:
        return [
            "when:",
            f"  every: elke {chance.randrange(1, 5)}e {DAYS[start.weekday()]} van de maand {hours}",
            f"  from: {start}",
        ]
    if kind < 7 / 8:
        stops = [
            f"  - {{on: {start + timedelta(days=n)}, time: '{hour}:00-{hour + 2}:00', plek: plek-{chance.randrange(places)}}}"
            for n in range(4)
        ]
        return ["when:", *stops]
    return [f"when: {start} {hour}:00-{hour + 2}:00"]


def text(chance: random.Random, words: int) -> str:
    """Return a paragraph."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def write(file: Path, content: str) -> None:
    """Write one file of the region."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
