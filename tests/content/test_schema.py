"""The schemas that editors complete from: whole in both languages, and of one mind with the validator."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from streekagenda.checks import CODES
from streekagenda.content.calendar import validate
from streekagenda.content.declarations.examples import EXAMPLES
from streekagenda.content.declarations.files import FILES
from streekagenda.content.declarations.keys import all_declarations, dutch_name, names
from streekagenda.content.folders import FOLDERS
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read
from streekagenda.content.schema import _declared, schemas
from streekagenda.diagnostics import Severity
from streekagenda.rendering.translations import in_dutch, load
from tests.content_files import TODAY

MISTAKES = Path("tests/mistakes")
CASE = re.compile(r"# .+\n\n`(?P<path>.+)`\n\n~~~text\n(?P<content>.*?)~~~\n", re.DOTALL)
DUTCH = in_dutch(load(Path("layouts")))
SCHEMAS: dict[str, dict[str, Any]] = {kind: json.loads(text) for kind, text in schemas(DUTCH, checks=CODES).items()}
VALIDATORS = {kind: Draft202012Validator(schema) for kind, schema in SCHEMAS.items()}

PHRASES = "a phrase about dates and hours is a language of its own; when reads it"
REGION = "the region's terms, organisations, places and campaigns stand in other files"
FILE = "it is about the file: its name, its characters, its Markdown, or another file beside it"
DATES = "it follows from the dates that the keys make together"
ADVICE = "the file is right; it is a warning or an advice"
PAIRS = "it needs one key compared with another"
UNKNOWN: dict[str, str] = {
    "bron-buiten-de-map": "a path and an address look alike to it",
    "tot-en-met-te-ver": "how far the horizon lies is reckoned",
    "gecontroleerd-later": "which day it is, it does not know",
    "bron-zonder-https": "a link may be http; only a source may not",
    "aanhalingstekens-gekruld": "text may hold any quotation marks; ours are asked about",
    **dict.fromkeys(
        ("kleur-niet-te-lezen", "kleur-van-campagne", "tokens-niet-te-lezen"),
        "whether a colour can be read is reckoned",
    ),
    **dict.fromkeys(
        (
            *(
                "amerikaans",
                "dag-bestaat-niet",
                "dag-bestaat-nooit",
                "feestdag-zonder-jaar",
                "geen-jaar",
                "geen-jaar-bij-wijziging",
                "geen-tijd",
            ),
            *("geen-tijd-bij-op", "geen-vanaf", "jaar-en-weekdag", "jaar-net-voorbij", "om-de-week", "rrule-elk-uur"),
            *("tot-zonder-met", "twee-tijden", "uitzondering-onbekend", "vaag", "volgende-week", "weekdag-klopt-niet"),
        ),
        PHRASES,
    ),
    **dict.fromkeys(
        (
            *(
                "campagne-onbekend",
                "doelgroep-iedereen",
                "doelgroep-onbekend",
                "onderwerp-anders",
                "onderwerp-onbekend",
                "organisatie-onbekend",
            ),
            *("map-van-niemand", "plek-onbekend", "plek-typefout", "taal-onbekend", "wijk-onbekend"),
        ),
        REGION,
    ),
    **dict.fromkeys(
        (
            *("naam-met-hoofdletter", "onzichtbaar-teken", "plaatje-als-word", "plaatje-ontbreekt", "tekst-twee-keer"),
            *("twee-activiteiten", "twee-bestanden-een-uid", "yml"),
        ),
        FILE,
    ),
    **dict.fromkeys(
        ("alles-uitgezonderd", "tijd-bestaat-niet", "wijziging-op-andere-dag", "wijziging-op-uitzondering"), DATES
    ),
    **dict.fromkeys(("deur-na-begin", "op-met-andere-tijd", "tot-en-met-voor-vanaf"), PAIRS),
    "postcode": ADVICE,
    "region-zonder-woorden": ADVICE,
}
"""Mistakes that a schema cannot know, each with the reason."""


class _Core(yaml.SafeLoader):
    """Scalars as in the core schema of YAML 1.2.2 (section 10.3), which editors read: no dates, no sexagesimals."""


_Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def _each_key_once(loader: _Core, node: yaml.MappingNode) -> dict[Any, Any]:
    """Refuse a key that stands twice, as editors do."""
    keys = [loader.construct_object(key) for key, _ in node.value]
    if len(set(keys)) < len(keys):
        raise yaml.constructor.ConstructorError(problem="duplicate key", problem_mark=node.start_mark)
    return {key: loader.construct_object(one, deep=True) for key, (_, one) in zip(keys, node.value, strict=True)}


_Core.add_constructor("tag:yaml.org,2002:map", _each_key_once)


def front_matter(path: str, text: str) -> object:
    """Return what an editor sees of a file; what is no YAML is ``None``, which no schema accepts."""
    front = text.split("---\n")[1] if path.endswith(".md") and text.count("---\n") > 1 else text
    try:
        return yaml.load(front, Loader=_Core)
    except yaml.YAMLError:
        return None


def kind_of(path: str) -> str:
    return FOLDERS.get(path.partition("/")[0], "region")


def accepts(path: str, text: str) -> bool:
    return bool(VALIDATORS[kind_of(path)].is_valid(front_matter(path, text)))


CASES = sorted(MISTAKES.glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_schema_and_validator_agree_on_a_mistake(case: Path) -> None:
    """Each mistake is refused by both, or stands among those that a schema cannot know."""
    shown = CASE.match(case.read_text(encoding="utf-8"))
    assert shown
    accepted = accepts(shown["path"], shown["content"])
    assert accepted == (case.stem in UNKNOWN), "of what a schema cannot know, UNKNOWN gives the reason"


def test_reasons_are_about_cases_that_there_are() -> None:
    assert UNKNOWN.keys() - {case.stem for case in CASES} == set()


@pytest.mark.parametrize("root", [Path("content"), MISTAKES / "region"], ids=str)
def test_schema_accepts_what_the_validator_accepts(root: Path) -> None:
    result = validate(read(root), root, history=FileHistory(), today=TODAY)
    wrong = {one.location.path for one in result.diagnostics if one.severity is Severity.ERROR}
    files = [file for file in root.rglob("*") if file.suffix in {".md", ".yaml"} and file.stem.count(".") == 0]
    paths = [file.relative_to(root).as_posix() for file in files]
    assert len(paths) >= 5
    refused = [path for path in paths if not accepts(path, (root / path).read_text(encoding="utf-8"))]
    assert set(refused) == wrong == set()


def test_schemas_are_schemas() -> None:
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


def properties(kind: str) -> dict[str, dict[str, Any]]:
    """Every property of a schema by declaration and key."""
    parts = {**SCHEMAS[kind].get("$defs", {}), FILES[kind].__name__: SCHEMAS[kind]}
    return {f"{name}.{key}": one for name, part in parts.items() for key, one in part.get("properties", {}).items()}


@pytest.mark.parametrize("kind", FILES)
def test_every_key_has_title_description_and_an_example_that_passes(kind: str) -> None:
    schema = SCHEMAS[kind]
    for name, part in properties(kind).items():
        assert part["title"], name
        assert part["description"].endswith("."), name
        assert part["examples"], name
        validator = Draft202012Validator({**part, "$defs": schema.get("$defs", {})})
        assert [(name, one) for one in part["examples"] if not validator.is_valid(one)] == []


def test_every_description_is_said_in_dutch() -> None:
    said = {str(field.description) for one in all_declarations() for field in names(one).values()}
    said |= {str(one.__doc__) for one in all_declarations()}
    assert {one for one in said if DUTCH(one) == one} == {"Postcode."}


def test_dutch_key_is_described_in_dutch_and_english_key_in_english() -> None:
    event = SCHEMAS["event"]["properties"]
    assert event["wanneer"]["description"] == "Wanneer het is."
    assert event["when"]["description"] == "When it takes place."
    assert event["status"]["description"].endswith(" · Whether it takes place.")
    assert event["aanmelden"]["examples"] == [{"telefoon": "0570 00 00 00"}]
    assert event["booking"]["examples"] == [{"phone": "0570 00 00 00"}]


def test_what_pydantic_makes_is_kept_beside_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("streekagenda.content.schema._HERE", tmp_path)
    _declared.cache_clear()
    made = schemas(DUTCH)
    _declared.cache_clear()
    with monkeypatch.context() as without:
        without.setattr(FILES["event"], "model_json_schema", None)
        assert schemas(DUTCH) == made
    _declared.cache_clear()
    for kept in (tmp_path / "__pycache__").iterdir():
        kept.write_bytes(kept.read_bytes().replace(b"date", b"text"))
    assert schemas(DUTCH) == made
    _declared.cache_clear()


def test_ids_of_the_region_are_offered_where_they_are_named() -> None:
    """As examples: an id that is newer than the schema is right too."""
    made = schemas(DUTCH, {"topics": ["ontmoeten", "bewegen"], "area": ["zandweerd"]})
    event, region = json.loads(made["event"]), json.loads(made["region"])
    for name in ("topics", "onderwerpen"):
        one, several = event["properties"][name]["anyOf"]
        assert event["properties"][name]["examples"] == ["ontmoeten", "bewegen"]
        assert one["examples"] == several["items"]["examples"] == ["ontmoeten", "bewegen"]
    assert event["$defs"]["WrittenInlinePlace"]["properties"]["wijk"]["examples"] == ["zandweerd"]
    assert event["properties"]["doelgroepen"] == SCHEMAS["event"]["properties"]["doelgroepen"]
    assert region["properties"]["topics"] == SCHEMAS["region"]["properties"]["topics"]
    assert Draft202012Validator(event).is_valid(
        {"titel": "X", "wanneer": "morgen", "onderwerpen": ["nieuw"], "plek": "x"}
    )


def test_examples_are_of_keys_that_there_are() -> None:
    known = {key for one in all_declarations() for key in names(one)}
    known |= {f"{one.__name__}.{key}" for one in all_declarations() for key in names(one)}
    assert EXAMPLES.keys() - known == set()


def test_examples_are_right(tmp_path: Path) -> None:
    """The validator takes the Dutch and English examples of the keys of an event, in their language."""
    shutil.copytree(MISTAKES / "region", tmp_path / "content")
    declaration = FILES["event"]
    for language in ("en", "nl"):
        known = {"en": {"area", "online", "campaign", "image", "attachments", "organiser", "place", "aliases"}}["en"]
        lines = []
        for key, field in names(declaration).items():
            if key in known or key in {"topics", "audiences", "facilities", "accept", "description"}:
                continue
            name = key if language == "en" else dutch_name(field) or key
            example = SCHEMAS["event"]["properties"][name]["examples"][0]
            lines.append(f"{name}: {json.dumps(example, ensure_ascii=False)}")
        text = "\n".join(["---", *lines, "plek: buurthuis-de-linde", "onderwerpen: [ontmoeten]", "---", "Kom.", ""])
        file = tmp_path / "content/events/de-kern" / f"voorbeeld-{language}.md"
        file.write_text(text.replace("koffie-2026@", f"koffie-{language}@"), encoding="utf-8")
    root = tmp_path / "content"
    result = validate(read(root), root, history=FileHistory(), today=TODAY)
    found = [one for one in result.diagnostics if "voorbeeld" in one.location.path]
    assert [(one.location.path, one.code) for one in found] == []


def test_settings_of_the_editor_name_the_schemas_and_the_folders_of_each_kind() -> None:
    settings = json.loads(Path(".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    globs = {"./site/schema/region.json": "content/region.yaml"}
    globs |= {f"./site/schema/{kind}.json": f"content/{folder}/**/*.yaml" for folder, kind in FOLDERS.items()}
    assert settings == globs
    recommended = json.loads(Path(".vscode/extensions.json").read_text(encoding="utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}


EVENT = """\
---
titel: Koffie
wanneer: 2027-01-15 10:00-12:00
plek: buurthuis-de-linde
onderwerpen: [ontmoeten]
---
Kom erbij!
"""
NO_PLACE = EVENT.replace("plek: buurthuis-de-linde\n", "")
INLINE = EVENT.replace("buurthuis-de-linde", "{naam: Het plein, woonplaats: Deventer, wijk: zandweerd, geo: GEO}")
SERIES = "{elke: maandag 10 uur, vanaf: 2027-01-04, aantal keer: N}"


@pytest.mark.parametrize(
    ("right", "text"),
    [
        (True, EVENT),
        *((right, EVENT.replace("plek:", f"aanmelden: {{plekken: {value}}}\nplek:")) for right, value in (
            (True, "12"), (True, '"12"'), (False, "-1"), (False, "0"), (False, '"0"'), (False, "100001"), (False, "1.5"))),
        *((right, INLINE.replace("GEO", value)) for right, value in (
            (True, "[52.26, 6.16]"), (True, '["52.26", "-6.16"]'), (True, "[90, -180]"), (True, '["90.0", "180"]'),
            (False, "[90.1, 6]"), (False, "[-91, 6]"), (False, '["91", "6"]'), (False, "[52, 180.5]"),
            (False, '["52", "181"]'), (False, "[52]"), (False, "[52, 6, 7]"))),
        *((right, EVENT.replace("2027-01-15 10:00-12:00", SERIES.replace("N", value))) for right, value in (
            (True, "8"), (False, "0"), (False, "-1"), (False, "1001"))),
        *((right, INLINE.replace("geo: GEO", f"postcode: {value}")) for right, value in (
            (True, "7411 AB"), (True, "7411ab"), (True, "12"))),  # which is warned about
        *((right, EVENT.replace("plek:", f"uid: {value}\nplek:")) for right, value in (
            (True, "koffie-2026@example.org"), (True, "12"), (False, '"a\\nb"'), (False, '"koffi\u00e9@example.org"'),
            (False, "x" * 251), (True, "x" * 250))),
        (False, EVENT.replace("Koffie", "{}")),
        (True, EVENT.replace("Koffie", "{nl: Koffie}")),
        (False, NO_PLACE),
        (True, NO_PLACE.replace("titel:", "online: https://example.org/\ntitel:")),
        (True, NO_PLACE.replace("2027-01-15 10:00-12:00", "[{op: 2027-01-15 10:00-12:00, plek: buurthuis-de-linde}]")),
        (False, NO_PLACE.replace("2027-01-15 10:00-12:00", "[{op: 2027-01-15 10:00-12:00, plek: buurthuis-de-linde}, 2027-01-22 10:00-12:00]")),
        (True, EVENT.replace("plek:", "bewust: {on-holiday: Dan zijn we open}\nplek:")),
        (False, EVENT.replace("plek:", "bewust: {on-holliday: Dan zijn we open}\nplek:")),
    ],
)  # fmt: skip
def test_schema_and_validator_agree_on_limits(tmp_path: Path, right: bool, text: str) -> None:
    root = tmp_path / "content"
    shutil.copytree(MISTAKES / "region", root)
    path = "events/de-kern/zo-maar.md"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    result = validate(read(root), root, history=FileHistory(), today=TODAY, checks=CODES)
    wrong = [one.code for one in result.diagnostics if one.location.path == path and one.severity is Severity.ERROR]
    assert (accepts(path, text), wrong == []) == (right, right), wrong
