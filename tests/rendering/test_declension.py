"""Days and months in the forms that a language bends them into; Czech words stand for any such language."""

from __future__ import annotations

from pathlib import Path

import pytest

from streekagenda.rendering.rules import days_of, season_of
from streekagenda.rendering.translations import load
from streekagenda.rendering.words import Words
from tests.examples import rule
from tests.rendering.languages import EN

HEAD = '"Language: cs\\n"\n"Plural-Forms: nplurals=3; plural=((n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2);\\n"\n'
MESSAGES = {
    ("weekdays after every", "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"): (
        "pondělí, úterý, středu, čtvrtek, pátek, sobotu, neděli"
    ),
    ("weekdays after on", "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"): (
        "v pondělí, v úterý, ve středu, ve čtvrtek, v pátek, v sobotu, v neděli"
    ),
    ("weekdays of a run", "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"): (
        "pondělí, úterý, středy, čtvrtka, pátku, soboty, neděle"
    ),
    ("weekdays after first", "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"): (
        "pondělí, úterý, středu, čtvrtek, pátek, sobotu, neděli"
    ),
    (
        "months after in",
        "January, February, March, April, May, June, July, August, September, October, November, December",
    ): ("lednu, únoru, březnu, dubnu, květnu, červnu, červenci, srpnu, září, říjnu, listopadu, prosinci"),
    ("weekdays of the second gender", "0"): "3 6 7",
    ("nth", "first"): "první",
    ("nth", "last"): "poslední",
    ("nth", "second"): "druhý|druhou",
    ("which day", "working day"): "pracovní den",
    ("weekdays", "every %(days)s"): "každé %(days)s",
    ("weekdays", "%(first)s to %(last)s"): "od %(first)s do %(last)s",
    ("months", "from %(first)s to %(last)s"): "od %(first)s do %(last)s",
    (None, "%(nth)s %(day)s"): "v %(nth)s %(day)s",
    (None, "every %(days)s of the month"): "%(days)s v měsíci",
    (None, "in %(months)s"): "v %(months)s",
}


@pytest.fixture(scope="module")
def czech(tmp_path_factory: pytest.TempPathFactory) -> Words:
    layouts = tmp_path_factory.mktemp("layouts")
    file = layouts / "translations" / "cs" / "sentences.po"
    file.parent.mkdir(parents=True)
    entries = [
        (f'msgctxt "{context}"\n' if context else "") + f'msgid "{text}"\nmsgstr "{said}"\n'
        for (context, text), said in MESSAGES.items()
    ]
    file.write_text(f'msgid ""\nmsgstr ""\n{HEAD}\n' + "\n".join(entries), encoding="utf-8")
    return Words(language="cs", translations=load(Path(layouts)))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("SU", "každé neděli"),
        ("WE,FR", "každé středu a\N{NO-BREAK SPACE}pátek"),
        ("MO,TU,WE,TH,FR", "od pondělí do pátku"),
    ],
)
def test_a_weekday_has_the_case_of_its_place(czech: Words, days: str, said: str) -> None:
    assert days_of(rule("WEEKLY", "2026-09-02", days), czech) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("2TU", "v druhý úterý v měsíci"),
        ("2SU", "v druhou neděli v měsíci"),
        ("2WE,-1WE", "v druhou a\N{NO-BREAK SPACE}poslední středu v měsíci"),
    ],
)
def test_which_one_it_is_has_the_gender_of_the_weekday(czech: Words, days: str, said: str) -> None:
    assert days_of(rule("MONTHLY", "2026-09-08", days), czech) == said


def test_of_a_working_day_it_has_the_gender_of_the_word_day(czech: Words) -> None:
    working_days = rule("MONTHLY", "2026-09-02", "MO,TU,WE,TH,FR", positions=[2])
    assert days_of(working_days, czech) == "v druhý pracovní den v měsíci"


def test_months_have_the_case_of_their_place(czech: Words) -> None:
    only = [season_of(rule("WEEKLY", "2026-09-06", "SU", months=months), czech)[0] for months in ([7], [4, 5, 6])]
    assert only == ["v červenci", "od dubna do června"]


def test_a_language_that_bends_nothing_says_them_as_they_are() -> None:
    assert days_of(rule("MONTHLY", "2026-09-06", "2SU"), EN) == "every second Sunday of the month"
