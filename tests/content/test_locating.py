"""Line and column of words that are known by their key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.content.locating import Locator
from streekagenda.content.records import Records, read, record_of
from tests.content_files import written

EVENT = """\
---
titel: {nl: Koffie voor ouderen, en: Coffee for elders}
wanneer: 2027-01-15 10:00-12:00
samenvatting: >
  Koffie voor
  iedereen.
contact:
  naam: Anja
  telefoon: 0612345678
onderwerpen: [koffie, thee]
---

Kom erbij!
Lees meer en kom
erbij!
"""
ENGLISH = "---\nsummary: Coffee for all\n---\nJoin us!\n"
PATH = "events/de-kern/koffie.md"


@pytest.mark.parametrize(
    ("key", "excerpt", "language", "expected"),
    [
        ((), "", None, (PATH, 2, 1)),
        (("title",), "", "nl", (PATH, 2, 13)),
        (("title",), "ouderen", "nl", (PATH, 2, 25)),
        (("title",), "elders", "en", (PATH, 2, 49)),
        (("summary",), "", None, (PATH, 4, 15)),
        (("summary",), "voor iedereen", None, (PATH, 5, 10)),
        (("summary",), "Anja", None, (PATH, 4, 15)),  # not within the value
        (("summary",), "for all", "en", ("events/de-kern/koffie.en.md", 2, 17)),
        (("contact", "phone"), "", None, (PATH, 9, 13)),
        (("contact", "email"), "", None, (PATH, 8, 3)),  # not there: what would hold it
        (("topics", 1), "thee", None, (PATH, 10, 23)),
        (("topics", 0), "thee", None, (PATH, 10, 15)),
        (("description",), "", None, (PATH, 12, 1)),
        (("description",), "kom erbij", None, (PATH, 14, 14)),
        (("description",), "us", "en", ("events/de-kern/koffie.en.md", 4, 6)),
        (("description",), "nergens", None, (PATH, 12, 1)),
        (("description",), "me", None, (PATH, 14, 6)),  # of "meer": the words are not there by themselves
        (("summary",), "ieder", None, (PATH, 6, 3)),
        (("topics", 0), "koffie", None, (PATH, 10, 15)),
    ],
)
def test_excerpt_is_found_within_its_value(
    tmp_path: Path, key: tuple[str | int, ...], excerpt: str, language: str | None, expected: tuple[str, int, int]
) -> None:
    folder = written(tmp_path, {PATH: EVENT, "events/de-kern/koffie.en.md": ENGLISH})
    location = Locator(read(folder)).find(PATH, key, excerpt=excerpt, language=language)
    assert (location.path, location.line, location.column) == expected


WORDS = st.lists(st.sampled_from(["koffie", "thee", "kom", "één", "🙂", "(x)", "a.b"]), min_size=1, max_size=12)


@given(
    words=WORDS, spaces=st.lists(st.sampled_from([" ", "  ", "\n", " \n"]), min_size=11, max_size=11), data=st.data()
)
def test_excerpt_of_a_body_stands_where_it_is_said_to_stand(
    words: list[str], spaces: list[str], data: st.DataObject
) -> None:
    body = "".join(word + space for word, space in zip(words, [*spaces, ""], strict=False))
    first = data.draw(st.integers(0, len(words) - 1))
    excerpt = words[first : data.draw(st.integers(first + 1, len(words)))]
    text = f"---\ntitel: Koffie\n---\n{body}\n"
    record, _ = record_of(text, PATH, "event", "de-kern/koffie")
    assert record
    locator = Locator(Records(records=(record,), diagnostics=(), broken=frozenset()))
    location = locator.find(PATH, ("description",), excerpt=" ".join(excerpt))
    rest = text.split("\n")[location.line - 1 :]
    found = "\n".join([rest[0][location.column - 1 :], *rest[1:]])
    assert found.split()[: len(excerpt)] == excerpt


def test_body_of_a_yaml_file_is_its_description(tmp_path: Path) -> None:
    text = "titel: Koffie\nomschrijving: |\n  Kom erbij.\n  Lees meer.\n"
    folder = written(tmp_path, {"events/de-kern/koffie.yaml": text})
    location = Locator(read(folder)).find("events/de-kern/koffie.yaml", ("description",), excerpt="Lees meer")
    assert (location.line, location.column) == (4, 3)


def test_file_that_was_not_read_has_a_first_line(tmp_path: Path) -> None:
    location = Locator(read(tmp_path)).find("places/weg.md", ("name",))
    assert (location.path, location.line, location.column) == ("places/weg.md", 1, 1)


@pytest.mark.parametrize(
    ("key", "excerpt", "language", "text", "expected"),
    [
        (("title",), "ouderen", "nl", "iedereen", "titel: {nl: Koffie voor iedereen, en: Coffee for elders}"),
        (("title",), "ouderen", "nl", "oud, en jong", None),  # a comma ends a value between braces
        (("contact", "name"), "", None, "de gastvrouw", "  naam: de gastvrouw"),
        (("summary",), "voor iedereen", None, "voor wie wil", None),  # on two lines
        (("description",), "Lees meer", None, "Lees: meer", "Lees: meer en kom"),
        (("description",), "kom erbij", None, "doe mee", None),  # on two lines
        (("description",), "", None, "Iets anders", None),
        (("description",), "us", "en", "me", "Join me!"),
        (("contact", "email"), "", None, "x@example.org", None),  # nothing stands there
    ],
)
def test_suggestion_says_which_part_of_its_line_it_takes_the_place_of(
    tmp_path: Path, key: tuple[str | int, ...], excerpt: str, language: str | None, text: str, expected: str | None
) -> None:
    folder = written(tmp_path, {PATH: EVENT, "events/de-kern/koffie.en.md": ENGLISH})
    locator = Locator(read(folder))
    location = locator.find(PATH, key, excerpt=excerpt, language=language)
    correction = locator.correction(PATH, key, text, excerpt=excerpt, language=language)
    line = (folder / location.path).read_text(encoding="utf-8").splitlines()[location.line - 1]
    assert (correction.of(line) if correction else None) == expected


def test_whole_words_are_sought_before_parts_of_words(tmp_path: Path) -> None:
    folder = written(tmp_path, {PATH: EVENT.replace("Kom erbij!\nLees", "Hierheen, en hier.\nLees")})
    location = Locator(read(folder)).find(PATH, ("description",), excerpt="hier")
    assert (location.line, location.column) == (13, 14)
