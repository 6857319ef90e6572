"""The parts of the form on /aanmelden/, each held against its twin in Python, in one page of a real browser."""

import gzip
import json
import random
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Page

from streekagenda.content.characters import FORBIDDEN
from streekagenda.content.declarations.key_names import canonical
from streekagenda.content.schema import schemas
from streekagenda.content.yaml_text import parse
from streekagenda.diagnostics import Severity
from streekagenda.publications.pages.submit_data import runs, sets_of_days
from streekagenda.recurrence.expansion import expand
from tests.browser.chromium import visit
from tests.browser.serving import served
from tests.content_files import GOOD, REGION, TODAY, validated

pytestmark = pytest.mark.browser

MODULES = Path("layouts/static/submit")
BLANK = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Leeg</title></head><body></body></html>"""
ANNOTATIONS = {
    "$schema",
    "$id",
    "$defs",
    "$comment",
    "title",
    "description",
    "default",
    "examples",
    "format",
    "deprecated",
}
ANNOTATIONS |= {"markdownDescription", "readOnly", "writeOnly"}
KNOWN = {
    "properties",
    "additionalProperties",
    "propertyNames",
    "items",
    "prefixItems",
    "$ref",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("modules")
    (folder / "index.html").write_text(BLANK, encoding="utf-8")
    for module in MODULES.glob("*.js"):
        (folder / module.name).write_bytes(module.read_bytes())
    with served(folder) as address, visit(browser, address) as seen:
        yield seen.page


# ── YAML ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

HOSTILE = [
    "Koffie: met taart", "- streepje", "# hekje", "a # b", "'aanhaling'", '"dubbel"', "ja", "no", "on", "null", "~", "0570",
    "1e", "19:30", "19:30-21:00", "5", "-5", "[a, b]", "{a: b}", "a: ", "a:", ": a", "&anker", "*ster", "!!python/object:x",
    "| blok", "> gevouwen", "%TAG", "@at", "`tik`", "---", "...", "? vraag", "a\\nb", "\\", "“krul”", "’t Huis", "<script>alert(1)</script>",
    "a\u00a0b", "\ufeffa", "a\u200db", "émile", "e\u0301", "日本語", "🎉", "\U0001f468\u200d\U0001f469", "Café & co — 50%", "a  b", "\ta", "a\ufffeb",
]  # fmt: skip
# Without what Python knows no character for: a newer browser may know one, and how it is composed.
CHARACTERS = st.characters(exclude_categories=["Cn"])
LISTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(CHARACTERS, max_size=40)), min_size=1, max_size=60)


def typed(text: str) -> str:
    """What somebody means who typed this: no control characters, one space between words."""
    spaced = "".join(" " if one == "\ufeff" or unicodedata.category(one) == "Cc" else one for one in text)
    kept = "".join(one for one in " ".join(spaced.split()) if not FORBIDDEN.fullmatch(one))
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def test_what_is_typed_comes_back_from_the_yaml(page: Page) -> None:
    script = """async texts => {
        const {file, line} = await import('/yaml.js')
        return texts.map(text => {
            const one = line(text)
            return [one, file({titel: one, aanmelden: {opmerking: one}, onderwerpen: [one, one], wanneer: [{op: one, tijd: one}, {op: one}]}, '')]
        })
    }"""

    @settings(max_examples=60)
    @given(texts=LISTS)
    def comes_back(texts: list[str]) -> None:
        sent = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in texts]
        for text, (one, written) in zip(sent, page.evaluate(script, sent), strict=True):
            assert one == typed(text)
            if not one:
                continue
            front = re.fullmatch(r"---\n(.*\n)---\n\n", written, re.DOTALL)
            assert front
            document = parse(front[1], canonical=canonical)
            assert document.faults == ()
            assert document.value == {
                "title": one,
                "booking": {"note": one},
                "topics": [one, one],
                "when": [{"on": one, "time": one}, {"on": one}],
            }

    comes_back()


def test_plain_words_stay_plain_in_the_yaml(page: Page) -> None:
    texts = ["Koffie op zondag", "12,50", "2026-12-01", "14:00-16:00", "De Kern (Zandweerd)", "dinsdag en donderdag"]
    written = page.evaluate(
        "async texts => { const {scalar} = await import('/yaml.js'); return texts.map(one => scalar(one)) }", texts
    )
    assert written == texts


# ── JSON Schema ───────────────────────────────────────────────────────────────────────────────────────────────────────


def keywords(schema: object, *, names: bool = False) -> Iterator[str]:
    """Every keyword in a schema; ``names`` says that the keys here are names of properties."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if not names:
                yield key
            if key not in {"enum", "const", "default", "examples", "required", "defaultSnippets"} or names:
                yield from keywords(value, names=not names and key in {"properties", "$defs"})
    elif isinstance(schema, list):
        for one in schema:
            yield from keywords(one)


