"""Dutch: feasts, holidays and breaks."""

from __future__ import annotations

from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import feasts, named, said

FEASTS = {
    Feast.NEW_YEARS_DAY: "Nieuwjaarsdag | nieuwjaar",
    Feast.EPIPHANY: "Driekoningen",
    Feast.ASH_WEDNESDAY: "Aswoensdag",
    Feast.PALM_SUNDAY: "Palmzondag | palmpasen",
    Feast.MAUNDY_THURSDAY: "Witte Donderdag",
    Feast.GOOD_FRIDAY: "Goede Vrijdag",
    Feast.HOLY_SATURDAY: "Stille Zaterdag | paaszaterdag",
    Feast.EASTER: "Pasen",
    Feast.EASTER_SUNDAY: "Eerste Paasdag | 1e paasdag | 1ste paasdag | paaszondag",
    Feast.EASTER_MONDAY: "Tweede Paasdag | 2e paasdag | 2de paasdag | paasmaandag",
    Feast.KINGS_DAY: "Koningsdag",
    Feast.REMEMBRANCE_DAY: "Dodenherdenking",
    Feast.LIBERATION_DAY: "Bevrijdingsdag",
    Feast.MOTHERS_DAY: "Moederdag",
    Feast.ASCENSION_DAY: "Hemelvaartsdag | hemelvaart",
    Feast.WHITSUN: "Pinksteren",
    Feast.WHIT_SUNDAY: "Eerste Pinksterdag | 1e pinksterdag | 1ste pinksterdag | pinksterzondag",
    Feast.WHIT_MONDAY: "Tweede Pinksterdag | 2e pinksterdag | 2de pinksterdag | pinkstermaandag",
    Feast.FATHERS_DAY: "Vaderdag",
    Feast.ALL_SAINTS: "Allerheiligen",
    Feast.ALL_SOULS: "Allerzielen",
    Feast.CARERS_DAY: "Dag van de Mantelzorg | dag van de mantelzorger",
    Feast.SAINT_NICHOLAS_EVE: "Sinterklaasavond | pakjesavond",
    Feast.CHRISTMAS_EVE: "Kerstavond",
    Feast.CHRISTMAS: "Kerst | kerstmis",
    Feast.CHRISTMAS_DAY: "Eerste Kerstdag | 1e kerstdag | 1ste kerstdag",
    Feast.BOXING_DAY: "Tweede Kerstdag | 2e kerstdag | 2de kerstdag",
    Feast.NEW_YEARS_EVE: "Oudejaarsdag | oudjaarsdag | oudejaarsavond | oudjaarsavond | oudjaar",
}

_BOTH_DAYS = {
    Feast.EASTER: "paasdagen | beide paasdagen | 1e en 2e paasdag | eerste en tweede paasdag",
    Feast.WHITSUN: "pinksterdagen | beide pinksterdagen | 1e en 2e pinksterdag | eerste en tweede pinksterdag",
    Feast.CHRISTMAS: "kerstdagen | beide kerstdagen | 1e en 2e kerstdag | eerste en tweede kerstdag",
}

HOLIDAYS = (
    feasts(FEASTS)
    | feasts(_BOTH_DAYS, days=2)
    | named(
        Kind.HOLIDAYS,
        {
            "holidays": "feestdag | feestdagen | nationale feestdagen | officiële feestdagen | erkende feestdagen |"
            "algemeen erkende feestdagen | wettelijke feestdagen | nederlandse feestdagen",
            "school-holidays": "schoolvakantie | schoolvakanties | reguliere schoolvakanties | basisschoolvakanties",
        },
    )
    | said(
        Kind.PAUSE,
        "zomerstop | kerststop | winterstop | zomerreces | kerstreces | reces | zomerpauze | winterpauze | bouwvak |"
        "vakantiestop | zomersluiting",
    )
    | said(
        Kind.SCHOOL_BREAK,
        "vakantie | vakanties | vakantieperiode | vakantieperiodes | krokusvakantie | carnavalsvakantie |"
        "wintervakantie | paasvakantie",
    )
    | named(
        Kind.SCHOOL_BREAK,
        {
            SchoolBreak.AUTUMN: "herfstvakantie | herfstvakanties",
            SchoolBreak.CHRISTMAS: "kerstvakantie | kerstvakanties",
            SchoolBreak.SPRING: "voorjaarsvakantie | voorjaarsvakanties",
            SchoolBreak.MAY: "meivakantie | meivakanties",
            SchoolBreak.SUMMER: "zomervakantie | zomervakanties",
        },
    )
)
