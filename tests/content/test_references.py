"""What is offered for an id that is not there: never a group or a place that nobody meant."""

from pathlib import Path

import pytest

from streekagenda.content.references import MOST_TOLD, a_few
from tests.content_files import EVENT, GOOD, codes, validated

KOFFIE = "events/de-kern/koffie.md"
REGION = GOOD["region.yaml"].replace("audiences:\n", "audiences:\n  - {id: kinderen, name: Kinderen}\n")
BENRING = {"places/de-benring.md": "---\nname: De Benring\narea: zandweerd\n---\n"}


@pytest.mark.parametrize(
    "said", ["iedereen", "Iedereen", "allen", "alle", "alle mensen", "alle leeftijden", "buurtbewoners", "everyone"]
)
def test_who_means_everybody_is_offered_no_group(tmp_path: Path, said: str) -> None:
    event = EVENT.replace("onderwerpen:", f"doelgroepen: [{said}]\nonderwerpen:")
    (one,) = validated(tmp_path, {"region.yaml": REGION, KOFFIE: event}).diagnostics
    assert (one.code, one.suggestion, dict(one.values)["known"]) == ("unknown-audience", None, "kinderen, ouderen")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("De Linde en De Benring", "two-places"),
        ("de-linde en de-benring", "two-places"),
        ("Linde / Benring", "two-places"),
        ("De Linde, Dorpsstraat 1", "unknown-place"),
        ("Kunst en Zo", "unknown-place"),
        ("kunst-en-zo", "unknown-place"),
        ("De Linde", "place-not-by-id"),
    ],
)
def test_two_places_are_asked_about_and_one_is_not(tmp_path: Path, said: str, code: str) -> None:
    files = {**BENRING, KOFFIE: EVENT.replace("de-linde", said)}
    ((_, line, found),) = codes(validated(tmp_path, files))
    assert (line, found.removesuffix("-renamed").removesuffix("-near")) == (4, code)


def test_list_that_goes_on_says_so() -> None:
    ids = [f"a{number:02}" for number in range(MOST_TOLD + 1)]
    assert a_few(ids[1:]) == ", ".join(ids[1:])
    assert a_few(ids) == ", ".join(ids[:-1]) + ", …"
    assert a_few([]) == "-"
