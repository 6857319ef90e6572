import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.content.declarations.files import EventFile
from streekagenda.content.declarations.key_names import canonical
from streekagenda.content.key_languages import in_language
from streekagenda.content.writing import entry, scalar
from streekagenda.content.yaml_text import parse

LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]), min_size=1).filter(
    lambda text: not set(text) & {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
)
KEYS = st.sampled_from(["title", "summary", "note", "price", "tot en met"])
MAPPINGS = st.recursive(
    st.dictionaries(KEYS, LINES, min_size=1, max_size=3),
    lambda inner: st.dictionaries(
        KEYS, LINES | inner | st.lists(LINES | inner, min_size=1, max_size=3), min_size=1, max_size=3
    ),
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Koffie", "Koffie"),
        ("19:30-21:00", "19:30-21:00"),
        ("https://www.example.org/a?b=c", "https://www.example.org/a?b=c"),
        ("Koffie, thee & koek!", "Koffie, thee & koek!"),
        ("Koffie: elke week", "'Koffie: elke week'"),
        ("einde:", "'einde:'"),
        ("'t Huis", "'''t Huis'"),
        ("nr. #1", "'nr. #1'"),
        ("- x", "'- x'"),
        ("nee", "nee"),
        ("no", "'no'"),
        ("0612345678", "'0612345678'"),
        ("+31 6 12", "'+31 6 12'"),
        ("", "''"),
        (" x ", "' x '"),
        ("a\nb", '"a\\u000ab"'),
        ("\u202eom", '"\\u202eom"'),
    ],
)
def test_scalar_is_quoted_where_it_must_be(text: str, written: str) -> None:
    assert scalar(text) == written


def test_comma_is_quoted_between_brackets() -> None:
    assert list(entry("topics", ["a, b", "c"])) == ["topics: ['a, b', c]"]


def test_mapping_stands_below_its_key() -> None:
    value = {"every": "zondag", "except": ["holidays"], "changes": [{"on": "2026-12-20", "note": "x"}]}
    assert list(entry("when", value)) == [
        "when:",
        "  every: zondag",
        "  except: [holidays]",
        "  changes:",
        "    - on: 2026-12-20",
        "      note: x",
    ]


@given(MAPPINGS)
def test_what_is_written_reads_back(values: dict[str, object]) -> None:
    text = "\n".join(line for key, value in values.items() for line in entry(key, value))
    document = parse(text, canonical=canonical)
    assert document.faults == ()
    assert document.value == normal({canonical(key): value for key, value in values.items()})


def normal(value: object) -> object:
    """As reading sees it: keys in English, text in NFC (what the reader does to every text)."""
    if isinstance(value, dict):
        return {canonical(key): normal(one) for key, one in value.items()}
    if isinstance(value, list):
        return [normal(one) for one in value]
    assert isinstance(value, str)
    return parse(f"x: {scalar(value)}", canonical=canonical).value["x"]


def test_keys_are_written_in_dutch_at_every_depth() -> None:
    values = {"when": {"every": "zondag", "from": "2026-09-06"}, "place": {"name": "Plein"}, "uid": "x"}
    assert in_language(values, [EventFile], "nl") == {
        "wanneer": {"elke": "zondag", "vanaf": "2026-09-06"},
        "plek": {"naam": "Plein"},
        "uid": "x",
    }
    assert in_language(values, [EventFile], "en") == values