def test_validator_knows_every_keyword_of_the_published_schemas(page: Page) -> None:
    own = set(page.evaluate("async () => Object.keys((await import('/schema.js')).KEYWORDS)"))
    used = {keyword for text in schemas().values() for keyword in keywords(json.loads(text))}
    assert used - own - KNOWN - ANNOTATIONS == set()


EVENT = {
    "titel": "Koffie", "wanneer": {"elke": "zondag", "tijd": "14:00-16:00", "vanaf": "2026-09-06"},
    "plek": "buurthuis-de-linde", "onderwerpen": ["ontmoeten"],
}  # fmt: skip
ODD: list[Any] = [
    None,
    True,
    0,
    5,
    1.5,
    "",
    "ja",
    "x" * 121,
    "x" * 501,
    [],
    ["a"],
    [1, "b"],
    [[]],
    {},
    {"nl": "a"},
    {"naam": "a"},
]
ODD += [
    {"op": "2026-01-01"},
    [{"op": "2026-01-01", "tijd": 3}],
    {"telefoon": "0570"},
    {"verplicht": "ja", "plekken": 12},
    {"plekken": "12"},
]


def cases() -> list[Any]:
    """Events with one thing odd in each place of them."""
    schema = json.loads(schemas()["event"])
    found: list[Any] = [EVENT, {}, [], None, "tekst"]
    for key in schema["properties"]:
        found += [{**EVENT, key: odd} for odd in ODD]
    for key in EVENT:
        found.append({name: value for name, value in EVENT.items() if name != key})
    entry = schema["$defs"]["WrittenEntry"]["properties"]
    found += [{**EVENT, "wanneer": {**EVENT["wanneer"], key: odd}} for key in entry for odd in ODD]  # type: ignore[dict-item]
    return [*found, {**EVENT, "toString": "x"}, {**EVENT, "__proto__x": 1}]


def test_validator_agrees_with_jsonschema(page: Page) -> None:
    schema = json.loads(schemas()["event"])
    all_cases = cases()
    script = """async ([schema, cases]) => {
        const {mistakes} = await import('/schema.js')
        return cases.map(one => mistakes(one, schema).map(found => found.keyword))
    }"""
    found = page.evaluate(script, [schema, all_cases])
    validator = Draft202012Validator(schema)
    right = [validator.is_valid(one) for one in all_cases]
    assert {True, False} == set(right)
    assert [one for one, said, valid in zip(all_cases, found, right, strict=True) if (not said) != valid] == []


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ({**EVENT, "aanmelden": {"plekken": "veel"}}, ["aanmelden", "plekken"]),
        ({**EVENT, "wanneer": [{"op": "2026-12-01", "tijd": []}]}, ["wanneer", 0, "tijd"]),
        ({**EVENT, "kleur": "rood"}, ["kleur"]),
    ],
)
def test_validator_says_where_it_is_wrong(page: Page, value: object, where: list[object]) -> None:
    script = "async ([schema, one]) => (await import('/schema.js')).mistakes(one, schema).map(found => found.path)"
    assert where in page.evaluate(script, [json.loads(schemas()["event"]), value])


