"""Changes to content files at random, of every kind that people and their programs make."""

import random
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from bench.generate import generate
from tests.content.test_phrases import PHRASES
from tests.git_repositories import committed

_WHEN = re.compile(r"(?m)^(?:when|wanneer):.*\n(?:[ -].*\n)*(?:(?:place|plek):.*\n)?")


def made_up(content: Path, chance: random.Random, events: int = 16) -> Path:
    """Write a region with so many events; return its folder."""
    generate(content, events, chance)
    return content


def edit(content: Path, chance: random.Random, *, below: str = ".") -> str:
    """Change one file at random; return what was done to which."""
    files = sorted(file for file in (content / below).rglob("*") if file.is_file() and file.name != "region.yaml")
    file = chance.choice(files)
    name = chance.choice(list(EDITS))
    EDITS[name](file, chance)
    return f"{name}: {file}"


def _with(change: Callable[[str, random.Random], str]) -> Callable[[Path, random.Random], None]:
    def edited(file: Path, chance: random.Random) -> None:
        text = file.read_bytes().decode("utf-8", "replace")
        file.write_bytes(change(text, chance).encode())

    return edited


def _without_a_piece(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(1, 4) :]


def _with_a_character(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice("aé0:-\n\t \"'&*#[]{}\u202e") + text[at:]


def _with_another_phrase(text: str, chance: random.Random) -> str:
    phrase = chance.choice(PHRASES).replace('"', "")
    lines = text.split("\n")
    return "\n".join(f'  every: "{phrase}"' if one.startswith("  every:") else one for one in lines)


def _with_a_line_twice(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def _with_an_anchor(text: str, _: random.Random) -> str:
    return text.replace("title: ", "title: &a ", 1).replace("\nprice: ", "\nsummary: *a\nprice: ", 1)


def _with_another_region(file: Path, chance: random.Random) -> None:
    region = next(above / "region.yaml" for above in file.parents if (above / "region.yaml").exists())
    text = region.read_text(encoding="utf-8").partition("closed:")[0]
    name = chance.choice(["zomerstop", "verbouwing", "elke dinsdag"])
    region.write_text(f"{text}closed:\n  - {{name: {name}, from: 2027-07-01, until: 2027-08-31}}\n", "utf-8")


def _with_a_key(*lines: str) -> Callable[[Path, random.Random], None]:
    """Add one of some keys to a file, each a line, at the end of its YAML."""

    def with_one(text: str, chance: random.Random) -> str:
        head, fence, body = text.removeprefix("---\n").partition("\n---\n")
        return f"---\n{head}\n{chance.choice(lines)}{fence}{body}" if fence else text

    return _with(with_one)


def _with_the_when_of_another(file: Path, chance: random.Random) -> None:
    """Give an event the dates and places of another: they are at one time then."""
    others = sorted(one for one in file.parent.parent.rglob("*.md") if one.parent.parent == file.parent.parent)
    other = chance.choice(others).read_bytes().decode("utf-8", "replace")
    text = file.read_bytes().decode("utf-8", "replace")
    mine, theirs = _WHEN.search(text), _WHEN.search(other)
    if mine and theirs:
        file.write_text(text[: mine.start()] + theirs[0] + text[mine.end() :], "utf-8")


def _beside(file: Path, suffix: str) -> Path:
    return file.with_name(f"{file.name.partition('.')[0]}{suffix}")


EDITS: dict[str, Callable[[Path, random.Random], object]] = {
    "a piece less": _with(_without_a_piece),
    "a character more": _with(_with_a_character),
    "another phrase": _with(_with_another_phrase),
    "a line twice": _with(_with_a_line_twice),
    "an anchor": _with(_with_an_anchor),
    "another body": _with(lambda text, _: f"{text}\nEn nog iets.\n"),
    "line ends of Windows": _with(lambda text, _: text.replace("\n", "\r\n")),
    "another region": _with_another_region,
    "a translation": lambda file, _: _beside(file, ".en.md").write_text("---\ntitle: Coffee\n---\n", "utf-8"),
    "a copy": lambda file, _: _beside(file, "-2.md").write_bytes(file.read_bytes()),
    "a copy that is another kind of file": lambda file, _: _beside(file, "-3.yaml").write_bytes(file.read_bytes()),
    "another name": lambda file, chance: file.rename(_beside(file, f"-{chance.randrange(100)}.md")),
    "no UTF-8": lambda file, _: file.write_bytes(b"\xff" + file.read_bytes()),
    "gone": lambda file, _: file.unlink(),
    "another title": _with(
        lambda text, chance: re.sub(r"(?m)^(title|titel): .*$", f"title: Koffie {chance.randrange(3)}", text)
    ),
    "a key": _with_a_key(
        *("aliases: [oud]", "uid: iets@example.org", "uid: partner-0/activiteit-0@example.org", "draft: true"),
        *("accept: {duplicate: Twee groepen naast elkaar}", "accept: {room-taken: Er zijn drie zalen}"),
        *("campaign: [lente]", "place: plek-1", "place: plek-9", "audiences: [ouderen]", "organiser: partner-1"),
        *("contact: {name: Piet de Vries, phone: 06-12345678}", "booking: {required: true}", "consent: true"),
    ),
    "the dates of another": _with_the_when_of_another,
}

# ── edits after which most of the site stays ──────────────────────────────────────────────────────────────────────────

Edit = Callable[[Path, random.Random], None]
"""Of a folder with content, layouts and a history."""


def edit_region(top: Path, chance: random.Random) -> str:
    """Change something at random, mostly an event and mostly so that it can be read; return what: a name of ``OF_EVENTS`` or of another."""
    name = chance.choice([*OF_EVENTS, *OF_EVENTS, *OF_EVENTS, *OF_OTHERS])
    ({**OF_EVENTS, **OF_OTHERS})[name](top, chance)
    return name


def _one(top: Path, folder: str, chance: random.Random) -> Path:
    return chance.choice(sorted((top / "content" / folder).rglob("*.md")))


def _event(pattern: str, put: Callable[[random.Random], str]) -> Edit:
    """Change the first line of an event that fits."""

    def edit(top: Path, chance: random.Random) -> None:
        file = _one(top, "events", chance)
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(pattern, lambda _: put(chance), text, count=1, flags=re.MULTILINE), encoding="utf-8")

    return edit


def _changed_day(top: Path, chance: random.Random) -> None:
    """Write a single date into an event instead of all its dates."""
    file = _one(top, "events", chance)
    day = date(2026, 11, 1) + timedelta(days=chance.randrange(200))
    head, _, rest = file.read_text(encoding="utf-8").partition("\n---\n")
    kept = re.sub(r"^(?:when|wanneer):.*\n(?:[ -].*\n?)*", "", head + "\n", flags=re.MULTILINE).rstrip("\n")
    off = chance.choice(("", "status: cancelled\n"))
    file.write_text(f"{kept}\n{off}when: {day.isoformat()} 14:00-16:00\n---\n{rest}", encoding="utf-8")


def _day_of_many(top: Path, chance: random.Random) -> None:
    """Put an event on a day on which others are, at one or more hours of it."""
    file = _one(top, "events", chance)
    head, _, rest = file.read_text(encoding="utf-8").partition("\n---\n")
    kept = re.sub(r"^(?:when|wanneer):.*\n(?:[ -].*\n?)*", "", head + "\n", flags=re.MULTILINE).rstrip("\n")
    hours = sorted(chance.sample(range(9, 20), chance.randrange(1, 4)))
    dates = "".join(f"\n  - 2026-11-{chance.choice((25, 25, 25, 26))} {hour:02}:00-{hour:02}:30" for hour in hours)
    file.write_text(f"{kept}\nwhen:{dates}\n---\n{rest}", encoding="utf-8")


def _to_another(kind: str, dutch: str) -> Edit:
    def edit(top: Path, chance: random.Random) -> None:
        file, other = _one(top, "events", chance), _one(top, f"{kind}s", chance).stem
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(rf"^(?:{kind}|{dutch}): .*$", f"{kind}: {other}", text, flags=re.MULTILINE), encoding="utf-8"
        )

    return edit


