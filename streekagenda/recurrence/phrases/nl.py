"""The Dutch lexicon."""

from __future__ import annotations

from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.recurrence.phrases.lexicon import Kind, Lexicon, Names, PartOfDay
from streekagenda.recurrence.phrases.words import (
    counted,
    feast_names,
    feasts,
    named,
    numbered,
    parts_of_day,
    said,
    short,
    spellings,
    weekdays,
)

_WEEKDAYS = "maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag"
_MONTHS = (
    "januari | februari | maart | april | mei | juni | juli | augustus | september | oktober | november | december"
)

_DAYS = (
    weekdays(
        _WEEKDAYS,
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
    | counted(Kind.MONTH, _MONTHS)
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

_NUMBERS = (
    counted(
        Kind.NUMBER,
        "nul | een | twee | drie | vier | vijf | zes | zeven | acht | negen | tien | elf | twaalf | dertien |"
        "veertien | vijftien | zestien | zeventien | achttien | negentien | twintig | eenentwintig | tweeentwintig |"
        "drieentwintig | vierentwintig | vijfentwintig | zesentwintig | zevenentwintig | achtentwintig |"
        "negenentwintig | dertig | eenendertig",
        first=0,
    )
    | numbered(Kind.NUMBER, {40: "veertig", 45: "vijfenveertig", 50: "vijftig", 60: "zestig", 90: "negentig"})
    | counted(
        Kind.ORDINAL,
        "eerste | tweede | derde | vierde | vijfde | zesde | zevende | achtste | negende | tiende | elfde | twaalfde |"
        "dertiende | veertiende | vijftiende | zestiende | zeventiende | achttiende | negentiende | twintigste |"
        "eenentwintigste | tweeentwintigste | drieentwintigste | vierentwintigste | vijfentwintigste |"
        "zesentwintigste | zevenentwintigste | achtentwintigste | negenentwintigste | dertigste | eenendertigste",
    )
    | numbered(Kind.ORDINAL, {-1: "laatste | allerlaatste", -2: "voorlaatste | een na laatste | op een na laatste"})
    | said(Kind.ONE_AND_A_HALF, "anderhalf | anderhalve")
    | said(Kind.HALF, "half | halve")
    | said(Kind.QUARTER, "kwart")
)

_FEASTS = {
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

_HOLIDAYS = (
    feasts(_FEASTS)
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

_STEPS = (
    said(Kind.EVERY, "elke | elk | iedere | ieder | alle")
    | said(Kind.OTHER, "andere")
    | said(Kind.ALTERNATE, "om de | om het | om de andere")
    | named(
        Kind.FREQUENCY,
        {
            "day": "dagelijks | dagelijkse",
            "week": "wekelijks | wekelijkse",
            "month": "maandelijks | maandelijkse",
            "year": "jaarlijks | jaarlijkse",
        },
        number=1,
    )
    | named(
        Kind.FREQUENCY,
        {
            "week": "tweewekelijks | tweewekelijkse | twee-wekelijks | 2-wekelijks | veertiendaags | veertiendaagse |"
            "14-daags | 14-daagse | om de andere week",
            "month": "tweemaandelijks | tweemaandelijkse | twee-maandelijks | 2-maandelijks",
        },
        number=2,
    )
    | named(Kind.FREQUENCY, {"week": "vierwekelijks | vierwekelijkse | vier-wekelijks | 4-wekelijks"}, number=4)
    | named(Kind.FREQUENCY, {"week": "driewekelijks | driewekelijkse | drie-wekelijks | 3-wekelijks"}, number=3)
    | named(Kind.PARITY, {"even": "even", "odd": "oneven"})
    | named(
        Kind.UNIT,
        {"day": "dag", "week": "week | weeknummer", "month": "maand", "quarter": "kwartaal", "year": "jaar"},
        number=1,
    )
    | short(named(Kind.UNIT, {"week": "wk", "month": "mnd"}, number=1))
    | named(
        Kind.UNIT,
        {
            "day": "dagen",
            "week": "weken | weeknummers | kalenderweken",
            "month": "maanden",
            "quarter": "kwartalen",
            "year": "jaren",
        },
        number=2,
    )
    | short(named(Kind.UNIT, {"week": "wk", "month": "mnd"}, number=1))
    | said(Kind.TIMES, "keer | keren | maal | x | bijeenkomsten | lessen | avonden in totaal | sessies | workshops")
    | said(Kind.ONCE, "eens | eenmaal | een keer | een maal | 1 keer | 1 maal | 1x")
    | said(Kind.PER, "per")
    | named(
        Kind.FREQUENCY,
        {"week": "p/w | p.w | p.w. | p/wk | p/week", "month": "p/m | p.m | p.m. | p/mnd | p/maand"},
        number=1,
    )
)

_LINKS = (
    said(Kind.SINCE, "vanaf | sinds | met ingang van | ingaande")
    | short(said(Kind.SINCE, "v.a | m.i.v | va"))
    | said(
        Kind.FIRST_TIME,
        "gestart | gestart op | gestart vanaf | start op | start vanaf | begint op | begonnen op | van start op |"
        "eerste keer | eerste keer is | eerste keer is op | eerste keer op | voor het eerst | voor het eerst op |"
        "eerstvolgende keer | eerstvolgende keer is | eerstvolgende keer is op | eerstvolgende keer op | eerstvolgende |"
        "volgende keer | volgende keer is | volgende keer op | volgende bijeenkomst | volgende datum | volgende: |"
        "te beginnen | te beginnen op | te beginnen vanaf | beginnend | beginnend op | met start op | met als start |"
        "eerste bijeenkomst | eerste bijeenkomst is | eerste bijeenkomst is op | eerste bijeenkomst op | eerste datum |"
        "startdatum | te beginnen | te beginnen op | te beginnen vanaf | beginnend | beginnend op | beginnende op |"
        "we beginnen op | eerste les | eerste les is | eerste les op | eerste avond | eerste avond is",
    )
    | said(
        Kind.LAST_TIME,
        "laatste keer | laatste keer is | laatste keer op | laatste keer is op | voor het laatst | voor het laatst op |"
        "laatste bijeenkomst | laatste bijeenkomst is | laatste bijeenkomst op | laatste les | laatste les is |"
        "laatste les op | laatste datum | laatste datum is | einddatum | einddatum is",
    )
    | said(Kind.FROM, "van")
    | short(said(Kind.FROM, "v.d | v/d | vd"))
    | said(Kind.UNTIL, "tot uiterlijk")
    | said(Kind.THROUGH, "t/m | tot en met | tot & met | tot/met | tem | tm")
    | short(said(Kind.THROUGH, "t.e.m | t.m"))
    | said(Kind.UNTIL, "tot")
    | said(Kind.BETWEEN, "tussen")
    | said(Kind.AND, "en | alsook | evenals | alsmede | en op | en van")
    | said(Kind.OR, "of | en/of | ofwel | dan wel")
    | said(
        Kind.ALSO,
        "ook | ook op | en ook | en ook op | plus | extra | daarnaast | bovendien | ook nog | en daarnaast |"
        "inclusief | incl.",
    )
    | said(
        Kind.LISTED,
        "volgende data | op de volgende data | data | te weten | namelijk | namelijk op | data zijn | datums",
    )
    | said(
        Kind.EXCEPT,
        "behalve | behalve in | behalve op | behalve tijdens | behalve met | uitgezonderd | uitgezonderd op |"
        "uitgezonderd in | met uitzondering van | niet | niet in | niet op | niet tijdens | niet met | niet gedurende |"
        "maar niet | maar niet in | maar niet op | dus niet in | dus niet op | geen | geen in | zonder | buiten |"
        "vervalt | vervalt op | vervalt in | gaat niet door op | gaat niet door in | behoudens | exclusief | excl. |"
        "gesloten | gesloten op | gesloten in | gesloten tijdens | gesloten met |"
        "dicht | dicht op | dicht in | dicht tijdens | dicht met | gaat niet door | gaan niet door",
    )
    | short(said(Kind.EXCEPT, "m.u.v | muv"))
    | said(Kind.AT, "om")
    | said(Kind.IN, "in | tijdens | gedurende")
    | said(Kind.ON, "op | met")
    | said(Kind.ARTICLE, "de | het | 't")
    | said(Kind.THAT, "die")
    | said(Kind.PAST, "over")
    | said(Kind.BEFORE, "voor")
    | said(
        Kind.FILLER,
        "en wel | telkens | steeds | altijd | dus | is | zijn | we | er | dan | weer | wordt | uitsluitend | alleen |"
        "het hele jaar door | hele jaar door | gehele jaar door | het gehele jaar door | jaarrond | precies | stipt | tijd | tijden | tijdstip | datum | wanneer | programma | mee eten | maaltijd | voorstelling | film | concert |"
        "wandeling | bijeenkomst | eten | samen eten | lunch | diner | ontbijt | borrel | viering | repetitie | training |"
        "lezing | workshop | spelmiddag",
    )
)

_HOURS = (
    said(Kind.BEGINS, "begint | begin | aanvang | start | vertrek | vertrekt | aanvangstijd | starttijd | begintijd")
    | said(Kind.ENDS, "einde | eindigt | afgelopen | eindtijd | klaar | sluit | sluiting")
    | said(
        Kind.DOORS,
        "inloop | ontvangst | welkom | open | zaal open | zaal is open | is de zaal open | zaal gaat open |"
        "gaat de zaal open | deur open | deuren open | deur is open | is de deur open | deur gaat open |"
        "gaat de deur open | deuren gaan open | gaan de deuren open | zijn de deuren open | is de inloop |"
        "is er inloop | inloop met koffie | ontvangst met koffie | inloop is",
    )
    | said(Kind.LASTS, "duurt | duur | tijdsduur")
    | said(Kind.LONG, "lang")
    | said(Kind.HOURS, "uur")
    | numbered(Kind.NOON, {24: "middernacht"})
    | short(said(Kind.HOURS, "u | h | hr | hrs"))
    | said(Kind.HOUR_LENGTH, "uren")
    | said(Kind.MINUTES, "minuten | minuut")
    | short(said(Kind.MINUTES, "min"))
    | said(Kind.QUARTERS, "kwartier")
    | numbered(Kind.NOON, {24: "middernacht"})
    | said(Kind.ALL_DAY, "hele dag | gehele dag | heel de dag | hele dagen")
    | said(Kind.NEXT_DAY, "de volgende dag | van de volgende dag")
)

_ONE_DATE = named(
    Kind.STATUS,
    {
        "cancelled": "gaat het niet door | gaat deze niet door | gaat niet door | is het afgelast | is afgelast |"
        "wordt afgelast | afgelast | is het geannuleerd | is geannuleerd | geannuleerd",
        "postponed": "is het uitgesteld | is uitgesteld | uitgesteld",
        "online": "is het online | is online | online",
    },
) | said(Kind.INSTEAD, "maar op | maar wel op | maar wel")

_ELSEWHERE = named(
    Kind.ELSEWHERE,
    {
        "when-cancelled": "afgelast | geannuleerd | gecanceld | gaat niet door | gaat helaas niet door | komt te vervallen |"
        "vervallen | uitgesteld | verplaatst",
        "when-by-appointment": "op afspraak | en op afspraak | of op afspraak | in overleg | op verzoek",
        "when-date-later": "n.t.b | n.t.b. | ntb | nader te bepalen | volgt | volgt nog | datum volgt | data volgen",
        "when-always-open": "24/7 open | open 24/7 | 24/7 geopend | geopend 24/7",
        "when-in-turn": "de ene week | ene week",
        "when-full": "vol | is vol | volgeboekt | is volgeboekt | uitverkocht | is uitverkocht",
        "when-booking": "men kan zich opgeven | je kunt je opgeven | je kunt je aanmelden | u kunt zich aanmelden | aanmelden | aanmelden kan | aanmelding | aanmelden voor | aanmelden bij | opgeven | opgeven kan |"
        "opgeven voor | opgave | opgave voor | inschrijven | inschrijven kan | inschrijving | reserveren | reserveren kan",
    },
)

_UNCERTAIN = (
    said(
        Kind.ABOUT,
        "rond | rondom | omstreeks | circa | ongeveer | plusminus | zo'n | richting | uiterlijk | hooguit | maximaal",
    )
    | short(said(Kind.ABOUT, "ca | ong | plm"))
    | said(
        Kind.VAGUE,
        "in principe | meestal | soms | af en toe | regelmatig | zo mogelijk | indien mogelijk | mogelijk | eventueel |"
        "eventuele | waarschijnlijk | misschien | onder voorbehoud | medio | eind |"
        "wisselend | wisselende | tot nader order | enkele | een paar | diverse |"
        "verschillende | veelal | vaak | normaal | normaal gesproken | doorgaans | in de regel | gemiddeld |"
        "voorlopig | bij mooi weer | bij goed weer | bij slecht weer",
    )
    | said(
        Kind.RELATIVE,
        "aanstaande | aankomende | komende | komend | eerstkomende | volgende | volgend | vorige | vorig |"
        "volgende week | vorige week | afgelopen week | deze week | dit weekend | komend weekend | vandaag | morgen |"
        "overmorgen | gisteren | vanavond | vanmiddag | vanochtend | vanmorgen | een week later | later | erna |"
        "een week erna | de week erna | de week erop | deze maand | volgende maand | vorige maand | dit jaar |"
        "volgend jaar | vorig jaar | binnenkort | de komende periode | komende periode | over een week |"
        "over twee weken | over een maand | de komende weken | komende weken | de komende maanden | komende maanden |"
        "de afgelopen | eerdaags | straks | morgenavond | morgenmiddag | morgenochtend | dit najaar | dit voorjaar |"
        "deze zomer | deze winter | dit seizoen | de dag na | de dag voor | de dag erna | de dag ervoor",
    )
    | short(said(Kind.RELATIVE, "a.s | as | j.l | jl"))
    | said(
        Kind.WHICH_DAYS,
        "hele week | gehele week | hele maand | hele zomer | hele jaar | heel het jaar | week tegen eenzaamheid |"
        "week van de ontmoeting | week van de eenzaamheid | week van de mantelzorg | kinderboekenweek | boekenweek |"
        "burendag | nldoet | nl doet | open monumentendag | vierdaagse | kermis | carnaval | ramadan",
    )
)

DUTCH = Lexicon(
    "nl",
    _DAYS | _NUMBERS | _HOLIDAYS | _STEPS | _LINKS | _HOURS | _ELSEWHERE | _ONE_DATE | _UNCERTAIN,
    Names(
        weekdays=tuple(spellings(_WEEKDAYS)),
        months=tuple(spellings(_MONTHS)),
        parts={
            PartOfDay.MORNING: "ochtend",
            PartOfDay.AFTERNOON: "middag",
            PartOfDay.EVENING: "avond",
            PartOfDay.NIGHT: "nacht",
        },
        ordinals=tuple(f"{number}e" for number in range(1, 32)),
        date="{day} {month} {year}",
        clock="{hour:02}.{minute:02}",
        through="t/m",
        joined="en",
        also="ook op",
        also_each="ook",
        not_on="niet op {date}",
        every="elke {day}",
        daily="dagelijks",
        nth_weekday="elke {nth} {day} van de maand",
        of_month="van de maand",
        nth_weekday_in="elke {nth} {day} van {months}",
        other_week="om de week op {day}",
        weeks="elke {number} weken op {day}",
        month_day="elke {nth} van de maand",
        hours="van {start} tot {end} uur",
        all_day="hele dag",
        feasts=feast_names(_FEASTS),
        since="vanaf {date}",
        example_hours={
            PartOfDay.MORNING: "van 10.00 tot 12.00 uur",
            PartOfDay.AFTERNOON: "van 14.00 tot 16.00 uur",
            PartOfDay.EVENING: "van 19.30 tot 21.30 uur",
            PartOfDay.NIGHT: "van 22.00 tot 02.00 uur",
        },
        example_start="om 10.00 uur",
    ),
)