# ── dates ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def structured(chance: random.Random) -> dict[str, Any]:
    """Made-up answers to the question when it is."""

    def some(items: list[Any], most: int) -> list[Any]:
        return sorted(chance.sample(items, chance.randint(1, most)))

    def day(first: int, last: int) -> str:
        return (TODAY + timedelta(days=chance.randint(first, last))).isoformat()

    hour = chance.randint(8, 20)
    hours = {"start": f"{hour:02}:{chance.choice(['00', '15', '30'])}", "end": chance.choice(["", f"{hour + 2:02}:00"])}
    kind = chance.choice(["once", "weekly", "weekly", "monthly"])
    if kind == "once":
        days = sorted({day(0, 700) for _ in range(chance.randint(1, 6))})
        return {"moments": [{"day": one, **hours} for one in days]}
    first = day(-400, 200)
    when = {
        "from": first,
        "step": 1,
        "until": chance.choice(["", "", day(230, 900)]),
        "except": chance.sample(
            ["feestdagen", "schoolvakanties", "Zomerstop", day(0, 300), day(0, 300)], chance.randint(0, 4)
        ),
        **hours,
    }
    if kind == "monthly":
        return {**when, "nths": some([1, 2, 3, 4, -1], 3), "weekdays": some(list(range(7)), 1)}
    step = chance.choice([1, 1, 2, 3, 5, 8])
    weekdays = set(some(list(range(7)), 4))
    if step > 1:
        weekdays.add(date.fromisoformat(first).weekday())
    return {**when, "step": step, "weekdays": sorted(weekdays)}


def test_dates_are_those_of_the_site(page: Page, tmp_path: Path) -> None:
    chance = random.Random(5)
    answers = [structured(chance) for _ in range(400)]
    closed = "closed: [{name: Zomerstop, from: 2027-07-19, until: 2027-08-15}]\n"
    files = {**GOOD, "region.yaml": REGION + closed}
    region = validated(tmp_path, files).calendar.region  # type: ignore[union-attr]
    sets = {name.removesuffix(" noord"): runs(days) for name, days in sets_of_days(region, TODAY.year)}
    script = """async ([all, sets, today]) => {
        const {coming, written} = await import('/dates.js')
        const {file} = await import('/yaml.js')
        return all.map(when => [
            file({titel: 'Koffie', wanneer: written(when), plek: 'de-linde', onderwerpen: ['ontmoeten']}, 'Kom erbij!'),
            coming(when, sets, today, 8).map(one => `${one.day}T${one.start}`),
        ])
    }"""
    made = page.evaluate(script, [answers, sets, TODAY.isoformat()])
    events_files = {f"events/de-kern/a{number:03}.md": text for number, (text, _) in enumerate(made)}
    found = validated(tmp_path, {**files, **events_files})
    assert [one for one in found.diagnostics if one.severity is Severity.ERROR] == []
    events = {event.id: event for event in found.calendar.events}  # type: ignore[union-attr]
    assert len(events) == len(answers)
    for number, (_, dates) in enumerate(made):
        real = expand(events[f"de-kern/a{number:03}"], TODAY, TODAY + timedelta(days=1090))
        assert [one.moment.start.isoformat(timespec="minutes") for one in real][:8] == dates, answers[number]


# ── what every visitor fetches ────────────────────────────────────────────────────────────────────────────────────────

YOUNG = (
    r"\(\?<[=!]",
    r"\.at\(",
    r"\.(?:toSorted|toReversed|toSpliced|with)\(",
    "structuredClone",
    "groupBy",
    r"\bstatic \{",
    r"this\.#",
)
"""What browsers of 2021 do not know: looking behind in a pattern, and the like."""
NEVER = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "eval(",
    "Function(",
    "Storage",
    "cookie",
    "indexedDB",
    "sendBeacon",
)
"""Text never becomes HTML, nothing is stored, and nothing is sent by itself."""


@pytest.mark.parametrize("module", sorted(MODULES.glob("*.js")), ids=lambda module: module.name)
def test_script_works_in_older_browsers_and_stores_nothing(module: Path) -> None:
    script = module.read_text(encoding="utf-8")
    assert [one for one in YOUNG if re.search(one, script)] == []
    assert [one for one in NEVER if one in script] == []


def test_scripts_are_small() -> None:
    sent = sum(len(gzip.compress(module.read_bytes(), mtime=0)) for module in MODULES.glob("*.js"))
    assert sent < 12_000