def _longer(top: Path, chance: random.Random) -> None:
    file = _one(top, "events", chance)
    file.write_text(f"{file.read_text(encoding='utf-8')}\nEn meer.\n", encoding="utf-8")


def _copied(top: Path, chance: random.Random) -> None:
    file = _one(top, "events", chance)
    file.with_name(f"{file.stem}-{chance.randrange(100)}.md").write_bytes(file.read_bytes())


def _renamed(top: Path, chance: random.Random) -> None:
    file = _one(top, "events", chance)
    file.rename(file.with_name(f"anders-{chance.randrange(1000)}.md"))


def _gone(top: Path, chance: random.Random) -> None:
    if len(list((top / "content/events").rglob("*.md"))) > 8:
        _one(top, "events", chance).unlink()


def _aliased(top: Path, chance: random.Random) -> None:
    """Give an event a former address: sometimes one that another event has."""
    other = chance.choice((_one(top, "events", chance).stem.partition(".")[0], f"oud-{chance.randrange(9)}"))
    file = _one(top, "events", chance)
    file.write_text(
        file.read_text(encoding="utf-8").replace("---\n", f"---\naliases: [{other}]\n", 1), encoding="utf-8"
    )


def _translated(top: Path, chance: random.Random) -> None:
    file = _one(top, "events", chance)
    to = file.with_name(f"{file.name.partition('.')[0]}.{chance.choice(('en', 'tr'))}.md")
    to.write_text(f"---\ntitle: Together {chance.randrange(9)}\n---\nCome along.\n", encoding="utf-8")


