"""Signs that turn text around are said, those that languages need are not."""

from pathlib import Path

import pytest

from tests.checks.found import checked
from tests.content_files import EVENT

PATH = "events/de-kern/koffie.md"


@pytest.mark.parametrize(
    ("body", "signs"),
    [
        ("Kom \u202e binnen", ["U+202E"]),
        ("Kom \u2067 binnen \u2069", ["U+2067"]),
        ("Om 3 uur \u200f مرحبا", []),
        ("Samen 👩\u200d🍳 koken", []),
    ],
)
def test_sign_that_turns_text_around(tmp_path: Path, body: str, signs: list[str]) -> None:
    said = [one for one in checked(tmp_path, {PATH: EVENT.replace("Kom erbij!", body)}) if one.code == "turned-text"]
    assert [dict(one.values)["sign"] for one in said] == signs
    assert [(one.severity, one.location.column) for one in said] == [("error", 5) for _ in signs]
