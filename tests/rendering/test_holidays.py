"""Holidays by their names: said as people say them, and read back as what they were."""

from __future__ import annotations

import pytest

from streekagenda.diagnostics import Location
from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.model.schedule import NamedHoliday
from streekagenda.recurrence.phrases import read_exceptions
from streekagenda.rendering.holidays import in_school_holidays, on_feast
from streekagenda.rendering.words import Words
from tests.rendering.languages import EN, NL

HERE = Location(path="events/de-kern/koffie.md")


@pytest.mark.parametrize(
    ("feast", "dutch", "english"),
    [
        (Feast.CHRISTMAS_DAY, "op Eerste Kerstdag", "on Christmas Day"),
        (Feast.CHRISTMAS, "met Kerst", "at Christmas"),
        (Feast.EASTER, "met Pasen", "at Easter"),
        (Feast.GOOD_FRIDAY, "op Goede Vrijdag", "on Good Friday"),
        (Feast.KINGS_DAY, "op Koningsdag", "on King's Day"),
        (Feast.CARERS_DAY, "op de Dag van de Mantelzorg", "on Carers' Day"),
    ],
)
def test_feast_is_called_by_its_name(feast: Feast, dutch: str, english: str) -> None:
    assert (on_feast(feast, NL), on_feast(feast, EN)) == (dutch, english)


def test_school_holidays_are_called_by_their_name() -> None:
    said = [in_school_holidays(name, NL) for name in (SchoolBreak.CHRISTMAS, SchoolBreak.MAY, None)]
    assert said == ["in de kerstvakantie", "in de meivakantie", "in de schoolvakanties"]
    assert in_school_holidays(SchoolBreak.SPRING, EN) == "in the spring holidays"


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("feast", Feast)
def test_feast_that_is_said_is_read_as_itself(feast: Feast, words: Words) -> None:
    assert read_exceptions(on_feast(feast, words), HERE) == (NamedHoliday(feast=feast),)


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("name", SchoolBreak)
def test_school_holidays_that_are_said_are_read_as_themselves(name: SchoolBreak, words: Words) -> None:
    assert read_exceptions(in_school_holidays(name, words), HERE) == (name,)