def _committed(top: Path, chance: random.Random) -> None:
    committed(top, {}, day=f"2026-11-{chance.randrange(11, 22)}")


def _of_other(folder: str, old: str, new: str) -> Edit:
    def edit(top: Path, chance: random.Random) -> None:
        file = _one(top, folder, chance)
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(old, f"{new} {chance.randrange(9)}", text, count=1, flags=re.MULTILINE), encoding="utf-8"
        )

    return edit


def _in(path: str, old: str, new: str) -> Edit:
    def edit(top: Path, chance: random.Random) -> None:
        text = (top / path).read_text(encoding="utf-8")
        assert old in text
        (top / path).write_text(text.replace(old, new.replace("%", str(chance.randrange(99))), 1), encoding="utf-8")

    return edit


OF_EVENTS: dict[str, Edit] = {
    "its title": _event(r"^(?:title|titel): .*$", lambda chance: f"title: Samen {chance.choice('abcdef')}"),
    "its day": _changed_day,
    "a day of many": _day_of_many,
    "its body": _longer,
    "its place": _to_another("place", "plek"),
    "its topics": _event(r"^(?:topics|onderwerpen): .*$", lambda chance: f"topics: [{chance.choice(TOPICS)}]"),
    "not to be read": _event(r"^(?:topics|onderwerpen): .*$", lambda _: "topics: [nergens]"),
    "its former address": _aliased,
    "another event": _copied,
    "another name": _renamed,
    "gone": _gone,
    "a translation": _translated,
    "a hidden copy": lambda top, chance: _one(top, "events", chance).with_name(".x.md").write_text("title: ["),
    "nothing": lambda _, __: None,
}  # fmt: skip
OF_OTHERS: dict[str, Edit] = {
    "an organisation": _of_other("organisations", r"^(?:name|naam): .*$", "name: De Club"),
    "a place": _of_other("places", r"^(?:name|naam): .*$", "name: Het Huis"),
    "the region": _in("content/region.yaml", "title: ", "title: Nieuw % "),
    "a template": _in("layouts/templates/event.html", "<h1", '<h1 data-n="%"'),
    "a commit": _committed,
}
TOPICS = ("ontmoeten", "bewegen-sport", "natuur-tuin")
