"""Dutch: words that nobody can act on, or that belong elsewhere."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import named, said, short

ELSEWHERE = named(
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

UNCERTAIN = (
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
