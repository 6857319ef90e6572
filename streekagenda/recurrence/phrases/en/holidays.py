"""English: feasts, holidays and breaks."""

from __future__ import annotations

from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import feasts, named, said

FEASTS = {
    Feast.NEW_YEARS_DAY: "New Year's Day | new years day",
    Feast.EPIPHANY: "Epiphany",
    Feast.ASH_WEDNESDAY: "Ash Wednesday",
    Feast.PALM_SUNDAY: "Palm Sunday",
    Feast.MAUNDY_THURSDAY: "Maundy Thursday",
    Feast.GOOD_FRIDAY: "Good Friday",
    Feast.HOLY_SATURDAY: "Holy Saturday",
    Feast.EASTER: "Easter",
    Feast.EASTER_SUNDAY: "Easter Sunday | easter day",
    Feast.EASTER_MONDAY: "Easter Monday",
    Feast.KINGS_DAY: "King's Day | kings day",
    Feast.REMEMBRANCE_DAY: "Remembrance Day",
    Feast.LIBERATION_DAY: "Liberation Day",
    Feast.MOTHERS_DAY: "Mother's Day | mothers day",
    Feast.ASCENSION_DAY: "Ascension Day | ascension",
    Feast.WHITSUN: "Whitsun | pentecost",
    Feast.WHIT_SUNDAY: "Whit Sunday",
    Feast.WHIT_MONDAY: "Whit Monday",
    Feast.FATHERS_DAY: "Father's Day | fathers day",
    Feast.ALL_SAINTS: "All Saints' Day | all saints",
    Feast.ALL_SOULS: "All Souls' Day | all souls",
    Feast.CARERS_DAY: "Carers' Day | carers day",
    Feast.SAINT_NICHOLAS_EVE: "Saint Nicholas' Eve | st nicholas' eve",
    Feast.CHRISTMAS_EVE: "Christmas Eve",
    Feast.CHRISTMAS: "Christmas",
    Feast.CHRISTMAS_DAY: "Christmas Day",
    Feast.BOXING_DAY: "Boxing Day | second day of christmas",
    Feast.NEW_YEARS_EVE: "New Year's Eve | new years eve",
}

HOLIDAYS = (
    feasts(FEASTS)
    | named(
        Kind.HOLIDAYS,
        {
            "holidays": "holidays | holiday | public holidays | public holiday | bank holidays | national holidays",
            "school-holidays": "school-holidays | school holidays | school holiday | school vacations",
        },
    )
    | said(
        Kind.SCHOOL_BREAK,
        "vacation | vacations | summer break | christmas break | autumn break | half-term | half term | spring break |"
        "summer stop",
    )
    | named(
        Kind.SCHOOL_BREAK,
        {
            SchoolBreak.AUTUMN: "autumn holidays | autumn school holidays",
            SchoolBreak.CHRISTMAS: "christmas holidays | christmas school holidays",
            SchoolBreak.SPRING: "spring holidays | spring school holidays",
            SchoolBreak.MAY: "may holidays | may school holidays",
            SchoolBreak.SUMMER: "summer holidays | summer holiday | summer school holidays",
        },
    )
)
