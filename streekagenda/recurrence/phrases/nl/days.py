"""Dutch: weekdays, months and parts of the day."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.readings import PartOfDay
from streekagenda.recurrence.phrases.words import counted, numbered, parts_of_day, said, short, weekdays

WEEKDAYS = "maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag"

MONTHS = "januari | februari | maart | april | mei | juni | juli | augustus | september | oktober | november | december"

DAYS = (
    weekdays(
        WEEKDAYS,
        parts={
            PartOfDay.MORNING: "{}ochtend | {}morgen | {}voormiddag | {}-ochtend",
            PartOfDay.AFTERNOON: "{}middag | {}namiddag | {}-middag",
            PartOfDay.EVENING: "{}avond | {}-avond",
            PartOfDay.NIGHT: "{}nacht",
        },
        habits="{}s | 's {}s | 's-{}s | s {}s | s'{}s | {}en",
    )
    | weekdays(
        "maandagse | dinsdagse | woensdagse | donderdagse | vrijdagse | zaterdagse | zondagse",
        parts={PartOfDay.MORNING: "{} ochtend", PartOfDay.AFTERNOON: "{} middag", PartOfDay.EVENING: "{} avond"},
    )
    | short(weekdays("ma | di | wo | do | vr | za | zo"))
    | short(weekdays("ma. | di. | wo. | do. | vr. | za. | zo.", parts={PartOfDay.MORNING: "{}morgen"}))
    | short(weekdays("maan | din | woe | don | vrij | zat | zon"))
    | short(weekdays("maa | dins | woens | dond | vrijd | zater | zond"))
    | said(Kind.WORKDAYS, "werkdag | werkdagen | weekdag | weekdagen | door de week | doordeweeks | doordeweekse")
    | said(Kind.WORKDAYS, "doordeweekse dag | doordeweekse dagen | door-de-weekse dagen")
    | said(Kind.WEEKEND, "weekend | weekenden | weekends | weekeinde | weekeinden")
    | short(counted(Kind.MONTH, "jan | feb | mrt | apr | mei | jun | jul | aug | sep | okt | nov | dec"))
    | short(numbered(Kind.MONTH, {2: "febr", 9: "sept"}))
    | counted(Kind.MONTH, MONTHS)
    | said(Kind.SEASON, "lente | voorjaar | zomer | najaar | herfst | winter | 's zomers | 's winters | seizoen")
    | said(Kind.SEASON, "zomermaanden | wintermaanden | zomerperiode | winterperiode | zomerseizoen | schooljaar")
    | parts_of_day(
        {
            PartOfDay.MORNING: "ochtend | ochtenden | 's ochtends | 's-ochtends | s ochtends | sochtends | ochtends |"
            "s'ochtends | s'morgens | 's morgens | 's-morgens | s morgens | smorgens | voormiddag | 's voormiddags | in de morgen",
            PartOfDay.AFTERNOON: "middag | middagen | s'middags | 's middags | 's-middags | s middags | smiddags | middags |"
            "namiddag | 's namiddags",
            PartOfDay.EVENING: "avond | avonden | s'avonds | 's avonds | 's-avonds | s avonds | savonds | avonds",
            PartOfDay.NIGHT: "nacht | s'nachts | 's nachts | 's-nachts | s nachts | snachts",
        }
    )
)
