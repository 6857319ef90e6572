"""Dutch: small words: from, until, and, except."""

from __future__ import annotations

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.words import named, said, short

LINKS = (
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
        "startdatum | beginnende op |"
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
    | named(Kind.FILLER, {"only": "alleen | uitsluitend"})
    | said(
        Kind.FILLER,
        "en wel | telkens | steeds | altijd | dus | is | zijn | we | er | dan | weer | wordt |"
        "het hele jaar door | hele jaar door | gehele jaar door | het gehele jaar door | jaarrond | precies | stipt | tijd | tijden | tijdstip | datum | wanneer | programma | mee eten | maaltijd | voorstelling | film | concert |"
        "wandeling | bijeenkomst | eten | samen eten | lunch | diner | ontbijt | borrel | viering | repetitie | training |"
        "lezing | workshop | spelmiddag",
    )
)
