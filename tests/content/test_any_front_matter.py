"""Whatever stands above a text: it is said at its line, or its dates are reckoned; never is there an exception."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda import pipeline, preparing
from streekagenda.content.declarations.event import EventFile
from streekagenda.content.declarations.keys import names
from streekagenda.content.history import FileHistory
from tests.content.test_phrases import PHRASES
from tests.content_files import EVENT, GOOD, written

NOW = datetime(2026, 11, 22, 12)
EVENT_PATH = "events/de-kern/koffie.md"
KEYS = sorted(
    {*names(EventFile), "vanaf", "elke", "tot en met", "behalve", "wijzigingen", "op", "bestand", "wijk", "naam"}
)
WORDS = st.one_of(
    st.sampled_from(["de-kern", "de-linde", "zandweerd", "ontmoeten", "gratis", "ja", "~", "&a x", "*a", "!!python/name:os.system", "2027-02-30", "24:00", "9" * 400, "|", ">-", '"\\ud800"', "javascript:alert(1)"]),
    st.sampled_from(PHRASES),
    st.text(max_size=30),
)  # fmt: skip
VALUES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda several: f"[{', '.join(several)}]"),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=3).map(
            lambda several: f"{{{', '.join(f'{key}: {value}' for key, value in several.items())}}}"
        ),
    ),
    max_leaves=6,
)
"""YAML as somebody types it, right or not."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("any") / "content", GOOD)


@given(
    st.lists(st.tuples(st.sampled_from(KEYS), VALUES), min_size=1, max_size=4),
    st.lists(st.integers(1, 5), max_size=2),
)
@settings(max_examples=100, deadline=None)
def test_any_front_matter_is_told_or_has_its_dates(
    content: Path, changes: list[tuple[str, str]], gone: list[int]
) -> None:
    lines = [line for number, line in enumerate(EVENT.splitlines()) if number not in gone]
    for key, value in changes:
        lines = [line for line in lines if not line.startswith(f"{key}:")]
        lines.insert(1, f"{key}: {value}")
    text = "\n".join(lines)
    (content / EVENT_PATH).parent.mkdir(parents=True, exist_ok=True)
    (content / EVENT_PATH).write_bytes(text.encode("utf-8", "surrogatepass"))
    options = pipeline.Settings(content=content, layouts=Path("layouts"), output=content, now=NOW)
    found = preparing.believed(options, FileHistory())
    assert found.calendar
    preparing.expand(found.calendar, NOW)
    told = [one for one in found.diagnostics if one.location.path == EVENT_PATH]
    ends = len(text.splitlines()) + 1
    assert [one for one in told if not 1 <= (one.location.line or 1) <= ends] == []
    there = [event.id for event in found.calendar.events]
    assert bool(there) != any(one.severity == "error" for one in told)
