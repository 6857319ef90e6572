"""A text of the greatest length is checked in a moment, whatever stands in it; what is found stands in the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.checks import plain_language, privacy, relative_dates, wording
from streekagenda.checks.checked import Checked
from streekagenda.checks.dutch import rows
from streekagenda.formats.markdown import MOST_BYTES
from tests.examples import calendar, day, event, text

CHECKS = (
    wording.hurtful,
    wording.unfriendly,
    plain_language.difficult_words,
    plain_language.long_sentences,
    plain_language.unknown_abbreviations,
    relative_dates.relative_dates,
    privacy.elsewhere,
    privacy.mobiles,
    privacy.mailboxes,
    privacy.of_citizens,
)


def checked(body: str) -> Checked:
    return Checked(calendar=calendar(event(body=text(body))), today=day("2026-11-22"), last=day("2027-11-22"))


@pytest.mark.parametrize(
    "part",
    [
        "oudjes ", "eenzame ", "mensen die ", "voor ", "dient a b c ", "“oudjes ", '"oudjes ', "'oudjes ", "‘a’ oudjes ",
        "a", "a.", "a@", "@a.", "06", "0 ", "06 12 34 56 7", "+31 (0)", "blz. 5 ", "A. ", "ABC ", "ABC, ", "www.", "<", "`",
        "](", "[", "a at a ", "a [at] a punt ", "a[at]a.", "apenstaart ", "bsn ", "bsn 1", "NL91 ABNA 0", "volgende ", "Morgen is ", "a.s. ", "> oudjes\n", "- oudjes\n", "1. oudjes\n", "| oudjes ", "\n", " ", "\n\n",
        "Stichting voor de ", "over ", "é", "'s ", "tegen eenzaamheid ", "cliënten, jan.jansen@example.org. ",
    ],
)  # fmt: skip
def test_text_of_the_greatest_length_takes_a_moment(part: str) -> None:
    body = part * (MOST_BYTES // len(part.encode()))
    for end in ("", "@x oudjes “"):
        begin = time.process_time()
        for check in CHECKS:
            list(check(checked(body + end)))
        assert time.process_time() - begin < 2


WORDS = st.sampled_from(
    sorted(
        {word for row in (*rows("avoid.tsv"), *rows("simple.tsv")) for word in row["pattern"].split() if word.isalpha()}
    )
    + "Voor de het 06 12345678 jan.jansen@example.org eenzame ouderen “ ” ' \" . , \n \n\n > - WSW Volgende week (".split(
        " "
    )
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_what_is_found_stands_in_the_text(body: str) -> None:
    if not body.strip():
        return
    for check in CHECKS:
        for found in check(checked(body)):
            assert " ".join(found.excerpt.split()) in " ".join(body.split())
            assert found.excerpt
