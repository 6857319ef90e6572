"""Holidays by their names, with the word before them: ``op Eerste Kerstdag``, ``met Kerst``, ``in de meivakantie``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.holidays import Feast, SchoolBreak

if TYPE_CHECKING:
    from streekagenda.rendering.dates import Dates


def on_feast(feast: Feast, say: Dates) -> str:
    """``op Eerste Kerstdag``; of two days that share a name ``met Kerst``."""
    said = {
        Feast.NEW_YEARS_DAY: say.gettext("on New Year's Day"),
        Feast.EPIPHANY: say.gettext("on Epiphany"),
        Feast.ASH_WEDNESDAY: say.gettext("on Ash Wednesday"),
        Feast.PALM_SUNDAY: say.gettext("on Palm Sunday"),
        Feast.MAUNDY_THURSDAY: say.gettext("on Maundy Thursday"),
        Feast.GOOD_FRIDAY: say.gettext("on Good Friday"),
        Feast.HOLY_SATURDAY: say.gettext("on Holy Saturday"),
        Feast.EASTER: say.gettext("at Easter"),
        Feast.EASTER_SUNDAY: say.gettext("on Easter Sunday"),
        Feast.EASTER_MONDAY: say.gettext("on Easter Monday"),
        Feast.KINGS_DAY: say.gettext("on King's Day"),
        Feast.REMEMBRANCE_DAY: say.gettext("on Remembrance Day"),
        Feast.LIBERATION_DAY: say.gettext("on Liberation Day"),
        Feast.MOTHERS_DAY: say.gettext("on Mother's Day"),
        Feast.ASCENSION_DAY: say.gettext("on Ascension Day"),
        Feast.WHITSUN: say.gettext("at Whitsun"),
        Feast.WHIT_SUNDAY: say.gettext("on Whit Sunday"),
        Feast.WHIT_MONDAY: say.gettext("on Whit Monday"),
        Feast.FATHERS_DAY: say.gettext("on Father's Day"),
        Feast.ALL_SAINTS: say.gettext("on All Saints' Day"),
        Feast.ALL_SOULS: say.gettext("on All Souls' Day"),
        Feast.CARERS_DAY: say.gettext("on Carers' Day"),
        Feast.SAINT_NICHOLAS_EVE: say.gettext("on Saint Nicholas' Eve"),
        Feast.CHRISTMAS_EVE: say.gettext("on Christmas Eve"),
        Feast.CHRISTMAS: say.gettext("at Christmas"),
        Feast.CHRISTMAS_DAY: say.gettext("on Christmas Day"),
        Feast.BOXING_DAY: say.gettext("on Boxing Day"),
        Feast.NEW_YEARS_EVE: say.gettext("on New Year's Eve"),
    }
    return said[feast]


def in_school_holidays(name: SchoolBreak | None, say: Dates) -> str:
    """``in de kerstvakantie``; without a name ``in de schoolvakanties``."""
    said = {
        None: say.gettext("in the school holidays"),
        SchoolBreak.AUTUMN: say.gettext("in the autumn holidays"),
        SchoolBreak.CHRISTMAS: say.gettext("in the Christmas holidays"),
        SchoolBreak.SPRING: say.gettext("in the spring holidays"),
        SchoolBreak.MAY: say.gettext("in the May holidays"),
        SchoolBreak.SUMMER: say.gettext("in the summer holidays"),
    }
    return said[name]
